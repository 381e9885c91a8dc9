"""The plan of one copy: sheets, rows, columns and masks as plain data, and how to tell them.

Proved in tests/xl_addin/commands/share/test_planning.py.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.share import columns
from xl_addin.commands.share.readers import Reader
from xl_addin.commands.share.roles import Place
from xl_addin.commands.share.rows import Rows
from xl_addin.commands.share.tables import caption_of
from xl_addin.tables import Book, TableData


@dataclass(frozen=True)
class TablePlan:
    """A table of the copy: rows of the sheet (None: all), captions that go, captions masked."""

    rows: tuple[int, ...] | None
    dropped: frozenset[str]
    masks: Mapping[str, str]


@dataclass(frozen=True)
class CopyPlan:
    """What one reader gets, by internal table name, and what is left out."""

    reader: Reader
    tables: Mapping[str, TablePlan]
    own_sheets: tuple[str, ...]
    masked: bool
    hidden: tuple[str, ...]
    quoting: tuple[str, ...]
    hidden_tables: tuple[str, ...]
    left_out: Mapping[str, int]
    customers: frozenset[str]

    def rows(self, name: str) -> int:
        found = self.tables.get(name)
        return len(found.rows or ()) if found else 0

    @property
    def left_out_customers(self) -> int:
        return sum(self.left_out.values())

    def rows_in_words(self, lang: str) -> str:
        """ "Customers 12, Orders 140": the tables whose rows were chosen, settings aside."""
        counts: dict[str, int] = {}
        for name, table in self.tables.items():
            base = schema.base_name(name)
            if table.rows and base != "settings":
                counts[base] = max(counts.get(base, 0), len(table.rows))
        parts = [
            text("share.count", lang, table=schema.sheet_name(name, lang), n=n)
            for name, n in counts.items()
        ]
        return text("share.comma", lang).join(parts)

    def columns_left_out(self, lang: str) -> str:
        """The captions and sheets a role does not see; "" for none."""
        return text("share.comma", lang).join([*self.hidden_tables, *self.hidden, *self.quoting])


class Planner:
    """Plans the copies of one book; `mask` asks for masks whatever the roles say.

    `hidden_sheets` are in no copy, whatever stands on them.
    """

    def __init__(
        self, book: Book, rows: Rows, mask: bool, hidden_sheets: Collection[str] = ()
    ) -> None:
        self.book, self.rows, self.mask = book, rows, mask
        self.hidden_sheets = hidden_sheets
        if book["customers"].sheet in hidden_sheets:
            raise BadValue("share.hidden_sheet", sheet=book["customers"].sheet)

    def plan(self, reader: Reader) -> CopyPlan:
        """The plan for one reader."""
        book, role = self.book, reader.role
        kept = self.rows.kept_for(reader)
        asked, quoting = columns.hidden_columns(book, role)
        masked = self.mask or role.masked
        in_words = columns.hides_reach(asked)
        tables = {}
        for name, positions in kept.rows.items():
            table = book[name]
            if table.sheet in self.hidden_sheets:
                continue
            gone = asked | quoting | set(columns.NEVER)
            hidden = {column for owner, column in gone if owner == name and column in table}
            masks = columns.masks_of(table, hidden, masked, in_words)
            tables[name] = TablePlan(
                None if positions is None else tuple(map(table.row_number, positions)),
                frozenset(self._caption(table, column) for column in hidden),
                {self._caption(table, column): kind for column, kind in masks.items()},
            )
        return CopyPlan(
            reader,
            tables,
            role.own_sheets,
            masked,
            self._told(asked, tables),
            self._told(quoting, tables),
            tuple(schema.sheet_name(name, book.lang) for name in _in_order(role.tables)),
            kept.left_out,
            frozenset(self.rows.ids_of(kept)),
        )

    def _caption(self, table: TableData, column: str) -> str:
        return caption_of(table, column, self.book.lang)

    def _told(self, places: set[Place], tables: Mapping[str, TablePlan]) -> tuple[str, ...]:
        """The captions of the tables that go in, each once."""
        ordered = sorted((p for p in places if p[0] in tables), key=self._position)
        return tuple(dict.fromkeys(self._caption(self.book[name], c) for name, c in ordered))

    def _position(self, place: Place) -> tuple[int, int, str]:
        """In the order of tabs and columns; the user's own columns last."""
        name, column = place
        base = schema.base_name(name)
        ours = schema.table(base).names()
        order = ours.index(column) if column in ours else len(ours)
        return schema.TABLE_NAMES.index(base), order, column


def _in_order(names: frozenset[str]) -> list[str]:
    return sorted(names, key=schema.TABLE_NAMES.index)
