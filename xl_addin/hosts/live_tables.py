"""Tables of an open workbook: where they stand, and their cells in blocks.

Every table is looked at once and read in pieces of some hundred thousand cells, so that a
person sees progress and may cancel between two pieces. Proved in tests/xl_addin/hosts/
test_hosts_alike.py.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xl_addin import schema
from xl_addin.hosts.live_cells import is_excel, read_block, with_dates
from xl_addin.hosts.live_snapshot import formulas_of, is_formula
from xl_addin.hosts.locating import empty_table, internal_names, locate_tables, used_rows
from xl_addin.package.references import Area
from xl_addin.package.structure import SheetPart, TablePart
from xl_addin.tables import TableData

if TYPE_CHECKING:
    import xlwings as xw

CELLS_AT_ONCE = 250_000


@dataclass(frozen=True)
class LiveTable:
    """One of our tables in the open workbook."""

    name: str
    part: TablePart
    sheet: xw.Sheet
    table: Any

    def range(self, first_row: int, first_column: int, last_row: int, last_column: int) -> xw.Range:
        """Cells by their places when the table was found, also where it has been moved since."""
        now, then = self.table.range, self.part.area
        down, right = now.row - then.first_row, now.column - then.first_column
        return self.sheet.range(
            (first_row + down, first_column + right), (last_row + down, last_column + right)
        )

    def is_as_long_as(self, last_row: int) -> bool:
        """Whether the table's data still end in `last_row`, and nobody has touched its columns."""
        area = self.part.area
        rows = last_row - area.first_row + 1 + self.part.has_totals
        return bool(self.table.range.shape == (rows, area.last_column - area.first_column + 1))

    @property
    def first_column(self) -> int:
        return self.part.area.first_column

    @property
    def last_column(self) -> int:
        return self.part.area.last_column

    def places(self) -> dict[str, int]:
        """Internal name, or the caption of a user's own column, to the column of the sheet."""
        named = zip(internal_names(self.name, self.part), self.part.captions, strict=True)
        return {
            name or caption: self.first_column + offset
            for offset, (name, caption) in enumerate(named)
        }


def all_tables(book: xw.Book) -> Iterator[tuple[xw.Sheet, Any]]:
    """Every table of the workbook with its sheet.

    Excel keeps tables by sheet, LibreOffice by document, where asking each sheet would be slow.
    """
    if is_excel(book):
        for sheet in book.sheets:
            for table in sheet.tables:
                yield sheet, table
        return
    from xlwings.main import Sheet, Table

    for table in book.impl.tables():
        yield Sheet(impl=table.sheet), Table(impl=table)


def find_tables(book: xw.Book) -> dict[str, LiveTable]:
    """Our tables in the open workbook, by internal name."""
    seen: dict[str, tuple[xw.Sheet, Any]] = {}
    parts = []
    for sheet, table in all_tables(book):
        part = _part(sheet, table)
        if part is not None:
            parts.append(part)
            seen[part.part] = (sheet, table)
    found = locate_tables(parts, book.name)
    return {name: LiveTable(name, part, *seen[part.part]) for name, part in found.items()}


def _part(sheet: xw.Sheet, table: Any) -> TablePart | None:
    """The table in the words of a package; None without a header, which we need."""
    if not table.show_headers:
        return None
    area = table.range
    (first_row, first_column), (rows, columns) = (area.row, area.column), area.shape
    header = sheet.range((first_row, first_column), (first_row, first_column + columns - 1))
    captions = tuple(str(c or "") for c in read_block(header, is_excel(sheet.book))[0])
    return TablePart(
        name=table.name,
        part=f"{sheet.name}!{table.name}",
        sheet=SheetPart(sheet.name, sheet.name),
        area=Area(first_row, first_column, first_row + rows - 1, first_column + columns - 1),
        captions=captions,
        calculated=(None,) * columns,
        has_header=True,
        has_totals=bool(table.show_totals),
    )


def read_tables(
    tables: Iterable[LiveTable], from_1904: bool
) -> Generator[str, None, dict[str, TableData]]:
    """All rows of the tables up to the last one that is filled, piece by piece."""
    read = {}
    for live in tables:
        rows: list[list[Any]] = []
        width = live.last_column - live.first_column + 1
        height = max(1, CELLS_AT_ONCE // width)
        for start in range(live.part.first_data_row, live.part.last_data_row + 1, height):
            yield "step.reading"
            end = min(start + height - 1, live.part.last_data_row)
            piece = live.range(start, live.first_column, end, live.last_column)
            rows += read_block(piece, is_excel(live.sheet.book))
        read[live.name] = _table_data(live, rows, from_1904)
    return read


def _table_data(live: LiveTable, rows: list[list[Any]], from_1904: bool) -> TableData:
    names = internal_names(live.name, live.part)
    rows = rows[: used_rows(rows, [name is not None for name in names])]
    data = empty_table(live.name, live.part)
    data.calculated = _calculated(live)
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    for name, caption, cells in zip(names, live.part.captions, columns, strict=True):
        if name is None:
            data.extra[caption] = list(cells)
        else:
            kind = schema.table(live.name).column(name).kind
            data.columns[name] = with_dates(list(cells), kind, from_1904)
    return data


def _calculated(live: LiveTable) -> frozenset[str]:
    """The user's own columns that continue a formula: their last cell holds one."""
    named = zip(internal_names(live.name, live.part), live.part.captions, strict=True)
    own = [(place, caption) for place, (name, caption) in enumerate(named) if name is None]
    last = live.part.last_data_row
    if not own or last < live.part.first_data_row:
        return frozenset()
    (formulas,) = formulas_of(live.range(last, live.first_column, last, live.last_column))
    return frozenset(caption for place, caption in own if is_formula(formulas[place]))


def has_keys(live: LiveTable, read: TableData, from_1904: bool) -> bool:
    """Whether the rows of the table still have the keys they were read with, in that order."""
    key = schema.table(live.name).key
    place = live.places().get(key)
    if place is None or not len(read):
        return True
    first = live.part.first_data_row
    cells = live.range(first, place, first + len(read) - 1, place)
    column = [row[0] for row in read_block(cells, is_excel(live.sheet.book))]
    return with_dates(column, schema.table(live.name).column(key).kind, from_1904) == read.get(key)
