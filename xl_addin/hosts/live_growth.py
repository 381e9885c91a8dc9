"""The rows a table of an open workbook gains or loses at its end.

New rows look like the last one: formats, height, what may be typed, and the formulas of the
user's own columns. Rows that go leave nothing behind.
Proved in tests/xl_addin/hosts/test_live_growth.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xl_addin import schema
from xl_addin.hosts.live_snapshot import is_formula
from xl_addin.hosts.live_tables import LiveTable
from xl_addin.package.references import neighbours

if TYPE_CHECKING:
    import xlwings as xw


@dataclass
class Growth:
    """The table's data end in `last_row` from now on."""

    live: LiveTable
    last_row: int
    height_below: float | None = field(default=None, init=False)

    def write(self) -> None:
        old = self.live.part.last_data_row
        self._resize(self.last_row)
        if self.last_row > old:
            self.height_below = self._rows(old + 1, old + 1).row_height
            if old >= self.live.part.first_data_row:
                self._fill_down(old, self.last_row)
        elif not self.live.part.has_totals:
            gone = self._rows(self.last_row + 1, old)
            gone.clear_formats()
            gone.rows.autofit()

    def restore(self) -> None:
        old = self.live.part.last_data_row
        self._resize(old)
        if self.last_row < old:
            self._fill_down(self.last_row, old)
            return
        fresh = self._rows(old + 1, self.last_row)
        fresh.clear()
        if self.height_below:
            fresh.row_height = self.height_below

    def _resize(self, last_row: int) -> None:
        live = self.live
        area = live.range(live.part.area.first_row, live.first_column, last_row, live.last_column)
        live.table.resize(area)

    def _rows(self, first: int, last: int) -> xw.Range:
        return self.live.range(first, self.live.first_column, last, self.live.last_column)

    def _fill_down(self, model: int, last: int) -> None:
        """Rows below `model` become like it, without what was typed or computed there."""
        above = self._rows(model, model)
        above.autofill(self._rows(model, last), "fill_copy")
        for run in neighbours(self._without_formulas(model)):
            self.live.range(model + 1, run[0], last, run[-1]).clear_contents()
        height = above.row_height  # 0 where the row is hidden
        if height and height != self._rows(model + 1, model + 1).row_height:
            self._rows(model + 1, last).row_height = height

    def _without_formulas(self, row: int) -> set[int]:
        """The columns whose contents are not filled down: ours, and those without a formula."""
        live, ours = self.live, set(schema.table(self.live.name).names())
        return {
            column
            for name, column in live.places().items()
            if name in ours or not is_formula(live.range(row, column, row, column).formula)
        }
