"""A page of results as a workbook of one sheet, for a workbook that nobody has open.

The same looks as on a live sheet (hosts/live_pages.py), from the same layout. The sheet is marked
by the name CC_Page_..., by which the next page of that kind finds the sheet it takes the place of.
Proved in tests/xl_addin/build/test_page_sheet.py.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.build import palette
from xl_addin.build.package import packed, unpacked
from xl_addin.build.page import A4
from xl_addin.build.palette import Formats
from xl_addin.build.sheet import plain, write_value
from xl_addin.build.workbook import CREATED
from xl_addin.hosts.page_layout import AMOUNT, Span, formats, lines, spans, widths_of
from xl_addin.pages import Page, Section

_TITLE_POINTS, _HEADING_POINTS, _HEADER_POINTS = 33, 27, 24
_LINE_POINTS, _EDGE_POINTS = 15.0, 4.5
_FIRST_COLUMN, _MARGIN_WIDTH = 1, 3
_LONGEST = 32_767
_OPTIONS = {"in_memory": True, "default_format_properties": palette.BASE}


def page_workbook(page: Page) -> bytes:
    """The page as an .xlsx; the same page gives the same bytes.

    Raises BadValue for a text that no cell of Excel holds.
    """
    made = io.BytesIO()
    book = Workbook(made, _OPTIONS)
    book.set_properties({"created": CREATED})
    tab = text(f"page.{page.name}", page.lang)
    sheet = book.add_worksheet(tab)
    _set_up(sheet)
    _Writer(sheet, page, Formats(book)).write()
    quoted = tab.replace("'", "''")
    book.define_name(f"CC_Page_{page.name}", f"='{quoted}'!$A$1")
    book.close()
    return packed(unpacked(made.getvalue()))


def _set_up(sheet: Worksheet) -> None:
    """Screen and paper: no gridlines, across, all columns on one page."""
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_default_row(_EDGE_POINTS + _LINE_POINTS)


@dataclass
class _Writer:
    """Writes the sections one below the other; `row` is the next free one, from 0."""

    sheet: Worksheet
    page: Page
    looks: Formats
    row: int = 0

    def write(self) -> None:
        self.widths = widths_of(self.page)
        self.sheet.set_column(0, 0, _MARGIN_WIDTH)
        for place, width in enumerate(self.widths, start=_FIRST_COLUMN):
            self.sheet.set_column(place, place, width)
        self._line(self.page.title, _TITLE_POINTS, font_size=18, bold=True, font_color=palette.TEAL)
        self._line(text("page.made_anew", self.page.lang), font_color=palette.MUTED)
        for section in self.page.sections:
            self.row += 1
            self._section(section)

    def _section(self, section: Section) -> None:
        look = {"font_size": 12, "bold": True, "font_color": palette.TEAL}
        self._line(section.heading, _HEADING_POINTS, **look)
        for note in section.notes:
            self._note(note)
        if not section.header:
            return
        places = spans(section, self.widths)
        columns = [[row[place] for row in section.rows] for place in range(len(section.header))]
        styles = [_Column.of(column) for column in columns]
        self._header(section.header, places, styles)
        summed = bool(section.rows) and section.rows[-1][0] == text(
            "page.audit.sum", self.page.lang
        )
        for number, row in enumerate(section.rows):
            bold = summed and number == len(section.rows) - 1
            looks = [style.look(number) | ({"bold": True} if bold else {}) for style in styles]
            self._cells(row, places, looks)

    def _line(self, words: str, points: float | None = None, **look: Any) -> None:
        self._put(words, (0, 0), look)
        self._end(points or _EDGE_POINTS + _LINE_POINTS)

    def _note(self, note: str) -> None:
        """A sentence; a long one over all columns, in as many lines as it needs."""
        count = lines(note, sum(self.widths))
        span = (0, len(self.widths) - 1) if count > 1 else (0, 0)
        self._put(note, span, {"text_wrap": True} if count > 1 else {})
        self._end(_EDGE_POINTS + _LINE_POINTS * count)

    def _header(self, words: Sequence[str], places: list[Span], styles: list[_Column]) -> None:
        look = {"bold": True, "font_color": palette.PAPER, "bg_color": palette.SLATE}
        look["text_wrap"] = True
        self._cells(
            words, places, [{**look, **style.alignment} for style in styles], _HEADER_POINTS
        )

    def _cells(
        self, row: Sequence[Any], places: list[Span], looks: list[dict[str, Any]], least: float = 0
    ) -> None:
        """One row of a table; cells wrap where one of them needs several lines."""
        rooms = [sum(self.widths[first : last + 1]) for first, last in places]
        count = max(map(lines, row, rooms))
        for value, span, look in zip(row, places, looks, strict=True):
            self._put(value, span, look | ({"text_wrap": True} if count > 1 else {}))
        usual = _EDGE_POINTS + _LINE_POINTS * count
        self._end(max(least, usual) if count > 1 else least or usual)

    def _put(self, value: Any, span: Span, look: dict[str, Any]) -> None:
        value = plain(value)
        if isinstance(value, str) and len(value) > _LONGEST:
            tab = self.sheet.get_name()
            raise BadValue("cell.too_long", sheet=tab, column=self.page.title, length=len(value))
        first, last = (_FIRST_COLUMN + column for column in span)
        style = self.looks.get(**look)
        if first != last:
            self.sheet.merge_range(self.row, first, self.row, last, "", style)
        write_value(self.sheet, self.row, first, value, style)

    def _end(self, points: float) -> None:
        self.sheet.set_row(self.row, points)
        self.row += 1


@dataclass(frozen=True)
class _Column:
    """How the cells of one column of a table are shown."""

    formats: list[str | None]
    alignment: dict[str, Any]

    @classmethod
    def of(cls, values: list[Any]) -> _Column:
        found = formats(values)
        words = any(isinstance(value, str) and value for value in values)
        amounts = set(found) - {None} == {AMOUNT} and not words
        return cls(found, {"align": "right" if amounts else "left", "indent": 1})

    def look(self, number: int) -> dict[str, Any]:
        own = self.formats[number]
        return self.alignment | ({"num_format": own} if own else {})
