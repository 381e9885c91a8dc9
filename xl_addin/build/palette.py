"""Colours, type and number formats of the workbook: one palette, one typeface.

Microsoft YaHei is installed with Office on Windows and on the Mac and holds both scripts.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

FONT = "Microsoft YaHei"
SIZE = 10
# No font scheme: the cells say their font themselves, whatever theme a user chooses.
BASE = {"font_name": FONT, "font_size": SIZE, "font_scheme": False}

INK = "#22303C"
MUTED = "#66737F"
LINE = "#E2E7EB"
PAPER = "#FFFFFF"
TEAL = "#17616E"
TEAL_EDGE = "#3C7F8A"
TEAL_SOFT = "#7FB3B9"
TEAL_MIST = "#E2F0F1"
TEAL_BREATH = "#F1F8F8"
GOLD = "#C99A2E"
SLATE = "#4A5968"
SLATE_EDGE = "#6B7986"
SLATE_MIST = "#E9EDF0"
COMPUTED = "#F5F7F8"

GREEN, GREEN_MIST = "#1D5B40", "#DBEFE4"
AMBER, AMBER_MIST = "#7A5104", "#FCF0D2"
GREY, GREY_MIST = "#55626E", "#EBEFF2"
FAINT = "#98A2AB"
RED, RED_MIST = "#9A2B20", "#FBE1DD"
SCORE_MIST = "#B9DEDD"
PRIORITY_MIST = "#F0CE8B"

# Owner of a column: header fill, its edge, band fill, cell fill.
OWNER_COLOURS = {
    "user": (TEAL, TEAL_EDGE, TEAL_MIST, PAPER),
    "addin": (SLATE, SLATE_EDGE, SLATE_MIST, COMPUTED),
}

NUMBER_FORMATS = {
    # Built-in formats by their number; as codes of our own openpyxl would mix them up.
    "integer": 3,  # #,##0
    "number": "#,##0.##",
    "money": 4,  # #,##0.00
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "clock": 20,  # h:mm
    "literal": 49,  # text: keeps leading zeros, and "1; 2" from becoming a date
}


class Formats:
    """Cell formats by their properties, each made once per workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, **properties: Any) -> Format:
        """The format with these XlsxWriter properties, vertically centred, in the book's ink."""
        wanted = {"font_color": INK, "valign": "vcenter"} | properties
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]

    def overlay(self, **properties: Any) -> Format:
        """A format for conditional formatting: only what differs from the cell's own."""
        key = (("overlay", True), *sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def header(self, owner: str) -> Format:
        """The header cell of a column owned by `owner`."""
        fill, edge, _, _ = OWNER_COLOURS[owner]
        return self.get(
            bold=True,
            font_color=PAPER,
            bg_color=fill,
            text_wrap=True,
            align="left",
            indent=1,
            right=1,
            right_color=edge,
        )

    def band(self, owner: str) -> Format:
        """The cell above the headers that says who fills the columns."""
        fill, _, band, _ = OWNER_COLOURS[owner]
        return self.get(font_color=fill, bg_color=band, font_size=9, align="left", indent=1)

    def cell(self, owner: str, kind: str, **special: Any) -> Format:
        """A table's cell: number format and alignment by `kind`, fill by owner."""
        properties: dict[str, Any] = {"bottom": 1, "bottom_color": LINE}
        if kind in NUMBER_FORMATS:
            properties["num_format"] = NUMBER_FORMATS[kind]
        fill = OWNER_COLOURS[owner][3]
        if fill != PAPER:
            properties["bg_color"] = fill
        return self.get(**properties | _alignment(kind) | special)


def _alignment(kind: str) -> dict[str, Any]:
    if kind in ("integer", "number", "money"):
        return {"align": "right", "indent": 1}
    if kind in ("score", "flag"):
        return {"align": "center"}
    return {"align": "left", "indent": 1}
