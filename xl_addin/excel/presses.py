"""Buttons of the ribbon as xlwings' server for Excel finds them: press, step, cancel.

VBA calls `cc_press` and then `cc_step` until the answer is empty, with Excel's own events in
between; Esc calls `cc_cancel`. An answer is what the status bar shows; one that begins with
Chr(1) is a sentence to be read, and the end. Proved in tests/xl_addin/excel/test_presses.py.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import xlwings as xw

from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.buttons.press import Press, start
from xl_addin.error_report import keep_error_report
from xl_addin.excel.marks import MARK

Answer = list[list[str]]


class Pressed:
    """The one button being worked on; VBA lets nobody press a second."""

    def __init__(self) -> None:
        self._press: Press | None = None

    def begin(self, name: str, lang: str, message: str) -> str:
        """Start the button `name` on the workbook that called, and do its first step."""
        self._press = start(name, Desk(xw.Book.caller(), lang, message))
        return self.step(lang)

    def step(self, lang: str) -> str:
        """Do the next step; empty when there is none."""
        if self._press is None:
            # A new server in place of one that died knows nothing of the button.
            return MARK + text("vba.lost", lang)
        status = self._press.step()
        if status is None:
            self._press = None
        return status or ""

    def cancel(self) -> str:
        """Stop, the tables as they were before."""
        press, self._press = self._press, None
        if press is not None:
            press.cancel()
        return ""


_pressed = Pressed()


def cc_press(name: str, lang: str, message: str) -> Answer:
    """Press a button; `message` is why the active cell shows an error."""
    return _said(lambda: _pressed.begin(name, lang, message), lang)


def cc_step(name: str, lang: str) -> Answer:
    """Do the next step of the button `name`."""
    return _said(lambda: _pressed.step(lang), lang)


def cc_cancel(name: str, lang: str) -> Answer:
    """The user pressed Esc."""
    return _said(_pressed.cancel, lang)


def _said(work: Callable[[], str], lang: str) -> Answer:
    try:
        return [[work()]]
    except Exception:
        return [[MARK + text("press.our_error", lang, file=keep_error_report())]]


def published(xlwings_decorators: Any) -> dict[str, Callable[..., Answer]]:
    """The three, marked by `xlfunc`, `xlarg` and `xlret` of xlwings.udfs."""
    return {one.__name__: _published(one, xlwings_decorators) for one in PUBLIC}


def _published(function: Callable[..., Answer], decorators: Any) -> Callable[..., Answer]:
    function.__annotations__ = {}
    marked = decorators.xlfunc(function)
    for name in marked.__code__.co_varnames[: marked.__code__.co_argcount]:
        marked = decorators.xlarg(name, "raw")(marked)
    final: Callable[..., Answer] = decorators.xlret("raw")(marked)
    return final


PUBLIC = (cc_press, cc_step, cc_cancel)
if sys.platform == "win32":
    from xlwings import udfs

    globals().update(published(udfs))
