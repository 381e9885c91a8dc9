"""Sheets that came into the open workbook go into its file as they stand."""

from io import BytesIO
from types import SimpleNamespace

import openpyxl
import pytest

from xl_addin.hosts.memory import Memory
from xl_addin.libreoffice import added_tables as module
from xl_addin.libreoffice.added_tables import added_tables, grafting

OWNER = "follow_up.0a1b2c3d"
LINES = {OWNER: "2026-10-31: two lines", "staff": "Who works here", "roles": None}


@pytest.fixture
def live(monkeypatch):
    """An open workbook as far as its sheets and the lines on them go."""
    tables = {
        name: SimpleNamespace(name=name, sheet=SimpleNamespace(name=tab))
        for name, tab in ((OWNER, "Today Li"), ("staff", "Staff"), ("roles", "Roles"))
    }
    monkeypatch.setattr(module, "line_of", lambda table: LINES[table.name])
    return SimpleNamespace(tables=tables)


@pytest.fixture
def new():
    rows = {"item": ["a"], "customer_id": ["c7"], "done": [True], "source": ["birthday"]}
    return Memory({OWNER: rows, "staff": {"owner": ["Li"]}, "roles": {"role": ["x"]}}, "en").read()


def test_tables_the_file_has_and_sheets_not_of_our_making_are_not_added(live, new):
    old = Memory({"staff": {}}, "en").read()
    assert added_tables(old, new, live) == {OWNER: "Today Li"}


def test_a_sheet_with_a_column_of_the_users_is_left_to_libreoffice(live, new):
    new["staff"].extra["My column"] = ["x"]
    old = Memory({}, "en").read()
    assert added_tables(old, new, live) == {OWNER: "Today Li"}


def test_the_sheets_go_in_with_their_rows_and_lines(live, new):
    found = grafting({OWNER: "Today Li"}, new, live)
    assert found.sheets == ("Today Li",)
    sheet = openpyxl.load_workbook(BytesIO(found.donor))["Today Li"]
    cells = [cell.value for row in sheet["A5:O5"] for cell in row if cell.value]
    assert cells == ["Birthday", "Yes", "c7", "a"]
    assert sheet["A2"].value == LINES[OWNER]
