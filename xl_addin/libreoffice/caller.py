"""The document that calculates: the language of its results and its date system.

Both are read from the document itself and kept for a moment, so that ten thousand cells ask
once. Proved in tests/xl_addin/libreoffice/test_caller.py.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from udfs.errors import BadValue, CustomerChainError
from xl_addin.libreoffice.book_language import book_language

_KEPT_SECONDS = 2.0
# Serial number 0 of Excel's two date systems, as LibreOffice counts them.
_EPOCHS = {(1899, 12, 30): False, (1904, 1, 1): True}


@dataclass(frozen=True)
class Caller:
    """What holds for all calls of a document; a date system that Excel lacks is refused."""

    lang: str = "zh"
    date1904: bool = False
    refusal: CustomerChainError | None = None


_kept: dict[str, tuple[float, Caller]] = {}


def caller_of(document: Any) -> Caller:
    """What holds for calls from `document`, an open spreadsheet as UNO gives it."""
    key = str(document.RuntimeUID)
    now = time.monotonic()
    found = _kept.get(key)
    if found is None or now - found[0] > _KEPT_SECONDS:
        caller = _read(document)
        if found is not None and found[1] == caller:
            caller = found[1]
        if len(_kept) > 100:
            _kept.clear()
        found = _kept[key] = (now, caller)
    return found[1]


def _read(document: Any) -> Caller:
    day = document.NullDate
    epoch = (day.Year, day.Month, day.Day)
    lang = book_language(document)
    if epoch not in _EPOCHS:
        return Caller(lang, refusal=BadValue("office.date_system"))
    return Caller(lang, _EPOCHS[epoch])
