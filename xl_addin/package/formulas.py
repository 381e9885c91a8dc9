"""Formulas of the user's own columns, filled down into the rows a table gains.

A column is filled when Excel itself would do it: it is a calculated column, or its last row
holds a formula. Relative references move with the row (openpyxl's translator).
Source: ECMA-376 part 1, 18.3.1.40 (f, shared formulas), 18.5.1.1 (calculatedColumnFormula).
"""

from __future__ import annotations

import re
from collections.abc import Container

from xl_addin.package.cells import formula, unescaped
from xl_addin.package.references import MAX_ROWS, cell_name
from xl_addin.package.sheet import Run, Sheet
from xl_addin.package.structure import TablePart

_FORMULA = re.compile(rb"<f(?P<attributes>[^>]*?)(?:/>|>(?P<text>[^<]*)</f>)")
_SHARED = re.compile(rb'\st="shared"')
_INDEX = re.compile(rb'\ssi="(\d+)"')
# What openpyxl's translator does not move rightly: lost references, other workbooks, ranges
# that end in a function, spilled ranges.
_NOT_MOVABLE = re.compile(r"#REF!|\[\d+\]|\)\s*:|:\s*[A-Z.]+\(|[A-Z]\d+#")
_ROW_IN_REFERENCE = re.compile(r"\$?\b[A-Z]{1,3}\$?(\d{7,})\b")
_OTHER_KIND = re.compile(rb'\st="(?:array|dataTable)"')


class FillDown:
    """The formulas of a table's last row, ready to be written into new rows."""

    def __init__(
        self, part: TablePart, sheet: Sheet, template: int, supplied: Container[int]
    ) -> None:
        """`supplied` columns get values of their own, whatever their last row holds."""
        first = part.area.first_column
        self._formulas: dict[int, tuple[str, str | None]] = {}
        self._styles = {}
        for offset, calculated in enumerate(part.calculated):
            column = first + offset
            self._styles[column] = str(sheet.style(template, column) or "")
            if column in supplied:
                continue
            if calculated is not None:
                self._formulas[column] = (calculated, None)
            elif (found := _last_formula(sheet, template, column, part)) is not None:
                self._formulas[column] = found

    @property
    def columns(self) -> list[int]:
        """The sheet columns that hold formulas."""
        return list(self._formulas)

    def into(self, sheet: Sheet, rows: range) -> None:
        """Write the formulas into `rows`."""
        for column, (text, origin) in self._formulas.items():
            run = Run([column], {}, {column: self._styles[column]})
            for number in rows:
                made = text if origin is None else _translated(text, origin, number, column)
                if made is not None:
                    sheet.write_run(number, run, [formula(made)])


def _last_formula(sheet: Sheet, row: int, column: int, part: TablePart) -> tuple[str, str] | None:
    """The formula in a cell and the cell it is written for, or None."""
    found = _FORMULA.search(sheet.cell_bytes(row, column))
    if found is None or _OTHER_KIND.search(found["attributes"]):
        return None
    if found["text"]:
        return unescaped(found["text"]), cell_name(row, column)
    index = _INDEX.search(found["attributes"])
    if index is None or not _SHARED.search(found["attributes"]):
        return None
    return _shared_master(sheet, part, index[1])


def _shared_master(sheet: Sheet, part: TablePart, index: bytes) -> tuple[str, str] | None:
    wanted = b'si="%b"' % index
    for number in sheet.numbers():
        row = sheet.row(number)
        if wanted not in row:
            continue
        for cell in sheet.cells(number):
            piece = row[cell.start : cell.end]
            found = _FORMULA.search(piece)
            if found and found["text"] and wanted in found["attributes"]:
                return unescaped(found["text"]), cell_name(number, cell.column)
    return None


def _translated(text: str, origin: str, row: int, column: int) -> str | None:
    """The formula moved down, or None where that cannot be done without changing its meaning."""
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator

    if _NOT_MOVABLE.search(text):
        return None
    try:
        moved = str(Translator(f"={text}", origin=origin).translate_formula(cell_name(row, column)))
    except TokenizerError:
        return None
    beyond = any(int(found) > MAX_ROWS for found in _ROW_IN_REFERENCE.findall(moved))
    return None if beyond else moved[1:]
