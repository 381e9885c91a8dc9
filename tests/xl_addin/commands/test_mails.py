"""Mails in words: a copy for a colleague, and messages for customers who may be written to."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import AS_OF, customer, lines, made, shop
from tests.xl_addin.commands.share.office import reader
from udfs.errors import NotFound
from xl_addin.commands.mails import copy_mail, customer_mails
from xl_addin.commands.share.first_page import Base
from xl_addin.settings import Settings

BASE = Base("Shop.xlsm", Settings(lang="en", company="Us"), datetime(2026, 3, 2), AS_OF)
# A birthday in two days is a line of its own, with greetings as its purpose.
BORN = date(1980, 3, 4)


def template(occasion="birthday", **cells):
    return {"occasion": occasion, "words": "Happy birthday, {name}!", "subject": "{name}!"} | cells


def birthday(who="A1", **cells):
    return customer(who, birthday=BORN, email=f"{who}@example.com", **cells)


def mails(*customers, templates=None, today=AS_OF, owner=None, edit=None, **tables):
    chosen = [template()] if templates is None else templates
    host = shop(customers, templates=chosen, **tables)
    made(host)
    if edit:
        edit(host)
    return customer_mails(host.read(), today, owner=owner)


def test_a_line_becomes_a_mail_with_the_words_of_the_template():
    found = mails(birthday())
    assert not found.left_out
    (mail,) = found.mails
    assert (mail.address, mail.name) == ("A1@example.com", "Name A1")
    assert (mail.subject, mail.words) == ("Name A1!", "Happy birthday, Name A1!")
    assert mail.whose == "Customers row 5 (Name A1)"


def test_an_id_that_is_a_number_is_the_same_customer_on_every_host():
    def as_read_live(host):
        for name, table in host.tables.items():
            if "customer_id" in table and (name == "customers" or name.startswith("follow_up")):
                table["customer_id"] = [7.0 if c in (7, "7") else c for c in table["customer_id"]]

    found = mails(birthday(7, name="Li"), edit=as_read_live)
    assert [mail.name for mail in found.mails] == ["Li"]


def test_the_template_for_mails_comes_before_the_one_for_any_channel():
    rows = [
        template(words="Call {name}.", channel="phone"),
        template(words="Any {name}."),
        template(words="Mail {name}.", channel="email"),
    ]
    found = mails(birthday(preferred_channel="phone"), templates=rows)
    assert [mail.words for mail in found.mails] == ["Mail Name A1."]


def test_words_to_be_spoken_are_no_mail():
    found = mails(birthday(), templates=[template(words="Call {name}.", channel="phone")])
    assert (found.mails, found.left_out) == ((), {"no_words": 1})


def test_a_template_without_a_subject_gets_one():
    found = mails(birthday(), templates=[template(subject=None)])
    assert found.mails[0].subject == "A message for you"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"email": None}, "no_email"),
        ({"email": "nobody at example"}, "bad_email"),
        ({"consent_withdrawn_on": date(2026, 3, 2)}, "no_consent"),
        ({"consent_purpose": "Orders and service"}, "no_consent"),
    ],
)
def test_whoever_cannot_or_may_not_be_written_to_is_counted(cells, reason):
    def edit(host):  # since the sheets were made
        for name, cell in cells.items():
            host.tables["customers"][name][0] = cell

    found = mails(birthday(), edit=edit)
    assert (found.mails, found.left_out) == ((), {reason: 1})


def test_a_consent_taken_back_after_the_analysis_date_counts_too():
    def edit(host):
        host.tables["customers"]["consent_withdrawn_on"][0] = date(2026, 3, 10)

    assert len(mails(birthday(), edit=edit).mails) == 1
    later = mails(birthday(), edit=edit, today=date(2026, 3, 10))
    assert later.left_out == {"no_consent": 1}


@pytest.mark.parametrize(
    ("column", "cell", "reason"), [("done", True, "done"), ("outcome", "declined", "declined")]
)
def test_what_is_done_or_declined_is_not_written(column, cell, reason):
    def edit(host):
        host.tables["follow_up"][column][0] = cell

    assert mails(birthday(), edit=edit).left_out == {reason: 1}


def test_one_owner_at_a_time():
    found = mails(birthday(), birthday("B1", owner="Ben"), owner="ben ")
    assert [mail.name for mail in found.mails] == ["Name B1"]
    with pytest.raises(NotFound):
        mails(birthday(), owner="Carl")


def test_a_line_that_is_no_longer_planned_keeps_the_words_of_the_sheet():
    def edit(host):
        host.tables["customers"]["birthday"][0] = None
        host.tables["follow_up"]["words"][0] = "As it stands."

    assert [mail.words for mail in mails(birthday(), edit=edit).mails] == ["As it stands."]


def test_somebody_who_has_left_the_table_is_counted():
    def edit(host):
        host.tables["customers"]["customer_id"][0] = "Z9"

    assert mails(birthday(), edit=edit).left_out == {"unknown": 1}


def test_the_reasons_are_told_in_both_languages():
    found = mails(birthday(), edit=lambda host: host.tables["customers"].update(email=[None]))
    assert found.left_out_in_words("en") == "1 not written: no e-mail 1."
    assert found.left_out_in_words("zh") == "没有写 1 封：客户没有邮箱 1 封。"
    assert mails(birthday()).left_out_in_words("en") == ""


def test_without_follow_up_sheets_it_says_to_make_them():
    with pytest.raises(NotFound, match="Make the follow-up sheets first"):
        customer_mails(shop([birthday()]).read(), AS_OF)


def test_the_sheet_itself_is_not_touched():
    host = shop([birthday()], templates=[template()])
    made(host)
    before = lines(host)
    customer_mails(host.read(), AS_OF)
    assert lines(host) == before


def copy(lang="en", templates=(), encrypted=False):
    book = shop([customer("A1")], templates=list(templates)).read()
    return copy_mail(book, BASE, reader("Anna", lang=lang), "Anna.xlsx", encrypted)


@pytest.mark.parametrize(("lang", "words"), [("en", "Hello Anna"), ("zh", "Anna，您好")])
def test_a_mail_with_a_copy_is_in_the_readers_language(lang, words):
    mail = copy(lang)
    assert words in mail.words
    assert "2026-03-02" in mail.subject


def test_the_companys_own_template_comes_first():
    row = template("copy_mail", words="{name}, from {us} of {date}.", subject="{topic}")
    assert copy(templates=[row]).words == "Anna, from Us of 2026-03-02."
    assert copy(templates=[row]).subject == "Anna.xlsx"


def test_the_password_comes_another_way():
    assert "told in another way" in copy(encrypted=True).words
    assert "password" not in copy().words
    row = template("copy_mail", words="The PASSWORD comes by phone.")
    assert copy(templates=[row], encrypted=True).words == "The PASSWORD comes by phone."


def test_an_address_of_two_customers_is_written_to_only_if_both_have_agreed():
    def edit(host):
        host.tables["customers"]["email"][1] = " a1@EXAMPLE.com"

    two = birthday(), birthday("B1", consent_purpose="Orders and service")
    assert [mail.name for mail in mails(*two).mails] == ["Name A1"]
    found = mails(*two, edit=edit)
    assert (found.mails, found.left_out) == ((), {"no_consent": 1})
