"""Customer rows of a file laid over those that are there: blanks are filled, the rest stays.

A person typed what stands in the table; a file that says something else is reported, not obeyed.
Proved in tests/xl_addin/intake/test_merge.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from udfs.values import ids
from xl_addin.intake.report import Difference
from xl_addin.schema import normal_caption

KEPT_DIFFERENCES = 1000


@dataclass(frozen=True)
class Merged:
    """`columns` hold the table's rows followed by the new ones; `filled` are known rows' positions.

    `changed` names the columns in which a known row got a value. `differing` counts all
    differences, of which `differences` holds the first thousand.
    """

    columns: dict[str, list[Any]]
    changed: tuple[str, ...]
    filled: frozenset[int]
    filled_cells: int
    differences: tuple[Difference, ...]
    differing: int


@dataclass
class _Tally:
    first_row: int
    known: int
    words: Mapping[str, Mapping[str, str]]
    filled: set[int]
    filled_cells: int
    differences: list[Difference]
    differing: int


def targets(table_ids: Sequence[str], file_ids: Sequence[str]) -> tuple[list[int], int]:
    """For each file row the row it belongs to (-1: it has no ID) and how many rows are new.

    New rows are numbered on from the table's last; an ID twice in the file is one new row.

    >>> targets(["A", "B"], ["B", "C", "", "C"])
    ([1, 2, -1, 2], 1)
    """
    known: dict[str, int] = {}
    for position, key in enumerate(table_ids):
        known.setdefault(key, position)
    known.pop("", None)
    total = len(table_ids)
    found = []
    for key in file_ids:
        if key and key not in known:
            known[key] = total
            total += 1
        found.append(known.get(key, -1))
    return found, total - len(table_ids)


def merge(
    table: Mapping[str, Sequence[Any]],
    incoming: Mapping[str, Sequence[Any]],
    where: Sequence[int],
    new_rows: int,
    keys: Sequence[str],
    lines: Sequence[int],
    first_row: int,
    words: Mapping[str, Mapping[str, str]],
) -> Merged:
    """Lay `incoming` over `table`; `where` are the targets of its rows, `keys` their IDs.

    `words` are the list words of columns that have a list: normalised word to choice.
    """
    known = len(next(iter(table.values()), ()))
    tally = _Tally(first_row, known, words, set(), 0, [], 0)
    columns: dict[str, list[Any]] = {}
    changed = []
    for name, cells in incoming.items():
        column = [*table[name], *[None] * new_rows]
        before = tally.filled_cells
        _lay_over(name, column, cells, where, keys, lines, tally)
        columns[name] = column
        if tally.filled_cells > before:
            changed.append(name)
    tally.differences.sort(key=lambda difference: difference.line)
    return Merged(
        columns,
        tuple(changed),
        frozenset(tally.filled),
        tally.filled_cells,
        tuple(tally.differences),
        tally.differing,
    )


def _lay_over(
    name: str,
    column: list[Any],
    cells: Sequence[Any],
    where: Sequence[int],
    keys: Sequence[str],
    lines: Sequence[int],
    tally: _Tally,
) -> None:
    for position, (target, cell) in enumerate(zip(where, cells, strict=True)):
        if cell is None or target < 0:
            continue
        there = column[target]
        if there is None or there == "":
            column[target] = cell
            if target < tally.known:
                tally.filled.add(target)
                tally.filled_cells += 1
        elif there != cell and not _same(there, cell, tally.words.get(name)):
            tally.differing += 1
            if len(tally.differences) < KEPT_DIFFERENCES:
                row = tally.first_row + target if target < tally.known else None
                tally.differences.append(
                    Difference(lines[position], keys[position], row, name, there, cell)
                )


def _same(there: Any, here: Any, words: Mapping[str, str] | None) -> bool:
    """Equal as a person reads them: 7.0 and "7", a date and its midnight, 女 and female."""
    if words is not None and words.get(normal_caption(there)) == here:
        return True
    left, right = ids([there, here])
    return bool(left == right)
