"""Taking back what a change did as a whole: tables it replaced, lines it wrote, sheets it added.

Only as long as nobody has typed there since. A replaced table that was typed into stops the whole
undo, because its rows may have become contacts; an added sheet that was typed into stays.
Proved in tests/xl_addin/hosts/test_live_undo_whole.py.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xl_addin import schema
from xl_addin.cells import internal, shown
from xl_addin.hosts.live_adding import Adding, remove_sheets
from xl_addin.hosts.live_cells import is_excel, read_block, word
from xl_addin.hosts.live_names import remove
from xl_addin.hosts.live_snapshot import formulas_of
from xl_addin.hosts.live_state import has_fixed_sheets
from xl_addin.hosts.live_tables import LiveTable
from xl_addin.hosts.live_writing import written_line
from xl_addin.tables import Cells, TableChange, TableData

if TYPE_CHECKING:
    import xlwings as xw


@dataclass(frozen=True)
class Replaced:
    """All rows of a table as they were, and as the change wrote them."""

    before: dict[str, Cells]
    written: Counter[tuple[str, ...]]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, table: TableData, new: Mapping[str, Cells], live: LiveTable, lang: str) -> Replaced:
        columns = schema.table(table.name)
        before: dict[str, Cells] = {
            name: internal(columns.find(name), cells) for name, cells in _typed(table).items()
        }
        names = tuple(name for name in before if name in live.places())
        rows = len(next(iter(new.values()), ()))
        cells = {
            name: shown(columns.find(name), new.get(name, [None] * rows), lang) for name in names
        }
        return cls(before, _rows(cells, names), names)

    def is_untouched(self, table: TableData) -> bool:
        """Whether the rows are those that were written, in whatever order."""
        cells = _typed(table)
        return cells.keys() == set(self.before) and _rows(cells, self.columns) == self.written

    def change(self) -> TableChange:
        return TableChange(replace=dict(self.before))


def _typed(table: TableData) -> dict[str, Cells]:
    """The columns of a table but those a formula fills."""
    own = {name: cells for name, cells in table.extra.items() if name not in table.calculated}
    return {**table.columns, **own}


def _rows(cells: Mapping[str, Cells], names: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    """Rows that hold something, as words."""
    rows = Counter(zip(*(map(word, cells[name]) for name in names), strict=True))
    return Counter({row: count for row, count in rows.items() if any(row)})


@dataclass(frozen=True)
class Said:
    """The line under the title of a sheet, before and after."""

    before: str
    after: str

    @classmethod
    def of(cls, live: LiveTable, words: str) -> Said | None:
        now = line_of(live)
        return None if now is None else cls(now, words)


def line_of(live: LiveTable) -> str | None:
    """What the line under the title says; None where the sheet is not of our making."""
    place = written_line(live)
    if place is None:
        return None
    cell = live.range(*place, *place)
    return word(read_block(cell, is_excel(live.sheet.book))[0][0])


@dataclass(frozen=True)
class Added:
    """Sheets that came, each with the fingerprint of its cells, and the names made for them."""

    sheets: dict[str, str]
    names: list[str]

    @classmethod
    def of(cls, adding: Adding) -> Added:
        sheets = {name: _fingerprint(adding.book.sheets[name]) for name in adding.sheets}
        return cls(sheets, adding.names)

    def take_back(self, book: xw.Book) -> tuple[list[str], list[str]]:
        """Delete the sheets that are as they came; answers those gone and those that stay."""
        there = {sheet.name: sheet for sheet in book.sheets if sheet.name in self.sheets}
        fixed = has_fixed_sheets(book)
        same = {n for n, sheet in there.items() if _fingerprint(sheet) == self.sheets[n]}
        gone = [name for name in there if name in same and not fixed]
        remove_sheets(book, gone)
        stay = [name for name in there if name not in gone]
        if not stay:
            remove(book, self.names)
        return gone, stay


def _fingerprint(sheet: xw.Sheet) -> str:
    """A word that is the same as long as nobody has changed what stands in a cell."""
    used = sheet.used_range
    filled = [
        (used.row + row, used.column + column, cell)
        for row, cells in enumerate(formulas_of(used))
        for column, cell in enumerate(cells)
        if cell not in ("", None)
    ]
    return hashlib.sha256(repr(filled).encode("utf-8")).hexdigest()
