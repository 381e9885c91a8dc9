"""The workbook that is open: nothing of the user's is lost, and half a change never stays."""

from collections.abc import Generator
from datetime import date, datetime

import pytest

from tests.xl_addin.books import memory
from tests.xl_addin.foreign import build_foreign
from tests.xl_addin.hosts.live_books import closing, open_book
from udfs.errors import BadValue, NotFound
from xl_addin.build import build_workbook
from xl_addin.commands.refresh import refresh
from xl_addin.hosts import live_undo, live_writing
from xl_addin.hosts.live import LiveBook
from xl_addin.tables import Changes

NOW = datetime(2026, 10, 31, 18, 5, 7)
DAY = date(2026, 10, 31)


@pytest.fixture
def shop(request, tmp_path):
    """A small shop, open."""
    orders = [(f"C{n % 9}", date(2026, 1 + n % 9, 5), 10.5 * n) for n in range(1, 40)]
    source = memory(orders, lang="en", settings={"analysis_date": DAY})
    path = tmp_path / "Shop.xlsm"
    build_workbook(path, "en", source.tables)
    book = open_book(request, path)
    yield book
    closing([book])


@pytest.fixture
def foreign(request, tmp_path):
    """A user's own workbook: columns in another order, own columns and formulas between."""
    path = tmp_path / "Mine.xlsx"
    build_foreign(path)
    book = open_book(request, path)
    yield book
    closing([book])


def every_formula(book):
    """All cells of all sheets, formulas as formulas."""
    return {sheet.name: sheet.used_range.formula for sheet in book.sheets}


def refreshed(book, day=DAY):
    host = LiveBook(book)
    host.apply(refresh(host.read(), NOW, day))
    return host


def cells(book, sheet, area):
    return book.sheets[sheet].range(area).options(ndim=2).value


def test_only_computed_columns_of_a_users_workbook_change(foreign):
    before = every_formula(foreign)
    host = refreshed(foreign)
    after = every_formula(foreign)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"My customers"}
    live = host.tables["customers"]
    ours = {
        live.places()[name]
        for name in ("tier", "segment", "churn_flag", "why")
        if name in live.places()
    }
    assert ours
    schema_columns = {column for name, column in live.places().items() if name != "My rating"}
    rows = zip(before["My customers"], after["My customers"], strict=True)
    left = foreign.sheets["My customers"].used_range.column
    moved = {
        left + i
        for old, new in rows
        for i, pair in enumerate(zip(old, new, strict=True))
        if pair[0] != pair[1]
    }
    assert moved <= schema_columns


def test_selection_filter_and_calculation_are_the_users(shop):
    sheet = shop.sheets["Customers"]
    sheet.activate()
    sheet.range("B6:C8").select()
    before = shop.app.selection.address, shop.app.calculation, shop.app.screen_updating
    refreshed(shop)
    assert (shop.app.selection.address, shop.app.calculation, shop.app.screen_updating) == before
    assert all(table.show_autofilter for table in sheet.tables)


def test_rows_hidden_by_a_filter_are_refreshed_too(shop):
    sheet = shop.sheets["Customers"]
    sheet.range("A6:A8").row_height = 0
    host = refreshed(shop)
    assert all(host.read()["customers"].get("tier"))


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_cancel_in_the_middle_of_writing_leaves_everything_as_it_was(shop, steps):
    refreshed(shop, date(2026, 6, 30))
    live_undo.forget(shop)
    before = every_formula(shop)
    host = LiveBook(shop)
    writing = host.applying(refresh(host.read(), NOW))
    for _ in range(steps):
        next(writing)
    assert (every_formula(shop) != before) is (steps > 1)
    writing.close()
    assert every_formula(shop) == before
    assert shop.app.screen_updating is True
    with pytest.raises(NotFound):
        next(host.undoing())


def test_a_failure_in_the_middle_of_writing_leaves_everything_as_it_was(shop, monkeypatch):
    host = LiveBook(shop)
    host.apply(refresh(host.read(), NOW))
    before = every_formula(shop)
    changes = refresh(host.read(), NOW)
    done = []

    def failing(self):
        done.append(1)
        raise OSError("the program has gone")

    monkeypatch.setattr(live_writing.Growth, "write", failing)
    with pytest.raises(OSError, match="gone"):
        host.apply(changes)
    assert done
    assert every_formula(shop) == before


def test_a_formula_in_a_computed_column_is_refused_by_its_cell(shop):
    live = LiveBook(shop).tables["customers"]
    cell = live.range(7, live.places()["tier"], 7, live.places()["tier"])
    cell.formula = '="my own"'
    before = every_formula(shop)
    with pytest.raises(BadValue) as refused:
        refreshed(shop)
    assert "E7" in refused.value.sentence("en")
    assert every_formula(shop) == before


def test_something_below_a_table_is_not_overwritten(shop):
    host = LiveBook(shop)
    live = host.tables["refresh_log"]
    host.read()
    area = live.part.area
    live.range(
        area.last_row + 1, area.first_column + 2, area.last_row + 1, area.first_column + 2
    ).value = "mine"
    refreshed(shop)  # the blank row of the table takes the first line
    before = every_formula(shop)
    with pytest.raises(BadValue) as refused:
        refreshed(shop)
    assert "below the table" in refused.value.sentence("en")
    assert every_formula(shop) == before


def test_a_protected_sheet_is_refused_before_anything_is_written(shop):
    before = every_formula(shop)
    shop.sheets["Refresh log"].api.protect("")
    with pytest.raises(BadValue) as refused:
        refreshed(shop)
    assert "Refresh log" in refused.value.sentence("en")
    assert every_formula(shop) == before


def test_a_workbook_that_is_not_ours_is_named(request, tmp_path, office_app):
    book = office_app.books.add()
    with pytest.raises(NotFound) as refused:
        LiveBook(book).read()
    closing([book])
    assert "not a Customer Chain workbook" in refused.value.sentence("en")


def test_new_rows_look_like_the_rows_above_and_continue_the_users_formulas(foreign):
    host = LiveBook(foreign)
    host.read()
    live = host.tables["orders"]
    last = live.part.last_data_row
    changes = Changes()
    changes.table("orders").append = {
        "customer_id": ["c1", "c2"],
        "order_date": [date(2026, 7, 1)] * 2,
        "amount": [10, 20],
    }
    host.apply(changes)
    fresh = host.tables["orders"]
    assert fresh.part.last_data_row > last or fresh.part.last_data_row == last
    read = host.read()["orders"]
    assert read.get("amount")[-2:] == [10, 20]
    place = fresh.places()["order_date"]
    row = fresh.part.first_data_row + len(read) - 1
    above = foreign.sheets[fresh.part.sheet.name].range((last, place)).number_format
    assert fresh.range(row, place, row, place).number_format == above


def test_the_steps_libreoffice_itself_can_undo_are_none_after_a_refresh(shop):
    shop.sheets["Orders"].range("A200").value = "typed"
    steps = shop.api.getUndoManager()
    assert steps.isUndoPossible()
    refreshed(shop)
    assert not steps.isUndoPossible()
    shop.sheets["Orders"].range("A201").value = "typed"
    assert steps.isUndoPossible()


def test_the_first_row_of_a_table_does_not_look_like_its_header(shop):
    host = LiveBook(shop)
    live = host.tables["refresh_log"]
    row = live.part.first_data_row
    shop.sheets["Refresh log"].range(f"{row}:{row}").delete()
    assert LiveBook(shop).tables["refresh_log"].part.data_rows == 0
    refreshed(shop)
    assert len(LiveBook(shop).read()["refresh_log"]) == 1
    cell = live.range(row, live.first_column, row, live.first_column)
    header = live.range(row - 1, live.first_column, row - 1, live.first_column)
    assert header.color is not None
    assert cell.color != header.color


def test_a_workbook_without_customers_and_orders_is_refreshed(shop):
    for name in ("customers", "orders"):
        part = LiveBook(shop).tables[name].part
        rows = f"{part.first_data_row}:{part.last_data_row}"
        shop.sheets[part.sheet.name].range(rows).delete()
    refreshed(shop)
    book = LiveBook(shop).read()
    assert [len(book[name]) for name in ("customers", "orders", "refresh_log")] == [0, 0, 1]


@pytest.mark.parametrize("meanwhile", ["sorted", "deleted", "moved"])
def test_what_the_user_does_while_it_computes_is_noticed(shop, meanwhile):
    host = LiveBook(shop)
    changes = refresh(host.read(), NOW)
    live = host.tables["customers"]
    row = live.part.first_data_row
    if meanwhile == "sorted":
        ids = live.range(row, live.first_column, row + 1, live.first_column)
        ids.value = ids.value[::-1]
    else:
        if meanwhile == "deleted":
            live.sheet.range(f"{row + 2}:{row + 2}").delete()
        else:
            live.sheet.range("1:1").insert("down")
    before = every_formula(shop)
    with pytest.raises(BadValue) as refused:
        host.apply(changes)
    assert refused.value.key == "live.changed_meanwhile"
    assert every_formula(shop) == before


def test_rows_inserted_above_in_the_middle_of_writing_move_the_blocks_along(shop):
    host = refreshed(shop, date(2026, 6, 30))
    changes = refresh(host.read(), NOW)
    writing = host.applying(changes)
    next(writing)
    shop.sheets["Customers"].range("1:2").insert("down")
    for _ in writing:
        pass
    customers = LiveBook(shop).read()["customers"]
    assert customers.first_row == 7
    assert customers.get("recency_days") == changes.tables["customers"].update["recency_days"]


@pytest.mark.parametrize(
    ("steps", "go_on", "key"),
    [(1, next, "live.changed_meanwhile"), (2, Generator.close, "live.not_restored")],
)
def test_rows_deleted_in_the_middle_of_writing_are_told(shop, steps, go_on, key):
    host = refreshed(shop, date(2026, 6, 30))
    writing = host.applying(refresh(host.read(), NOW))
    for _ in range(steps):
        next(writing)
    row = host.tables["customers"].part.first_data_row
    shop.sheets["Customers"].range(f"{row}:{row}").delete()
    with pytest.raises(BadValue) as refused:
        go_on(writing)
    assert refused.value.key == key
    assert shop.app.calculation == "automatic"
    assert shop.app.screen_updating is True


def test_a_block_that_cannot_be_put_back_does_not_keep_the_others_from_it(shop, monkeypatch):
    host = refreshed(shop, date(2026, 6, 30))
    before = cells(shop, "Customers", "A5:U13")
    changes = refresh(host.read(), NOW)

    def failing(self):
        raise OSError("the program has gone")

    monkeypatch.setattr(live_writing.Growth, "write", failing)
    monkeypatch.setattr(live_writing.Growth, "restore", failing)
    with pytest.raises(BadValue) as refused:
        host.apply(changes)
    assert refused.value.key == "live.not_restored"
    assert cells(shop, "Customers", "A5:U13") == before


def test_a_table_that_is_missing_is_named(shop):
    host = LiveBook(shop)
    host.read()
    changes = Changes()
    changes.table("orders").append = {"order_id": ["n1"]}
    shop.sheets["Orders"].delete()
    host.read()
    with pytest.raises(NotFound) as refused:
        host.apply(changes)
    assert "Orders" in refused.value.sentence("en")
