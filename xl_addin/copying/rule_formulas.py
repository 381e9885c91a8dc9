"""Formulas of conditional formats, validations and sparklines, written for the copy.

Such a formula is meant for the first cell of its range and moves along with every other cell. A
relative column must therefore stand at the same distance from each column of the range as before.
Source: ECMA-376 part 1, 18.3.1.43 (formula), 18.3.1.33. Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

from xl_addin.copying.book_map import SheetPlan
from xl_addin.copying.formula_parsing import End, Literal, Parsed, Reference, parse
from xl_addin.copying.reference_map import (
    Home,
    NotChecked,
    ReferenceMap,
    sheet_prefix,
    texts_as_references,
)
from xl_addin.copying.screening import Screen
from xl_addin.copying.sheet_map import SheetMap
from xl_addin.package.references import MAX_ROWS, Area, column_letters


class RuleFormulas:
    """The formulas of one rule; `areas` are its cells in the master."""

    def __init__(
        self, references: ReferenceMap, screen: Screen, plan: SheetPlan, areas: list[Area]
    ) -> None:
        self.references, self.screen, self.plan = references, screen, plan
        self.areas = areas
        self.kept = [new for area in areas if (new := plan.map.area(area)) is not None]
        self.base = _first_cell(areas)
        self.new_base = _first_cell(self.kept)
        self.called_ours = False

    @property
    def sqref(self) -> str:
        """The cells of the rule in the copy; empty when none is left."""
        return " ".join(str(area) for area in self.kept)

    def formula(self, text: str) -> str | None:
        """The formula in the copy; None when it cannot go along."""
        parsed = parse(text, *self.base)
        self.called_ours |= parsed.calls_ours
        strange = any(
            ("", name.casefold()) not in self.references.names for name in parsed.strange_calls
        )
        if not parsed.understood or parsed.calls_ours or strange or self.screen.finds_in(parsed):
            return None
        home = Home(self.plan.master.name.casefold(), *self.base)
        try:
            if any(self.references.operand(o, home) is None for o in texts_as_references(parsed)):
                return None
            return "".join(self._pieces(parsed, home))
        except NotChecked:
            return None

    def _pieces(self, parsed: Parsed, home: Home) -> list[str]:
        made = []
        for piece in parsed.pieces:
            if isinstance(piece, str):
                made.append(piece)
            elif isinstance(piece, Literal):
                if piece.is_text and any(map(self.screen.finds, piece.value.split(","))):
                    raise NotChecked
                made.append(piece.text)
            elif isinstance(piece, Reference):
                made.append(self._cells(piece))
            else:
                mapped = self.references.operand(piece, home)
                if mapped is None:
                    raise NotChecked
                made.append(mapped.text)
        return made

    def _cells(self, reference: Reference) -> str:
        own = self.plan.map
        plan = self.plan
        if reference.sheet is not None:
            found = self.references.book.plans.get(reference.sheet.casefold())
            if found is None:
                raise NotChecked
            plan = found
        first, last = reference.first, reference.last or reference.first
        rows = self._rows(first, last, plan.map, plan.map is own)
        columns = self._columns(first, last, plan.map)
        text = _corner(first, rows[0], columns[0])
        if reference.last is not None:
            text += ":" + _corner(last, rows[1], columns[1])
        return text if reference.sheet is None else f"{sheet_prefix(plan.map.name)}!{text}"

    def _rows(
        self, first: End, last: End, where: SheetMap, own: bool
    ) -> tuple[int | None, int | None]:
        if first.row is None or last.row is None:
            return None, None
        if first.row_fixed and last.row_fixed:
            shrunk = where.rows.shrunk(min(first.row, last.row), max(first.row, last.row))
            if shrunk is None:
                raise NotChecked
            return shrunk
        if not own and (where.rows or self.plan.map.rows):
            raise NotChecked  # rows beside each other no longer stand so
        return self._row(first, where), self._row(last, where)

    def _row(self, end: End, where: SheetMap) -> int:
        assert end.row is not None
        row = where.rows.moved(end.row) if end.row_fixed else self.new_base[0] + end.row
        if not 1 <= row <= MAX_ROWS:
            raise NotChecked
        return row

    def _columns(self, first: End, last: End, where: SheetMap) -> tuple[int | None, int | None]:
        if first.column is None or last.column is None:
            return None, None
        left, right = self._column(first, where), self._column(last, where)
        if first.column_fixed and last.column_fixed:
            low, high = sorted((first.column, last.column))
            if where.columns.between(low, high):
                raise NotChecked
        elif abs(right - left) != abs(self._old(last) - self._old(first)):
            raise NotChecked
        return left, right

    def _old(self, end: End) -> int:
        assert end.column is not None
        return end.column if end.column_fixed else self.base[1] + end.column

    def _column(self, end: End, where: SheetMap) -> int:
        assert end.column is not None
        if end.column_fixed:
            if end.column in where.columns:
                raise NotChecked
            return where.columns.moved(end.column)
        steps = set()
        for area in self.areas:
            for column in range(area.first_column, area.last_column + 1):
                if column not in self.plan.map.columns:
                    target = column + end.column
                    if target < 1 or target in where.columns:
                        raise NotChecked
                    steps.add(where.columns.moved(target) - self.plan.map.columns.moved(column))
        if len(steps) != 1:
            raise NotChecked
        return self.new_base[1] + steps.pop()


def _first_cell(areas: list[Area]) -> tuple[int, int]:
    rows = (area.first_row for area in areas)
    return min(rows, default=1), min((area.first_column for area in areas), default=1)


def _corner(end: End, row: int | None, column: int | None) -> str:
    letters = "" if column is None else f"{'$' * end.column_fixed}{column_letters(column)}"
    return letters + ("" if row is None else f"{'$' * end.row_fixed}{row}")
