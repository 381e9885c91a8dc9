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
from udfs.texts import text
from xl_addin import schema
from xl_addin.hosts import live_undo
from xl_addin.hosts.live_cells import date1904
from xl_addin.hosts.live_tables import LiveTable, find_tables, read_tables
from xl_addin.hosts.live_writing import Deed, deeds
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
        parts = {name: live.part for name, live in self.tables.items()}
        lang = settings_language(read.get("settings")) or captions_language(parts)
        self._read = Book(read, lang, from_1904)
        return self._read

    def read(self, names: Iterable[str] | None = None, writing: Iterable[str] = ()) -> Book:
        """`reading` to its end, as the other hosts have it."""
        return _to_the_end(self.reading(names))

    def applying(self, changes: Changes) -> Applying:
        """Write the changes of a command, all of them or none, and keep what undo needs."""
        assert self._read is not None, "read before apply"
        self._refuse_protected(changes)
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
            sheet = self.tables[name].sheet
            if is_protected(sheet):
                raise BadValue("live.protected", sheet=sheet.name)


def written(book: xw.Book, planned: list[Deed]) -> Applying:
    """Do the deeds one by one; when stopped or failing, take them back in reverse."""
    done: list[Deed] = []
    with paused(book.app):
        try:
            for deed in planned:
                yield "step.changing"
                done.append(deed)
                deed.write()
        except BaseException:
            for deed in reversed(done):
                deed.restore()
            raise


class paused:  # noqa: N801  # used as the statement it is
    """Screen and calculation stand still meanwhile; afterwards they are as the user had them.

    Not made by contextlib, which sets attributes that LibreOffice's exceptions refuse.
    """

    def __init__(self, app: xw.App) -> None:
        self._app = app

    def __enter__(self) -> None:
        app = self._app
        self._before = app.screen_updating, app.calculation
        app.screen_updating, app.calculation = False, "manual"

    def __exit__(self, *_: object) -> None:
        self._app.screen_updating, self._app.calculation = self._before


def is_protected(sheet: xw.Sheet) -> bool:
    """Whether the user has locked the sheet; Excel and LibreOffice tell it in their own words."""
    native = sheet.api
    if hasattr(native, "ProtectContents"):
        return bool(native.ProtectContents)
    return bool(native.isProtected())


def _to_the_end(steps: Generator[str, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
