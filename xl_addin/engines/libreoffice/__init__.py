"""An xlwings engine over LibreOffice: the same xlwings code drives a live LibreOffice Calc.

    from xl_addin.engines import libreoffice

    engine = libreoffice.register()
    with libreoffice.launch() as app:
        book = app.books.add()
        book.sheets[0]["A1"].value = [["one", 1], ["two", 2]]
        book.save("numbers.xlsx")

It needs LibreOffice with its Python module `uno`, and xlwings; it knows nothing else of this
project. What it covers, what it does not and why: docs/libreoffice-engine.md.

Proved in tests/xl_addin/engines/.
"""

import os
import zlib
from collections.abc import Sequence
from typing import Any

import xlwings

from xl_addin.engines.libreoffice import dialogs
from xl_addin.engines.libreoffice.app import App
from xl_addin.engines.libreoffice.books import Book
from xl_addin.engines.libreoffice.bridge import UnoMissing
from xl_addin.engines.libreoffice.dialogs import NobodyThere
from xl_addin.engines.libreoffice.engine import ENGINE, register
from xl_addin.engines.libreoffice.process import Office, OfficeMissing, resolve

__all__ = (
    "NobodyThere",
    "OfficeMissing",
    "UnoMissing",
    "book_of",
    "choose_file",
    "connect",
    "current_book",
    "inside",
    "launch",
    "open_hidden",
    "register",
)


def launch(
    visible: bool = False, profile: str | None = None, prefix: Sequence[str] = ()
) -> "xlwings.App":
    """Start a LibreOffice of our own; `quit` ends it and removes a profile made for it.

    `visible` needs a screen. `profile` is a folder to keep, None for a new one each time. `prefix`
    is put before the command, e.g. ("nice",).
    """
    register()
    office = Office(visible, profile, prefix)
    try:
        return _known(App(office.context, office.pid, office=office))
    except BaseException:
        office.end()
        raise


def connect(connection: str) -> "xlwings.App":
    """A LibreOffice that listens at `connection`; `quit` closes its spreadsheets and leaves it."""
    register()
    # Another process' number cannot be asked through UNO; this one is none, and always the same.
    number = zlib.crc32(connection.encode()) | 1 << 32
    return _known(App(resolve(connection), number))


def inside(component_context: Any) -> "xlwings.App":
    """The LibreOffice whose own Python runs this; it cannot be quit from here."""
    register()
    return _known(App(component_context, os.getpid(), inside=True))


def _known(app: App) -> "xlwings.App":
    return xlwings.App(impl=ENGINE.apps.put(app), visible=None)


def current_book(app: "xlwings.App") -> "xlwings.Book | None":
    """The spreadsheet in front; None where no spreadsheet is open."""
    book = app.impl.books.active
    return xlwings.Book(impl=book) if book is not None else None


def book_of(app: "xlwings.App", component: Any) -> "xlwings.Book":
    """The xlwings book of an open UNO spreadsheet document."""
    return xlwings.Book(impl=Book(app.impl, component))


def open_hidden(app: "xlwings.App", path: str) -> "xlwings.Book":
    """A file to read from, in a window that nobody sees; close it when it has been read."""
    return xlwings.Book(impl=app.impl.books.open_hidden(path))


def choose_file(app: "xlwings.App", title: str, patterns: Sequence[tuple[str, str]]) -> str | None:
    """Let the user pick a file; `patterns` are pairs like ("Workbooks", "*.xlsx;*.xlsm")."""
    return dialogs.choose_file(app.impl, title, patterns)
