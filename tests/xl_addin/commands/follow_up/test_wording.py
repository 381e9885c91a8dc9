"""The words of a line: what to do, how to reach the customer, what one might say."""

from datetime import date, datetime

from tests.xl_addin.commands.follow_up.shop import (
    contact,
    customer,
    lines,
    made,
    only,
    refused,
    shop,
)

OLD = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]


def test_the_words_come_from_the_template_and_a_template_nobody_can_fill_is_refused_by_row():
    templates = [{"occasion": "recall", "words": "Dear {name}, {days} days! {owner}"}]
    host = shop([customer("a")], OLD, templates=templates)
    made(host)
    assert lines(host)[0]["words"] == "Dear Name a, 273 days! Anna"
    templates[0]["words"] = "Dear {nmae}"
    host = shop([customer("a")], OLD, templates=templates)
    said = refused(host)
    assert "Message templates row 5" in said
    assert "nmae" in said


def test_a_telephone_number_that_excel_holds_as_a_number_is_told_without_decimals():
    host = shop([customer("a", phone=13800138000.0, address=" ")], OLD)
    made(host)
    assert lines(host)[0]["contact"] == "13800138000"


def test_the_way_the_customer_prefers_comes_first_and_only_that_one_is_marked():
    ways = {"phone": "555", "email": "a@b.c", "address": "Lake Drive"}
    for liked, said in (
        ("email", "a@b.c (prefers E-mail)\n555\nLake Drive"),
        ("wechat", "555 (prefers WeChat)\na@b.c\nLake Drive"),
        ("visit", "Lake Drive (prefers Visit)\n555\na@b.c"),
        ("pigeon", "555\na@b.c\nLake Drive"),
        (None, "555\na@b.c\nLake Drive"),
    ):
        host = shop([customer("a", preferred_channel=liked, **ways)], OLD)
        made(host)
        assert lines(host)[0]["contact"] == said


def test_a_preferred_way_that_is_not_known_marks_no_other_one():
    host = shop([customer("a", preferred_channel="email")], OLD)
    made(host)
    assert lines(host)[0]["contact"] == "555-0100"


def test_every_advice_ends_like_a_sentence_although_its_cell_does_not():
    strategies = [
        {"tier": "High value", "contact": "call them"},
        {"tier": "Any", "age_group": "old", "service": "visit at home."},
        {"tier": "Potential", "contact": "write"},
        {"tier": "High value", "age_group": "young", "contact": "chat"},
    ]
    person = customer("a", birthday=date(1940, 8, 1))
    host = shop([person], OLD, strategies=strategies)
    made(host)
    said = only(host, "recall")[0]["what_to_do"]
    assert "High value customers: call them. Old customers: visit at home. Segment " in said
    assert "write" not in said
    assert "chat" not in said


def test_the_strategy_is_not_told_for_an_answer_or_for_data_to_confirm():
    person = customer("a", data_confirmed_on=date(2020, 1, 1))
    host = shop([person], OLD, [contact("a", datetime(2026, 3, 2, 8), "in")])
    made(host)
    for source in ("inquiry", "confirm_data"):
        assert "customers:" not in only(host, source)[0]["what_to_do"]


def test_nobody_is_asked_about_a_product_that_came_back_or_is_yet_to_be_ordered():
    rows = [
        (date(2025, 6, 1), "lamp", 600, None),
        (date(2025, 6, 2), "chair", 600, None),
        (date(2025, 6, 3), "table", 900, "cancelled"),
        (date(2025, 6, 4), "sofa", 900, "returned"),
        (date(2025, 6, 5), "voucher", -5, None),
        (date(2027, 1, 1), "bed", 900, None),
    ]
    templates = [{"occasion": "recall", "words": "How is the {product}?"}]
    host = shop([customer("a")], templates=templates)
    names = ("order_date", "product", "amount", "status")
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    blank = [None] * len(rows)
    orders = dict.fromkeys(host.tables["orders"], blank)
    host.tables["orders"] = orders | columns | {"customer_id": ["a"] * len(rows)}
    made(host)
    assert only(host, "recall")[0]["words"] == "How is the chair?"


def test_who_cannot_be_reached_gets_no_words_and_the_step_says_where_to_look():
    host = shop([customer("a", phone=None)])
    made(host)
    (line,) = lines(host)
    assert line["words"] is None
    assert line["what_to_do"].startswith("Look through orders and contracts")


def test_a_date_in_a_message_is_written_as_the_language_writes_it():
    templates = [{"occasion": "recall", "words": "{日期}"}]
    host = shop([customer("a")], OLD, lang="zh", templates=templates)
    made(host)
    assert lines(host)[0]["words"] == "2025年6月2日"


def test_templates_for_the_tier_come_before_those_for_all_and_blank_rows_are_passed_over():
    templates = [
        {"occasion": "recall", "words": "all", "tier": "Any"},
        {"occasion": "recall", "words": "high", "tier": "high VALUE"},
        {"occasion": "recall", "words": " ", "tier": "High value"},
        {"occasion": None, "words": "{nothing}"},
    ]
    host = shop([customer("a")], OLD, templates=templates)
    made(host)
    assert lines(host)[0]["words"] == "high"


def test_without_the_column_of_words_the_templates_are_refused(monkeypatch):
    host = shop([customer("a")], OLD)
    book = host.read()
    del book["templates"].columns["words"]
    monkeypatch.setattr(host, "read", lambda: book)
    assert "Words" in refused(host)


def test_the_advice_of_the_segment_is_for_those_who_agreed_to_offers():
    recent = [("a", date(2026, 1, 5), 600), ("a", date(2026, 1, 20), 600)]
    for purpose, expected in (("Orders and service", False), ("Orders and service, offers", True)):
        host = shop([customer("a", consent_purpose=purpose)], recent)
        made(host)
        (line,) = only(host, "return_visit")
        assert ("Segment " in line["what_to_do"]) == expected
        assert "High value customers: " in line["what_to_do"]


def test_wishes_are_not_sent_with_an_offer_and_mourning_has_words_of_its_own():
    days = [{"customer_id": "a", "occasion": "memorial", "month": 3, "day": 5}]
    many = {"follow_up_cap": 5}
    person = customer("a", birthday=date(1990, 3, 4))
    host = shop([person], OLD, important_dates=days, settings=many)
    made(host)
    assert "Segment " not in only(host, "birthday")[0]["what_to_do"]
    assert only(host, "important_date")[0]["what_to_do"] == (
        "Send a word of comfort; do not speak of business."
    )
