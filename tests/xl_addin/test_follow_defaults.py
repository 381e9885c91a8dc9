"""Templates that can be filled for anybody, and roles whose words name what there is."""

import re
from datetime import date

import pytest

from udfs.message_templates import Template, choose, fields_of, fill
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.defaults import default_tables
from xl_addin.follow_defaults import COLONS, FOR_THE_HIGHEST, SEPARATORS

EVERYTHING = {
    "name": "王芳",
    "salutation": "王芳女士",
    "owner": "林晓",
    "company": "",
    "tier": "高价值",
    "days": 40,
    "date": date(2026, 10, 31),
    "product": "青鸟 X5",
    "gap": "再下 1 笔订单",
    "amount": "¥300",
    "topic": "发票",
    "us": "青鸟数码",
}


def rows(table, lang):
    columns = default_tables(lang)[table]
    assert set(columns) == set(schema.table(table).names())
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def templates(lang):
    names = ("occasion", "words", "tier", "language", "channel", "subject")
    return [Template(*(row[name] or "" for name in names)) for row in rows("templates", lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("occasion", [*schema.FOLLOW_UP_SOURCES, "copy_mail"])
def test_there_are_words_for_every_occasion_and_any_customer(lang, occasion):
    found = choose(templates(lang), occasion, "no such tier", "sms", lang)
    assert found is not None
    assert found.subject
    words = fill(found.words, EVERYTHING, lang)
    assert words.left_out == ()
    assert "{" not in words.words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("occasion", FOR_THE_HIGHEST)
def test_the_best_customers_have_words_of_their_own(lang, occasion):
    highest = text("tier.high_value", lang)
    best = choose(templates(lang), occasion, highest, "phone", lang)
    other = choose(templates(lang), occasion, text("tier.ordinary", lang), "phone", lang)
    assert best.tier == highest
    assert best.words != other.words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_survives_when_all_but_the_names_is_unknown(lang):
    """No product, no date, no name of ours: sentences go, the greeting and the wish stay."""
    little = {name: EVERYTHING[name] for name in ("name", "salutation", "owner")}
    for template in templates(lang):
        words = fill(template.words, little, lang).words
        asked = set(fields_of(template.words)) & set(little)
        assert len(words) > 30
        assert all(little[name] in words for name in asked)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_customer_is_told_of_tiers_and_no_field_is_unknown(lang):
    for row in rows("templates", lang):
        fields = set(fields_of(row["words"])) | set(fields_of(row["subject"]))
        assert not fields & {"tier", "gap"}
        for name in ("tier.high_value", "tier.potential", "tier.ordinary"):
            assert text(name, lang) not in row["words"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_mail_with_a_copy_is_there_in_both_languages_and_speaks_of_the_password(lang):
    mails = {
        row["language"]: row for row in rows("templates", lang) if row["occasion"] == "copy_mail"
    }
    assert set(mails) == set(LANGUAGES)
    assert re.search("[一-鿿]", mails["zh"]["words"])
    assert not re.search("[一-鿿]", mails["en"]["words"])
    assert "电话" in mails["zh"]["words"]
    assert "call" in mails["en"]["words"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_role_does_not_see_names_a_sheet_or_a_column_that_exists(lang):
    sheets = {schema.sheet_name(table.name, lang): table for table in schema.TABLES}
    every = [schema.caption(t.name, c.name, lang) for t in schema.TABLES for c in t.columns]
    for row in rows("roles", lang):
        for said in (row["hidden_columns"] or "").split(SEPARATORS[lang].strip()):
            sheet, colon, caption = said.strip().partition(COLONS[lang].strip())
            if colon:
                table = sheets[sheet]
                captions = [schema.caption(table.name, c.name, lang) for c in table.columns]
                assert caption.strip() in captions
            elif said:
                # A word that stands alone can mean only one thing.
                assert (sheet in sheets) + every.count(sheet) >= 1
                assert sheet in sheets or every.count(sheet) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_manager_to_partner_ever_less_is_seen(lang):
    found = {row["role"]: row for row in rows("roles", lang)}
    owner, assistant, manager, partner = (
        found[text(f"role.{name}", lang)] for name in ("owner", "assistant", "manager", "partner")
    )
    assert (manager["scope"], manager["masked"], manager["hidden_columns"]) == ("all", False, None)
    assert owner["scope"] == assistant["scope"] == partner["scope"] == "own"
    assert (owner["masked"], assistant["masked"], partner["masked"]) == (False, True, True)
    separator = SEPARATORS[lang]
    hidden = [set(one["hidden_columns"].split(separator)) for one in (owner, assistant, partner)]
    assert hidden[0] < hidden[1] < hidden[2]
    for table, column in (("customers", "revenue"), ("orders", "amount"), ("customers", "note")):
        caption = schema.caption(table, column, lang)
        assert any(one.endswith(caption) for one in hidden[2])
    assert schema.sheet_name("contacts", lang) in hidden[2]
