"""Check the installation: the answers in Python, the formulas of the sheet Checks, what they show.

A host hands over the named cells of the sheet as plain data. Each check that fails has one reason,
the first that applies; reasons that many checks share are told once.
Proved in tests/xl_addin/commands/test_check_installation.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from udfs.errors import CustomerChainError
from udfs.texts import text
from udfs.worksheet.registry import call
from xl_addin.checks import RESULT, TEST, Check, check_value, checks, normal_formula

# Name of a cell to its formula ("" where it has none) and its value, errors as their words.
Cells = Mapping[str, tuple[str, Any]]
# Reasons that are told once for all checks they hold for, in this order.
_SHARED = ("missing", "changed", "not_running", "not_calculated", "old_value", "date_shifted")

_FINE = {"live": "checks.fine", "stored": "checks.fine_stored", "": "checks.fine_python"}


@dataclass(frozen=True)
class Failure:
    """One check that failed: `shown` is what stands there instead of what is expected."""

    check: Check
    reason: str
    shown: Any = None

    def sentence(self, lang: str) -> str:
        """For a reason of this check alone: what is shown, what is expected, what to do."""
        words = {"what": self.check.sentence(lang), "shown": _words(self.shown)}
        return text(f"checks.{self.reason}", lang, expected=_words(self.check.expected), **words)


@dataclass(frozen=True)
class InstallationReport:
    """How many checks there are, those that failed, and what was looked at beside Python: cells
    calculated just now ("live"), those stored in a file ("stored"), or none ("")."""

    count: int
    failures: tuple[Failure, ...]
    cells: str = "live"
    no_sheet: bool = False

    @property
    def has_problems(self) -> bool:
        return bool(self.failures) or self.no_sheet

    def lines(self, lang: str) -> list[str]:
        """A summary, then a sentence for each reason with the names of its checks."""
        if not self.has_problems:
            return [text(_FINE[self.cells], lang, n=self.count)]
        lines = []
        if self.failures:
            failed = len(self.failures)
            lines.append(text("checks.summary", lang, n=self.count, failed=failed))
        lines += [text("checks.no_sheet", lang)] if self.no_sheet else []
        for reason in _SHARED:
            names = tuple(one.check.name for one in self.failures if one.reason == reason)
            if names:
                shown = text("checks.names", lang, names=names)
                lines.append(text(f"checks.{reason}", lang) + shown)
        return lines + [f.sentence(lang) for f in self.failures if f.reason not in _SHARED]


def check_installation(cells: Cells | None, lang: str, stored: bool = False) -> InstallationReport:
    """Judge every check; `cells` None: only what Python computes, because no workbook is open.

    `stored`: the cells are those of a closed file, where right answers prove no running function.
    """
    known = checks(lang)
    wanted = {prefix + check.name for check in known for prefix in (TEST, RESULT)}
    no_sheet = cells is not None and not wanted & set(cells)
    looked_at = None if no_sheet else cells
    found = (_python(check, lang) or _in_cells(check, looked_at) for check in known)
    failures = tuple(failure for failure in found if failure is not None)
    looked = "" if cells is None else "stored" if stored else "live"
    return InstallationReport(len(known), failures, looked, no_sheet)


def _python(check: Check, lang: str) -> Failure | None:
    """What the registry answers, which every host asks."""
    if not check.function:
        return None
    try:
        arguments = [check_value(argument, lang) for argument in check.arguments]
        answer = check.reduction.python(call(check.function, arguments, lang))
    except CustomerChainError as why:
        answer = why.cell_error
    except Exception as broken:  # a broken installation may fail in any way
        answer = f"{type(broken).__name__}: {broken}"
    return None if _is_right(check, answer) else Failure(check, "python", answer)


def _is_right(check: Check, value: Any) -> bool:
    if check.kind in ("text", "error", "blank"):
        return isinstance(value, str) and value in (check.expected, check.also)
    if check.kind == "truth":  # LibreOffice hands TRUE over as 1
        return not isinstance(value, str) and value is not None and value == check.expected
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and value == check.expected


def _in_cells(check: Check, cells: Cells | None) -> Failure | None:
    """The two cells of a check: are they there, unchanged, calculated, and right?"""
    if cells is None:
        return None
    if TEST + check.name not in cells or RESULT + check.name not in cells:
        return Failure(check, "missing")
    (verdict_formula, verdict), (formula, shown) = (
        cells[TEST + check.name],
        cells[RESULT + check.name],
    )
    if normal_formula(formula) != check.pattern() or not verdict_formula:
        return Failure(check, "changed")
    if verdict is True or verdict == 1:
        return None
    return Failure(check, _reason(check, shown), shown)


def _reason(check: Check, shown: Any) -> str:
    # LibreOffice takes our names for macros of the file, which it does not run: #VALUE!.
    if shown in ("#NAME?", "#VALUE!"):
        return "not_running"
    if shown is None and check.kind != "blank":
        return "not_calculated"
    if check.name == "stored_date":
        return "date_shifted"
    blank = check.kind == "blank" and shown is None
    return "old_value" if blank or _is_right(check, shown) else "wrong"


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
