"""What passes between a host and a command: tables in, changes out.

A host reads a workbook into a `Book`; a command answers with `Changes`; the host applies
them completely or not at all. Neither side knows more about the other than this.
Proved in tests/xl_addin/test_tables.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from udfs.errors import BadValue, NotFound
from udfs.texts import LANGUAGES
from xl_addin import schema

Cells = Sequence[Any]


@dataclass
class TableData:
    """One table as it stands in the workbook.

    `columns` maps internal column names to raw cell values (None, bool, int, float, str,
    date, datetime), all of the same length; `first_row` is the sheet row of the first one,
    so that a message can name the row a person sees. `captions` names every column of ours
    that the workbook has, also one that was not read; `extra` holds the user's own columns
    under their captions, `calculated` those of them that a formula fills.
    """

    name: str
    sheet: str
    first_row: int
    columns: dict[str, list[Any]]
    captions: dict[str, str] = field(default_factory=dict)
    extra: dict[str, list[Any]] = field(default_factory=dict)
    calculated: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), []))

    def __contains__(self, column: str) -> bool:
        return column in self.columns or column in self.captions

    def row_number(self, position: int) -> int:
        """The row of the sheet where the table's row `position` (from 0) stands."""
        return self.first_row + position

    def get(self, column: str) -> list[Any]:
        """The column's cells, or as many blanks where the workbook lacks the column."""
        if column in self.captions and column not in self.columns:
            raise KeyError(f"{self.name}.{column} was not read")
        return self.columns.get(column) or [None] * len(self)

    def cells(self, column: str) -> list[Any]:
        """The cells of a column of ours, or of the user's own under its caption."""
        return self.extra[column] if column in self.extra else self.get(column)

    def need(self, *names: str) -> None:
        """Refuse, naming sheet and column, when a column that is needed is missing."""
        for name in names:
            if name not in self:
                both = dict.fromkeys(schema.caption(self.name, name, x) for x in LANGUAGES)
                raise BadValue("error.column_missing", sheet=self.sheet, column=" / ".join(both))


@dataclass(frozen=True)
class Book:
    """The tables of one workbook, the language it is written in, and its date system."""

    tables: Mapping[str, TableData]
    lang: str = "zh"
    date1904: bool = False

    def __getitem__(self, name: str) -> TableData:
        """The table, or `NotFound` in a sentence when the workbook lacks it."""
        if name not in self.tables:
            raise NotFound("table.missing", table=schema.both_names(name))
        return self.tables[name]

    def __contains__(self, name: str) -> bool:
        return name in self.tables


@dataclass
class TableChange:
    """What happens to one table; column lists are aligned with the rows they are for.

    `update`: new cells for rows that are there. `append`: new rows below them.
    `replace`: all rows of the table, instead of those that are there. `line`: what the sheet says
    under its title, where it has that line.
    """

    update: dict[str, Cells] = field(default_factory=dict)
    append: dict[str, Cells] = field(default_factory=dict)
    replace: dict[str, Cells] | None = None
    line: str = ""

    def appended_rows(self) -> int:
        return len(next(iter(self.append.values()), ()))


@dataclass
class Changes:
    """All changes of one command, by table name, and what to tell the user about them.

    `new_sheets` names tables the workbook does not have yet, with the words of their tabs.
    """

    tables: dict[str, TableChange] = field(default_factory=dict)
    report: Any = None
    new_sheets: dict[str, str] = field(default_factory=dict)

    def table(self, name: str) -> TableChange:
        return self.tables.setdefault(name, TableChange())

    def of_tables_there(self) -> Changes:
        """Without the tables that come with new sheets: their rows are in those sheets already."""
        there = {name: c for name, c in self.tables.items() if name not in self.new_sheets}
        return Changes(there, self.report)
