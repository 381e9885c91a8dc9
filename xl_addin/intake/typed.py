"""File cells as the workbook holds them: IDs as text, dates as dates, amounts as numbers.

What cannot be read stays what it was and is counted; nothing is lost and nothing invented.
Proved in tests/xl_addin/intake/test_typed.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from udfs.values import dates, ids, numbers
from xl_addin.intake.choices import choice_words
from xl_addin.schema import Column, normal_caption

_DAY = re.compile(r"[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}")
_TIME = re.compile(r"[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?Z?")
Reader = Callable[[Sequence[Any]], tuple[np.ndarray, np.ndarray]]
ID_COLUMNS = ("customer_id", "order_id")


@dataclass(frozen=True)
class Cells:
    """One column as it goes into the workbook, and which of its cells could not be read."""

    values: list[Any]
    bad: np.ndarray


def read_cells(column: Column, cells: Sequence[Any], *, date1904: bool, earliest: date) -> Cells:
    """The cells by the column's kind; list words become internal choices, as commands speak.

    `earliest` is the first day the workbook's sheets can count (1900 or 1904); an earlier one
    stays text, as Excel has no number for it.
    """
    if column.kind == "date":
        return _dates(cells, date1904, earliest)
    if column.kind in ("money", "number", "integer"):
        return _numbers(cells, whole=column.kind == "integer")
    none_bad = np.zeros(len(cells), dtype=bool)
    if column.kind == "choice":
        return Cells(_choices(cells, column), none_bad)
    if column.name in ID_COLUMNS:
        return Cells([cell or None for cell in ids(cells)], none_bad)
    return Cells(_texts(cells), none_bad)


def read_like(existing: Sequence[Any], cells: list[Any], date1904: bool) -> list[Any]:
    """Cells for a user's own column: numbers or dates only where the column holds nothing else.

    >>> read_like([3, 4.5], ["7", "x"], False), read_like([], ["007"], False)
    ([7, 'x'], ['007'])
    """
    there = [cell for cell in existing if cell is not None and cell != ""]
    if there and all(isinstance(c, int | float) and not isinstance(c, bool) for c in there):
        return _numbers(cells, whole=True).values
    if there and all(isinstance(cell, date) for cell in there):
        return _dates(cells, date1904, date(1900, 1, 1)).values
    return cells


def _dates(cells: Sequence[Any], date1904: bool, earliest: date) -> Cells:
    days, bad = _distinct(lambda some: dates(some, date1904), _without_time(cells))
    bad = bad | (days < np.datetime64(earliest, "D"))
    values = days.astype("datetime64[D]").astype(object).tolist()
    for position in np.flatnonzero(bad).tolist():
        values[position] = _as_text(cells[position])
    return Cells(values, bad)


def _distinct(read: Reader, cells: Sequence[Any]) -> tuple[np.ndarray, np.ndarray]:
    """A column read by its distinct texts; a million orders have few different days."""
    if not set(map(type, cells)) <= {str, type(None)}:
        return read(cells)
    texts = np.empty(len(cells), dtype=object)
    texts[:] = cells
    codes, words = pd.factorize(texts)
    found, bad = read([*words, None])  # a blank has code -1: the last one
    return found[codes], bad[codes]


def _without_time(cells: Sequence[Any]) -> list[Any]:
    """ISO dates without their time of day: a log has few days, but a million different moments."""
    timed = [type(cell) is str and len(cell) > 10 for cell in cells]
    if not any(timed):
        return list(cells)
    times = {cell[10:] for cell, long in zip(cells, timed, strict=True) if long}
    known = {time for time in times if _TIME.fullmatch(time)}
    return [
        cell[:10] if long and cell[10:] in known and _DAY.fullmatch(cell[:10]) else cell
        for cell, long in zip(cells, timed, strict=True)
    ]


def _as_text(cell: Any) -> Any:
    """A day Excel cannot count is written out; any other cell stays as it is."""
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


def _numbers(cells: Sequence[Any], whole: bool) -> Cells:
    floats, bad = _distinct(numbers, cells)
    values = floats.tolist()
    blank = np.isnan(floats)
    if whole:
        whole_ones = np.flatnonzero(~blank & (np.abs(floats) < 2**53) & (floats % 1 == 0))
        for position in whole_ones.tolist():
            values[position] = int(values[position])
    for position in np.flatnonzero(blank).tolist():
        values[position] = cells[position] if bad[position] else None
    return Cells(values, bad)


def _choices(cells: Sequence[Any], column: Column) -> list[Any]:
    words = choice_words(column)
    known = {cell: words.get(normal_caption(cell), cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _texts(cells: Sequence[Any]) -> list[Any]:
    """Numbers in a text column (a phone, a product 4090) as the text a person sees."""
    if all(cell is None or type(cell) is str for cell in cells):
        return list(cells)
    plain = ids(cells)
    return [
        plain[i] if isinstance(cell, int | float) and not isinstance(cell, bool) else cell
        for i, cell in enumerate(cells)
    ]
