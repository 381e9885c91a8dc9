"""From items and typed words to the tables of the follow-up sheets: one for all, one per owner.

Proved in tests/xl_addin/commands/follow_up/test_sheets.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.follow_up.phrases import plain
from xl_addin.commands.follow_up.typed import TYPED, Line, is_blank, joined, mark
from xl_addin.commands.owners import Owners, owner_code
from xl_addin.tables import Book, Cells, Changes, TableChange

# What Excel takes as the name of a sheet.
_LONGEST_TAB = 31
_NOT_IN_TABS = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


@dataclass
class Sheets:
    """The lines of the sheets to be, each with the owner's key, most urgent first.

    `said` is what stands under the titles, by owner's key (None: the sheet for all); `abandoned`
    under that of a sheet whose owner is no more.
    """

    book: Book
    owners: Owners
    lines: list[tuple[str, Line]]
    said: Mapping[str | None, str] = field(default_factory=dict)
    abandoned: str = ""

    def write(
        self, changes: Changes, only: str | None = None, touched: Collection[str] = ()
    ) -> None:
        """Fill the sheet of all customers and those of the owners.

        With `only`, of the owners' sheets just the one asked for and the tables in `touched`: what
        somebody has typed there has moved on, so that they must not go on showing it as new.
        """
        lines = [(owner, self._with_homeless_cells(owner, line)) for owner, line in self.lines]
        self._table(
            changes, schema.FOLLOW_UP.name, [line for _, line in lines], self.said.get(None)
        )
        tables = {schema.owner_table(owner_code(key)): key for key in self.owners.names}
        there = [name for name in self.book.tables if schema.is_owner_table(name)]
        for name in dict.fromkeys([*tables, *there]):
            key = tables.get(name)
            is_asked = only is None or key == only
            own = [line for owner, line in lines if owner == key]
            if (own and is_asked) or (name in there and (is_asked or name in touched)):
                said = self.abandoned if key is None else self.said.get(key)
                self._table(changes, name, own, said, key)

    def _with_homeless_cells(self, owner: str, line: Line) -> Line:
        """What stands in a column that no sheet of this line has any more goes into the note."""
        tables = [schema.FOLLOW_UP.name]
        if owner in self.owners.names:
            tables.append(schema.owner_table(owner_code(owner)))
        homes = {caption for name in tables for caption in self._own_columns(name)}
        homeless = [
            f"{caption}: {plain(cell)}"
            for caption, cell in line.own.items()
            if not is_blank(cell) and caption not in homes
        ]
        if not homeless:
            return line
        note = joined([line.typed["result_note"], *homeless])
        return replace(line, typed=line.typed | {"result_note": note})

    def _own_columns(self, name: str) -> list[str]:
        """The columns the user has added to a sheet and fills by hand."""
        if name not in self.book:
            return []
        table = self.book[name]
        return [caption for caption in table.extra if caption not in table.calculated]

    def _table(
        self,
        changes: Changes,
        name: str,
        lines: Sequence[Line],
        said: str | None,
        owner: str | None = None,
    ) -> None:
        columns = _columns(lines, self._own_columns(name))
        changes.tables[name] = TableChange(replace=columns, line=said or "")
        if name not in self.book:
            changes.new_sheets[name] = self._tab(owner, changes)

    def _tab(self, owner: str | None, changes: Changes) -> str:
        """The words of a new tab, different from those there are."""
        lang = self.book.lang
        if owner is None:
            return schema.sheet_name(schema.FOLLOW_UP.name, lang)
        plain_name = " ".join(_NOT_IN_TABS.sub(" ", self.owners.names[owner]).split())
        wanted = text("follow_up.tab", lang, owner=plain_name)[:_LONGEST_TAB].strip()
        taken = {table.sheet.casefold() for table in self.book.tables.values()}
        taken |= {tab.casefold() for tab in changes.new_sheets.values()}
        if wanted.casefold() in taken:
            code = f" {owner_code(owner)}"
            wanted = wanted[: _LONGEST_TAB - len(code)] + code
        return wanted


def _columns(lines: Sequence[Line], extra: Sequence[str]) -> dict[str, Cells]:
    """Our columns, the typed ones, and those the user has added to this sheet."""
    columns: dict[str, Cells] = {}
    for name in schema.FOLLOW_UP.names():
        part = "typed" if name in TYPED else "computed"
        columns[name] = [getattr(line, part).get(name) for line in lines]
    own = [{caption: line.own.get(caption) for caption in extra} for line in lines]
    columns["typed_mark"] = [
        " ".join(mark(line.typed, cells)) for line, cells in zip(lines, own, strict=True)
    ]
    for caption in extra:
        columns[caption] = [cells[caption] for cells in own]
    return columns
