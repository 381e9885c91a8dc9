"""The line under a sheet's title in a closed file: written where it is ours, nowhere else."""

import openpyxl
import pytest

from xl_addin import schema
from xl_addin.build import workbook_bytes
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.tables import Changes, TableChange

LINE = "2026-10-31: nothing to do."


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Shop.xlsm"
    path.write_bytes(workbook_bytes("en"))
    return path


def written(path, **change):
    host = ClosedFile(path)
    host.read()
    host.apply(Changes({"follow_up": TableChange(replace={}, line=LINE, **change)}))
    return openpyxl.load_workbook(path)[schema.sheet_name("follow_up", "en")]["A2"].value


def change_cell(path, cell, value):
    """As a user who has put something of their own there."""
    book = openpyxl.load_workbook(path)
    book[schema.sheet_name("follow_up", "en")][cell] = value
    book.save(path)


def test_it_stands_in_the_second_row(path):
    assert written(path) == LINE


@pytest.mark.parametrize(("cell", "value"), [("A3", "My own heading"), ("A2", "=1+1")])
def test_a_cell_that_may_be_the_users_stays(path, cell, value):
    change_cell(path, cell, value)
    before = openpyxl.load_workbook(path)[schema.sheet_name("follow_up", "en")]["A2"].value
    assert written(path) == before
