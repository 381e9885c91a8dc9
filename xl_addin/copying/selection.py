"""What goes into a copy: sheets, rows, columns, masks; and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from xl_addin.copying.report import CopyReport

Mask = Callable[[str], str]


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class TableSelection:
    """The rows of a table that stay (sheet row numbers; None is all), and what its columns lose.

    `dropped` and `masks` name captions as they stand in the header.
    """

    rows: Sequence[int] | None = None
    dropped: frozenset[str] = frozenset()
    masks: Mapping[str, Mask] = field(default_factory=_nothing)


@dataclass(frozen=True)
class SheetSelection:
    """A sheet that goes in, by name; `tables` by Excel's name of the table.

    A sheet of ours shows outside its tables only known texts and formulas that survive, and a
    table that is not named keeps no row. On a sheet of the user's own constants stay, and a
    table that is not named keeps all its rows.
    """

    name: str
    ours: bool
    tables: Mapping[str, TableSelection] = field(default_factory=_nothing)


@dataclass(frozen=True)
class Selection:
    """All sheets that go in; a sheet that is not named does not exist in the copy.

    `common` names tables about no customer (settings, tiers), in the copy or not: a value of one
    of our functions may have been computed with any of their cells.
    """

    sheets: Sequence[SheetSelection]
    common: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FrontPage:
    """The first sheet: a title, lines of label and value, and paragraphs."""

    sheet: str
    title: str
    lines: Sequence[tuple[str, str]] = ()
    remarks: Sequence[str] = ()

    def texts(self) -> set[str]:
        """Every text the page shows."""
        return {self.sheet, self.title, *self.remarks, *(t for line in self.lines for t in line)}


@dataclass(frozen=True)
class CopyDetails:
    """What the caller says about the copy; `created` because nothing here asks the clock."""

    title: str
    lang: str
    computed_on: date
    created: datetime
    known_texts: frozenset[str] = frozenset()
    front_page: FrontPage | None = None
    properties: Mapping[str, str] = field(default_factory=_nothing)


@dataclass(frozen=True)
class Copy:
    """A finished .xlsx and what did not go along."""

    package: bytes
    report: CopyReport
