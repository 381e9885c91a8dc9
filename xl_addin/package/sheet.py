"""One worksheet part as rows of raw XML, in which single cells are exchanged.

Only the cells that are written are rebuilt; every other byte of a row stays as it was. Cells
keep their style. Rows are found by splitting at `</row>`, because parsing a sheet of millions
of cells into objects is what makes other libraries slow.
Source: ECMA-376 part 1, 18.3.1 (worksheets). Proved in tests/xl_addin/package/test_sheet.py.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xl_addin.package.archive import FileRefused
from xl_addin.package.cells import BLANK
from xl_addin.package.references import Area, cell_name, column_letters, column_number

# From the style index of a cell ("" is the default) to the one it gets.
Restyle = Callable[[str], str]
# Column letters and style index of neighbouring cells, left to right.
Styles = tuple[tuple[str, str], ...]

_ROW_MARK = "\0"
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData\b[^>]*>")
_ROW = re.compile(rb'<row\b[^>]*?\sr="(\d+)"[^>]*>')
_CELL_START = re.compile(rb'<c\b(?=[^>]*?\sr="([A-Z]{1,3})(\d+)")[^>]*>')
_STYLE = re.compile(rb'\ss="(\d+)"')
_USUAL_CELL = re.compile(r'<c r="([A-Z]+)\d+"(?: s="(\d+)")?(?: t="\w+")?/?>')
_FILLED = re.compile(rb"<(?:v|is|f)[\s>/]")
_ARRAY = re.compile(rb'<f\b(?=[^>]*\st="(?:array|dataTable)")[^>]*?\sref="([^"]*)"')
_SHARED_MASTER = re.compile(rb'<f\b(?=[^>]*\st="shared")[^>]*?\sref="([^"]*)"')
_SPANS = re.compile(rb'\sspans="[^"]*"')
_FORMULA = re.compile(rb"<f[\s>/]")
_DIMENSION = re.compile(rb'(<dimension\b[^>]*\bref=")([^"]*)(")')


@dataclass
class Cell:
    """Where a cell stands in the bytes of its row."""

    column: int
    start: int
    end: int


class Run:
    """Neighbouring columns that are written together, prepared once for all rows.

    `restyle` maps a column to what makes a cell's style of the one it has; `absent` holds the
    styles of cells that do not stand there yet.
    """

    def __init__(
        self,
        columns: Sequence[int],
        restyle: Mapping[int, Restyle],
        absent: Mapping[int, str] | None = None,
    ) -> None:
        names = [column_letters(column) for column in columns]
        self.first, self.last = columns[0], columns[-1]
        self.columns = [(n, restyle.get(c, str)) for n, c in zip(names, columns, strict=True)]
        self.absent = {column_letters(c): style for c, style in (absent or {}).items()}
        self.first_cell = b'<c r="%b%%d"' % names[0].encode()
        self.next_cell = b'<c r="%b%%d"' % column_letters(self.last + 1).encode()
        self._templates: dict[Styles, str] = {}

    def cells(self, number: str, kept: Styles, endings: Sequence[str]) -> str:
        """The XML of the cells in row `number`; `kept` are the styles that stand there.

        Most rows of a table have the same styles, and then one template serves them all.
        """
        template = self._templates.get(kept)
        if template is None:
            template = self._templates[kept] = self._template(kept)
        if template:
            return template.replace(_ROW_MARK, number) % tuple(endings)
        made = []
        for (letters, style), ending in zip(self._styles(kept), endings, strict=True):
            if style:
                made.append(f'<c r="{letters}{number}" s="{style}"{ending}')
            elif ending != BLANK:  # a blank cell without a style need not stand there
                made.append(f'<c r="{letters}{number}"{ending}')
        return "".join(made)

    def _template(self, kept: Styles) -> str:
        """The cells with a mark for the row and %s for each ending; "" when one has no style."""
        styles = self._styles(kept)
        if not all(style for _, style in styles):
            return ""
        return "".join(f'<c r="{letters}{_ROW_MARK}" s="{style}"%s' for letters, style in styles)

    def _styles(self, kept: Styles) -> Styles:
        own = self.absent | dict(kept)
        return tuple((letters, new(own.get(letters, ""))) for letters, new in self.columns)


class Sheet:
    """A worksheet part opened for changing."""

    def __init__(self, xml: bytes, name: str, file: str) -> None:
        self.name, self.file = name, file
        found = _SHEET_DATA.search(xml)
        if found is None:
            raise FileRefused("file.strict", file=file, sheet=name)
        self.head = xml[: found.start()]
        if xml[found.start() : found.end()].endswith(b"/>"):
            self.open, data, self.tail = b"<sheetData>", b"", b"</sheetData>" + xml[found.end() :]
        else:
            self.open = found[0]
            end = xml.rindex(b"</sheetData>")
            data, self.tail = xml[found.end() : end], xml[end:]
        if b"<!" in data or b"<?" in data:
            raise FileRefused("file.strict", file=file, sheet=name)
        self._data = data
        self.has_formulas = b"<f" in data
        self._places = self._find_rows()
        self._numbers = list(self._places)
        self._changed: dict[int, bytes] = {}

    def _find_rows(self) -> dict[int, tuple[int, int]]:
        """Row number to start and end in the data; rows stay uncut until they are asked for."""
        found = [(int(row[1]), row.start()) for row in _ROW.finditer(self._data)]
        numbers = [number for number, _ in found]
        if len(found) != self._data.count(b"<row") or numbers != sorted(set(numbers)):
            raise FileRefused("file.strict", file=self.file, sheet=self.name)
        ends = [*(start for _, start in found[1:]), len(self._data)][: len(found)]
        return {number: (start, end) for (number, start), end in zip(found, ends, strict=True)}

    def __contains__(self, number: int) -> bool:
        return number in self._changed or number in self._places

    def row(self, number: int) -> bytes:
        """The XML of a row as it stands now; nothing where there is no such row."""
        changed = self._changed.get(number)
        if changed is not None:
            return changed
        start, end = self._places.get(number, (0, 0))
        return self._data[start:end]

    def numbers(self) -> list[int]:
        """The numbers of all rows that stand in the part, ascending."""
        return sorted(self._places.keys() | self._changed.keys())

    def cells(self, number: int) -> list[Cell]:
        """The cells of row `number`, left to right."""
        return self._cells_of(self.row(number))

    def _cells_of(self, row: bytes) -> list[Cell]:
        found = []
        for start in _CELL_START.finditer(row):
            closed = start[0].endswith(b"/>")
            end = start.end() if closed else row.index(b"</c>", start.end()) + 4
            found.append(Cell(column_number(start[1].decode()), start.start(), end))
        if len(found) != row.count(b"<c ") + row.count(b"<c>"):
            raise FileRefused("file.strict", file=self.file, sheet=self.name)
        return found

    def cell_bytes(self, number: int, column: int) -> bytes:
        """The XML of one cell, or nothing."""
        row = self.row(number)
        for cell in self._cells_of(row):
            if cell.column == column:
                return row[cell.start : cell.end]
        return b""

    def style(self, number: int, column: int) -> int:
        """The style index of a cell; 0 where there is no cell."""
        found = _STYLE.search(self.cell_bytes(number, column).split(b">", 1)[0])
        return int(found[1]) if found else 0

    def is_filled(self, number: int, column: int) -> bool:
        """Whether the cell holds a value or a formula."""
        return _FILLED.search(self.cell_bytes(number, column)) is not None

    def array_areas(self) -> list[Area]:
        """The areas of array formulas and data tables; part of one cannot be changed."""
        found = _ARRAY.findall(self._data) if self.has_formulas else []
        return [area for area in (Area.parse(ref.decode()) for ref in found) if area is not None]

    def shares_formula(self, number: int, column: int) -> bool:
        """Whether other cells take their formula from this one."""
        found = _SHARED_MASTER.search(self.cell_bytes(number, column))
        return found is not None and b":" in found[1]

    def formula_in(self, number: int, first: int, last: int) -> str | None:
        """The first cell with a formula in these columns of the row, by name."""
        row = self.row(number) if self.has_formulas else b""
        if b"<f" not in row:
            return None
        for cell in self._cells_of(row):
            if first <= cell.column <= last and _FORMULA.search(row, cell.start, cell.end):
                return cell_name(number, cell.column)
        return None

    def write_run(self, number: int, run: Run, endings: Sequence[str]) -> None:
        """Exchange neighbouring cells of one row; the others stay as they are.

        `endings` come from `cells.ending`, one for each column of the run. A cell without a
        style of its own in `run` keeps the style that is there; a blank cell without any goes.
        """
        row = self.row(number)
        if b"</row>" not in row:
            row = self._opened(number, row)
        start, end = row.find(run.first_cell % number), row.find(run.next_cell % number)
        if not 0 <= start < end:
            tag = row.index(b">")  # spans is a hint of Excel's that may be wrong now
            row = _SPANS.sub(b"", row[:tag]) + row[tag:]
            start, end = self._place(row, run)
        made = run.cells(str(number), _styles_in(row[start:end]), endings)
        self._changed[number] = row[:start] + made.encode() + row[end:]

    def _opened(self, number: int, row: bytes) -> bytes:
        """A row that has no cells yet, ready to take some."""
        return row.strip()[:-2] + b"></row>" if row else b'<row r="%d"></row>' % number

    def _place(self, row: bytes, run: Run) -> tuple[int, int]:
        """Start and end of the bytes that hold the cells of a run, or will."""
        cells = self._cells_of(row)
        inside = [cell for cell in cells if run.first <= cell.column <= run.last]
        if inside:
            return inside[0].start, inside[-1].end
        right = next((cell.start for cell in cells if cell.column > run.last), None)
        place = right if right is not None else row.rindex(b"</row>")
        return place, place

    def set_row(self, number: int, row: bytes) -> None:
        self._changed[number] = row

    def row_opening(self, number: int) -> bytes:
        """The attributes of a row that a new row below it should share (height, style)."""
        row = self.row(number) or b"<row>"
        attributes = row[4 : row.index(b">")].rstrip(b"/")
        return re.sub(
            rb'\s(?:r|spans|hidden|collapsed|outlineLevel|x14ac:dyDescent)="[^"]*"', b"", attributes
        )

    def xml(self, spread: Area | None = None) -> bytes:
        """The part again; `spread` is an area the stated dimension must reach."""
        head = self.head
        if spread is not None:
            head = _DIMENSION.sub(lambda found: _widened(found, spread), head)
        return b"".join((head, self.open, *self._body(), self.tail))

    def _body(self) -> Iterator[bytes]:
        """Changed rows, and between them what was there, in as few pieces as possible."""
        done = 0
        for number in sorted(self._changed):
            start, end = self._places.get(number) or self._gap_before(number)
            yield self._data[done:start]
            yield self._changed[number]
            done = end
        yield self._data[done:]

    def _gap_before(self, number: int) -> tuple[int, int]:
        """Where a new row belongs: before the next higher one."""
        following = bisect_right(self._numbers, number)
        place = (
            self._places[self._numbers[following]][0]
            if following < len(self._numbers)
            else len(self._data)
        )
        return place, place


def _styles_in(piece: bytes) -> Styles:
    """(column letters, style index or "") of the cells in a piece of a row."""
    text = piece.decode()
    usual = _USUAL_CELL.findall(text)
    if len(usual) == text.count("<c "):
        return tuple(usual)
    cells = [(start[1].decode(), _STYLE.search(start[0])) for start in _CELL_START.finditer(piece)]
    return tuple((letters, style[1].decode() if style else "") for letters, style in cells)


def _widened(found: re.Match[bytes], spread: Area) -> bytes:
    old = Area.parse(found[2].decode()) or spread
    new = Area(
        min(old.first_row, spread.first_row),
        min(old.first_column, spread.first_column),
        max(old.last_row, spread.last_row),
        max(old.last_column, spread.last_column),
    )
    return found[1] + str(new).encode() + found[3]
