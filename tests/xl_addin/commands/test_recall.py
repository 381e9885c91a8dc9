"""The recall list as a page: who, since when, and what it rests on."""

from datetime import date

from tests.xl_addin.commands.follow_up.shop import AS_OF, customer, shop
from xl_addin.commands.recall import recall

ORDERS = [("a", date(2025, day, 1), 600) for day in (5, 6)] + [
    ("b", date(2025, month, 1), 900) for month in (5, 6)
]


def page(*people, orders=ORDERS, lang=None):
    return recall(shop(people, orders).read(), lang, AS_OF)


def test_the_list_shows_days_tiers_money_and_words_most_urgent_first():
    (section,) = page(customer("a"), customer("b")).sections
    rows = [dict(zip(section.header, row, strict=True)) for row in section.rows]
    assert [row["Customer ID"] for row in rows] == ["b", "a"]
    assert rows[0]["Days silent"] == 274
    assert rows[0]["Tier at last order"] == "High value"
    assert rows[0]["Revenue"] == 1800.0
    assert "555-0100" in rows[0]["How to reach"]
    assert "Name b" in rows[0]["Suggested words"]
    assert "2 customers, highest priority first; they have bought for $3,000" in section.notes[1]


def test_nobody_without_consent_is_listed_but_all_are_counted():
    (section,) = page(customer("a"), customer("b", consent_given_on=None)).sections
    assert [row[1] for row in section.rows] == ["a"]
    assert section.notes[2] == ("1 more fit the rule but may not be contacted: 1 without consent.")


def test_an_empty_list_says_so_with_the_rule():
    (section,) = page(customer("a"), orders=()).sections
    assert section.notes[1] == "There is nobody to win back."
    assert "3 calendar months before 2026-03-02" in section.notes[0]
    assert section.rows == ()


def test_the_page_speaks_the_language_asked_for():
    assert page(customer("a"), lang="zh").title == "召回名单"
