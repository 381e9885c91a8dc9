"""Readers: the colleagues for whom copies are made, each with role, language and address.

A reader is an owner of the customer table or a colleague of the sheet Staff. Two lines of Staff
with one name are two people whose customers cannot be told apart: nothing is made for them.
Proved in tests/xl_addin/commands/share/test_readers.py.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from udfs.errors import BadRule, CustomerChainError
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.owners import Owners, owner_code, owner_key, read_owners
from xl_addin.commands.share.roles import Role, Roles, read_roles
from xl_addin.commands.share.tables import caption_of
from xl_addin.tables import Book


@dataclass(frozen=True)
class Reader:
    """One colleague; `row` is the one on the sheet Staff, 0 for somebody who is not there."""

    key: str
    name: str
    role: Role
    lang: str
    email: str = ""
    row: int = 0

    @property
    def code(self) -> str:
        return owner_code(self.name)


@dataclass(frozen=True)
class Readers:
    """Who gets a copy, who is refused and why, and who has no customers."""

    found: tuple[Reader, ...]
    refused: tuple[CustomerChainError, ...]
    without_customers: tuple[str, ...]
    customers_without_owner: int


def means_all(word: str, owners: Owners) -> bool:
    """Whether somebody asks for everybody; a colleague may be called like that.

    >>> means_all("全部", Owners({}, [], {}))
    True
    """
    everybody = {schema.normal_caption(text("share.all", lang)) for lang in LANGUAGES}
    asked = schema.normal_caption(word)
    return owner_key(word) not in owners.names and asked in everybody | {"all"}


def find_readers(book: Book, asked: str, own_sheets: Collection[str] = ()) -> Readers:
    """The readers somebody asked for: one by name, or all.

    Raises `NotFound` for a name nobody has, and for one reader what would only be told among all.
    """
    owners = read_owners(book)
    book["customers"].need("customer_id", "owner")
    everybody = means_all(asked, owners)
    keys = list(owners.names) if everybody else [owners.named(asked)]
    staff, roles = _Staff(book), read_roles(book, own_sheets)
    found, refused, without = [], [], []
    with_customers = set(owners.customers) - {""}
    for key in keys:
        try:
            owners.refuse_doubled(key, book)
            reader = staff.reader(key, owners.names[key], roles)
        except CustomerChainError as why:
            refused.append(why)
            continue
        if key in with_customers or (reader.role.sees_all and owners.customers):
            found.append(reader)
        else:
            without.append(reader.name)
    if refused and not everybody:
        raise refused[0]
    no_owner = sum(not key for key in owners.customers) if everybody else 0
    return Readers(tuple(found), _told_once(refused), tuple(without), no_owner)


def _told_once(refused: list[CustomerChainError]) -> tuple[CustomerChainError, ...]:
    """A slip in one role is the same sentence for everybody who has it."""
    return tuple({why.sentence("en"): why for why in refused}.values())


class _Staff:
    """The sheet Staff by owner."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.places: dict[str, int] = {}
        if "staff" in book:
            for place, name in enumerate(book["staff"].get("owner")):
                self.places.setdefault(owner_key(name), place)

    def reader(self, key: str, name: str, roles: Roles) -> Reader:
        place = self.places.get(key)
        if place is None:
            return Reader(key, name, roles.first(), self.book.lang)
        table = self.book["staff"]
        lang = self._cell("language", place)
        return Reader(
            key,
            name,
            self._role(place, roles),
            lang if lang in LANGUAGES else self.book.lang,
            self._cell("email", place),
            table.row_number(place),
        )

    def _role(self, place: int, roles: Roles) -> Role:
        name = self._cell("role", place)
        role = roles.find(name) if name else roles.first()
        if role is None:
            table = self.book["staff"]
            known = roles.names() if roles.rows else []
            raise BadRule(
                "share.unknown_role" if known else "share.no_roles",
                sheet=table.sheet,
                row=table.row_number(place),
                column=caption_of(table, "role", self.book.lang),
                role=name,
                roles=known,
            )
        return role

    def _cell(self, name: str, place: int) -> str:
        cell = self.book["staff"].get(name)[place]
        return str(internal(schema.STAFF.column(name), [cell])[0] or "").strip()
