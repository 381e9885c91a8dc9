"""Whole copies: nothing of others is in them, everything of the reader's own is."""

import random
import re
from xml.etree import ElementTree

import pytest

from tests.xl_addin.copying.hard_book import CUSTOMER_CAPTIONS, build_hard_book
from tests.xl_addin.copying.making_copies import (
    PAGE,
    Small,
    copy_of,
    details,
    opened,
    parts_of,
    with_part,
)
from tests.xl_addin.foreign import build_foreign
from udfs.errors import CustomerChainError
from xl_addin.copying import (
    CopyReport,
    Forbidden,
    Master,
    Selection,
    SheetSelection,
    TableSelection,
    find_leaks,
    make_copy,
    together,
)


def hard_copy(book, owner, dropped=frozenset(), masks=None, forbidden=None):
    selection = Selection(
        [
            SheetSelection(
                "Customers",
                True,
                {"customers": TableSelection(book.customer_rows(owner), dropped, masks or {})},
            ),
            SheetSelection("Orders", True, {"Orders": TableSelection(book.order_rows(owner))}),
            SheetSelection("My sheet", False),
            SheetSelection("Hidden sheet", False),
        ]
    )
    return make_copy(
        Master(book.path), selection, details(front_page=PAGE, properties={"base": "f00"}),
        Forbidden(book.foreign(owner) if forbidden is None else forbidden),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(1, 13))
def test_whatever_is_chosen_nothing_of_others_is_anywhere_in_the_copy(tmp_path, seed):
    """Thoroughly: all parts, raw and inflated, for every value of every other customer."""
    dice = random.Random(seed)
    book = build_hard_book(tmp_path / "master.xlsx", seed, 5 + seed)
    owner = dice.choice(["Ann", "Bob"])
    own = [c for c in CUSTOMER_CAPTIONS if c not in ("Name", "Owner")]
    dropped = frozenset(dice.sample(own, dice.randrange(4)))
    masks = {"Phone": lambda text: text[:3] + "…"} if seed % 2 else {}
    if "Phone" in dropped:
        masks = {}
    secret = book.foreign(owner)
    for customer in book.of(owner):
        secret += [customer.phone] if masks else []
        secret += [f"{customer.margin:.15g}"] if "Secret margin" in dropped else []
        secret += [customer.mail] if "E-mail" in dropped else []
    secret += [f"{book.total:.15g}", f"{book.total / 2:.15g}", f"{book.total * 3:.15g}"]
    copy = hard_copy(book, owner, dropped, masks, secret)
    assert find_leaks(copy.package, Forbidden(secret), thorough=True) == []
    formulas = re.findall(rb"<f[^>]*>([^<]*)</f>", b"".join(parts_of(copy.package).values()))
    assert formulas
    assert not [formula for formula in formulas if b"CC_" in formula.upper()]
    for customer in book.of(owner):
        assert customer.name.encode() in parts_of(copy.package)["xl/sharedStrings.xml"]


def test_the_test_workbook_would_leak_if_it_were_copied_carelessly(tmp_path):
    book = build_hard_book(tmp_path / "master.xlsx")
    leaks = find_leaks(book.path.read_bytes(), Forbidden(book.foreign("Ann")), thorough=True)
    parts = " ".join(leak.part for leak in leaks)
    wanted = ["sharedStrings", "comments", "charts", "table1", "docProps", "workbook.xml", "sheet1"]
    wanted += ["pivot", "external", "connections", "persons", "customXml", "vba", "styles", "vml"]
    assert not [name for name in wanted[:-1] if name not in parts]


def test_only_known_parts_are_in_a_copy(tmp_path):
    parts = parts_of(hard_copy(build_hard_book(tmp_path / "master.xlsx"), "Ann").package)
    known = (
        r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app|custom)\.xml|xl/(workbook|styles|"
        r"sharedStrings|metadata|comments\d+|theme/theme1|worksheets/sheet\d+|tables/table\d+|"
        r"drawings/drawing\d+|charts/chart\d+_\d+)\.xml|xl/drawings/vmlDrawing\d+\.vml|"
        r"xl/(|worksheets/|drawings/)_rels/[\w.]+\.rels"
    )
    assert not [name for name in parts if not re.fullmatch(known, name)]
    for name, data in parts.items():
        ElementTree.fromstring(data)
        assert b"<!--" not in data, name


def test_the_same_selection_gives_the_same_bytes(tmp_path):
    book = build_hard_book(tmp_path / "master.xlsx")
    assert hard_copy(book, "Ann").package == hard_copy(book, "Ann").package


def test_many_copies_of_one_master_do_not_disturb_each_other(tmp_path):
    small = Small(tmp_path / "master.xlsx").close()
    first = copy_of(small)
    copy_of(small, rows=(4, 6), orders=(), dropped=frozenset({"Name"}))
    assert copy_of(small).package == first.package


def test_what_stayed_behind_is_told_in_both_languages(tmp_path):
    report = hard_copy(build_hard_book(tmp_path / "master.xlsx"), "Ann").report
    assert {
        "pivots": 1,
        "pictures": 1,
        "threads": 1,
        "slicers": 1,
    }.items() <= report.dropped.items()
    assert {"charts": 1, "hidden_sheets": 1, "shapes": 1}.items() <= report.dropped.items()
    said = " ".join(report.sentences("en"))
    assert "1 pivot table" in said
    assert "My sheet!A5" in said or "others" in said
    assert "数据透视表" in " ".join(report.sentences("zh"))


def test_what_many_copies_left_behind_is_told_once():
    first = CopyReport({"Customers": 2}, 1000, 3, ("A!B2", "A!B3"), {"pictures": 2, "links": 2})
    second = CopyReport({"Customers": 1}, 500, 4, ("A!B2",), {"pictures": 1})
    found = together([first, second])
    assert found.rows == {"Customers": 3}
    assert (found.frozen, found.masked) == (1500, 7)
    assert found.blanked == ("A!B2", "A!B3")
    assert found.dropped == {"pictures": 2, "links": 2}
    assert found.sentences("zh")[0].startswith("1,500 个单元格")
    assert together([]).sentences("en") == []


def test_rows_and_columns_are_deleted_as_excel_deletes_them(tmp_path):
    copy = copy_of(Small(tmp_path / "m.xlsx").close(), dropped=frozenset({"Owner"}))
    sheet = opened(copy)["Customers"]
    cells = [[cell.value for cell in row] for row in sheet["A3:E5"]]
    assert cells == [
        ["ID", "Name", "Revenue", "Margin", "Mine"],
        ["C5", "Bertil", 502.5, 36.25, "note 5"],
        ["C7", "Dagmar", 703.5, 50.75, "note 7"],
    ]
    assert sheet.max_row == 5
    table = sheet.tables["Customers"]
    assert table.ref == "A3:E5"
    assert table.column_names == ["ID", "Name", "Revenue", "Margin", "Mine"]
    assert copy.report.rows == {"Customers": 2, "Orders": 4}


def test_a_table_of_which_no_row_is_kept_keeps_one_blank_row(tmp_path):
    copy = copy_of(Small(tmp_path / "m.xlsx").close(), rows=())
    sheet = opened(copy)["Customers"]
    assert sheet.tables["Customers"].ref == "A3:F4"
    assert [cell.value for cell in sheet[4]] in ([None] * 6, [])
    assert copy.report.rows["Customers"] == 0


def test_a_table_that_is_not_named_keeps_no_row_on_a_sheet_of_ours_and_all_on_an_own(tmp_path):
    master = Small(tmp_path / "m.xlsx").close()
    ours = make_copy(master, Selection([SheetSelection("Customers", True)]), details())
    own = make_copy(master, Selection([SheetSelection("Customers", False)]), details())
    assert opened(ours)["Customers"].tables["Customers"].ref == "A3:F4"
    assert opened(own)["Customers"].tables["Customers"].ref == "A3:F7"


def test_tables_side_by_side_lose_their_own_rows_only(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    header = [{"header": "x"}, {"header": "y"}]
    for row in range(3, 9):
        small.customers.write_row(row, 8, [f"x{row + 1}", row])
    small.customers.add_table(2, 8, 8, 9, {"name": "Beside", "columns": header})
    tables = {"Customers": TableSelection((5,)), "Beside": TableSelection((6, 9))}
    copy = make_copy(
        small.close(), Selection([SheetSelection("Customers", True, tables)]), details()
    )
    sheet = opened(copy)["Customers"]
    assert [cell.value for cell in sheet["B"]][2:] == ["Name", "Bertil", None, None]
    assert [cell.value for cell in sheet["I"]][2:] == ["x", None, "x6", "x9"]
    assert b"Carsten" not in b"".join(parts_of(copy.package).values())


def test_a_column_another_table_needs_is_cleared_and_not_deleted(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    for row in range(12, 15):
        small.customers.write_row(row, 0, [f"u{row}", f"v{row}"])
    header = [{"header": "u"}, {"header": "v"}]
    small.customers.add_table(11, 0, 14, 1, {"name": "Below", "columns": header})
    tables = {
        "Customers": TableSelection(None, frozenset({"Name"})),
        "Below": TableSelection(None),
    }
    copy = make_copy(
        small.close(), Selection([SheetSelection("Customers", True, tables)]), details()
    )
    sheet = opened(copy)["Customers"]
    assert [sheet.cell(row, 2).value for row in range(3, 8)] == ["Name", *[None] * 4]
    assert sheet["B13"].value == "v12"
    assert b"Bertil" not in b"".join(parts_of(copy.package).values())


def test_beside_the_tables_of_our_sheets_only_known_words_stay(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.customers.write("A1", "Customers")  # a word of the product
    small.customers.write("B1", "The caller knows this")
    small.customers.write("C1", "anything")
    small.customers.write("H5", 12345)
    small.customers.write("A12", "below")
    small.own.write("A1", "anything")
    copy = copy_of(small.close(), known_texts=frozenset({"The caller knows this"}))
    sheet = opened(copy)["Customers"]
    assert [cell.value for cell in sheet[1]][:3] == [
        "Customers",
        "The caller knows this",
        None,
    ]
    assert sheet["H4"].value is None
    assert sheet["A10"].value is None
    assert opened(copy)["Own"]["A1"].value == "anything"
    assert copy.report.dropped["remarks"] == 3


def test_no_filter_no_hidden_row_and_no_author_goes_along(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.customers.set_row(4, None, None, {"hidden": True})
    small.own.set_row(4, None, None, {"hidden": True})
    small.own.write("A5", "helper")
    small.book.set_properties({"author": "Mallory", "company": "Mallory & Sons"})
    copy = copy_of(small.close())
    assert not opened(copy)["Customers"].row_dimensions[4].hidden
    assert opened(copy)["Own"].row_dimensions[5].hidden
    assert opened(copy).properties.creator in (None, "openpyxl")
    assert opened(copy).properties.title == "A copy"
    assert b"Mallory" not in b"".join(parts_of(copy.package).values())


def test_notes_stay_on_kept_rows_and_headers_without_their_authors(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    for cell in ("B3", "B4", "B5", "A1"):
        small.customers.write_comment(cell, f"about {cell}", {"author": "Mallory"})
    copy = copy_of(small.close())
    sheet = opened(copy)["Customers"]
    notes = {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}
    assert notes == {"B3": "about B3", "B4": "about B5"}
    assert b"Mallory" not in b"".join(parts_of(copy.package).values())


def test_the_box_of_a_note_ends_in_the_row_that_its_height_reaches(tmp_path):
    def last_row(height):
        small = Small(tmp_path / f"{height}.xlsx")
        small.customers.write_comment("B5", "seen", {"height": 80})
        for row in range(2, 7):
            small.customers.set_row(row, height)
        parts = parts_of(copy_of(small.close()).package)
        (vml,) = (data for name, data in parts.items() if "vmlDrawing" in name)
        anchor = re.search(rb"<x:Anchor>(.*?)</x:Anchor>", vml)
        return int(anchor[1].split(b",")[6])

    assert last_row(12) > last_row(60)


def test_formats_stay_and_the_words_in_unused_ones_go(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    used = small.book.add_format({"bold": True, "num_format": '0.00" euros"'})
    unused = small.book.add_format({"num_format": '0" for Anke"'})
    small.customers.write_number("D5", 1, used)
    small.customers.write_number("D4", 1, unused)
    copy = copy_of(small.close(), forbidden=Forbidden(["Anke"]))
    cell = opened(copy)["Customers"]["D4"]
    assert cell.font.bold
    assert cell.number_format == '0.00" euros"'


def test_words_in_a_format_that_is_used_go_when_they_are_somebody_elses(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.customers.write_number("D5", 1, small.book.add_format({"num_format": '0" for Anke"'}))
    copy = copy_of(small.close(), forbidden=Forbidden(["Anke"]))
    assert opened(copy)["Customers"]["D4"].number_format == "General"


def test_a_calculated_column_stays_one(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.captions[5] = {"header": "Mine", "formula": "=[@Revenue]*2"}
    master = small.close()
    table = opened(copy_of(master))["Customers"].tables["Customers"]
    formula = table.tableColumns[5].calculatedColumnFormula
    assert formula.attr_text == "[[#This Row],Revenue]*2"
    gone = opened(copy_of(master, dropped=frozenset({"Revenue"})))["Customers"].tables["Customers"]
    assert gone.tableColumns[4].calculatedColumnFormula is None


@pytest.mark.parametrize("bad", [b"<v>999</v>", b"<v>x</v>"])
def test_a_damaged_master_is_refused_with_a_sentence(tmp_path, bad):
    small = Small(tmp_path / "m.xlsx")
    small.close()
    package = small.path.read_bytes()
    sheet = parts_of(package)["xl/worksheets/sheet1.xml"]
    spoilt = re.sub(rb't="s"><v>\d+</v>', b't="s">' + bad, sheet)
    small.path.write_bytes(with_part(package, "xl/worksheets/sheet1.xml", spoilt))
    with pytest.raises(CustomerChainError) as refused:
        copy_of(Master(small.path))
    assert refused.value.key == "file.damaged"


def test_rules_follow_their_cells_and_those_with_foreign_words_go(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    red = small.book.add_format({"bg_color": "#FF0000"})
    area = "D4:D7"
    for criteria in ("=$D4>AVERAGE($D$4:$D$7)", "=CC_TIER($D4)=1", '=$B4="Anke"', "=$D4>Gone!$A$1"):
        small.customers.conditional_format(
            area, {"type": "formula", "criteria": criteria, "format": red}
        )
    small.customers.data_validation("C4:C7", {"validate": "list", "source": "=$B$4:$B$7"})
    small.customers.data_validation("B4:B7", {"validate": "list", "source": ["Anke", "x"]})
    small.customers.data_validation("A4:A7", {"validate": "list", "source": "=Orders!$B$2:$B$9"})
    copy = copy_of(
        small.close(), forbidden=Forbidden(["Anke"]), dropped=frozenset({"Owner"}),
        sheets=("Customers",),
    )  # fmt: skip
    sheet = opened(copy)["Customers"]
    rules = [
        (str(area.sqref), rule.formula)
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    assert rules == [("C4:C5", ["$C4>AVERAGE($C$4:$C$5)"])]
    assert not sheet.data_validations.dataValidation
    assert copy.report.dropped == {"formats": 3, "validations": 2}


def test_a_list_from_a_kept_column_follows_it(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.customers.data_validation("F4:F7", {"validate": "list", "source": "=$B$4:$B$7"})
    small.customers.data_validation("D4:E7", {"validate": "custom", "value": "=D4>$D$5"})
    copy = copy_of(small.close(), dropped=frozenset({"ID"}))
    found = opened(copy)["Customers"].data_validations.dataValidation
    assert [(str(v.sqref), v.formula1) for v in found] == [
        ("E4:E5", "$A$4:$A$5"),
        ("C4:D5", "C4>$C$4"),
    ]


def test_names_stay_where_their_cells_do(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.book.define_name("Wanted", "=Customers!$D$4:$D$7")
    small.book.define_name("Twice", "=SUM(Wanted)*2")
    small.book.define_name("Gone", "=Customers!$E$4")
    small.book.define_name("Words", '="Anke"')
    small.book.define_name("Orders!Local", "=Orders!$A$2")
    small.customers.print_area("A1:F7")
    small.customers.repeat_rows(2)
    copy = copy_of(small.close(), dropped=frozenset({"Margin"}))
    book = opened(copy)
    assert {name: one.attr_text for name, one in book.defined_names.items()} == {
        "Wanted": "'Customers'!$D$4:$D$5",
        "Twice": "SUM(Wanted)*2",
    }
    assert book["Customers"].print_area == "'Customers'!$A$1:$E$5"
    assert book["Customers"].print_title_rows == "$3:$3"
    assert copy.report.dropped["names"] == 2


def test_charts_keep_their_looks_and_forget_their_values(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    chart = small.book.add_chart({"type": "column"})
    series = {
        "name": "=Customers!$D$3",
        "categories": "=Customers!$B$4:$B$7",
        "values": "=Customers!$D$4:$D$7",
        "fill": {"color": "#112233"},
    }
    chart.add_series(series)
    chart.add_series({"name": "Anke", "values": "=Customers!$E$4:$E$7"})
    chart.set_title({"name": "=Customers!$B$4"})
    chart.set_x_axis({"name": "typed"})
    small.own.insert_chart("C3", chart)
    parts = parts_of(copy_of(small.close(), dropped=frozenset({"Margin"})).package)
    xml = next(data for name, data in parts.items() if "/charts/" in name)
    assert re.findall(rb"<c:f>([^<]*)", xml) == [
        b"'Customers'!$D$3",
        b"'Customers'!$B$4:$B$5",
        b"'Customers'!$D$4:$D$5",
    ]
    assert b"Cache" not in xml
    assert b"Anke" not in xml
    assert b"112233" in xml
    assert b"typed" in xml
    assert b'autoTitleDeleted val="1"' in xml


def test_the_first_page_says_what_the_caller_says(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    copy = copy_of(small.close(), front_page=PAGE)
    book = opened(copy)
    assert book.sheetnames == ["About this copy", "Customers", "Orders", "Own"]
    assert [book.active["B2"].value, book.active["C4"].value] == ["A copy for Ann", "Ann"]
    assert book["Customers"]["A3"].value == "ID"


def test_dates_of_1904_links_and_frozen_rows_stay(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.book.date_1904 = True
    small.customers.freeze_panes(3, 2)
    small.customers.write_url("A5", "internal:Orders!A3", None, "C5")
    small.customers.write_url("A7", "https://x.example/7", None, "C7")
    small.customers.write_url("A6", "https://x.example/Carsten", None, "C6")
    small.own.write_url("A1", "external:\\\\server\\secret\\a.xlsx", None, "file")
    copy = copy_of(small.close(), dropped=frozenset({"Name"}), orders=(3,))
    sheet = opened(copy)["Customers"]
    assert opened(copy).epoch.year == 1904
    assert sheet.freeze_panes == "B4"
    assert sheet["A4"].hyperlink.location == "'Orders'!A2"
    assert sheet["A5"].hyperlink.target == "https://x.example/7"
    assert b"Carsten" not in b"".join(parts_of(copy.package).values())
    assert copy.report.dropped["links"] == 1


def test_a_workbook_full_of_foreign_things_makes_a_copy(tmp_path, schema_errors):
    path = tmp_path / "foreign.xlsx"
    build_foreign(path)
    chosen = {"Customers": TableSelection((7, 9)), "Orders": TableSelection((2, 5))}
    selection = Selection(
        [
            SheetSelection("My customers", False, {"Customers": chosen["Customers"]}),
            SheetSelection("Orders 2026", True, {"Orders": chosen["Orders"]}),
            SheetSelection("My sheet", False),
        ]
    )
    copy = make_copy(Master(path), selection, details("zh"), Forbidden(["Name 1", "Name 3"]))
    target = tmp_path / "copy.xlsx"
    target.write_bytes(copy.package)
    assert schema_errors(target) == []
    assert copy.report.dropped["shapes"] == 1
    assert opened(copy)["Orders 2026"]["F3"].value == "=D3*1.06"


@pytest.mark.parametrize(
    ("selection", "key"),
    [
        (Selection([SheetSelection("Nowhere", True)]), "copying.no_sheet"),
        (Selection([]), "copying.nothing"),
        (Selection([SheetSelection("Own", True, {"T": TableSelection()})]), "copying.no_table"),
        (
            Selection([SheetSelection("Orders", True, {"Orders": TableSelection((1,))})]),
            "copying.no_row",
        ),
        (
            Selection(
                [SheetSelection("Orders", True, {"Orders": TableSelection(None, frozenset("z"))})]
            ),
            "copying.no_column",
        ),
    ],
)
def test_a_selection_that_does_not_fit_is_refused_with_a_sentence(tmp_path, selection, key):
    master = Small(tmp_path / "m.xlsx").close()
    with pytest.raises(CustomerChainError) as refused:
        make_copy(master, selection, details())
    assert refused.value.key == key
    assert refused.value.sentence("zh") != refused.value.sentence("en")


def test_a_number_typed_into_a_total_row_of_ours_stays_behind_and_its_words_go_along(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    captions = [{"header": c} for c in ("Kind", "Sum")]
    for column, caption in ((10, "total_string"), (11, "total_string")):
        captions[column - 10][caption] = "Total"
    small.customers.add_table(2, 10, 5, 11, {"name": "T", "columns": captions, "total_row": True})
    small.customers.write(5, 11, 8765432.5)
    chosen = {"T": TableSelection((4, 5))}
    selection = Selection([SheetSelection("Customers", True, chosen)])
    sheet = opened(make_copy(small.close(), selection, details()))["Customers"]
    last = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "Total" in last
    assert 8765432.5 not in last


@pytest.mark.parametrize("code", [r"\A\n\k\e\ 0", '"An""ke"0', r'"An"\k"e "0'])
def test_words_in_a_format_are_found_letter_by_letter(tmp_path, code):
    small = Small(tmp_path / "m.xlsx")
    small.customers.write_number("D5", 1, small.book.add_format({"num_format": code}))
    copy = copy_of(small.close(), forbidden=Forbidden(["Anke"]))
    assert opened(copy)["Customers"]["D4"].number_format == "General"


def test_a_formula_in_a_masked_column_is_not_computed_anew(tmp_path):
    small = Small(tmp_path / "m.xlsx")
    small.formula(small.customers, "F5", '="138"&"77778888"', "13877778888")
    copy = copy_of(small.close(), masks={"Mine": lambda said: said[:3] + "***"})
    assert opened(copy)["Customers"]["F4"].value == "138***"
    sheets = {n: part for n, part in parts_of(copy.package).items() if "/sheet" in n}
    assert b"77778888" not in b"".join(sheets.values()).replace(b"&amp;", b"&")


@pytest.mark.parametrize("masked", [False, True])
def test_in_a_masked_copy_notes_and_links_tell_no_contact_data(tmp_path, masked):
    small = Small(tmp_path / "m.xlsx")
    small.customers.write_comment("B5", "now 139 5555 6666")
    small.customers.write_comment("B7", "likes tea")
    small.customers.write_url("E5", "mailto:bertil.new@example.com", string="write")
    copy = copy_of(small.close(), masks={"Mine": lambda said: "***"} if masked else {})
    content = b"".join(parts_of(copy.package).values())
    assert (b"139 5555 6666" in content) is not masked
    assert (b"bertil.new" in content) is not masked
    assert b"likes tea" in content
