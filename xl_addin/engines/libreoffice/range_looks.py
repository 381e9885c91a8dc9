"""How a range looks: number format, colours, font, widths, alignment, merged cells, notes.

Excel counts widths in characters of the standard font and heights in points; LibreOffice in
hundredths of a millimetre.

Proved in tests/xl_addin/engines/test_range_looks.py.
"""

from typing import Any

from xl_addin.engines.libreoffice import notes
from xl_addin.engines.libreoffice.bridge import enum
from xl_addin.engines.libreoffice.font import Font, from_uno_color, to_uno_color
from xl_addin.engines.libreoffice.range_formulas import RangeFormulas

_POINT = 2540 / 72
_PIXEL = 2540 / 96
# Calibri 11: a character is 7 pixels wide, a cell has 5 pixels of margin.
_CHARACTER, _MARGIN = 7, 5
_HORIZONTAL = {
    "general": "STANDARD",
    "left": "LEFT",
    "center": "CENTER",
    "right": "RIGHT",
    "fill": "REPEAT",
    "justify": "BLOCK",
    "distributed": "BLOCK",
}
# com.sun.star.table.CellVertJustify2
_VERTICAL = {"top": 1, "center": 2, "bottom": 3, "justify": 4, "distributed": 4}


class RangeLooks(RangeFormulas):
    @property
    def number_format(self) -> str | None:
        if self.xl is None:
            return ""
        key = self.uniform("NumberFormat")
        return None if key is None else self.book.number_formats.code(key)

    @number_format.setter
    def number_format(self, value: str) -> None:
        if self.xl is not None:
            self.xl.NumberFormat = self.book.number_formats.key(value)

    @property
    def color(self) -> tuple[int, int, int] | None:
        if self.xl is None:
            return None
        color = self.uniform("CellBackColor")
        return None if color in (None, -1) else from_uno_color(color)

    @color.setter
    def color(self, value: Any) -> None:
        if self.xl is not None:
            self.xl.CellBackColor = -1 if value is None else to_uno_color(value)

    def set_colors(self, colors: Any) -> None:
        for down, row in enumerate(colors):
            for across, color in enumerate(row):
                if color is not ...:
                    self(down + 1, across + 1).color = color

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def wrap_text(self) -> bool | None:
        wrapped = self.uniform("IsTextWrapped")
        return None if wrapped is None else bool(wrapped)

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self.xl.IsTextWrapped = bool(value)

    @property
    def horizontal_alignment(self) -> str | None:
        value = self.uniform("HoriJustify")
        names = {uno_name: name for name, uno_name in reversed(_HORIZONTAL.items())}
        return None if value is None else names[value.value]

    @horizontal_alignment.setter
    def horizontal_alignment(self, value: str) -> None:
        if value not in _HORIZONTAL:
            raise NotImplementedError(f"LibreOffice does not align cells {value!r}.")
        self.xl.HoriJustify = enum("table.CellHoriJustify", _HORIZONTAL[value])

    @property
    def vertical_alignment(self) -> str | None:
        names = {number: name for name, number in reversed(_VERTICAL.items())}
        # What nobody chose is at the bottom, as in Excel.
        value = self.uniform("VertJustify")
        return None if value is None else names.get(value, "bottom")

    @vertical_alignment.setter
    def vertical_alignment(self, value: str) -> None:
        self.xl.VertJustify = _VERTICAL[value]

    @property
    def column_width(self) -> float | None:
        widths = self._lines(self.xl.Columns, "Width")
        return None if widths is None else _characters(widths)

    @column_width.setter
    def column_width(self, value: float) -> None:
        pixels = int(value * _CHARACTER + _MARGIN) if value >= 1 else int(value * 12)
        self.xl.Columns.Width = round(pixels * _PIXEL)

    @property
    def row_height(self) -> float | None:
        heights = self._lines(self.xl.Rows, "Height")
        return None if heights is None else _points(heights)

    @row_height.setter
    def row_height(self, value: float) -> None:
        self.xl.Rows.Height = round(value * _POINT)

    @staticmethod
    def _lines(lines: Any, name: str) -> int | None:
        """The size that all rows or columns share; None where they differ."""
        first: int | None = None
        for index in range(min(lines.Count, 1000)):
            size = int(getattr(lines.getByIndex(index), name))
            if first is not None and abs(size - first) > 1:
                return None
            first = size
        return first

    @property
    def width(self) -> float:
        return _points(self.xl.Size.Width) if self.xl is not None else 0.0

    @property
    def height(self) -> float:
        return _points(self.xl.Size.Height) if self.xl is not None else 0.0

    @property
    def left(self) -> float:
        return _points(self.xl.Position.X) if self.xl is not None else 0.0

    @property
    def top(self) -> float:
        return _points(self.xl.Position.Y) if self.xl is not None else 0.0

    @property
    def row_hidden(self) -> bool | None:
        return self._hidden(self.xl.Rows)

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self.xl.Rows.IsVisible = not value

    @property
    def column_hidden(self) -> bool | None:
        return self._hidden(self.xl.Columns)

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        self.xl.Columns.IsVisible = not value

    @staticmethod
    def _hidden(lines: Any) -> bool | None:
        states = {bool(lines.getByIndex(index).IsVisible) for index in range(lines.Count)}
        return None if len(states) > 1 else not states.pop()

    def autofit(self, axis: str | None = None) -> None:
        if self.xl is None:
            return
        if axis in (None, "columns", "c"):
            self.xl.Columns.OptimalWidth = True
        if axis in (None, "rows", "r"):
            self.xl.Rows.OptimalHeight = True

    def clear_formats(self) -> None:
        # com.sun.star.sheet.CellFlags: HARDATTR and STYLES
        self.xl.clearContents(32 | 64)

    @property
    def merge_area(self) -> Any:
        cursor = self._sheet.xl.createCursorByRange(self.cell)
        cursor.collapseToMergedArea()
        return self.book.range_at(cursor.RangeAddress)

    @property
    def merge_cells(self) -> bool | None:
        merged = self.uniform("IsMerged")
        return None if merged is None else bool(merged)

    def merge(self, across: bool = False) -> None:
        row, column, rows, columns = self.box
        # LibreOffice does not widen cells that are merged already.
        self.xl.merge(False)
        for part in range(rows) if across else ():
            self.at(row + part, column, 1, columns).xl.merge(True)
        if not across:
            self.xl.merge(True)

    def unmerge(self) -> None:
        self.xl.merge(False)

    @property
    def note(self) -> notes.Note | None:
        return notes.note_at(self)

    def add_note(self, text: str) -> notes.Note:
        return notes.add(self, text)

    @property
    def hyperlink(self) -> str:
        fields = self.cell.TextFields
        if not fields.hasElements():
            raise ValueError("The cell doesn't seem to contain a hyperlink!")
        return str(fields.createEnumeration().nextElement().URL)

    def add_hyperlink(
        self, address: str, text_to_display: str | None = None, screen_tip: str | None = None
    ) -> None:
        """LibreOffice has no screen tip of its own for a link; it shows the address."""
        field = self.book.xl.createInstance("com.sun.star.text.TextField.URL")
        field.URL = address
        field.Representation = text_to_display or address
        cell = self.cell
        cell.setString("")
        cell.insertTextContent(cell.createTextCursor(), field, False)


def _points(length: float) -> float:
    """Points, to the quarter: Excel's own grain on a screen, and beyond LibreOffice's rounding."""
    return round(length / _POINT * 4) / 4


def _characters(width: int) -> float:
    pixels = round(width / _PIXEL)
    return round(max(pixels - _MARGIN, 0) / _CHARACTER, 2)
