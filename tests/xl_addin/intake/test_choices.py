"""List words of other systems, and that they mean what the order log takes them for."""

from __future__ import annotations

import pytest

from udfs.orders import read_orders
from xl_addin.intake.choices import WORDS, choice_words
from xl_addin.schema import CUSTOMERS, ORDERS

STATUS = choice_words(ORDERS.column("status"))
LEFT_OUT = {"cancelled", "returned", "test"}


@pytest.mark.parametrize("word", sorted(STATUS))
def test_a_status_word_counts_as_the_choice_it_becomes(word: str) -> None:
    columns = {
        "customer_id": ["A"],
        "order_date": ["2026-01-05"],
        "amount": [1.0],
        "status": [word],
    }
    left_out = set(read_orders(columns).left_out)
    if left_out:  # the log knows the word: then both must mean the same
        assert left_out == {STATUS[word]} & LEFT_OUT


def test_every_word_leads_to_a_choice_of_its_column() -> None:
    tables = {column.name: column for column in (*CUSTOMERS.columns, *ORDERS.columns)}
    for name, choices in WORDS.items():
        assert set(choices) <= set(tables[name].choices)


def test_words_are_found_whatever_their_case_and_width() -> None:
    assert STATUS["交易关闭"] == "cancelled"
    assert STATUS["intransit"] == "shipped"
    assert choice_words(CUSTOMERS.column("sex"))["女"] == "female"
