"""What may be typed into a cell: lists, dates and numbers, with a sentence when it does not fit.

A list of ours is a help, not a wall, where people have good reasons for other words: tier
conditions such as ">=5" and currency signs are only suggested.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build import layout
from xl_addin.schema import Column, Table

Rule = dict[str, Any]

FIRST_DATE, LAST_DATE = date(1900, 3, 1), date(2199, 12, 31)
MOST = 1_000_000_000_000
CURRENCIES = ["¥", "$", "€", "£"]
METHODS = ("value_cuts", "thresholds", "r_compatible")
# The name that stands for the tier column of the sheet Tiers, however long it grows.
TIER_NAMES = "TierNames"
TIER_LEVELS = "TierLevels"


def add_entry_rules(sheet: Worksheet, table: Table, rows: int, lang: str) -> None:
    """Attach the rules to the data rows of each column the user owns."""
    last = layout.FIRST + rows - 1
    for position, column in enumerate(table.columns):
        rule = _rule(table, column, lang) if column.owner == schema.USER else None
        if rule:
            sheet.data_validation(layout.FIRST, position, last, position, rule)


def add_setting_rules(sheet: Worksheet, captions: Sequence[str], lang: str) -> None:
    """Attach to each value on the sheet Settings the rule of its own."""
    column = schema.SETTINGS.names().index("value")
    for row, caption in enumerate(captions, start=layout.FIRST):
        rule = _setting_rule(layout.setting_name(caption), lang)
        if rule:
            sheet.data_validation(row, column, row, column, rule)


def _rule(table: Table, column: Column, lang: str) -> Rule | None:
    special = {
        ("customers", "customer_id"): _unique,
        ("orders", "amount"): _amount,
        ("tiers", "frequency"): _condition,
        ("tiers", "amount"): _condition,
        ("strategies", "tier"): _tier,
        ("strategies", "return_visit_days"): _days,
    }.get((table.name, column.name))
    if special:
        return special(lang)
    if column.kind == "choice":
        return _choice([schema.choice_label(c, lang) for c in column.choices], lang)
    return {"date": _date, "integer": _whole, "money": _not_negative}.get(column.kind, _any)(lang)


def _setting_rule(name: str | None, lang: str) -> Rule | None:
    if name == "language":
        return _choice([text(f"language.{x}", lang) for x in LANGUAGES], lang)
    if name == "scoring_method":
        return _choice([text(f"method.{method}", lang) for method in METHODS], lang)
    if name == "currency":
        return {"validate": "list", "source": CURRENCIES, "show_error": False}
    if name == "tier_quantile":
        return _between("decimal", 0, 1, "quantile", lang)
    if name in ("churn_months", "stale_months"):
        return _between("integer", 1, 120, "months", lang)
    if name in ("frequency_cut", "amount_cut"):
        return _not_negative(lang)
    return _date(lang) if name == "analysis_date" else None


def _any(lang: str) -> None:
    return None


def _choice(words: list[str], lang: str) -> Rule:
    joined = (", " if lang == "en" else "、").join(words)
    return {
        "validate": "list",
        "source": words,
        "error_title": text("entry.choice.title", lang),
        "error_message": text("entry.choice", lang, words=joined),
    }


def _date(lang: str) -> Rule:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": FIRST_DATE,
        "maximum": LAST_DATE,
        "error_title": text("entry.date.title", lang),
        "error_message": text("entry.date", lang),
    }


def _between(kind: str, low: float, high: float, key: str, lang: str) -> Rule:
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": text("entry.not_negative.title", lang),
        "error_message": text(f"entry.{key}", lang),
    }


def _whole(lang: str) -> Rule:
    return _between("integer", 0, MOST, "whole", lang)


def _not_negative(lang: str) -> Rule:
    return _between("decimal", 0, MOST, "not_negative", lang)


def _amount(lang: str) -> Rule:
    return _between("decimal", -MOST, MOST, "amount", lang)


def _days(lang: str) -> Rule:
    return _between("integer", 1, 3650, "days", lang)


def _condition(lang: str) -> Rule:
    words = [schema.choice_label(choice, lang) for choice in ("high", "low", "any")]
    return {"validate": "list", "source": words, "show_error": False}


def _tier(lang: str) -> Rule:
    return {
        "validate": "list",
        "source": f"={TIER_NAMES}",
        "error_type": "warning",
        "error_title": text("entry.tier.title", lang),
        "error_message": text("entry.tier", lang),
    }


def _unique(lang: str) -> Rule:
    # Not COUNTIF: it takes "007" and 7 for the same ID, and * and ? for any letters.
    cell = f"$A{layout.FIRST + 1}"
    return {
        "validate": "custom",
        "value": f"=SUMPRODUCT(--($A:$A={cell}))=1",
        "error_type": "warning",
        "error_title": text("entry.unique.title", lang),
        "error_message": text("entry.unique", lang),
    }
