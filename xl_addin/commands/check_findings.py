"""What the data-quality check finds, and how it is told: a few lines per kind, sheet by sheet.

Proved in tests/xl_addin/commands/test_check.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from udfs.errors import CustomerChainError
from udfs.texts import text
from udfs.values import shown
from xl_addin import schema
from xl_addin.tables import Book, TableData

PROBLEM, HINT = "problem", "hint"
SHOWN = 20
# Everything else is a problem: it makes a result wrong or a customer unreachable.
HINTS = {
    "name_missing",
    "no_contact",
    "same_phone",
    "same_email",
    "same_person",
    "stale",
    "never_confirmed",
    "order_future",
    "order_twice",
    "row_twice",
    "amount_zero",
    "amount_negative",
    "tier_overlap",
    "tier_without_strategy",
    "segment_overlap",
}


@dataclass(frozen=True)
class Finding:
    """One thing to put right, at one place; `row` None: the sheet as a whole."""

    severity: str
    kind: str
    sheet: str
    row: int | None
    column: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, lang: str) -> str:
        """Where it is, what is wrong with which value, and what to do."""
        return text("check.in_sheet", lang, sheet=self.sheet, what=self.line(lang))

    def line(self, lang: str) -> str:
        """The sentence without the sheet, for a list that stands under the sheet's name."""
        why = self.values.get("why")
        if isinstance(why, CustomerChainError):
            return why.sentence(lang)
        what = text(f"check.{self.kind}", lang, **self.values)
        if self.row is None:
            return what
        return text("check.at", lang, row=self.row, column=self.column, what=what)


@dataclass(frozen=True)
class CheckReport:
    """All findings of a check, in the order of the sheets and of the checks."""

    findings: tuple[Finding, ...]

    @property
    def problems(self) -> int:
        return sum(finding.severity == PROBLEM for finding in self.findings)

    @property
    def has_problems(self) -> bool:
        return self.problems > 0

    @property
    def hints(self) -> int:
        return len(self.findings) - self.problems

    def lines(self, lang: str) -> list[str]:
        """The report: of each kind on each sheet the first twenty, then how many more."""
        if not self.findings:
            return [text("check.clean", lang)]
        groups: dict[str, dict[tuple[str, str], list[Finding]]] = {}
        for finding in self.findings:
            kinds = groups.setdefault(finding.sheet, {})
            kinds.setdefault((finding.kind, finding.column), []).append(finding)
        said = [text("check.summary", lang, problems=self.problems, hints=self.hints)]
        for sheet, kinds in groups.items():
            said += ["", sheet]
            for found in sorted(kinds.values(), key=lambda g: g[0].severity != PROBLEM):
                said += _group(found, lang)
        return said


class Collector:
    """Gathers the findings of one table; checks say only what, where and which value."""

    def __init__(self, book: Book, name: str) -> None:
        self.book = book
        self.table: TableData = book[name]
        self.findings: list[Finding] = []

    def caption(self, column: str) -> str:
        """The column's header as it stands in the workbook."""
        own = schema.caption(self.table.name, column, self.book.lang)
        return self.table.captions.get(column, own)

    def add(self, kind: str, column: str, positions: Iterable[int], **values: Any) -> None:
        """A finding per row. A list among `values` holds one value per position of the table."""
        cells = self.table.get(column)
        caption = self.caption(column)
        severity = HINT if kind in HINTS else PROBLEM
        for at in positions:
            own = {name: v[at] if isinstance(v, list) else v for name, v in values.items()}
            said = {"value": quoted(cells[at]), **own}
            row = self.table.row_number(at)
            self.findings.append(Finding(severity, kind, self.table.sheet, row, caption, said))

    def add_sheet(self, kind: str, **values: Any) -> None:
        """A finding about the sheet as a whole."""
        severity = HINT if kind in HINTS else PROBLEM
        self.findings.append(Finding(severity, kind, self.table.sheet, None, "", values))


def quoted(value: Any) -> str:
    """A cell's value as a sentence names it; whole numbers without decimals."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else shown(value)


def _group(found: list[Finding], lang: str) -> list[str]:
    mark = text(f"check.{found[0].severity}", lang)
    lines = [f"  {mark} {finding.line(lang)}" for finding in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"  {text('check.more', lang, n=len(found) - SHOWN)}")
    return lines
