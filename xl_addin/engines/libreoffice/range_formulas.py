"""Reading and writing the formulas of a range, a block at a time.

Proved in tests/xl_addin/engines/test_range_formulas.py.
"""

from collections.abc import Sequence
from typing import Any

from xl_addin.engines.libreoffice import formula_text, values
from xl_addin.engines.libreoffice.bridge import enum
from xl_addin.engines.libreoffice.range_place import FILLED
from xl_addin.engines.libreoffice.range_values import RangeValues

# So many rows are written in one go.
_PIECE_ROWS = 1000


class RangeFormulas(RangeValues):
    @property
    def formula(self) -> Any:
        """Formulas in Excel's notation; what is no formula as its text, as Excel gives it."""
        if self.xl is None:
            return None
        rows = tuple(
            tuple(self._excel_text(text) for text in row) for row in self.xl.getFormulaArray()
        )
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, value: Any) -> None:
        """Rows of formulas, or one for all cells whose relative references move along."""
        if self.xl is None:
            return
        if isinstance(value, str) and value.startswith("="):
            if self._filled_down(value):
                return
            value = self._moved(value)
        self._write_rows(self.as_rows(value))

    def _write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        own_table = self._own_table(rows)
        known: dict[str, str] = {}
        with self.notes_kept():
            self._put_texts(
                [tuple(self._calc_text(cell, known, own_table) for cell in row) for row in rows]
            )

    def _excel_text(self, text: str) -> str:
        if text.startswith("{=") and text.endswith("}"):
            text = text[1:-1]
        if text.startswith("="):
            return "=" + self.book.app.formulas.to_excel(text[1:], self.book)
        return text.removeprefix("'")

    def _filled_down(self, formula: str) -> bool:
        """Let LibreOffice fill a long column, where that changes nothing but the formulas.

        Filling is by far the fastest, but it leaves out hidden rows and copies the first cell's
        looks to all others.
        """
        if self.box[2] <= _PIECE_ROWS or self.box[3] > 1:
            return False
        shown = self.xl.queryVisibleCells().getRangeAddresses()
        alike = self.xl.getUniqueCellFormatRanges().Count == 1
        if not alike or sum(area.EndRow - area.StartRow + 1 for area in shown) < self.box[2]:
            return False
        self.at(self.row, self.column).formula = formula
        self.xl.fillAuto(enum("sheet.FillDirection", "TO_BOTTOM"), 1)
        return True

    def _moved(self, formula: str) -> Sequence[Sequence[str]]:
        _, _, rows, columns = self.box
        if formula_text.moved(formula, 1, 1) == formula:
            return [[formula] * columns] * rows
        return [
            [formula_text.moved(formula, down, across) for across in range(columns)]
            for down in range(rows)
        ]

    def _own_table(self, rows: Sequence[Sequence[Any]]) -> str:
        """The name that references like [@Amount] leave out; asked only where one may be."""
        if any(isinstance(value, str) and "[" in value for row in rows for value in row):
            table = self.table
            return table.name if table is not None else ""
        return ""

    def _calc_text(self, value: Any, known: dict[str, str], own_table: str) -> str:
        if not isinstance(value, str):
            value = values.to_write(value)
            return value if isinstance(value, str) else repr(value)
        if not value.startswith("=") or len(value) == 1:
            return value
        if value not in known:
            known[value] = "=" + self.book.app.formulas.to_calc(value[1:], own_table)
        return known[value]

    def _put_texts(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Write the block so that the time does not grow with the square of its height.

        LibreOffice groups like formulas that stand below each other, and registers the whole
        group anew for each cell that joins. So pieces are written with a row left out between
        them, and these rows last: then only they join long groups.
        """
        if len(rows) <= _PIECE_ROWS:
            self.xl.setFormulaArray(tuple(rows))
            return
        self.xl.clearContents(FILLED)
        starts = range(0, len(rows), _PIECE_ROWS)
        for first in starts:
            self._put_piece(rows, first + 1, min(first + _PIECE_ROWS, len(rows)))
        for first in starts:
            self._put_piece(rows, first, first + 1)

    def _put_piece(self, rows: Sequence[tuple[str, ...]], first: int, end: int) -> None:
        if first < end:
            piece = self.at(self.row + first, self.column, end - first, self.box[3])
            piece.xl.setFormulaArray(tuple(rows[first:end]))

    @property
    def formula2(self) -> Any:
        return self.formula

    @formula2.setter
    def formula2(self, value: Any) -> None:
        """As `formula`: LibreOffice 7.4 has no formulas that spill."""
        self.formula = value

    @property
    def formula_array(self) -> Any:
        text = self.xl.getArrayFormula() if self.xl is not None else ""
        return self._excel_text(text) if text else None

    @formula_array.setter
    def formula_array(self, value: str) -> None:
        text = self.book.app.formulas.to_calc(value.removeprefix("="))
        self.xl.setArrayFormula("=" + text if text else "")

    @property
    def has_array(self) -> bool:
        return bool(self.cell.getArrayFormula())
