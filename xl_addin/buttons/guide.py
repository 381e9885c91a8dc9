"""Guide: the sheet that says what this workbook does."""

from __future__ import annotations

from collections.abc import Iterator

from udfs.errors import NotFound
from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.hosts.live_pages import bring_to_front


def press(desk: Desk) -> Iterator[str]:
    sheet = desk.sheet_named("sheet.guide")
    if sheet is None:
        raise NotFound("press.no_guide", sheet=text("sheet.guide", desk.lang))
    bring_to_front(sheet)
    yield from ()
