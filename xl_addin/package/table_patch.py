"""One table of one sheet brought to its new state: cells exchanged, rows added or taken away.

Everything is checked before the first cell is touched: room below the table, merged cells,
formulas in computed columns. Proved in tests/xl_addin/hosts/
test_closed_file.py and test_closed_file_oddities.py, on whole workbooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from udfs.errors import BadValue
from xl_addin.package import ranges
from xl_addin.package.cells import BLANK
from xl_addin.package.formulas import FillDown
from xl_addin.package.references import MAX_ROWS, Area, cell_name, column_letters, neighbours
from xl_addin.package.sheet import Restyle, Run, Sheet
from xl_addin.package.structure import TablePart

_TABLE_REF = re.compile(rb'(<table\b[^>]*?\sref=")([^"]*)(")')
# Excel's mark of a table whose one row is a blank to type into.
_INSERT_ROW = re.compile(rb'(<table\b[^>]*?)\sinsertRow="1"')
_FILTER_REFS = re.compile(rb'(<(?:autoFilter|sortState|sortCondition)\b[^>]*?\sref=")([^"]*)(")')


@dataclass
class TablePatch:
    """The new cells of a table, by sheet column (from 1); all lists of a block equally long.

    Cells are the endings that `cells.ending` makes.
    `update` starts at the first data row, `append` after `used_rows` rows; `single` holds lone
    cells by column and row of the table (from 0), where a formula that is there stays. With
    `exact` the table ends with the last row given and what stood below inside it is cleared.
    """

    part: TablePart
    used_rows: int
    update: dict[int, Sequence[str]] = field(default_factory=dict)
    append: dict[int, Sequence[str]] = field(default_factory=dict)
    single: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    restyle: Mapping[int, Restyle] = field(default_factory=dict)
    exact: bool = False

    @property
    def appended(self) -> int:
        return len(next(iter(self.append.values()), ()))

    @property
    def last_row(self) -> int:
        """The last data row when all is done; a table keeps at least one."""
        needed = self.part.first_data_row + max(self.used_rows + self.appended, 1) - 1
        return needed if self.exact else max(needed, self.part.last_data_row)

    @property
    def area(self) -> Area:
        area = self.part.area
        return area.ending_at(area.last_row + self.last_row - self.part.last_data_row)


def check(patch: TablePatch, sheet: Sheet) -> None:
    """Raise, naming the cells, when the table cannot be changed without harm."""
    part, area = patch.part, patch.part.area
    if patch.last_row > MAX_ROWS:
        raise BadValue("table.too_long", sheet=sheet.name, rows=patch.last_row)
    data = Area(part.first_data_row, area.first_column, patch.last_row, area.last_column)
    merged = ranges.merged_over(sheet.tail, data)
    if merged is not None:
        raise BadValue("table.merged", sheet=sheet.name, cells=str(merged))
    if part.has_totals and patch.last_row != part.last_data_row:
        raise BadValue("table.totals", sheet=sheet.name)
    _check_room(patch, sheet)
    _check_formulas(patch, sheet)
    _check_arrays(patch, sheet)
    _check_shared(patch, sheet)


def _check_room(patch: TablePatch, sheet: Sheet) -> None:
    area = patch.part.area
    for row in range(area.last_row + 1, patch.last_row + 1):
        if row not in sheet:
            continue
        for column in range(area.first_column, area.last_column + 1):
            if sheet.is_filled(row, column):
                raise BadValue(
                    "table.no_room", sheet=sheet.name, row=row, cell=cell_name(row, column)
                )


def _check_formulas(patch: TablePatch, sheet: Sheet) -> None:
    part = patch.part
    if not sheet.has_formulas:
        return
    for row in range(part.first_data_row, part.last_data_row + 1):
        if b"<f" not in sheet.row(row):
            continue
        for column in patch.update:
            cell = sheet.formula_in(row, column, column)
            if cell is not None:
                caption = part.captions[column - part.area.first_column]
                raise BadValue(
                    "table.formula_in_owned", sheet=sheet.name, cell=cell, column=caption
                )


def _check_arrays(patch: TablePatch, sheet: Sheet) -> None:
    """Part of an array formula cannot be changed; that is so in Excel too."""
    part = patch.part
    for area in sheet.array_areas():
        for column in {*patch.update, *patch.append, *patch.single}:
            written = Area(part.first_data_row, column, patch.last_row, column)
            if area.overlaps(written) and not area.is_one_cell:
                raise BadValue("table.array_formula", sheet=sheet.name, cells=str(area))


def _check_shared(patch: TablePatch, sheet: Sheet) -> None:
    """A formula that other cells share is not overwritten; they would lose theirs."""
    if not sheet.has_formulas or not (patch.append or patch.exact):
        return
    part = patch.part
    for row in range(part.first_data_row + patch.used_rows, part.last_data_row + 1):
        for column in patch.append:
            if sheet.shares_formula(row, column):
                cell = cell_name(row, column)
                raise BadValue("table.array_formula", sheet=sheet.name, cells=cell)


def apply(patch: TablePatch, sheet: Sheet) -> bool:
    """Change `sheet`; True when formulas were taken away (the calculation chain is then stale)."""
    check(patch, sheet)
    part = patch.part
    _write_block(patch, sheet, patch.update, part.first_data_row)
    _write_single(patch, sheet)
    if patch.append or patch.exact:
        _append(patch, sheet)
    stale = _clear_below(patch, sheet)
    stale |= sheet.has_formulas and bool(patch.append)
    if patch.last_row != part.last_data_row:
        area = part.area
        data = Area(part.first_data_row, area.first_column, part.last_data_row, area.last_column)
        sheet.tail = ranges.follow(sheet.tail, ranges.Move(data, patch.last_row))
    return stale


def _write_block(
    patch: TablePatch, sheet: Sheet, block: Mapping[int, Sequence[str]], first_row: int
) -> None:
    for columns in neighbours(block):
        run = Run(columns, patch.restyle)
        rows = zip(*(block[column] for column in columns), strict=True)
        for number, endings in enumerate(rows, first_row):
            sheet.write_run(number, run, endings)


def _write_single(patch: TablePatch, sheet: Sheet) -> None:
    for column, cells in patch.single.items():
        run = Run([column], patch.restyle)
        for position, ending in cells.items():
            row = patch.part.first_data_row + position
            if sheet.formula_in(row, column, column) is None:
                sheet.write_run(row, run, [ending])


def _append(patch: TablePatch, sheet: Sheet) -> None:
    """Rows that stand already (blank ones of the table) are filled, the others are made."""
    part = patch.part
    first, template = part.first_data_row + patch.used_rows, part.last_data_row
    numbers = range(first, patch.last_row + 1)
    fill = FillDown(part, sheet, template, patch.append.keys())
    if patch.exact:
        patch.append = _completed(patch, fill.columns)
    present = [number for number in numbers if number in sheet]
    for columns in neighbours(patch.append):
        absent = {column: str(sheet.style(template, column) or "") for column in columns}
        run = Run(columns, patch.restyle, absent)
        for number in present:
            index = number - first
            sheet.write_run(number, run, [patch.append[c][index] for c in columns])
    _new_rows(patch, sheet, template, [n for n in numbers if n not in sheet], first)
    fill.into(sheet, range(max(first, template + 1), patch.last_row + 1))


def _completed(patch: TablePatch, formulas: Iterable[int]) -> dict[int, Sequence[str]]:
    """Every column but those with formulas, so that no cell of an old row shines through."""
    area = patch.part.area
    columns = set(range(area.first_column, area.last_column + 1)) - set(formulas)
    rows = max(patch.appended, 1)
    blank = [BLANK] * rows
    return {column: patch.append.get(column) or blank for column in columns}


def _new_rows(
    patch: TablePatch, sheet: Sheet, template: int, numbers: list[int], first: int
) -> None:
    """Rows that are not there yet, each cell with the style of the last row's."""
    area = patch.part.area
    blank: Sequence[str] = [BLANK] * patch.appended
    columns = []
    for column in range(area.first_column, area.last_column + 1):
        restyle = patch.restyle.get(column, str)
        style = restyle(str(sheet.style(template, column) or ""))
        attribute = f'" s="{style}"' if style else '"'
        start = f'<c r="{column_letters(column)}'
        columns.append((start, attribute, patch.append.get(column, blank)))
    opening = sheet.row_opening(template)
    for number in numbers:
        index, name = number - first, str(number)
        cells = [
            start + name + attribute + cells[index]
            for start, attribute, cells in columns
            if cells[index] != BLANK or attribute != '"'
        ]
        body = "".join(cells).encode()
        sheet.set_row(number, b'<row r="%d"%b>%b</row>' % (number, opening, body))


def _clear_below(patch: TablePatch, sheet: Sheet) -> bool:
    """Blank the table's cells below its new end; True when a formula went."""
    area, stale = patch.part.area, False
    columns = range(area.first_column, area.last_column + 1)
    plain: Restyle = lambda _: "0"  # noqa: E731
    run, blanks = Run(columns, dict.fromkeys(columns, plain)), [BLANK] * len(columns)
    for number in range(patch.last_row + 1, patch.part.last_data_row + 1):
        if number not in sheet:
            continue
        stale |= sheet.formula_in(number, area.first_column, area.last_column) is not None
        sheet.write_run(number, run, blanks)
    return stale


def patch_table_part(xml: bytes, patch: TablePatch) -> bytes:
    """The table part with its area and its filter at the new size."""
    old, new = patch.part.area, patch.area

    def moved(found: re.Match[bytes]) -> bytes:
        area = Area.parse(found[2].decode())
        if area is None or area.last_row != old.last_row:
            return found[0]
        return found[1] + str(area.ending_at(new.last_row)).encode() + found[3]

    xml = _INSERT_ROW.sub(rb"\1", xml, count=1) if patch.appended else xml
    xml = _TABLE_REF.sub(lambda f: f[1] + str(new).encode() + f[3], xml, count=1)
    return _FILTER_REFS.sub(moved, xml)
