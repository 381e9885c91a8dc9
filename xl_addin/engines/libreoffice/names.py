"""Defined names of a document or a sheet.

Proved in tests/xl_addin/engines/test_names.py.
"""

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice import addresses
from xl_addin.engines.libreoffice.bridge import struct


class Names(base_classes.Names):
    """`sheet` is None for the document; its names then include those of the sheets, as in Excel."""

    def __init__(self, book: Any, scope: Any, sheet: Any = None) -> None:
        self.book = book
        self.xl = scope
        self.sheet = sheet

    @property
    def api(self) -> Any:
        return self.xl

    def _all(self) -> "Iterator[Name]":
        """The document's own names first: most that are looked for are found before any sheet
        is asked, which takes long where there are many."""
        for name in self.xl.ElementNames:
            yield Name(self.book, self.xl, name, self.sheet)
        if self.sheet is not None:
            return
        for sheet in self.book.sheets:
            scope = sheet.xl.NamedRanges
            for name in scope.ElementNames:
                yield Name(self.book, scope, name, sheet)

    def snapshot(self) -> "list[tuple[str, Name]]":
        """All names at once; xlwings would ask for them one by one, by number."""
        return [(name.name, name) for name in self._all()]

    def __call__(self, name_or_index: str | int) -> "Name":
        found = self._find(name_or_index)
        if found is None:
            raise KeyError(name_or_index)
        return found

    def _find(self, name_or_index: str | int) -> "Name | None":
        if isinstance(name_or_index, int):
            names = list(self._all())
            return names[name_or_index - 1] if 1 <= name_or_index <= len(names) else None
        wanted = name_or_index.replace("'", "").lower()
        for name in self._all():
            if wanted in (name.name.replace("'", "").lower(), name.xl_name.lower()):
                return name
        return None

    def contains(self, name_or_index: str | int) -> bool:
        return self._find(name_or_index) is not None

    def __len__(self) -> int:
        return sum(1 for _ in self._all())

    def add(self, name: str, refers_to: str) -> "Name":
        """A name with a sheet before it ("Sheet1!total") belongs to that sheet."""
        sheet, scope, short = self.sheet, self.xl, name
        if "!" in name:
            owner, short = name.rsplit("!", 1)
            sheet = self.book.sheets(owner.strip("'").replace("''", "'"))
            scope = sheet.xl.NamedRanges
        made = Name(self.book, scope, short, sheet)
        content = self.book.app.formulas.to_calc(refers_to.removeprefix("="))
        if scope.hasByName(short):
            scope.getByName(short).setContent(content)
        else:
            scope.addNewByName(short, content, struct("table.CellAddress"), 0)
        return made


class Name(base_classes.Name):
    def __init__(self, book: Any, scope: Any, xl_name: str, sheet: Any = None) -> None:
        self.book = book
        self.scope = scope
        self.xl_name = xl_name
        self.sheet = sheet

    @property
    def xl(self) -> Any:
        return self.scope.getByName(self.xl_name)

    @property
    def api(self) -> Any:
        return self.xl

    def delete(self) -> None:
        self.scope.removeByName(self.xl_name)

    @property
    def name(self) -> str:
        # Names that the file format reserves, e.g. _xlnm.Print_Area, carry a mark there.
        short = self.xl_name.removeprefix("_xlnm.")
        if self.sheet is None:
            return short
        return f"{addresses.quoted(self.sheet.name)}!{short}"

    @name.setter
    def name(self, value: str) -> None:
        short = value.rsplit("!", 1)[-1]
        self.xl.setName(short)
        self.xl_name = short

    @property
    def refers_to(self) -> str:
        return "=" + self.book.app.formulas.to_excel(self.xl.Content, self.book)

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self.xl.setContent(self.book.app.formulas.to_calc(value.removeprefix("=")))

    @property
    def refers_to_range(self) -> Any:
        cells = self.xl.getReferredCells()
        if cells is None:
            raise ValueError(f"The name {self.name} does not refer to a range: {self.refers_to}")
        return self.book.range_at(cells.RangeAddress)
