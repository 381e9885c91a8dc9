"""Consents as the sheets say them; whatever is unclear is no consent."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import AS_OF, customer, lines, made, refused, shop
from xl_addin.commands.follow_up.agreements import read_consents

HIGH = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]


def allows(purpose="service", consents=(), **cells):
    host = shop([customer("a", **cells)], consents=consents)
    return read_consents(host.read(), AS_OF).allows("a", purpose)


@pytest.mark.parametrize("cell", ["last week", "上周", "#N/A", 0.5, "2026-13-45", "yes"])
def test_a_withdrawal_whose_day_cannot_be_read_is_a_withdrawal_all_the_same(cell):
    assert allows()
    assert not allows(consent_withdrawn_on=cell)
    row = {"customer_id": "a", "purpose": "service", "given_on": date(2025, 1, 1)}
    nothing = {"consent_given_on": None}
    assert allows(consents=[row], **nothing)
    assert not allows(consents=[row | {"withdrawn_on": cell}], **nothing)


@pytest.mark.parametrize("cell", ["soon", None, "#N/A", True])
def test_a_consent_without_a_day_that_can_be_read_is_none(cell):
    assert not allows(consent_given_on=cell)


def test_nobody_with_an_unreadable_withdrawal_is_on_any_sheet():
    host = shop([customer("a", consent_withdrawn_on="last week")], HIGH)
    made(host)
    assert lines(host) == []


def test_a_day_in_words_or_as_a_number_counts():
    assert not allows(consent_withdrawn_on="2026-03-02")
    assert not allows(consent_withdrawn_on=46083.0)  # 2026-03-02
    assert allows(consent_withdrawn_on=datetime(2026, 3, 3))


@pytest.mark.parametrize(
    ("table", "column", "caption"),
    [
        ("customers", "consent_withdrawn_on", "Consent withdrawn on"),
        ("consents", "withdrawn_on", "Withdrawn on"),
        ("consents", "given_on", "Given on"),
        ("consents", "purpose", "Purpose"),
    ],
)
def test_without_the_column_of_withdrawals_nothing_is_made(table, column, caption, monkeypatch):
    host = shop([customer("a")], HIGH, consents=[{"customer_id": "a", "purpose": "service"}])
    book = host.read()
    del book[table].columns[column]
    monkeypatch.setattr(host, "read", lambda: book)
    assert caption in refused(host)
