"""For whom copies are made: owners, colleagues who see all; not two people of one name."""

import pytest

from tests.xl_addin.commands.follow_up.shop import customer
from tests.xl_addin.commands.share.office import ALL, OWN, office, staff, without
from udfs.errors import BadRule, NotFound
from xl_addin.commands.share.readers import find_readers


def names(found):
    return [reader.name for reader in found.found]


def test_all_are_the_owners_and_those_who_see_all():
    people = staff(("Anna", None), ("Zoe", "Boss"), ("Ben", "Sales"))
    found = find_readers(office(staff=people, roles=[OWN, ALL]), "all")
    assert names(found) == ["Anna", "Ben", "Zoe"]
    assert [reader.role.name for reader in found.found] == ["Sales", "Sales", "Boss"]
    assert not found.refused


@pytest.mark.parametrize("word", ["all", "ALL", "全部"])
def test_everybody_is_asked_for_in_either_language(word):
    assert names(find_readers(office(), word)) == ["Anna", "Ben"]


def test_a_colleague_called_all_is_one_person():
    book = office([customer("1", owner="All"), customer("2", owner="Ben")])
    assert names(find_readers(book, "all")) == ["All"]


def test_one_is_found_however_the_name_is_written():
    assert names(find_readers(office(), " ａnna ")) == ["Anna"]


def test_an_unknown_name_is_refused_with_those_there_are():
    with pytest.raises(NotFound, match="Anna, Ben"):
        find_readers(office(), "Carl")


def test_a_colleague_without_customers_gets_no_copy_and_is_named():
    found = find_readers(office(staff=staff(("Emma", None))), "Emma")
    assert (names(found), found.without_customers) == ([], ("Emma",))


def test_two_colleagues_of_one_name_are_refused_and_the_others_are_not():
    book = office(staff=staff(("Anna", None), ("anna ", None), ("Ben", None)))
    found = find_readers(book, "all")
    assert names(found) == ["Ben"]
    assert "5, 6" in found.refused[0].sentence("en")
    with pytest.raises(BadRule, match="5, 6"):
        find_readers(book, "Anna")


def test_an_unknown_role_is_refused_with_its_cell_and_the_roles_there_are():
    book = office(staff=staff(("Anna", "Salse"), ("Ben", None)), roles=[OWN, ALL])
    found = find_readers(book, "all")
    assert names(found) == ["Ben"]
    said = found.refused[0].sentence("en")
    assert "Staff row 5, Role: there is no role 'Salse'. There are: Sales, Boss" in said


def test_a_role_without_the_sheet_of_roles_says_how_to_get_it():
    book = without(office(staff=staff(("Anna", "Sales"))), "roles")
    with pytest.raises(BadRule, match="customer-chain upgrade"):
        find_readers(book, "Anna")


def test_a_slip_in_a_role_is_told_once_for_all_who_have_it():
    bad = OWN | {"hidden_columns": "qqqq"}
    found = find_readers(office(roles=[bad]), "all")
    assert (names(found), len(found.refused)) == ([], 1)


def test_language_and_address_come_from_the_staff():
    row = {"owner": "Anna", "language": "中文", "email": " anna@example.com "}
    found = find_readers(office(staff=[row]), "all").found
    assert (found[0].lang, found[0].email, found[0].row) == ("zh", "anna@example.com", 5)
    assert (found[1].lang, found[1].email, found[1].row) == ("en", "", 0)


def test_customers_nobody_looks_after_are_counted():
    book = office([customer("1"), customer("2", owner=None), customer("3", owner=" ")])
    assert find_readers(book, "all").customers_without_owner == 2
    assert find_readers(book, "Anna").customers_without_owner == 0


def test_an_older_workbook_without_staff_and_roles_has_readers_too():
    assert names(find_readers(without(office(), "staff", "roles"), "all")) == ["Anna", "Ben"]
