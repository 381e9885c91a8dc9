"""The first sheet of a copy says in the reader's language what it is and what is not in it."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import customer
from tests.xl_addin.commands.share.office import DAY, office, reader
from xl_addin.commands.share.first_page import Base, first_page
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.roles import Role
from xl_addin.commands.share.rows import Rows
from xl_addin.settings import Settings

MADE = datetime(2026, 3, 2, 9, 5)


def page(lang="en", role=None, company="Blue Birds", as_of=date(2026, 2, 28), mask=False):
    book = office([customer("A1"), customer("A2", consent_given_on=None)])
    plan = Planner(book, Rows(book, DAY), mask).plan(reader("Anna", role, lang))
    base = Base("Shop.xlsm", Settings(lang="en", company=company), MADE, as_of)
    return first_page(base, plan, "f" * 64)


@pytest.mark.parametrize(
    ("lang", "values"),
    [
        (
            "en",
            {
                "For": "Anna (role: Sales)",
                "From": "Blue Birds, Shop.xlsm",
                "As of": "2026-02-28 (analysis date)",
                "Made": "2026-03-02 09:05",
                "Customers in it": "1, all looked after by Anna",
                "Rows": "Customers 1",
                "Columns left out": "none",
                "Masked": "nothing",
                "Customers left out": "1 never agreed",
                "Base fingerprint": "f" * 64,
            },
        ),
        (
            "zh",
            {
                "给谁": "Anna（角色：Sales）",
                "来自": "Blue Birds，「Shop.xlsm」",
                "数据截至": "2026-02-28（分析日期）",
                "没有给的客户": "1 位没有同意",
            },
        ),
    ],
)
def test_it_says_what_for_whom_and_from_when(lang, values):
    found = page(lang)
    assert dict(found.lines).items() >= values.items()
    assert "Anna" in found.title


def test_masks_hidden_columns_and_a_wider_view_are_told():
    role = Role("Boss", "all", frozenset({("customers", "phone")}))
    lines = dict(page(role=role, mask=True).lines)
    assert lines["Columns left out"] == "Phone"
    assert lines["Masked"].startswith("phone, e-mail")
    assert lines["Customers in it"] == "1, of all colleagues"


def test_without_company_role_and_date_nothing_is_made_up():
    lines = dict(page(role=Role(), company="", as_of=None).lines)
    assert (lines["For"], lines["From"]) == ("Anna", "Shop.xlsm")
    assert lines["As of"] == "no analysis date is set"


def test_the_paragraphs_tell_of_formulas_of_changes_and_of_sending_back():
    said = " ".join(page().remarks)
    for words in ("CC_", "does not change the master", "send the file back", "personal data"):
        assert words in said
