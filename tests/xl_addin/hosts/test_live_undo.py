"""One step back in an open workbook, whatever the user has done since."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from tests.xl_addin.books import memory
from tests.xl_addin.hosts.live_books import closing, open_book, undone
from udfs.errors import BadValue, NotFound
from xl_addin.build import build_workbook
from xl_addin.commands.refresh import refresh
from xl_addin.hosts import live_undo
from xl_addin.hosts.live import LiveBook
from xl_addin.tables import Changes

NOW = datetime(2026, 10, 31, 18, 5, 7)
DAY = date(2026, 10, 31)


@pytest.fixture
def shop(request, tmp_path):
    orders = [(f"C{n % 9}", date(2026, 1 + n % 9, 5), 10.5 * n) for n in range(1, 40)]
    source = memory(orders, lang="en", settings={"analysis_date": DAY})
    path = tmp_path / "Shop.xlsm"
    build_workbook(path, "en", source.tables)
    book = open_book(request, path)
    yield book
    closing([book])


def refreshed(book, day=DAY):
    host = LiveBook(book)
    host.apply(refresh(host.read(), NOW, day))
    return host


def everything(book):
    return {name: dict(data.columns) for name, data in LiveBook(book).read().tables.items()}


def test_undo_brings_every_cell_back(shop):
    refreshed(shop, date(2026, 6, 30))
    before, size = everything(shop), LiveBook(shop).tables["refresh_log"].part.area
    host = refreshed(shop)
    assert everything(shop) != before
    said = undone(host).sentence("en")
    assert everything(shop) == before
    assert LiveBook(shop).tables["refresh_log"].part.area == size
    assert "9 rows of Customers as before" in said
    assert "1 added row taken out of Refresh log" in said


def test_undo_is_one_level(shop):
    host = refreshed(shop)
    undone(host)
    with pytest.raises(NotFound) as refused:
        undone(host)
    assert refused.value.key == "undo.nothing"


def test_undo_finds_the_rows_after_the_user_has_turned_them_round(shop):
    refreshed(shop, date(2026, 6, 30))
    before = {row[0]: row for row in rows(shop)}
    host = refreshed(shop)
    live = host.tables["customers"]
    part = live.part
    block = live.range(part.first_data_row, live.first_column, part.last_data_row, live.last_column)
    block.value = block.options(ndim=2).value[::-1]
    undone(host)
    assert {row[0]: row for row in rows(shop)} == before
    assert [row[0] for row in rows(shop)] == list(before)[::-1]


def rows(shop):
    customers = LiveBook(shop).read()["customers"]
    names = ("customer_id", "tier", "segment", "recency_days", "last_order", "tier_changed_on")
    return list(zip(*(customers.get(name) for name in names), strict=True))


def test_what_was_typed_since_stays(shop):
    host = LiveBook(shop)
    book = host.read()
    changes = Changes()
    changes.table("customers").update = {"phone": [f"010-{n}" for n in range(9)]}
    host.apply(changes)
    live = host.tables["customers"]
    row = live.part.first_data_row + 3
    live.range(row, live.places()["phone"], row, live.places()["phone"]).value = "my own"
    undone(host)
    phones = LiveBook(shop).read()["customers"].get("phone")
    assert phones == [*book["customers"].get("phone")[:3], "my own", *[None] * 5]


def test_an_import_is_taken_back_and_the_table_is_as_long_as_before(shop):
    before, area = everything(shop), LiveBook(shop).tables["orders"].part.area
    host = LiveBook(shop)
    host.read()
    changes = Changes()
    changes.table("orders").append = {"order_id": ["n1", "n2"], "customer_id": ["C1", "C1"]}
    host.apply(changes)
    assert everything(shop) != before
    undone(host)
    assert everything(shop) == before
    assert LiveBook(shop).tables["orders"].part.area == area


def test_added_rows_that_were_moved_are_not_guessed(shop):
    host = LiveBook(shop)
    host.read()
    changes = Changes()
    changes.table("orders").append = {"order_id": ["n1"], "customer_id": ["C1"]}
    host.apply(changes)
    live = host.tables["orders"]
    last = live.part.last_data_row
    block = live.range(last - 1, live.first_column, last, live.last_column)
    block.value = block.options(ndim=2).value[::-1]
    before = everything(shop)
    with pytest.raises(BadValue) as refused:
        undone(host)
    assert "nothing was changed" in refused.value.sentence("en")
    assert everything(shop) == before


def appended(shop, **cells):
    host = LiveBook(shop)
    host.read()
    changes = Changes()
    changes.table("orders").append = cells
    host.apply(changes)
    return host


def test_rows_added_without_a_key_are_known_by_what_else_stands_in_them(shop):
    new = {"customer_id": ["C1"], "order_date": [date(2026, 10, 1)], "amount": [7]}
    host = appended(shop, **new)
    live = host.tables["orders"]
    first, last = live.part.first_data_row, live.part.last_data_row
    live.range(first, live.first_column, last, live.first_column).clear_contents()
    undone(host)
    assert len(LiveBook(shop).read()["orders"]) == 39

    host = appended(shop, **new)
    last = host.tables["orders"].part.last_data_row
    block = live.range(last - 1, live.first_column, last, live.last_column)
    block.value = block.options(ndim=2).value[::-1]
    with pytest.raises(BadValue) as refused:
        undone(host)
    assert refused.value.key == "undo.gone"
    assert len(LiveBook(shop).read()["orders"]) == 40


def test_undo_works_after_the_workbook_was_saved_under_another_name(shop, tmp_path):
    before = everything(shop)
    host = refreshed(shop)
    shop.save(str(tmp_path / "Other.ods"))
    undone(host)
    assert everything(shop) == before


def test_undo_knows_a_workbook_of_onedrive_by_its_address():
    class Book:
        api = SimpleNamespace(FullName="https://d.docs.live.net/1/Shop.xlsm")
        app = SimpleNamespace(engine=SimpleNamespace(name="excel"))

        @property
        def fullname(self):
            raise ValueError("no local folder for this address")

    record = live_undo.Record(NOW, {})
    live_undo.keep(Book(), record)
    assert live_undo.kept(Book()) is record
    live_undo.forget(Book())


def test_undo_without_the_table_says_what_is_missing(shop):
    host = refreshed(shop)
    shop.sheets["Refresh log"].delete()
    before = rows(shop)
    with pytest.raises(NotFound) as refused:
        undone(host)
    assert refused.value.key == "table.missing"
    assert rows(shop) == before


def test_customers_that_stand_twice_and_rows_that_are_gone_do_no_harm(shop):
    refreshed(shop, date(2026, 6, 30))
    live = LiveBook(shop).tables["customers"]
    row = live.part.first_data_row
    live.range(row + 1, live.first_column, row + 1, live.first_column).value = "C0"
    refreshed(shop, date(2026, 6, 30))
    before = rows(shop)
    host = refreshed(shop)
    shop.sheets["Customers"].range(f"{row + 4}:{row + 4}").delete()
    undone(host)
    assert rows(shop) == before[:4] + before[5:]
