"""Arguments: cells into typed arrays, each bad cell with its own error.

An argument taken cell by cell becomes a `Reading` in the shape of its range; one taken whole
becomes what its kind says. Proved in tests/udfs/test_worksheet_arguments.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from udfs.errors import BadValue
from udfs.texts import LANGUAGES, text
from udfs.worksheet.cells import (
    CellError,
    blanks,
    fold,
    is_blank,
    is_single,
    passed_on,
    rectangle,
    shown,
)
from udfs.worksheet.registry import Argument


@dataclass(frozen=True)
class Context:
    """What holds for a whole call: the language of words, and the workbook's date system."""

    lang: str = "en"
    date1904: bool = False


@dataclass(frozen=True)
class Reading:
    """One argument's cells, all arrays in the shape of the range.

    `values` is typed and only meaningful where the cell is neither blank nor bad; `errors`
    holds a `CellError` where it is bad and None elsewhere.
    """

    values: np.ndarray
    blank: np.ndarray
    bad: np.ndarray
    errors: np.ndarray


Typed = tuple[np.ndarray, np.ndarray]


def _numbers(cells: list[Any], context: Context) -> Typed:
    from udfs.values import numbers

    values, bad = numbers(cells)
    return values, bad | _too_large(values)


def _too_large(values: np.ndarray) -> np.ndarray:
    """Beyond the amounts an order log may have: one such number would take the cents, and so
    the scores, from all others."""
    from udfs.money import LARGEST_AMOUNT

    return np.abs(values) > LARGEST_AMOUNT


def _whole(cells: list[Any], context: Context) -> Typed:
    values, bad = _numbers(cells, context)
    return values, bad | (values < 0) | (np.floor(values) != values) & ~np.isnan(values)


def _scores(cells: list[Any], context: Context) -> Typed:
    values, bad = _whole(cells, context)
    return values, bad | (values < 1) | (values > 5)


def _dates(cells: list[Any], context: Context) -> Typed:
    from udfs.values import dates

    return dates(cells, context.date1904)


@cache
def _flag_words() -> dict[str, bool]:
    words = {"true": True, "false": False, "1": True, "0": False, "真": True, "假": False}
    for lang in LANGUAGES:
        words[fold(text("choice.yes", lang))] = True
        words[fold(text("choice.no", lang))] = False
    return words


def _flag(value: Any) -> bool | None:
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, float)):
        return bool(value) if value in (0, 1) else None
    return _flag_words().get(fold(value))


def _flags(cells: list[Any], context: Context) -> Typed:
    found = [False if is_blank(cell) else _flag(cell) for cell in cells]
    bad = np.array([flag is None for flag in found], dtype=bool)
    return np.array([flag is True for flag in found], dtype=bool), bad


_CELL_READERS: dict[str, tuple[Callable[[list[Any], Context], Typed], str]] = {
    "number": (_numbers, "error.not_a_number"),
    "whole": (_whole, "call.not_whole"),
    "score": (_scores, "call.not_a_score"),
    "date": (_dates, "error.not_a_date"),
    "flag": (_flags, "call.not_a_flag"),
}


# One number alone is the most common argument by far: ten thousand cells, four of them each.
_LARGEST_PLAIN = 1e12
_NO = np.zeros((1, 1), dtype=bool)
_NO_ERROR = np.full((1, 1), None, dtype=object)


def _is_plain(cell: Any) -> bool:
    """A number that needs no reading: finite, and far below what is too large."""
    return type(cell) is float and abs(cell) <= _LARGEST_PLAIN


def read_cells(kind: str, cells: np.ndarray, context: Context) -> Reading:
    """Read an array of cells as `kind`, one of `registry.CELL_KINDS`."""
    if kind == "number" and cells.shape == (1, 1) and _is_plain(cells[0, 0]):
        return Reading(cells.astype(np.float64), _NO, _NO, _NO_ERROR)
    read, key = _CELL_READERS[kind]
    flat = cells.ravel()
    blank = blanks(flat)
    filled = flat.copy()
    filled[blank] = None
    values, bad = read(filled.tolist(), context)
    if values.dtype.kind in "fM":
        # A host may hand over NaN or NaT for an empty cell.
        blank = blank | (np.isnan(values) & ~bad)
    bad = np.asarray(bad) & ~blank
    errors = np.full(flat.size, None, dtype=object)
    large = _too_large(values) if kind == "number" else np.zeros(flat.size, dtype=bool)
    for at in np.flatnonzero(bad):
        why = BadValue("call.too_large" if large[at] else key, value=shown(flat[at]))
        errors[at] = passed_on(flat[at]) or CellError.of(why)
    shape = cells.shape
    return Reading(*(part.reshape(shape) for part in (values, blank, bad, errors)))


def read_whole(argument: Argument, value: Any, context: Context) -> Any:
    """Read an argument that is taken whole, by its kind; None where it is omitted."""
    if argument.kind == "table":
        return None if is_single(value) and is_blank(value) else rectangle(value)
    if argument.kind == "population":
        return _population(value, context)
    single = _single(argument, value)
    if is_blank(single):
        return argument.default
    if argument.kind == "choice":
        return _choice(argument, single)
    return _steering_value(argument.kind, single, context)


def _population(value: Any, context: Context) -> np.ndarray | None:
    """The numbers of a range. Text is passed over, as PERCENTILE does, so that a caption in
    the first row of a whole column does no harm; an omitted range is None."""
    if is_single(value) and is_blank(value):
        return None
    reading = read_cells("number", rectangle(value), context)
    return np.asarray(reading.values[~(reading.blank | reading.bad)], dtype=float)


def _single(argument: Argument, value: Any) -> Any:
    cells = rectangle(value)
    if cells.size != 1:
        raise BadValue("call.single_value", argument=argument.name)
    return cells[0, 0]


def _steering_value(kind: str, single: Any, context: Context) -> date | bool:
    reading = read_cells({"one_date": "date", "switch": "flag"}[kind], rectangle(single), context)
    if reading.bad[0, 0]:
        raise reading.errors[0, 0].why
    answer: date | bool = reading.values[0, 0].item()
    return answer


def _choice(argument: Argument, single: Any) -> str:
    words = {fold(choice): choice for choice in argument.choices}
    for lang in LANGUAGES:
        words |= {
            fold(text(f"{argument.name}.{choice}", lang)): choice for choice in argument.choices
        }
    if fold(single) not in words:
        choices = argument.choices
        raise BadValue(
            "call.not_a_choice", argument=argument.name, value=shown(single), choices=choices
        )
    return words[fold(single)]
