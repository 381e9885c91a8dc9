"""Pages: plain data, readable in a terminal, and named so that a spreadsheet takes the name."""

import re
from datetime import date, datetime

import pytest

from udfs.texts import LANGUAGES, catalogue, text
from xl_addin.pages import Page, Section

NAMES = ("what_changed", "audit", "check")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_on_the_tabs_are_ones_excel_accepts(lang):
    tabs = [text(f"page.{name}", lang) for name in NAMES]
    sheets = [text(key, lang) for key in catalogue() if re.fullmatch(r"sheet\.\w+", key)]
    for tab in tabs:
        assert 0 < len(tab) <= 31
        assert not set(tab) & set("/\\?*[]:'")
    folded = [tab.casefold() for tab in (*tabs, *sheets)]
    assert len(set(folded)) == len(folded)


def test_the_lines_of_a_page_are_lined_up_whatever_the_script():
    table = Section("Orders", ("Two.",), ("客户", "n"), (("a", 1), ("王小二", 20)), (10, 5))
    page = Page("check", "Title", "en", (table, Section("End")))
    assert page.lines() == [
        "Title",
        "",
        "Orders",
        "Two.",
        "  客户    n",
        "  a       1",
        "  王小二  20",
        "",
        "End",
    ]


def test_dates_blanks_and_moments_are_written_for_people():
    row = (date(2026, 7, 1), None, datetime(2026, 7, 1, 9, 30, 5))
    page = Page("check", "T", "en", (Section("H", (), ("a", "b", "c"), (row,)),))
    assert page.lines()[-1].split() == ["2026-07-01", "2026-07-01", "09:30"]


def test_amounts_are_written_with_cents_and_counts_without():
    page = Page("check", "T", "en", (Section("H", (), ("a", "b"), ((2288.0, 37),)),))
    assert page.lines()[-1].split() == ["2,288.00", "37"]
