"""Which customers have asked something, and whether a person has answered.

An inquiry begins with an inbound entry of a thread and ends with the first outbound entry of that
thread by a person; what the customer writes in between belongs to it. No person: an automatic
reply, which is no answer. No thread: all of the customer's entries without one are one thread.
An answer entered with the same moment counts, because people note the minute, or only the day.
Proved in tests/udfs/test_inquiries.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from udfs.values import ids


class Inquiry(NamedTuple):
    """A question of a customer, counted from its first entry that nobody had answered."""

    customer_id: str
    thread: str
    received: dt.datetime
    first_reply: dt.datetime | None
    row: int  # position of that first entry
    messages: int  # how often the customer wrote before the answer


def inquiries(
    customer_id: Sequence[Any],
    contacted_at: Sequence[Any],
    direction: Sequence[Any],
    thread: Sequence[Any],
    person: Sequence[Any],
    until: dt.datetime | None = None,
) -> list[Inquiry]:
    """All inquiries in a log of contacts, answered or not, in order of time.

    Columns of equal length; `direction` is "in" or "out". Entries without customer or moment and
    those after `until` are left out. A thread belongs to one customer: the same name with two
    customers is two threads.
    """
    moments = _moments(contacted_at)
    customers, threads = ids(customer_id).tolist(), ids(thread).tolist()
    people = ids(person).tolist()
    found: list[_Waiting] = []
    waiting: dict[tuple[str, str], _Waiting] = {}
    for row in _in_order_of_time(moments, customers, direction, until):
        key = customers[row], threads[row]
        asked = waiting.get(key)
        if direction[row] == "in":
            if asked is None:
                asked = waiting[key] = _Waiting(row)
                found.append(asked)
            asked.messages += 1
        elif asked is not None and people[row]:
            asked.reply = moments[row]
            del waiting[key]
    return [
        Inquiry(
            customers[one.row], threads[one.row], moments[one.row], one.reply, one.row, one.messages
        )
        for one in found
    ]


class _Waiting:
    """An inquiry while the log is read."""

    __slots__ = ("messages", "reply", "row")

    def __init__(self, row: int) -> None:
        self.row, self.messages = row, 0
        self.reply: dt.datetime | None = None


def open_inquiries(
    customer_id: Sequence[Any],
    contacted_at: Sequence[Any],
    direction: Sequence[Any],
    thread: Sequence[Any],
    person: Sequence[Any],
    until: dt.datetime | None = None,
) -> list[Inquiry]:
    """The inquiries nobody has answered yet, the longest waiting first."""
    found = inquiries(customer_id, contacted_at, direction, thread, person, until)
    return [inquiry for inquiry in found if inquiry.first_reply is None]


def _in_order_of_time(
    moments: list[Any], customers: Sequence[str], direction: Sequence[Any], until: Any
) -> list[int]:
    """Rows that count; at the same moment inbound ones first, so that a reply answers them."""
    counted = [
        row
        for row, (moment, customer, way) in enumerate(
            zip(moments, customers, direction, strict=True)
        )
        if moment is not None
        and customer
        and way in ("in", "out")
        and (until is None or moment <= until)
    ]
    return sorted(counted, key=lambda row: (moments[row], direction[row] != "in", row))


def _moments(cells: Sequence[Any]) -> list[Any]:
    """Plain datetimes, None where there is none; a day without time is its midnight."""
    dtype = getattr(cells, "dtype", None)
    if isinstance(dtype, np.dtype) and dtype.kind == "M":
        return list(np.asarray(cells).astype("datetime64[us]").tolist())
    return [_moment(cell) for cell in cells]


def _moment(cell: Any) -> dt.datetime | None:
    if isinstance(cell, dt.datetime):
        return None if cell is pd.NaT else cell
    return dt.datetime.combine(cell, dt.time()) if isinstance(cell, dt.date) else None
