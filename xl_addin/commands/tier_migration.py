"""The migration matrix of the last refresh: how many customers went from which tier to which.

It reads what the customer table remembers: whose tier changed on the day of the refresh had the
previous tier before. Proved in tests/xl_addin/commands/test_tier_migration.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from udfs.texts import text
from xl_addin.pages import Section
from xl_addin.tables import Book

_FIRST_WIDTH, _WIDTH = 22, 14


def migration(
    book: Book, day: date, changed_on: Sequence[date | None], order: Sequence[str], lang: str
) -> Section:
    """Rows: the tier before; columns: the tier after; `order` names the tiers, highest first."""
    from udfs.migration import migration_matrix

    customers = book["customers"]
    now = customers.get("tier")
    moved = zip(now, customers.get("previous_tier"), changed_on, strict=True)
    before = [old if when == day else tier for tier, old, when in moved]
    found = migration_matrix(before, now, order)
    names = [name or text("tier_migration.none", lang) for name in found.tiers]
    total = text("page.audit.sum", lang)
    rows: list[tuple[Any, ...]] = [
        (name, *counts, sum(counts))
        for name, counts in zip(names, found.counts.tolist(), strict=True)
    ]
    rows.append((total, *found.after_sums, found.total))
    header = (text("tier_migration.from_to", lang), *names, total)
    words = {"up": found.up, "down": found.down, "unchanged": found.unchanged}
    return Section(
        text("tier_migration.heading", lang),
        (text("tier_migration.note", lang, day=day.isoformat(), **words),),
        header,
        tuple(rows),
        (_FIRST_WIDTH, *[_WIDTH] * (len(header) - 1)),
    )
