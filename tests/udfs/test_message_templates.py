"""Message templates: filled without a hole, and the row that fits best."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadRule
from udfs.message_templates import FIELDS, Template, choose, fields_of, fill
from udfs.texts import catalogue

VALUES = {
    "name": "李娜",
    "owner": "王强",
    "us": "晨光茶业",
    "days": 0,
    "amount": 12000,
    "date": dt.date(2026, 1, 5),
    "gap": None,
    "product": " ",
}


def words(template, lang="zh"):
    return fill(template, VALUES, lang).words


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_chinese_and_an_english_name(field):
    for name in FIELDS[field]:
        assert fill(f"<{{{name}}}>", {field: "x"}) == ("<x>", ())


def test_braces_may_be_full_width_and_names_written_loosely():
    assert words("｛客户｝ { Name } {ＮＡＭＥ}") == "李娜 李娜 李娜"


def test_two_braces_are_a_brace():
    assert words("{{客户}} {客户} {{{客户}}}") == "{客户} 李娜 {李娜}"


def test_braces_in_a_value_are_not_read_again():
    assert fill("{name}!", {"name": "{owner}", "owner": "x"}).words == "{owner}!"


def test_dates_and_numbers_are_written_as_the_language_does():
    assert words("{日期}，{金额}元，{天数}天") == "2026年1月5日，12,000元，0天"
    assert words("{date}, {amount}, {days}", "en") == "2026-01-05, 12,000, 0"


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{客户}，您好！您{差距}。祝好，{我们}", "李娜，您好！祝好，晨光茶业"),
        ("您好。试试{产品}？{负责人}", "您好。王强"),
        ("Hello. Only {gap} more! Yours, {us}", "Hello. Yours, 晨光茶业"),
        ("Dear Mr. {product}, hello. Bye.", "Bye."),
        ("Now 3.5 {gap} off. Bye.", "Bye."),
        ("Mail to a.b@c.cn. {gap}", "Mail to a.b@c.cn."),
        ("您好\n差{差距}\n王强", "您好\n王强"),
        ("您好。差{差距}。\n王强", "您好。\n王强"),
        ("您好。差{差距}\n\n王强", "您好。\n\n王强"),
        ("他说「只差{差距}！」好。", "好。"),
        ("{差距}", ""),
        ("", ""),
    ],
)
def test_a_sentence_with_a_missing_value_is_left_out(template, filled):
    assert words(template) == filled


def test_a_full_stop_in_a_value_ends_no_sentence():
    found = fill("Dear {name}, {gap} more. Bye.", {"name": "A. Smith! Jr."})
    assert found.words == "Bye."


def test_what_was_left_out_is_told_once():
    found = fill("{差距}。{gap}。{产品}。{客户}。", VALUES)
    assert found == ("李娜。", ("gap", "product"))


@pytest.mark.parametrize(
    ("template", "key", "near"),
    [
        ("{顾客}", "follow_rules.unknown_field_near", "客户"),
        ("{产品名}", "follow_rules.unknown_field_near", "产品"),
        ("{ownr}", "follow_rules.unknown_field_near", "owner"),
        ("{0}", "follow_rules.unknown_field", ""),
        ("{}", "follow_rules.unknown_field", ""),
        ("你好{客户，再见", "follow_rules.open_brace", None),
        ("{客\n户}", "follow_rules.open_brace", None),
    ],
)
def test_an_unknown_field_or_an_open_brace_is_refused(template, key, near):
    with pytest.raises(BadRule) as refused:
        fill(template, VALUES)
    assert refused.value.key == key
    assert refused.value.values.get("near") == near
    with pytest.raises(BadRule):
        fields_of(template)


@pytest.mark.parametrize("lang", [0, 1])
@pytest.mark.parametrize("key", ["unknown_field", "unknown_field_near"])
def test_the_refusal_lists_every_field_in_the_readers_language(key, lang):
    said = catalogue()[f"follow_rules.{key}"][lang]
    assert all(f"{{{{{names[lang]}}}}}" in said for names in FIELDS.values())


def test_the_fields_of_a_template_are_told_by_internal_name():
    assert fields_of("{客户}{name}{我们}{{us}}") == ["name", "us"]
    assert fields_of("") == []


@pytest.mark.parametrize("piece", ["a", "!", "。", "a. ", "{客户}", "{差距}。", '."', "{{"])
def test_the_longest_template_of_excel_is_filled_quickly(piece):
    begun = time.process_time()
    fill(piece * (32_767 // len(piece)), VALUES)
    assert time.process_time() - begun < 2


PARTS = st.lists(
    st.sampled_from(["{客户}", "{gap}", "{us}", "你好", "。", "! ", "\n", " ", "a.b", "{{", "}}"]),
    max_size=15,
).map("".join)


@given(PARTS)
def test_a_filled_message_has_no_field_left_and_says_what_it_lacks(template):
    found = fill(template.replace("{{", "").replace("}}", ""), VALUES)
    assert "{" not in found.words
    assert found.left_out == (("gap",) if "{gap}" in template else ())


@given(PARTS)
def test_with_all_values_nothing_is_left_out(template):
    found = fill(template, {"name": "李娜", "gap": "x", "us": "y"})
    assert found.left_out == ()
    assert found.words.count("李娜") == template.count("{客户}")


# The row that fits


ROWS = [
    Template("birthday", "for all"),
    Template("birthday", "high", tier="高价值"),
    Template("birthday", "sms", channel="sms"),
    Template("birthday", "zh", language="zh"),
    Template("birthday", "high, sms", tier="高价值", channel="sms"),
    Template("recall", "other"),
]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (("普通", "phone", "en"), "for all"),
        (("高价值", "phone", "zh"), "high"),
        (("高价值", "sms", "zh"), "high, sms"),
        (("普通", "sms", "zh"), "sms"),
        (("普通", "phone", "zh"), "zh"),
        (("", "", "en"), "for all"),
    ],
)
def test_tier_before_channel_before_language(wanted, expected):
    assert choose(ROWS, "birthday", *wanted).words == expected


def test_a_row_for_something_else_is_never_chosen():
    rows = [Template("birthday", "x", tier="高价值"), Template("birthday", "y", language="en")]
    assert choose(rows, "birthday", "普通", "sms", "zh") is None
    assert choose(rows, "visit", "高价值", "sms", "en") is None
    assert choose([], "visit") is None


@pytest.mark.parametrize("anything", ["", " ", "Any", "任意", "全部", "all"])
def test_blank_or_any_is_for_all(anything):
    row = Template("visit", "x", anything, anything, anything)
    assert choose([row], "visit", "High value", "sms", "en") is row


def test_the_first_of_equal_rows_wins():
    rows = [Template("visit", "first"), Template("visit", "second", tier="任意")]
    assert choose(rows, "visit").words == "first"


def test_tiers_are_compared_without_case_and_width():
    assert (
        choose([Template("visit", "x", tier="ＨＩＧＨ value")], "visit", "High  Value").words == "x"
    )
