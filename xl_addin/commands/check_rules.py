"""Checks of the editable rules: settings, holes and overlaps of Tiers and Segments, Strategies.

Proved in tests/xl_addin/commands/test_check.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from udfs.errors import CustomerChainError
from udfs.orders import read_orders
from udfs.rfm import rfm_table
from udfs.segments import segment_gaps, segment_overlaps
from udfs.texts import LANGUAGES
from udfs.tiers import TierCuts, tier_cuts, tier_gaps, tier_overlaps
from udfs.values import fold
from xl_addin import schema
from xl_addin.commands.check_customers import unknown_words
from xl_addin.commands.check_findings import Collector, Finding
from xl_addin.settings import Settings, read_segment_rules, read_tier_rules
from xl_addin.tables import Book

_ANY = {"any", *(schema.normal_caption(schema.choice_label("any", x)) for x in LANGUAGES)}


def check_settings(book: Book, settings: Settings, as_of: date | None) -> list[Finding]:
    """Settings that cannot be read, and the analysis date where nobody gave one."""
    found = Collector(book, "settings")
    for _, why in settings.problems:
        found.add_sheet("rule", why=why)
    unreadable = {name for name, _ in settings.problems}
    if as_of is None and "analysis_date" not in unreadable:
        found.add_sheet("no_analysis_date")
    return found.findings


def check_tiers(book: Book, settings: Settings, lang: str) -> list[Finding]:
    """Customers no tier rule covers, and those that rules of different tiers claim."""
    found = Collector(book, "tiers")
    rules = _readable(found, read_tier_rules)
    cuts = _cuts(book, settings)
    if not rules or cuts is None:
        return found.findings
    try:
        for case in tier_gaps(rules, cuts, lang, settings.currency):
            found.add_sheet("tier_hole", case=case)
        for case in tier_overlaps(rules, cuts, lang, settings.currency):
            found.add_sheet("tier_overlap", case=case)
    except CustomerChainError as why:
        found.add_sheet("rule", why=why)
    return found.findings


def check_segments(book: Book) -> list[Finding]:
    """Scores that belong to no segment or to several."""
    found = Collector(book, "segments")
    rules = _readable(found, read_segment_rules)
    if not rules:
        return found.findings
    holes = segment_gaps(rules)
    if holes:
        found.add_sheet("segment_hole", n=len(holes), scores=" ".join(map(str, holes)))
    for score, names in segment_overlaps(rules):
        found.add_sheet("segment_overlap", score=score, names=tuple(names), first=names[0])
    return found.findings


def check_strategies(book: Book) -> list[Finding]:
    """Strategies for tiers that do not exist, and tiers that have none.

    "Any" stands for every tier; with no age group it is a strategy for all of them.
    """
    found = Collector(book, "strategies")
    unknown_words(found, schema.STRATEGIES.column("age_group"))
    if "tiers" not in book:
        return found.findings
    tiers = _names(book["tiers"].get("tier"))
    planned = _names(found.table.get("tier"))
    if not tiers:
        return found.findings
    everybody = [schema.normal_caption(name) in _ANY for name in planned]
    strange = [
        i for i, name in enumerate(planned) if name and name not in tiers and not everybody[i]
    ]
    known = tuple(dict.fromkeys(name for name in tiers if name))
    found.add("strategy_unknown_tier", "tier", strange, known=known)
    ages = [schema.normal_caption(age or "any") in _ANY for age in found.table.get("age_group")]
    covered = any(tier and age for tier, age in zip(everybody, ages, strict=True))
    for name in dict.fromkeys(tiers):
        if name and name not in planned and not covered:
            found.add_sheet("tier_without_strategy", tier=name)
    return found.findings


def _readable(found: Collector, read: Callable[[Book], Any]) -> Any:
    try:
        return read(found.book)
    except CustomerChainError as why:
        found.add_sheet("rule", why=why)
        return None


def _cuts(book: Book, settings: Settings) -> TierCuts | None:
    """What "high" means today; None where neither the settings nor any order says so."""
    if settings.frequency_cut is not None and settings.amount_cut is not None:
        return TierCuts(settings.frequency_cut, settings.amount_cut)
    try:
        log = read_orders(book["orders"].columns, settings.analysis_date, date1904=book.date1904)
        if log.frame.empty:
            return None
        table = rfm_table(log, settings.analysis_date or log.frame["order_date"].max().date())
        own = (settings.tier_quantile, settings.frequency_cut, settings.amount_cut)
        return tier_cuts(table, *own)
    except (CustomerChainError, KeyError):
        return None


def _names(cells: Sequence[Any]) -> list[str]:
    return [fold(str(cell)) if cell is not None else "" for cell in cells]
