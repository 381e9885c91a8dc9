"""Undo refresh: what the last refresh or import has written goes back."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.buttons.desk import Desk
from xl_addin.buttons.table import button


def press(desk: Desk) -> Iterator[str]:
    undone = yield from desk.host.undoing()
    desk.tell(button("undo").label(desk.lang), [undone.sentence(desk.lang)])
