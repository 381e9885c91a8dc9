"""The font of a range, and colours as Excel and LibreOffice count them.

LibreOffice keeps a second font for Chinese, Japanese and Korean text; both are set together.

Proved in tests/xl_addin/engines/test_range_looks.py.
"""

from typing import Any

from xlwings import base_classes
from xlwings.utils import hex_to_rgb, int_to_rgb

from xl_addin.engines.libreoffice.bridge import enum

# com.sun.star.awt.FontWeight
_NORMAL, _BOLD = 100.0, 150.0
_AUTOMATIC = -1


def from_uno_color(color: int) -> tuple[int, int, int]:
    return color >> 16 & 255, color >> 8 & 255, color & 255


def to_uno_color(color: Any) -> int:
    """A colour as xlwings takes it: three numbers, "#rrggbb", or Excel's number (blue first)."""
    if isinstance(color, str):
        color = hex_to_rgb(color)
    elif isinstance(color, int):
        color = int_to_rgb(color)
    red, green, blue = color
    return int(red << 16 | green << 8 | blue)


class Font(base_classes.Font):
    def __init__(self, cells: Any) -> None:
        self.cells = cells

    @property
    def api(self) -> Any:
        return self.cells.xl

    def _set(self, name: str, value: Any) -> None:
        setattr(self.api, name, value)
        setattr(self.api, f"{name}Asian", value)

    @property
    def bold(self) -> bool | None:
        weight = self.cells.uniform("CharWeight")
        return None if weight is None else weight > _NORMAL

    @bold.setter
    def bold(self, value: bool) -> None:
        self._set("CharWeight", _BOLD if value else _NORMAL)

    @property
    def italic(self) -> bool | None:
        posture = self.cells.uniform("CharPosture")
        return None if posture is None else posture.value != "NONE"

    @italic.setter
    def italic(self, value: bool) -> None:
        self._set("CharPosture", enum("awt.FontSlant", "ITALIC" if value else "NONE"))

    @property
    def size(self) -> float | None:
        height = self.cells.uniform("CharHeight")
        return None if height is None else float(height)

    @size.setter
    def size(self, value: float) -> None:
        self._set("CharHeight", float(value))

    @property
    def color(self) -> tuple[int, int, int] | None:
        color = self.cells.uniform("CharColor")
        if color is None:
            return None
        return (0, 0, 0) if color == _AUTOMATIC else from_uno_color(color)

    @color.setter
    def color(self, value: Any) -> None:
        self.api.CharColor = to_uno_color(value)

    @property
    def name(self) -> str | None:
        name = self.cells.uniform("CharFontName")
        return None if name is None else str(name)

    @name.setter
    def name(self, value: str) -> None:
        self._set("CharFontName", value)
