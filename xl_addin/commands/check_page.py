"""The findings of the command "check" as a page: a section for each sheet, a row for each finding.

Proved in tests/xl_addin/commands/test_check_page.py.
"""

from __future__ import annotations

from typing import Any

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.commands.check_findings import PROBLEM, CheckReport, Finding
from xl_addin.pages import Page, Section

_WIDTHS = (10, 8, 20, 100)


def check_page(report: CheckReport, lang: str) -> Page:
    """All findings, none left out, in the order of the sheets; problems before hints."""
    title = text("page.check.title", lang)
    if not report.findings:
        return Page("check", title, lang, (Section(text("check.clean", lang)),))
    said = text("check.summary", lang, problems=report.problems, hints=report.hints)
    by_sheet: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_sheet.setdefault(finding.sheet, []).append(finding)
    sections = [_sheet(sheet, found, lang) for sheet, found in by_sheet.items()]
    advice = Section(said, (text("page.check.note", lang),))
    return Page("check", title, lang, (advice, *sections))


def _sheet(sheet: str, found: list[Finding], lang: str) -> Section:
    header = tuple(text(f"page.check.{name}", lang) for name in ("kind", "row", "column", "what"))
    urgent = sorted(found, key=lambda finding: finding.severity != PROBLEM)
    rows = tuple(_row(finding, lang) for finding in urgent)
    return Section(text("page.check.sheet", lang, sheet=sheet), (), header, rows, _WIDTHS)


def _row(finding: Finding, lang: str) -> tuple[Any, ...]:
    """Kind, row, column, and what is wrong without repeating where it is."""
    kind = text(f"page.check.{finding.severity}", lang)
    why = finding.values.get("why")
    if isinstance(why, CustomerChainError):
        return kind, why.values.get("row"), _place(why), why.sentence(lang)
    what = text(f"check.{finding.kind}", lang, **finding.values)
    return kind, finding.row, finding.column, what


def _place(why: CustomerChainError) -> Any:
    """The setting or the column a rule's own refusal names."""
    return why.values.get("setting") or why.values.get("column") or ""
