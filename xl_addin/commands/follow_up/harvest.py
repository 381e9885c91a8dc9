"""What was ticked off becomes an entry of the table Contacts, once.

The entry carries the name of the item as its ID: an ID that is in the table is not entered again,
whatever happens to the sheets in between. Proved in tests/xl_addin/commands/follow_up/
test_harvest.py and test_regenerating.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.cells import shown
from xl_addin.commands.follow_up.items import PURPOSES, inquiry_name
from xl_addin.commands.follow_up.phrases import plain
from xl_addin.commands.follow_up.portrait import Customer, Portrait
from xl_addin.commands.follow_up.typed import Line, is_blank, joined, need
from xl_addin.commands.owners import owner_key

# Our columns in which one writes what to do, when one adds a line by hand.
_OWN_WORDS = ("why", "what_to_do", "contact", "words")


def contacts_of(lines: Mapping[str, Line], portrait: Portrait) -> dict[str, list[Any]]:
    """New rows of the table Contacts, by column; {} where nothing was ticked off.

    Raises `BadValue` where the sheet lacks a column: what was typed would have nowhere to go.
    """
    known = set(portrait.log.contact_id)
    done = {item: line for item, line in lines.items() if line.is_done and item not in known}
    if not done:
        return {}
    if "contacts" in portrait.book:
        need(portrait.book["contacts"], schema.CONTACTS.names())
    harvest = _Harvest(portrait)
    rows = [harvest.row(item, line) for item, line in done.items()]
    return {name: [row.get(name) for row in rows] for name in schema.CONTACTS.names()}


class _Harvest:
    """Lines to entries; the inquiries of the log are looked through once."""

    def __init__(self, portrait: Portrait) -> None:
        self.portrait, self.lang = portrait, portrait.lang

    def row(self, item: str, line: Line) -> dict[str, Any]:
        cells = line.computed
        received, thread = self._asked(item, line)
        return {
            "contact_id": item,
            "customer_id": cells.get("customer_id"),
            "contacted_at": self._moment(received),
            "channel": self._channel(line),
            "direction": "out",
            "thread": thread or None,
            "person": self._person(cells),
            "topic": self._shown("source", cells.get("source")) or cells.get("name"),
            "outcome": self._shown("outcome", line.typed["outcome"]),
            "note": joined([line.typed["result_note"], *_told(line)]) or None,
        }

    def _shown(self, column: str, cell: Any) -> Any:
        return shown(schema.FOLLOW_UP.column(column), [cell], self.lang)[0]

    def _customer(self, line: Line) -> Customer | None:
        return self.portrait.customers.get(line.customer_id)

    def _channel(self, line: Line) -> Any:
        customer = self._customer(line)
        liked = self.portrait.cell(customer, "preferred_channel") if customer else None
        return liked if liked in schema.CHANNELS else None

    def _person(self, cells: Mapping[str, Any]) -> str:
        """Somebody did it; where the line names nobody, it says where the entry comes from."""
        name = self.portrait.owners.names.get(owner_key(cells.get("owner")))
        return name or text("follow_up.somebody", self.lang)

    def _asked(self, item: str, line: Line) -> tuple[datetime | None, str]:
        """When the inquiry came that this item answers, and its thread."""
        if line.computed.get("source") != "inquiry":
            return None, ""
        return self._inquiries.get(item, (None, ""))

    @cached_property
    def _inquiries(self) -> dict[str, tuple[datetime | None, str]]:
        return {
            inquiry_name(one.customer_id, one.received, one.thread): (one.received, one.thread)
            for one in self.portrait.log.inquiries
        }

    def _moment(self, received: datetime | None) -> datetime:
        """The end of the analysis date, as nobody typed the hour; never before the inquiry."""
        end = self.portrait.end_of(self.portrait.as_of)
        return max(end, received) if received else end


def _told(line: Line) -> Iterator[str]:
    """What stands in the user's own columns, and in ours where a line was added by hand."""
    if line.computed.get("source") not in PURPOSES:
        yield from (plain(line.computed.get(name)) for name in _OWN_WORDS)
    for caption, cell in line.own.items():
        if not is_blank(cell):
            yield f"{caption}: {plain(cell)}"
