"""A generated sheet as plain words and cells: what a command wants shown, host by host.

A live host shows a page as a sheet of its own, the command line prints its lines. Pages are
results to read; nothing is ever read back from them. Proved in tests/xl_addin/test_pages.py.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Section:
    """A heading, sentences, and a table under them; each part may be empty.

    `rows` hold numbers, dates and words; `widths` are in digits, one for each column.
    """

    heading: str
    notes: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Page:
    """One generated sheet: `name` is its internal name, its tab reads `page.NAME`."""

    name: str
    title: str
    lang: str
    sections: tuple[Section, ...]

    def lines(self) -> list[str]:
        """The page for a terminal, tables lined up in columns."""
        lines = [self.title]
        for section in self.sections:
            lines += ["", section.heading, *section.notes]
            lines += _lined_up([section.header, *section.rows]) if section.header else []
        return lines


def _lined_up(rows: Sequence[Sequence[Any]]) -> Iterable[str]:
    header, *body = rows
    columns = [_words(column) for column in zip(*body, strict=True)]
    words = [[str(cell) for cell in header], *map(list, zip(*columns, strict=True))]
    widths = [max(map(_width, column)) for column in zip(*words, strict=True)]
    for row in words:
        cells = (word + " " * (w - _width(word)) for word, w in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()


def _words(column: Sequence[Any]) -> list[str]:
    """A column of amounts shows cents in every row; a single float among other things is itself."""
    amounts = all(isinstance(cell, float) for cell in column if cell is not None)
    return [f"{cell:,.2f}" if amounts and cell is not None else _word(cell) for cell in column]


def _word(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()[:16].replace("T", " ")
    return f"{cell:,.10g}" if isinstance(cell, float) else " ".join(str(cell).split("\n"))


def _width(words: str) -> int:
    """Places in a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
