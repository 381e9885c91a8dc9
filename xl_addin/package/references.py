"""Cell references such as B5 or A4:C20, as numbers (rows and columns from 1) and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

MAX_ROWS = 1_048_576

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)$")


@cache
def column_letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_name(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"


def neighbours(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers in ascending runs of neighbours, because a run of cells is written at once.

    >>> neighbours([7, 2, 3])
    [[2, 3], [7]]
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def parse(cls, reference: str) -> Area | None:
        """The area of "A4:C20" or "B5"; None for whole rows, whole columns and other sheets."""
        ends = [_CELL.match(end) for end in reference.split(":")]
        if not 1 <= len(ends) <= 2 or any(end is None for end in ends):
            return None
        first, last = ends[0], ends[-1]
        assert first is not None
        assert last is not None
        return cls(int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1]))

    def __str__(self) -> str:
        first = cell_name(self.first_row, self.first_column)
        return (
            first if self.is_one_cell else f"{first}:{cell_name(self.last_row, self.last_column)}"
        )

    @property
    def is_one_cell(self) -> bool:
        return (self.first_row, self.first_column) == (self.last_row, self.last_column)

    def overlaps(self, other: Area) -> bool:
        return (
            self.first_row <= other.last_row
            and other.first_row <= self.last_row
            and self.first_column <= other.last_column
            and other.first_column <= self.last_column
        )

    def ending_at(self, last_row: int) -> Area:
        return replace(self, last_row=last_row)
