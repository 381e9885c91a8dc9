"""Pressing a button: one step after another, so that the program in front stays alive.

Excel's VBA and LibreOffice's add-in do the same: `start`, then `step` until it answers None,
showing each status, and `cancel` when the user presses Esc. Whatever goes wrong ends in one
sentence in the user's language. Proved in tests/xl_addin/buttons/test_press.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.buttons.table import button
from xl_addin.error_report import keep_error_report

# What Excel answers while a cell is being edited or a dialogue is open (RPC_E_CALL_REJECTED,
# VBA_E_IGNORE).
_BUSY = (-2147418111, -2146777998)


class Press:
    """One pressed button on its way."""

    def __init__(self, name: str, desk: Desk) -> None:
        self._desk = desk
        self._title = button(name).label(desk.lang)
        module = import_module(f"xl_addin.buttons.{name}")
        self._steps: Iterator[str] = module.press(desk)

    def step(self) -> str | None:
        """Do a piece of the work; what to show in the status bar, None when all is done."""
        try:
            key = next(self._steps, None)
        except Exception as why:
            self._desk.tell(self._title, [_sentence(why, self._desk.lang)], "critical")
            return None
        return None if key is None else text(key, self._desk.lang)

    def cancel(self) -> None:
        """Stop; what was written is put back first."""
        try:
            self._steps.close()  # type: ignore[attr-defined]  # a generator
            said, mode = text("press.cancelled", self._desk.lang), "info"
        except Exception as why:
            said, mode = _sentence(why, self._desk.lang), "critical"
        self._desk.tell(self._title, [said], mode)


def start(name: str, desk: Desk) -> Press:
    """Press the button `name` of the table; KeyError where there is none."""
    return Press(name, desk)


def _sentence(why: Exception, lang: str) -> str:
    if isinstance(why, CustomerChainError):
        return why.sentence(lang)
    if getattr(why, "hresult", None) in _BUSY:
        return text("live.edited", lang)
    return text("press.our_error", lang, file=keep_error_report())
