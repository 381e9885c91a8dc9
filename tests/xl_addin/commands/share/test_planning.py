"""The plan of a copy: rows of the sheet, captions as they stand, masks, and how it is told."""

import pytest

from tests.xl_addin.commands.follow_up.shop import customer
from tests.xl_addin.commands.share.office import DAY, office, reader
from udfs.errors import BadValue
from xl_addin.commands.share import columns
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.roles import Role
from xl_addin.commands.share.rows import Rows


def plan(book, who="Anna", role=None, mask=False, **options):
    return Planner(book, Rows(book, DAY), mask, **options).plan(reader(who, role))


def test_rows_are_those_of_the_sheet():
    found = plan(office(), "Ben")
    assert found.tables["customers"].rows == (7,)
    assert found.tables["tiers"].rows is None
    assert found.customers == {"B1"}


def test_hidden_columns_are_dropped_by_the_caption_in_the_header():
    book = office()
    book["customers"].captions["phone"] = "PHONE"
    role = Role("Sales", columns=frozenset({("customers", "phone"), ("customers", "revenue")}))
    found = plan(book, role=role)
    dropped = found.tables["customers"].dropped
    assert dropped == {"PHONE", "Revenue", "Why", "Gap to next tier"}
    assert found.hidden == ("PHONE", "Revenue")
    assert found.quoting == ("Gap to next tier", "Why")
    assert found.columns_left_out("en") == "PHONE, Revenue, Gap to next tier, Why"
    assert found.columns_left_out("zh") == "PHONE，Revenue，Gap to next tier，Why"


@pytest.mark.parametrize("mask", [True, False])
def test_masks_come_from_the_role_or_from_whoever_asks(mask):
    by_role = plan(office(), role=Role("Sales", masked=True), mask=mask)
    asked = plan(office(), mask=mask)
    assert by_role.masked
    assert asked.masked == mask
    kinds = {"Phone": columns.PHONE} if mask else {}
    assert asked.tables["customers"].masks.get("Phone") == kinds.get("Phone")


def test_where_phones_are_hidden_notes_do_not_tell_them():
    role = Role("Sales", columns=frozenset({("customers", "phone")}))
    masks = plan(office(), role=role).tables["customers"].masks
    assert masks["Note"] == columns.WORDS
    assert "E-mail" not in masks


def test_a_hidden_sheet_goes_into_no_copy():
    assert "orders" not in plan(office(), hidden_sheets=["Orders"]).tables
    with pytest.raises(BadValue, match="unhide"):
        plan(office(), hidden_sheets=["Customers"])


def test_sheets_left_out_are_told():
    found = plan(office(), role=Role("Sales", tables=frozenset({"orders", "contacts"})))
    assert found.columns_left_out("en") == "Orders, Contacts"
    assert "orders" not in found.tables


def test_the_rows_in_words_leave_out_rules_and_empty_tables():
    assert plan(office()).rows_in_words("en") == "Customers 2"
    assert plan(office()).rows_in_words("zh") == "客户链管理表 2"
    many = office([customer(str(n)) for n in range(1200)])
    assert plan(many).rows_in_words("en") == "Customers 1,200"


def test_remarks_of_the_log_may_name_anybody_and_stay_behind():
    book = office(refresh_log=[{"customers": 3, "remarks": "customer B1 stands there twice"}])
    found = plan(book, role=Role("Boss", "all"))
    assert found.tables["refresh_log"].dropped == {"Remarks"}
    assert found.columns_left_out("en") == ""
