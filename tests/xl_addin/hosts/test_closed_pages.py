"""Sheets and pages come into a closed file in one save with the changes, or not at all."""

import re
import zipfile

import openpyxl
import pytest

from tests.xl_addin.foreign import build_foreign, contents
from tests.xl_addin.package.grafts import ADDED, audit, built, other_program, plain_book, tabs
from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.build.page_sheet import page_workbook
from xl_addin.hosts import safe_save
from xl_addin.hosts.closed_file import ClosedFile, refuse_unreadable
from xl_addin.hosts.closed_pages import page_grafting
from xl_addin.package.archive import Archive
from xl_addin.package.graft import Grafting, graft_all
from xl_addin.package.structure import read_structure
from xl_addin.tables import Changes

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

PAGE = text("page.audit", "en")
SHEETS = Grafting(built(), tabs())


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "Mine.xlsx"
    build_foreign(path)
    return path


def apply(path, *graftings, **tables):
    """Changes as table=(kind, columns)."""
    host = ClosedFile(path)
    host.read()
    changes = Changes()
    for name, (kind, columns) in tables.items():
        setattr(changes.table(name), kind, columns)
    return host.apply(changes, graftings)


def shown(path, page):
    return apply(path, page_grafting(path, page, page_workbook(page)))


def refusal(path, action) -> CustomerChainError:
    before = path.read_bytes()
    with pytest.raises(CustomerChainError) as refused:
        action()
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    return refused.value


@pytest.mark.parametrize("make", [build_foreign, plain_book, other_program])
def test_sheets_are_added_and_their_tables_are_read(tmp_path, make):
    path = tmp_path / "Mine.xlsx"
    make(path)
    before = contents(path)
    apply(path, SHEETS)
    read = ClosedFile(path).read()
    assert set(ADDED) <= read.tables.keys()
    (tmp_path / "Ours.xlsm").write_bytes(built())
    expected = ClosedFile(tmp_path / "Ours.xlsm").read()
    for name in ADDED:
        assert read[name].columns == expected[name].columns
    after = contents(path)
    assert all(after[name] == before[name] for name in before if "/worksheets/" in name)


def test_sheets_and_cells_are_one_save_with_one_backup(book):
    before = book.read_bytes()
    kept = apply(
        book,
        SHEETS,
        page_grafting(book, audit(), page_workbook(audit())),
        orders=("append", {"order_id": ["new"], "customer_id": ["c7"]}),
        refresh_log=("append", {"customers": [3, 4]}),
        strategies=("replace", {"tier": ["Any"]}),
    )
    assert kept.read_bytes() == before
    read = ClosedFile(book).read()
    assert read["orders"].columns["order_id"][-1] == "new"
    assert read["refresh_log"].columns["customers"] == [3, 4]
    assert len(read["strategies"]) == 1
    assert openpyxl.load_workbook(book).sheetnames[-1] == PAGE
    safe_save.undo(book, refuse_unreadable)
    assert book.read_bytes() == before


def test_a_table_sheet_made_anew_is_filled_from_its_first_row(book):
    apply(book, SHEETS, refresh_log=("append", {"customers": [3, 4]}))
    tab = tabs(["refresh_log"])[0]
    with Archive(book) as archive:
        sheets = read_structure(archive).sheets
    place = next(sheet.part for sheet in sheets if sheet.name == tab)
    host = ClosedFile(book)
    host.read(writing=["refresh_log"])
    changes = Changes()
    changes.table("refresh_log").append = {"customers": [9]}
    host.apply(changes, [Grafting(built(), [tab], {tab: place})])
    read = ClosedFile(book).read()["refresh_log"]
    assert read.columns["customers"] == [9]
    below = openpyxl.load_workbook(book)[tab][read.row_number(1)]
    assert [cell.value for cell in below if cell.value is not None] == []


def test_without_sheets_and_changes_nothing_is_written(book):
    before = book.stat().st_mtime_ns
    assert apply(book) is None
    assert book.stat().st_mtime_ns == before


def test_a_refused_sheet_leaves_the_file_and_its_folder_as_they_were(book):
    why = refusal(book, lambda: apply(book, SHEETS, Grafting(built(), tabs(["orders"]))))
    assert why.key == "file.table_taken"


def test_a_sheet_that_arrives_otherwise_than_planned_is_noticed(book, monkeypatch):
    write = Archive.write_changed

    def losing(self, target, changed):
        workbook = changed["xl/workbook.xml"].replace(b'<sheet name="Tiers"', b'<sheet name="X"')
        write(self, target, {**changed, "xl/workbook.xml": workbook})

    monkeypatch.setattr(Archive, "write_changed", losing)
    assert refusal(book, lambda: apply(book, SHEETS)).key == "file.verify_failed"


def test_a_workbook_that_lacks_a_sheet_in_the_end_is_not_put_in_place(book, monkeypatch):
    def losing(archive, graftings):
        return graft_all(archive, graftings[:1])

    monkeypatch.setattr("xl_addin.hosts.closed_file.graft_all", losing)
    page = page_grafting(book, audit(), page_workbook(audit()))
    assert refusal(book, lambda: apply(book, SHEETS, page)).key == "file.strict"


def test_a_page_is_a_sheet_at_the_end_marked_as_ours(book):
    shown(book, audit())
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames[-1] == PAGE
    assert opened[PAGE]["B1"].value == "Audit of C1"
    assert opened.defined_names["CC_Page_audit"].attr_text == f"'{PAGE}'!$A$1"


def test_a_page_shown_again_replaces_the_one_before(book):
    shown(book, audit(orders=20))
    names = openpyxl.load_workbook(book).sheetnames
    shown(book, audit("Second", orders=1))
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames == names
    assert opened[PAGE]["B1"].value == "Second"
    assert opened[PAGE].max_row == 10


def test_a_page_the_user_has_renamed_moved_and_linked_is_still_ours(book):
    shown(book, audit())
    opened = openpyxl.load_workbook(book)
    opened[PAGE].title = "My audit"
    opened.defined_names["CC_Page_audit"].attr_text = "'My audit'!$A$1"
    opened.move_sheet("My audit", -1)
    opened["My sheet"]["Z1"] = "='My audit'!B1"
    opened.save(book)
    shown(book, audit("Again"))
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames[-2:] == ["My audit", "My sheet"]
    assert opened["My audit"]["B1"].value == "Again"
    assert opened["My sheet"]["Z1"].value == "='My audit'!B1"


def test_a_users_sheet_of_that_name_is_never_touched(tmp_path):
    path = plain_book(tmp_path / "Mine.xlsx", PAGE.upper())
    assert refusal(path, lambda: shown(path, audit())).key == "live.page_taken"


def test_a_page_whose_sheet_was_deleted_is_made_anew(book):
    shown(book, audit())
    opened = openpyxl.load_workbook(book)
    del opened[PAGE]
    opened.defined_names["CC_Page_audit"].attr_text = "#REF!$A$1"
    opened.save(book)
    shown(book, audit("Anew"))
    assert openpyxl.load_workbook(book)[PAGE]["B1"].value == "Anew"


def test_a_chinese_page_has_a_chinese_tab(book):
    page = audit()
    page = type(page)(page.name, "审计", "zh", page.sections)
    shown(book, page)
    assert openpyxl.load_workbook(book)[text("page.audit", "zh")]["B1"].value == "审计"


def test_a_workbook_written_in_an_unusual_way_is_told_as_such(tmp_path):
    path = plain_book(tmp_path / "Mine.xlsx")
    parts = contents(path)
    prefixed = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", parts["xl/workbook.xml"])
    parts["xl/workbook.xml"] = prefixed.replace(b"xmlns=", b"xmlns:x=")
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    assert refusal(path, lambda: shown(path, audit())).key == "file.no_new_sheets"
