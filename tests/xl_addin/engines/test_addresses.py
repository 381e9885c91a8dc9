import pytest

from xl_addin.engines.libreoffice import addresses


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("A1", (1, 1, 1, 1)),
        ("$B$2:D5", (2, 2, 4, 3)),
        ("d5:b2", (2, 2, 4, 3)),
        ("C:D", (1, 3, 100, 2)),
        ("3:7", (3, 1, 5, 50)),
        ("ZZ1", None),
        ("A101", None),
        ("total", None),
        ("A1:B2:C3", None),
    ],
)
def test_an_address_is_read_on_a_sheet_of_100_rows_and_50_columns(text, box):
    assert addresses.parse(text, 100, 50) == box


def test_columns_count_on_after_z():
    assert [addresses.column_letters(number) for number in (1, 26, 27, 16384)] == [
        "A",
        "Z",
        "AA",
        "XFD",
    ]
    assert addresses.column_number("xfd") == 16384


def test_whole_columns_and_rows_are_written_as_such():
    limits = (100, 50)
    assert addresses.address((1, 3, 100, 2), limits=limits) == "$C:$D"
    assert addresses.address((3, 1, 5, 50), limits=limits) == "$3:$7"
    assert addresses.address((3, 1, 5, 50)) == "$A$3:$AX$7"
    assert addresses.address((2, 2, 4, 3), False, False) == "B2:D5"


def test_boxes_overlap_where_both_are():
    assert addresses.overlap((1, 1, 5, 5), (4, 3, 9, 1)) == (4, 3, 2, 1)
    assert addresses.overlap((1, 1, 2, 2), (3, 1, 1, 1)) is None


def test_a_sheet_name_that_could_be_something_else_is_quoted():
    names = ["Sheet1", "客户", "My Data", "Bob's", "A1", "2026"]
    assert [addresses.quoted(name) for name in names] == [
        "Sheet1",
        "客户",
        "'My Data'",
        "'Bob''s'",
        "'A1'",
        "'2026'",
    ]
