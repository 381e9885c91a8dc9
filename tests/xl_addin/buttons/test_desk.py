"""What lies before a button: the selected customers, the chosen file."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.xl_addin.books import memory
from tests.xl_addin.hosts.live_books import closing, open_book
from udfs.errors import BadValue, NotFound
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


def test_a_question_is_answered_by_yes_or_no():
    asked = []

    def app(answer):
        def alert(words, title, buttons):
            asked.append((words, title, buttons))
            return answer

        return SimpleNamespace(alert=alert, engine=SimpleNamespace(name="excel"))

    assert Desk(SimpleNamespace(app=app("yes")), "en").ask("Send", ["To two.", "Now?"])
    assert not Desk(SimpleNamespace(app=app("no")), "en").ask("Send", ["Now?"])
    assert not Desk(SimpleNamespace(app=app(None)), "en").ask("Send", ["Now?"])
    assert asked[0] == ("To two.\nNow?", "Send", "yes_no")


def of_excel(place, saved=True):
    """A workbook of Excel's as far as its file goes."""
    native = SimpleNamespace(FullName=place, Path=place.rpartition("/")[0], Saved=saved)
    app = SimpleNamespace(engine=SimpleNamespace(name="excel"))
    return Desk(SimpleNamespace(api=native, app=app, name=place.rpartition("/")[2]), "en")


def test_a_saved_workbook_is_its_file(tmp_path):
    desk = of_excel(f"{tmp_path}/Shop.xlsm")
    assert desk.saved_workbook() == tmp_path / "Shop.xlsm"
    assert desk.folder_beside("Copies") == tmp_path / "Copies"


@pytest.mark.parametrize(
    ("place", "saved", "key"),
    [
        ("Book1", True, "press.save_first"),
        ("/home/me/Shop.xlsm", False, "press.save_first"),
        ("https://d.docs.live.net/1/Shop.xlsm", True, "press.not_on_disk"),
        ("/home/me/Shop.xls", True, "press.not_xlsx"),
    ],
)
def test_a_workbook_without_a_whole_file_on_disk_is_refused(place, saved, key):
    with pytest.raises(BadValue) as refused:
        of_excel(place, saved).saved_workbook()
    assert refused.value.key == key


def test_libreoffice_s_workbook_is_its_file_until_it_is_changed(shop):
    desk = Desk(shop, "en")
    shop.api.setModified(False)
    assert desk.saved_workbook().name == "Shop.xlsm"
    shop.sheets["Customers"].range("A90").value = "typed"
    with pytest.raises(BadValue):
        desk.saved_workbook()
    shop.api.setModified(False)
    new = shop.app.books.add()
    with pytest.raises(BadValue):
        Desk(new, "en").saved_workbook()
    new.close()


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
