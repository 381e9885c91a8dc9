"""A generated sheet on paper: across, and all its columns on one page.

Proved in tests/xl_addin/hosts/test_live_pages.py.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from xl_addin.hosts.live_cells import is_excel

if TYPE_CHECKING:
    import xlwings as xw

_STYLE = "CustomerChainPage"
_LANDSCAPE = 2  # XlPageOrientation.xlLandscape
_A4 = 21_000, 29_700  # hundredths of a millimetre


def set_up_print(sheet: xw.Sheet) -> None:
    """Fit the columns of the sheet on one page across."""
    if is_excel(sheet.book):
        # Excel refuses where the computer knows no printer; the page is for the screen anyway.
        with suppress(Exception):
            _in_excel(sheet.api.PageSetup)
    else:
        sheet.api.PageStyle = _style(sheet.book.api)


def _in_excel(setup: Any) -> None:
    setup.Orientation = _LANDSCAPE
    setup.Zoom = False
    setup.FitToPagesWide, setup.FitToPagesTall = 1, False


def _style(document: Any) -> str:
    """LibreOffice prints a sheet by a style of the document, made once."""
    styles = document.StyleFamilies.getByName("PageStyles")
    if not styles.hasByName(_STYLE):
        style = document.createInstance("com.sun.star.style.PageStyle")
        styles.insertByName(_STYLE, style)
        style.IsLandscape = True
        style.Height, style.Width = _A4
        style.ScaleToPagesX, style.ScaleToPagesY = 1, 0
        style.HeaderIsOn = False
    return _STYLE
