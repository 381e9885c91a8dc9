"""From a plan to the parts of the master: sheets in their order, own tables by customer."""

import openpyxl
import pytest

from tests.xl_addin.sharing.masters import NOW, master, prepared
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.rows import Rows
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.sharing.selecting import MASKS, Sheets

ROLES = [{"role": "Sales", "own_sheets": "Visits; Prices"}]


def with_own_sheets(path):
    """A sheet with a table by customer, one without, and a hidden one; openpyxl is fine here."""
    book = openpyxl.load_workbook(path)
    visits, prices, secret = (book.create_sheet(n) for n in ("Visits", "Prices", "Secret"))
    for row in (("Customer ID", "Seen"), ("A1", "x"), ("B1", "y"), ("A2", "z")):
        visits.append(row)
    visits.add_table(openpyxl.worksheet.table.Table(displayName="Visits", ref="A1:B4"))
    for row in (("Article", "Price"), ("Tea", 5)):
        prices.append(row)
    prices.add_table(openpyxl.worksheet.table.Table(displayName="Prices", ref="A1:B2"))
    secret.sheet_state = "hidden"
    book["Consents"].sheet_state = "hidden"
    path = path.with_suffix(".xlsx")
    book.save(path)
    return path


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    path = with_own_sheets(master(tmp_path_factory.mktemp("m") / "m.xlsm", roles=ROLES))
    made = prepared(path, "Anna")
    planner = Planner(made.book, Rows(made.book, NOW.date()), True, made.sheets.hidden)
    plan = planner.plan(made.readers.found[0])
    return made.sheets, plan, made.sheets.selection(plan)


def test_own_sheets_are_the_visible_ones_without_a_table_of_ours(parts):
    sheets, _, _ = parts
    assert {"Visits", "Prices", "Guide"} <= set(sheets.own)
    assert not {"Secret", "Customers", "Consents"} & set(sheets.own)
    assert sheets.hidden == {"Consents"}


def test_sheets_come_in_the_masters_order_ours_and_own(parts):
    sheets, _, selection = parts
    names = [sheet.name for sheet in selection.sheets]
    assert names == [name for name in sheets.master.sheets if name in names]
    assert {s.name: s.ours for s in selection.sheets if not s.ours} == {
        "Visits": False,
        "Prices": False,
    }
    assert not {"Guide", "Checks", "Staff", "Roles", "Consents"} & set(names)


def test_own_tables_with_customer_ids_give_only_those_rows(parts):
    _, _, selection = parts
    tables = {sheet.name: sheet.tables for sheet in selection.sheets}
    assert list(tables["Visits"]["Visits"].rows) == [2, 4]
    assert tables["Prices"] == {}


def test_rows_and_masks_are_those_of_the_plan(parts):
    _, plan, selection = parts
    tables = {sheet.name: sheet.tables for sheet in selection.sheets}
    chosen = tables["Customers"]["Customers"]
    assert chosen.rows == plan.tables["customers"].rows
    assert chosen.masks["Phone"]("13812345678") == "138****5678"


def test_every_kind_of_mask_is_there():
    from xl_addin.commands.share import columns

    kinds = {columns.PHONE, columns.EMAIL, columns.ADDRESS, columns.IDENTITY, columns.WORDS}
    assert set(MASKS) == kinds | {columns.REACH}


def test_a_renamed_table_is_still_ours(tmp_path):
    path = master(tmp_path / "m.xlsm")
    book = openpyxl.load_workbook(path)
    book["Orders"].tables["Orders"].displayName = "Sales2026"
    book["Orders"].tables["Orders"].name = "Sales2026"
    path = path.with_suffix(".xlsx")
    book.save(path)
    sheets = Sheets(prepared(path, "Anna").sheets.master, path)
    assert sheets.parts["orders"].name == "Sales2026"
    assert "orders" in ClosedFile(path).read()
