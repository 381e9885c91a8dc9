"""What the sheet Strategies says for a tier and an age group, and the sheet Segments for a segment.

Several rows may fit a customer: the tier's own, and those for an age group of any tier. All of
them count; the return visit is the shortest interval named (F27 to F32).
Proved in tests/xl_addin/commands/follow_up/test_strategies.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from udfs.errors import BadRule, BadValue
from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.settings import Settings
from xl_addin.tables import Book

ANY, YOUNG, OLD = "any", "young", "old"
_ANY_TIER = {schema.normal_caption(schema.choice_label(ANY, lang)) for lang in LANGUAGES} | {""}


@dataclass(frozen=True)
class Strategy:
    """One row: for whom, what to do, and the days between return visits (None: no visits)."""

    tier: str
    age_group: str
    service: str
    contact: str
    return_visit_days: int | None

    def fits(self, tier: str, age_group: str) -> bool:
        wanted = schema.normal_caption(self.tier)
        same_tier = wanted in _ANY_TIER or wanted == schema.normal_caption(tier)
        return same_tier and self.age_group in (ANY, age_group)


@dataclass(frozen=True)
class Strategies:
    """All rows of the sheet, and the words of each segment."""

    rows: tuple[Strategy, ...]
    segments: dict[str, str]

    def fitting(self, tier: str, age_group: str) -> list[Strategy]:
        return [row for row in self.rows if row.fits(tier, age_group)]

    def visit_days(self, tier: str, age_group: str) -> int | None:
        """The shortest interval between return visits; None where no row names one."""
        days = [row.return_visit_days for row in self.fitting(tier, age_group)]
        return min((one for one in days if one is not None), default=None)


def age_group(age: int | None, settings: Settings) -> str:
    """Young, old, or neither: the ages are the user's (Settings)."""
    if age is not None and age <= settings.young_until:
        return YOUNG
    return OLD if age is not None and age >= settings.old_from else ANY


def read_strategies(book: Book) -> Strategies:
    """The sheet as it stands; a number of days that is none is refused by its cell."""
    rows = tuple(_rows(book)) if "strategies" in book else ()
    return Strategies(rows, _segments(book))


def _rows(book: Book) -> list[Strategy]:
    table = book["strategies"]
    table.need("tier", "return_visit_days")
    ages = internal(schema.STRATEGIES.column("age_group"), table.get("age_group"))
    cells = zip(
        table.get("tier"),
        ages,
        table.get("service"),
        table.get("contact"),
        table.get("return_visit_days"),
        strict=True,
    )
    return [
        Strategy(
            str(tier or ""),
            str(age or ANY),
            str(service or ""),
            str(contact or ""),
            _days(days, table.row_number(place), book),
        )
        for place, (tier, age, service, contact, days) in enumerate(cells)
        if any((tier, age, service, contact, days))
    ]


def _days(cell: Any, row: int, book: Book) -> int | None:
    from udfs.values import is_missing, read_number, shown

    if is_missing(cell):
        return None
    try:
        days = read_number(cell)
    except BadValue:
        days = 0
    if not (days == int(days) and 1 <= days <= 36_500):
        raise BadRule(
            "follow_up.visit_days",
            sheet=book["strategies"].sheet,
            row=row,
            column=schema.caption("strategies", "return_visit_days", book.lang),
            value=shown(cell),
        )
    return int(days)


def _segments(book: Book) -> dict[str, str]:
    if "segments" not in book:
        return {}
    table = book["segments"]
    pairs = zip(table.get("segment"), table.get("meaning"), strict=True)
    return {str(name).strip(): str(words) for name, words in pairs if name and words}
