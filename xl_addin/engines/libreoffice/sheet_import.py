"""Copying a sheet into another document, with its tables, and looking and printing as before.

LibreOffice copies cells, formats, validation, conditional formats, notes and sizes. Tables, the
page style, repeated rows, frozen panes and gridlines stay behind, and are made again here.

Proved in tests/xl_addin/engines/test_sheet_import.py.
"""

from typing import Any

from xl_addin.engines.libreoffice.pages import show_gridlines, shown

# The plain properties of a page style. Where there is a footer, it is LibreOffice's own, with the
# number of the page: the fields in a footer do not cross from one document to another.
_PAGE = (
    "IsLandscape",
    "Width",
    "Height",
    "LeftMargin",
    "RightMargin",
    "TopMargin",
    "BottomMargin",
    "CenterHorizontally",
    "HeaderIsOn",
    "FooterIsOn",
    "PageScale",
    "ScaleToPages",
    "ScaleToPagesX",
    "ScaleToPagesY",
)


def import_sheet(source: Any, book: Any, position: int) -> Any:
    """Copy the sheet `source` into `book` at `position`, from 0; the UNO sheet that came."""
    before = book.xl.Sheets.ElementNames
    with _WithoutModules(book.xl):
        book.xl.Sheets.importSheet(source.book.xl, source.name, position)
    (name,) = set(book.xl.Sheets.ElementNames) - set(before)
    made = book.sheets(name)
    _bring_tables(source, made)
    _bring_page(source, made)
    _bring_window(source, made)
    return made.xl


class _WithoutModules:
    """LibreOffice 7.4 looks in the source for the sheet's macro module, wherever the target has
    macros, and ends itself when there is none."""

    def __init__(self, document: Any) -> None:
        self._libraries = document.BasicLibraries

    def __enter__(self) -> None:
        self._before = bool(self._libraries.VBACompatibilityMode)
        if self._before:
            self._libraries.VBACompatibilityMode = False

    def __exit__(self, *_: object) -> None:
        if self._before:
            self._libraries.VBACompatibilityMode = True


def _bring_tables(source: Any, made: Any) -> None:
    """Under their names, as far as the document has not given them away."""
    ranges = made.book.xl.DatabaseRanges
    for table in source.tables:
        area = table.xl.DataArea
        area.Sheet = made.index - 1
        name = _free(table.name, ranges)
        ranges.addNewByName(name, area)
        new = ranges.getByName(name)
        new.ContainsHeader, new.TotalsRow = table.xl.ContainsHeader, table.xl.TotalsRow
        new.AutoFilter = table.xl.AutoFilter


def _free(name: str, ranges: Any) -> str:
    known = {one.casefold() for one in ranges.ElementNames}
    free, number = name, 1
    while free.casefold() in known:
        free, number = f"{name}{number}", number + 1
    return free


def _bring_page(source: Any, made: Any) -> None:
    """The page style, where the document has none of its name, and the rows repeated on paper."""
    name = source.xl.PageStyle
    theirs = source.book.xl.StyleFamilies.getByName("PageStyles")
    ours = made.book.xl.StyleFamilies.getByName("PageStyles")
    if not ours.hasByName(name):
        ours.insertByName(name, made.book.xl.createInstance("com.sun.star.style.PageStyle"))
        _copy_page(theirs.getByName(name), ours.getByName(name))
    made.xl.PageStyle = name
    if source.xl.getPrintTitleRows():
        made.xl.setTitleRows(source.xl.getTitleRows())
        made.xl.setPrintTitleRows(True)


def _copy_page(theirs: Any, ours: Any) -> None:
    for one in _PAGE:
        wanted = getattr(theirs, one)
        if getattr(ours, one) != wanted:
            setattr(ours, one, wanted)


def _bring_window(source: Any, made: Any) -> None:
    """Frozen panes and gridlines, which belong to the window."""
    if not (source.visible and made.visible):
        return
    with shown(source) as window:
        columns, rows = window.SplitColumn, window.SplitRow
        frozen = window.hasFrozenPanes()
    if frozen:
        with shown(made) as window:
            window.freezeAtPosition(columns, rows)
    show_gridlines(made, show_gridlines(source))
