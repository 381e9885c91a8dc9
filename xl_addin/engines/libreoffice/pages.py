"""How a sheet is shown and printed: frozen panes, gridlines, print area.

Frozen panes and gridlines belong to the window, for the sheet that it shows; the window is sent
to the sheet and back.

Proved in tests/xl_addin/engines/test_sheets.py.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice import addresses
from xl_addin.engines.libreoffice.gridlines import Gridlines
from xl_addin.engines.libreoffice.references import find_range


@contextmanager
def shown(sheet: Any) -> Iterator[Any]:
    """The window, with `sheet` in front for the time being."""
    controller = sheet.book.xl.CurrentController
    before = controller.ActiveSheet
    if not sheet.visible:
        raise ValueError("Hidden sheets can't be shown. Set sheet.visible = True first.")
    controller.setActiveSheet(sheet.xl)
    try:
        yield controller
    finally:
        controller.setActiveSheet(before)


def show_gridlines(sheet: Any, value: bool | None = None) -> bool:
    with shown(sheet) as window:
        gridlines = Gridlines(sheet.book.app, window)
        if value is not None:
            gridlines.show(value)
        return gridlines.shown


class FreezePanes(base_classes.FreezePanes):
    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet

    def freeze_at(self, frozen_range: str) -> None:
        """Freeze the rows above and the columns left of the range's last cell, as Excel does."""
        box = find_range(self.sheet, frozen_range).box
        last_row, last_column = self.sheet.limits
        rows = 0 if box[2] == last_row else box[0] + box[2] - 1
        columns = 0 if box[3] == last_column else box[1] + box[3] - 1
        with shown(self.sheet) as window:
            window.freezeAtPosition(columns, rows)

    def unfreeze(self) -> None:
        with shown(self.sheet) as window:
            window.freezeAtPosition(0, 0)


class PageSetup(base_classes.PageSetup):
    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet

    @property
    def api(self) -> Any:
        return self.sheet.xl

    @property
    def print_area(self) -> str | None:
        areas = self.sheet.xl.getPrintAreas()
        boxes = [self.sheet.book.range_at(area) for area in areas]
        return ",".join(addresses.address(box.box) for box in boxes) or None

    @print_area.setter
    def print_area(self, value: str | None) -> None:
        parts = value.split(",") if value else []
        areas = tuple(find_range(self.sheet, part).xl.RangeAddress for part in parts)
        self.sheet.xl.setPrintAreas(areas)
