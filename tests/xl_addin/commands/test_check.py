"""The command "check": each finding where it is, and nothing where nothing is wrong."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from udfs.segments import default_segment_rules
from udfs.texts import LANGUAGES, text
from udfs.tiers import default_tier_rules
from xl_addin import schema
from xl_addin.commands.check import CheckReport, check
from xl_addin.defaults import default_tables
from xl_addin.hosts.memory import Memory
from xl_addin.tables import Book

AS_OF = date(2026, 11, 21)
GOOD = {
    "customer_id": "007",
    "name": "Li Na",
    "phone": "13800138000",
    "email": "li@shop.cn",
    "birthday": date(1990, 1, 5),
    "created_on": date(2026, 1, 1),
}
ORDER = {
    "order_id": "O1",
    "customer_id": "007",
    "order_date": date(2026, 1, 5),
    "amount": 88.0,
}


def columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def rules(lang: str) -> dict[str, dict[str, list[Any]]]:
    tiers = default_tier_rules(lang)
    segments = default_segment_rules(lang)
    return {
        "tiers": {
            "order": list(range(1, len(tiers) + 1)),
            "tier": [rule.tier for rule in tiers],
            "level": [rule.level for rule in tiers],
            "frequency": [rule.frequency for rule in tiers],
            "amount": [rule.amount for rule in tiers],
        },
        "segments": {
            "segment": [rule.segment for rule in segments],
            "scores": [" ".join(map(str, rule.scores)) for rule in segments],
        },
        "strategies": {"tier": list(dict.fromkeys(rule.tier for rule in tiers))},
    }


def settings(lang: str = "en", **values: Any) -> dict[str, list[Any]]:
    chosen = {"analysis_date": AS_OF, **values}
    return {
        "setting": [text(f"setting.{name}", lang) for name in schema.SETTING_NAMES],
        "value": [chosen.get(name) for name in schema.SETTING_NAMES],
    }


def book(
    customers: list[dict[str, Any]] | None = None,
    orders: list[dict[str, Any]] | None = None,
    lang: str = "en",
    **tables: Mapping[str, Any],
) -> Book:
    content: dict[str, Any] = {
        "customers": columns([GOOD] if customers is None else customers),
        "orders": columns([ORDER] if orders is None else orders),
        "settings": settings(lang),
        **rules(lang),
        **tables,
    }
    return Memory(content, lang).read()


def kinds(report: CheckReport) -> list[str]:
    return [finding.kind for finding in report.findings]


def customer(**changes: Any) -> list[str]:
    return kinds(check(book([GOOD | changes], [])))


def order(**changes: Any) -> list[str]:
    return kinds(check(book(orders=[ORDER | changes])))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_clean_book_says_so(lang: str) -> None:
    report = check(book(lang=lang))
    assert report.findings == ()
    assert report.lines(lang) == [text("check.clean", lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_book_without_customers_and_orders_is_clean(lang: str) -> None:
    assert check(book([], [], lang=lang)).findings == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"customer_id": None}, ["customer_id_blank"]),
        ({"name": " "}, ["name_missing"]),
        ({"phone": None, "email": None}, ["no_contact"]),
        ({"email": "li@shop"}, ["bad_email"]),
        ({"phone": "138O0138000"}, ["bad_phone"]),
        ({"phone": 1234}, ["bad_phone"]),
        ({"birthday": "spring"}, ["bad_date"]),
        ({"birthday": "1899-12-31"}, ["before_1900"]),
        ({"birthday": date(2026, 11, 22)}, ["birthday_future"]),
        ({"birthday": date(2026, 11, 21)}, []),
        ({"birthday": date(1905, 11, 21)}, ["too_old"]),
        ({"birthday": "1990年1月5日"}, []),
        ({"sex": "robot"}, ["unknown_word"]),
        ({"sex": "女"}, []),
        ({"consent_given_on": "yes"}, ["bad_date"]),
        ({"consent_withdrawn_on": date(2026, 1, 1)}, ["withdrawn_not_given"]),
        (
            {"consent_given_on": date(2026, 1, 2), "consent_withdrawn_on": date(2026, 1, 1)},
            ["withdrawn_before_given"],
        ),
        (
            {"consent_given_on": date(2026, 1, 1), "consent_withdrawn_on": date(2026, 1, 1)},
            [],
        ),
        ({"created_on": date(2025, 11, 21)}, []),
        ({"created_on": date(2025, 11, 20)}, ["stale"]),
        ({"created_on": date(2025, 1, 1), "data_confirmed_on": date(2026, 1, 1)}, []),
        ({"data_confirmed_on": date(2025, 1, 1)}, ["stale"]),
        ({"created_on": None}, ["never_confirmed"]),
    ],
)
def test_one_flaw_of_a_customer_is_one_finding(changes: dict[str, Any], found: list[str]) -> None:
    assert customer(**changes) == found


def test_doubles_name_the_row_they_repeat() -> None:
    other = GOOD | {"customer_id": 7.0, "phone": "+86 138 0013 8000", "email": "LI@shop.cn"}
    third = {"customer_id": "7", "name": "Wu", "phone": "99999", "created_on": date(2026, 1, 1)}
    report = check(book([GOOD, other, third], []))
    expected = ["customer_id_twice", "same_email", "same_person", "same_phone"]
    assert sorted(kinds(report)) == expected
    twice = next(f for f in report.findings if f.kind == "customer_id_twice")
    assert (twice.row, twice.values["first"]) == (7, 6)
    assert twice.sentence("en").startswith("Customers: row 7, Customer ID: '7' is already the ID")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"customer_id": None}, ["order_without_customer"]),
        ({"customer_id": "9"}, ["customer_unknown"]),
        ({"order_date": "soon"}, ["bad_date"]),
        ({"order_date": None}, ["order_date_missing"]),
        ({"order_date": "1899-12-31"}, ["before_1900"]),
        ({"order_date": date(2026, 11, 22)}, ["order_future"]),
        ({"amount": "12o"}, ["bad_number"]),
        ({"amount": "12万"}, []),
        ({"amount": None}, ["amount_missing"]),
        ({"amount": 0}, ["amount_zero"]),
        ({"amount": -5}, ["amount_negative"]),
        ({"amount": -5, "status": "returned"}, []),
        ({"status": "maybe"}, ["unknown_word"]),
        ({"refund": "x"}, ["bad_number"]),
        ({"quantity": "two"}, ["bad_number"]),
    ],
)
def test_one_flaw_of_an_order_is_one_finding(changes: dict[str, Any], found: list[str]) -> None:
    assert order(**changes) == found


def test_equal_rows_are_told_apart_by_having_an_order_number() -> None:
    bare = ORDER | {"order_id": None}
    report = check(book(orders=[ORDER, bare, ORDER, bare, ORDER | {"amount": 1.0}]))
    assert [(f.kind, f.row, f.values["first"]) for f in report.findings] == [
        ("order_twice", 7, 5),
        ("row_twice", 8, 6),
    ]


def test_blank_rows_between_others_are_no_findings() -> None:
    assert check(book([GOOD, {}, {}], [ORDER, {}, {}])).findings == ()


def test_without_an_analysis_date_the_rest_is_still_checked() -> None:
    broken = book([GOOD | {"phone": "x"}], settings=settings(analysis_date=None))
    assert kinds(check(broken)) == ["bad_phone", "no_analysis_date"]
    assert kinds(check(broken, AS_OF)) == ["bad_phone"]


@pytest.mark.parametrize(
    "values",
    [
        {"analysis_date": "someday"},
        {"tier_quantile": 1.5},
        {"stale_months": "many"},
        {
            "scoring_method": "Fixed",
            "recency_thresholds": "30; 20",
            "frequency_thresholds": "1; 2",
            "amount_thresholds": "5; 6",
        },
    ],
)
def test_a_setting_that_cannot_be_read_is_a_finding_with_its_sentence(
    values: dict[str, Any],
) -> None:
    report = check(book(settings=settings(**values)))
    assert set(kinds(report)) == {"rule"}
    for lang in LANGUAGES:
        assert all("{" not in finding.sentence(lang) for finding in report.findings)


def test_holes_and_overlaps_of_the_rules_are_found() -> None:
    own = rules("en")
    tiers = {name: cells[:-1] for name, cells in own["tiers"].items()}
    segments = {"segment": ["A", "B"], "scores": ["555 554", "554"]}
    report = check(book(tiers=tiers, segments=segments))
    assert kinds(report) == ["tier_hole", "segment_hole", "segment_overlap"]
    hole, missing, twice = report.findings
    assert "orders" in hole.sentence("en").casefold()
    assert missing.values["n"] == 123
    assert "'A' applies" in twice.sentence("en")


def test_rules_of_two_tiers_for_one_case_are_a_hint() -> None:
    own = rules("en")["tiers"]
    own["frequency"][0] = "any"
    assert "tier_overlap" in kinds(check(book(tiers=own)))


def test_a_rule_that_cannot_be_read_is_a_finding() -> None:
    own = rules("en")["tiers"]
    own["frequency"][0] = "often"
    assert kinds(check(book(tiers=own))) == ["rule"]
    assert kinds(check(book(segments={"segment": ["A"], "scores": ["666"]}))) == ["rule"]


def test_strategies_and_tiers_must_know_each_other() -> None:
    own = rules("en")["strategies"]
    strange = {"tier": [*own["tier"][1:], "Gold"]}
    report = check(book(strategies=strange))
    assert kinds(report) == ["strategy_unknown_tier", "tier_without_strategy"]
    assert report.findings[1].values["tier"] == own["tier"][0]


@pytest.mark.parametrize("word", ["any", "Any", "任意"])
def test_a_strategy_for_any_tier_is_one_for_all(word: str) -> None:
    assert kinds(check(book(strategies={"tier": [word]}))) == []
    young = {"tier": [word], "age_group": ["young"]}
    assert set(kinds(check(book(strategies=young)))) == {"tier_without_strategy"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_of_a_new_workbook_lack_only_the_analysis_date(lang: str) -> None:
    content = {"customers": columns([GOOD]), "orders": columns([ORDER]), **default_tables(lang)}
    new = Memory(content, lang).read()
    assert kinds(check(new)) == ["no_analysis_date"]
    assert check(new, AS_OF).findings == ()


def test_missing_tables_and_columns_are_findings() -> None:
    whole = book()
    tables = {name: table for name, table in whole.tables.items() if name != "strategies"}
    del tables["orders"].columns["amount"]
    report = check(Book(tables, "en"))
    assert kinds(report) == ["column_missing", "table_missing"]
    assert "Amount" in report.findings[0].sentence("en")


def test_columns_a_user_deleted_are_not_held_against_every_row() -> None:
    whole = book()
    for name in ("name", "phone", "email", "address", "birthday", "sex", "note"):
        del whole.tables["customers"].columns[name]
    assert check(whole).findings == ()


def test_many_equal_findings_are_cut_after_twenty() -> None:
    many = [GOOD | {"customer_id": str(n), "phone": f"x{n}", "email": f"a{n}@b.cn", "name": f"N{n}"}
            for n in range(332)]  # fmt: skip
    report = check(book(many, []))
    lines = report.lines("en")
    assert report.problems == 332
    assert sum("is not a phone number" in line for line in lines) == 20
    assert "  and 312 more of these" in lines


def test_findings_stand_under_their_sheet_problems_first() -> None:
    report = check(book([GOOD | {"name": None, "phone": "x"}], [ORDER | {"amount": None}]))
    lines = [line for line in report.lines("zh") if line]
    assert lines[0] == "发现 2 个问题、1 条提示"
    assert [line[:6] for line in lines[1:]] == [
        "Custom",
        "  [问题]",
        "  [提示]",
        "Orders",
        "  [问题]",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_finding_has_a_sentence_with_place_and_value(lang: str) -> None:
    bad = {"phone": "x1", "birthday": "spring", "sex": "robot", "email": "a@b", "name": None}
    report = check(
        book([GOOD | bad, GOOD | {"customer_id": "8"}], [ORDER | {"status": "odd"}], lang)
    )
    for finding in report.findings:
        sentence = finding.sentence(lang)
        assert finding.sheet in sentence
        assert str(finding.row) in sentence
        assert finding.column in sentence
        assert str(finding.values["value"]) in sentence


def test_a_large_book_is_checked_within_seconds() -> None:
    people = 20_000
    customers = {
        "customer_id": [f"C{n:05d}" for n in range(people)],
        "name": [f"Name {n}" for n in range(people)],
        "phone": [str(13_000_000_000 + n) for n in range(people)],
        "email": [f"a{n}@b.cn" for n in range(people)],
        "birthday": [date(1950, 1, 1) + timedelta(n) for n in range(people)],
        "created_on": [date(2026, 1, 1)] * people,
    }
    orders = {
        "order_id": [f"O{n}" for n in range(10 * people)],
        "customer_id": [f"C{n % people:05d}" for n in range(10 * people)],
        "order_date": [date(2026, 1, 1) + timedelta(n % 300) for n in range(10 * people)],
        "amount": [float(n % 977 + 1) for n in range(10 * people)],
    }
    large = Memory(
        {"customers": customers, "orders": orders, "settings": settings(), **rules("en")}, "en"
    ).read()
    start = time.process_time()
    report = check(large)
    assert report.findings == ()
    # Three seconds is the promise on an idle machine; the margin is for a busy one.
    assert time.process_time() - start < 12
