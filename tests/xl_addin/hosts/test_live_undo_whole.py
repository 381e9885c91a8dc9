"""What a change did as a whole goes back as a whole, as long as nobody has typed there since."""

import shutil

import pytest

from tests.xl_addin.foreign import build_foreign
from tests.xl_addin.hosts.live_books import closing, open_book, undone
from tests.xl_addin.hosts.test_live_growth import rows_of
from udfs.errors import BadValue
from xl_addin.build.added_sheets import table_sheets
from xl_addin.hosts.live import LiveBook
from xl_addin.hosts.live_undo_whole import line_of
from xl_addin.tables import Changes

TABS = {"follow_up": "Today", "staff": "Staff", "roles": "Roles"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("undo") / "Mine.xlsx"
    build_foreign(path)
    lines = {"follow_up": "First line"}
    return path, table_sheets(TABS, {"follow_up": rows_of("a", "b")}, "en", lines)


@pytest.fixture
def mine(request, made, tmp_path):
    book = open_book(request, shutil.copy(made[0], tmp_path / "Mine.xlsx"))
    yield book
    closing([book])


@pytest.fixture
def following(mine, made):
    """The workbook with sheets added a while ago."""
    added(mine, made[1])
    return mine


def added(book, donor):
    host = LiveBook(book)
    host.read()
    host.apply(Changes(new_sheets=dict(TABS)), donor)
    return host


def everything(book):
    return {sheet.name: sheet.used_range.formula for sheet in book.sheets}


def replaced(book, *items, line=""):
    host = LiveBook(book)
    host.read()
    changes = Changes()
    changes.table("follow_up").replace = rows_of(*items)
    changes.table("follow_up").line = line
    changes.table("orders").append = {"order_id": ["n1"], "customer_id": ["c7"]}
    host.apply(changes)
    return host


def test_added_sheets_go_again_with_their_names(mine, made):
    before, names = everything(mine), len(mine.names)
    host = added(mine, made[1])
    assert "RoleNames" in mine.names
    said = undone(host).sentence("en")
    assert everything(mine) == before
    assert len(mine.names) == names
    assert "Today, Staff, Roles deleted" in said


def test_an_added_sheet_somebody_has_typed_into_stays(mine, made):
    host = added(mine, made[1])
    mine.sheets["Staff"].range("A5").value = "Li"
    said = undone(host).sentence("en")
    assert {"Staff"} == {"Staff", "Today", "Roles"} & set(everything(mine))
    assert mine.sheets["Staff"].range("A5").value == "Li"
    assert "Staff were changed since" in said
    assert "RoleNames" in mine.names


def test_a_replaced_table_and_its_line_come_back(following):
    before = everything(following)
    host = replaced(following, "c", "d", "e", line="Second line")
    assert line_of(host.tables["follow_up"]) == "Second line"
    said = undone(host).sentence("en")
    assert everything(following) == before
    assert "2 rows of Today as before" in said
    assert "1 added row taken out of Orders" in said


def test_sorting_is_no_typing(following):
    before = everything(following)
    host = replaced(following, "c", "d")
    live = host.tables["follow_up"]
    block = live.range(5, live.first_column, 6, live.last_column)
    block.value = block.value[::-1]
    undone(host)
    assert everything(following) == before


def test_rows_that_were_typed_into_are_not_thrown_away(following):
    host = replaced(following, "c", "d")
    live = host.tables["follow_up"]
    live.range(5, live.places()["result_note"], 5, live.places()["result_note"]).value = "called"
    before = everything(following)
    with pytest.raises(BadValue) as refused:
        undone(host)
    assert refused.value.key == "undo.typed_since"
    assert "Today" in refused.value.sentence("en")
    assert everything(following) == before


def test_a_line_the_user_has_changed_stays(following):
    host = replaced(following, "c", line="Second line")
    live = host.tables["follow_up"]
    live.sheet.range((2, 1)).value = "My own words"
    undone(host)
    assert live.sheet.range((2, 1)).value == "My own words"
    assert host.read()["follow_up"].get("item") == ["a", "b"]


def test_a_line_is_written_on_sheets_of_ours_only(following):
    live = LiveBook(following).tables["follow_up"]
    live.sheet.range((3, 1)).value = "My own heading"
    replaced(following, "c", line="Second line")
    assert live.sheet.range((2, 1)).value == "First line"
