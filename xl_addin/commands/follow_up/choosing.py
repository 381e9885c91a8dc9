"""Which items go on the sheets: consent, contact data, the cap per customer, the length of a sheet.

Whoever is left out is counted by reason, and inquiries left without an answer are named, because
an answer is owed. Proved in tests/xl_addin/commands/follow_up/test_choosing.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from udfs.texts import text
from xl_addin.commands.follow_up.items import Item
from xl_addin.commands.follow_up.portrait import Portrait

if TYPE_CHECKING:
    from udfs.consents import Refusal

# In the order in which they are told.
REASONS = (
    "never_given",
    "not_yet",
    "withdrawn",
    "not_for_purpose",
    "unreadable_purpose",
    "no_contact_data",
    "cap",
    "upkeep",
    "per_owner",
)
# Of data to confirm a sheet shows so many at once: they can wait, and would bury the rest.
MOST_TO_CONFIRM = 10
# These need no way to reach the customer: the file itself asks to be completed.
_NO_REACH_NEEDED = ("confirm_data", "inquiry")


@dataclass
class LeftOut:
    """How many items were left out for which reason, by owner; unanswered inquiries by name."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    inquiries: list[tuple[Item, Refusal]] = field(default_factory=list)

    def add(self, item: Item, reason: str, owner: str) -> None:
        self.counts.setdefault(owner, Counter())[reason] += 1

    def total(self, owner: str | None = None) -> int:
        return sum(self._counts(owner).values())

    def parts(self, lang: str, owner: str | None = None) -> str:
        """The reasons with their numbers; "" for none."""
        counts = self._counts(owner)
        said = [
            text(f"follow_up.left_out.{reason}", lang, n=counts[reason], most=MOST_TO_CONFIRM)
            for reason in REASONS
            if counts[reason]
        ]
        return text("follow_up.comma", lang).join(said)

    def sentence(self, lang: str, owner: str | None = None) -> str:
        """How many are left out, and why: of one owner, or altogether; "" for none."""
        parts = self.parts(lang, owner)
        return text("follow_up.left_out", lang, n=self.total(owner), parts=parts) if parts else ""

    def _counts(self, owner: str | None) -> Counter[str]:
        if owner is not None:
            return self.counts.get(owner, Counter())
        return sum(self.counts.values(), Counter())


def chosen(
    portrait: Portrait, items: Iterable[Item], open_items: set[str]
) -> tuple[list[Item], LeftOut]:
    """The items that go on the sheets, most urgent first, and who was left out.

    `open_items` are those somebody has typed something into; they stay, whatever the caps say.
    """
    left = LeftOut()
    wanted = sorted(items, key=lambda item: item.rank)
    allowed = [item for item in wanted if may_contact(portrait, item, left)]
    capped = _within_cap(portrait, allowed, open_items, left)
    return _within_sheets(portrait, capped, open_items, left), left


def may_contact(portrait: Portrait, item: Item, left: LeftOut) -> bool:
    """Whether consent and contact data allow it; who may not be contacted is counted in `left`."""
    customer = portrait.customers[item.customer_id]
    refusal = portrait.consents.why_not(item.customer_id, item.purpose)
    if refusal is not None:
        left.add(item, refusal.reason, customer.owner)
        if item.source == "inquiry":
            left.inquiries.append((item, refusal))
        return False
    if item.source in _NO_REACH_NEEDED:
        return True
    if not portrait.reaches(customer):
        left.add(item, "no_contact_data", customer.owner)
        return False
    return True


def _within_cap(
    portrait: Portrait, items: list[Item], open_items: set[str], left: LeftOut
) -> list[Item]:
    """Open items count first: they have been taken on already."""
    from udfs.contact_rules import within_cap

    settings = portrait.settings
    ordered = sorted(items, key=lambda item: item.item not in open_items)
    since = portrait.as_of - timedelta(settings.follow_up_cap_days - 1)
    made = portrait.log.made(since, portrait.as_of)
    found = within_cap(
        [item.customer_id for item in ordered],
        [item.source for item in ordered],
        made,
        settings.follow_up_cap,
    )
    kept = set(found.kept) | {n for n, item in enumerate(ordered) if item.item in open_items}
    for place in found.left_out:
        if place not in kept:
            item = ordered[place]
            left.add(item, "cap", portrait.customers[item.customer_id].owner)
    return sorted((ordered[n] for n in kept), key=lambda item: item.rank)


def _within_sheets(
    portrait: Portrait, items: list[Item], open_items: set[str], left: LeftOut
) -> list[Item]:
    """A sheet nobody can work off is not read; what is most urgent comes first."""
    most = portrait.settings.follow_up_per_owner
    taken: Counter[str] = Counter()
    to_confirm: Counter[str] = Counter()
    kept = []
    for item in items:
        owner = portrait.customers[item.customer_id].owner
        is_upkeep = item.source == "confirm_data"
        if item.source != "inquiry" and item.item not in open_items:
            full = "upkeep" if is_upkeep and to_confirm[owner] >= MOST_TO_CONFIRM else ""
            full = "per_owner" if taken[owner] >= most else full
            if full:
                left.add(item, full, owner)
                continue
        taken[owner] += 1
        to_confirm[owner] += is_upkeep
        kept.append(item)
    return kept
