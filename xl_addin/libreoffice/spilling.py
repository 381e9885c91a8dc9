"""A result of many cells for a function that may also answer with one.

LibreOffice takes many cells only as rows of rows, a type Python cannot return where a method may
answer with anything; and a method that always answers with rows gives texts that no formula
finds equal to anything. LibreOffice's interface for results that change later accepts rows, so
the rows are handed over through it, at once and only once.
Proved in tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

from typing import Any

import uno
import unohelper
from com.sun.star.sheet import ResultEvent, XVolatileResult

CELLS = "[][]any"


class Spilling(unohelper.Base, XVolatileResult):
    """Rows of cells; `result` is what they were made from."""

    def __init__(self, rows: tuple[tuple[Any, ...], ...], result: Any) -> None:
        self.rows, self.result = rows, result

    def addResultListener(self, listener: Any) -> None:  # noqa: N802
        event = ResultEvent()
        event.Source = self
        event.Value = uno.Any(CELLS, self.rows)
        listener.modified(event)

    def removeResultListener(self, listener: Any) -> None:  # noqa: N802
        """Nothing is kept of a listener."""
