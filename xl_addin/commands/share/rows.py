"""Which rows a reader gets: own customers or all, each only with consent, and what hangs on them.

A customer who never agreed to the use of the data, or took that back, is in no copy: the copy is
an export, and its reader could not know whom not to contact. They are counted, with the reason,
in the report and on the copy's first page (PIPL Art. 13 to 17).
Proved in tests/xl_addin/commands/share/test_rows.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.commands.follow_up.agreements import read_consents
from xl_addin.commands.owners import owner_key
from xl_addin.commands.share.readers import Reader
from xl_addin.commands.share.tables import CUSTOMER, FOR_ALL, OF_THE_COMPANY
from xl_addin.settings import MAILING
from xl_addin.tables import Book, TableData

# In the order in which they are told.
REASONS = ("never_given", "not_yet", "withdrawn", "no_id", "shared_id")
# Settings that are between the sender and the mail server, or about making copies.
_NOT_FOR_READERS = {*MAILING, "share_mask"}


@dataclass(frozen=True)
class Kept:
    """The positions of rows by table (None: all), and how many customers are left out and why."""

    rows: Mapping[str, Sequence[int] | None]
    left_out: Mapping[str, int]

    @property
    def customers(self) -> int:
        return len(self.rows["customers"] or ())


class Rows:
    """The rows of a book, looked up for one reader after another."""

    def __init__(self, book: Book, day: date, today: date | None = None) -> None:
        self.book = book
        # Consent is asked for on each: a copy for an earlier day is still given away today.
        self.days = (day,) if today is None else (day, today)
        customers = book["customers"]
        customers.need(CUSTOMER, "owner")
        self._ids = _ids(customers)
        self._owners = [owner_key(name) for name in customers.get("owner")]

    @cached_property
    def _first_owner(self) -> dict[str, str]:
        """An ID that stands twice belongs with its orders to the owner of its first row.

        A later row of another owner is in no copy of theirs: its consents, scores and sums are
        those of the first owner's customer.
        """
        found: dict[str, str] = {}
        for who, owner in zip(self._ids, self._owners, strict=True):
            found.setdefault(who, owner)
        return found

    @cached_property
    def refusals(self) -> dict[str, str]:
        """Customers without any valid consent, and why: a reason of `REASONS`."""
        found: dict[str, str] = {who: "no_id" for who in self._ids if not who}
        for day in self.days:
            consents = read_consents(self.book, day)
            for who in set(self._ids) - found.keys():
                if not consents.valid.get(who):
                    refusal = consents.why_not(who, "service")
                    reason = refusal.reason if refusal else ""
                    found[who] = reason if reason in REASONS else "never_given"
        return found

    def kept_for(self, reader: Reader) -> Kept:
        """What one reader gets."""
        everything = reader.role.sees_all
        mine = [n for n, key in enumerate(self._owners) if everything or key == reader.key]
        why = {n: self._why_not(self._ids[n], None if everything else reader.key) for n in mine}
        refused = Counter(why.values())
        chosen = [n for n in mine if not why[n]]
        rows: dict[str, Sequence[int] | None] = {"customers": chosen}
        ids = {self._ids[n] for n in chosen}
        for name in ("orders", "contacts", "important_dates", "consents"):
            if name in self.book:
                rows[name] = self._of(name, ids)
        rows |= self._follow_up(reader, ids)
        rows |= self._for_all(reader)
        dropped = {name for name in rows if schema.base_name(name) in reader.role.tables}
        kept = {name: found for name, found in rows.items() if name not in dropped}
        return Kept(kept, {why: refused[why] for why in REASONS if refused[why]})

    def _why_not(self, who: str, owner: str | None) -> str:
        """Why a row is in no copy for `owner` (None: for who sees all); "" where it is."""
        if who in self.refusals:
            return self.refusals[who]
        return "shared_id" if owner not in (None, self._first_owner[who]) else ""

    def ids_of(self, kept: Kept) -> set[str]:
        """The IDs of the customers of a copy."""
        return {self._ids[place] for place in kept.rows["customers"] or ()}

    @cached_property
    def _places(self) -> dict[str, dict[str, list[int]]]:
        """For each table the rows of each customer, looked up once for all readers."""
        return {}

    def _of(self, name: str, ids: Iterable[str]) -> list[int]:
        if name not in self._places:
            places: dict[str, list[int]] = {}
            for place, who in enumerate(_ids(self.book[name])):
                places.setdefault(who, []).append(place)
            self._places[name] = places
        known = self._places[name]
        return sorted(place for who in ids for place in known.get(who, ()))

    def _follow_up(self, reader: Reader, ids: set[str]) -> dict[str, list[int]]:
        """The reader's own sheet; the sheet of all for who sees all, or has none of their own.

        A sheet without a line is left out: there is no button in a copy that would fill it.
        """
        found = {}
        own = schema.owner_table(reader.code)
        if own in self.book:
            found[own] = self._with_own_lines(own, ids, lambda owner: owner in ("", reader.key))
        everything = reader.role.sees_all
        if "follow_up" in self.book and (everything or own not in self.book):
            mine = (lambda owner: True) if everything else (lambda owner: owner == reader.key)
            found["follow_up"] = self._with_own_lines("follow_up", ids, mine)
        return {name: rows for name, rows in found.items() if rows}

    def _with_own_lines(self, name: str, ids: set[str], mine: Any) -> list[int]:
        """Lines of these customers, and lines somebody has written by hand, without a customer."""
        table = self.book[name]
        by_hand = zip(_ids(table), table.get("owner"), strict=True)
        extra = [n for n, (who, owner) in enumerate(by_hand) if not who and mine(owner_key(owner))]
        return sorted({*self._of(name, ids), *extra})

    def _for_all(self, reader: Reader) -> dict[str, Sequence[int] | None]:
        found: dict[str, Sequence[int] | None] = {}
        for name in FOR_ALL:
            if name in self.book:
                found[name] = _settings(self.book[name]) if name == "settings" else None
        if reader.role.sees_all:
            found |= {name: None for name in OF_THE_COMPANY if name in self.book}
        return found


def _settings(table: TableData) -> list[int]:
    """Rows of settings a reader may see; a row that is none of ours is the sender's own."""
    shown = {
        schema.normal_caption(text(f"setting.{name}", lang))
        for name in schema.SETTING_NAMES
        for lang in LANGUAGES
        if name not in _NOT_FOR_READERS
    }
    names = table.get("setting")
    return [n for n, name in enumerate(names) if schema.normal_caption(name) in shown]


def _ids(table: TableData) -> list[str]:
    from udfs.values import ids

    found: list[str] = ids(table.get(CUSTOMER)).tolist()
    return found
