"""Check installation: the formulas of the sheet Checks, one sentence for each."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.buttons.desk import Desk
from xl_addin.buttons.table import button
from xl_addin.commands.check_installation import check_installation
from xl_addin.hosts.live_check_cells import live_check_cells


def press(desk: Desk) -> Iterator[str]:
    yield "step.reading"
    report = check_installation(live_check_cells(desk.book), desk.lang)
    mode = "critical" if report.has_problems else "info"
    desk.tell(button("check_installation").label(desk.lang), report.lines(desk.lang), mode)
