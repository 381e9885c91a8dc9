"""The selection laid over the master: for each sheet and table what stays, and where it goes.

Rows that no kept table row, header or total row holds are deleted whole; a column dropped from a
table is deleted whole, unless another table of the sheet needs it: then its cells are cleared.
A table of which no row is kept keeps one blank row. Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from xl_addin.copying.formula_parsing import MAX_COLUMNS
from xl_addin.copying.master import Master, MasterSheet, MasterTable
from xl_addin.copying.selection import Mask, Selection, SheetSelection, TableSelection
from xl_addin.copying.sheet_map import Run, SheetMap, gaps, sheet_map, without
from xl_addin.package.archive import FileRefused
from xl_addin.package.references import Area
from xl_addin.package.structure import TablePart

_ALL_ROWS = TableSelection()
_NO_ROWS = TableSelection(rows=())

KEPT = "kept"  # a cell of a row the caller chose for this reader
OPEN = "open"  # a cell of a table of the user's own that nobody named: kept, and scanned
FRAME = "frame"  # a header
TOTAL = "total"  # below the rows: what is computed there, and words
CLEARED = "cleared"
Treatment = str | Mask


@dataclass(frozen=True)
class TableMap:
    """A table of the copy; offsets count its columns in the master from 0."""

    master: MasterTable
    sheet: SheetMap
    rows: tuple[int, ...]  # kept data rows
    is_named: bool
    offsets: tuple[int, ...]  # columns that stand in the copy
    hidden: frozenset[int]  # of these, the ones whose cells were cleared
    masks: Mapping[int, Mask]

    @property
    def part(self) -> TablePart:
        return self.master.part

    @property
    def area(self) -> Area:
        """Where the table stands in the copy."""
        found = self.sheet.area(self.part.area)
        assert found is not None
        return found

    def column(self, caption: str) -> int | None:
        """The sheet column of the master, for a caption that the copy shows."""
        wanted = caption.casefold()
        for offset in self.offsets:
            if self.part.captions[offset].casefold() == wanted and offset not in self.hidden:
                return self.part.area.first_column + offset
        return None


@dataclass(frozen=True)
class Band:
    """Rows whose cells are treated alike: by column; columns outside tables are not named."""

    first: int
    last: int
    columns: Mapping[int, Treatment]
    table_columns: Mapping[int, TableMap]


class SheetPlan:
    """One sheet of the copy."""

    def __init__(self, master: MasterSheet, selection: SheetSelection) -> None:
        self.master, self.selection = master, selection
        chosen = {
            table.part.name.casefold(): _selection_of(table, selection) for table in master.tables
        }
        named = {name.casefold() for name in selection.tables}
        self._refuse_unknown(named - chosen.keys())
        layout = _Layout(master, chosen, named)
        self.map: SheetMap = layout.map
        self.tables: list[TableMap] = layout.table_maps()
        self.gone_tables = len(master.tables) - len(self.tables)
        self.bands = _bands(self.tables)
        self._starts = [band.first for band in self.bands]

    def _refuse_unknown(self, names: set[str]) -> None:
        for name in self.selection.tables:
            if name.casefold() in names:
                raise FileRefused("copying.no_table", sheet=self.master.name, table=name)

    @property
    def ours(self) -> bool:
        return self.selection.ours

    def band(self, row: int) -> Band | None:
        """The band of a row of the master; None where no table is."""
        place = bisect_right(self._starts, row) - 1
        if place >= 0 and row <= self.bands[place].last:
            return self.bands[place]
        return None

    def rows(self) -> list[int]:
        """The rows of the master that stand in the copy, ascending."""
        standing = self.master.rows.standing
        kept, start = [], 0
        for first, last in self.map.rows.runs:
            end = bisect_right(standing, first - 1)
            kept += standing[start:end]
            start = bisect_right(standing, last)
        return kept + standing[start:]


def _selection_of(table: MasterTable, selection: SheetSelection) -> TableSelection:
    named = {name.casefold(): chosen for name, chosen in selection.tables.items()}
    default = _NO_ROWS if selection.ours else _ALL_ROWS
    return named.get(table.part.name.casefold(), default)


class _Layout:
    """Works out which rows and columns of a sheet go."""

    def __init__(
        self, master: MasterSheet, chosen: Mapping[str, TableSelection], named: set[str]
    ) -> None:
        self.master, self.named = master, named
        self.chosen = [(table, chosen[table.part.name.casefold()]) for table in master.tables]
        self.kept = [self._kept_rows(table.part, selection) for table, selection in self.chosen]
        self.deleted_columns = self._deleted_columns()
        cleared: dict[int, list[Run]] = {}
        runs = self._deleted_rows(cleared)
        self.map = sheet_map(
            master.name, runs, self.deleted_columns, cleared, self._cleared_columns()
        )

    def _kept_rows(self, part: TablePart, selection: TableSelection) -> tuple[int, ...]:
        data = range(part.first_data_row, part.last_data_row + 1)
        if selection.rows is None:
            return tuple(data)
        kept = tuple(sorted(set(selection.rows)))
        if kept and (kept[0] < data.start or kept[-1] >= data.stop):
            raise FileRefused("copying.no_row", sheet=self.master.name, table=part.name)
        return kept

    def _deleted_columns(self) -> frozenset[int]:
        dropped = set().union(*(self._columns(t.part, s.dropped) for t, s in self.chosen))
        needed = set()
        for table, selection in self.chosen:
            area = table.part.area
            columns = set(range(area.first_column, area.last_column + 1))
            needed |= columns - self._columns(table.part, selection.dropped)
        return frozenset(dropped - needed)

    def _columns(self, part: TablePart, captions: frozenset[str]) -> set[int]:
        unknown = captions - set(part.captions)
        if unknown:
            raise FileRefused(
                "copying.no_column",
                sheet=self.master.name,
                table=part.name,
                column=sorted(unknown)[0],
            )
        first = part.area.first_column
        return {first + n for n, caption in enumerate(part.captions) if caption in captions}

    def _cleared_columns(self) -> list[Area]:
        found = []
        for table, selection in self.chosen:
            part = table.part
            for column in self._columns(part, selection.dropped) - self.deleted_columns:
                found.append(Area(part.first_data_row, column, part.area.last_row, column))
        return found

    def _deleted_rows(self, cleared: dict[int, list[Run]]) -> list[Run]:
        """Runs of rows that go; `cleared` gets the cells of rows that another table keeps."""
        deleted: list[Run] = []
        for number, (table, _) in enumerate(self.chosen):
            part = table.part
            runs = gaps(self.kept[number], part.first_data_row, part.last_data_row)
            left, shared = without(runs, self._needed_by_others(number))
            area = part.area
            for row in shared:
                cleared.setdefault(row, []).append((area.first_column, area.last_column))
            if not self.kept[number] and part.first_data_row not in shared:
                left, _ = without(left, [part.first_data_row])
                cleared[part.first_data_row] = [(1, MAX_COLUMNS)]
            deleted += left
        return _merged(deleted)

    def _needed_by_others(self, number: int) -> list[int]:
        mine = self.chosen[number][0].part.area
        rows: set[int] = set()
        for other, (table, _) in enumerate(self.chosen):
            part = table.part
            apart = part.area.last_row < mine.first_row or part.area.first_row > mine.last_row
            if other == number or apart:
                continue
            rows |= set(self.kept[other])
            rows |= set(range(part.area.first_row, part.first_data_row))
            rows |= set(range(part.last_data_row + 1, part.area.last_row + 1))
            if not self.kept[other]:
                rows.add(part.first_data_row)
        return sorted(rows)

    def table_maps(self) -> list[TableMap]:
        found = []
        for (table, selection), kept in zip(self.chosen, self.kept, strict=True):
            part, first = table.part, table.part.area.first_column
            offsets = tuple(
                n for n in range(len(part.captions)) if first + n not in self.deleted_columns
            )
            if not offsets:
                continue
            captions = part.captions
            hidden = frozenset(n for n in offsets if captions[n] in selection.dropped)
            self._columns(part, frozenset(selection.masks))
            masks = {
                n: selection.masks[captions[n]] for n in offsets if captions[n] in selection.masks
            }
            named = part.name.casefold() in self.named
            found.append(TableMap(table, self.map, kept, named, offsets, hidden, masks))
        return found


def _merged(runs: list[Run]) -> list[Run]:
    """Runs of tables side by side joined into runs that do not overlap."""
    merged: list[Run] = []
    for start, end in sorted(runs):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _bands(tables: list[TableMap]) -> list[Band]:
    cuts: set[int] = set()
    for table in tables:
        part = table.part
        cuts |= {part.area.first_row, part.first_data_row, part.last_data_row + 1}
        cuts.add(part.area.last_row + 1)
    bands, edges = [], sorted(cuts)
    for first, after in pairwise(edges):
        columns: dict[int, Treatment] = {}
        owners: dict[int, TableMap] = {}
        for table in tables:
            if table.part.area.first_row <= first <= table.part.area.last_row:
                columns |= _treatments(table, first)
                owners |= dict.fromkeys(columns.keys() - owners.keys(), table)
        if columns:
            bands.append(Band(first, after - 1, columns, owners))
    return bands


def _treatments(table: TableMap, row: int) -> dict[int, Treatment]:
    part = table.part
    is_data = part.first_data_row <= row <= part.last_data_row
    found: dict[int, Treatment] = {}
    for offset in table.offsets:
        column = part.area.first_column + offset
        if not is_data:
            below = row > part.last_data_row
            found[column] = TOTAL if below else FRAME
            if below and offset in table.hidden:
                found[column] = CLEARED
        elif offset in table.hidden:
            found[column] = CLEARED
        else:
            found[column] = table.masks.get(offset, KEPT if table.is_named else OPEN)
    return found


class BookMap:
    """All sheets and tables of the copy."""

    def __init__(self, master: Master, selection: Selection) -> None:
        self.master = master
        chosen = {sheet.name.casefold(): sheet for sheet in selection.sheets}
        whole = [
            name
            for sheet in selection.sheets
            for name, table in sheet.tables.items()
            if table.rows is None
        ]
        # Tables about no customer: a score may be held against any cell of them.
        self.common = {name.casefold() for name in [*selection.common, *whole]}
        unknown = chosen.keys() - {sheet.casefold() for sheet in master.sheet_order}
        if unknown:
            name = chosen[min(unknown)].name
            raise FileRefused("copying.no_sheet", file=master.path.name, sheet=name)
        self.plans: dict[str, SheetPlan] = {
            key: SheetPlan(sheet, chosen[key])
            for key, sheet in master.worksheets.items()
            if key in chosen
        }
        self.tables: dict[str, TableMap] = {
            table.part.name.casefold(): table
            for plan in self.plans.values()
            for table in plan.tables
        }

    @property
    def is_masked(self) -> bool:
        """Whether cells of some column are masked."""
        return any(table.masks for table in self.tables.values())
