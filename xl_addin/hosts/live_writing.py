"""What a command changes, as blocks of cells of an open workbook: checked, written, taken back.

Everything is refused before the first cell is written. Each block remembers what stood there,
so that a failure or a cancel in the middle leaves the table as it was.
Proved in tests/xl_addin/hosts/test_hosts_alike.py and test_live.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from udfs.errors import BadValue
from xl_addin import schema
from xl_addin.cells import shown
from xl_addin.hosts.live_cells import holds_formulas, is_excel, write_block
from xl_addin.hosts.live_snapshot import Snapshot, formulas_of, is_formula
from xl_addin.hosts.live_tables import LiveTable
from xl_addin.package.cells import refuse_long_texts
from xl_addin.package.references import MAX_ROWS, cell_name, neighbours
from xl_addin.tables import Book, Cells, TableChange

_ROWS_AT_ONCE = 20_000


@dataclass
class _Rectangle:
    """Cells of a table that will hold something else; `before` is filled when that is done."""

    live: LiveTable
    before: Snapshot | None = field(default=None, init=False)

    @property
    def excel(self) -> bool:
        return is_excel(self.live.sheet.book)

    def remembered(self) -> Any:
        """The cells, once what stands in them is kept."""
        cells = self.cells()
        self.before = Snapshot.of(cells, self.excel)
        return cells

    def restore(self) -> None:
        """Put back what stood there, dates and formulas included."""
        if self.before is not None:
            self.before.put_back(self.cells(), self.excel)

    def cells(self) -> Any:
        raise NotImplementedError


@dataclass
class Block(_Rectangle):
    """A rectangle of new values."""

    row: int
    column: int
    values: list[list[Any]]

    def write(self) -> None:
        write_block(self.remembered(), self.values, self.excel)

    def cells(self) -> Any:
        last_row = self.row + len(self.values) - 1
        last_column = self.column + len(self.values[0]) - 1
        return self.live.range(self.row, self.column, last_row, last_column)


@dataclass
class Growth:
    """The rows a table gains or loses at its end."""

    live: LiveTable
    last_row: int

    def write(self) -> None:
        part = self.live.part
        self._resize(self.last_row)
        if self.last_row > part.last_data_row >= part.first_data_row:
            self._fill_down()

    def restore(self) -> None:
        old = self.live.part.last_data_row
        self._resize(old)
        if self.last_row > old:
            live = self.live
            live.range(old + 1, live.first_column, self.last_row, live.last_column).clear()

    def _resize(self, last_row: int) -> None:
        live = self.live
        area = live.range(live.part.area.first_row, live.first_column, last_row, live.last_column)
        live.table.resize(area)

    def _fill_down(self) -> None:
        """Formats of the last row, and the formulas of the user's own columns."""
        live, old = self.live, self.live.part.last_data_row
        last = live.range(old, live.first_column, old, live.last_column)
        last.autofill(
            live.range(old, live.first_column, self.last_row, live.last_column), "fill_formats"
        )
        ours = set(schema.table(live.name).names())
        for name, column in live.places().items():
            cell = live.range(old, column, old, column)
            if name not in ours and is_formula(cell.formula):
                cell.autofill(live.range(old, column, self.last_row, column), "fill_copy")


@dataclass
class Clearing(_Rectangle):
    """Rows of a table that are blank from now on."""

    first_row: int
    last_row: int

    def write(self) -> None:
        self.remembered().clear_contents()

    def cells(self) -> Any:
        live = self.live
        return live.range(self.first_row, live.first_column, self.last_row, live.last_column)


Deed = Block | Growth | Clearing


def refuse_resized(deed: Deed, done: Sequence[Deed]) -> None:
    """Between two deeds the user may have inserted or deleted rows: then the places are wrong."""
    live = deed.live
    grown = [one.last_row for one in done if isinstance(one, Growth) and one.live is live]
    if not live.is_as_long_as(grown[-1] if grown else live.part.last_data_row):
        raise BadValue("live.changed_meanwhile", sheet=live.part.sheet.name)


def take_back(done: Sequence[Deed]) -> None:
    """Put back what stood before, the last deed first; says so where it could not be done."""
    failed: tuple[Deed, Exception] | None = None
    for number in reversed(range(len(done))):
        deed = done[number]
        try:
            # A deed that failed half way may or may not have changed the length itself.
            if not isinstance(deed, Growth):
                refuse_resized(deed, done[:number])
            deed.restore()
        except Exception as why:
            failed = failed or (deed, why)
    if failed is not None:
        deed, cause = failed
        raise BadValue("live.not_restored", sheet=deed.live.part.sheet.name) from cause


def deeds(live: LiveTable, change: TableChange, book: Book) -> Iterator[Deed]:
    """What is to be done for one table, in order; refuses what would do harm."""
    writer = _Writer(live, book)
    used = 0 if change.replace is not None else len(book[live.name])
    new = change.append if change.replace is None else change.replace
    rows = len(next(iter(new.values()), ()))
    last_row = live.part.first_data_row + max(used + rows, 1) - 1
    writer.refuse_harm(change, last_row)
    yield from writer.blocks(writer.computed(change.update), live.part.first_data_row)
    yield from writer.single_cells(change.update)
    exact = change.replace is not None
    if exact:
        yield Clearing(live, live.part.first_data_row, live.part.last_data_row)
    if last_row > live.part.last_data_row or (exact and last_row != live.part.last_data_row):
        yield Growth(live, last_row)
    if rows:
        yield from writer.blocks(writer.columns(new), live.part.first_data_row + used)


class _Writer:
    """The columns of one change as cells of one table."""

    def __init__(self, live: LiveTable, book: Book) -> None:
        self.live, self.book = live, book
        self.places = live.places()
        self.owned = set(schema.table(live.name).names(schema.ADDIN))

    def refuse_harm(self, change: TableChange, last_row: int) -> None:
        part = self.live.part
        sheet = part.sheet.name
        if last_row > MAX_ROWS:
            raise BadValue("table.too_long", sheet=sheet, rows=last_row)
        if part.has_totals and last_row > part.last_data_row:
            raise BadValue("table.totals", sheet=sheet)
        if last_row > part.area.last_row:
            self._refuse_no_room(part.area.last_row + 1, last_row)
        for column in self.owned & change.update.keys() & self.places.keys():
            self._refuse_formula(column)

    def _refuse_no_room(self, first: int, last: int) -> None:
        live = self.live
        last = min(last, live.sheet.used_range.last_cell.row)
        if last < first:
            return
        below = live.range(first, live.first_column, last, live.last_column)
        found = Snapshot.of(below, is_excel(live.sheet.book))
        for row, line in enumerate(found.values):
            for column in range(len(line)):
                if not found.is_blank(row, column):
                    name = cell_name(first + row, live.first_column + column)
                    sheet = live.part.sheet.name
                    raise BadValue("table.no_room", sheet=sheet, row=first + row, cell=name)

    def _refuse_formula(self, column: str) -> None:
        live, place = self.live, self.places[column]
        cells = live.range(live.part.first_data_row, place, live.part.last_data_row, place)
        if not holds_formulas(cells, is_excel(live.sheet.book)):
            return
        for row, (cell,) in enumerate(formulas_of(cells), live.part.first_data_row):
            if is_formula(cell):
                raise BadValue(
                    "table.formula_in_owned",
                    sheet=live.part.sheet.name,
                    cell=cell_name(row, place),
                    column=live.part.captions[place - live.first_column],
                )

    def computed(self, update: Mapping[str, Cells]) -> dict[int, list[Any]]:
        return self.columns({name: cells for name, cells in update.items() if name in self.owned})

    def columns(self, values: Mapping[str, Cells]) -> dict[int, list[Any]]:
        """Cells by column of the sheet; a column the user has deleted is not written."""
        return {
            self.places[name]: self._shown(name, cells)
            for name, cells in values.items()
            if name in self.places
        }

    def _shown(self, name: str, cells: Cells) -> list[Any]:
        words = shown(schema.table(self.live.name).find(name), cells, self.book.lang)
        refuse_long_texts(words, self.live.part.sheet.name, name)
        return words

    def blocks(self, columns: Mapping[int, Sequence[Any]], first_row: int) -> Iterator[Block]:
        """Neighbouring columns together, some thousand rows at a time."""
        for run in neighbours(columns):
            rows = list(map(list, zip(*(columns[column] for column in run), strict=True)))
            for start in range(0, len(rows), _ROWS_AT_ONCE):
                piece = rows[start : start + _ROWS_AT_ONCE]
                yield Block(self.live, first_row + start, run[0], piece)

    def single_cells(self, update: Mapping[str, Cells]) -> Iterator[Block]:
        """Of a user's column only the cells that differ; a formula that is there stays."""
        table = self.book[self.live.name]
        for name, cells in update.items():
            if name in self.owned or name not in self.places:
                continue
            old = table.cells(name)
            pairs = enumerate(zip(self._shown(name, cells), old, strict=True))
            new = {position: cell for position, (cell, was) in pairs if cell != was}
            if new:
                yield from self._changed_runs(self.places[name], new, len(old))

    def _changed_runs(self, place: int, new: dict[int, Any], rows: int) -> Iterator[Block]:
        first = self.live.part.first_data_row
        formulas = formulas_of(self.live.range(first, place, first + rows - 1, place))
        kept = {position for position, (cell,) in enumerate(formulas) if is_formula(cell)}
        for run in neighbours(new.keys() - kept):
            yield Block(self.live, first + run[0], place, [[new[position]] for position in run])
