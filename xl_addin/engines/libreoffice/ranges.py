"""Ranges: clearing, inserting and deleting cells, on top of everything else a range can do.

Proved in tests/xl_addin/engines/test_ranges.py.
"""

from xl_addin.engines.libreoffice.bridge import enum
from xl_addin.engines.libreoffice.range_edits import RangeEdits
from xl_addin.engines.libreoffice.range_place import FILLED

# All of com.sun.star.sheet.CellFlags
_EVERYTHING = 1023


class Range(RangeEdits):
    def clear_contents(self) -> None:
        if self.xl is not None:
            self.xl.clearContents(FILLED)

    def clear(self) -> None:
        """Contents, looks and notes."""
        if self.xl is not None:
            self.xl.clearContents(_EVERYTHING)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        tall = self.shape[0] > self.shape[1]
        mode = {"down": "DOWN", "right": "RIGHT"}.get(shift or "")
        mode = mode or self._way("RIGHT" if tall else "DOWN")
        self._sheet.xl.insertCells(self.xl.RangeAddress, enum("sheet.CellInsertMode", mode))

    def delete(self, shift: str | None = None) -> None:
        wide = self.shape[1] > self.shape[0]
        mode = {"up": "UP", "left": "LEFT"}.get(shift or "")
        mode = mode or self._way("UP" if wide else "LEFT")
        self._sheet.xl.removeRange(self.xl.RangeAddress, enum("sheet.CellDeleteMode", mode))

    def _way(self, otherwise: str) -> str:
        """Which way cells move when nobody says: whole rows and columns as such."""
        last_row, last_column = self._sheet.limits
        if self.shape[1] == last_column:
            return "ROWS"
        return "COLUMNS" if self.shape[0] == last_row else otherwise
