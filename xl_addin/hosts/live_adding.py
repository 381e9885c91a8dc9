"""Sheets that come into an open workbook from a donor, a workbook of our own making.

The donor is opened unseen beside it and its sheets are copied one by one, because Excel refuses to
copy several sheets with tables at once. All come or none.
Proved in tests/xl_addin/hosts/test_live_adding.py; in Excel: docs/release-checklist.md.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from udfs.errors import BadValue
from xl_addin import schema
from xl_addin.hosts import live_names
from xl_addin.hosts.live_cells import is_excel
from xl_addin.hosts.live_donor_links import cut_links
from xl_addin.hosts.live_lists import Lists, lists_of, set_lists
from xl_addin.hosts.live_state import has_fixed_sheets, silent
from xl_addin.hosts.live_tables import all_tables, find_tables

if TYPE_CHECKING:
    import xlwings as xw

_SHOWN = (True, -1)  # Excel's own answer is xlSheetVisible


@dataclass
class Adding:
    """The sheets with the tabs `tabs`, on their way from the donor into the workbook."""

    book: xw.Book
    tabs: tuple[str, ...]
    donor: bytes
    sheets: dict[str, Lists] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def steps(self) -> Generator[str, None, None]:
        """Copy them behind the last sheet that shows; nothing of the donor stays open."""
        front = self.book.sheets.active
        with (
            tempfile.TemporaryDirectory(
                prefix="customer-chain-", ignore_cleanup_errors=True
            ) as folder,
            silent(self.book),
        ):
            path = Path(folder, f"CustomerChain-{uuid.uuid4().hex[:8]}.xlsx")
            path.write_bytes(self.donor)
            source = _opened(self.book, path)
            try:
                yield from self._copied(source)
            finally:
                source.close()
                front.activate()

    def _copied(self, source: xw.Book) -> Generator[str, None, None]:
        wanted = live_names.lacking(self.book, source)
        for tab in self.tabs:
            yield "step.adding_sheets"
            self._copy(source.sheets[tab])
        self.names = list(wanted)
        self.names = live_names.bring(self.book, wanted, find_tables(self.book))
        for name, lists in self.sheets.items():
            set_lists(self.book.sheets[name], lists)
        if is_excel(self.book):
            cut_links(self.book, self.sheets, source.name)

    def _copy(self, sheet: xw.Sheet) -> None:
        lists = lists_of(sheet)
        behind = [one for one in self.book.sheets if one.visible in _SHOWN][-1]
        before = {one.name for one in self.book.sheets}
        try:
            made = sheet.copy(after=behind)
        finally:
            came = {one.name for one in self.book.sheets} - before
            self.sheets |= dict.fromkeys(came, lists)
        for theirs, ours in zip(sheet.tables, made.tables, strict=True):
            if ours.name != theirs.name:
                ours.name = theirs.name

    def take_back(self) -> None:
        """The workbook without the sheets and names again."""
        remove_sheets(self.book, self.sheets)
        live_names.remove(self.book, self.names)


def _opened(book: xw.Book, path: Path) -> xw.Book:
    if is_excel(book):
        source = book.app.books.open(
            str(path), update_links=False, read_only=True, add_to_mru=False
        )
        source.api.Windows(1).Visible = False
        return source
    from xl_addin.engines import libreoffice

    return libreoffice.open_hidden(book.app, str(path))


def refuse_sheets(book: xw.Book, wanted: Mapping[str, str]) -> None:
    """`wanted` maps internal names of tables to the words on their tabs; what is in their way."""
    if not wanted:
        return
    if has_fixed_sheets(book):
        raise BadValue("live.structure", sheet=next(iter(wanted.values())))
    tabs = {sheet.name.casefold() for sheet in book.sheets}
    for tab in wanted.values():
        if tab.casefold() in tabs:
            raise BadValue("live.page_taken", sheet=tab)
    taken = {table.name.casefold(): sheet.name for sheet, table in all_tables(book)}
    for name in wanted:
        table = schema.table(name).excel_name
        place = taken.get(table.casefold())
        if place is None and table in book.names:
            place = str(book.names[table].refers_to)
        if place is not None:
            raise BadValue("file.table_taken", file=book.name, table=table, place=place)


def remove_sheets(book: xw.Book, names: Iterable[str]) -> None:
    """Delete sheets of ours, as far as they are there."""
    with silent(book):
        for name in names:
            if name in {sheet.name for sheet in book.sheets}:
                book.sheets[name].delete()
