"""One worksheet part as rows of raw XML, in which single cells are exchanged.

Only the cells that are written are rebuilt; every other byte of a row stays as it was. Cells
keep their style. Rows are found by splitting at `</row>`, because parsing a sheet of millions
of cells into objects is what makes other libraries slow.
Source: ECMA-376 part 1, 18.3.1 (worksheets). Proved in tests/xl_addin/package/test_sheet.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xl_addin.package.archive import FileRefused
from xl_addin.package.cells import BLANK
from xl_addin.package.references import Area, cell_name, column_letters, column_number

_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData\b[^>]*>")
_ROW_NUMBER = re.compile(rb'<row\b[^>]*?\sr="(\d+)"')
_EMPTY_ROW = re.compile(rb"<row\b[^>]*/>")
_CELL_START = re.compile(rb'<c\b(?=[^>]*?\sr="([A-Z]{1,3})(\d+)")[^>]*>')
_STYLE = re.compile(rb'\ss="(\d+)"')
_USUAL_CELL = re.compile(r'<c r="([A-Z]+)\d+"(?: s="(\d+)")?')
_SPANS = re.compile(rb'\sspans="[^"]*"')
_FORMULA = re.compile(rb"<f[\s>/]")
_DIMENSION = re.compile(rb'(<dimension\b[^>]*\bref=")([^"]*)(")')


@dataclass
class Cell:
    """Where a cell stands in the bytes of its row."""

    column: int
    start: int
    end: int


@dataclass(frozen=True)
class Run:
    """Neighbouring columns that are written together, prepared once for all rows.

    `columns`: letters, and the style a cell gets ("" keeps its own).
    """

    first: int
    last: int
    columns: tuple[tuple[str, str], ...]
    first_cell: bytes
    next_cell: bytes

    @classmethod
    def of(cls, columns: Sequence[int], styles: Mapping[int, str]) -> Run:
        names = [column_letters(column) for column in columns]
        first, last = columns[0], columns[-1]
        return cls(
            first,
            last,
            tuple((n, styles.get(c, "")) for n, c in zip(names, columns, strict=True)),
            b'<c r="%b%%d"' % names[0].encode(),
            b'<c r="%b%%d"' % column_letters(last + 1).encode(),
        )


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
        self.rows: dict[int, bytes] = dict(self._split(data))

    def _split(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        previous = 0
        for piece in data.split(b"</row>"):
            start = piece.rfind(b"<row")
            if start > 0:  # rows without cells stand before it: <row r="7"/>
                for empty in _EMPTY_ROW.finditer(piece, 0, start):
                    yield self._row_number(empty[0], previous), empty[0]
                piece = piece[start:]
            if not piece.strip():
                continue
            number = self._row_number(piece, previous)
            previous = number
            yield number, piece if _EMPTY_ROW.fullmatch(piece.strip()) else piece + b"</row>"

    def _row_number(self, row: bytes, previous: int) -> int:
        if row.startswith(b'<row r="'):
            number = int(row[8 : row.index(b'"', 8)])
        else:
            found = _ROW_NUMBER.match(row.lstrip())
            number = int(found[1]) if found else 0
        if number <= previous:
            raise FileRefused("file.strict", file=self.file, sheet=self.name)
        return number

    def cells(self, number: int) -> list[Cell]:
        """The cells of row `number`, left to right."""
        return self._cells_of(self.rows.get(number, b""))

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
        row = self.rows.get(number, b"")
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
        cell = self.cell_bytes(number, column)
        return b"<v>" in cell or b"<is>" in cell or _FORMULA.search(cell) is not None

    def formula_in(self, number: int, first: int, last: int) -> str | None:
        """The first cell with a formula in these columns of the row, by name."""
        row = self.rows.get(number, b"")
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
        row = self.rows.get(number)
        if row is None or not row.endswith(b"</row>"):
            row = self._opened(number, row)
        start, end = row.find(run.first_cell % number), row.find(run.next_cell % number)
        if not 0 <= start < end:
            row = _SPANS.sub(b"", row, count=1)  # a hint of Excel's that may be wrong now
            start, end = self._place(row, run)
        kept = _styles_in(row[start:end])
        made = [
            f'<c r="{letters}{number}" s="{style}"{ending}'
            if (style := forced or kept.get(letters, ""))
            else f'<c r="{letters}{number}"{ending}' * (ending != BLANK)
            for (letters, forced), ending in zip(run.columns, endings, strict=True)
        ]
        self.rows[number] = row[:start] + "".join(made).encode() + row[end:]

    def _opened(self, number: int, row: bytes | None) -> bytes:
        if row is None:
            return b'<row r="%d"></row>' % number
        return row.strip()[:-2] + b"></row>"

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
        self.rows[number] = row

    def row_opening(self, number: int) -> bytes:
        """The attributes of a row that a new row below it should share (height, style)."""
        row = self.rows.get(number, b"<row>")
        attributes = row[4 : row.index(b">")].rstrip(b"/")
        return re.sub(
            rb'\s(?:r|spans|hidden|collapsed|outlineLevel|x14ac:dyDescent)="[^"]*"', b"", attributes
        )

    def xml(self, spread: Area | None = None) -> bytes:
        """The part again; `spread` is an area the stated dimension must reach."""
        head = self.head
        if spread is not None:
            head = _DIMENSION.sub(lambda found: _widened(found, spread), head)
        numbers = sorted(self.rows)
        body = b"".join([self.rows[number] for number in numbers])
        return b"".join((head, self.open, body, self.tail))


def _styles_in(piece: bytes) -> dict[str, str]:
    """Column letters to style index, for the cells in a piece of a row."""
    text = piece.decode()
    usual = _USUAL_CELL.findall(text)
    if len(usual) == text.count("<c "):
        return dict(usual)
    styles = {}
    for start in _CELL_START.finditer(piece):
        found = _STYLE.search(start[0])
        styles[start[1].decode()] = found[1].decode() if found else ""
    return styles


def _widened(found: re.Match[bytes], spread: Area) -> bytes:
    old = Area.parse(found[2].decode()) or spread
    new = Area(
        min(old.first_row, spread.first_row),
        min(old.first_column, spread.first_column),
        max(old.last_row, spread.last_row),
        max(old.last_column, spread.last_column),
    )
    return found[1] + str(new).encode() + found[3]
