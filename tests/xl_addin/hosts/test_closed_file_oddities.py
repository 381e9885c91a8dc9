"""Workbooks as people and other programs leave them; each of these once went wrong."""

import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.xl_addin.foreign import contents
from udfs.errors import CustomerChainError
from xl_addin.commands.refresh import refresh
from xl_addin.hosts import safe_save
from xl_addin.hosts.closed_file import ClosedFile, refuse_unreadable
from xl_addin.package.archive import Archive
from xl_addin.tables import Changes

HEADERS = ["Order ID", "Customer ID", "Order date", "Amount"]
DAY = date(2026, 7, 10)


@pytest.fixture
def book(tmp_path) -> Path:
    """Customers in A1:C3 of one sheet, orders in A1:E4 of another, with a column of the user's."""
    path = tmp_path / "Shop.xlsx"
    workbook = xlsxwriter.Workbook(path)
    customers, orders = workbook.add_worksheet("Customers"), workbook.add_worksheet("Orders")
    yellow = workbook.add_format({"bg_color": "yellow"})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    columns = [{"header": h} for h in ("Customer ID", "Last order", "Revenue")]
    customers.add_table("A1:C3", {"name": "Customers", "columns": columns})
    customers.write_column("A2", ["a", "b"])
    customers.write_blank("B3", None, yellow)
    rows = [["o1", "a", date(2026, 1, 1), 10], ["o2", "a", date(2026, 2, 1), 20],
            ["o3", "b", date(2026, 3, 1), 30]]  # fmt: skip
    columns = [{"header": header} for header in [*HEADERS, "Mine"]]
    columns[2]["format"] = day
    orders.add_table("A1:E4", {"name": "Orders", "columns": columns, "data": rows})
    workbook.close()
    return path


def edit_part(path: Path, part: str, *edits: tuple[bytes, bytes]) -> None:
    """Exchange bytes in one part of the package, as another program would have written them."""
    parts = contents(path)
    for old, new in edits:
        assert old in parts[part], old
        parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)


def edited(path: Path, edit) -> None:
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)


def change(path: Path, **kinds) -> None:
    host = ClosedFile(path)
    host.read()
    changes = Changes()
    for kind, columns in kinds.items():
        setattr(changes.table("orders"), kind, columns)
    host.apply(changes)


def append(path: Path, rows: int = 2, **columns) -> None:
    base = {"customer_id": ["n"] * rows, "amount": [7] * rows}
    change(path, append=base | columns)


def orders_of(path: Path):
    return openpyxl.load_workbook(path)["Orders"]


def refusal(path: Path, action=append) -> CustomerChainError:
    before = path.read_bytes()
    with pytest.raises(CustomerChainError) as refused:
        action(path)
    assert path.read_bytes() == before
    return refused.value


def test_what_is_imported_wins_over_a_formula_in_the_last_row(book):
    edited(book, lambda w: w["Orders"].__setitem__("D4", "=15*2"))
    append(book)
    assert [orders_of(book)[f"D{row}"].value for row in (4, 5, 6)] == ["=15*2", 7, 7]


def test_what_replaces_all_rows_leaves_no_old_value_behind(book):
    edited(book, lambda w: w["Orders"].__setitem__("D4", "=15*2"))
    change(book, replace={"order_id": ["n1"], "customer_id": ["x"], "amount": [555]})
    assert [cell.value for cell in orders_of(book)[2]] == ["n1", "x", None, 555, None]
    assert orders_of(book).tables["Orders"].ref == "A1:E2"


@pytest.mark.parametrize(
    ("formula", "below"),
    [
        ("D4*2", "D5*2"),
        ("SUM($D$2:D4)", "SUM($D$2:D5)"),
        ('"D4"&D4', '"D4"&D5'),
        ("COUNTIF(D4:D1048576,D4)", None),
        ("Sheet1!#REF!+D4", None),
        ("[1]!Name+D4", None),
        ("SUM(D2:INDEX(D:D,9))", None),
    ],
)
def test_a_formula_is_filled_down_rightly_or_not_at_all(book, formula, below):
    edited(book, lambda w: w["Orders"].__setitem__("E4", f"={formula}"))
    append(book, 1)
    assert orders_of(book)["E5"].value == (below and f"={below}")


def test_a_column_name_with_a_line_break_stays_right_in_a_filled_formula(book):
    edit_part(
        book,
        "xl/worksheets/sheet2.xml",
        (b"</c></row></sheetData>", b'</c><c r="E4"><f>Orders[[#This Row],[My_x000a_note]]*2</f>'
         b"<v>0</v></c></row></sheetData>"),
    )  # fmt: skip
    append(book, 1)
    xml = contents(book)["xl/worksheets/sheet2.xml"]
    assert xml.count(b"<f>Orders[[#This Row],[My_x000a_note]]*2</f>") == 2


def test_any_kind_of_content_below_the_table_is_seen(book):
    for content in (b' t="str"><v xml:space="preserve"> mine </v>',
                    b' t="inlineStr"><is xml:space="preserve"><t>x</t></is>'):  # fmt: skip
        cell = b'<c r="B5"' + content + b"</c>"
        edit_part(
            book,
            "xl/worksheets/sheet2.xml",
            (b"</sheetData>", b'<row r="5">' + cell + b"</row></sheetData>"),
        )
        assert refusal(book).key == "table.no_room"
        edit_part(book, "xl/worksheets/sheet2.xml", (b'<row r="5">' + cell + b"</row>", b""))


def test_a_table_does_not_grow_over_another_one_that_is_blank(book):
    def edit(workbook):
        table = openpyxl.worksheet.table.Table(displayName="Other", ref="A6:B9", headerRowCount=0)
        table._initialise_columns()
        workbook["Orders"].add_table(table)

    edited(book, edit)
    assert refusal(book, lambda path: append(path, 4)).key == "table.no_room"


def test_a_table_part_written_in_an_unusual_way_is_refused_not_half_changed(book):
    parts = contents(book)
    xml = parts["xl/tables/table2.xml"]
    edit_part(book, "xl/tables/table2.xml", (xml, xml.replace(b'ref="A1:E4"', b"ref='A1:E4'")))
    assert refusal(book).key == "file.strict"


def test_a_workbook_part_with_a_prefix_is_refused_when_it_would_not_calculate(book):
    xml = contents(book)["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    prefixed = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", xml).replace(b"xmlns=", b"xmlns:x=")
    edit_part(book, "xl/workbook.xml", (contents(book)["xl/workbook.xml"], prefixed))
    assert refusal(book).key == "file.strict"


def test_behind_a_link_the_file_itself_is_changed(book, tmp_path):
    link = tmp_path / "elsewhere" / "Link.xlsx"
    link.parent.mkdir()
    link.symlink_to(book)
    append(link)
    assert link.is_symlink()
    assert len(ClosedFile(book).read()["orders"]) == 5
    safe_save.undo(link, refuse_unreadable)
    assert link.is_symlink()
    assert len(ClosedFile(book).read()["orders"]) == 3


def test_undo_does_not_bring_back_what_is_no_workbook(book):
    append(book)
    safe_save.backup_path(book).write_bytes(b"junk")

    def undo(path):
        safe_save.undo(path, refuse_unreadable)

    assert refusal(book, undo).key == "file.not_workbook"


def test_a_coloured_row_keeps_its_colour_when_dates_are_written(book):
    host = ClosedFile(book)
    host.apply(refresh(host.read(), datetime(2026, 7, 11), DAY))
    sheet = openpyxl.load_workbook(book)["Customers"]
    assert sheet["B3"].fill.fgColor.rgb == "FFFFFF00"
    assert sheet["B2"].fill.fgColor.rgb != "FFFFFF00"
    assert sheet["B2"].is_date
    assert sheet["B3"].is_date


def test_a_row_that_stands_already_gets_the_styles_of_the_table(book):
    edited(book, lambda w: w["Orders"].__setitem__("H6", "a remark beside"))
    append(book, 3, order_date=[DAY] * 3)
    sheet = orders_of(book)
    assert {sheet[f"C{row}"].number_format for row in (4, 5, 6, 7)} == {sheet["C4"].number_format}
    assert sheet["H6"].value == "a remark beside"


def test_a_style_behind_the_type_is_kept(book):
    edit_part(book, "xl/worksheets/sheet1.xml", (b'<c r="B3" s="1"/>', b'<c r="B3" t="n" s="1"/>'))
    host = ClosedFile(book)
    host.apply(refresh(host.read(), datetime(2026, 7, 11), DAY))
    assert openpyxl.load_workbook(book)["Customers"]["B3"].fill.fgColor.rgb == "FFFFFF00"


def test_text_that_looks_like_spans_is_left_alone(book):
    edited(book, lambda w: w["Orders"].__setitem__("H6", 'see spans="1:2" here'))
    append(book, 3)
    assert orders_of(book)["H6"].value == 'see spans="1:2" here'


def test_a_calculation_chain_does_not_outlive_the_formulas_it_names(book):
    edited(book, lambda w: w["Orders"].__setitem__("D2", "=1+1"))
    parts = contents(book)
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    chain = b'<calcChain xmlns="%b"><c r="D2" i="2"/></calcChain>' % space
    rels, types = parts["xl/_rels/workbook.xml.rels"], parts["[Content_Types].xml"]
    parts["xl/calcChain.xml"] = chain
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(
        b"</Relationships>",
        b'<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    )
    parts["[Content_Types].xml"] = types.replace(
        b"</Types>",
        b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.calcChain+xml"/></Types>',
    )
    with zipfile.ZipFile(book, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    change(book, replace={"customer_id": ["x"], "amount": [5]})
    after = contents(book)
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["xl/_rels/workbook.xml.rels"] + after["[Content_Types].xml"]


def test_part_of_an_array_formula_is_not_overwritten(book):
    def edit(workbook):
        formula = openpyxl.worksheet.formula.ArrayFormula("B2:C3", "=ROW(A1:B2)")
        workbook["Customers"]["B2"] = formula

    edited(book, edit)

    def action(path):
        host = ClosedFile(path)
        host.apply(refresh(host.read(), datetime(2026, 7, 11), DAY))

    assert refusal(book, action).key in ("table.array_formula", "table.formula_in_owned")


def test_a_formula_that_others_share_is_not_taken_from_them(book):
    edit_part(book, "xl/worksheets/sheet2.xml",
              (b'<c r="D2"><v>10</v></c>',
               b'<c r="D2"><f t="shared" ref="D2:F2" si="0">A2</f><v>0</v></c>'))  # fmt: skip

    def action(path):
        change(path, replace={"customer_id": ["x"], "amount": [5]})

    assert refusal(book, action).key == "table.array_formula"


def test_the_mark_of_a_blank_table_goes_when_it_is_filled(book):
    change(book, replace={"customer_id": [], "amount": []})
    edit_part(book, "xl/tables/table2.xml", (b"displayName=", b'insertRow="1" displayName='))
    append(book, 1)
    assert b"insertRow" not in contents(book)["xl/tables/table2.xml"]


def test_a_validation_whose_words_hold_a_bracket_follows_the_table(book):
    def edit(workbook):
        rule = openpyxl.worksheet.datavalidation.DataValidation(
            type="whole", formula1="1", prompt="a > b", sqref="D2:D4"
        )
        workbook["Orders"].add_data_validation(rule)

    edited(book, edit)
    append(book, 1)
    assert str(orders_of(book).data_validations.dataValidation[0].sqref) == "D2:D5"


def test_a_stray_cell_at_the_end_of_the_sheet_is_named(book):
    edited(book, lambda w: w["Orders"].__setitem__("XFD1048576", "oops"))
    why = refusal(book)
    assert why.key == "table.sprawl"
    assert "XFD1048576" in why.sentence("en")


def test_a_sheet_cut_off_in_the_middle_is_called_damaged(book):
    xml = contents(book)["xl/worksheets/sheet2.xml"]
    edit_part(book, "xl/worksheets/sheet2.xml", (xml, xml[: len(xml) // 2]))
    assert refusal(book).key == "file.damaged"


@pytest.mark.parametrize("name", ["x" * 300 + ".xlsx", "Shop.xlsx/inside.xlsx"])
def test_a_path_the_system_cannot_have_is_refused_with_a_sentence(book, name):
    with pytest.raises(CustomerChainError):
        ClosedFile(book.parent / name).read()


def test_the_workbook_is_not_held_open_while_it_is_renamed(book, monkeypatch):
    """Windows does not rename a file that is open."""
    held = []
    rename = Path.replace

    def watched(self, target):
        if Path(target) == book:
            open_files = [link.resolve() for link in Path("/proc/self/fd").iterdir()]
            held.extend(name for name in open_files if name.parent == book.parent)
        return rename(self, target)

    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not list open files")
    monkeypatch.setattr(Path, "replace", watched)
    append(book)
    assert held == []


def test_several_processes_at_once_leave_a_whole_workbook_and_clear_sentences(book):
    code = (
        "import sys\nfrom xl_addin.cli import main\n"
        f"sys.exit(main(['refresh', {str(book)!r}, '--as-of', '2026-07-10', '--lang', 'en']))"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code], stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    said = [run.communicate()[1].decode() for run in runs]
    assert {run.returncode for run in runs} <= {0, 3}
    assert any(run.returncode == 0 for run in runs)
    assert all("changed by another program" in words for words in said if words)
    assert ClosedFile(book).read()["customers"].columns["revenue"] == [30, 30]
    left = {entry.name for entry in book.parent.iterdir()}
    assert left == {"Shop.xlsx", "Shop.undo.xlsx"}


def test_the_first_day_of_the_1904_calendar_stays_a_date_as_text(book):
    edit_part(book, "xl/workbook.xml", (b"<workbookPr ", b'<workbookPr date1904="1" '))
    append(book, 1, order_date=[date(1904, 1, 1)])
    assert ClosedFile(book).read()["orders"].columns["order_date"][-1] == "1904-01-01"


@pytest.mark.parametrize("part", ["docProps/app.xml", "xl/worksheets/sheet2.xml"])
def test_a_part_that_arrives_damaged_is_noticed_before_the_old_file_goes(book, monkeypatch, part):
    write = Archive.write_changed

    def damaging(self, target, changed):
        others = {name: self.read(name) for name in self.names()} | dict(changed)
        write(self, target, {**others, part: others[part] + b"<!-- damaged -->"})

    monkeypatch.setattr(Archive, "write_changed", damaging)
    assert refusal(book).key == "file.verify_failed"
