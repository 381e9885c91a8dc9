"""Whether a sheet shows its gridlines.

The window has one setting for all sheets and the menu has another for each; xlwings means the one
of the sheet. It can only be reached as a person would: by the command of the menu, whose state a
listener is told.

Proved in tests/xl_addin/engines/test_sheets.py.
"""

from functools import cache
from typing import Any

from xl_addin.engines.libreoffice.bridge import struct, uno

COMMAND = ".uno:ToggleSheetGrid"


@cache
def _listener_class() -> Any:
    """A class for a UNO interface, which exists only once `uno` has been found."""
    uno()
    from unohelper import Base

    class Listener(Base, uno().getClass("com.sun.star.frame.XStatusListener")):  # type: ignore[misc]
        state = True

        def statusChanged(self, event: Any) -> None:  # noqa: N802 - named by UNO
            self.state = bool(event.State)

        def disposing(self, event: Any) -> None:
            """The window is gone; nothing is held."""

    return Listener


class Gridlines:
    """Of the sheet that `window` (a UNO controller) shows."""

    def __init__(self, app: Any, window: Any) -> None:
        transformer = app.service("com.sun.star.util.URLTransformer")
        _, self._url = transformer.parseStrict(struct("util.URL", Complete=COMMAND))
        self._dispatch = window.Frame.queryDispatch(self._url, "", 0)

    @property
    def shown(self) -> bool:
        listener = _listener_class()()
        self._dispatch.addStatusListener(listener, self._url)
        self._dispatch.removeStatusListener(listener, self._url)
        return bool(listener.state)

    def show(self, wanted: bool) -> None:
        if self.shown != wanted:
            self._dispatch.dispatch(self._url, ())
