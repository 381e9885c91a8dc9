"""Hidden columns take along what quotes them; masks by column, and by what own captions say."""

import pytest

from tests.xl_addin.commands.share.office import office
from xl_addin import schema
from xl_addin.commands.share import columns
from xl_addin.commands.share.columns import (
    QUOTED_IN,
    hidden_columns,
    hides_reach,
    mask_reach,
    masks_of,
)
from xl_addin.commands.share.roles import Role

LINES = [{"customer_id": "A1", "item": "A1/own/1"}]


def hidden(*places, tables=(), **book):
    role = Role(columns=frozenset(places), tables=frozenset(tables))
    return hidden_columns(office(follow_up=LINES, **book), role)


def test_who_may_not_see_the_revenue_finds_it_in_no_sentence():
    asked, quoting = hidden(("customers", "revenue"))
    assert asked == {("customers", "revenue")}
    assert quoting >= {
        ("customers", "why"),
        ("customers", "gap_to_next_tier"),
        ("follow_up", "why"),
        ("follow_up", "words"),
    }


def test_what_quotes_a_quoting_column_goes_too():
    assert ("follow_up", "why") in hidden(("customers", "gap_to_next_tier"))[1]


@pytest.mark.parametrize("column", ["phone", "email", "address"])
def test_hidden_contact_data_are_not_on_the_follow_up_sheet(column):
    assert ("follow_up", "contact") in hidden(("customers", column))[1]


def test_the_sheets_of_single_owners_lose_the_same_columns():
    own = schema.owner_table("0123abcd")
    assert (own, "contact") in hidden(("customers", "phone"), **{own: LINES})[1]


def test_a_sheet_that_is_left_out_is_not_quoted_either():
    assert ("follow_up", "why") in hidden(tables=["contacts"])[1]


def test_columns_nobody_quotes_go_alone():
    assert hidden(("customers", "income_level")) == ({("customers", "income_level")}, set())


def test_the_table_of_quotations_names_columns_that_exist():
    for place, quoting in QUOTED_IN.items():
        for name, column in (place, *quoting):
            assert schema.table(name).find(column), (name, column)


def masks(masked=True, words=False, extra=None, lang="en"):
    table = office(lang=lang)["customers"]
    table.extra |= extra or {}
    return masks_of(table, (), masked, words)


def test_phone_mail_and_address_are_masked_each_in_its_way():
    found = masks()
    assert [found[name] for name in ("phone", "email", "address", "note")] == [
        columns.PHONE,
        columns.EMAIL,
        columns.ADDRESS,
        columns.WORDS,
    ]
    assert not {"customer_id", "name", "company", "birthday", "revenue"} & found.keys()


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("身份证号", columns.IDENTITY),
        ("Passport no.", columns.IDENTITY),
        ("WeChat", columns.IDENTITY),
        ("微信号", columns.IDENTITY),
        ("ID card", columns.IDENTITY),
        ("Second phone", columns.PHONE),
        ("备用手机", columns.PHONE),
        ("Work e-mail", columns.EMAIL),
        ("家庭住址", columns.ADDRESS),
        ("Shoe size", None),
        ("Solid oak", None),
    ],
)
def test_own_columns_are_masked_by_what_their_captions_say(caption, kind):
    assert masks(extra={caption: ["a", None, 38]}).get(caption) == kind


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("call 13812345678", True),
        ("a@example.com", True),
        (13812345678, True),
        (13812345678.0, True),
        (38, False),
        ("blue", False),
        (1234567.5, False),
        (True, False),
    ],
)
def test_other_own_columns_are_masked_where_contact_data_stand_in_them(cell, found):
    assert (masks(extra={"Remarks": [None, cell, None]}).get("Remarks") is not None) == found


def test_without_a_mask_nothing_is_masked_but_texts_where_phones_are_hidden():
    assert masks(masked=False) == {}
    assert set(masks(masked=False, words=True).values()) == {columns.WORDS}
    assert hides_reach({("customers", "phone")})
    assert not hides_reach({("customers", "address")})


def test_rules_are_masked_for_nobody():
    assert masks_of(office()["strategies"], (), masked=True, words=True) == {}


def test_addresses_among_the_ways_to_reach_somebody_are_masked_too():
    reach = "13812345678（喜欢微信）\nli@example.cn\n浙江省杭州市西湖区文三路90号"
    assert mask_reach(reach) == "138****5678（喜欢微信）\nl***@example.cn\n浙江省杭州市西湖区***"
    assert mask_reach("没有联系方式，请先补全") == "没有联系方式，请先补全"
    assert mask_reach(None) == ""


def test_columns_of_own_sheets_are_masked_by_caption_and_by_what_they_hold():
    cells = [
        ("Customer ID", ["13812345678"]),
        ("Mobile", [None]),
        ("Card", [110105194912310000.0]),
        ("Remark", ["call 13812345678"]),
        ("Seen", ["Monday", 250000]),
    ]
    found = columns.masks_of_own(cells, True, False)
    assert found == {"Mobile": columns.PHONE, "Card": columns.WORDS, "Remark": columns.WORDS}
    assert columns.masks_of_own(cells, False, True).keys() == {"Card", "Remark"}
    assert columns.masks_of_own(cells, False, False) == {}
