import pytest


@pytest.fixture
def sheet(sheet):
    sheet["A1"].value = [["id", "net price", "n"], ["a", 1, 2], ["b", 3, 4]]
    sheet.tables.add(sheet["A1:C3"], name="Orders")
    return sheet


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Orders", "$A$2:$C$3"),
        ("Orders[net price]", "$B$2:$B$3"),
        ("Orders[#All]", "$A$1:$C$3"),
        ("Orders[[#Headers],[n]]", "$C$1"),
        ("Orders[[id]:[net price]]", "$A$2:$B$3"),
        ("=Sheet1!$B$2", "$B$2"),
    ],
)
def test_a_table_and_its_parts_are_ranges(sheet, text, address):
    assert sheet[text].address == address


def test_another_sheet_may_be_named(book, sheet):
    other = book.sheets.add("My Data")
    assert sheet["'My Data'!B2"] == other["B2"]
    assert other["Orders[id]"].sheet == sheet
