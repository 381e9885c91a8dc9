"""A page as a sheet of its own: the cells and the looks of the live one."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from udfs.errors import BadValue
from udfs.texts import LANGUAGES, text
from xl_addin.build.page_sheet import page_workbook
from xl_addin.pages import Page, Section

WORDS = "a long reason " * 20


def page(lang="en", **changes):
    rows = tuple((n, date(2026, 1, n), "=mouse / cable", 10.0 * n) for n in range(1, 4))
    rows = (*rows, (text("page.audit.sum", lang), None, "", 60.0))
    scores = ((1, "x", "y", datetime(2026, 1, 2, 3, 4), WORDS),)
    sections = (
        Section("Results", ("R 5: yesterday.", WORDS)),
        Section("Scores", (), ("A", "B", "C", "D", "E"), scores, (14,) * 5),
        Section("Orders", ("All.",), ("Row", "Day", "Goods", "Sum"), rows, (14, 12, 28, 14)),
    )
    return Page("audit", "Audit of C1", lang, changes.get("sections", sections))


def sheet_of(made):
    return openpyxl.load_workbook(io.BytesIO(page_workbook(made))).worksheets[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_on_a_marked_tab_of_its_language(lang):
    book = openpyxl.load_workbook(io.BytesIO(page_workbook(page(lang))))
    tab = text("page.audit", lang)
    assert book.sheetnames == [tab]
    assert book.defined_names["CC_Page_audit"].attr_text == f"'{tab}'!$A$1"
    assert book[tab]["B1"].value == "Audit of C1"
    assert book[tab]["B2"].value == text("page.made_anew", lang)


def test_tables_stand_in_shared_columns_and_show_dates_and_cents():
    sheet = sheet_of(page())
    assert [sheet[f"B{row}"].value for row in (4, 5, 8, 9)] == [
        "Results", "R 5: yesterday.", "Scores", "A",
    ]  # fmt: skip
    # The goods take two columns of the sheet, so the amounts stand in the fifth.
    assert [cell.value for cell in sheet[14][1:]] == ["Row", "Day", "Goods", None, "Sum"]
    assert "D14:E14" in sheet.merged_cells
    assert "D15:E15" in sheet.merged_cells
    assert sheet["C15"].number_format == "yyyy-mm-dd"
    assert sheet["E10"].number_format == "yyyy-mm-dd hh:mm"
    assert {sheet[f"F{row}"].number_format for row in range(15, 19)} == {"#,##0.00"}
    assert sheet["F15"].alignment.horizontal == "right"
    assert sheet["D15"].alignment.horizontal == "left"


def test_a_text_that_looks_like_a_formula_stays_a_text():
    cell = sheet_of(page())["D15"]
    assert (cell.value, cell.data_type) == ("=mouse / cable", "s")


def test_the_sum_is_bold_and_the_other_rows_are_not():
    sheet = sheet_of(page())
    assert [sheet[f"B{row}"].font.b for row in (15, 18)] == [False, True]
    last = Section("H", (), ("A",), (("x",),), (12,))
    assert not sheet_of(page(sections=(last,)))["B6"].font.b


def test_long_texts_wrap_in_rows_that_are_high_enough():
    sheet = sheet_of(page())
    assert sheet["F10"].alignment.wrap_text
    assert sheet.row_dimensions[10].height > 2 * sheet.row_dimensions[15].height
    assert "B6:F6" in sheet.merged_cells
    assert sheet.row_dimensions[6].height > sheet.row_dimensions[5].height


def test_it_prints_across_with_all_columns_on_one_page_and_shows_no_gridlines():
    sheet = sheet_of(page())
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert not sheet.sheet_view.showGridLines


def test_a_page_without_a_table_is_sentences():
    sheet = sheet_of(page(sections=(Section("H", ("Nothing.",)),)))
    assert [sheet[f"B{row}"].value for row in (4, 5)] == ["H", "Nothing."]
    assert sheet.column_dimensions["B"].width > 100


def test_the_same_page_gives_the_same_bytes():
    assert page_workbook(page()) == page_workbook(page())


def test_a_text_no_cell_holds_is_refused_in_a_sentence():
    long = Section("H", (), ("A",), (("x" * 32_768,),), (12,))
    with pytest.raises(BadValue) as refused:
        page_workbook(page(sections=(long,)))
    assert refused.value.key == "cell.too_long"
