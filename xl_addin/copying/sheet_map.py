"""Where the rows and columns of a sheet stand after some were deleted, as Excel deletes them.

A cell moves up by the deleted rows above it and left by the deleted columns before it; a range
shrinks to what is left of it. Proved in tests/xl_addin/copying/test_sheet_map.py.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from xl_addin.copying.formula_parsing import MAX_COLUMNS
from xl_addin.package.references import MAX_ROWS, Area

Run = tuple[int, int]


class Deleted:
    """Numbers that are gone from 1..`most`, as runs of neighbours."""

    def __init__(self, runs: Iterable[Run], most: int) -> None:
        self.runs = sorted(runs)
        self.most = most
        self._starts = [start for start, _ in self.runs]
        self._ends = [end for _, end in self.runs]
        self._before = [0]
        for start, end in self.runs:
            self._before.append(self._before[-1] + end - start + 1)

    def __contains__(self, number: int) -> bool:
        place = bisect_right(self._starts, number) - 1
        return place >= 0 and number <= self._ends[place]

    def before(self, number: int) -> int:
        """How many below `number` are gone."""
        place = bisect_left(self._starts, number)
        count = self._before[place]
        if place and self._ends[place - 1] >= number:
            count -= self._ends[place - 1] - number + 1
        return count

    def moved(self, number: int) -> int:
        """The new number; for a deleted one, that of the next that stays."""
        return number - self.before(number)

    def shrunk(self, first: int, last: int) -> Run | None:
        """The new ends of a range; None when nothing of it is left."""
        left = last - first + 1 - self.between(first, last)
        if not left:
            return None
        start = self.moved(first)
        return (start, last if last == self.most else start + left - 1)

    def between(self, first: int, last: int) -> int:
        """How many of a range are gone."""
        return self.before(last + 1) - self.before(first)

    def __bool__(self) -> bool:
        return bool(self.runs)


def gaps(kept: Sequence[int], first: int, last: int) -> list[Run]:
    """The runs of `first`..`last` that are not in `kept` (ascending).

    >>> gaps([5, 6, 9], 4, 10)
    [(4, 4), (7, 8), (10, 10)]
    """
    runs, following = [], first
    for number in kept:
        if number > following:
            runs.append((following, number - 1))
        following = number + 1
    if following <= last:
        runs.append((following, last))
    return runs


def without(runs: Iterable[Run], protected: Sequence[int]) -> tuple[list[Run], list[int]]:
    """The runs without the `protected` numbers (ascending), and those that stood in them."""
    if not protected:
        return list(runs), []
    left: list[Run] = []
    found: list[int] = []
    for start, end in runs:
        inside = protected[bisect_left(protected, start) : bisect_right(protected, end)]
        found += inside
        left += gaps(inside, start, end)
    return left, found


@dataclass(frozen=True)
class SheetMap:
    """One sheet of the copy: its deleted rows and columns, and cells that were cleared.

    Cleared cells belong to nobody here but stand in a row (`cleared_rows`, with the columns from
    and to) or a column that stays.
    """

    name: str
    rows: Deleted
    columns: Deleted
    cleared_rows: Mapping[int, Sequence[Run]]
    cleared_areas: Sequence[Area]

    def shows(self, row: int, column: int) -> bool:
        """Whether a cell of the master stands in the copy with what it held."""
        if row in self.rows or column in self.columns:
            return False
        return not self.is_cleared(row, column)

    def is_cleared(self, row: int, column: int) -> bool:
        """Whether a cell stands in the copy without what it held."""
        if not self.cleared_rows and not self.cleared_areas:
            return False
        for first, last in self.cleared_rows.get(row, ()):
            if first <= column <= last:
                return True
        return any(
            area.first_row <= row <= area.last_row
            and area.first_column <= column <= area.last_column
            for area in self.cleared_areas
        )

    def area(self, area: Area) -> Area | None:
        """The area after the deletion; None when nothing is left."""
        rows = self.rows.shrunk(area.first_row, area.last_row)
        columns = self.columns.shrunk(area.first_column, area.last_column)
        if rows is None or columns is None:
            return None
        return Area(rows[0], columns[0], rows[1], columns[1])

    def is_whole(self, area: Area) -> bool:
        """Whether an area lost nothing."""
        return not (
            self.rows.between(area.first_row, area.last_row)
            or self.columns.between(area.first_column, area.last_column)
            or (self.cleared_areas and any(map(area.overlaps, self.cleared_areas)))
            or (
                self.cleared_rows
                and any(area.first_row <= row <= area.last_row for row in self.cleared_rows)
            )
        )


def sheet_map(
    name: str,
    rows: Iterable[Run] = (),
    columns: Iterable[int] = (),
    cleared_rows: Mapping[int, Sequence[Run]] = MappingProxyType({}),
    cleared_areas: Sequence[Area] = (),
) -> SheetMap:
    return SheetMap(
        name,
        Deleted(rows, MAX_ROWS),
        Deleted([(column, column) for column in set(columns)], MAX_COLUMNS),
        cleared_rows,
        cleared_areas,
    )
