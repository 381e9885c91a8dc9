"""Owners: the colleagues who look after customers, as column Owner and sheet Staff name them.

Two spellings that differ in case, width or blanks mean the same colleague. Two lines of the sheet
Staff with one name are two colleagues whom the column Owner cannot tell apart.
Proved in tests/xl_addin/commands/test_owners.py.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from udfs.errors import BadRule, NotFound
from xl_addin import schema
from xl_addin.tables import Book


def owner_key(name: object) -> str:
    """What is equal for all spellings of a name; "" for a blank cell.

    >>> owner_key("Ｌi  Wei ") == owner_key("li wei")
    True
    """
    from udfs.values import fold

    return fold(str(name)).casefold() if name is not None else ""


def owner_code(name: object) -> str:
    """Eight hex digits of a name: its follow-up table is called by them, whoever renames a tab."""
    return hashlib.sha256(owner_key(name).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Owners:
    """`names`: key to the name as first written; `customers`: the key of each row's owner.

    `doubled`: names that stand more than once on the sheet Staff, with the rows of the sheet.
    """

    names: dict[str, str]
    customers: list[str]
    doubled: dict[str, list[int]]

    def named(self, name: str) -> str:
        """The key of an owner somebody asked for; raises `NotFound` with those there are."""
        key = owner_key(name)
        if key not in self.names:
            which = "unknown_owner" if self.names else "no_owners"
            raise NotFound(f"follow_up.{which}", owner=name, owners=self.listed())
        return key

    def listed(self) -> list[str]:
        return sorted(self.names.values())

    def refuse_doubled(self, key: str, book: Book) -> None:
        """Raise where the name stands for two colleagues, with the rows that say so."""
        if key in self.doubled:
            raise BadRule(
                "follow_up.owner_twice",
                sheet=book["staff"].sheet,
                owner=self.names[key],
                rows=self.doubled[key],
                column=schema.caption("customers", "owner", book.lang),
            )


def read_owners(book: Book) -> Owners:
    """The owners of the customer table and of the sheet Staff, customers first."""
    written = book["customers"].get("owner")
    keys = [owner_key(name) for name in written]
    staff = list(book["staff"].get("owner")) if "staff" in book else []
    names: dict[str, str] = {}
    for name in (*written, *staff):
        if key := owner_key(name):
            names.setdefault(key, str(name).strip())
    return Owners(names, keys, _doubled(book, staff))


def _doubled(book: Book, staff: list[object]) -> dict[str, list[int]]:
    keys = [owner_key(name) for name in staff]
    many = {key for key, n in Counter(keys).items() if key and n > 1}
    return {
        one: [book["staff"].row_number(place) for place, key in enumerate(keys) if key == one]
        for one in many
    }
