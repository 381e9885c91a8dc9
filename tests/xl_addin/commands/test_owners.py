"""Owners: one colleague however the name is spelt, two of one name told apart by rows."""

import pytest

from tests.xl_addin.commands.follow_up.shop import customer, shop
from udfs.errors import BadRule, NotFound
from xl_addin.commands.owners import owner_code, owner_key, read_owners


@pytest.mark.parametrize("spelling", ["Li Wei", " li  wei", "ＬＩ ＷＥＩ", "Li\u00a0Wei "])
def test_spellings_that_differ_in_case_width_or_blanks_are_one_owner(spelling):
    assert owner_key(spelling) == owner_key("Li Wei")
    assert owner_code(spelling) == owner_code("Li Wei")


def test_other_names_are_other_owners():
    assert len({owner_code(name) for name in ("Li Wei", "LiWei", "李伟", "李维")}) == 4


def owners_of(*names, staff=()):
    people = [customer(f"c{n}", owner=name) for n, name in enumerate(names)]
    book = shop(people, staff=[{"owner": name} for name in staff]).read()
    return read_owners(book), book


def test_the_name_is_shown_as_it_was_first_written_and_customers_come_first():
    owners, _ = owners_of("Li Wei ", "li wei", None, staff=["LI WEI", "Ben"])
    assert owners.names == {"li wei": "Li Wei", "ben": "Ben"}
    assert owners.customers == ["li wei", "li wei", ""]


def test_an_unknown_owner_is_refused_with_the_names_there_are():
    owners, _ = owners_of("Ben", "Anna")
    with pytest.raises(NotFound) as why:
        owners.named("Carl")
    assert why.value.sentence("en") == ("There is no owner called Carl. There are: Anna, Ben.")
    assert owners.named(" anna") == "anna"


def test_where_nobody_has_an_owner_the_refusal_says_what_to_fill_in():
    owners, _ = owners_of(None)
    with pytest.raises(NotFound) as why:
        owners.named("Carl")
    assert "no customer has an owner yet" in why.value.sentence("en")


def test_two_lines_of_one_name_are_refused_with_their_rows():
    owners, book = owners_of("Anna", staff=["Anna", "Ben", "anna"])
    owners.refuse_doubled("ben", book)
    with pytest.raises(BadRule) as why:
        owners.refuse_doubled("anna", book)
    assert "Rows 5, 7 of sheet Staff" in why.value.sentence("en")
