"""Pieces of the sentences on a follow-up line: cells quoted in them, days, and how they are joined.

Proved in tests/xl_addin/commands/follow_up/test_phrases.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from udfs.texts import text

if TYPE_CHECKING:
    from udfs.working_time import WorkingCalendar

# A cell may hold a whole mail; a sentence quotes so much of it.
LONGEST = 200
_ENDS = "。！？….!?"
_CLOSING = "”’」』）)\"'"


def sentences(parts: Iterable[str], lang: str) -> str:
    """Sentences one after another, with a blank between them where the language has one."""
    return ("" if lang == "zh" else " ").join(part.strip() for part in parts if part.strip())


def quoted(cell: Any, lang: str, longest: int = LONGEST) -> str:
    """What somebody wrote, in one line and as the end of a sentence: with one full stop, not two.

    >>> quoted("May I pay later?", "en"), quoted("能分期吗", "zh"), quoted(" A \\n b. ", "en")
    ('May I pay later?', '能分期吗。', 'A b.')
    """
    words = " ".join(plain(cell).split())
    if len(words) > longest:
        return f"{words[: longest - 1].rstrip()}…"
    if not words or words.rstrip(_CLOSING)[-1:] in _ENDS:
        return words
    return words + ("。" if lang == "zh" else ".")


def plain(cell: Any) -> str:
    """A cell as people write it: a phone number is no decimal number, a day has no time of day.

    >>> plain(13800138000.0), plain(datetime(2026, 1, 5)), plain(None)
    ('13800138000', '2026-01-05', '')
    """
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        if cell.time() == time():
            return cell.date().isoformat()
        return f"{cell:%Y-%m-%d %H:%M}"
    return "" if cell is None else str(cell).strip()


def day_words(day: date, calendar: WorkingCalendar, lang: str) -> str:
    """A date, and what kind of day it is where nobody works."""
    if calendar.is_working_day(day):
        return day.isoformat()
    return text("follow_up.day_off", lang, day=day.isoformat(), name=calendar.day_name(day, lang))


def some_rows(rows: Sequence[Any], most: int) -> list[str]:
    """The first rows, and a sign that there are more."""
    return [*map(str, rows[:most]), *(["…"] if len(rows) > most else [])]
