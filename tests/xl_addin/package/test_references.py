"""Cell references to numbers and back."""

from hypothesis import given
from hypothesis import strategies as st

from xl_addin.package.references import Area, column_letters, column_number


@given(st.integers(1, 16_384))
def test_column_letters_and_numbers_are_inverse(column):
    assert column_number(column_letters(column)) == column


def test_known_columns():
    assert [column_letters(n) for n in (1, 26, 27, 702, 703, 16_384)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


def test_areas_are_read_with_and_without_dollars():
    assert Area.parse("$B$4:C9") == Area(4, 2, 9, 3)
    assert str(Area.parse("B4")) == "B4"


def test_whole_columns_and_other_sheets_are_not_areas():
    for reference in ("A:C", "1:3", "Sheet1!A1", "", "A1:B2:C3"):
        assert Area.parse(reference) is None
