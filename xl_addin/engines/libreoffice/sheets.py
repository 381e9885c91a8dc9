"""Sheets of a document.

Proved in tests/xl_addin/engines/test_sheets.py.
"""

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice import addresses
from xl_addin.engines.libreoffice.names import Names
from xl_addin.engines.libreoffice.notes import notes_of
from xl_addin.engines.libreoffice.pages import FreezePanes, PageSetup, show_gridlines
from xl_addin.engines.libreoffice.ranges import Range
from xl_addin.engines.libreoffice.references import find_range
from xl_addin.engines.libreoffice.sheet_import import import_sheet
from xl_addin.engines.libreoffice.tables import Tables


class Sheets(base_classes.Sheets):
    def __init__(self, book: Any) -> None:
        self.book = book
        self.xl = book.xl.Sheets

    @property
    def api(self) -> Any:
        return self.xl

    @property
    def active(self) -> "Sheet":
        return Sheet(self.book, self.book.xl.CurrentController.ActiveSheet)

    def __call__(self, name_or_index: str | int) -> "Sheet":
        if isinstance(name_or_index, str):
            for name in self.xl.ElementNames:
                if name.lower() == name_or_index.lower():
                    return Sheet(self.book, self.xl.getByName(name))
            raise KeyError(name_or_index)
        if not 1 <= name_or_index <= len(self):
            raise IndexError(f"There is no sheet number {name_or_index}.")
        return Sheet(self.book, self.xl.getByIndex(name_or_index - 1))

    def __len__(self) -> int:
        return int(self.xl.Count)

    def __iter__(self) -> Iterator["Sheet"]:
        for index in range(len(self)):
            yield Sheet(self.book, self.xl.getByIndex(index))

    def __contains__(self, name: str) -> bool:
        return name.lower() in [known.lower() for known in self.xl.ElementNames]

    def add(
        self, before: "Sheet | None" = None, after: "Sheet | None" = None, name: str | None = None
    ) -> "Sheet":
        if before is not None:
            position = before.index - 1
        else:
            position = after.index if after is not None else self.active.index - 1
        name = name or self._free_name()
        self.xl.insertNewByName(name, position)
        sheet = Sheet(self.book, self.xl.getByName(name))
        sheet.activate()
        return sheet

    def _free_name(self) -> str:
        """The next free "Sheet2", in the words of the first sheet's name."""
        stem = "Sheet"
        number = len(self) + 1
        while f"{stem}{number}" in self:
            number += 1
        return f"{stem}{number}"


class Sheet(base_classes.Sheet):
    def __init__(self, book: Any, sheet: Any) -> None:
        self._book = book
        self._xl = sheet
        self._whole = _ends(sheet.RangeAddress)

    @property
    def xl(self) -> Any:
        """The UNO sheet. Like any UNO range it shrinks and moves when cells are inserted or
        deleted at its edge, and then counts from the wrong cell; so it is fetched again."""
        area = self._xl.RangeAddress
        if _ends(area) != self._whole:
            self._xl = self._book.xl.Sheets.getByIndex(area.Sheet)
        return self._xl

    @property
    def api(self) -> Any:
        return self.xl

    @property
    def book(self) -> Any:
        return self._book

    @property
    def name(self) -> str:
        return str(self.xl.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.xl.Name = value

    @property
    def index(self) -> int:
        return int(self.xl.RangeAddress.Sheet) + 1

    @property
    def names(self) -> Names:
        return Names(self._book, self.xl.NamedRanges, self)

    @property
    def tables(self) -> Tables:
        return Tables(self)

    @property
    def notes(self) -> list[Any]:
        return notes_of(self)

    @property
    def limits(self) -> tuple[int, int]:
        """Rows and columns the sheet has (LibreOffice 7.4: 1024 columns)."""
        return self._whole[2] + 1, self._whole[3] + 1

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        if arg2 is None and isinstance(arg1, tuple) and len(arg1) == 4:
            return Range(self, *arg1)
        if isinstance(arg1, int) and isinstance(arg2, int):
            arg1, arg2 = (arg1, arg2), None
        first = self._one(arg1)
        if arg2 is None:
            return first
        second = self._one(arg2)
        corners = [part.box for part in (first, second)]
        top, left = min(box[0] for box in corners), min(box[1] for box in corners)
        bottom = max(box[0] + box[2] for box in corners)
        right = max(box[1] + box[3] for box in corners)
        return Range(self, top, left, bottom - top, right - left)

    def _one(self, argument: Any) -> Range:
        if isinstance(argument, Range):
            return argument
        if isinstance(argument, tuple):
            if 0 in argument:
                raise IndexError("Attempted to access 0-based Range. xlwings Ranges are 1-based.")
            return Range(self, argument[0], argument[1], 1, 1)
        return find_range(self, argument)

    @property
    def cells(self) -> Range:
        return Range(self, 1, 1, *self.limits)

    @property
    def used_box(self) -> addresses.Box:
        """From the first to the last cell with anything in it; A1 where the sheet is empty."""
        cursor = self.xl.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        area = cursor.RangeAddress
        rows, columns = area.EndRow - area.StartRow + 1, area.EndColumn - area.StartColumn + 1
        return area.StartRow + 1, area.StartColumn + 1, rows, columns

    @property
    def used_range(self) -> Range:
        return Range(self, *self.used_box)

    def activate(self) -> None:
        self._book.xl.CurrentController.setActiveSheet(self.xl)

    def select(self) -> None:
        self.activate()

    def clear_contents(self) -> None:
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        self.cells.clear_formats()

    def clear(self) -> None:
        self.cells.clear()

    def autofit(self, axis: str | None = None) -> None:
        self.used_range.autofit(axis)

    def delete(self) -> None:
        self._book.xl.Sheets.removeByName(self.name)

    def copy(self, before: "Sheet | None", after: "Sheet | None") -> None:
        target = before or after or self
        position = target.index - 1 if before else target.index
        sheets = target.book.xl.Sheets
        if target.book.xl == self._book.xl:
            sheets.copyByName(self.name, self._copy_name(target.book), position)
        else:
            import_sheet(self, target.book, position)

    def _copy_name(self, book: Any) -> str:
        number = 2
        while f"{self.name} ({number})" in book.sheets:
            number += 1
        return f"{self.name} ({number})"

    def move(self, before: "Sheet | None", after: "Sheet | None") -> None:
        target = before or after or self
        position = target.index - 1 if before else target.index
        self._book.xl.Sheets.moveByName(self.name, position)

    @property
    def visible(self) -> bool:
        return bool(self.xl.IsVisible)

    @visible.setter
    def visible(self, value: Any) -> None:
        self.xl.IsVisible = bool(value) and value not in (2, "very_hidden")

    @property
    def show_gridlines(self) -> bool:
        return show_gridlines(self)

    @show_gridlines.setter
    def show_gridlines(self, value: bool) -> None:
        show_gridlines(self, bool(value))

    @property
    def freeze_panes(self) -> FreezePanes:
        return FreezePanes(self)

    @property
    def page_setup(self) -> PageSetup:
        return PageSetup(self)


def _ends(area: Any) -> tuple[int, int, int, int]:
    return area.StartRow, area.StartColumn, area.EndRow, area.EndColumn
