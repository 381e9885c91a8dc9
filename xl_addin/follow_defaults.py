"""The rows a new workbook starts with for follow-up and sharing: message templates and roles.

All of them are the user's to change; no code depends on their words.
Proved in tests/xl_addin/test_follow_defaults.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema

Columns = dict[str, list[Any]]

# For customers of the highest tier these have words of their own.
FOR_THE_HIGHEST = ("recall", "return_visit", "birthday")
SEPARATORS = {"zh": "；", "en": "; "}
COLONS = {"zh": "：", "en": ": "}

# role: (scope, masked, columns left out, sheets left out)
_PERSONAL = ("income_level", "lifestyle")
_INNERMOST = (*_PERSONAL, "birthday", "implicit_needs")
_FIGURES = (
    *("revenue", "order_count", "churn_flag", "segment", "gap_to_next_tier", "why"),
    *("r_score", "f_score", "m_score", "rfm_score"),
)
ROLES: dict[str, tuple[str, bool, tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "owner": ("own", False, tuple(("customers", name) for name in _PERSONAL), ()),
    "assistant": ("own", True, tuple(("customers", name) for name in _INNERMOST), ()),
    "manager": ("all", False, (), ()),
    "partner": (
        "own",
        True,
        (
            *(("customers", name) for name in (*_FIGURES, *_INNERMOST)),
            *(("customers", name) for name in ("interests", "explicit_needs", "note")),
            *(("orders", name) for name in ("amount", "refund", "note")),
        ),
        ("contacts", "follow_up", "important_dates", "templates", "strategies"),
    ),
}


def follow_tables(lang: str) -> dict[str, Columns]:
    """The default rows of each table that has some, by internal column name."""
    return {"templates": _templates(lang), "roles": _roles(lang)}


def _templates(lang: str) -> Columns:
    from udfs.tiers import default_tier_rules

    highest = max(default_tier_rules(lang), key=lambda rule: rule.level).tier
    rows = []
    for source in schema.FOLLOW_UP_SOURCES:
        rows.append(_template(source, source, lang))
        if source in FOR_THE_HIGHEST:
            rows.append(_template(source, f"{source}_high", lang) | {"tier": highest})
    # To colleagues, each in their own language.
    rows += [_template("copy_mail", "copy_mail", one) | {"language": one} for one in LANGUAGES]
    return _columns(schema.TEMPLATES.names(), rows)


def _template(occasion: str, key: str, lang: str) -> dict[str, Any]:
    parts = ("subject", "words", "note")
    return {"occasion": occasion} | {part: text(f"template.{key}.{part}", lang) for part in parts}


def _roles(lang: str) -> Columns:
    rows = [
        {
            "role": text(f"role.{key}", lang),
            "scope": scope,
            "hidden_columns": _left_out(columns, sheets, lang) or None,
            "masked": masked,
            "meaning": text(f"role.{key}.meaning", lang),
        }
        for key, (scope, masked, columns, sheets) in ROLES.items()
    ]
    return _columns(schema.ROLES.names(), rows)


def _left_out(columns: Iterable[tuple[str, str]], sheets: Iterable[str], lang: str) -> str:
    """Captions as the sheet Roles wants them; with its sheet where one alone would mean more."""
    taken = Counter(schema.sheet_name(name, lang) for name in schema.SHEETS)
    for table in schema.TABLES:
        taken.update(schema.caption(table.name, name, lang) for name in table.names())
    said = []
    for name, column in columns:
        caption = schema.caption(name, column, lang)
        alone = taken[caption] == 1
        said.append(caption if alone else schema.sheet_name(name, lang) + COLONS[lang] + caption)
    return SEPARATORS[lang].join([*said, *(schema.sheet_name(name, lang) for name in sheets)])


def _columns(names: Iterable[str], rows: list[dict[str, Any]]) -> Columns:
    return {name: [row.get(name) for row in rows] for name in names}
