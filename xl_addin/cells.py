"""Between internal values and what a cell of the workbook shows.

Commands speak in booleans, internal choices and dates; the cell shows 是 or Yes, a word of the
list, a date. This is the one place that translates.
"""

from __future__ import annotations

from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.schema import Column
from xl_addin.tables import Cells

_TRUE = {"true", "1", "1.0", "✓"} | {
    schema.normal_caption(text("choice.yes", x)) for x in LANGUAGES
}
_FALSE = {"false", "0", "0.0"} | {schema.normal_caption(text("choice.no", x)) for x in LANGUAGES}


def shown(column: Column | None, values: Cells, lang: str) -> list[Any]:
    """The cells a host writes for the internal `values` of a column; None: a user's own column."""
    if column is None:
        return list(values)
    if column.kind == "flag":
        words = {True: text("choice.yes", lang), False: text("choice.no", lang)}
        # What was typed and is neither yes nor no stays what it is.
        return [v if v is None or isinstance(v, str) else words[bool(v)] for v in values]
    if column.kind == "choice":
        known = {choice: schema.choice_label(choice, lang) for choice in column.choices}
        return [known.get(value, value) if isinstance(value, str) else value for value in values]
    return list(values)


def internal(column: Column | None, cells: Cells) -> list[Any]:
    """The internal values of cells as read; a word that is not known stays as it is."""
    if column is None:
        return list(cells)
    if column.kind == "flag":
        return [_flag(cell) for cell in cells]
    if column.kind == "choice":
        known = schema.choice_by_word(column)
        return [
            known.get(schema.normal_caption(cell), cell) if isinstance(cell, str) else cell
            for cell in cells
        ]
    return list(cells)


def _flag(cell: Any) -> Any:
    if cell is None or isinstance(cell, bool):
        return cell
    word = schema.normal_caption(cell)
    if word in _TRUE:
        return True
    return False if word in _FALSE else cell
