import datetime as dt

import pandas as pd
import pytest

NOON = dt.datetime(2026, 11, 21, 12)


def test_a_block_of_all_kinds_comes_back(sheet):
    rows = [
        ["客户", 1.5, True, None],
        [NOON, dt.datetime(2026, 11, 21), False, "line\nline"],
    ]
    sheet["B2"].value = rows
    assert sheet["B2:E3"].value == rows
    assert sheet["B2"].expand().value == [row[:3] for row in rows]


def test_texts_stay_texts(sheet):
    sheet["A1"].value = ["5", "1/2/2026", "TRUE", "'=A1", "'00123"]
    assert sheet["A1:E1"].value == ["5", "1/2/2026", "TRUE", "=A1", "00123"]


def test_a_text_with_an_equals_sign_becomes_a_formula(sheet):
    sheet["A1"].value = [[2, "=A1*2"], [3, "=A2*2"], ["x", "y"]]
    assert sheet["A1:B3"].value == [[2, 4], [3, 6], ["x", "y"]]
    assert sheet["B2"].formula == "=A2*2"


def test_dates_get_a_format_only_where_there_is_none(sheet):
    sheet["A1"].number_format = "yyyy-mm-dd"
    sheet["A3"].number_format = "0.00"
    sheet["A1"].value = [[NOON], [NOON], [NOON]]
    assert sheet["A1"].number_format == "yyyy-mm-dd"
    assert sheet["A2"].value == NOON
    assert sheet["A3"].value == 46347.5


def test_a_number_written_over_a_truth_value_is_a_number(sheet):
    sheet["A1"].value = [True, True]
    sheet["A1"].value = [1, 7]
    assert sheet["A1:B1"].value == [1.0, 7.0]
    assert sheet["A1"].value is not True


def test_formula_results_show_dates_and_truth_values(sheet):
    sheet["A1"].value = ["=DATE(2026,11,21)", "=1=1"]
    assert sheet["A1:B1"].value == [dt.datetime(2026, 11, 21), True]


def test_errors_are_blank_or_words(sheet):
    sheet["A1"].value = ["=1/0", "=NA()", "=NOSUCH()", 5]
    assert sheet["A1:D1"].value == [None, None, None, 5]
    words = ["#DIV/0!", "#N/A", "#NAME?", 5]
    assert sheet["A1:D1"].options(err_to_str=True).value == words


def test_notes_survive_writing(sheet):
    sheet["B2"].impl.add_note("head")
    sheet["B2"].note.api.setIsVisible(True)
    sheet["A1"].value = [[1, 2, 3]] * 3
    sheet["A1:C3"].formula = "=ROW()"
    assert sheet["B2"].note.text == "head"
    assert sheet["B2"].note.api.IsVisible


def test_a_single_value_fills_the_range(sheet):
    sheet["A1:C2"].value = "x"
    assert sheet["A1:C2"].value == [["x"] * 3] * 2
    sheet["A1:C2"].value = None
    assert sheet["A1:C2"].value == [[None] * 3] * 2


def test_rows_of_unequal_length_are_refused(sheet):
    with pytest.raises(Exception, match=r".*"):
        sheet["A1"].value = [[1, 2], [3]]


def test_whole_columns_are_read_no_further_than_they_are_used(sheet):
    sheet["B2"].value = [[1], [2]]
    column = sheet["B:B"].value
    assert column[:4] == [None, 1, 2, None]
    assert len(column) == 1_048_576
    assert set(sheet.book.sheets.add("Empty")["A:A"].value) == {None}


def test_a_frame_of_pandas_goes_and_comes(sheet):
    frame = pd.DataFrame({"amount": [1.5, None], "day": [NOON, pd.NaT]}, index=["a", "b"])
    sheet["A1"].value = frame
    assert sheet["A1:C3"].value == [[None, "amount", "day"], ["a", 1.5, NOON], ["b", None, None]]
    assert sheet["A1"].expand().options(pd.DataFrame).value.loc["a", "amount"] == 1.5


def test_a_big_block_takes_few_calls(sheet, monkeypatch):
    rows = [[float(row), "x", NOON] for row in range(20_000)]
    sheet["A1"].value = rows
    impl = sheet["A1:C20000"].impl
    assert [list(row) for row in impl.read()] == rows
    assert len(list(impl.format_areas())) == 2
