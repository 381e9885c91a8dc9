"""Open documents: find, make, open without macros, save, close.

A file is opened with macros switched off, whatever the user's setting: this engine is for reading
and writing cells, and a workbook from anywhere must not run code because a script looked into it.

Proved in tests/xl_addin/engines/test_books.py.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice.bridge import properties, sequence, to_path, to_url
from xl_addin.engines.libreoffice.names import Names
from xl_addin.engines.libreoffice.number_formats import NumberFormats
from xl_addin.engines.libreoffice.ranges import Range
from xl_addin.engines.libreoffice.sheets import Sheet, Sheets
from xl_addin.engines.libreoffice.tables import Table, table_areas

NEVER_EXECUTE_MACROS = 0
NO_UPDATE, FULL_UPDATE = 0, 3
FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xltx": "Calc MS Excel 2007 XML Template",
    ".xls": "MS Excel 97",
    ".xlt": "MS Excel 97 Vorlage/Template",
    ".ods": "calc8",
    ".ots": "calc8_template",
    ".fods": "OpenDocument Spreadsheet Flat XML",
    ".csv": "Text - txt - csv (StarCalc)",
    ".html": "HTML (StarCalc)",
}


class Books(base_classes.Books):
    def __init__(self, app: Any) -> None:
        self.app = app

    @property
    def api(self) -> Any:
        return self.app.desktop.Components

    @property
    def active(self) -> "Book | None":
        """The spreadsheet in front; where another window is in front, the newest one."""
        current = self.app.desktop.getCurrentComponent()
        documents = self.app.documents()
        if current is not None and current in documents:
            return Book(self.app, current)
        return Book(self.app, documents[-1]) if documents else None

    def __call__(self, name_or_index: str | int) -> "Book":
        books = list(self)
        if isinstance(name_or_index, int):
            if 1 <= name_or_index <= len(books):
                return books[name_or_index - 1]
        else:
            for book in books:
                if book.name.lower() == name_or_index.lower():
                    return book
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self.app.documents())

    def __iter__(self) -> Iterator["Book"]:
        return (Book(self.app, document) for document in self.app.documents())

    def add(self) -> "Book":
        return self._load("private:factory/scalc")

    def open(
        self,
        fullname: str,
        update_links: Any = None,
        read_only: Any = None,
        format: Any = None,
        password: Any = None,
        *others: Any,
        **more: Any,
    ) -> "Book":
        """Excel's other arguments have no counterpart; None of them may be meant."""
        if any(other is not None for other in (format, *others, *more.values())):
            raise NotImplementedError(
                "LibreOffice opens with update_links, read_only and password."
            )
        return self._load(
            to_url(fullname),
            UpdateDocMode=FULL_UPDATE if update_links else NO_UPDATE,
            ReadOnly=bool(read_only) or None,
            Password=password,
        )

    def open_hidden(self, fullname: str) -> "Book":
        """Open a file to read from it, in a window that nobody sees."""
        return self._load(to_url(fullname), UpdateDocMode=NO_UPDATE, ReadOnly=True, Hidden=True)

    def _load(self, url: str, **arguments: Any) -> "Book":
        document = self.app.desktop.loadComponentFromURL(
            url, "_blank", 0, properties(MacroExecutionMode=NEVER_EXECUTE_MACROS, **arguments)
        )
        if document is None:
            raise OSError(f"LibreOffice could not open {url}")
        book = Book(self.app, document)
        if not self.app.visible:
            document.CurrentController.Frame.ContainerWindow.setVisible(False)
        self.app.opened(book)
        return book


class Book(base_classes.Book):
    def __init__(self, app: Any, document: Any) -> None:
        self._app = app
        self.xl = document
        self.number_formats = NumberFormats(document)

    @property
    def api(self) -> Any:
        return self.xl

    def json(self) -> Any:
        raise NotImplementedError("json() is for remote books.")

    @property
    def app(self) -> Any:
        return self._app

    @property
    def name(self) -> str:
        return Path(to_path(self.xl.URL)).name if self.xl.URL else str(self.xl.Title)

    @property
    def fullname(self) -> str:
        return to_path(self.xl.URL) if self.xl.URL else self.name

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def names(self) -> Names:
        return Names(self, self.xl.NamedRanges)

    def tables(self) -> list[Table]:
        """The tables of all sheets, asked once; sheet by sheet each table is asked for each."""
        sheets = list(self.sheets)
        return [
            Table(sheets[area.Sheet], name) for name, area in table_areas(self.xl.DatabaseRanges)
        ]

    @property
    def date1904(self) -> bool:
        return bool(self.xl.NullDate.Year == 1904)

    def activate(self) -> None:
        self._app.activate()
        frame = self.xl.CurrentController.Frame
        # A hidden window cannot take the focus; the desktop is told which frame is meant.
        self._app.desktop.setActiveFrame(frame)
        frame.activate()

    @property
    def selection(self) -> Range | None:
        return self._range_of(self.xl.CurrentSelection)

    def _range_of(self, selection: Any) -> Range | None:
        """The selected cells; of several areas the first, of a drawing none."""
        if selection is None:
            return None
        if hasattr(selection, "getRangeAddresses"):
            areas = selection.getRangeAddresses()
            return self.range_at(areas[0]) if areas else None
        if hasattr(selection, "getRangeAddress"):
            return self.range_at(selection.getRangeAddress())
        return None

    def range_at(self, area: Any) -> Range:
        """The range of a UNO CellRangeAddress."""
        sheet = Sheet(self, self.xl.Sheets.getByIndex(area.Sheet))
        rows, columns = area.EndRow - area.StartRow + 1, area.EndColumn - area.StartColumn + 1
        return Range(sheet, area.StartRow + 1, area.StartColumn + 1, rows, columns)

    def close(self) -> None:
        self.xl.setModified(False)
        self.xl.close(True)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        if path is None and self.xl.hasLocation() and password is None:
            self.xl.store()
            return
        target = os.path.realpath(path or self._unsaved_path())
        ending = Path(target).suffix.lower()
        if ending not in FILTERS:
            raise ValueError(f"LibreOffice saves as {', '.join(FILTERS)}, not as {ending!r}")
        self.xl.storeAsURL(
            to_url(target),
            properties(FilterName=FILTERS[ending], Password=password, Overwrite=True),
        )

    def _unsaved_path(self) -> str:
        if self.xl.hasLocation():
            return self.fullname
        return str(Path.cwd() / f"{self.name}.xlsx")

    def to_pdf(self, path: str, quality: str) -> None:
        data = sequence(
            "com.sun.star.beans.PropertyValue",
            properties(ReduceImageResolution=quality == "minimum"),
        )
        self.xl.storeToURL(to_url(path), properties(FilterName="calc_pdf_Export", FilterData=data))
