"""The priority of an item, from the facts of its customer; the points are in udfs.contact_rules."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from xl_addin.commands.follow_up.portrait import Customer, Portrait

if TYPE_CHECKING:
    from udfs.contact_rules import Priority


def rate(portrait: Portrait, customer: Customer, source: str, due: datetime) -> Priority:
    """Source, tier, days overdue and share of customers with less revenue, as points."""
    from udfs.contact_rules import priority

    overdue = max(0.0, (portrait.now - due).total_seconds() / 86_400)
    levels = tuple(portrait.levels.values())
    return priority(source, overdue, customer.level or None, levels, customer.revenue_share or None)
