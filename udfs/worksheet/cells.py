"""Cells as they come and go: blanks, errors, and the rectangle a value or a range is.

Proved in tests/udfs/test_worksheet_cells.py.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np

from udfs.errors import BadValue, CustomerChainError

# What a formula can answer for "nothing here": a cell cannot answer with true emptiness.
BLANK = ""
ERROR_CODES = (
    "#VALUE!",
    "#N/A",
    "#NUM!",
    "#DIV/0!",
    "#REF!",
    "#NAME?",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
)
_SHOWN_AT_MOST = 60


class CellError(str):
    """The error a cell shows, such as "#VALUE!", together with the reason for it.

    >>> error = CellError.of(BadValue("error.not_a_number", value="12o"))
    >>> error, error.sentence("en")
    ('#VALUE!', "'12o' is not a number")
    """

    why: CustomerChainError

    def __new__(cls, code: str, why: CustomerChainError | None = None) -> CellError:
        error = super().__new__(cls, code)
        error.why = why or BadValue("call.cell_holds_error", code=code)
        return error

    @classmethod
    def of(cls, why: CustomerChainError) -> CellError:
        """The cell error that `why` becomes."""
        return cls(why.cell_error, why)

    @property
    def code(self) -> str:
        """The text the cell shows."""
        return str.__str__(self)

    def sentence(self, lang: str = "en") -> str:
        """What is wrong, for a person."""
        return self.why.sentence(lang)

    def __reduce__(self) -> tuple[Any, ...]:
        return (CellError, (self.code, self.why))


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing: empty, or only blanks, or the "" of another formula."""
    return value is None or (isinstance(value, str) and not value.strip())


def passed_on(value: Any) -> CellError | None:
    """The error a cell already holds; it goes through a function as it does in Excel."""
    if isinstance(value, CellError):
        return value
    if isinstance(value, str) and value.strip().upper() in ERROR_CODES:
        return CellError(value.strip().upper())
    return None


def shown(value: Any) -> str:
    """A cell's content for a sentence, cut where it would drown the sentence."""
    if isinstance(value, bool):
        return str(value).upper()
    words = f"{value:.15g}" if isinstance(value, (int, float)) else str(value)
    return words if len(words) <= _SHOWN_AT_MOST else words[: _SHOWN_AT_MOST - 1] + "…"


def fold(words: Any) -> str:
    """A word without what people vary unknowingly: case, width, blanks, underscores, hyphens.

    >>> fold("Customer ID") == fold("customer_id") == fold("ｃustomer－id")
    True
    """
    folded = unicodedata.normalize("NFKC", str(words)).casefold()
    return "".join(folded.split()).replace("_", "").replace("-", "")


def is_single(value: Any) -> bool:
    """Whether `value` is one cell's content and not a range."""
    return not isinstance(value, (list, tuple, np.ndarray))


def rectangle(value: Any) -> np.ndarray:
    """The cells of a value or a range as a two-dimensional array of objects.

    A flat list is a column; rows that are too short are filled with blanks.

    >>> rectangle([1, 2]).shape, rectangle([[1, 2], [3]]).shape, rectangle(7).shape
    ((2, 1), (2, 2), (1, 1))
    """
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if is_single(value):
        value = [[value]]
    if not any(isinstance(row, (list, tuple)) for row in value):
        return _objects(value).reshape(len(value), 1)
    rows = [row if isinstance(row, (list, tuple)) else [row] for row in value]
    width = max(map(len, rows))
    cells = [cell for row in rows for cell in (*row, *[None] * (width - len(row)))]
    if {list, tuple} & set(map(type, cells)):
        raise BadValue("call.nested_too_deep")
    return _objects(cells).reshape(len(rows), width)


def _objects(values: Sequence[Any]) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def blanks(cells: np.ndarray) -> np.ndarray:
    """Which cells of an array hold nothing."""
    # `is_blank`, written out: a whole column is a million cells.
    found = [v is None or (isinstance(v, str) and not v.strip()) for v in cells.ravel()]
    return np.array(found, dtype=bool).reshape(cells.shape)
