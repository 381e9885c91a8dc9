"""What a role may not see, as people write it: captions in any language, sheets, own columns."""

import pytest

from tests.xl_addin.commands.share.office import ALL, OWN, office, without
from udfs.errors import BadRule
from xl_addin.commands.share.roles import Role, read_roles


def role(hidden=None, own_sheets=(), lang="en", book=None, **cells):
    row = OWN | {"hidden_columns": hidden} | cells
    return read_roles(book or office(roles=[row], lang=lang), own_sheets).first()


@pytest.mark.parametrize(
    "hidden",
    [
        "Phone; E-mail",
        "phone；EMAIL",
        "电话、邮箱",
        "Phone\nemail",
        "Phone，邮箱",
        "phone, e-mail,",
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_columns_are_named_in_either_language_and_with_any_sign_between(hidden, lang):
    assert role(hidden, lang=lang).columns == {("customers", "phone"), ("customers", "email")}


def test_a_caption_of_several_tables_hides_all_of_them():
    assert {table for table, _ in role("Note").columns} >= {"customers", "orders", "contacts"}


@pytest.mark.parametrize("hidden", ["Orders: Note", "订单：备注", "orders:note", "Orders ： Note"])
def test_a_column_of_one_sheet_is_named_with_the_sheet(hidden):
    assert role(hidden).columns == {("orders", "note")}


def test_the_tier_of_customers_is_meant_and_not_the_one_of_the_rules():
    assert role("Tier").columns == {("customers", "tier")}


@pytest.mark.parametrize("hidden", ["Contacts", "联系记录"])
def test_the_name_of_a_sheet_leaves_out_all_of_it(hidden):
    assert role(hidden).tables == {"contacts"}


def test_own_columns_are_hidden_by_their_caption():
    book = office(roles=[OWN | {"hidden_columns": "Shoe size"}])
    book["customers"].extra["Shoe size"] = [38, 39, 40]
    assert role(book=book).columns == {("customers", "Shoe size")}


def test_a_renamed_tab_is_known_by_its_new_name():
    book = office(roles=[OWN | {"hidden_columns": "Sales log"}])
    book["orders"].sheet = "Sales log"
    assert role(book=book).tables == {"orders"}


@pytest.mark.parametrize(
    ("hidden", "near"), [("Phnoe", "Phone"), ("Oders", "Orders"), ("Orders: Amuont", "Amount")]
)
def test_an_unknown_word_is_refused_with_its_place_and_the_nearest(hidden, near):
    with pytest.raises(BadRule) as why:
        role(hidden)
    said = why.value.sentence("en")
    assert f"Roles row 5, Columns left out: there is no column or sheet '{hidden}'" in said
    assert f"Did you mean '{near}'" in said
    assert near not in role("Phone").columns


def test_a_word_like_no_other_is_refused_too():
    with pytest.raises(BadRule, match="no column or sheet 'qqqq'"):
        role("qqqq")


@pytest.mark.parametrize("hidden", ["Customer ID", "orders: order_id", "Item"])
def test_key_columns_cannot_be_hidden(hidden):
    lines = [{"customer_id": "A1", "item": "A1/own/1"}]
    book = office(roles=[OWN | {"hidden_columns": hidden}], follow_up=lines)
    with pytest.raises(BadRule, match="cannot be left out"):
        role(book=book)


@pytest.mark.parametrize(
    "hidden", ["How to reach", "跟进：联系方式", "Contacts", "Follow up: words"]
)
def test_what_an_older_workbook_lacks_may_be_hidden_in_advance(hidden):
    book = without(office(roles=[OWN | {"hidden_columns": hidden}]), "contacts", "follow_up")
    assert role(book=book) == Role("Sales")


def test_the_customers_cannot_be_left_out():
    with pytest.raises(BadRule, match="sheet Customers cannot be left out"):
        role("Customers")


def test_own_sheets_are_those_that_are_there():
    assert role(own_sheets=["My charts"]).own_sheets == ()
    book = office(roles=[OWN | {"own_sheets": "my charts；Prices"}])
    found = role(own_sheets=["Prices", "My charts"], book=book)
    assert found.own_sheets == ("My charts", "Prices")
    with pytest.raises(BadRule, match="Did you mean 'My chart'"):
        role(own_sheets=["My chart", "Prices"], book=book)


@pytest.mark.parametrize(("column", "cell"), [("scope", "some"), ("masked", "perhaps")])
def test_a_slip_in_scope_or_mask_is_no_permission(column, cell):
    book = office(roles=[OWN])
    book["roles"].columns[column] = [cell]
    with pytest.raises(BadRule, match=f"'{cell}' is not understood"):
        role(book=book)


def test_without_the_sheet_everybody_sees_their_own_customers():
    assert read_roles(without(office(), "roles")).first() == Role()


def test_roles_are_found_whatever_the_case_and_only_then_read():
    broken = OWN | {"role": "Broken", "hidden_columns": "qqqq"}
    roles = read_roles(office(roles=[ALL, broken]))
    assert roles.first().sees_all
    assert roles.find(" boss ").name == "Boss"
    assert roles.find("nobody") is None
    assert roles.names() == ["Boss", "Broken"]
