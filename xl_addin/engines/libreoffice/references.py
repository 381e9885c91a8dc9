"""What a text names on a sheet: an address, a defined name, a table or a part of one.

Proved in tests/xl_addin/engines/test_references.py.
"""

import re
from typing import Any

from xl_addin.engines.libreoffice import addresses
from xl_addin.engines.libreoffice.ranges import Range
from xl_addin.engines.libreoffice.tables import Table, Tables

_SHEET = re.compile(r"^=?\s*(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$")
_TABLE = re.compile(r"^([^\W\d][\w.]*)\[(.*)\]$", re.DOTALL)
_PARTS = {"#all": "range", "#data": "data_body_range", "#headers": "header_row_range"}


def find_range(sheet: Any, text: str) -> Range:
    """The range that `text` names for someone on `sheet`."""
    elsewhere = _SHEET.match(text)
    if elsewhere:
        name = (elsewhere[1] or elsewhere[2]).replace("''", "'")
        sheet, text = sheet.book.sheets(name), elsewhere[3]
    box = addresses.parse(text, *sheet.limits)
    if box is not None:
        return Range(sheet, *box)
    for look in (_named, _table):
        found = look(sheet, text)
        if found is not None:
            return found
    raise ValueError(f"{text!r} is no address, name or table that sheet {sheet.name!r} can see.")


def _named(sheet: Any, text: str) -> Range | None:
    """A name of the sheet goes before one of the workbook."""
    for scope in (sheet.xl.NamedRanges, sheet.book.xl.NamedRanges):
        for name in scope.ElementNames:
            if name.lower() == text.lower():
                cells = scope.getByName(name).getReferredCells()
                return sheet.book.range_at(cells.RangeAddress) if cells is not None else None
    return None


def _table(sheet: Any, text: str) -> Range | None:
    found = _TABLE.match(text)
    name, inner = (found[1], found[2]) if found else (text, "")
    for other in sheet.book.sheets:
        tables = Tables(other)
        if name in tables:
            return _part(tables(name), inner)
    return None


def _part(table: Table, inner: str) -> Range | None:
    """`inner` is what stands between the outer brackets, e.g. "Amount" or "[#All],[Amount]"."""
    pieces = re.findall(r"\[([^\[\]]*)\]", inner) or ([inner] if inner else [])
    areas = [piece.lower() for piece in pieces if piece.lower() in _PARTS]
    columns = [piece for piece in pieces if piece.lower() not in _PARTS]
    area = getattr(table, _PARTS[areas[0]] if areas else "data_body_range")
    if area is None or not columns:
        return area
    names = [str(name).lower() for name in table.header_names]
    numbers = [names.index(column.lower()) for column in columns]
    left, right = min(numbers), max(numbers)
    row, column, rows, _ = area.box
    return Range(area.sheet, row, column + left, rows, right - left + 1)
