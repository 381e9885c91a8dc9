"""Cells on their way from a file into a sheet."""

from __future__ import annotations

from datetime import time, timedelta
from xml.parsers import expat

from hypothesis import given
from hypothesis import strategies as st

from xl_addin.intake.clean import clean_cells, clean_header, unwrap


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=20)))
def test_what_is_left_can_stand_in_xml(cells: list[str]) -> None:
    kept, removed = clean_cells(cells)
    for cell in kept:
        body = (cell or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        expat.ParserCreate("utf-8").Parse(f"<c>{body}</c>".encode(), True)
    assert removed == sum(map(len, cells)) - sum(
        len(cell or blank) for cell, blank in zip(kept, map(_allowed, cells), strict=True)
    )


def _allowed(cell: str) -> str:
    return "".join(
        c
        for c in cell
        if c in "\t\n\r" or " " <= c < "\ud800" or "\udfff" < c not in "\ufffe\uffff"
    )


def test_blank_text_is_nothing_and_zero_is_something() -> None:
    assert clean_cells(["", " ", "\u3000", 0.0, False, None])[0] == [
        None,
        None,
        None,
        0.0,
        False,
        None,
    ]


def test_times_without_a_day_become_text() -> None:
    assert clean_cells([time(5, 3), timedelta(hours=30)])[0] == ["05:03:00", "1 day, 6:00:00"]


def test_a_header_is_one_line() -> None:
    assert clean_header("订单\n日期\x00 ") == "订单 日期"


def test_only_whole_wrappings_are_undone() -> None:
    assert unwrap(['="007"', '="a"&"b"', '=""', "x"]) == ["007", '="a"&"b"', None, "x"]
