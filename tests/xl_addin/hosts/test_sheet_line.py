"""The line under the title: where it stands, and whose sheet it is."""

import pytest

from udfs.texts import LANGUAGES, text
from xl_addin.hosts.sheet_line import band_place, is_band, line_place
from xl_addin.package.references import Area
from xl_addin.package.structure import SheetPart, TablePart


def table(row, column=1):
    area = Area(row, column, row + 3, column + 2)
    return TablePart("T", "p", SheetPart("S", "s"), area, ("a", "b", "c"), (None,) * 3, True, False)


def test_the_line_stands_two_rows_above_the_header_in_the_first_column():
    assert (line_place(table(4)), band_place(table(4))) == ((2, 1), (3, 1))
    assert line_place(table(9, 3)) == (7, 3)


@pytest.mark.parametrize("row", [1, 2])
def test_a_table_at_the_top_of_its_sheet_has_no_line(row):
    assert line_place(table(row)) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_band_of_our_sheets_is_known_in_either_language(lang):
    assert is_band(text("owner.addin", lang))
    assert is_band(text("owner.user", lang))


@pytest.mark.parametrize("words", [None, "", "My heading", 5.0])
def test_other_cells_are_the_users(words):
    assert not is_band(words)
