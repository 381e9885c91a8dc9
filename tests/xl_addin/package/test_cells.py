"""Cells as XML: what Excel reads back is what was written."""

from datetime import date, datetime
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_addin.package.cells import BLANK, ending, endings, escaped, formula, serial, unescaped


def test_text_that_looks_like_a_formula_is_written_as_text():
    for value in ("=1+1", "+1", "-1", "@SUM(A1)"):
        assert ending(value) == f' t="inlineStr"><is><t>{value}</t></is></c>'


def test_blank_values_give_a_blank_cell():
    for value in (None, "", float("nan"), float("inf")):
        assert ending(value) == BLANK


def test_numbers_are_written_with_all_their_digits():
    assert ending(0.1) == "><v>0.1</v></c>"
    assert ending(1234567.0) == "><v>1234567</v></c>"
    assert ending(np.int64(7)) == "><v>7</v></c>"
    assert ending(np.float64(2.5)) == "><v>2.5</v></c>"


def test_true_and_false_are_booleans_not_numbers():
    assert ending(True) == ' t="b"><v>1</v></c>'
    assert ending(False) == ' t="b"><v>0</v></c>'


@pytest.mark.parametrize(
    ("day", "date1904", "number"),
    [
        (date(1900, 1, 1), False, 1),
        (date(1900, 2, 28), False, 59),
        (date(1900, 3, 1), False, 61),
        (date(2026, 1, 1), False, 46023),
        (date(1904, 1, 2), True, 1),
        (datetime(2026, 1, 1, 12), False, 46023.5),
    ],
)
def test_dates_become_the_day_number_of_the_books_calendar(day, date1904, number):
    assert serial(day, date1904) == number


def test_a_date_before_the_calendar_begins_is_kept_as_text():
    assert ending(date(1899, 12, 31)).startswith(' t="inlineStr"')
    assert ending(date(1903, 12, 31), date1904=True).startswith(' t="inlineStr"')


def test_control_characters_are_escaped_the_way_excel_does():
    assert escaped("a\x07b") == "a_x0007_b"
    assert escaped("_x0041_") == "_x005F_x0041_"
    assert escaped("line\r\n") == "line_x000D_\n"


def test_half_of_a_surrogate_pair_does_not_break_the_file():
    assert escaped("\ud83d") == "\ufffd"


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_survives_writing_and_parsing(value):
    if not value:
        assert ending(value) == BLANK
        return
    read = ElementTree.fromstring(f"<c{ending(value)}").findtext("is/t") or ""
    assert _unescaped(read) == value


def _unescaped(text: str) -> str:
    import re

    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


@given(st.lists(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text("ab"))))
def test_a_column_is_written_like_its_cells_one_by_one(values):
    assert endings(values) == [ending(value) for value in values]


def test_a_formula_is_escaped_and_has_no_value():
    assert formula('A1&"<"') == '><f>A1&amp;"&lt;"</f></c>'


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_texts_written_letter_by_letter_as_numbers_are_read_like_any_other(words):
    for written in (
        "".join(f"&#{ord(x)};" for x in words),
        "".join(f"&#x{ord(x):X};" for x in words),
    ):
        assert unescaped(written.encode()) == words


def test_a_reference_is_resolved_once():
    assert unescaped(b"&amp;#23458; &amp;lt; &lt;&gt;&quot;&apos;") == "&#23458; &lt; <>\"'"
