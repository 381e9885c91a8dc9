"""One thing to do for one customer: what it is about, by when, and everything that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from udfs.contact_rules import Priority

# The consent each source needs; an answer that is owed belongs to the service asked for.
PURPOSES = {
    "inquiry": "service",
    "recall": "marketing",
    "tier_fell": "marketing",
    "return_visit": "service",
    "birthday": "greetings",
    "important_date": "greetings",
    "near_next_tier": "marketing",
    "confirm_data": "data_upkeep",
}
# Steps that the source alone does not tell: no way to ask for data; a day of mourning.
UNREACHABLE, MEMORIAL = "unreachable", "memorial"


@dataclass(frozen=True)
class Item:
    """`item` is the same each time the sheets are made, so that what was typed finds its line.

    `why` is a sentence without the priority; `values` are what templates may name besides the
    facts of the customer; `step` says what is to be done where the source alone does not.
    """

    item: str
    customer_id: str
    source: str
    due: datetime
    why: str
    priority: Priority
    values: Mapping[str, Any] = field(default_factory=dict)
    step: str = ""

    @property
    def purpose(self) -> str:
        return PURPOSES[self.source]

    @property
    def rank(self) -> tuple[int, datetime, str]:
        """Highest priority first, then the earlier one, then by customer."""
        return -self.priority.points, self.due, self.item


def item_name(customer_id: str, source: str, occasion: object) -> str:
    """The name of an item: the customer, what it is about, and which occasion of it.

    >>> item_name("C0007", "recall", "2025-06-30")
    'C0007/recall/2025-06-30'
    """
    return f"{customer_id}/{source}/{occasion}"


def inquiry_name(customer_id: str, received: datetime, thread: str = "") -> str:
    """The name of an inquiry: the customer, the second in which it came, and its thread.

    Whoever notes only the day has two inquiries at one midnight, told apart by their threads.
    """
    moment = f"{received:%Y-%m-%dT%H:%M:%S}"
    return item_name(customer_id, "inquiry", f"{moment}/{thread}" if thread else moment)
