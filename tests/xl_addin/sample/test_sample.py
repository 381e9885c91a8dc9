"""The sample shop has what its description promises, and is the same in both languages."""

import hashlib
import itertools
import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from xl_addin import schema
from xl_addin.sample import ANALYSIS_DATE, flaws, sample_tables
from xl_addin.sample.calendar import FIRST_DAY, season
from xl_addin.sample.goods import BY_KEY, PRODUCTS
from xl_addin.sample.names import FEMALE, MALE, SURNAMES

LANGUAGES = ("zh", "en")
# Over customer, day, quantity, amount, status and refund of every order row.
ORDERS_CHECKSUM = "f9232de3303a8380"

sample = cache(sample_tables)


def rows(table, lang="zh"):
    columns = sample(lang)[table]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def order_numbers(lang):
    columns = sample(lang)["orders"]
    names = ("order_id", "customer_id", "order_date", "quantity", "amount", "status", "refund")
    return list(zip(*(columns[name] for name in names), strict=True))


def test_the_orders_never_change_unnoticed():
    written = repr([(*row[:2], str(row[2]), *row[3:]) for row in order_numbers("zh")])
    assert hashlib.sha256(written.encode()).hexdigest()[:16] == ORDERS_CHECKSUM


def test_two_calls_give_the_same_shop():
    assert sample_tables("en") == sample("en")


def test_both_languages_are_the_same_shop_with_the_same_numbers():
    assert order_numbers("zh") == order_numbers("en")
    for column in ("customer_id", "sex", "birthday", "customer_kind", "consent_given_on", "source"):
        assert sample("zh")["customers"][column] == sample("en")["customers"][column]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_columns_the_user_owns_are_filled_with_keys_of_the_schema(lang):
    for name, columns in sample(lang).items():
        table = schema.table(name)
        assert set(columns) <= set(table.names(schema.USER))
        assert len({len(cells) for cells in columns.values()}) == 1
        for column in table.columns:
            if column.kind == "choice":
                assert set(columns.get(column.name, [])) <= {None, *column.choices}


def test_there_are_some_300_customers_and_3000_orders_over_two_and_a_half_years():
    orders = sample("zh")["orders"]
    assert len(sample("zh")["customers"]["customer_id"]) == 302
    assert 2900 <= len(set(orders["order_id"])) <= 3300
    assert (ANALYSIS_DATE - min(orders["order_date"])).days > 900


def test_analysis_date_stands_in_the_settings():
    settings = sample("en")["settings"]
    assert settings["value"][schema.SETTING_NAMES.index("analysis_date")] == date(2026, 10, 31)


def test_singles_day_is_the_best_day_of_its_year():
    per_day = Counter(row["order_date"] for row in rows("orders"))
    of_2025 = {day: n for day, n in per_day.items() if day.year == 2025}
    assert max(of_2025, key=of_2025.get) == date(2025, 11, 11)


@pytest.mark.parametrize("feast", [date(2025, 1, 29), date(2026, 2, 17)])
def test_business_dips_around_the_chinese_new_year(feast):
    days = [row["order_date"] for row in rows("orders")]
    during = sum(-4 <= (day - feast).days <= 9 for day in days)
    after = sum(20 <= (day - feast).days <= 33 for day in days)
    assert during < 0.6 * after


def test_summer_sells_more_than_spring_and_weekends_more_than_weekdays():
    assert season(date(2026, 8, 5)) > season(date(2026, 4, 8))
    assert season(date(2026, 4, 11)) > season(date(2026, 4, 8))


def test_the_shop_grows():
    per_year = Counter((row["order_date"] - FIRST_DAY).days // 365 for row in rows("orders"))
    assert per_year[0] < per_year[1]
    # The last period is half a year only.
    assert per_year[1] / 365 < per_year[2] / (ANALYSIS_DATE - date(2026, 5, 1)).days


def test_most_private_customers_are_18_to_35_and_fond_of_technology():
    private = [row for row in rows("customers", "en") if row["customer_kind"] == "private"]
    ages = [(ANALYSIS_DATE - row["birthday"]).days // 365 for row in private if row["birthday"]]
    assert sum(18 <= age <= 35 for age in ages) / len(ages) > 0.6
    keen = sum("Technology" in (row["interests"] or "") for row in private)
    assert keen / len(private) > 0.5


def test_companies_are_few_and_buy_in_bulk():
    kinds = {row["customer_id"]: row["customer_kind"] for row in rows("customers")}
    companies = [key for key, kind in kinds.items() if kind == "company"]
    assert 5 <= len(companies) <= 12
    quantity = {kind: [] for kind in ("company", "private")}
    for row in rows("orders"):
        if row["quantity"] and row["customer_id"] in kinds:
            quantity[kinds[row["customer_id"]]].append(row["quantity"])
    mean = {kind: sum(cells) / len(cells) for kind, cells in quantity.items()}
    assert mean["company"] > 3 * mean["private"]
    assert max(quantity["company"]) >= 10


def test_customers_have_lapsed_some_of_them_after_many_orders():
    last, count = {}, Counter()
    for row in rows("orders"):
        if row["status"] in ("delivered", "shipped", "confirmed"):
            last[row["customer_id"]] = max(
                row["order_date"], last.get(row["customer_id"], date.min)
            )
            count[row["customer_id"]] += 1
    silent = [key for key, day in last.items() if day < date(2026, 7, 31)]
    assert 50 <= len(silent) <= 120
    assert sum(count[key] >= 10 for key in silent) >= 8


def test_the_churn_rule_of_the_core_finds_formerly_high_value_customers():
    from udfs import churn_flags
    from udfs.orders import read_orders

    log = read_orders(sample("en")["orders"], ANALYSIS_DATE)
    flagged = churn_flags(log, ANALYSIS_DATE)["churn_flag"].sum()
    assert 8 <= flagged <= 30


def test_orders_are_cancelled_returned_tested_and_refunded():
    statuses = Counter(row["status"] for row in rows("orders"))
    assert statuses["cancelled"] > 30
    assert statuses["returned"] > 30
    assert statuses["test"] == 2
    assert sum(row["refund"] is not None for row in rows("orders")) > 15
    assert sum(row["amount"] < 0 for row in rows("orders")) == 3


def test_the_slips_the_data_check_is_to_find_are_there():
    customers, orders = rows("customers"), rows("orders")
    assert sum(row["phone"] is None for row in customers) == len(flaws.NO_PHONE)
    assert sum(row["email"] is not None and "@" not in row["email"] for row in customers) == 2
    twice = Counter((row["name"], row["phone"]) for row in customers)
    assert sum(n == 2 for n in twice.values()) == 2
    known = {row["customer_id"] for row in customers}
    assert sum(row["customer_id"] not in known for row in orders) == 2
    assert sum(row["order_date"] > ANALYSIS_DATE for row in orders) == 1
    assert sum(a == b for a, b in itertools.pairwise(orders)) == 1
    assert any(row["consent_withdrawn_on"] for row in customers)
    assert any(row["consent_given_on"] is None for row in customers)


def test_some_customers_are_prospects_without_any_order():
    bought = set(sample("zh")["orders"]["customer_id"])
    never = [row for row in rows("customers") if row["customer_id"] not in bought]
    assert 3 <= len(never) <= 15


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_can_be_called_or_written_to(lang):
    phone = {"zh": r"12\d{9}", "en": r"\d{3}-555-01\d\d"}[lang]
    domain = {"zh": "example.cn", "en": "example.com"}[lang]
    for row in rows("customers", lang):
        assert row["phone"] is None or re.fullmatch(phone, row["phone"])
        assert row["email"] is None or row["email"].endswith(domain)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_customers_share_name_or_phone_but_the_double_entries(lang):
    kept = rows("customers", lang)[: -len(flaws.ENTERED_TWICE)]
    for column in ("name", "phone", "customer_id"):
        cells = [row[column] for row in kept if row[column]]
        assert len(cells) == len(set(cells)), column


def test_chinese_is_chinese_and_english_has_no_chinese():
    words = repr([sample("en")["customers"], sample("en")["orders"]])
    assert not re.search("[一-鿿]", words)
    assert all(re.search("[一-鿿]", name) for name in sample("zh")["customers"]["name"])


def test_every_extra_of_a_product_exists_and_keys_are_unique():
    assert len(BY_KEY) == len(PRODUCTS)
    assert {key for p in PRODUCTS for key, _ in p.extras} <= set(BY_KEY)


def test_lists_of_names_hold_no_name_twice():
    for names in (SURNAMES, FEMALE, MALE):
        assert len({zh for zh, _, _ in names}) == len({en for _, _, en in names}) == len(names)


def test_purchases_made_together_repeat_often_enough_to_be_found():
    baskets = {}
    for row in rows("orders", "en"):
        baskets.setdefault(row["order_id"], set()).add(row["product"])
    phones = [basket for basket in baskets.values() if "Finch X5 smartphone" in basket]
    assert sum("Finch phone case" in basket for basket in phones) / len(phones) > 0.3
