"""Every button of the toolbar in a LibreOffice on a screen: the document changes, sentences show.

Each button is pressed by dispatching its address, as the toolbar does. Set
CUSTOMER_CHAIN_PICTURES to a folder to keep the pictures of the screen.
"""

import os
import shutil
import threading
import time
import zipfile
from pathlib import Path

import pytest

from tests.end_to_end.live_office import Office
from tests.end_to_end.live_screen import Screen
from udfs.texts import text
from xl_addin.buttons.table import BUTTONS, button
from xl_addin.emit.libreoffice_names import PROTOCOL, TOOLBAR
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.libreoffice.oxt import build_oxt

_DIALOG_TEXTS = (1, 86)  # com.sun.star.accessibility.AccessibleRole: ALERT and LABEL
_PATIENCE_SECONDS = 90


class Window:
    """One document on the screen, and its buttons."""

    def __init__(self, office, screen, path):
        self.office, self.screen = office, screen
        self.document = office.open(path)
        self.frame = self.document.CurrentController.Frame
        self.frame.ContainerWindow.setPosSize(0, 0, 1400, 870, 15)
        self.toolkit = office.service("com.sun.star.awt.Toolkit")
        self.helper = office.service("com.sun.star.frame.DispatchHelper")

    def press(self, name, key="Return"):
        """Press a button; answers what the boxes said that came up, each answered by `key`."""
        return self.dispatch(PROTOCOL + name, key)

    def dispatch(self, address, key="Return"):
        work = threading.Thread(
            target=self.helper.executeDispatch, args=(self.frame, address, "_self", 0, ())
        )
        work.start()
        said, until = [], time.monotonic() + _PATIENCE_SECONDS
        while work.is_alive() and time.monotonic() < until:
            time.sleep(0.3)
            box = self.toolkit.getActiveTopWindow()
            if work.is_alive() and box is not None and box != self.frame.ContainerWindow:
                said.append(words_of(box))
                self.picture(address.rpartition(":")[2])
                self.screen.key(key)
                time.sleep(0.5)
        work.join(1)
        assert not work.is_alive(), said
        return said

    def picture(self, name):
        made = self.screen.picture(name)
        if "CUSTOMER_CHAIN_PICTURES" in os.environ:
            shutil.copy(made, os.environ["CUSTOMER_CHAIN_PICTURES"])

    def sheet(self, name):
        return self.document.Sheets.getByName(text(f"sheet.{name}", "en"))

    def select(self, sheet, place):
        self.document.CurrentController.select(sheet.getCellRangeByName(place))

    def close(self):
        self.document.setModified(False)
        self.document.close(True)


def words_of(box):
    """The title and the sentences of a message box, as a screen reader would read them."""
    found = []

    def read(one):
        context = one.getAccessibleContext()
        if context.getAccessibleRole() in _DIALOG_TEXTS:
            found.append(context.getAccessibleName())
        for place in range(min(context.getAccessibleChildCount(), 50)):
            read(context.getAccessibleChild(place))

    try:
        read(box)
    except Exception:  # the box has gone meanwhile
        return " ".join(found)
    return " ".join(found)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A screen with LibreOffice on it."""
    folder = tmp_path_factory.mktemp("desk")
    with Screen(folder) as screen:
        office = Office(folder, screen.display)
        office.run_unopkg("add", build_oxt(folder / "CustomerChain.oxt"))
        with office:
            yield office, screen


@pytest.fixture
def window(desk, shelf, tmp_path):
    """The sample workbook, open in English."""
    path = Path(shutil.copy(shelf["sample_en"], tmp_path / "Shop.xlsm"))
    opened = Window(*desk, path)
    yield opened
    opened.close()


def column(sheet, caption):
    """The cells below a caption of row 4, up to the first blank row."""
    header = sheet.getCellRangeByName("A4:AQ4").getDataArray()[0]
    place = header.index(caption)
    return [row[0] for row in sheet.getCellRangeByPosition(place, 4, place, 60).getDataArray()]


def test_the_toolbar_is_shown_with_every_button(window):
    layout = window.frame.LayoutManager
    assert layout.isElementVisible(f"private:resource/toolbar/addon_{TOOLBAR}")
    time.sleep(1)
    window.picture("opened")


def test_refresh_computes_the_table_anew_and_undo_brings_it_back(window):
    customers = window.sheet("customers")
    tier = text("column.customers.tier", "en")
    right = column(customers, tier)
    place = customers.getCellRangeByName("A4:AQ4").getDataArray()[0].index(tier)
    customers.getCellByPosition(place, 4).String = "nonsense"
    (said,) = window.press("refresh")
    assert text("press.refreshed", "en") in said
    assert column(customers, tier) == right
    (said,) = window.press("undo")
    assert column(customers, tier)[0] == "nonsense"
    assert column(customers, tier)[1:] == right[1:]


def test_explain_tells_every_number_of_the_selected_customer(window):
    customers = window.sheet("customers")
    window.document.CurrentController.setActiveSheet(customers)
    window.select(customers, "B6")
    (said,) = window.press("explain")
    name = customers.getCellRangeByName("A6").String
    assert button("explain").label("en") in said
    assert name in said


@pytest.mark.parametrize("shape", ["single", "array"])
def test_explain_tells_why_a_cell_shows_an_error(window, shape):
    sheet = window.sheet("settings")
    window.document.CurrentController.setActiveSheet(sheet)
    cell = sheet.getCellRangeByName("Z50")
    if shape == "single":
        cell.FormulaLocal = '=CC_TIER("many",1,5,8000)'
    else:
        sheet.getCellRangeByName("Y49:Y50").setDataArray(((1.0,), ("many",)))
        sheet.getCellRangeByName(
            "Z49:Z50"
        ).ArrayFormula = "=CUSTOMERCHAIN.FUNCTIONS.CCTIER(Y49:Y50;1;5;8000)"
    formula, changed = cell.FormulaLocal, window.document.isModified()
    window.select(sheet, "Z50")
    (said,) = window.press("explain")
    assert "Z50" in said
    assert "'many' is not a number" in said
    assert cell.FormulaLocal == formula
    assert window.document.isModified() == changed


def test_explain_says_where_to_look_when_the_error_was_given(window):
    sheet = window.sheet("settings")
    window.document.CurrentController.setActiveSheet(sheet)
    sheet.getCellRangeByName("Y50").Formula = "=NA()"
    sheet.getCellRangeByName("Z50").FormulaLocal = "=CC_TIER(Y50,1,5,8000)"
    window.select(sheet, "Z50")
    (said,) = window.press("explain")
    assert text("office.error_given", "en") in said


@pytest.mark.parametrize("name", ["what_changed", "audit", "check", "recall"])
def test_pages_are_shown_as_sheets(window, name):
    customers = window.sheet("customers")
    window.document.CurrentController.setActiveSheet(customers)
    window.select(customers, "B6")
    window.press(name)
    page = text(f"page.{name}", "en")
    assert window.document.Sheets.hasByName(page)
    assert window.document.CurrentController.ActiveSheet.Name == page
    window.picture(f"{name}_page")


def test_follow_up_adds_a_sheet_for_each_owner_and_undo_takes_them_away(window):
    sheets = window.document.Sheets
    before = sheets.ElementNames
    follow_up = window.sheet("follow_up")
    lines = column(follow_up, text("column.follow_up.item", "en"))
    (said,) = window.press("follow_up")
    assert text("press.followed_up", "en") in said
    assert window.document.CurrentController.ActiveSheet.Name == follow_up.Name
    assert (
        len([line for line in column(follow_up, text("column.follow_up.item", "en")) if line]) > 5
    )
    added = sheets.ElementNames[len(before) :]
    assert added
    window.document.CurrentController.setActiveSheet(sheets.getByName(added[0]))
    window.picture("follow_up_sheet")
    (said,) = window.press("undo")
    assert sheets.ElementNames == before
    assert column(follow_up, text("column.follow_up.item", "en")) == lines


def test_share_makes_copies_beside_the_workbook_and_saves_their_log(window, tmp_path):
    *_, said = window.press("share")  # the first box tells once how LibreOffice saves
    copies = sorted((tmp_path / "Copies").iterdir())
    assert [copy.suffix for copy in copies] == [".xlsx"] * 4
    assert all(copy.stem.split()[-2] in said for copy in copies)
    book = ClosedFile(tmp_path / "Shop.xlsm").read(["share_log", "customers"])
    assert len(book["share_log"]) == 4
    assert not window.document.isModified()
    with zipfile.ZipFile(tmp_path / "Shop.xlsm") as archive:
        assert "xl/vbaProject.bin" in archive.namelist()


def test_a_workbook_with_unsaved_changes_is_not_shared(window, tmp_path):
    window.sheet("customers").getCellRangeByName("B5").String = "Somebody else"
    (said,) = window.press("share")
    assert text("press.save_first", "en") in said
    assert not (tmp_path / "Copies").exists()


def test_mail_drafts_lie_beside_the_copies(window, tmp_path):
    *_, said = window.press("mail_drafts")
    assert len(list((tmp_path / "Copies").glob("*.eml"))) == 4
    assert text("share.mail.written", "en", n=4) in said


def test_customer_mails_come_from_the_follow_up_sheets(window, tmp_path):
    window.press("follow_up")
    window.dispatch(".uno:Save")  # a box tells once how LibreOffice saves
    (said,) = window.press("customer_mails")
    drafts = list((tmp_path / "Customer mails").glob("*.eml"))
    assert len(drafts) > 5
    assert text("mail.drafts_written", "en", n=len(drafts), folder="Customer mails") in said


def test_send_says_what_is_missing_in_the_settings(window, tmp_path):
    (said,) = window.press("send")
    assert text("setting.mail_sender", "en") in said
    assert not (tmp_path / "Copies").exists()


def test_gap_tells_what_is_missing_to_the_next_tier(window):
    customers = window.sheet("customers")
    window.document.CurrentController.setActiveSheet(customers)
    window.select(customers, "A6:A8")
    (said,) = window.press("gap")
    names = [customers.getCellRangeByName(f"A{row}").String for row in (6, 7, 8)]
    assert all(name in said for name in names)


def test_guide_shows_the_guide(window):
    window.document.CurrentController.setActiveSheet(window.sheet("customers"))
    window.press("guide")
    assert window.document.CurrentController.ActiveSheet.Name == text("sheet.guide", "en")


def test_check_installation_finds_everything_right(window):
    said = window.press("check_installation")
    assert len(said) <= 1
    assert "error" not in " ".join(said)


def test_import_orders_asks_for_a_file_and_changes_nothing_without_one(window):
    before = window.sheet("orders").getCellRangeByName("A4:F60").getDataArray()
    said = window.press("import_orders", key="Escape")
    assert text("press.nothing_chosen", "en") in said[-1]
    assert window.sheet("orders").getCellRangeByName("A4:F60").getDataArray() == before


def test_a_document_of_somebody_else_is_refused_in_a_sentence(desk):
    opened = Window(*desk, None)
    (said,) = opened.press("refresh")
    assert text("sheet.customers", "en") in said
    opened.close()


def test_language_changes_messages_and_labels_and_back(window):
    (said,) = window.press("language")
    assert text("press.language", "zh") in said
    time.sleep(1)
    window.picture("language_zh")
    customers = window.sheet("customers")
    window.document.CurrentController.setActiveSheet(customers)
    window.select(customers, "B6")
    (said,) = window.press("explain")
    assert button("explain").label("zh") in said
    (said,) = window.press("language")
    assert text("press.language", "en") in said


def test_every_button_is_pressed_here():
    source = Path(__file__).read_text(encoding="utf-8")
    assert all(f'"{one.name}"' in source for one in BUTTONS)


def test_a_product_that_was_removed_is_told_and_disturbs_nothing(tmp_path):
    with Screen(tmp_path) as screen:
        office = Office(tmp_path, screen.display)
        office.run_unopkg("add", build_oxt(tmp_path / "CustomerChain.oxt", ["/nowhere"]))
        with office:
            opened = Window(office, screen, None)
            (said,) = opened.press("refresh")
            assert text("office.unreachable", "en") in said
            assert text("office.unreachable", "zh") in said
            cell = opened.document.Sheets.getByIndex(0).getCellRangeByName("A1")
            cell.FormulaLocal = "=CC_SEGMENT(5,5,4)"
            assert cell.getError()
            opened.close()
