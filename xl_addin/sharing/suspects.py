"""Words about single customers in tables that everybody gets: templates, rules, own tables.

Cells of kept rows count as seen by the reader when the finished copy is scanned. For rows of the
reader's own customers that is right; rows that go to everybody are held here against what the
reader sees of those customers. Proved in tests/xl_addin/sharing/test_suspects.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from udfs.errors import BadValue
from xl_addin.commands.share.planning import CopyPlan, TablePlan
from xl_addin.commands.share.tables import FOR_ALL, OF_THE_COMPANY, caption_of, is_of_customers
from xl_addin.copying.forbidden import Forbidden, as_written
from xl_addin.package.references import cell_name
from xl_addin.package.structure import TablePart
from xl_addin.sharing.secrets import secret_values
from xl_addin.sharing.selecting import Sheets
from xl_addin.tables import Book, TableData


@dataclass(frozen=True)
class Suspect:
    """A cell that names a customer: its sheet, its column and place there, what it names."""

    sheet: str
    row: int
    column: int
    caption: str
    value: str

    @property
    def place(self) -> str:
        return cell_name(self.row, self.column)


@dataclass(frozen=True)
class Suspects:
    """The suspicious cells of one master, looked up once for all readers."""

    book: Book
    sheets: Sheets
    forbidden: Forbidden

    def refuse(self, plan: CopyPlan) -> None:
        """Raise where a table for everybody would tell this reader about another's customer."""
        found = [suspect for suspect in self._all if _is_in(plan, suspect, self.sheets)]
        if not found:
            return
        seen = self._seen_by(plan)
        for suspect in found:
            if suspect.value not in seen:
                words = {"sheet": suspect.sheet, "place": suspect.place}
                raise BadValue("share.leak", reader=plan.reader.name, **words)

    def _seen_by(self, plan: CopyPlan) -> set[str]:
        """What the reader's own rows tell, in columns that are neither dropped nor masked."""
        tables = {
            name: _kept(self.book, self.book[name], table)
            for name, table in plan.tables.items()
            if is_of_customers(name)
        }
        return secret_values(Book(tables, self.book.lang))

    @cached_property
    def _all(self) -> list[Suspect]:
        parts = [
            self.sheets.parts[name] for name in (*FOR_ALL, *OF_THE_COMPANY) if name in self.book
        ]
        return [
            suspect
            for part in (*parts, *self.sheets.own_tables_without_customers)
            for suspect in self._of(part)
        ]

    def _of(self, part: TablePart) -> Iterator[Suspect]:
        for number, cells in enumerate(self.sheets.cells(part), part.first_data_row):
            for offset, cell in enumerate(cells):
                for value in self._named_in(cell):
                    column = part.area.first_column + offset
                    yield Suspect(part.sheet.name, number, column, part.captions[offset], value)

    def _named_in(self, cell: Any) -> Iterator[str]:
        found: set[str] = set()
        words = as_written(cell) if isinstance(cell, str | int | float) else ""
        while (value := self.forbidden.found_in(words, found)) is not None:
            found.add(value)
            yield value


def _is_in(plan: CopyPlan, suspect: Suspect, sheets: Sheets) -> bool:
    """Whether the copy has that cell."""
    for name, table in plan.tables.items():
        if sheets.parts[name].sheet.name == suspect.sheet and not is_of_customers(name):
            in_rows = table.rows is None or suspect.row in table.rows
            return in_rows and suspect.caption not in table.dropped
    return suspect.sheet in plan.own_sheets


def _kept(book: Book, table: TableData, plan: TablePlan) -> TableData:
    """The rows and columns of a table as its reader sees them."""
    hidden = plan.dropped | plan.masks.keys()
    places = [row - table.first_row for row in plan.rows or ()]

    def chosen(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
        return {
            name: [cells[place] for place in places]
            for name, cells in columns.items()
            if caption_of(table, name, book.lang) not in hidden
        }

    return replace(table, columns=chosen(table.columns), extra=chosen(table.extra), captions={})
