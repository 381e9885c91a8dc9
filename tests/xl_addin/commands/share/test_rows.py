"""Which rows a reader gets: of own customers, with consent, and everything that hangs on them."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import contact, customer
from tests.xl_addin.commands.share.office import DAY, office, reader
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.owners import owner_code
from xl_addin.commands.share.roles import Role
from xl_addin.commands.share.rows import Rows

BOSS = Role("Boss", "all")


def kept(book, who="Anna", role=None, day=DAY):
    return Rows(book, day).kept_for(reader(who, role))


def ids(book, table, found):
    return [book[table].get("customer_id")[place] for place in found.rows[table]]


HANGING = {
    "contacts": [contact(who, datetime(2026, 1, 5, 10)) for who in ("B1", "A1", "X9", "A1")],
    "important_dates": [{"customer_id": w, "occasion": "other"} for w in ("A2", "B1")],
    "consents": [{"customer_id": w, "purpose": "service"} for w in ("B1", "A2")],
}


def test_own_customers_and_what_hangs_on_them():
    book = office(**HANGING)
    found = kept(book)
    assert ids(book, "customers", found) == ["A1", "A2"]
    assert ids(book, "contacts", found) == ["A1", "A1"]
    assert ids(book, "important_dates", found) == ["A2"]
    assert ids(book, "consents", found) == ["A2"]


def test_who_sees_all_gets_everybody_but_nobodys_rows_of_strangers():
    book = office(**HANGING)
    found = kept(book, "Zoe", BOSS)
    assert ids(book, "customers", found) == ["A1", "A2", "B1"]
    assert ids(book, "contacts", found) == ["B1", "A1", "A1"]  # X9 is no customer


def test_orders_follow_their_customers():
    book = office()
    table = book["orders"]
    for name in table.columns:
        table.columns[name] = [None] * 3
    table.columns["customer_id"] = ["B1", "A1", "B1"]
    assert kept(book, "Ben").rows["orders"] == [0, 2]


def test_numbers_and_texts_are_one_id():
    book = office([customer(7), customer("8", owner="Ben")], contacts=[contact("7", None)])
    assert kept(book).rows["contacts"] == [0]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"consent_given_on": None}, "never_given"),
        ({"consent_withdrawn_on": date(2026, 3, 1)}, "withdrawn"),
        ({"consent_withdrawn_on": DAY}, "withdrawn"),
        ({"consent_given_on": date(2026, 3, 3)}, "not_yet"),
        ({"consent_purpose": "to be clarified"}, "never_given"),
        ({"customer_id": None}, "no_id"),
    ],
)
def test_a_customer_without_any_valid_consent_is_in_no_copy_and_counted(cells, reason):
    book = office([customer("A1"), customer("A2") | cells], **HANGING)
    for role in (None, BOSS):
        found = kept(book, role=role)
        assert ids(book, "customers", found) == ["A1"]
        assert found.left_out == {reason: 1}
        assert found.rows["important_dates"] == []


def test_a_consent_withdrawn_tomorrow_still_counts_today():
    book = office([customer("A1", consent_withdrawn_on=date(2026, 3, 3))])
    assert kept(book).customers == 1
    assert kept(book, day=date(2026, 3, 3)).customers == 0


def test_a_copy_for_an_earlier_day_needs_the_consent_of_today_as_well():
    book = office([customer("A1", consent_withdrawn_on=date(2026, 3, 1))])
    anna = reader("Anna", None)
    assert Rows(book, date(2026, 2, 1)).kept_for(anna).customers == 1
    found = Rows(book, date(2026, 2, 1), DAY).kept_for(anna)
    assert (found.customers, found.left_out) == (0, {"withdrawn": 1})


def test_a_consent_to_one_purpose_of_the_sheet_is_enough():
    rows = [{"customer_id": "A1", "purpose": "greetings", "given_on": date(2026, 1, 1)}]
    assert kept(office([customer("A1", consent_given_on=None)], consents=rows)).customers == 1


def test_an_id_of_two_owners_belongs_with_its_orders_to_the_first():
    book = office([customer("A1"), customer("A1", owner="Ben")], **HANGING)
    assert kept(book).rows["contacts"] == [1, 3]
    bens = kept(book, "Ben")
    # The scores in that row would be those of Anna's customer.
    assert (bens.rows["customers"], bens.left_out) == ([], {"shared_id": 1})
    assert bens.rows["contacts"] == []
    assert Rows(book, DAY).ids_of(bens) == set()
    assert kept(book, role=BOSS).rows["customers"] == [0, 1]


def line(who, owner, **cells):
    return {"customer_id": who, "owner": owner, "item": f"{who}/own/1"} | cells


def test_the_own_follow_up_sheet_goes_along_and_nobody_elses():
    anna, ben = (schema.owner_table(owner_code(name)) for name in ("Anna", "Ben"))
    tables = {
        "follow_up": [line("A1", "Anna"), line("B1", "Ben")],
        anna: [line("A1", "Anna"), line("B1", "Anna"), line(None, "Anna"), line(None, "Ben")],
        ben: [line("B1", "Ben")],
    }
    book = office(**tables)
    found = kept(book).rows
    assert found[anna] == [0, 2]  # B1 has gone to Ben since the sheet was made
    assert "follow_up" not in found
    assert ben not in found


def test_without_an_own_sheet_the_own_lines_of_the_sheet_of_all_go_along():
    book = office(follow_up=[line("B1", "Ben"), line("A1", "Anna"), line(None, "Ben")])
    assert kept(book, "Ben").rows["follow_up"] == [0, 2]
    assert kept(book, "Zoe", BOSS).rows["follow_up"] == [0, 1, 2]


def test_a_sheet_without_a_line_for_the_reader_is_left_out():
    assert "follow_up" not in kept(office(follow_up=[line("B1", "Ben")])).rows


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_settings_go_without_the_mail_server_and_without_rows_of_the_senders_own(lang):
    book = office(lang=lang)
    book["settings"].columns["setting"][0] = "My password list"
    rows = kept(book).rows["settings"]
    shown = [book["settings"].get("setting")[place] for place in rows]
    assert text("setting.currency", lang) in shown
    assert text("setting.company", lang) in shown
    assert "My password list" not in shown
    for name in (*(n for n in schema.SETTING_NAMES if n.startswith("mail_")), "share_mask"):
        assert text(f"setting.{name}", lang) not in shown


def test_rules_go_to_everybody_and_figures_of_the_company_only_to_who_sees_all():
    book = office(refresh_log=[{"customers": 3}])
    assert kept(book).rows["tiers"] is None
    assert "refresh_log" not in kept(book).rows
    assert kept(book, role=BOSS).rows["refresh_log"] is None


@pytest.mark.parametrize("role", [Role(), BOSS])
def test_staff_roles_and_the_log_of_copies_are_in_no_copy(role):
    assert not {"staff", "roles", "share_log"} & kept(office(), role=role).rows.keys()


def test_tables_a_role_does_not_see_are_left_out():
    book = office(follow_up=[line("A1", "Anna")], **HANGING)
    hidden = Role("Partner", tables=frozenset({"contacts", "follow_up"}))
    assert not {"contacts", "follow_up"} & kept(book, role=hidden).rows.keys()
