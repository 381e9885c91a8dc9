"""What becomes of each formula: it stays alive, leaves its value, or leaves nothing.

A formula stays when everything it refers to is in the copy; the program that opens the copy
computes it, so its old value stays only where this reader may see it (`sight.py`). One that reads
a cell whose formula could not stay would answer wrongly, so it cannot stay either. Formulas with
functions of ours never stay: they leave their value. Every cell that lost its formula says so in
a note. Proved in tests/xl_addin/copying/test_fates.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from udfs.texts import text
from xl_addin.copying.book_map import CLEARED
from xl_addin.copying.cell_writing import CellWriter, FormulaCell, cached_text
from xl_addin.copying.formula_parsing import Literal, Parsed, Piece, Reference, TableReference
from xl_addin.copying.notes import Note, plain_note
from xl_addin.copying.reference_map import Home, Mapped, Place, ReferenceMap, written_at
from xl_addin.copying.report import Tally
from xl_addin.copying.screening import Screen
from xl_addin.copying.selection import CopyDetails
from xl_addin.copying.sheet_cells import SheetCells
from xl_addin.copying.sight import Sight
from xl_addin.package.references import Area, cell_name

# More notes than this in a column of a table become one, on its header.
MOST_NOTES = 200
_MOST_LETTERS = 600
_CACHED = {"n", "b", "str"}
_THIS_ROW = re.compile(r"^[^\[]*\[\[#This Row\],\[(.*)\]\]$", re.DOTALL | re.IGNORECASE)
_PREFIX = re.compile(r"(?:_xlfn\.|_xlws\.|_xludf\.)+|(?:[\w.\[\]]+[.!])(?=CC_)", re.IGNORECASE)

Key = tuple[str, int, int]


@dataclass(frozen=True)
class Alive:
    """The formula of the copy, and whether its old value stays beside it."""

    text: str
    keeps_value: bool
    area: Area | None = None
    dynamic: bool = False


@dataclass(frozen=True)
class Frozen:
    """The value stays as a constant."""


@dataclass(frozen=True)
class Blank:
    """Nothing stays."""


Fate = Alive | Frozen | Blank


class Fates:
    """Decides for all formulas of a copy."""

    def __init__(
        self,
        references: ReferenceMap,
        sheets: Mapping[str, SheetCells],
        sight: Sight,
        screen: Screen,
    ) -> None:
        self.references, self.sheets, self.sight, self.screen = references, sheets, sight, screen
        self.fates: dict[Key, Fate] = {}
        self._alive: dict[Key, Mapped] = {}
        self._blanked = _Blanked()
        for sheet, cells in sheets.items():
            for row, column in [*cells.blanked, *cells.without_anchor()]:
                self._blanked.add(sheet, row, column)
        for key, cell in self._all():
            mapped = self._mapped(key, cell)
            if mapped is None:
                self._settle(key, cell)
            else:
                self._alive[key] = mapped
        self._spread()
        for key, mapped in self._alive.items():
            self.fates[key] = self._living(key, mapped)

    def _all(self) -> Iterator[tuple[Key, FormulaCell]]:
        for sheet, cells in self.sheets.items():
            for (row, column), cell in cells.formulas.items():
                yield (sheet, row, column), cell

    def _mapped(self, key: Key, cell: FormulaCell) -> Mapped | None:
        sheet = self.sheets[key[0]]
        if not sheet.plan.map.shows(cell.row, cell.column) or self.screen.finds_in(cell.parsed):
            return None
        if callable(cell.treatment):
            return None  # computed anew, it would answer what is to be masked
        if cell.area is not None and not sheet.plan.map.is_whole(cell.area):
            return None
        return self.references.formula(cell.parsed, Home(*key))

    def _spread(self) -> None:
        """Formulas that read a cell which lost what it held follow it, until none does."""
        while True:
            lost = [k for k, mapped in self._alive.items() if self._blanked.touch(mapped.places)]
            if not lost:
                return
            for key in lost:
                del self._alive[key]
                self._settle(key, self.sheets[key[0]].formulas[key[1:]])

    def _settle(self, key: Key, cell: FormulaCell) -> None:
        sheet = self.sheets[key[0]]
        shown = sheet.plan.map.shows(cell.row, cell.column)
        if shown and self._may_show(key[0], cell):
            self.fates[key] = Frozen()
            return
        self.fates[key] = Blank()
        if cell.treatment == CLEARED:
            return
        area = cell.area or Area(cell.row, cell.column, cell.row, cell.column)
        for row in range(area.first_row, min(area.last_row, area.first_row + 100_000) + 1):
            for column in range(area.first_column, area.last_column + 1):
                self._blanked.add(key[0], row, column)

    def _may_show(self, sheet: str, cell: FormulaCell) -> bool:
        """Whether the old value may stay: seen by where it came from, and by what it says."""
        if cell.kind not in _CACHED or not cell.value or not self.sight.value(sheet, cell):
            return False
        said = cached_text(cell) if cell.kind == "str" else cell.value
        return not self.screen.finds(said)

    def _living(self, key: Key, mapped: Mapped) -> Alive:
        sheet = self.sheets[key[0]]
        cell = sheet.formulas[key[1:]]
        area = None if cell.area is None else sheet.plan.map.area(cell.area)
        if area is not None and cell.dynamic and not mapped.whole:
            area = Area(area.first_row, area.first_column, area.first_row, area.first_column)
        return Alive(mapped.text, self._may_show(key[0], cell), area, cell.dynamic)


class _Blanked:
    """Cells of the master that hold nothing in the copy."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[str, int], set[int]] = defaultdict(set)

    def add(self, sheet: str, row: int, column: int) -> None:
        self._rows[sheet, column].add(row)

    def touch(self, places: tuple[Place, ...]) -> bool:
        """Whether any of these areas holds such a cell."""
        if not self._rows:
            return False
        return any(self._touches(sheet, area) for sheet, area in places)

    def _touches(self, sheet: str, area: Area) -> bool:
        if area.is_one_cell:
            return area.first_row in self._rows.get((sheet, area.first_column), ())
        return any(
            where == sheet
            and area.first_column <= column <= area.last_column
            and any(area.first_row <= row <= area.last_row for row in rows)
            for (where, column), rows in self._rows.items()
        )


class FormulaWriter:
    """Writes formula cells by their fate, and the notes on those that lost their formula."""

    def __init__(self, cells: SheetCells, fates: Fates, details: CopyDetails, tally: Tally) -> None:
        self.cells, self.details, self.tally = cells, details, tally
        self.screen = fates.screen
        self.fates = fates.fates
        self.key = cells.plan.master.name.casefold()
        self.writer: CellWriter = cells.writer
        self.uses_dynamic = False
        self._notes: defaultdict[int, list[tuple[FormulaCell, str]]] = defaultdict(list)

    def xml(self, cell: FormulaCell) -> str:
        """The cell in the copy."""
        start = cell.start
        fate = self.fates[self.key, cell.row, cell.column]
        if isinstance(fate, Alive):
            return self._alive(cell, fate, start)
        if isinstance(fate, Frozen):
            self._note(cell, "copying.note.frozen" if cell.parsed.calls_ours else _LOST)
            return self._frozen(cell, start)
        if cell.treatment != CLEARED:
            self._lost(cell)
        return self.writer.blank(start)

    def _alive(self, cell: FormulaCell, fate: Alive, start: str) -> str:
        said, mark = "", ""
        if fate.area is not None:
            said = f' t="array" ref="{fate.area}"'
            mark = ' cm="1"' if fate.dynamic else ""
            self.uses_dynamic |= fate.dynamic
        value, kind = "", ""
        if fate.keeps_value:
            kind = "" if cell.kind == "n" else f' t="{cell.kind}"'
            value = f"<v>{cell.value}</v>"
        return f"{start}{kind}{mark}><f{said}>{escape(fate.text)}</f>{value}</c>"

    def _frozen(self, cell: FormulaCell, start: str) -> str:
        self.tally.frozen += 1
        if callable(cell.treatment):
            self.tally.masked += 1
            return self.writer.text(start, cell.treatment(cached_text(cell)))
        if cell.kind == "str":
            return self.writer.text(start, cached_text(cell))
        kind = "" if cell.kind == "n" else f' t="{cell.kind}"'
        return f"{start}{kind}><v>{cell.value}</v></c>"

    def _lost(self, cell: FormulaCell) -> None:
        plan = self.cells.plan
        new = plan.map.rows.moved(cell.row), plan.map.columns.moved(cell.column)
        self.tally.blanked.append(f"{plan.master.name}!{cell_name(*new)}")
        if cell.parsed.calls_ours:
            self._note(cell, "copying.note.not_shown")
        elif cell.value:
            self._note(cell, _GONE)

    def _note(self, cell: FormulaCell, key: str) -> None:
        day = self.details.computed_on.isoformat()
        said = text(key, self.details.lang, day=day, formula=self._shown(cell.parsed, cell))
        self._notes[cell.column].append((cell, said))

    def _shown(self, parsed: Parsed, cell: FormulaCell) -> str:
        """The formula as a person reads it, without values this reader may not see."""
        home = Home(self.key, cell.row, cell.column)
        pieces = [_piece(piece, home, self.screen) for piece in parsed.pieces]
        whole = self.screen.without("=" + "".join(pieces))
        return whole if len(whole) <= _MOST_LETTERS else whole[:_MOST_LETTERS] + "…"

    def notes(self) -> list[Note]:
        """The notes of the sheet, at their places in the copy."""
        found = []
        where = self.cells.plan.map
        for column, cells in self._notes.items():
            new = where.columns.moved(column)
            if len(cells) > MOST_NOTES and (header := self._header(cells[0][0])) is not None:
                key = "copying.note.column"
                said = text(key, self.details.lang, n=len(cells), note=cells[0][1])
                found.append(plain_note(where.rows.moved(header), new, said))
                continue
            found += [plain_note(where.rows.moved(c.row), new, said) for c, said in cells]
        self.screen.known |= {note.text for note in found}
        return found

    def _header(self, cell: FormulaCell) -> int | None:
        band = self.cells.plan.band(cell.row)
        table = band.table_columns.get(cell.column) if band else None
        if table is None or not table.part.has_header:
            return None
        return table.part.area.first_row


_LOST = "copying.note.value_kept"
_GONE = "copying.note.blank"


def _piece(piece: Piece, home: Home, screen: Screen) -> str:
    if isinstance(piece, Literal):
        if not screen.finds(piece.value):
            return piece.text
        return '"…"' if piece.is_text else "…"
    if isinstance(piece, TableReference):
        found = _THIS_ROW.match(piece.text)
        if found is None:
            return screen.without(piece.text)
        return screen.without(f"[@{found[1]}]" if found[1].isalnum() else f"[@[{found[1]}]]")
    if isinstance(piece, Reference):
        return screen.without(written_at(piece, home))
    return screen.without(_PREFIX.sub("", piece if isinstance(piece, str) else piece.text))
