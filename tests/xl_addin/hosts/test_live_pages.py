"""A page of results becomes a sheet of the open workbook, and never costs a sheet of the user's."""

from datetime import date

import pytest

from tests.xl_addin.hosts.live_books import closing
from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.hosts.live_pages import page_sheet, show_page
from xl_addin.pages import Page, Section

WORDS = "a long reason " * 20


def audit(title="Audit", orders=3):
    rows = tuple(((n, date(2026, 1, n), "mouse / cable", 10.0 * n)) for n in range(1, orders + 1))
    rows = (*rows, (text("page.audit.sum", "en"), None, "", 60.0))
    sections = (
        Section("Results", ("R 5: yesterday.",)),
        Section("Scores", (), ("A", "B", "C", "D", "E"), ((1, "x", "y", "z", WORDS),), (14,) * 5),
        Section(
            "Orders", ("All of them.",), ("Row", "Day", "Goods", "Sum"), rows, (14, 12, 28, 14)
        ),
    )
    return Page("audit", title, "en", sections)


@pytest.fixture
def book(request):
    opened = request.getfixturevalue("office_app").books.add()
    yield opened
    closing([opened])


def test_a_page_is_shown_on_a_sheet_in_front(book):
    book.sheets[0].activate()
    sheet = show_page(book, audit("Audit of C1"))
    assert sheet.name == text("page.audit", "en")
    assert book.sheets.active.name == sheet.name
    assert sheet.range("B1").value == "Audit of C1"
    assert sheet.range("B2").value == text("page.made_anew", "en")
    assert sheet.range("B4:B5").value == ["Results", "R 5: yesterday."]
    assert page_sheet(book, "audit").name == sheet.name
    assert not sheet.show_gridlines


def test_tables_stand_in_shared_columns_and_show_dates_and_cents(book):
    sheet = show_page(book, audit())
    assert sheet.range("B7:B8").value == ["Scores", "A"]
    # The goods take two columns of the sheet, so the amounts stand in the fifth.
    assert sheet.range("B13:F13").value == ["Row", "Day", "Goods", None, "Sum"]
    assert sheet.range("D13").merge_area.address == "$D$13:$E$13"
    assert sheet.range("C14").number_format == "yyyy-mm-dd"
    assert sheet.range("F14:F17").number_format == "#,##0.00"
    assert sheet.range("F14").horizontal_alignment == "right"
    assert sheet.range("F17").value == 60
    assert sheet.range("B17").font.bold


def test_a_long_text_is_wrapped_and_its_row_is_high_enough(book):
    sheet = show_page(book, audit())
    assert sheet.range("F9").wrap_text
    assert sheet.range("F9").row_height > 2 * sheet.range("F14").row_height


def test_a_page_shown_again_replaces_the_one_before(book):
    show_page(book, audit("First", orders=20))
    count = len(book.sheets)
    sheet = show_page(book, Page("audit", "Second", "en", (Section("H", ("Nothing.",)),)))
    assert len(book.sheets) == count
    assert sheet.range("B1").value == "Second"
    assert sheet.used_range.last_cell.row == 5
    assert not any(cell.merge_cells for cell in sheet.range("D13:E14"))


def test_a_sheet_the_user_has_renamed_is_still_ours(book):
    show_page(book, audit()).name = "My audit"
    assert show_page(book, audit("Again")).name == "My audit"


def test_a_users_sheet_of_that_name_is_never_touched(book):
    own = book.sheets.add(text("page.audit", "en").upper())
    own.range("B1").value = "mine"
    with pytest.raises(BadValue) as refused:
        show_page(book, audit())
    assert text("page.audit", "en") in refused.value.sentence("en")
    assert own.range("B1").value == "mine"


def test_a_page_whose_sheet_was_deleted_is_made_anew(book):
    show_page(book, audit()).delete()
    assert page_sheet(book, "audit") is None
    assert show_page(book, audit("Anew")).range("B1").value == "Anew"
    assert page_sheet(book, "audit") is not None


def test_it_prints_across_with_all_columns_on_one_page(book):
    style = show_page(book, audit()).api.PageStyle
    made = book.api.StyleFamilies.getByName("PageStyles").getByName(style)
    assert made.IsLandscape
    assert made.ScaleToPagesX == 1


def test_a_page_the_user_has_hidden_comes_to_the_front(book):
    sheet = show_page(book, audit())
    book.sheets[0].activate()
    sheet.visible = False
    show_page(book, audit("Again"))
    assert book.sheets.active.name == sheet.name
    assert sheet.range("B1").value == "Again"


def test_a_protected_page_is_refused_and_stays(book):
    sheet = show_page(book, audit())
    sheet.api.protect("")
    with pytest.raises(BadValue) as refused:
        show_page(book, audit("Again"))
    assert refused.value.key == "live.protected"
    assert sheet.range("B1").value == "Audit"


def test_a_workbook_that_takes_no_sheets_is_told_as_such(book):
    book.api.protect("")
    with pytest.raises(BadValue) as refused:
        show_page(book, audit())
    assert refused.value.key == "live.structure"
    book.api.unprotect("")
