"""The window while a button works: it stays alive, listens for Esc, and keeps hands off.

Keys and clicks of the sheet are swallowed, because a cell typed into half way would be lost or
mixed up; closing the document is refused until the work is done.
Proved in tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.awt import XKeyHandler, XMouseClickHandler
from com.sun.star.util import CloseVetoException, XCloseListener

_ESCAPE = 1281  # com.sun.star.awt.Key.ESCAPE


class _Watcher(unohelper.Base, XKeyHandler, XMouseClickHandler, XCloseListener):
    def __init__(self) -> None:
        self.escaped = False

    def keyPressed(self, event: Any) -> bool:  # noqa: N802
        self.escaped |= event.KeyCode == _ESCAPE
        return True

    def keyReleased(self, event: Any) -> bool:  # noqa: N802
        return True

    def mousePressed(self, event: Any) -> bool:  # noqa: N802
        return True

    def mouseReleased(self, event: Any) -> bool:  # noqa: N802
        return True

    def queryClosing(self, event: Any, owner: bool) -> None:  # noqa: N802
        raise CloseVetoException()

    def notifyClosing(self, event: Any) -> None:  # noqa: N802
        """It is vetoed above."""

    def disposing(self, event: Any) -> None:
        """Nothing is held."""


class Guard:
    """Use as a context manager around the steps."""

    def __init__(self, context: Any, document: Any) -> None:
        manager = context.ServiceManager
        self._toolkit = manager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
        self._document = document
        self._controller = document.CurrentController
        self._watcher = _Watcher()

    def __enter__(self) -> Guard:
        self._document.addCloseListener(self._watcher)
        if self._controller is not None:
            self._controller.addKeyHandler(self._watcher)
            self._controller.addMouseClickHandler(self._watcher)
        return self

    def __exit__(self, *_: object) -> None:
        self._document.removeCloseListener(self._watcher)
        if self._controller is not None:
            self._controller.removeKeyHandler(self._watcher)
            self._controller.removeMouseClickHandler(self._watcher)

    def escaped(self) -> bool:
        """Let LibreOffice draw and take keys; whether Esc was among them."""
        self._toolkit.processEventsToIdle()
        return self._watcher.escaped
