"""Audit: a person checks every figure of one customer by the page alone."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xl_addin.books import memory
from udfs.errors import NotFound
from udfs.orders import REASONS
from udfs.texts import catalogue, text
from xl_addin.commands.audit import audit
from xl_addin.commands.refresh import refresh

DAY = date(2026, 7, 10)
COLUMNS = ("order_id", "customer_id", "order_date", "amount", "status", "refund", "product")
ROWS = [
    ("1", "a", date(2026, 7, 1), 900.1, None, None, "Tea"),
    ("2", "a", date(2026, 6, 1), 900.2, None, 100, "Cup"),
    ("2", "a", date(2026, 6, 3), -50, None, None, "Lid"),
    ("3", "a", date(2026, 6, 5), 40, "cancelled", None, None),
    ("4", "a", date(2026, 6, 5), 40, "returned", None, None),
    ("5", "a", date(2026, 6, 5), 40, "test", None, None),
    ("6", "a", date(2027, 1, 1), 40, None, None, None),
    ("7", "a", "soon", 40, None, None, None),
    ("8", "a", date(2026, 6, 5), "plenty", None, None, None),
    ("1", "a", date(2026, 7, 1), 900.1, None, None, "Tea"),
    ("9", "a", date(2026, 6, 5), 0, None, None, None),
    ("10", "b", date(2026, 1, 1), 500, None, None, None),
    ("11", "b", date(2026, 1, 2), 5000, None, None, None),
    ("12", "c", date(2026, 7, 2), 20, None, None, None),
    ("13", "d", date(2026, 7, 2), 9, "cancelled", None, None),
]


def shop(rows=ROWS, lang="en", day=DAY, **tables):
    orders = dict(zip(COLUMNS, map(list, zip(*rows, strict=True)), strict=True))
    customers = list(dict.fromkeys(orders["customer_id"]))
    host = memory(customers=customers, lang=lang, **tables)
    host.tables["orders"] |= orders | {"quantity": [None] * len(rows), "note": [None] * len(rows)}
    host.apply(refresh(host.read(), datetime(2026, 7, 10, 9), day))
    return host


def section(page, key):
    return next(s for s in page.sections if s.heading == text(key, page.lang))


@pytest.fixture(scope="module")
def host():
    return shop()


def test_every_order_that_counts_stands_with_its_rows_and_the_sum_is_the_tables(host):
    counted = section(audit(host.read(), "a"), "page.audit.counted")
    assert counted.rows == (
        ("5", "1", date(2026, 7, 1), "Tea", 900.1),
        ("6, 7", "2", date(2026, 6, 1), "Cup / Lid", 750.2),
        ("Sum", "", None, "", 1650.3),
    )
    assert host.tables["customers"]["revenue"][0] == 1650.3
    assert "These are the number of orders and the revenue on sheet Customers." in counted.notes


def test_every_row_left_out_stands_as_typed_with_its_reason(host):
    left_out = section(audit(host.read(), "a"), "page.audit.left_out")
    assert [(row[0], row[-1]) for row in left_out.rows] == [
        ("8", "the order was cancelled"),
        ("9", "the order was returned or refunded"),
        ("10", "a test order"),
        ("11", "after the analysis date"),
        ("12", "the date cannot be read"),
        ("13", "the amount or the refund cannot be read"),
        ("14", "equal in every column to a row above"),
        ("15", "the net amount of the order is zero or less"),
    ]
    assert left_out.rows[4][2] == "soon"
    assert len(left_out.rows[0]) == len(left_out.header) == len(left_out.widths)


def test_each_reason_a_row_of_a_customer_can_have_has_words():
    for reason in REASONS:
        assert reason == "blank_customer" or f"page.reason.{reason}" in catalogue()


def test_no_row_is_told_twice_or_forgotten(host):
    page = audit(host.read(), "a")
    told = [row[0] for row in section(page, "page.audit.counted").rows[:-1]]
    told += [row[0] for row in section(page, "page.audit.left_out").rows]
    assert sorted(int(n) for one in told for n in one.split(", ")) == list(range(5, 16))


def test_the_first_rule_that_fits_decides_and_the_others_say_why_not(host):
    rules = section(audit(host.read(), "c"), "page.audit.tier").rows
    assert [rule[1] for rule in rules][2] == "Ordinary (frequent, small)"
    assert [rule[-1] for rule in rules] == [
        "does not fit: 1 order is not ≥ 2, revenue $20 is not ≥ $2,420.24",
        "does not fit: revenue $20 is not ≥ $2,420.24",
        "does not fit: 1 order is not ≥ 2",
        "fits and decides",
    ]


def test_a_later_rule_that_fits_too_says_that_it_comes_too_late():
    tiers = {
        "order": [1, 2, 3, 4],
        "tier": ["Best", "Good", "Few", "Any"],
        "level": [4, 3, 2, 1],
        "frequency": [">1", "any", "<2", "any"],
        "amount": ["any", "<=1650.30", "any", "any"],
    }
    host = shop(tiers=tiers)
    rules = section(audit(host.read(), "a"), "page.audit.tier").rows
    assert [rule[2:4] for rule in rules] == [
        ("> 1", "any"),
        ("any", "≤ $1,650.30"),
        ("< 2", "any"),
        ("any", "any"),
    ]
    assert [rule[-1] for rule in rules] == [
        "fits and decides",
        "fits too, but a rule above has decided",
        "does not fit: 2 orders are not < 2",
        "fits too, but a rule above has decided",
    ]


@pytest.mark.parametrize("customer", ["a", "b", "c"])
def test_the_rule_that_decides_names_the_tier_of_the_table(host, customer):
    rules = section(audit(host.read(), customer), "page.audit.tier").rows
    (decided,) = [rule[1] for rule in rules if rule[-1] == "fits and decides"]
    customers = host.tables["customers"]
    assert decided.startswith(customers["tier"][customers["customer_id"].index(customer)])


@pytest.mark.parametrize("customer", "abcdef")
@pytest.mark.parametrize("method", ["Automatic", "R-compatible"])
def test_the_range_of_the_score_holds_the_customers_number(customer, method):
    # Six customers with neighbouring numbers: the second and the fifth stand on a cut.
    host = memory(
        [(c, date(2026, 7, n), n) for n, c in enumerate("abcdef", 1) for _ in range(n)],
        settings={"scoring_method": method},
    )
    host.apply(refresh(host.read(), datetime(2026, 7, 10), DAY))
    for row in section(audit(host.read(), customer), "page.audit.scores").rows:
        value = float(row[1].replace(",", "").strip("$"))
        ranges = zip(range(5, 0, -1), row[3:], strict=True)
        assert [score for score, words in ranges if holds(words, value)] == [row[2]]


def holds(words, value):
    """Whether a value lies in a range as the page says it."""
    signs = {">": float.__gt__, "≥": float.__ge__, "<": float.__lt__, "≤": float.__le__}
    if words == "–":
        return False
    parts = [part.split() for part in words.replace("$", "").replace(",", "").split(" and ")]
    return all(signs[sign](value, float(cut)) for sign, cut in parts)


def test_the_churn_flag_is_told_condition_by_condition(host):
    flagged = section(audit(host.read(), "b"), "page.audit.churn").notes
    assert "2026-04-10" in flagged[0]
    assert flagged[1] == "Last order on 2026-01-02, before the limit: silent."
    assert flagged[2].endswith("the tier was High value; the highest tier is High value.")
    assert flagged[3] == "Both conditions are true, so there is a churn flag."
    active = section(audit(host.read(), "a"), "page.audit.churn").notes
    assert active[1] == "Last order on 2026-07-01, not before the limit: not silent."
    assert active[3].endswith("there is none.")


def test_a_customer_without_valid_orders_has_only_the_rows_left_out(host):
    page = audit(host.read(), "d")
    headings = [s.heading for s in page.sections]
    assert headings == ["Results and reasons", "Orders that count", "Rows left out"]
    assert page.sections[0].notes == ("No valid orders yet.",)
    assert section(page, "page.audit.left_out").rows[0][0] == "19"


def test_orders_changed_since_the_refresh_are_noticed():
    host = shop()
    host.tables["orders"]["amount"][0] = 901.1
    host.tables["orders"]["amount"][9] = 901.1
    notes = section(audit(host.read(), "a"), "page.audit.counted").notes
    assert "Sheet Customers now shows 2 orders and $1,650.30" in notes[1]
    host.tables["customers"]["revenue"][0] = None
    notes = section(audit(host.read(), "a"), "page.audit.counted").notes
    assert "no results for this customer yet" in notes[1]


def test_the_day_is_that_of_the_last_refresh():
    host = shop(day=date(2026, 6, 30))
    page = audit(host.read(), "a")
    assert page.title.endswith("2026-06-30")
    assert len(section(page, "page.audit.counted").rows) == 2


def test_a_customer_nobody_knows_is_refused_with_the_nearest_id(host):
    with pytest.raises(NotFound, match="Did you mean 'a'"):
        audit(host.read(), "00A")
    with pytest.raises(NotFound):
        audit(host.read(), None)


def test_a_book_in_chinese_can_be_audited_in_english_and_the_other_way():
    host = shop(lang="zh")
    english, chinese = audit(host.read(), "c", "en"), audit(host.read(), "c")
    assert "more revenue to 潜在" in "\n".join(english.lines())
    assert "再消费" in "\n".join(chinese.lines())
    assert "再消费" not in "\n".join(english.lines())


money = st.integers(-5000, 90000).map(lambda cents: cents / 100)
rows = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "3"]),
        st.sampled_from("ab"),
        st.integers(1, 28).map(lambda day: date(2026, 7, day)),
        money,
        st.sampled_from([None, None, "cancelled", "test"]),
        st.one_of(st.none(), money),
        st.none(),
    ),
    min_size=1,
    max_size=12,
)


@given(rows)
def test_whatever_the_orders_are_the_sum_is_the_revenue_of_the_table(orders):
    host = shop(orders, day=date(2026, 7, 20))
    customers = host.tables["customers"]
    for place, customer in enumerate(customers["customer_id"]):
        counted = section(audit(host.read(), customer), "page.audit.counted")
        assert len(counted.rows) - bool(counted.rows) == customers["order_count"][place]
        if counted.rows:
            assert counted.rows[-1][-1] == customers["revenue"][place]
        assert any(note.startswith("These are the number") for note in counted.notes)
