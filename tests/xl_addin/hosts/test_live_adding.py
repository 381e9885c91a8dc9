"""Sheets that come into the open workbook from a donor: all of them, whole, or none."""

import shutil
from datetime import datetime

import pytest

from tests.xl_addin.foreign import build_foreign
from tests.xl_addin.hosts.live_books import closing, open_book
from udfs.errors import BadValue, NotFound
from udfs.texts import text
from xl_addin import schema
from xl_addin.build.added_sheets import table_sheets
from xl_addin.hosts import live_adding, live_undo
from xl_addin.hosts.live import LiveBook
from xl_addin.hosts.live_undo_whole import line_of
from xl_addin.tables import Changes

OWNER = schema.owner_table("0a1b2c3d")
TABS = {"follow_up": "Follow-up", OWNER: "Follow-up Li", "staff": "Staff", "roles": "Roles"}
ROWS = {
    "customer_id": ["c7", "007"],
    "item": ["birthday c7", "recall 007"],
    "name": ["Ann", "Bob"],
    "due_on": [datetime(2026, 11, 2, 9, 30), None],
    "source": ["birthday", "recall"],
    "why": ["a long reason " * 20, "short"],
}
LINE = "Two lines, made on 2026-11-01"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A user's workbook without our newer sheets, and a donor."""
    path = tmp_path_factory.mktemp("adding") / "Mine.xlsx"
    build_foreign(path)
    donor = table_sheets(TABS, {"follow_up": ROWS, OWNER: ROWS}, "en", {"follow_up": LINE})
    return path, donor


@pytest.fixture
def mine(request, made, tmp_path):
    book = open_book(request, shutil.copy(made[0], tmp_path / "Mine.xlsx"))
    yield book
    closing([book])


@pytest.fixture
def donor(made):
    return made[1]


def changes_of(tabs=TABS):
    changes = Changes(new_sheets=dict(tabs))
    for name in ("follow_up", OWNER):
        changes.table(name).replace = ROWS
    return changes


def added(book, donor, tabs=TABS):
    host = LiveBook(book)
    host.read()
    host.apply(changes_of(tabs), donor)
    return host


def tabs_of(book):
    return [sheet.name for sheet in book.sheets]


def everything(book):
    return {sheet.name: sheet.used_range.formula for sheet in book.sheets}


def test_added_sheets_stand_behind_the_others_and_hold_their_tables(mine, donor):
    before, front = tabs_of(mine), mine.sheets.active.name
    host = added(mine, donor)
    assert tabs_of(mine) == [*before, *TABS.values()]
    assert mine.sheets.active.name == front
    book = host.read()
    assert set(TABS) <= set(book.tables)
    for name in ("follow_up", OWNER):
        assert book[name].get("item") == ROWS["item"]
        assert book[name].get("due_on") == ROWS["due_on"]
        assert book[name].get("source") == ["Birthday", "Recall"]
    assert line_of(host.tables["follow_up"]) == LINE
    assert line_of(host.tables[OWNER]) == text("purpose.follow_up", "en")


def test_added_sheets_look_and_behave_as_those_of_a_new_workbook(mine, donor):
    host = added(mine, donor)
    live = host.tables["follow_up"]
    row, places = live.part.first_data_row, live.places()
    cell = live.range(row, places["why"], row, places["why"])
    assert cell.wrap_text
    assert cell.row_height > 40
    rule = live.range(row, places["outcome"], row, places["outcome"]).api.Validation
    assert rule.Type.value == "LIST"
    assert len(live.sheet.notes) == len(schema.FOLLOW_UP.columns)
    assert live.sheet.show_gridlines is False


def test_names_that_lists_need_come_too_and_those_that_are_there_stay(mine, donor):
    mine.names.add("TierNames", "='My sheet'!$A$1")
    before = {name.name: name.refers_to for name in mine.names if "!" not in name.name}
    host = added(mine, donor)
    after = {name.name: name.refers_to for name in mine.names if "!" not in name.name}
    assert after == before | {"RoleNames": f"={host.tables['roles'].part.name}[Role]"}
    live = host.tables["staff"]
    place = live.places()["role"]
    rule = live.range(5, place, 5, place).api.Validation
    assert rule.getFormula1().upper() == "ROLENAMES"


@pytest.mark.parametrize("steps", [1, 3, 5])
def test_a_cancel_leaves_the_workbook_without_a_trace(mine, donor, steps):
    before, names = everything(mine), len(mine.names)
    host = LiveBook(mine)
    host.read()
    changes = changes_of()
    changes.table("orders").append = {"order_id": ["n1"], "customer_id": ["c7"]}
    writing = host.applying(changes, donor)
    for _ in range(steps):
        next(writing)
    writing.close()
    assert everything(mine) == before
    assert len(mine.names) == names
    assert len(mine.app.books) == 1
    assert mine.app.screen_updating is True
    with pytest.raises(NotFound):
        live_undo.kept(mine)


def test_a_failure_after_the_copying_takes_the_sheets_away_again(mine, donor, monkeypatch):
    before = everything(mine)

    def failing(*_):
        raise OSError("the program has gone")

    monkeypatch.setattr(live_adding.live_names, "bring", failing)
    with pytest.raises(OSError, match="gone"):
        added(mine, donor)
    assert everything(mine) == before


def test_the_donor_is_closed_and_its_file_removed(mine, donor, monkeypatch):
    folders = []
    real = live_adding._opened

    def opened(book, path):
        folders.append(path.parent)
        return real(book, path)

    monkeypatch.setattr(live_adding, "_opened", opened)
    added(mine, donor)
    assert [folder.exists() for folder in folders] == [False]
    assert [book.name for book in mine.app.books] == ["Mine.xlsx"]


def test_what_is_in_the_way_is_told_before_anything_is_done(mine, donor):
    mine.sheets.add("follow-UP")
    before = everything(mine)
    with pytest.raises(BadValue) as refused:
        added(mine, donor)
    assert refused.value.key == "live.page_taken"
    mine.sheets["follow-UP"].name = "Other"
    sheet = mine.sheets["Other"]
    sheet.range("A1:A2").value = [["x"], [1]]
    sheet.tables.add(sheet.range("A1:A2"), name="staff", has_headers=True)
    with pytest.raises(BadValue) as refused:
        added(mine, donor)
    assert "Staff" in refused.value.sentence("en")
    assert "Other" in refused.value.sentence("en")
    sheet.delete()
    mine.names.add("Roles", "='My sheet'!$A$1")
    with pytest.raises(BadValue) as refused:
        added(mine, donor)
    assert refused.value.key == "file.table_taken"
    assert everything(mine).keys() == before.keys() - {"follow-UP"}


def test_a_workbook_whose_structure_is_locked_is_refused(mine, donor):
    mine.api.protect("")
    with pytest.raises(BadValue) as refused:
        added(mine, donor)
    assert "structure" in refused.value.sentence("en")


def test_a_workbook_with_macros_takes_sheets(request, donor, tmp_path):
    """LibreOffice would end itself; see engines/libreoffice/sheet_import.py."""
    book = request.getfixturevalue("office_app").books.add()
    try:
        book.api.BasicLibraries.VBACompatibilityMode = True
        adding = live_adding.Adding(book, ("Staff",), donor)
        assert list(adding.steps()) == ["step.adding_sheets"]
        assert tabs_of(book)[-1] == "Staff"
        adding.take_back()
        assert "Staff" not in tabs_of(book)
    finally:
        closing([book])
