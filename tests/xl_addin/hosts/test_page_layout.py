"""The columns that tables of a page share, the lines their texts need, and how cells are shown."""

from datetime import date, datetime

import pytest

from xl_addin.hosts.page_layout import formats, lines, spans, widths_of
from xl_addin.pages import Page, Section


def table(*widths, rows=()):
    return Section("H", header=("x",) * len(widths), rows=tuple(rows), widths=widths)


def page(*sections):
    return Page("audit", "Title", "en", sections)


def test_the_table_with_the_most_columns_gives_the_widths():
    assert widths_of(page(table(70, 20), table(15, 20, 30))) == (15, 20, 30)


def test_tables_with_equally_many_columns_share_the_wider_ones():
    assert widths_of(page(table(15, 40), table(30, 20))) == (30, 40)


def test_the_last_column_has_room_for_its_longest_text_within_reason():
    one_line, novel = "w" * 60, "w" * 900
    assert widths_of(page(table(15, 20, rows=[(1, one_line)])))[1] > 60
    assert widths_of(page(table(15, 20, rows=[(1, novel)])))[1] == 120


def test_a_page_without_a_table_has_a_column_for_its_sentences():
    assert widths_of(page(Section("H", ("A sentence.",)))) == (120,)


def test_a_wide_column_takes_several_of_the_sheet_and_leaves_one_for_each_to_come():
    assert spans(table(20, 40, 12), (20, 20, 20, 12)) == [(0, 0), (1, 2), (3, 3)]
    assert spans(table(90, 90), (20, 20, 20)) == [(0, 1), (2, 2)]


def test_a_column_that_fits_nearly_takes_one():
    assert spans(table(13, 20), (12, 20, 20)) == [(0, 0), (1, 1)]


def test_a_chinese_character_takes_two_places():
    assert lines("三" * 20, 43) == 1
    assert lines("三" * 21, 43) == 2
    assert lines(12345678901, 5) == 1


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ([501.0, None, 12.5], ["#,##0.00", None, "#,##0.00"]),
        ([2.0, "words", 2.5], ["#,##0", None, "#,##0.00"]),
        ([3, 1204], ["0", "0"]),
        ([date(2026, 1, 5), datetime(2026, 1, 5)], ["yyyy-mm-dd", "yyyy-mm-dd"]),
        ([datetime(2026, 1, 5, 18, 30)], ["yyyy-mm-dd hh:mm"]),
        (["", True, None], [None, None, None]),
    ],
)
def test_amounts_show_their_cents_and_dates_are_dates(cells, shown):
    assert formats(cells) == shown


def test_a_text_with_line_breaks_takes_the_lines_of_each_part():
    assert lines("Dear Anna,\nlong not seen.\n", 30) == 3
    assert lines("一二三四五六\n七", 10) == 3
    words = ("a" * 60 + "\n") * 4
    section = Section("h", header=("x", "y"), rows=(("1", words),), widths=(10, 20))
    assert widths_of(Page("p", "t", "en", (section,)))[1] < 75
