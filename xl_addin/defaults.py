"""The rows a new workbook starts with: settings, tiers, segments, strategies and the rest.

All of them are the user's to change; no code depends on their words.
Proved in tests/xl_addin/test_defaults.py.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.follow_defaults import follow_tables
from xl_addin.settings import COUNTRIES

Columns = dict[str, list[Any]]

CURRENCIES = {"zh": "¥", "en": "$"}
TIER_QUANTILE = 0.6
CHURN_MONTHS = 3
STALE_MONTHS = 12
YOUNG_UNTIL, OLD_FROM = 35, 60
OPENING_TIME, CLOSING_TIME = time(9), time(18)
# F27-F32: (tier level or None for all, age group, key of the texts, days between visits).
STRATEGIES = (
    (3, "any", "high", 30),
    (2, "any", "potential", 60),
    (1, "any", "ordinary", None),
    (None, "young", "young", None),
    (None, "old", "old", None),
)


def default_tables(lang: str) -> dict[str, Columns]:
    """The default rows of each table that has some, by internal column name."""
    return {
        "settings": settings_rows(lang),
        "tiers": _tiers(lang),
        "segments": _segments(lang),
        "strategies": _strategies(lang),
        **follow_tables(lang),
    }


def settings_rows(lang: str, analysis_date: date | None = None, company: str = "") -> Columns:
    """The sheet Settings with its defaults; analysis date and name are blank unless given."""
    values: dict[str, Any] = {
        "analysis_date": analysis_date,
        "language": text(f"language.{lang}", lang),
        "currency": CURRENCIES[lang],
        "tier_quantile": TIER_QUANTILE,
        "churn_months": CHURN_MONTHS,
        "scoring_method": text("method.value_cuts", lang),
        "stale_months": STALE_MONTHS,
        "young_until": YOUNG_UNTIL,
        "old_from": OLD_FROM,
        "working_country": COUNTRIES[lang],
        "opening_time": OPENING_TIME,
        "closing_time": CLOSING_TIME,
        "follow_up_days": 7,
        "follow_up_cap": 2,
        "follow_up_cap_days": 30,
        "follow_up_per_owner": 40,
        "company": company or None,
    }
    return {
        "setting": [text(f"setting.{name}", lang) for name in schema.SETTING_NAMES],
        "value": [values.get(name) for name in schema.SETTING_NAMES],
        "meaning": [text(f"meaning.{name}", lang) for name in schema.SETTING_NAMES],
    }


def _tiers(lang: str) -> Columns:
    from udfs.tiers import default_tier_rules

    rules = default_tier_rules(lang)
    return {
        "order": list(range(1, len(rules) + 1)),
        "tier": [rule.tier for rule in rules],
        "level": [rule.level for rule in rules],
        "frequency": [schema.choice_label(rule.frequency, lang) for rule in rules],
        "amount": [schema.choice_label(rule.amount, lang) for rule in rules],
        "tag": [rule.tag or None for rule in rules],
        "meaning": [text(f"tier_meaning.{r.frequency}_{r.amount}", lang) for r in rules],
    }


def _segments(lang: str) -> Columns:
    from udfs.segments import SEGMENTS, default_segment_rules

    rules = default_segment_rules(lang)
    return {
        "segment": [rule.segment for rule in rules],
        "scores": [" ".join(str(score) for score in rule.scores) for rule in rules],
        "meaning": [text(f"segment_meaning.{key}", lang) for key, _ in SEGMENTS],
    }


def _strategies(lang: str) -> Columns:
    from udfs.tiers import default_tier_rules

    names = {rule.level: rule.tier for rule in default_tier_rules(lang)}
    everybody = schema.choice_label("any", lang)
    columns: Columns = {name: [] for name in schema.STRATEGIES.names()}
    for level, age, key, days in STRATEGIES:
        columns["tier"].append(everybody if level is None else names[level])
        columns["age_group"].append(age)
        columns["return_visit_days"].append(days)
        for column in ("goal", "service", "contact"):
            columns[column].append(text(f"strategy.{key}.{column}", lang))
    return columns
