"""One step back in an open workbook: what the last change wrote, row by row, under its key.

Excel forgets its own undo list when a program writes, so the add-in keeps its own, in memory and
for as long as the spreadsheet program runs. Rows are known by their key (customer ID, order ID),
not by their place: the user may have sorted, filtered or typed since. Only columns the change
has written go back; what was replaced or added as a whole goes back as a whole.
Proved in tests/xl_addin/hosts/test_live_undo.py and test_live_undo_whole.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from udfs.errors import BadValue, NotFound
from udfs.texts import text
from xl_addin import schema
from xl_addin.cells import internal, shown
from xl_addin.hosts.live_cells import is_excel, word
from xl_addin.hosts.live_tables import LiveTable
from xl_addin.hosts.live_undo_whole import Added, Replaced, Said, line_of
from xl_addin.hosts.live_writing import Clearing, Deed, Growth, deeds
from xl_addin.tables import Book, Changes, TableChange, TableData

if TYPE_CHECKING:
    import xlwings as xw

Key = tuple[str, int]


@dataclass(frozen=True)
class _TableRecord:
    """One table before the change: old cells by column and key, keys of the added rows.

    `written` holds what the change wrote into columns of the user's own: where something else
    stands now, the user has typed it, and it stays.
    """

    old: dict[str, dict[Key, Any]]
    written: dict[str, dict[Key, Any]]
    added: tuple[Key, ...]
    grown_from: int


@dataclass(frozen=True)
class Record:
    """What undo needs of one change, and when that was."""

    moment: datetime
    by_table: Mapping[str, _TableRecord]
    replaced: Mapping[str, Replaced] = field(default_factory=dict)
    lines: Mapping[str, Said] = field(default_factory=dict)
    added: Added | None = None

    @property
    def tables(self) -> list[str]:
        return list(dict.fromkeys([*self.by_table, *self.replaced, *self.lines]))


@dataclass
class Undone:
    """The way back: what to write, and what to tell."""

    moment: datetime
    changes: Changes = field(default_factory=Changes)
    deeds: list[Deed] = field(default_factory=list)
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)
    replaced: dict[str, int] = field(default_factory=dict)
    sheets_gone: list[str] = field(default_factory=list)
    sheets_left: list[str] = field(default_factory=list)

    def sentence(self, lang: str) -> str:
        done = text("undo.done", lang, moment=_clock(self.moment), tables=self._tables(lang))
        if not self.sheets_left:
            return done
        between = "" if lang == "zh" else " "
        return done + between + text("undo.sheets_left", lang, sheets=self.sheets_left)

    def _tables(self, lang: str) -> list[str]:
        said = []
        for name, (updated, removed) in self.rows.items():
            sheet = schema.sheet_name(name, lang)
            if updated:
                said.append(text("undo.update", lang, sheet=sheet, n=updated))
            if removed:
                said.append(text("undo.append", lang, sheet=sheet, n=removed))
        said += [text("undo.rows", lang, sheet=s, n=n) for s, n in self.replaced.items()]
        if self.sheets_gone:
            said.append(text("undo.sheets", lang, sheets=self.sheets_gone))
        return said


_KEPT: dict[str, Record] = {}


def _name(book: xw.Book) -> str:
    """What tells an open workbook from all others.

    xlwings' own `fullname` looks for the folder OneDrive keeps a workbook in, and fails where
    there is none. LibreOffice's number of a document stays the same under another name.
    """
    return str(book.api.FullName if is_excel(book) else book.api.RuntimeUID)


def keep(book: xw.Book, record: Record) -> None:
    _KEPT[_name(book)] = record


def kept(book: xw.Book) -> Record:
    """The record of the last change of this workbook, or a refusal that says there is none."""
    if _name(book) not in _KEPT:
        raise NotFound("undo.nothing")
    return _KEPT[_name(book)]


def forget(book: xw.Book) -> None:
    _KEPT.pop(_name(book), None)


def remember(book: Book, changes: Changes, tables: Mapping[str, LiveTable]) -> Record:
    """What stands now where `changes` are about to write."""
    records = {
        name: _record(book[name], change, tables[name], book.lang)
        for name, change in changes.tables.items()
        if change.replace is None and (change.update or change.append)
    }
    replaced = {
        name: Replaced.of(book[name], change.replace, tables[name], book.lang)
        for name, change in changes.tables.items()
        if change.replace is not None
    }
    lines = {
        name: said
        for name, change in changes.tables.items()
        if change.line and (said := Said.of(tables[name], change.line)) is not None
    }
    return Record(datetime.now(), records, replaced, lines)


def _record(table: TableData, change: TableChange, live: LiveTable, lang: str) -> _TableRecord:
    keys = _keys(table)
    present = change.update.keys() & live.places().keys()
    columns = schema.table(table.name)
    owned = set(columns.names(schema.ADDIN))
    return _TableRecord(
        old={name: dict(zip(keys, table.cells(name), strict=True)) for name in present},
        written={
            name: dict(zip(keys, shown(columns.find(name), change.update[name], lang), strict=True))
            for name in present - owned
        },
        added=_added_keys(table, change.append),
        grown_from=live.part.last_data_row,
    )


def plan(record: Record, book: Book, tables: Mapping[str, LiveTable]) -> Undone:
    """How to go back from what stands in the workbook now."""
    undone = Undone(record.moment)
    for name, before in record.by_table.items():
        table = book[name]
        keys = _keys(table)
        places = _places_of_added(before, keys, record, table)
        change = undone.changes.table(name)
        change.update = {
            column: _gone_back(table, column, keys, before)
            for column in before.old
            if column in tables[name].places()
        }
        undone.deeds += list(deeds(tables[name], change, book))
        if places:
            undone.deeds += _shortening(tables[name], places, before)
        known = {key for old in before.old.values() for key in old}
        undone.rows[name] = (sum(key in known for key in keys), len(places))
    for name in dict.fromkeys([*record.replaced, *record.lines]):
        _plan_whole(name, record, undone, book, tables[name])
    return undone


def _plan_whole(name: str, record: Record, undone: Undone, book: Book, live: LiveTable) -> None:
    """All rows of a table, and the line under its title, as they were."""
    change = TableChange()
    before, said = record.replaced.get(name), record.lines.get(name)
    if before is not None:
        if not before.is_untouched(book[name]):
            raise BadValue("undo.typed_since", sheet=live.sheet.name, moment=_clock(record.moment))
        change = before.change()
        undone.replaced[live.sheet.name] = len(next(iter(before.before.values()), ()))
    if said is not None and line_of(live) == said.after:
        change.line = said.before
    undone.deeds += list(deeds(live, change, book))
    undone.changes.tables.setdefault(name, change)


def _gone_back(table: TableData, column: str, keys: list[Key], before: _TableRecord) -> list[Any]:
    """The column as it was; rows and cells that came or changed since stay as they are."""
    old, written = before.old[column], before.written.get(column)
    back = [
        old.get(key, cell) if written is None or written.get(key) == cell else cell
        for key, cell in zip(keys, table.cells(column), strict=True)
    ]
    return internal(schema.table(table.name).find(column), back)


def _places_of_added(
    before: _TableRecord, keys: list[Key], record: Record, table: TableData
) -> range:
    """Where the added rows stand; they must still be the last ones of the table."""
    last = range(len(keys) - len(before.added), len(keys))
    if last.start < 0 or Counter(keys[place] for place in last) != Counter(before.added):
        raise BadValue("undo.gone", sheet=table.sheet, moment=_clock(record.moment))
    return last


def _shortening(live: LiveTable, places: range, before: _TableRecord) -> list[Deed]:
    first = live.part.first_data_row
    rows = first + places.start, first + places.stop - 1
    found: list[Deed] = [Clearing(live, *rows, live.first_column, live.last_column)]
    # A row of totals that came since stays where it is, and the rows above it blank.
    if live.part.last_data_row > before.grown_from and not live.part.has_totals:
        found.append(Growth(live, max(before.grown_from, first + places.start - 1)))
    return found


def _keys(table: TableData) -> list[Key]:
    """Each row's key, with a number where a key stands more than once."""
    cells = {name: table.get(name) for name in _telling(table.name)}
    return _numbered(_words(cells, table.name), Counter())


def _added_keys(table: TableData, append: Mapping[str, Sequence[Any]]) -> tuple[Key, ...]:
    if not append:
        return ()
    there = Counter(word for word, _ in _keys(table))
    blank = [None] * len(next(iter(append.values())))
    cells = {
        name: append.get(name, blank) if name in table else blank for name in _telling(table.name)
    }
    return tuple(_numbered(_words(cells, table.name), there))


def _telling(name: str) -> list[str]:
    """The key, and what tells rows without a key apart: orders need no ID."""
    table = schema.table(name)
    return [table.key, *(c.name for c in table.columns if c.required and c.name != table.key)]


def _words(cells: Mapping[str, Sequence[Any]], name: str) -> list[str]:
    key, *others = (list(map(word, cells[column])) for column in _telling(name))
    if "" not in key:
        return key
    rest = zip(*others, strict=True) if others else ((),) * len(key)
    return [own or "\n".join(("", *more)) for own, more in zip(key, rest, strict=True)]


def _numbered(words: Sequence[str], seen: Counter[str]) -> list[Key]:
    numbered = []
    for one in words:
        seen[one] += 1
        numbered.append((one, seen[one]))
    return numbered


def _clock(moment: datetime) -> str:
    return moment.strftime("%H:%M")
