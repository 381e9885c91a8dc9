"""The command "check": everything in the workbook that a person should put right.

It reads and reports; it changes nothing. Problems make a result wrong or a customer unreachable,
hints are worth a look. Proved in tests/xl_addin/commands/test_check.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xl_addin import schema
from xl_addin.commands.check_customers import check_customers
from xl_addin.commands.check_findings import (
    PROBLEM,
    CheckReport,
    Collector,
    Finding,
)
from xl_addin.commands.check_orders import check_orders
from xl_addin.commands.check_rules import (
    check_segments,
    check_settings,
    check_strategies,
    check_tiers,
)
from xl_addin.settings import read_settings
from xl_addin.tables import Book

CHECKED = ("customers", "orders", "settings", "tiers", "segments", "strategies")

__all__ = ["CheckReport", "Finding", "check"]


def check(book: Book, analysis_date: date | None = None, lang: str | None = None) -> CheckReport:
    """Look through customers, orders and rules; `analysis_date` takes the place of the setting.

    `lang` is the language in which cases no rule covers are described, else the workbook's.
    Never raises for what the workbook holds: what cannot be read is itself a finding.
    """
    settings = read_settings(book)
    as_of = analysis_date or settings.analysis_date
    if analysis_date is not None:
        others = tuple(p for p in settings.problems if p[0] != "analysis_date")
        settings = replace(settings, analysis_date=analysis_date, problems=others)
    checks = {
        "customers": lambda: check_customers(book, settings, as_of),
        "orders": lambda: check_orders(book, as_of),
        "settings": lambda: check_settings(book, settings, as_of),
        "tiers": lambda: check_tiers(book, settings, lang or book.lang),
        "segments": lambda: check_segments(book),
        "strategies": lambda: check_strategies(book),
    }
    findings: list[Finding] = []
    for name in CHECKED:
        lacking = _lacking(book, name)
        findings += lacking
        if not lacking:
            findings += checks[name]()
    return CheckReport(tuple(findings))


def _lacking(book: Book, name: str) -> list[Finding]:
    """What the table cannot be checked without: itself, and its required columns."""
    if name not in book:
        sheet = schema.sheet_name(name, book.lang)
        return [Finding(PROBLEM, "table_missing", sheet, None, "", {})]
    found = Collector(book, name)
    for column in schema.table(name).columns:
        if column.required and column.name not in book[name]:
            found.add_sheet("column_missing", column=found.caption(column.name))
    return found.findings
