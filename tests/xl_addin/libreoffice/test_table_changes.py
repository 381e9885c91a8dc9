"""What differs between an open table and the one in the file, and what the file then holds."""

import copy
from datetime import date, datetime, time

import openpyxl
import pytest

from tests.xl_addin.foreign import build_foreign
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.libreoffice.table_changes import table_change
from xl_addin.tables import Changes

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


@pytest.fixture
def path(tmp_path):
    """A workbook with columns and formulas of its user's own."""
    build_foreign(tmp_path / "Mine.xlsx")
    return tmp_path / "Mine.xlsx"


def read(path, name="customers"):
    return ClosedFile(path).read([name])[name]


def written(path, name, new, formulas):
    """The table after the file has taken what differs."""
    host = ClosedFile(path)
    old = host.read()[name]
    change = table_change(old, new, formulas)
    if change is not None:
        host.apply(Changes({name: change}))
    return read(path, name)


def test_the_same_table_gives_no_change(path):
    customers = read(path)
    assert table_change(customers, copy.deepcopy(customers), {}) is None


def test_a_date_with_and_without_its_midnight_is_the_same(path):
    orders = read(path, "orders")
    new = copy.deepcopy(orders)
    days = new.columns["order_date"]
    new.columns["order_date"] = [
        datetime(d.year, d.month, d.day) if type(d) is date else d for d in days
    ]
    assert table_change(orders, new, {}) is None


def test_a_time_of_day_is_the_same_in_either_way_of_telling_it(path):
    orders = read(path, "orders")
    old, new = copy.deepcopy(orders), copy.deepcopy(orders)
    old.columns["product"] = [time(9, 30)] * len(old)
    new.columns["product"] = [datetime(1899, 12, 30, 9, 30)] * len(new)
    assert table_change(old, new, {}) is None
    new.columns["product"][0] = datetime(1899, 12, 30, 18)
    assert table_change(old, new, {}).update["product"][0] == 0.75


def test_changed_cells_of_every_kind_of_column_reach_the_file(path):
    new = copy.deepcopy(read(path))
    new.columns["tier"] = ["Top", *new.get("tier")[1:]]
    new.extra["My rating"][1] = 9.5
    after = written(path, "customers", new, {"Double revenue": set(range(len(new)))})
    assert after.extra["My rating"][1] == 9.5
    assert after.get("tier")[0] == "Top"
    assert after.extra["My rating"][2:] == new.extra["My rating"][2:]


@pytest.mark.parametrize("word", ["No", "Yes"])
def test_a_flag_is_written_as_the_word_it_was(path, word):
    new = copy.deepcopy(read(path))
    new.columns["churn_flag"] = [word] * len(new)
    after = written(path, "customers", new, {})
    assert after.get("churn_flag") == [word] * len(new)


def test_formulas_of_the_user_stay_formulas(path):
    new = copy.deepcopy(read(path))
    new.extra["Double revenue"] = [123.0] * len(new)
    new.extra["My rating"][0] = 7.0
    formulas = {"Double revenue": set(range(len(new)))}
    assert set(table_change(read(path), new, formulas).update) == {"My rating"}
    written(path, "customers", new, formulas)
    sheet = openpyxl.load_workbook(path)["My customers"]
    cells = [c.value for row in sheet.iter_rows() for c in row]
    assert 7 in cells
    assert 123 not in cells


def test_new_rows_are_appended_and_formulas_filled_down(path):
    new = copy.deepcopy(read(path))
    before = len(new)
    for cells in (*new.columns.values(), *new.extra.values()):
        cells.append(None)
    new.columns["customer_id"][-1] = "new-1"
    formulas = {"Double revenue": set(range(before + 1))}
    after = written(path, "customers", new, formulas)
    assert len(after) == before + 1
    assert after.get("customer_id")[-1] == "new-1"


def test_rows_taken_out_are_taken_out_of_the_file(path):
    orders = read(path, "orders")
    new = copy.deepcopy(orders)
    for cells in (*new.columns.values(), *new.extra.values()):
        del cells[0]
    after = written(path, "orders", new, {})
    assert len(after) == len(orders) - 1
    assert after.get("customer_id") == orders.get("customer_id")[1:]
    assert after.get("amount") == orders.get("amount")[1:]


def test_one_typed_formula_does_not_cost_the_column_when_rows_go(path):
    orders = read(path, "orders")
    new = copy.deepcopy(orders)
    for cells in (*new.columns.values(), *new.extra.values()):
        del cells[0]
    after = written(path, "orders", new, {"amount": {1}})
    assert after.get("amount") == orders.get("amount")[1:]


def test_one_typed_formula_does_not_cost_the_other_new_rows(path):
    orders = read(path, "orders")
    new = copy.deepcopy(orders)
    for cells in (*new.columns.values(), *new.extra.values()):
        cells += cells[-2:]
    new.columns["amount"][-2:] = [120.0, 80.0]
    after = written(path, "orders", new, {"amount": {len(new) - 1}})
    assert after.get("amount")[-2:] == [120.0, 80.0]
