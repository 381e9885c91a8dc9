"""The host for a workbook that is open in front of its user: Excel, or LibreOffice, by xlwings.

Reading and applying are generators: between two steps the caller shows the progress and may
stop. A stop or a failure while writing puts every cell back before it is told to anyone.
Only blocks of cells are read and written; filters, sorting, selection and column order are the
user's and stay. Proved in tests/xl_addin/hosts/test_hosts_alike.py, for every host, and
test_live.py.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from udfs.errors import BadValue, NotFound
from xl_addin import schema
from xl_addin.hosts import live_undo
from xl_addin.hosts.live_adding import Adding, refuse_sheets
from xl_addin.hosts.live_cells import date1904
from xl_addin.hosts.live_filters import Unfiltered
from xl_addin.hosts.live_state import is_protected, paused
from xl_addin.hosts.live_tables import LiveTable, find_tables, has_keys, read_tables
from xl_addin.hosts.live_undo_whole import Added
from xl_addin.hosts.live_writing import Deed, deeds, refuse_resized, take_back
from xl_addin.hosts.locating import captions_language
from xl_addin.settings import settings_language
from xl_addin.tables import Book, Changes

if TYPE_CHECKING:
    import xlwings as xw

Applying = Generator[str, None, None]


class LiveBook:
    """One open workbook."""

    def __init__(self, book: xw.Book) -> None:
        self.book = book
        self._tables: dict[str, LiveTable] | None = None
        self._read: Book | None = None

    @property
    def tables(self) -> dict[str, LiveTable]:
        """Our tables, where they stand now."""
        if self._tables is None:
            self._tables = find_tables(self.book)
        return self._tables

    def reading(self, names: Iterable[str] | None = None) -> Generator[str, None, Book]:
        """Read the tables `names`, by default all, as far as the workbook has them."""
        self._tables = None
        asked = None if names is None else {*names, "settings"}
        wanted = [self.tables[name] for name in schema.asked_tables(asked, self.tables)]
        if not self.tables:
            table = schema.both_names("customers")
            raise NotFound("press.no_tables", file=self.book.name, table=table)
        from_1904 = date1904(self.book)
        read = yield from read_tables(wanted, from_1904)
        captions = {name: live.part.captions for name, live in self.tables.items()}
        lang = settings_language(read.get("settings")) or captions_language(captions)
        self._read = Book(read, lang, from_1904)
        return self._read

    def read(self, names: Iterable[str] | None = None, writing: Iterable[str] = ()) -> Book:
        """`reading` to its end, as the other hosts have it."""
        return _to_the_end(self.reading(names))

    def applying(self, changes: Changes, donor: bytes | None = None) -> Generator[str, None, bool]:
        """Write the changes of a command, all of them or none, and keep what undo needs.

        New sheets are copied from the workbook `donor`, whose tabs read as `changes` says, with
        the rows that stand there. Answers whether there was anything to write.
        """
        assert self._read is not None, "read before apply"
        adding = self._adding(changes, donor)
        changes = changes.of_tables_there()
        self._refuse_protected(changes)
        self._refuse_changed(self._read, changes)
        planned = [
            deed
            for name, change in changes.tables.items()
            if change.update or change.append or change.replace is not None or change.line
            for deed in deeds(self.tables[name], change, self._read)
        ]
        undo = live_undo.remember(self._read, changes, self.tables)
        yield from written(self.book, planned, adding)
        self._tables = None
        if planned or adding:
            added = Added.of(adding) if adding else None
            live_undo.keep(self.book, replace(undo, added=added))
        return bool(planned or adding)

    def apply(self, changes: Changes, donor: bytes | None = None) -> None:
        """`applying` to its end, as the other hosts have it."""
        _to_the_end(self.applying(changes, donor))

    def _adding(self, changes: Changes, donor: bytes | None) -> Adding | None:
        if not changes.new_sheets:
            return None
        assert donor is not None, "new sheets come from a donor"
        refuse_sheets(self.book, changes.new_sheets)
        return Adding(self.book, tuple(changes.new_sheets.values()), donor)

    def undoing(self) -> Generator[str, None, live_undo.Undone]:
        """Take the last change back; refuses where there is none, or not all of it can be."""
        record = live_undo.kept(self.book)
        book = yield from self.reading(record.tables)
        undone = live_undo.plan(record, book, self.tables)
        self._refuse_protected(undone.changes)
        yield from written(self.book, undone.deeds)
        if record.added is not None:
            # Last, because a sheet that is deleted cannot be brought back.
            undone.sheets_gone, undone.sheets_left = record.added.take_back(self.book)
        live_undo.forget(self.book)
        self._tables = None
        return undone

    def _refuse_protected(self, changes: Changes) -> None:
        for name in changes.tables:
            if is_protected(self._table(name).sheet):
                raise BadValue("live.protected", sheet=self.tables[name].sheet.name)

    def _refuse_changed(self, read: Book, changes: Changes) -> None:
        """Between two steps the user may have sorted, inserted or deleted."""
        now = find_tables(self.book)
        for name, change in changes.tables.items():
            before = self._table(name)
            same = name in now and now[name].part == before.part
            if not same or (change.update and not has_keys(before, read[name], read.date1904)):
                raise BadValue("live.changed_meanwhile", sheet=before.part.sheet.name)

    def _table(self, name: str) -> LiveTable:
        if name not in self.tables:
            raise NotFound("table.missing", table=schema.both_names(name))
        return self.tables[name]


def written(book: xw.Book, planned: list[Deed], adding: Adding | None = None) -> Applying:
    """Add the sheets and do the deeds one by one; when stopped or failing, take all back."""
    done: list[Deed] = []
    sheets = {deed.live.part.sheet.name: deed.live.sheet for deed in planned}
    with paused(book), Unfiltered(sheets.values()):
        try:
            if adding is not None:
                yield from adding.steps()
            for deed in planned:
                yield "step.changing"
                refuse_resized(deed, done)
                done.append(deed)
                deed.write()
        except BaseException:
            try:
                take_back(done)
            finally:
                if adding is not None:
                    adding.take_back()
            raise


def _to_the_end(steps: Generator[str, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
