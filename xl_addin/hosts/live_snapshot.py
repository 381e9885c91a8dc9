"""What stands in a block of cells of an open workbook, remembered before something else is written.

Proved in tests/xl_addin/hosts/test_live.py: a cancel and a failure leave every cell as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xl_addin.hosts.live_cells import holds_formulas, read_block, write_block


@dataclass(frozen=True)
class Snapshot:
    """What stands in a rectangle of cells: values, and the formulas by row and column in it."""

    values: list[list[Any]]
    formulas: dict[tuple[int, int], str]

    @classmethod
    def of(cls, cells: Any, excel: bool) -> Snapshot:
        values = read_block(cells, excel)
        if not holds_formulas(cells, excel):
            return cls(values, {})
        formulas = {
            (row, column): formula
            for row, line in enumerate(formulas_of(cells))
            for column, formula in enumerate(line)
            if is_formula(formula) and formula != values[row][column]
        }
        return cls(values, formulas)

    def put_back(self, cells: Any, excel: bool) -> None:
        write_block(cells, self.values, excel)
        for (row, column), formula in self.formulas.items():
            cells[row, column].formula = formula

    def is_blank(self, row: int, column: int) -> bool:
        return self.values[row][column] is None and (row, column) not in self.formulas


def formulas_of(cells: Any) -> list[list[Any]]:
    """The formulas of a range in rows; where there is none, what Excel gives instead."""
    found = cells.formula
    if not isinstance(found, (tuple, list)):
        return [[found]]
    rows = [list(row) if isinstance(row, (tuple, list)) else [row] for row in found]
    if cells.shape[0] == 1 and len(rows) > 1:  # one row comes as a flat list
        return [[cell for row in rows for cell in row]]
    return rows


def is_formula(content: object) -> bool:
    return isinstance(content, str) and content[:1] == "="
