"""The check list as a page: every finding, where it is, what to do."""

from datetime import date

import pytest

from tests.xl_addin.books import memory
from xl_addin.commands.check import check
from xl_addin.commands.check_findings import CheckReport, Finding
from xl_addin.commands.check_page import check_page

DAY = date(2026, 7, 10)


def report(**settings):
    rows = [("a", DAY, 10), ("x", "soon", 20), (None, DAY, 30)]
    given = {"analysis_date": DAY, **settings}
    return check(memory(rows, customers=["a", "a"], settings=given).read())


def test_every_finding_has_a_row_with_its_place():
    found = report()
    page = check_page(found, "en")
    rows = [row for section in page.sections for row in section.rows]
    assert len(rows) == len(found.findings)
    bad = next(row for row in rows if "soon" in str(row))
    assert bad[:3] == ("problem", 6, "Order date")
    assert "row 6" not in bad[3]


def test_sheets_stand_in_their_order_and_problems_before_hints():
    page = check_page(report(), "en")
    assert [section.heading for section in page.sections[1:3]] == [
        "Sheet Customers",
        "Sheet Orders",
    ]
    for section in page.sections[1:]:
        kinds = [row[0] for row in section.rows]
        assert kinds == sorted(kinds, key=("problem", "hint").index)
        assert {len(row) for row in section.rows} == {len(section.header)}


def test_a_problem_that_is_found_late_stands_first():
    hint, problem = (
        Finding(severity, kind, "Orders", row, "Amount", {"value": "x"})
        for severity, kind, row in (("hint", "amount_zero", 5), ("problem", "bad_number", 6))
    )
    section = check_page(CheckReport((hint, problem)), "en").sections[1]
    assert [row[:2] for row in section.rows] == [("problem", 6), ("hint", 5)]


def test_a_setting_that_cannot_be_read_names_its_row_and_caption():
    page = check_page(report(amount_cut="plenty"), "en")
    (row,) = [row for s in page.sections for row in s.rows if "plenty" in row[3]]
    assert row[0] == "problem"
    assert isinstance(row[1], int)
    assert row[2] == "Amount cut (revenue)"


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有发现问题"), ("en", "nothing found")])
def test_nothing_found_is_said_too(lang, words):
    (section,) = check_page(CheckReport(()), lang).sections
    assert words in section.heading
