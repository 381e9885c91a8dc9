"""The orders behind one customer's numbers: those that count, with their rows, and the others.

Which rows form an order, and what it is worth, is read from the order log the refresh computes
with. Proved in tests/xl_addin/commands/test_audit.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.pages import Section
from xl_addin.tables import Book

if TYPE_CHECKING:
    from xl_addin.commands.refresh import Scoring

_SHOWN = ("order_id", "order_date", "product", "amount", "refund", "status")
_LEFT_OUT_WIDTHS = (14, 14, 13, 34, 14, 12, 12, 40)


@dataclass(frozen=True)
class CountedOrder:
    """One order: the rows of the sheet that make it up, its date, and its net amount."""

    rows: tuple[int, ...]
    order_id: str
    day: date
    products: str
    amount: float


@dataclass(frozen=True)
class CustomerOrders:
    """All rows of the order table that belong to one customer, sorted out."""

    counted: tuple[CountedOrder, ...]
    total: float
    left_out: tuple[tuple[int, str, tuple[Any, ...]], ...]
    currency: str

    def counted_section(self, lang: str, beside_the_table: str) -> Section:
        """The orders that count, and their sum in the last row."""
        from udfs.money import money_words

        heading = text("page.audit.counted", lang)
        if not self.counted:
            return Section(heading, (text("page.audit.counted.none", lang), beside_the_table))
        money = money_words(self.total, self.currency)
        said = text("page.audit.counted.note", lang, n=len(self.counted), money=money)
        rows: list[tuple[Any, ...]] = [
            (", ".join(map(str, one.rows)), one.order_id, one.day, one.products, one.amount)
            for one in self.counted
        ]
        rows.append((text("page.audit.sum", lang), "", None, "", self.total))
        header = (text("page.audit.rows", lang), *_captions(_SHOWN[:3], lang))
        header = (*header, text("page.audit.net", lang))
        return Section(heading, (said, beside_the_table), header, tuple(rows), (14, 14, 13, 34, 14))

    def left_out_section(self, lang: str) -> Section:
        """Each row that does not count, as it stands in the sheet, with its reason."""
        heading = text("page.audit.left_out", lang)
        if not self.left_out:
            return Section(heading, (text("page.audit.left_out.none", lang),))
        rows = tuple(
            (str(row), *cells, text(f"page.reason.{reason}", lang))
            for row, reason, cells in self.left_out
        )
        note = text("page.audit.left_out.note", lang, n=len(rows))
        header = (text("page.audit.rows", lang), *_captions(_SHOWN, lang))
        header = (*header, text("page.audit.reason", lang))
        return Section(heading, (note,), header, rows, _LEFT_OUT_WIDTHS)


def _captions(names: tuple[str, ...], lang: str) -> list[str]:
    return [schema.caption("orders", name, lang) for name in names]


def customer_orders(book: Book, result: Scoring, wanted: str) -> CustomerOrders:
    """Sort out the rows of the customer `wanted`."""
    import numpy as np

    from udfs.values import ids

    table = book["orders"]
    own = np.flatnonzero(ids(table.get("customer_id")) == wanted).tolist()
    reasons = _reasons(result, set(own))
    cells = [table.get(name) for name in _SHOWN]
    left_out = tuple(
        (table.row_number(at), reasons[at], tuple(column[at] for column in cells))
        for at in own
        if at in reasons
    )
    groups = _groups(table.get("order_id"), [at for at in own if at not in reasons])
    products = table.get("product")
    counted = tuple(
        CountedOrder(
            tuple(table.row_number(at) for at in rows),
            order_id,
            day.date(),
            _joined(products, rows),
            amount,
        )
        for rows, (order_id, day, amount) in zip(groups, _counted(result, wanted), strict=True)
    )
    return CustomerOrders(counted, _total(counted), left_out, result.settings.currency)


def _reasons(result: Scoring, own: set[int]) -> dict[int, str]:
    """Position in the order table to the reason why the row does not count."""
    left_out = result.log.left_out.items()
    return {at: reason for reason, rows in left_out for at in own.intersection(rows.tolist())}


def _groups(order_ids: list[Any], counted: list[int]) -> list[list[int]]:
    """The rows of each order in the order of the log: rows with the same order ID are one."""
    from udfs.values import read_id

    found: dict[Any, list[int]] = {}
    for at in counted:
        found.setdefault(read_id(order_ids[at]) or at, []).append(at)
    return list(found.values())


def _counted(result: Scoring, wanted: str) -> list[list[Any]]:
    """Order ID, day and net amount of the customer's orders, in the order of the log."""
    frame = result.log.frame
    own = frame[frame["customer_id"] == wanted]
    columns = (own[name].tolist() for name in ("order_id", "order_date", "amount"))
    return list(map(list, zip(*columns, strict=True)))


def _joined(products: list[Any], rows: list[int]) -> str:
    return " / ".join(dict.fromkeys(str(products[at]) for at in rows if products[at]))


def _total(counted: tuple[CountedOrder, ...]) -> float:
    """The exact sum, as the refresh adds."""
    import numpy as np

    from udfs.money import to_floats, to_units

    units, decimals = to_units(np.array([one.amount for one in counted], dtype=np.float64))
    return float(to_floats(np.array([units.sum()]), decimals)[0])
