import openpyxl
import pytest
from openpyxl.worksheet.table import Table


@pytest.fixture
def table(sheet):
    sheet["B2"].value = [["id", "amount"], ["a", 1], ["b", 2], ["c", 3]]
    return sheet.tables.add(sheet["B2:C4"], name="Orders")


def test_a_table_has_a_header_and_a_body(sheet, table):
    assert [known.name for known in sheet.tables] == ["Orders"]
    assert "orders" in sheet.tables
    assert table.range.address == "$B$2:$C$4"
    assert table.header_row_range.value == ["id", "amount"]
    assert table.data_body_range.value == [["a", 1], ["b", 2]]
    assert table.totals_row_range is None
    assert sheet["C3"].table == table
    assert sheet["D3"].table is None


def test_a_table_grows_and_formulas_follow(sheet, table):
    sheet["E1"].formula = "=SUM(Orders[amount])"
    assert sheet["E1"].value == 3
    table.resize(sheet["B2:C5"])
    sheet.book.app.calculate()
    assert table.data_body_range.value[-1] == ["c", 3]
    assert sheet["E1"].value == 6


def test_a_table_is_renamed(sheet, table):
    table.name = "Sales"
    assert sheet.tables["Sales"].range.address == "$B$2:$C$4"
    with pytest.raises(KeyError):
        sheet.tables["Orders"]


def test_a_table_that_somebody_else_has_renamed_is_not_found(table):
    assert table.range.address == "$B$2:$C$4"
    table.api.setName("Sales")
    with pytest.raises(Exception, match=r"\.cxx") as refused:
        _ = table.range
    assert type(refused.value).__name__.endswith("NoSuchElementException")


def test_a_table_that_was_moved_to_another_sheet_stands_there(book, table):
    other = book.sheets.add("Other")
    table.api.setDataArea(other["D5:E9"].api.RangeAddress)
    assert (table.range.sheet.name, table.range.address) == ("Other", "$D$5:$E$9")


def test_filter_buttons_come_and_go(table):
    assert table.show_autofilter
    table.show_autofilter = False
    assert not table.show_autofilter


def test_a_table_is_sorted_without_its_header(table):
    table.sort(2, ascending=False)
    assert table.range.value == [["id", "amount"], ["b", 2], ["a", 1]]


def test_tables_belong_to_their_sheet(book, table):
    assert list(book.sheets.add("Other").tables) == []


def test_what_libreoffice_has_not_is_refused(sheet, table):
    with pytest.raises(NotImplementedError, match="styles"):
        table.table_style = "TableStyleMedium2"
    with pytest.raises(NotImplementedError, match="totals"):
        table.show_totals = True
    with pytest.raises(NotImplementedError, match="header"):
        sheet.tables.add(sheet["G1:H2"], has_headers=False)


def test_tables_of_a_file_are_found(app, tmp_path):
    made = openpyxl.Workbook()
    for row in (["id", "amount"], ["a", 1]):
        made.active.append(row)
    made.active.add_table(Table(displayName="客户", ref="A1:B2"))
    made.save(tmp_path / "table.xlsx")
    with app.books.open(tmp_path / "table.xlsx") as book:
        assert book.sheets[0].tables["客户"].data_body_range.value == ["a", 1]
