"""What passes between a host and a command."""

import pytest

from udfs.errors import BadValue, NotFound
from xl_addin.tables import Book, Changes, TableData

ORDERS = TableData("orders", "My orders", 7, {"order_id": ["a", "b"]}, {"order_id": "ID"})


def test_a_message_names_the_row_a_person_sees():
    assert ORDERS.row_number(0) == 7
    assert ORDERS.row_number(1) == 8


def test_a_column_the_workbook_lacks_is_blank():
    assert len(ORDERS) == 2
    assert ORDERS.get("note") == [None, None]
    assert "note" not in ORDERS


def test_a_column_that_is_needed_is_named_with_its_sheet():
    with pytest.raises(BadValue) as refused:
        ORDERS.need("order_id", "amount")
    assert "My orders" in refused.value.sentence("en")
    assert "Amount" in refused.value.sentence("en")


def test_a_table_the_workbook_lacks_is_named_in_both_languages():
    with pytest.raises(NotFound) as refused:
        Book({"orders": ORDERS})["customers"]
    assert "客户链管理表 / Customers" in refused.value.sentence("en")


def test_changes_make_room_for_a_table_when_it_is_first_named():
    changes = Changes()
    changes.table("orders").append = {"order_id": ["c"]}
    assert changes.table("orders").appended_rows() == 1
    assert list(changes.tables) == ["orders"]
