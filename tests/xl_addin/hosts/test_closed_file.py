"""The closed file: our cells change, everything else stays byte for byte."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.xl_addin.foreign import CUSTOMERS, build_foreign, contents
from udfs.errors import CustomerChainError
from xl_addin.commands.refresh import refresh
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.hosts.safe_save import backup_path
from xl_addin.tables import Changes

# openpyxl plays the other program here, and says what it loses.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

DAY = date(2026, 7, 10)
NOW = datetime(2026, 7, 11, 9, 30)


@pytest.fixture
def book(tmp_path) -> Path:
    path = tmp_path / "Mine.xlsx"
    build_foreign(path)
    return path


def refreshed(path: Path) -> None:
    host = ClosedFile(path)
    host.apply(refresh(host.read(), NOW, DAY))


def appended(path: Path, table: str, rows: dict) -> None:
    host = ClosedFile(path)
    host.read()
    changes = Changes()
    changes.table(table).append = rows
    host.apply(changes)


def test_tables_are_read_whatever_the_order_of_their_columns(book):
    read = ClosedFile(book).read()
    customers = read["customers"]
    assert customers.columns["customer_id"] == CUSTOMERS
    assert customers.extra["My rating"] == [0, 1.5, 3, 4.5, 6]
    assert customers.sheet == "My customers"
    assert customers.row_number(0) == 7
    assert read["orders"].columns["order_date"][0] == date(2026, 1, 5)
    assert read.lang == "en"


def test_a_chinese_workbook_is_recognised_by_its_captions(tmp_path):
    build_foreign(tmp_path / "zh.xlsx", "zh")
    assert ClosedFile(tmp_path / "zh.xlsx").read().lang == "zh"


def test_a_refresh_changes_the_customer_sheet_and_no_other_part(book):
    before = contents(book)
    refreshed(book)
    after = contents(book)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml"}


def test_a_refresh_writes_only_cells_of_computed_columns(book):
    before = openpyxl.load_workbook(book)["My customers"]
    refreshed(book)
    after = openpyxl.load_workbook(book)["My customers"]
    computed = {"Tier", "Why", "Last order", "Revenue", "Orders", "Churn flag", "Previous tier",
                "Tier changed on"}  # fmt: skip
    for row in before.iter_rows(min_row=1, max_row=40, max_col=30):
        for cell in row:
            caption = before.cell(6, cell.column).value
            if not (7 <= cell.row <= 11 and caption in computed):
                assert after[cell.coordinate].value == cell.value, cell.coordinate
            assert after[cell.coordinate].number_format == cell.number_format


def test_the_refreshed_cells_hold_the_scores(book):
    refreshed(book)
    customers = ClosedFile(book).read()["customers"]
    assert customers.columns["revenue"] == [200.5, 900, 45, 60, 0]
    assert customers.columns["order_count"] == [2, 1, 1, 1, 0]
    assert customers.columns["last_order"][0] == date(2026, 3, 5)
    assert customers.columns["churn_flag"] == ["No", "Yes", "Yes", "No", "No"]
    assert customers.columns["tier"][-1] is None


def test_a_second_refresh_gives_the_same_file(book):
    refreshed(book)
    once = contents(book)
    refreshed(book)
    assert contents(book) == once


def test_the_state_before_is_kept_and_comes_back(book):
    before = book.read_bytes()
    refreshed(book)
    assert backup_path(book).read_bytes() == before


def test_new_rows_take_formats_validations_filters_and_formulas_along(book):
    appended(book, "orders", {
        "order_id": ["o7", "o8"], "customer_id": ["c7", "007"],
        "order_date": [date(2026, 5, 1), date(1899, 1, 1)], "amount": [10, "=2+2"],
    })  # fmt: skip
    sheet = openpyxl.load_workbook(book)["Orders 2026"]
    assert sheet.tables["Orders"].ref == "A1:F9"
    assert sheet.tables["Orders"].autoFilter.ref == "A1:F9"
    assert sheet["F8"].value == "=D8*1.06"
    assert sheet["F9"].value == "=D9*1.06"
    assert sheet["C8"].number_format == "dd/mm/yyyy"
    assert sheet["C9"].value == "1899-01-01"
    assert sheet["D9"].data_type == "s"
    assert sheet["D9"].value == "=2+2"
    assert "D2:D9" in {str(f.sqref) for f in sheet.conditional_formatting}
    assert str(sheet.data_validations.dataValidation[0].sqref) == "C2:C9"
    assert sheet["H3"].value == "a remark beside the table"
    assert b"<xm:sqref>D2:D9</xm:sqref>" in contents(book)["xl/worksheets/sheet2.xml"]


def test_foreign_parts_stay_identical_when_a_table_grows(book):
    before = contents(book)
    appended(book, "orders", {"customer_id": ["c7"] * 500, "amount": list(range(500))})
    after = contents(book)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet2.xml", "xl/tables/table2.xml"}


def test_a_table_that_shrinks_takes_its_formats_along_and_leaves_neighbours(book):
    host = ClosedFile(book)
    host.read()
    changes = Changes()
    changes.table("orders").replace = {"customer_id": ["c7", "c1"], "amount": [5, 6]}
    host.apply(changes)
    sheet = openpyxl.load_workbook(book)["Orders 2026"]
    assert sheet.tables["Orders"].ref == "A1:F3"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "C2:C3"
    assert sheet["B3"].value == "c1"
    assert sheet["A2"].value is None
    assert sheet["B4"].value is None
    assert sheet["F5"].value is None
    assert sheet["H3"].value == "a remark beside the table"


def test_a_table_without_rows_keeps_one(book):
    host = ClosedFile(book)
    host.read()
    changes = Changes()
    changes.table("orders").replace = {"customer_id": [], "amount": []}
    host.apply(changes)
    assert openpyxl.load_workbook(book)["Orders 2026"].tables["Orders"].ref == "A1:F2"
    assert len(ClosedFile(book).read()["orders"]) == 0


def edited(path: Path, edit) -> Path:
    """What a user does to the workbook in a spreadsheet program."""
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def refusal(path: Path, change=refreshed) -> CustomerChainError:
    before = path.read_bytes()
    with pytest.raises(CustomerChainError) as refused:
        change(path)
    assert path.read_bytes() == before
    assert not backup_path(path).exists()
    assert {entry.name for entry in path.parent.iterdir()} == {path.name}
    return refused.value


def test_something_below_the_table_stops_it_from_growing(book):
    def edit(workbook):
        workbook["Orders 2026"]["B9"] = "total of my shop"

    def change(path):
        appended(path, "orders", {"customer_id": ["x"] * 3, "amount": [1, 2, 3]})

    why = refusal(edited(book, edit), change)
    assert why.key == "table.no_room"
    assert "B9" in why.sentence("zh")


def test_merged_cells_in_the_table_are_named(book):
    why = refusal(edited(book, lambda w: w["My customers"].merge_cells("C8:C9")))
    assert why.key == "table.merged"
    assert "C8:C9" in why.sentence("en")


def test_a_formula_in_a_computed_column_is_named_not_overwritten(book):
    def edit(workbook):
        workbook["My customers"]["I9"] = "=1+1"

    why = refusal(edited(book, edit))
    assert why.key == "table.formula_in_owned"
    assert "I9" in why.sentence("en")


def test_a_doubled_column_is_named(book):
    def edit(workbook):
        table = workbook["My customers"].tables["Customers"]
        table.tableColumns[1].name = "TIER "
        workbook["My customers"]["C6"] = "TIER "

    why = refusal(edited(book, edit))
    assert why.key == "table.column_twice"
    assert "B6" in why.sentence("en")
    assert "C6" in why.sentence("en")


def test_a_renamed_table_is_found_by_its_captions(book):
    def edit(workbook):
        table = workbook["Orders 2026"].tables.pop("Orders")
        table.displayName = table.name = "表1"
        workbook["Orders 2026"].add_table(table)

    refreshed(edited(book, edit))
    assert ClosedFile(book).read()["customers"].columns["revenue"][0] == 200.5


def test_a_renamed_input_column_is_named_in_the_refusal(book):
    def edit(workbook):
        table = workbook["Orders 2026"].tables["Orders"]
        table.tableColumns[3].name = "How much"
        workbook["Orders 2026"]["D1"] = "How much"

    why = refusal(edited(book, edit))
    assert "Amount" in why.sentence("en")


def test_a_deleted_computed_column_is_not_written_and_reported(book):
    host = ClosedFile(book)
    changes = refresh(host.read(), NOW, DAY)
    assert any("Segment" in remark for remark in changes.report.remarks["en"])


def test_rows_inserted_above_the_table_do_not_matter(book):
    def edit(workbook):
        sheet = workbook["Orders 2026"]
        sheet.insert_rows(1, 3)
        sheet.tables["Orders"].ref = sheet.tables["Orders"].autoFilter.ref = "A4:F10"

    refreshed(edited(book, edit))
    assert ClosedFile(book).read()["customers"].columns["revenue"][0] == 200.5


def test_the_1904_date_system_is_kept(book, tmp_path):
    path = tmp_path / "mac.xlsx"
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/workbook.xml":
                data = data.replace(b"<workbookPr", b'<workbookPr date1904="1"')
            target.writestr(name, data)
    book.unlink()
    host = ClosedFile(path)
    read = host.read()
    assert read.date1904
    first = read["orders"].columns["order_date"][0]
    host.apply(refresh(read, NOW, date(2030, 7, 11)))
    assert ClosedFile(path).read()["customers"].columns["last_order"][0].year == first.year


def test_a_total_row_is_respected(book):
    def edit(workbook):
        table = workbook["Orders 2026"].tables["Orders"]
        table.totalsRowCount = 1
        table.ref = "A1:F8"

    def change(path):
        appended(path, "orders", {"customer_id": ["x"], "amount": [1]})

    edited(book, edit)
    assert len(ClosedFile(book).read()["orders"]) == 6
    assert refusal(book, change).key == "table.totals"


def test_a_text_too_long_for_a_cell_is_refused(book):
    def change(path):
        appended(path, "orders", {"customer_id": ["x" * 32_768], "amount": [1]})

    assert refusal(book, change).key == "cell.too_long"


def test_a_text_as_long_as_a_cell_holds_survives(book):
    appended(book, "orders", {"customer_id": ["é" * 32_767], "amount": [1]})
    assert ClosedFile(book).read()["orders"].columns["customer_id"][-1] == "é" * 32_767


def test_formulas_calculate_on_load_after_a_change(book, tmp_path):
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(tmp_path / "x.xlsx", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/workbook.xml":
                data = data.replace(b' fullCalcOnLoad="1"', b"")
            target.writestr(name, data)
    refreshed(tmp_path / "x.xlsx")
    assert b'fullCalcOnLoad="1"' in contents(tmp_path / "x.xlsx")["xl/workbook.xml"]


def test_an_open_workbook_is_refused(book):
    lock = book.with_name(f"~${book.name}")
    lock.write_bytes(b"")
    with pytest.raises(CustomerChainError) as refused:
        refreshed(book)
    assert refused.value.key == "file.locked"


def test_a_file_changed_between_reading_and_writing_is_refused(book):
    host = ClosedFile(book)
    changes = refresh(host.read(), NOW, DAY)
    build_foreign(book, "en")
    with book.open("ab") as file:
        file.write(b"")
    import os

    os.utime(book, (1, 1))
    with pytest.raises(CustomerChainError) as refused:
        host.apply(changes)
    assert refused.value.key == "file.changed_meanwhile"


def test_filling_a_blank_of_the_users_leaves_formulas_and_other_cells_alone(book):
    def edit(workbook):
        workbook["My customers"]["E8"] = '="Name "&1'
        workbook["My customers"]["E9"] = None

    edited(book, edit)
    before = contents(book)["xl/worksheets/sheet1.xml"]
    host = ClosedFile(book)
    names = host.read()["customers"].columns["name"]
    changes = Changes()
    changes.table("customers").update = {"name": [names[0], "other", "filled", *names[3:]]}
    host.apply(changes)
    sheet = openpyxl.load_workbook(book)["My customers"]
    assert [sheet[f"E{row}"].value for row in (7, 8, 9)] == ["Name 0", '="Name "&1', "filled"]
    after = contents(book)["xl/worksheets/sheet1.xml"]
    assert before.split(b'<row r="9"')[0] == after.split(b'<row r="9"')[0]
