"""What becomes of a formula: it lives, it leaves its value, or it leaves nothing, told by cell.

The copy holds Bertil (row 5 of the master, row 4 of the copy) and Dagmar (7, now 5).
"""

import pytest

from tests.xl_addin.copying.making_copies import Small, copy_of, opened, parts_of
from xl_addin.copying import Forbidden
from xl_addin.copying.fates import MOST_NOTES


def everything(copy):
    return b"".join(parts_of(copy.package).values())


def one_formula(folder, text, value=1.5, place="F5", **others):
    """The formula, old value and note of a cell that had this formula in Dagmar's row."""
    small = Small(folder / "master.xlsx")
    small.formula(small.customers, "F7", text, value)
    copy = copy_of(small.close(), **others)
    assert b"98765" not in everything(copy)
    left = opened(copy)["Customers"][place]
    note = left.comment.text if left.comment else ""
    return left.value, opened(copy, values=True)["Customers"][place].value, note


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("=D7*2", "=D5*2"),
        ("=$D7+D$5", "=$D5+D$4"),
        ("=SUM(D4:D7)", "=SUM(D4:D5)"),
        ("=SUM(D:D)/COUNT($D$4:$D$6)", "=SUM(D:D)/COUNT($D$4:$D$4)"),
        ("=SUMIFS(Orders!C:C,Orders!B:B,A7)", "=SUMIFS('Orders'!C:C,'Orders'!B:B,A5)"),
        ("=Orders!C9", "='Orders'!C5"),
        ("=SUM(Orders!C2:C9)", "=SUM('Orders'!C2:C5)"),
        ("=Customers[[#This Row],[Revenue]]", "=Customers[[#This Row],[Revenue]]"),
        ("=SUM(Orders[Amount])", "=SUM(Orders[Amount])"),
        ('=IF(D7>1,"high","low")', '=IF(D5>1,"high","low")'),
        ("=Own!A1+1", "='Own'!A1+1"),
        ("=MATCH(A7,$A$4:$A$7,0)", "=MATCH(A5,$A$4:$A$5,0)"),
        ("=SUM(7:7)", "=SUM(5:5)"),
        ('=INDIRECT("Orders[Amount]")', '=INDIRECT("Orders[Amount]")'),
        ("=TODAY()-1", "=TODAY()-1"),
    ],
)
def test_a_formula_whose_cells_are_there_lives_and_follows_them(tmp_path, text, after):
    value, _, note = one_formula(tmp_path, text)
    assert value == after
    assert not note


@pytest.mark.parametrize(
    "text",
    [
        "=D6",  # Carsten's row
        "=Orders!C2",  # somebody else's order
        "=VLOOKUP(A7,$A$4:$F$7,5,FALSE)",  # a column of the range is gone
        "=SUM(Customers[[Revenue]:[Mine]])",
        "=SUM(Gone!A1:A9)",
        "='[1]Book'!A1",
        "=MyTax(D7)",
        '=INDIRECT("Customers!D6")',
        "=Unknown+1",
        '=IF(B7="Anke",1,2)',  # carries somebody else's name
        "=GETPIVOTDATA(\"x\",A1)",
        "=SUM(E4:E7)",
        "=SUM(Orders:Own!A1)",
    ],
)  # fmt: skip
def test_a_formula_that_needs_what_is_gone_leaves_nothing(tmp_path, text):
    value, _, note = one_formula(
        tmp_path, text, 98765.4, dropped=frozenset({"Margin"}), place="E5",
        forbidden=Forbidden(["Anke", "Carsten"]),
    )  # fmt: skip
    assert value is None
    assert "could not go along" in note


def test_a_formula_that_needs_what_is_gone_says_so_in_a_note(tmp_path):
    value, _, note = one_formula(tmp_path, "=D6*2", 98765.4)
    assert value is None
    assert "could not go along" in note
    assert one_formula(tmp_path, "=D6*2", 98765.4, lang="zh")[2].startswith("这里的公式")


def test_the_old_value_stays_beside_a_formula_only_where_all_it_reads_is_seen(tmp_path):
    assert one_formula(tmp_path, "=D7*2", 1407)[1] == 1407
    assert one_formula(tmp_path, "=SUM(D4:D7)", 1407)[1] is None
    assert one_formula(tmp_path, "=D7/SUM(Customers[Revenue])", 0.3)[1] is None


def test_what_was_computed_from_a_total_is_not_seen_either(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.captions += ["Total", "Share", "Score"]
    for row in range(4, 8):
        small.formula(small.customers, f"G{row}", "=SUM(Customers[Revenue])", 2211)
        small.formula(small.customers, f"H{row}", f"=G{row}/2", 1105.5)
        small.formula(small.customers, f"I{row}", f"=CC_TIER(H{row},3)", "2211")
    copy = copy_of(small.close())
    live, old = opened(copy)["Customers"], opened(copy, values=True)["Customers"]
    assert live["H4"].value == "=G4/2"
    assert old["G4"].value is old["H4"].value is old["I4"].value is None
    assert b"2211" not in everything(copy)


def test_a_formula_over_a_cell_that_lost_its_own_formula_does_not_answer_wrongly(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.captions += ["Lost", "On it", "On all"]
    for row in range(4, 8):
        small.formula(small.customers, f"G{row}", "=Gone!A1", 7)
        small.formula(small.customers, f"H{row}", f"=G{row}+1", 8)
        small.formula(small.customers, f"I{row}", "=SUM(Customers[On it])", 32)
    small.formula(small.own, "A1", "=SUM(Customers[Lost])", 28)
    copy = copy_of(small.close())
    assert [opened(copy)["Customers"][f"{column}4"].value for column in "GHI"] == [None] * 3
    assert opened(copy)["Own"]["A1"].value is None
    assert len(copy.report.blanked) == 7


def test_our_functions_leave_their_value_with_formula_and_day_in_a_note(tmp_path):
    text = '=IF(CC_F_SCORE(D7,Customers[Revenue])>3,"top","rest")'
    value, _, note = one_formula(tmp_path, text, "top")
    assert value == "top"
    assert "2026-07-10" in note
    assert 'IF(CC_F_SCORE(D7,Customers[Revenue])>3,"top","rest")' in note
    value, _, note = one_formula(tmp_path, "=CC_TIER(Customers[[#This Row],[Revenue]])", 4)
    assert value == 4
    assert "=CC_TIER([@Revenue])" in note


@pytest.mark.parametrize(
    "text",
    [
        "=CC_TIER(D6)",  # Carsten's row
        "=CC_TIER(D4:D6)",  # part of the customers
        "=CC_EXPLAIN(INDEX(Customers[Name],1))",  # picks somebody
        "=SUM(Customers[Revenue])+CC_TIER(D7)*0",  # a total beside the score
        '=CC_EXPLAIN("Anke",Customers[Name])',  # about somebody by name
        "=MyTax(CC_TIER(D7))",
        "=CC_TIER('[1]Book'!A1)",
        "=CC_TIER(INDIRECT(\"D6\"))",
        "=CC_TIER(Orders!C2)",
    ],
)  # fmt: skip
def test_a_value_of_ours_about_somebody_else_is_not_kept(tmp_path, text):
    value, _, note = one_formula(tmp_path, text, 98765.4, forbidden=Forbidden(["Anke"]))
    assert value is None
    assert "Anke" not in note
    assert "2026-07-10" in note


@pytest.mark.parametrize(
    "text",
    [
        "=CC_TIER(D7,Own!A1)",
        "=CC_TIER(D7,Customers[Revenue],Orders[#All])",
        "=CC_TIER(SUMIFS(Orders[Amount],Orders[Customer],A7))",
        "=CC_TIER(D7,$D$4:$D$7)",
        "=CC_TIER(D7,D:D)",
        "=_xludf.CC_TIER(D7,Everybody)",
    ],
)
def test_a_score_may_be_held_against_whole_columns(tmp_path, text):
    small = Small(tmp_path / "master.xlsx")
    small.book.define_name("Everybody", "=Customers!$D$4:$D$7")
    small.formula(small.customers, "F7", text, 3)
    assert opened(copy_of(small.close()))["Customers"]["F5"].value == 3


def test_a_score_may_be_held_against_cells_about_no_customer(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    cuts = small.book.add_worksheet("Cuts")
    cuts.write_row("A2", [3, 4])
    cuts.write_row("A3", [5, 6])
    cuts.add_table("A1:B3", {"name": "Cuts", "columns": [{"header": "a"}, {"header": "b"}]})
    small.formula(small.customers, "F7", "=CC_TIER(D7,Cuts!A3)", 3)
    master = small.close()
    assert opened(copy_of(master))["Customers"]["F5"].value is None
    known = copy_of(master, common=frozenset({"Cuts"}))
    assert opened(known)["Customers"]["F5"].value == 3


def test_a_text_of_ours_that_names_somebody_else_is_not_kept(tmp_path):
    found = one_formula(tmp_path, "=CC_EXPLAIN(D7)", "like Anke", forbidden=Forbidden(["Anke"]))
    assert found[0] is None


@pytest.mark.parametrize("value", ["#NAME?", "#VALUE!", ""])
def test_an_error_of_ours_is_never_shown(tmp_path, value):
    shown, _, note = one_formula(tmp_path, "=CC_TIER(D7)", value)
    assert shown is None
    assert "CC_TIER(D7)" in note


def test_outside_tables_a_value_of_ours_is_kept_only_with_what_it_came_from(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.own.write("A1", 5)
    small.formula(small.own, "A2", "=CC_TIER(A1,A1*2)", 3)
    small.formula(small.own, "A3", "=CC_NPS(Customers[Revenue])", 44)
    own = opened(copy_of(small.close()))["Own"]
    assert own["A2"].value == 3
    assert own["A3"].value is None


def test_an_array_lives_without_what_it_had_spilled(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    sort = "=_xlfn._xlws.SORT(Customers[Name])"
    small.own.write_dynamic_array_formula("A1:A4", sort, None, "Anke")
    for row, name in enumerate(["Bertil", "Carsten", "Dagmar"], 1):
        small.own.write_string(row, 0, name)
    small.own.write_array_formula("C1:C2", "{=ROW(A1:A2)*1}", None, 1)
    small.own.write_array_formula("E1:E2", "{=CC_RFM(Customers[Name])}", None, "Anke")
    small.own.write_string("E2", "Carsten")
    copy = copy_of(small.close())
    own = opened(copy)["Own"]
    assert own["A1"].value.text == sort
    assert own["A1"].value.ref == "A1"
    assert own["C1"].value.ref == "C1:C2"
    assert [own[cell].value for cell in ("A2", "A3", "A4", "E1", "E2")] == [None] * 5
    assert not [name for name in (b"Anke", b"Carsten") if name in everything(copy)]


def test_an_array_whose_first_row_is_gone_leaves_no_values_behind(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.customers.write_array_formula("H4:H7", "{=CC_RFM(B4:B7)}", None, "Anke")
    for row in range(4, 7):
        small.customers.write_string(row, 7, "left over")
    copy = copy_of(small.close())
    assert opened(copy)["Customers"]["H4"].value is None
    assert opened(copy)["Customers"]["H5"].value is None


def test_many_lost_formulas_of_a_column_are_told_on_its_header(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    people = MOST_NOTES + 50
    sheet = small.book.add_worksheet("Many")
    sheet.add_table(0, 0, people, 1, {"name": "Many", "columns": [{"header": h} for h in "ab"]})
    for row in range(1, people + 1):
        sheet.write_number(row, 0, row)
        sheet.write_formula(row, 1, f"=CC_TIER(A{row + 1})", None, row)
    copy = copy_of(small.close(), sheets=("Own", "Many"), own=("Own", "Many"))
    notes = [cell.comment for row in opened(copy)["Many"].iter_rows() for cell in row]
    assert len([note for note in notes if note]) == 1
    assert f"{people} cells" in opened(copy)["Many"]["B1"].comment.text
    assert copy.report.frozen == people
