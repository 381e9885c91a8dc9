"""Where the tables of a page stand: columns its sections share, and the lines that texts need.

A table that does not fit into the columns of the widest one takes several of them for one of its
own, so that a long text in one table does not make another one wide.
Proved in tests/xl_addin/hosts/test_page_layout.py.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from xl_addin.pages import Page, Section

LEAST_WIDTH, MOST_WIDTH = 12, 120
# A page without a table: one column for its sentences.
_WORDS_ONLY = (MOST_WIDTH,)
# Widths are generous; a column that is a little narrower does as well.
_ENOUGH = 0.85
_ROOM_AT_THE_EDGES = 3
COUNT, AMOUNT, DAY, MOMENT = "#,##0", "#,##0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
# A row number or a score: nobody separates its thousands.
_PLAIN = "0"

Span = tuple[int, int]


def widths_of(page: Page) -> tuple[int, ...]:
    """The widths of the columns of the sheet, in digits."""
    tables = [section for section in page.sections if section.header]
    if not tables:
        return _WORDS_ONLY
    most = max(len(section.header) for section in tables)
    widest = [section for section in tables if len(section.header) == most]
    columns = zip(*(_widths(section) for section in widest), strict=True)
    return tuple(min(MOST_WIDTH, max(LEAST_WIDTH, *column)) for column in columns)


def _widths(section: Section) -> list[int]:
    """Those the section asks for; the last one has room for its longest text."""
    longest = max((_width(line) for row in section.rows for line in _lines(row[-1])), default=0)
    last = max(section.widths[-1], math.ceil(longest) + _ROOM_AT_THE_EDGES)
    return [*section.widths[:-1], last]


def spans(section: Section, widths: Sequence[int]) -> list[Span]:
    """First and last column of the sheet, from 0, for each column of the section."""
    found: list[Span] = []
    at = 0
    for place, wanted in enumerate(section.widths):
        first, room, to_come = at, widths[at], len(section.widths) - place - 1
        while room < wanted * _ENOUGH and at + 1 + to_come < len(widths):
            at += 1
            room += widths[at]
        found.append((first, at))
        at += 1
    return found


def lines(words: Any, width: float) -> int:
    """The lines a text takes in a column `width` digits wide.

    >>> lines("客户链管理表", 10), lines("Customers", 13), lines(None, 13)
    (2, 1, 1)
    """
    if not isinstance(words, str):
        return 1
    room = max(1, width - _ROOM_AT_THE_EDGES)
    return sum(max(1, math.ceil(_width(line) / room)) for line in _lines(words))


def _lines(words: Any) -> list[str]:
    return str(words).split("\n")


def _width(words: str) -> float:
    """In digits, rather too many than too few: fonts differ from computer to computer."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1.05 for c in words)


def formats(cells: Sequence[Any]) -> list[str | None]:
    """The number format of each cell of a column; None for words.

    A column of nothing but computed numbers holds amounts, and they show their cents.
    """
    filled = [cell for cell in cells if cell not in (None, "")]
    amounts = bool(filled) and all(isinstance(cell, float) for cell in filled)
    mixed = any(isinstance(cell, str) for cell in filled)
    return [_format(cell, amounts, mixed) for cell in cells]


def _format(cell: Any, amounts: bool, mixed: bool) -> str | None:
    if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second):
        return MOMENT
    if isinstance(cell, date):
        return DAY
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    if amounts or cell != int(cell):
        return AMOUNT
    return COUNT if mixed else _PLAIN
