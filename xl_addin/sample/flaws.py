"""What goes wrong in a real shop's table, put in on purpose for the data check to find.

Each flaw stands at a fixed share of the rows, not at drawn ones, so that changing one does
not move the others. Counted in tests/xl_addin/sample/test_sample.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from xl_addin.sample.calendar import ANALYSIS_DATE
from xl_addin.sample.trade import Line
from xl_addin.sample.words import Row, customer_id

# Rows of the table (from 0) that lack something.
NO_PHONE = range(17, 300, 43)
NO_EMAIL = range(11, 300, 37)
NO_REGION = (58, 131)
NO_CONSENT = range(23, 300, 31)
NO_BIRTHDAY = range(5, 300, 19)
MALFORMED_EMAIL = (76, 204)
# These two were entered a second time, under a new ID.
ENTERED_TWICE = (41, 158)
UNKNOWN_CUSTOMER = 999


def spoil_customers(rows: list[Row]) -> list[Row]:
    """The customers with gaps, two malformed e-mail addresses and two double entries."""
    rows = [dict(row) for row in rows]
    for column, positions in (
        ("phone", NO_PHONE),
        ("email", NO_EMAIL),
        ("region", NO_REGION),
        ("birthday", NO_BIRTHDAY),
        ("consent_given_on", NO_CONSENT),
        ("consent_purpose", NO_CONSENT),
    ):
        for position in positions:
            rows[position][column] = None
    for position in MALFORMED_EMAIL:
        rows[position]["email"] = rows[position]["email"].replace("@", " at ")
    return rows + _double_entries(rows)


def _double_entries(rows: list[Row]) -> list[Row]:
    """Name and phone of a known customer under a new ID, as somebody in a hurry types it."""
    kept = ("name", "phone", "customer_kind", "region", "city")
    return [
        {column: rows[twin][column] for column in kept}
        | {
            "customer_id": customer_id(len(rows) + n),
            "source": "shop",
            "created_on": ANALYSIS_DATE - timedelta(20 * n),
        }
        for n, twin in enumerate(ENTERED_TWICE, start=1)
    ]


def spoil_orders(lines: list[Line]) -> list[Line]:
    """The log with tests, refunds as negative lines, strangers, a double row, a wrong year."""
    lines = list(lines)
    for position in (310, 1720):
        lines[position] = replace(lines[position], status="test")
    for position in (900, 2300):
        lines[position] = replace(lines[position], customer=UNKNOWN_CUSTOMER)
    late = lines[2800]
    lines[2800] = replace(late, day=late.day.replace(year=late.day.year + 10))
    for position in (2600, 1400, 700):  # from the end, so that the places above stay true
        sold = lines[position]
        lines.insert(position + 1, replace(sold, quantity=0, cents=-sold.cents))
    lines.insert(2001, lines[2000])
    return lines
