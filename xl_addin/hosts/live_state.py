"""The state an open workbook is in: locked by its user or not, and at rest while we write.

Proved in tests/xl_addin/hosts/test_live.py and test_live_pages.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_addin.hosts.live_cells import is_excel

if TYPE_CHECKING:
    import xlwings as xw


class paused:  # noqa: N801  # used as the statement it is
    """Screen and calculation stand still meanwhile; afterwards they are as the user had them.

    LibreOffice's own list of steps to undo is empty afterwards, as Excel's always is: its Ctrl+Z
    would take back single blocks and leave half a refresh. The add-in's button takes back all.
    Not made by contextlib, which sets attributes that LibreOffice's exceptions refuse.
    """

    def __init__(self, book: xw.Book) -> None:
        self._app = book.app
        self._steps = None if is_excel(book) else book.api.getUndoManager()

    def __enter__(self) -> None:
        app = self._app
        self._before = app.screen_updating, app.calculation
        app.screen_updating, app.calculation = False, "manual"
        if self._steps is not None:
            self._steps.lock()

    def __exit__(self, *_: object) -> None:
        self._app.screen_updating, self._app.calculation = self._before
        if self._steps is not None:
            self._steps.unlock()
            self._steps.clear()


class silent:  # noqa: N801  # used as the statement it is
    """The program asks nothing and runs nobody's macros meanwhile."""

    def __init__(self, book: xw.Book) -> None:
        self._app = book.app

    def __enter__(self) -> None:
        app = self._app
        self._before = app.display_alerts, app.enable_events
        app.display_alerts, app.enable_events = False, False

    def __exit__(self, *_: object) -> None:
        self._app.display_alerts, self._app.enable_events = self._before


def is_protected(sheet: xw.Sheet) -> bool:
    """Whether the user has locked the sheet; Excel and LibreOffice tell it in their own words."""
    native = sheet.api
    if hasattr(native, "ProtectContents"):
        return bool(native.ProtectContents)
    return bool(native.isProtected())


def has_fixed_sheets(book: xw.Book) -> bool:
    """Whether sheets can neither be added nor shown, because the workbook itself is protected."""
    if is_excel(book):
        return bool(book.api.ProtectStructure)
    return bool(book.api.isProtected())
