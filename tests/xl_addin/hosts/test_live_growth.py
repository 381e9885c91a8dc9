"""Rows at the end of a table: new ones are like the last one, those that go leave nothing."""

import shutil
from datetime import datetime

import pytest

from tests.xl_addin.hosts.live_books import closing, open_book
from xl_addin.build.added_sheets import table_sheets
from xl_addin.hosts.live import LiveBook
from xl_addin.tables import Changes

OWN = "My rating"


def rows_of(*items):
    return {
        "item": list(items),
        "customer_id": ["c7"] * len(items),
        "name": [f"Name of {item}" for item in items],
        "due_on": [datetime(2026, 11, 2, 9)] * len(items),
        "why": ["because " * 20] * len(items),
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A follow-up sheet of two lines."""
    path = tmp_path_factory.mktemp("growth") / "Mine.xlsx"
    path.write_bytes(table_sheets({"follow_up": "Today"}, {"follow_up": rows_of("a", "b")}, "en"))
    return path


@pytest.fixture
def book(request, path, tmp_path):
    book = open_book(request, shutil.copy(path, tmp_path / "Mine.xlsx"))
    yield book
    closing([book])


def with_own_column(book):
    """The user has put a formula beside the table and made it part of it."""
    live = LiveBook(book).tables["follow_up"]
    column, first = live.last_column + 1, live.part.area.first_row
    live.sheet.range((first, column)).value = OWN
    for row in (first + 1, first + 2):
        live.sheet.range((row, column)).formula = f"=LEN(E{row})"
    live.table.resize(live.range(first, live.first_column, first + 2, column))
    return column


def replaced(book, *items):
    host = LiveBook(book)
    host.read()
    changes = Changes()
    changes.table("follow_up").replace = rows_of(*items)
    host.apply(changes)
    return host


def looks(live, row, column):
    cell = live.range(row, column, row, column)
    rule = cell.api.Validation
    return (
        cell.number_format,
        cell.color,
        cell.wrap_text,
        cell.row_height,
        rule.Type.value,
        rule.getFormula1(),
    )


def test_new_rows_are_as_high_wrapped_and_ready_for_typing_as_the_last_one(book):
    host = replaced(book, "a", "b", "c", "d")
    live = host.tables["follow_up"]
    assert live.part.data_rows == 4
    last = live.part.last_data_row
    for name, column in live.places().items():
        assert looks(live, last, column) == looks(live, live.part.first_data_row, column), name
    assert host.read()["follow_up"].get("done") == [None] * 4


def test_the_formulas_of_a_users_column_stay_and_go_on(book):
    column = with_own_column(book)
    host = replaced(book, "a", "b", "c")
    read = host.read()["follow_up"]
    assert read.calculated == {OWN}
    live = host.tables["follow_up"]
    formulas = live.range(5, column, 7, column).formula
    assert [row[0] for row in formulas] == ["=LEN(E5)", "=LEN(E6)", "=LEN(E7)"]


def test_rows_that_go_leave_neither_words_nor_colours(book):
    column = with_own_column(book)
    host = replaced(book, "a")
    live = host.tables["follow_up"]
    assert live.part.data_rows == 1
    below = live.range(6, live.first_column, 6, column)
    assert set(below.value) == {None}
    places = live.places()
    for name in ("name", "done", "priority"):
        assert live.range(6, places[name], 6, places[name]).color is None
        assert live.range(5, places[name], 5, places[name]).color is not None
    assert live.range(6, column, 6, column).formula == ""
    assert below.row_height < live.range(5, 1, 5, 1).row_height


@pytest.mark.parametrize("items", ["a", "abcd"])
def test_a_cancel_brings_rows_formulas_and_looks_back(book, items):
    column = with_own_column(book)
    host = LiveBook(book)
    live = host.tables["follow_up"]

    def state():
        area = live.sheet.range((5, 1), (9, column))
        rows = [[looks(live, row, c) for c in (2, 5, 9)] for row in (5, 6)]
        return area.formula, rows, LiveBook(book).tables["follow_up"].part.area

    before = state()
    host.read()
    changes = Changes()
    changes.table("follow_up").replace = rows_of(*items)
    writing = host.applying(changes)
    steps = 0
    try:
        while next(writing):
            steps += 1
            if steps > 3 and state() != before:
                break
    except StopIteration:
        pytest.fail("nothing was left to cancel")
    writing.close()
    assert state() == before
