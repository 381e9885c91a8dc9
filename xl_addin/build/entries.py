"""What may be typed into a cell: lists, dates and numbers, with a sentence when it does not fit.

A list of ours is a help, not a wall, where people have good reasons for other words: tier
conditions such as ">=5" and currency signs are only suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build import layout
from xl_addin.schema import Column, Table
from xl_addin.settings_readers import METHODS, SECURITIES, WHOLE

Rule = dict[str, Any]
# A rule that may name the cell it is for, by language, row (from 1) and column (from 0).
Special = Callable[[str, int, int], Rule]

FIRST_DATE, LAST_DATE = date(1900, 3, 1), date(2199, 12, 31)
MOST = 1_000_000_000_000
CURRENCIES = ["¥", "$", "€", "£"]
# Names that stand for a column of another sheet's table, however long it grows.
TIER_NAMES = "TierNames"
TIER_LEVELS = "TierLevels"
ROLE_NAMES = "RoleNames"
# Each with its table and column; a sheet with a list of one needs the name in its workbook.
LIST_NAMES = {
    TIER_NAMES: ("tiers", "tier"),
    TIER_LEVELS: ("tiers", "level"),
    ROLE_NAMES: ("roles", "role"),
}


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
        rule = _setting_rule(layout.setting_name(caption), lang, row + 1)
        if rule:
            sheet.data_validation(row, column, row, column, rule)


def _rule(table: Table, column: Column, lang: str) -> Rule | None:
    known: dict[tuple[str, str], Special] = {
        ("customers", "customer_id"): _unique,
        ("orders", "amount"): _amount,
        ("tiers", "frequency"): _condition,
        ("tiers", "amount"): _condition,
        ("strategies", "tier"): _tier,
        ("strategies", "return_visit_days"): _days,
        ("important_dates", "month"): _month,
        ("important_dates", "day"): _day,
        ("important_dates", "year"): _year,
        ("templates", "tier"): _tier,
        ("staff", "email"): _email,
        ("staff", "role"): _role,
    }
    special = known.get((schema.base_name(table.name), column.name))
    if special:
        return special(lang, layout.FIRST + 1, table.names().index(column.name))
    if column.kind == "choice":
        return _choice([schema.choice_label(c, lang) for c in column.choices], lang)
    by_kind: dict[str, Callable[[str], Rule | None]] = {
        "date": _date,
        "moment": _moment,
        "integer": _whole,
        "money": _not_negative,
        "flag": _yes_or_no,
    }
    return by_kind.get(column.kind, _any)(lang)


def _setting_rule(name: str | None, lang: str, row: int) -> Rule | None:
    if name == "currency":
        return {"validate": "list", "source": CURRENCIES, "show_error": False}
    if name in WHOLE:
        return _whole_between(*WHOLE[name], lang)
    if name in _SETTING_LISTS:
        prefix, words = _SETTING_LISTS[name]
        return _choice([text(f"{prefix}.{word}", lang) for word in words], lang)
    if name == "mail_sender":
        return _email(lang, row, schema.SETTINGS.names().index("value"))
    known: dict[str | None, Callable[[str], Rule]] = {
        "analysis_date": _date,
        "tier_quantile": lambda lang: _between("decimal", 0, 1, "quantile", lang),
        **dict.fromkeys(("churn_months", "stale_months"), _months),
        **dict.fromkeys(("frequency_cut", "amount_cut"), _not_negative),
        "working_country": _country,
        **dict.fromkeys(("opening_time", "closing_time"), _clock),
        "share_mask": _yes_or_no,
    }
    return known[name](lang) if name in known else None


_SETTING_LISTS = {
    "language": ("language", LANGUAGES),
    "scoring_method": ("method", METHODS),
    "mail_security": ("mail_security", SECURITIES),
}


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


def _moment(lang: str) -> Rule:
    return _date(lang) | {"error_message": text("entry.moment", lang)}


def _clock(lang: str) -> Rule:
    return {
        "validate": "time",
        "criteria": "between",
        "minimum": time(0),
        "maximum": time(23, 59),
        "error_title": text("entry.clock.title", lang),
        "error_message": text("entry.clock", lang),
    }


def _country(lang: str) -> Rule:
    return {
        "validate": "length",
        "criteria": "==",
        "value": 2,
        "error_title": text("entry.country.title", lang),
        "error_message": text("entry.country", lang),
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


def _whole_between(low: int, high: int, lang: str) -> Rule:
    words = text("entry.whole_between", lang, low=low, high=high)
    return _between("integer", low, high, "whole", lang) | {"error_message": words}


def _whole(lang: str) -> Rule:
    return _between("integer", 0, MOST, "whole", lang)


def _not_negative(lang: str) -> Rule:
    return _between("decimal", 0, MOST, "not_negative", lang)


def _months(lang: str) -> Rule:
    return _between("integer", 1, 120, "months", lang)


def _yes_or_no(lang: str) -> Rule:
    return _choice([text(f"choice.{word}", lang) for word in ("yes", "no")], lang)


def _month(lang: str, *_: int) -> Rule:
    return _whole_between(1, 12, lang)


def _day(lang: str, *_: int) -> Rule:
    return _whole_between(1, 31, lang)


def _year(lang: str, *_: int) -> Rule:
    return _whole_between(1800, 2199, lang)


def _amount(lang: str, *_: int) -> Rule:
    return _between("decimal", -MOST, MOST, "amount", lang)


def _days(lang: str, *_: int) -> Rule:
    return _between("integer", 1, 3650, "days", lang)


def _condition(lang: str, *_: int) -> Rule:
    words = [schema.choice_label(choice, lang) for choice in ("high", "low", "any")]
    return {"validate": "list", "source": words, "show_error": False}


def _tier(lang: str, *_: int) -> Rule:
    return _suggested(TIER_NAMES, "tier", lang)


def _role(lang: str, *_: int) -> Rule:
    return _suggested(ROLE_NAMES, "role", lang)


def _suggested(name: str, key: str, lang: str) -> Rule:
    """The cells a name stands for as a list; another word is kept when the user insists."""
    return {
        "validate": "list",
        "source": f"={name}",
        "error_type": "warning",
        "error_title": text(f"entry.{key}.title", lang),
        "error_message": text(f"entry.{key}", lang),
    }


def _email(lang: str, row: int, column: int) -> Rule:
    cell = f"${xl_col_to_name(column)}{row}"
    return {
        "validate": "custom",
        "value": f'=ISNUMBER(SEARCH("?@?*.?",{cell}))',
        "error_type": "warning",
        "error_title": text("entry.email.title", lang),
        "error_message": text("entry.email", lang),
    }


def _unique(lang: str, row: int, column: int) -> Rule:
    # Not COUNTIF: it takes "007" and 7 for the same ID, and * and ? for any letters.
    letters = f"${xl_col_to_name(column)}"
    return {
        "validate": "custom",
        "value": f"=SUMPRODUCT(--({letters}:{letters}={letters}{row}))=1",
        "error_type": "warning",
        "error_title": text("entry.unique.title", lang),
        "error_message": text("entry.unique", lang),
    }
