"""Checks of customer columns: which cells cannot be right, which rows may be the same person.

Pure functions over columns of cells; a mask or a position per row comes out, sentences are made
elsewhere. Proved in tests/udfs/test_quality.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from udfs.values import fold, read_id

FEWEST_DIGITS, MOST_DIGITS = 5, 15  # ITU-T E.164: at most 15 digits
OLDEST_AGE = 120

_EMAIL = re.compile(
    r"[^@\s,;:<>()\[\]\"]{1,64}@(?:[^@\s.,;:<>()_]{1,63}\.)+[^\W\d_][^@\s.,;:<>()_]{1,62}"
)
_EXTENSION = re.compile(r"\s*(?:转|分机|ext\.?|x|#)\s*[0-9]{1,6}$", re.IGNORECASE)
_PHONE = re.compile(r"[0-9+\-\s().\u2010-\u2015]+")
_BETWEEN_PHONES = re.compile(r"[/;,、|\n]+")
_COUNTRY_CODE = re.compile(r"^(?:\+|00)86")


def blank(cells: Sequence[Any]) -> np.ndarray:
    """Cells that hold nothing: None, or text of blanks only."""
    return np.array(
        [cell is None or (type(cell) is str and not cell.strip()) for cell in cells], dtype=bool
    )


def email_is_malformed(cell: Any) -> bool:
    """No address a message can go to.

    >>> email_is_malformed("a.b@shop.com.cn"), email_is_malformed("a@shop"), email_is_malformed("")
    (False, True, False)
    """
    address = fold(str(cell)) if isinstance(cell, str) else str(cell or "")
    if not address:
        return False
    local = address.partition("@")[0]
    dotted = local.startswith(".") or local.endswith(".") or ".." in address
    return dotted or len(address) > 254 or not _EMAIL.fullmatch(address)


def phone_is_malformed(cell: Any) -> bool:
    """Letters in it, or fewer than 5 or more than 15 digits; several numbers may stand in a cell.

    >>> [phone_is_malformed(p) for p in ("138 0013 8000", "010-88886666转123", "1380013800o", 110)]
    [False, False, True, True]
    """
    return any(_one_phone_is_malformed(number) for number in _phones(cell))


def phone_key(cell: Any) -> str:
    """The digits of the first number, without China's country code, to compare phones by.

    >>> phone_key("+86 138-0013-8000") == phone_key(13800138000.0)
    True
    """
    for number in _phones(cell):
        plain = re.sub(r"[^0-9+]", "", _EXTENSION.sub("", number))
        return _COUNTRY_CODE.sub("", plain).lstrip("+")
    return ""


def repeats(keys: Sequence[Any]) -> np.ndarray:
    """For each row the position of the first row with the same key; -1 for that row and blanks.

    >>> repeats(["a", "b", "a", "", ""]).tolist()
    [-1, -1, 0, -1, -1]
    """
    cells = np.empty(len(keys), dtype=object)
    cells[:] = [key or None for key in keys]
    codes, words = pd.factorize(cells)
    first = np.full(len(words) + 1, len(codes), dtype=np.int64)
    np.minimum.at(first, codes, np.arange(len(codes)))
    found = first[codes]
    return np.where((codes < 0) | (found == np.arange(len(codes))), -1, found)


def stale(confirmed: np.ndarray, created: np.ndarray, limit: Any) -> np.ndarray:
    """Rows whose last confirmation, or else creation, lies before `limit` (days, NaT for none)."""
    known = np.where(np.isnat(confirmed), created, confirmed)
    return known < np.datetime64(limit, "D")


def too_old(birthdays: np.ndarray, day: Any) -> np.ndarray:
    """Rows whose age on `day` is above 120 years."""
    at = pd.Timestamp(day)
    limit = at - pd.DateOffset(years=OLDEST_AGE + 1)
    return birthdays <= np.datetime64(limit.date(), "D")


def _phones(cell: Any) -> list[str]:
    return [part.strip() for part in _BETWEEN_PHONES.split(read_id(cell)) if part.strip()]


def _one_phone_is_malformed(number: str) -> bool:
    plain = _EXTENSION.sub("", number)
    digits = sum(character.isdigit() for character in plain)
    return not _PHONE.fullmatch(plain) or not FEWEST_DIGITS <= digits <= MOST_DIGITS
