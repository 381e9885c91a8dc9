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
from xl_addin.hosts.live_cells import holds_formulas, is_excel, read_block, write_block
from xl_addin.hosts.live_growth import Growth
from xl_addin.hosts.live_snapshot import Snapshot, formulas_of, is_formula
from xl_addin.hosts.live_tables import LiveTable
from xl_addin.hosts.sheet_line import Place, band_place, is_band, line_place
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
class Line(_Rectangle):
    """The line under the title of a sheet of ours."""

    place: Place
    words: str

    def write(self) -> None:
        write_block(self.remembered(), [[self.words]], self.excel)

    def cells(self) -> Any:
        return self.live.range(*self.place, *self.place)


@dataclass
class Clearing(_Rectangle):
    """Cells of a table that are blank from now on."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def write(self) -> None:
        self.remembered().clear_contents()

    def cells(self) -> Any:
        return self.live.range(self.first_row, self.first_column, self.last_row, self.last_column)


Deed = Block | Clearing | Growth | Line


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
        yield from writer.clearings(last_row)
    if last_row > live.part.last_data_row or (exact and last_row != live.part.last_data_row):
        yield Growth(live, last_row)
    if rows:
        yield from writer.blocks(writer.columns(new), live.part.first_data_row + used)
    place = written_line(live) if change.line else None
    if place is not None:
        yield Line(live, place, change.line)


def written_line(live: LiveTable) -> Place | None:
    """Where the line under the title may be written; None on a sheet that is not of our making."""
    place = line_place(live.part)
    if place is None:
        return None
    band = live.range(*band_place(live.part), *band_place(live.part))
    ours = is_band(read_block(band, is_excel(live.sheet.book))[0][0])
    free = not holds_formulas(live.range(*place, *place), is_excel(live.sheet.book))
    return place if ours and free else None


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

    def clearings(self, last_row: int) -> Iterator[Clearing]:
        """All cells of the table, but in rows that stay not the formulas of the user's columns."""
        live, calculated = self.live, self.book[self.live.name].calculated
        first, last = live.part.first_data_row, live.part.last_data_row
        stays = min(last_row, last)
        for run in neighbours({p for name, p in self.places.items() if name not in calculated}):
            yield Clearing(live, first, stays, run[0], run[-1])
        if stays < last:
            yield Clearing(live, stays + 1, last, live.first_column, live.last_column)

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
