"""The line under the title of a sheet of ours: where it stands, and how to know the sheet.

Our sheets have a title, this line, a band that says who owns which columns, and the header. The
line may be written only where that band stands: elsewhere the cell is the user's.
Proved in tests/xl_addin/hosts/test_sheet_line.py.
"""

from __future__ import annotations

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.package.structure import TablePart

Place = tuple[int, int]
_OWNERS = (schema.USER, schema.ADDIN)


def line_place(part: TablePart) -> Place | None:
    """Row and column of the line, from 1; None where there is no room for one."""
    row = part.area.first_row - 2
    return (row, part.area.first_column) if row >= 1 else None


def band_place(part: TablePart) -> Place:
    """Row and column of the band's first cell, just above the header."""
    return part.area.first_row - 1, part.area.first_column


def is_band(words: object) -> bool:
    """Whether a cell holds what the band of a sheet of ours says, in either language."""
    return words in {text(f"owner.{owner}", lang) for owner in _OWNERS for lang in LANGUAGES}
