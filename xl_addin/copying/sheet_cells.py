"""The rows of one sheet on their way into the copy: constants written, formulas waiting.

A row written as programs usually write it is read in one pass; any other cell by cell. Formulas
wait in their places until all are known (`fates.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from xl_addin.copying.book_map import CLEARED, FRAME, KEPT, TOTAL, SheetPlan, Treatment
from xl_addin.copying.cell_reading import RawCell, UnusualCell, cells_of, read_formula
from xl_addin.copying.cell_writing import NUMBER, CellWriter, FormulaCell
from xl_addin.copying.formula_parsing import Parsed, parse
from xl_addin.copying.master import Master
from xl_addin.package.archive import FileRefused

_USUAL = re.compile(
    r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(s|b|n|str|e|inlineStr)")?'
    r"(?:/>|>(?:(<f)([^>]*?)(?:/>|>([^<]*)</f>))?(?:<v>([^<]*)</v>)?"
    r'(?:<is>(<t(?: xml:space="preserve")?>[^<]*</t>)</is>)?</c>)'
)
# Its number stands first where programs write it as usual; the rest is the same in many rows.
_ROW_TAG = re.compile(rb'<row\b(?: r="\d+")?([^>]*?)/?>')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_ROW_SAYS = ("s", "customFormat", "ht", "customHeight", "outlineLevel", "thickTop", "thickBot")
_UNREADABLE = Parsed(("",), ((),), frozenset(), False, False)

_NO_COLUMNS: Mapping[int, Treatment] = {}
Pieces = list[str | FormulaCell]


class SheetCells:
    """All rows of one sheet; formulas stand in their places until they are written."""

    def __init__(self, master: Master, plan: SheetPlan, writer: CellWriter) -> None:
        self.master, self.plan, self.writer = master, plan, writer
        self.formulas: dict[tuple[int, int], FormulaCell] = {}
        self.blanked: set[tuple[int, int]] = set()
        self.spilled: dict[tuple[int, int], tuple[int, int]] = {}
        self.heights: dict[int, float] = {}
        self._shared: dict[str, Parsed] = {}
        self._row_tags: dict[tuple[bytes, bool], tuple[str, float | None]] = {}
        self._arrays = plan.master.filled_by_arrays()
        self.rows: dict[int, str | Pieces] = {row: self._row(row) for row in plan.rows()}

    def _row(self, row: int) -> str | Pieces:
        xml = self.plan.master.rows.row(row)
        band = self.plan.band(row)
        treatments = band.columns if band else _NO_COLUMNS
        cleared = row in self.plan.map.cleared_rows
        in_array = self._arrays and any(
            area.first_row <= row <= area.last_row for _, area in self._arrays
        )
        pieces = None if in_array or cleared else self._quick(row, xml, treatments)
        if pieces is None:
            pieces = self._cell_by_cell(row, xml, treatments)
        if b"<f" in xml:
            return pieces
        return "".join(cast(list[str], pieces))

    def _quick(self, row: int, xml: bytes, treatments: Mapping[int, Treatment]) -> Pieces | None:
        """The cells of a row that is written as usual, in one pass; None for any other."""
        text = xml.decode()
        found = _USUAL.findall(text)
        if len(found) != text.count("<c ") + text.count("<c>") or '<f t="array' in text:
            return None
        writer, number = self.writer, self.plan.map.rows.moved(row)
        places, styles, seen = writer.place, writer.used_styles, writer.screen.seen
        shared, is_number = writer.texts.of_master, NUMBER.match
        made: Pieces = []
        for letters, style, kind, formula, said, words, value, inline in found:
            column, new = places(letters)
            if new is None:
                continue
            styles.add(style)
            start = f'<c r="{new}{number}" s="{style}"' if style else f'<c r="{new}{number}"'
            treatment = treatments.get(column)
            if formula:
                raw = read_formula(said, words, False)
                cell = RawCell(column, style, kind or "n", value, None, raw, False)
                made.append(self._waiting(row, cell, treatment, start))
            elif inline and kind == "inlineStr":
                cell = RawCell(column, style, kind, None, inline, None, False)
                made.append(self._constant(row, cell, treatment, start))
            elif not value:
                if style:
                    made.append(f"{start}/>")
            elif treatment == KEPT and kind == "s":
                place, text = shared(value)
                seen.add(text)
                made.append(f'{start} t="s"><v>{place}</v></c>')
            elif treatment == KEPT and kind in ("", "n") and is_number(value):
                seen.add(value)
                made.append(f"{start}><v>{value}</v></c>")
            else:
                cell = RawCell(column, style, kind or "n", value, None, None, False)
                made.append(self._constant(row, cell, treatment, start))
        return made

    def _cell_by_cell(self, row: int, xml: bytes, treatments: Mapping[int, Treatment]) -> Pieces:
        try:
            cells = cells_of(xml)
        except UnusualCell as why:
            name = self.plan.master.name
            raise FileRefused("file.strict", file=self.master.path.name, sheet=name) from why
        made: Pieces = []
        number = self.plan.map.rows.moved(row)
        for cell in cells:
            letters = self.writer.letters(cell.column)
            if letters is None:
                continue
            start = self.writer.start(letters, number, cell.style)
            treatment = self._treatment(row, cell.column, treatments)
            anchor = self._array_at(row, cell.column)
            if anchor is not None and anchor != (row, cell.column):
                self.spilled[row, cell.column] = anchor
                made.append(self.writer.blank(start))
            elif cell.formula is not None:
                made.append(self._waiting(row, cell, treatment, start))
            else:
                made.append(self._constant(row, cell, treatment, start))
        return made

    def _constant(self, row: int, cell: RawCell, treatment: Treatment | None, start: str) -> str:
        if treatment is None and self.writer.is_blanked(cell, None):
            self.blanked.add((row, cell.column))
        return self.writer.constant(start, cell, treatment)

    def _treatment(
        self, row: int, column: int, treatments: Mapping[int, Treatment]
    ) -> Treatment | None:
        """How a cell is treated; None outside the tables."""
        found = treatments.get(column)
        cleared = found not in (FRAME, TOTAL) and self.plan.map.is_cleared(row, column)
        return CLEARED if cleared else found

    def _array_at(self, row: int, column: int) -> tuple[int, int] | None:
        """The cell whose array formula fills this one."""
        for anchor, area in self._arrays:
            rows, columns = area.last_row, area.last_column
            if area.first_row <= row <= rows and area.first_column <= column <= columns:
                return anchor
        return None

    def _waiting(
        self, row: int, cell: RawCell, treatment: Treatment | None, start: str
    ) -> FormulaCell:
        raw = cell.formula
        assert raw is not None
        if raw.kind == "shared" and raw.text is None:
            parsed = self._shared_formula(raw.index)
        elif raw.kind == "dataTable" or raw.text is None:
            parsed = _UNREADABLE
        else:
            parsed = self.master.formulas.parsed(raw.text, row, cell.column)
        area = raw.area if raw.kind == "array" else None
        dynamic = raw.dynamic and self.master.has_dynamic_arrays
        made = FormulaCell(
            row, cell.column, start, parsed, cell.kind, cell.value, treatment, area, dynamic
        )
        self.formulas[row, cell.column] = made
        return made

    def _shared_formula(self, index: str) -> Parsed:
        if index not in self._shared:
            found = self.plan.master.shared.get(index)
            self._shared[index] = _UNREADABLE if found is None else parse(*found)
        return self._shared[index]

    def attributes(self, row: int) -> str:
        """What the tag of a row says; rows of tables are never hidden, for a filter hid them."""
        found = _ROW_TAG.search(self.plan.master.rows.row(row)[:400])
        if found is None:
            return ""
        key = found[1], self.plan.band(row) is None
        if key not in self._row_tags:
            self._row_tags[key] = self._row_tag(*key)
        said, height = self._row_tags[key]
        if height is not None:
            self.heights[self.plan.map.rows.moved(row)] = height
        return said

    def _row_tag(self, tag: bytes, may_hide: bool) -> tuple[str, float | None]:
        """The attributes that go along, and the height where one is stated."""
        said = dict(_ATTRIBUTE.findall(tag.decode()))
        if "s" in said:
            self.writer.used_styles.add(said["s"])
        kept = {name: said[name] for name in _ROW_SAYS if name in said}
        if may_hide and said.get("hidden") in ("1", "true"):
            kept["hidden"] = "1"
        height = float(said["ht"]) if "ht" in said else None
        return "".join(f' {name}="{value}"' for name, value in kept.items()), height

    def without_anchor(self) -> Iterator[tuple[int, int]]:
        """Cells that an array formula filled which is not in the copy."""
        return (cell for cell, anchor in self.spilled.items() if anchor not in self.formulas)
