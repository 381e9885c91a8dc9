"""Which customer was meant, whatever a cell or a person gives as the ID."""

import pytest

from tests.xl_addin.books import book
from udfs.errors import NotFound
from xl_addin.commands.asked_customer import Customers


@pytest.fixture(scope="module")
def customers():
    return Customers(book(customers=["C1", None, 7.0, "007", "C1", " Ａ２ "]))


@pytest.mark.parametrize(
    ("asked", "found"),
    [("C1", ("C1", 0)), (7, ("7", 2)), ("007", ("007", 3)), ("A2", ("A2", 5))],
)
def test_an_id_is_found_as_the_table_reads_it(customers, asked, found):
    assert customers.find(asked) == found


@pytest.mark.parametrize(("asked", "near"), [("c1", "C1"), ("00C1", "C1"), ("0A2", "A2")])
def test_an_id_that_differs_in_case_or_zeros_is_suggested(customers, asked, near):
    with pytest.raises(NotFound) as refused:
        customers.find(asked)
    assert refused.value.values["near"] == near


@pytest.mark.parametrize("asked", ["C2", None, "", "  "])
def test_nothing_alike_is_refused_plainly(customers, asked):
    with pytest.raises(NotFound) as refused:
        customers.find(asked)
    assert refused.value.key == "refresh.unknown_customer"
