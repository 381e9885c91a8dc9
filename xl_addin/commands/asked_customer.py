"""The customer somebody asked for: where the table has them, or a refusal with the nearest ID.

Proved in tests/xl_addin/commands/test_asked_customer.py.
"""

from __future__ import annotations

from udfs.errors import NotFound
from xl_addin.tables import Book


class Customers:
    """The customer table by ID; of rows with the same ID the first one counts."""

    def __init__(self, book: Book) -> None:
        from udfs.values import ids

        self._names = book["customers"].get("name")
        self._places: dict[str, int] = {}
        for place, known in enumerate(ids(book["customers"].get("customer_id")).tolist()):
            if known:
                self._places.setdefault(known, place)

    def find(self, customer_id: object) -> tuple[str, int]:
        """The ID as it is read and its place in the table; raises `NotFound`.

        IDs that differ in case or leading zeros are likely meant, so the refusal names such a one.
        """
        from udfs.values import read_id, shown

        wanted = read_id(customer_id)
        if wanted in self._places:
            return wanted, self._places[wanted]
        plain = {one.casefold().lstrip("0"): one for one in self._places}
        near = plain.get(wanted.casefold().lstrip("0"))
        if near is None:
            raise NotFound("refresh.unknown_customer", customer=shown(wanted))
        raise NotFound("refresh.near_customer", customer=shown(wanted), near=near)

    def title(self, customer_id: str, place: int) -> str:
        """The ID, and the name where the table has one."""
        name = self._names[place]
        return f"{customer_id} {name}" if name else customer_id
