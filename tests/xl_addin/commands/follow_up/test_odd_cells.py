"""Whatever stands in a cell: sheets are made, or one sentence says which cell is in the way."""

from datetime import date, datetime, time

import pytest

from tests.xl_addin.commands.follow_up.shop import AS_OF, contact, customer, made, shop
from udfs.errors import CustomerChainError
from xl_addin import schema
from xl_addin.commands.follow_up import follow_up
from xl_addin.commands.recall import recall

ODD = ("#N/A", 1e300, float("nan"), "x" * 9_000, time(9), datetime.max, True)
TABLES = (
    *("customers", "contacts", "important_dates", "consents", "holidays", "staff"),
    *("strategies", "templates", "settings", "follow_up"),
)
COLUMNS = [(name, column) for name in TABLES for column in schema.table(name).names()]


@pytest.fixture(scope="module")
def full():
    """A shop with a line of nearly every kind, one of them typed into."""
    people = [
        customer("a", birthday=date(1990, 3, 4), preferred_channel="email", sex="male"),
        customer("b", owner="Ben", phone=None),
        customer("c", previous_tier="High value", tier="Potential", tier_changed_on=AS_OF),
    ]
    orders = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600), ("c", AS_OF, 1500)]
    asked = contact("c", datetime(2026, 3, 2, 8), "in", topic="price", thread="T")
    wedding = {"customer_id": "c", "occasion": "wedding", "month": 3, "day": 5, "note": "n"}
    agreed = {"customer_id": "a", "purpose": "service", "given_on": date(2025, 1, 1)}
    outing = {"day": date(2026, 3, 5), "kind": "holiday", "name": "Outing"}
    host = shop(
        people,
        orders,
        [asked],
        important_dates=[wedding],
        consents=[agreed],
        holidays=[outing],
        staff=[{"owner": "Anna"}],
    )
    made(host)
    host.tables["follow_up"]["result_note"][0] = "words"
    host.tables["follow_up"]["done"][1] = True
    return host


@pytest.mark.parametrize("place", range(len(COLUMNS)), ids=map("-".join, COLUMNS))
def test_an_odd_cell_is_no_accident(full, place):
    """Two odd cells for each column, in turn."""
    table, column = COLUMNS[place]
    for cell in (ODD[place % len(ODD)], ODD[(place + 3) % len(ODD)]):
        book = full.read()
        cells = book[table].columns[column]
        odd = len(cells) if table == "settings" else min(2, len(cells))
        cells[:odd] = [cell] * odd
        assert made_or_refused(book) > 10, cell


def made_or_refused(book):
    """How long the report or the refusal is; any other error is the accident."""
    try:
        recall(book, None, AS_OF)
        said = " ".join(follow_up(book, AS_OF).report.lines("zh"))
    except CustomerChainError as refusal:
        said = refusal.sentence("zh")
    return len(said)
