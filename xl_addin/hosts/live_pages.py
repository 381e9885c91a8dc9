"""A page of results as a sheet of the open workbook, made anew each time.

A sheet is ours when the workbook has our name for it (CC_Page_...); a sheet of the user's that
happens to be called the same is never touched. Proved in tests/xl_addin/hosts/test_live_pages.py.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.hosts.live_cells import is_excel, write_block
from xl_addin.hosts.live_page_print import set_up_print
from xl_addin.hosts.live_state import has_fixed_sheets, is_protected, paused
from xl_addin.hosts.page_layout import AMOUNT, Span, formats, lines, spans, widths_of
from xl_addin.pages import Page, Section

if TYPE_CHECKING:
    import xlwings as xw

# Size, colour and height in points: the looks of the workbook's own sheets.
_TITLE, _HEADING = (18, "#17616E", 33), (12, "#17616E", 27)
_HEADER, _HEADER_FILL = (10, "#FFFFFF", 24), "#4A5968"
_INK, _MUTED = "#22303C", "#66737F"
_LINE_POINTS, _EDGE_POINTS = 15.0, 4.5
_INDENT = 200  # hundredths of a millimetre
_FIRST_COLUMN = 2
_SHOWN = (True, -1)  # Excel's own answer is xlSheetVisible
_MARGIN_WIDTH = 3


def show_page(book: xw.Book, page: Page) -> xw.Sheet:
    """Write the page on its sheet, in front of the user; answers the sheet."""
    sheet = _sheet_for(book, page)
    if is_protected(sheet):
        raise BadValue("live.protected", sheet=sheet.name)
    with paused(book):
        sheet.used_range.unmerge()
        sheet.clear()
        _write(sheet, page)
    bring_to_front(sheet)
    sheet.show_gridlines = False
    sheet.range("A1").select()
    return sheet


def bring_to_front(sheet: xw.Sheet) -> None:
    """Show a sheet, also one that the user has hidden."""
    if sheet.visible not in _SHOWN:
        sheet.visible = True
    sheet.activate()


def page_sheet(book: xw.Book, name: str) -> xw.Sheet | None:
    """The sheet of the page `name`, where there is one that we have made."""
    mark = _mark(name)
    if mark not in book.names:  # asked first: reading all names takes LibreOffice seconds
        return None
    known = book.names[mark]
    if "#REF!" in str(known.refers_to):
        return None
    sheet: xw.Sheet = known.refers_to_range.sheet
    return sheet


def _sheet_for(book: xw.Book, page: Page) -> xw.Sheet:
    ours = page_sheet(book, page.name)
    if ours is not None:
        return ours
    wanted = text(f"page.{page.name}", page.lang)
    if wanted.casefold() in {sheet.name.casefold() for sheet in book.sheets}:
        raise BadValue("live.page_taken", sheet=wanted)
    if has_fixed_sheets(book):
        raise BadValue("live.structure", sheet=wanted)
    last = book.sheets[len(book.sheets) - 1]
    sheet = book.sheets.add(wanted, after=last)
    if _mark(page.name) in book.names:  # of a sheet that was deleted
        book.names[_mark(page.name)].delete()
    book.names.add(_mark(page.name), f"='{wanted}'!$A$1")
    set_up_print(sheet)
    return sheet


def _mark(name: str) -> str:
    return f"CC_Page_{name}"


def _write(sheet: xw.Sheet, page: Page) -> None:
    """All values at once, then the looks section by section."""
    widths = widths_of(page)
    made = text("page.made_anew", page.lang)
    rows: list[list[Any]] = [[page.title], [made]]
    starts = []
    for section in page.sections:
        rows.append([])
        starts.append(len(rows) + 1)
        rows += _rows_of(section, spans(section, widths))
    block = [[*row, *[None] * (len(widths) - len(row))] for row in rows]
    _set_widths(sheet, widths)
    cells = _cells(sheet, 1, len(block), (0, len(widths) - 1))
    cells.row_height = _EDGE_POINTS + _LINE_POINTS
    cells.font.color, cells.vertical_alignment = _INK, "center"
    write_block(cells, block, is_excel(sheet.book))
    _heading(sheet, 1, _TITLE)
    _cells(sheet, 2, 2, (0, 0)).font.color = _MUTED
    for row, section in zip(starts, page.sections, strict=True):
        _dress(sheet, row, section, widths, page.lang)


def _rows_of(section: Section, places: list[Span]) -> list[list[Any]]:
    rows = [[section.heading], *([note] for note in section.notes)]
    table = (section.header, *section.rows) if section.header else ()
    return [*rows, *(_placed(cells, places) for cells in table)]


def _placed(cells: tuple[Any, ...], places: list[Span]) -> list[Any]:
    row: list[Any] = [None] * (places[-1][1] + 1)
    for cell, (first, _) in zip(cells, places, strict=True):
        row[first] = cell
    return row


def _dress(sheet: xw.Sheet, row: int, section: Section, widths: tuple[int, ...], lang: str) -> None:
    """The looks of a section whose heading stands in `row`."""
    _heading(sheet, row, _HEADING)
    everything = (0, len(widths) - 1)
    for number, note in enumerate(section.notes, row + 1):
        count = lines(note, sum(widths))
        if count > 1:
            _cells(sheet, number, number, everything).merge()
        _wrap(sheet, number, [count], everything)
    if not section.header:
        return
    row += 1 + len(section.notes)
    places = spans(section, widths)
    _header(sheet, row, places)
    for place, span in enumerate(places):
        _column(sheet, row, [cells[place] for cells in section.rows], span)
    rooms = [sum(widths[first : last + 1]) for first, last in places]
    table = (section.header, *section.rows)
    heights = [max(map(lines, cells, rooms)) for cells in table]
    _wrap(sheet, row, heights, (0, places[-1][1]))
    if section.rows and section.rows[-1][0] == text("page.audit.sum", lang):
        last = row + len(section.rows)
        _cells(sheet, last, last, everything).font.bold = True


def _heading(sheet: xw.Sheet, row: int, look: tuple[int, str, int]) -> None:
    cell = _cells(sheet, row, row, (0, 0))
    cell.font.size, cell.font.color, cell.row_height = look
    cell.font.bold = True


def _header(sheet: xw.Sheet, row: int, places: list[Span]) -> None:
    cells = _cells(sheet, row, row, (0, places[-1][1]))
    cells.font.size, cells.font.color, cells.row_height = _HEADER
    cells.font.bold, cells.color, cells.wrap_text = True, _HEADER_FILL, True


def _column(sheet: xw.Sheet, row: int, values: list[Any], span: Span) -> None:
    """One column of a table with its header in `row`: number formats and alignment."""
    last = row + len(values)
    whole = _cells(sheet, row, last, span)
    if span[0] != span[1]:
        whole.merge(across=True)
    found = formats(values)
    amounts = set(found) - {None} == {AMOUNT} and not any(isinstance(v, str) and v for v in values)
    whole.horizontal_alignment = "right" if amounts else "left"
    _indent(whole)
    at = row + 1
    for wanted, group in groupby(found):
        end = at + len(list(group))
        if wanted is not None:
            _cells(sheet, at, end - 1, span).number_format = wanted
        at = end


def _indent(cells: xw.Range) -> None:
    """Keep the words off the edge, as in the tables of the workbook."""
    if is_excel(cells.sheet.book):
        cells.api.IndentLevel = 1
    else:
        cells.api.ParaIndent = _INDENT


def _wrap(sheet: xw.Sheet, row: int, needed: list[int], span: Span) -> None:
    """Rows from `row` on that need several lines get them."""
    at = row
    for count, group in groupby(needed):
        end = at + len(list(group))
        if count > 1:
            cells = _cells(sheet, at, end - 1, span)
            cells.wrap_text, cells.row_height = True, _EDGE_POINTS + _LINE_POINTS * count
        at = end


def _cells(sheet: xw.Sheet, first: int, last: int, span: Span) -> xw.Range:
    left, right = (_FIRST_COLUMN + column for column in span)
    return sheet.range((first, left), (last, right))


def _set_widths(sheet: xw.Sheet, widths: tuple[int, ...]) -> None:
    sheet.range((1, 1)).column_width = _MARGIN_WIDTH
    for offset, width in enumerate(widths):
        sheet.range((1, _FIRST_COLUMN + offset)).column_width = width
