"""A call from a cell: arguments as LibreOffice hands them over, the registry's answer back."""

import pytest

from tests.xl_addin.libreoffice_fakes import Document, shop
from udfs.worksheet.registry import call
from xl_addin.libreoffice import caller, cells, errors, functions


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Nothing is remembered from another test, and no LibreOffice is asked for its language."""
    monkeypatch.setattr("xl_addin.libreoffice.user_language.current", lambda context=None: "en")
    caller._kept.clear()
    functions._remembered.cache_clear()
    functions._failure.cache_clear()


def test_a_single_call_answers_as_the_registry():
    got = functions.answer("ccTier", Document(), 3.0, 12000.0, 5.0, 8000.0, None)
    assert got == call("CC_TIER", [3, 12000, 5, 8000])


def test_words_are_in_the_language_of_the_workbook():
    zh = functions.answer("ccTier", shop("zh"), 3.0, 12000.0, 5.0, 8000.0, None)
    assert zh == call("CC_TIER", [3, 12000, 5, 8000], "zh")


def test_dates_are_counted_from_the_documents_first_day():
    day, other = 45000.0, 45010.0
    for first_day, from_1904 in (((1899, 12, 30), False), ((1904, 1, 1), True)):
        document = Document(null_date=first_day, RuntimeUID=str(first_day))
        got = functions.answer("ccChurnFlag", document, day, 1.0, other, 3.0)
        assert got == float(call("CC_CHURN_FLAG", [day, True, other, 3], "en", from_1904))


def test_a_document_with_another_first_day_is_refused():
    document = Document(null_date=(1900, 1, 1))
    got = functions.answer("ccRecencyDays", document, 45000.0, 45010.0)
    assert cells.error_code(got) == "#VALUE!"


@pytest.mark.parametrize(
    ("method", "arguments", "code"),
    [
        ("ccTier", ("x", 1.0, 1.0, 1.0, None), "#VALUE!"),
        ("ccTier", (1.0, None, None, None, None), "#VALUE!"),
        ("ccRecencyDays", (45010.0, 45000.0), "#NUM!"),
        ("ccTier", (cells.error_number("#N/A"), 1.0, 1.0, 1.0, None), "#N/A"),
    ],
)
def test_bad_input_shows_the_error_of_the_registry(method, arguments, code):
    assert cells.error_code(functions.answer(method, Document(), *arguments)) == code


@pytest.mark.parametrize("place", [0, 1])
def test_an_empty_cell_that_arrives_as_zero_is_blank_where_zero_is_no_answer(place):
    dates = [45000.0, 45010.0]
    dates[place] = 0.0
    assert functions.answer("ccRecencyDays", Document(), *dates) == ""


def test_arguments_left_out_in_the_middle_take_their_default():
    got = functions.answer("ccGapToNextTier", Document(), 3.0, 12000.0, 5.0, 8000.0, None, None)
    assert got == call("CC_GAP_TO_NEXT_TIER", [3, 12000, 5, 8000])


def test_a_table_is_answered_in_rows():
    orders = (("A", 1.0, "2026-01-05", 120.0), ("B", 2.0, "2026-01-20", 80.0))
    got = functions.answer("ccRfm", Document(), orders, 46053.0, None, None)
    expected = call("CC_RFM", [[list(row) for row in orders], 46053])
    assert [list(row) for row in got] == expected


def test_a_refused_table_is_one_error_in_rows():
    ((cell,),) = functions.answer("ccRfm", Document(), "x", None, None, None)
    assert cells.error_code(cell) == "#VALUE!"


def test_a_failure_of_ours_is_an_error_in_the_cell_and_one_report(monkeypatch, tmp_path):
    reports = []
    monkeypatch.setattr(functions, "keep_error_report", lambda: reports.append(1) or tmp_path)
    monkeypatch.setattr(functions, "call", lambda *_: 1 / 0)
    with errors.noting() as noted:
        for number in range(3):
            got = functions.answer("ccTier", Document(), float(number), 1.0, 1.0, 1.0, None)
            assert cells.error_code(got) == "#VALUE!"
    assert len(reports) == 1
    assert str(tmp_path) in noted[0].sentence("en")
