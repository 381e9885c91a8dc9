"""The host for a workbook that is open in front of its user: Excel, or LibreOffice, by xlwings.

Reading and applying are generators: between two steps the caller shows the progress and may
stop. A stop or a failure while writing puts every cell back before it is told to anyone.
Only blocks of cells are read and written; filters, sorting, selection and column order are the
user's and stay. Proved in tests/xl_addin/hosts/test_hosts_alike.py, for every host, and
test_live.py.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, Any

from udfs.errors import BadValue, NotFound
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.hosts import live_undo
from xl_addin.hosts.live_cells import date1904, is_excel
from xl_addin.hosts.live_filters import Unfiltered
from xl_addin.hosts.live_tables import LiveTable, find_tables, has_keys, read_tables
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
        asked = set(schema.TABLE_NAMES if names is None else names) | {"settings"}
        wanted = [
            self.tables[name] for name in schema.TABLE_NAMES if name in asked & {*self.tables}
        ]
        if not self.tables:
            table = " / ".join(text("sheet.customers", lang) for lang in ("zh", "en"))
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

    def applying(self, changes: Changes) -> Generator[str, None, bool]:
        """Write the changes of a command, all of them or none, and keep what undo needs.

        Answers whether there was anything to write.
        """
        assert self._read is not None, "read before apply"
        self._refuse_protected(changes)
        self._refuse_changed(self._read, changes)
        planned = [
            deed
            for name, change in changes.tables.items()
            if change.update or change.append or change.replace is not None
            for deed in deeds(self.tables[name], change, self._read)
        ]
        undo = live_undo.remember(self._read, changes, self.tables)
        yield from written(self.book, planned)
        self._tables = None
        if planned:
            live_undo.keep(self.book, undo)
        return bool(planned)

    def apply(self, changes: Changes) -> None:
        """`applying` to its end, as the other hosts have it."""
        _to_the_end(self.applying(changes))

    def undoing(self) -> Generator[str, None, live_undo.Undone]:
        """Take the last change back; refuses where there is none, or not all of it can be."""
        record = live_undo.kept(self.book)
        book = yield from self.reading(record.tables)
        undone = live_undo.plan(record, book, self.tables)
        self._refuse_protected(undone.changes)
        yield from written(self.book, undone.deeds)
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
            both = dict.fromkeys(text(f"sheet.{name}", lang) for lang in LANGUAGES)
            raise NotFound("table.missing", table=" / ".join(both))
        return self.tables[name]


def written(book: xw.Book, planned: list[Deed]) -> Applying:
    """Do the deeds one by one; when stopped or failing, take them back in reverse."""
    done: list[Deed] = []
    sheets = {deed.live.part.sheet.name: deed.live.sheet for deed in planned}
    with paused(book), Unfiltered(sheets.values()):
        try:
            for deed in planned:
                yield "step.changing"
                refuse_resized(deed, done)
                done.append(deed)
                deed.write()
        except BaseException:
            take_back(done)
            raise


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


def _to_the_end(steps: Generator[str, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
