"""What lies before a button: the selected customers, the chosen file."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.xl_addin.books import memory
from tests.xl_addin.hosts.live_books import closing, open_book
from udfs.errors import NotFound
from xl_addin.build import build_workbook
from xl_addin.buttons import guide
from xl_addin.buttons.desk import Desk


@pytest.fixture(scope="module")
def shop(request, tmp_path_factory):
    """A small shop, open: customers C0 to C8 in rows 5 to 13."""
    orders = [(f"C{n % 9}", date(2026, 1 + n % 9, 5), 10.5 * n) for n in range(9, 40)]
    path = tmp_path_factory.mktemp("desk") / "Shop.xlsm"
    build_workbook(path, "en", memory(orders, lang="en").tables)
    book = open_book(request, path)
    yield book
    closing([book])


def selected(shop, area, sheet="Customers"):
    shop.sheets[sheet].activate()
    shop.sheets[sheet].range(area).select()
    return Desk(shop, "en").selected_customers()


def test_selected_rows_are_their_customers(shop):
    assert selected(shop, "D6:F8") == ["C1", "C2", "C3"]
    assert selected(shop, "A5") == ["C0"]


def test_a_whole_column_is_every_customer_and_headings_are_none(shop):
    assert selected(shop, "B:B") == [f"C{n}" for n in range(9)]
    with pytest.raises(NotFound):
        selected(shop, "A1:C4")
    with pytest.raises(NotFound):
        selected(shop, "A40")


def test_rows_a_filter_hides_are_not_selected(shop):
    hidden = shop.sheets["Customers"].api.Rows
    try:
        for row in (6, 7):
            hidden.getByIndex(row - 1).IsVisible = False
        assert selected(shop, "A5:A9") == ["C0", "C3", "C4"]
    finally:
        for row in (6, 7):
            hidden.getByIndex(row - 1).IsVisible = True


def test_a_guide_that_was_hidden_is_shown(shop):
    shop.sheets["Customers"].activate()
    shop.sheets["Guide"].visible = False
    list(guide.press(Desk(shop, "en")))
    assert shop.sheets.active.name == "Guide"


class Excel:
    """An Excel whose user chooses `answer`."""

    def __init__(self, answer):
        self.answer, self.asked = answer, None
        self.engine = SimpleNamespace(name="excel")
        self.api = self

    def GetOpenFilename(self, words, index, title):  # noqa: N802
        self.asked = words
        return self.answer


def test_excel_is_asked_for_a_file_in_pairs_of_name_and_endings():
    excel = Excel("C:\\orders.csv")
    assert Desk(SimpleNamespace(app=excel), "zh").choose_file("x") == Path("C:\\orders.csv")
    name, endings = excel.asked.split(",")
    assert name.startswith("订单文件")
    assert "*.csv" in endings.split(";")


def test_no_file_chosen_in_excel_is_none():
    assert Desk(SimpleNamespace(app=Excel(False)), "en").choose_file("x") is None
