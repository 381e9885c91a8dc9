"""Saving from LibreOffice keeps what LibreOffice cannot write: macros, ribbon, every other part."""

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
from xl_addin import schema
from xl_addin.emit.libreoffice_names import PROTOCOL
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.libreoffice.oxt import build_oxt

RIBBON = "customUI/customUI14.xml"
MACROS = "xl/vbaProject.bin"
STRANGER = "customXml/item7.xml"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """LibreOffice on a screen, because saving ends with a sentence to be read."""
    folder = tmp_path_factory.mktemp("desk")
    with Screen(folder) as screen:
        office = Office(folder, screen.display)
        office.run_unopkg("add", build_oxt(folder / "CustomerChain.oxt"))
        with office:
            yield office, screen


@pytest.fixture
def shop(shelf, tmp_path):
    """The sample workbook, with a part that LibreOffice has never heard of."""
    path = Path(shutil.copy(shelf["sample_en"], tmp_path / "Shop.xlsm"))
    with zipfile.ZipFile(path, "a") as package:
        for name in {STRANGER, RIBBON, MACROS} - set(package.namelist()):
            package.writestr(name, b"<x/>")
    return path


@pytest.fixture
def document(desk, shop):
    opened = desk[0].open(shop)
    yield opened
    opened.setModified(False)
    opened.close(True)


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def finish(desk, work):
    """Do the work in the background and press Return on the boxes that come up."""
    office, screen = desk
    thread = threading.Thread(target=work)
    thread.start()
    toolkit, boxes, until = office.service("com.sun.star.awt.Toolkit"), 0, time.monotonic() + 90
    document = office.desktop.getCurrentFrame().ContainerWindow
    while thread.is_alive() and time.monotonic() < until:
        time.sleep(0.3)
        window = toolkit.getActiveTopWindow()
        if thread.is_alive() and window is not None and window != document:
            if "CUSTOMER_CHAIN_PICTURES" in os.environ:
                shutil.copy(screen.picture("saved"), os.environ["CUSTOMER_CHAIN_PICTURES"])
            screen.key("Return")
            boxes += 1
            time.sleep(0.5)
    assert not thread.is_alive()
    return boxes


def customers(document):
    return document.Sheets.getByName(text("sheet.customers", "en"))


def read(path, name="customers"):
    return ClosedFile(path).read([name])[name]


def test_a_changed_name_is_saved_and_every_other_part_survives(desk, document, shop):
    before = parts(shop)
    customers(document).getCellRangeByName("B5").String = "张三 & Sons"
    assert finish(desk, document.store) == 1
    after = parts(shop)
    assert read(shop).get("name")[0] == "张三 & Sons"
    assert set(after) == set(before)
    changed = {name for name in after if after[name] != before[name]}
    assert not changed & {STRANGER, RIBBON, MACROS, "[Content_Types].xml", "_rels/.rels"}
    assert len([name for name in changed if name.startswith("xl/worksheets/")]) == 1
    assert not document.isModified()
    assert not shop.with_name("Shop.libreoffice.xlsm").exists()


def test_saving_again_says_nothing_and_is_not_taken_for_somebody_elses_change(desk, document, shop):
    helper = desk[0].service("com.sun.star.frame.DispatchHelper")
    frame = document.CurrentController.Frame
    for number in range(3):
        customers(document).getCellRangeByName("B5").String = f"Name {number}"
        boxes = finish(desk, lambda: helper.executeDispatch(frame, ".uno:Save", "", 0, ()))
        assert boxes == (1 if number == 0 else 0)
        assert read(shop).get("name")[0] == f"Name {number}"
        assert RIBBON in parts(shop)


def test_rows_added_below_are_saved(desk, document, shop):
    orders = document.Sheets.getByName(text("sheet.orders", "en"))
    before = read(shop, "orders")
    row = before.first_row + len(before)
    table = document.DatabaseRanges.getByName("Orders").DataArea
    assert table.EndRow == row - 2, "the table ends with its last order"
    first = orders.getCellRangeByPosition(0, row - 2, 8, row - 2).getDataArray()
    orders.getCellRangeByPosition(0, row - 1, 8, row - 1).setDataArray(first)
    orders.getCellByPosition(0, row - 1).String = "new-1"
    table.EndRow += 1
    document.DatabaseRanges.getByName("Orders").DataArea = table
    finish(desk, document.store)
    after = read(shop, "orders")
    assert len(after) == len(before) + 1
    assert after.get("order_id")[-1] == "new-1"
    assert after.get("amount")[-1] == before.get("amount")[-1]
    assert not shop.with_name("Shop.libreoffice.xlsm").exists()
    assert MACROS in parts(shop)


def test_sheets_added_by_a_button_are_saved_in_the_workbook(desk, document, shop):
    before, frame = set(parts(shop)), document.CurrentController.Frame
    helper = desk[0].service("com.sun.star.frame.DispatchHelper")
    press = PROTOCOL + "follow_up"
    finish(desk, lambda: helper.executeDispatch(frame, press, "_self", 0, ()))
    finish(desk, document.store)
    after = ClosedFile(shop).read()
    owners = [name for name in after.tables if schema.is_owner_table(name)]
    assert owners
    assert all(len(after[name]) for name in owners)
    assert before < set(parts(shop))
    assert not shop.with_name("Shop.libreoffice.xlsm").exists()
    customers(document).getCellRangeByName("B5").String = "Somebody"
    finish(desk, document.store)
    assert read(shop).get("name")[0] == "Somebody"
    assert not shop.with_name("Shop.libreoffice.xlsm").exists()


def test_cells_outside_the_tables_are_kept_beside(desk, document, shop):
    document.Sheets.getByName(text("sheet.guide", "en")).getCellRangeByName("F30").String = "mine"
    customers(document).getCellRangeByName("B5").String = "Somebody"
    assert finish(desk, document.store) == 1
    beside = shop.with_name("Shop.libreoffice.xlsm")
    assert b"mine" in b"".join(parts(beside).values())
    assert STRANGER not in parts(beside)
    assert read(shop).get("name")[0] == "Somebody"
    assert RIBBON in parts(shop)


@pytest.mark.parametrize("what", ["formula", "note", "drawing"])
def test_what_no_value_tells_is_kept_beside(desk, document, shop, what):
    sheet = document.Sheets.getByName(text("sheet.orders", "en"))
    if what == "formula":
        sheet.getCellRangeByName("F9").Formula = "=120+80"
    elif what == "note":
        sheet.Annotations.insertNew(sheet.getCellRangeByName("F9").CellAddress, "mine")
    else:
        sheet.DrawPage.add(document.createInstance("com.sun.star.drawing.RectangleShape"))
    assert finish(desk, document.store) == 1
    assert shop.with_name("Shop.libreoffice.xlsm").exists()
    assert RIBBON in parts(shop)


def test_a_name_with_a_percent_sign_is_found(desk, shop):
    odd = shop.rename(shop.with_name("50%20off # 客户.xlsm"))
    opened = desk[0].open(odd)
    try:
        customers(opened).getCellRangeByName("B5").String = "Odd"
        finish(desk, opened.store)
    finally:
        opened.setModified(False)
        opened.close(True)
    assert RIBBON in parts(odd)
    assert read(odd).get("name")[0] == "Odd"


def test_without_changes_in_the_tables_the_file_comes_back_as_it_was(desk, document, shop):
    before = shop.read_bytes()
    document.setModified(True)
    finish(desk, document.store)
    assert shop.read_bytes() == before


def test_saving_under_another_name_takes_macros_and_ribbon_along(desk, document, shop, tmp_path):
    other = tmp_path / "Other.xlsm"
    customers(document).getCellRangeByName("B5").String = "Elsewhere"
    given = desk[0].properties(FilterName="Calc MS Excel 2007 VBA XML")
    finish(desk, lambda: document.storeAsURL(other.as_uri(), given))
    assert RIBBON in parts(other)
    assert read(other).get("name")[0] == "Elsewhere"
    assert read(shop).get("name")[0] != "Elsewhere"


def test_another_format_is_left_to_libreoffice(desk, document, shop, tmp_path):
    other, before = tmp_path / "Other.ods", shop.read_bytes()
    given = desk[0].properties(FilterName="calc8")
    assert finish(desk, lambda: document.storeAsURL(other.as_uri(), given)) == 0
    assert "content.xml" in parts(other)
    assert shop.read_bytes() == before


def test_when_the_tables_cannot_be_written_both_files_are_there(desk, document, shop):
    before = parts(shop)
    long = "x" * 40000  # more than a cell of a workbook holds
    customers(document).getCellRangeByName("B5").String = long
    assert finish(desk, document.store) == 1
    assert parts(shop.with_name("Shop.undo.xlsm")) == before
    assert STRANGER not in parts(shop)
