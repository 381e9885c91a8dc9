"""What the user chose on the sheets Settings, Tiers and Segments, read into typed values.

A setting that cannot be read is not guessed: it is listed in `problems`, and the command
that needs it refuses with that sentence. Proved in tests/xl_addin/test_settings.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from udfs.errors import BadRule, BadValue, CustomerChainError
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.tables import Book, TableData

# Excel's calendar begins here; an earlier analysis date is a slip of the pen.
FIRST_YEAR = 1900
METHODS = ("value_cuts", "thresholds", "r_compatible")


@dataclass(frozen=True)
class Settings:
    """The sheet Settings; `problems` pairs a setting's name with what is wrong with it."""

    lang: str = "zh"
    analysis_date: date | None = None
    currency: str = ""
    tier_quantile: float = 0.6
    frequency_cut: float | None = None
    amount_cut: float | None = None
    churn_months: int = 3
    scoring_method: str = "value_cuts"
    recency_thresholds: tuple[float, ...] = ()
    frequency_thresholds: tuple[float, ...] = ()
    amount_thresholds: tuple[float, ...] = ()
    stale_months: int = 12
    problems: tuple[tuple[str, CustomerChainError], ...] = ()

    @property
    def thresholds(self) -> dict[str, tuple[float, ...]] | None:
        """The user's own cuts for `rfm_scores(method="thresholds")`, else None."""
        if self.scoring_method != "thresholds":
            return None
        return {
            "recency_days": self.recency_thresholds,
            "order_count": self.frequency_thresholds,
            "revenue": self.amount_thresholds,
        }

    def require_readable(self) -> None:
        """Raise the first problem, so that nothing is computed from a guess."""
        for _, problem in self.problems:
            raise problem


def read_settings(book: Book) -> Settings:
    """All settings of the book; what is blank keeps its default."""
    settings = Settings(lang=book.lang)
    if "settings" not in book:
        return settings
    problems: list[tuple[str, CustomerChainError]] = []
    for name, (raw, row) in _raw_settings(book["settings"]).items():
        if raw is None or str(raw).strip() == "":
            continue
        try:
            value = _READERS[name](raw, book)
            settings = replace(settings, **{_FIELDS.get(name, name): value})
        except CustomerChainError as why:
            problems.append((name, _located(name, raw, row, why, book)))
    if settings.scoring_method == "thresholds":
        unreadable = {name for name, _ in problems}
        problems += _missing_thresholds(settings, unreadable, book)
    return replace(settings, problems=tuple(problems))


def settings_language(table: TableData | None) -> str | None:
    """The language the sheet Settings asks for, or None when it says nothing readable."""
    raw = _raw_settings(table).get("language", (None, 0))[0] if table else None
    return LANGUAGE_WORDS.get(schema.normal_caption(raw)) if raw is not None else None


def read_tier_rules(book: Book) -> list[Any] | None:
    """The rules of the sheet Tiers in their order, or None when the sheet has none."""
    from udfs.tiers import TierRule

    rows = _filled_rows(book, "tiers", ("tier", "level", "frequency", "amount", "tag", "order"))
    ranked = sorted(rows, key=lambda row: _place(row, book))
    return [
        TierRule(
            str(row["tier"]),
            _whole(row["level"], "tiers", "level", row["row"], book),
            _tier_condition(row, "frequency", book),
            _tier_condition(row, "amount", book),
            str(row["tag"] or ""),
        )
        for row in ranked
    ] or None


def read_segment_rules(book: Book) -> list[Any] | None:
    """The rules of the sheet Segments, or None when the sheet has none."""
    from udfs.segments import parse_segment_rules

    rows = _filled_rows(book, "segments", ("segment", "scores"))
    return parse_segment_rules([(str(r["segment"]), _condition(r["scores"])) for r in rows]) or None


def _raw_settings(table: TableData) -> dict[str, tuple[Any, int]]:
    named = {
        schema.normal_caption(text(f"setting.{name}", lang)): name
        for name in schema.SETTING_NAMES
        for lang in LANGUAGES
    }
    found = {}
    for position, caption in enumerate(table.get("setting")):
        name = named.get(schema.normal_caption(caption))
        if name:
            found[name] = (table.get("value")[position], table.row_number(position))
    return found


def _place(row: dict[str, Any], book: Book) -> tuple[bool, int]:
    """Rules without a number come last, in the order they stand."""
    if _condition(row["order"]) == "":
        return True, row["row"]
    return False, _whole(row["order"], "tiers", "order", row["row"], book)


def _filled_rows(book: Book, name: str, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    if name not in book:
        return []
    table = book[name]
    table.need(*(c.name for c in schema.table(name).columns if c.required))
    key = columns[0]
    return [
        {"row": table.row_number(i), **{c: table.get(c)[i] for c in columns}}
        for i in range(len(table))
        if str(table.get(key)[i] or "").strip()
    ]


def _tier_condition(row: dict[str, Any], column: str, book: Book) -> str:
    """A condition that can be read, or the sentence that says where the other one stands."""
    from udfs.tier_rules import read_condition

    words = _condition(row[column])
    try:
        read_condition(words, 0)
    except CustomerChainError as why:
        raise BadRule(
            "error.rule_cell",
            sheet=book["tiers"].sheet,
            row=row["row"],
            column=schema.caption("tiers", column, book.lang),
            why=why,
        ) from why
    return words


def _condition(raw: Any) -> str:
    """Excel turns a lone 555 into a number; a rule is text."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return "" if raw is None else str(raw).strip()


def _whole(raw: Any, table: str, column: str, row: int, book: Book) -> int:
    from udfs.values import read_number

    try:
        number = read_number(raw)
    except BadValue:
        number = float("nan")
    if number != number or not number.is_integer():
        raise BadRule(
            "error.rule_not_whole",
            sheet=text(f"sheet.{table}", book.lang),
            row=row,
            column=schema.caption(table, column, book.lang),
            value="" if raw is None else raw,
        )
    return int(number)


def _date(raw: Any, book: Book) -> date:
    from udfs.values import read_date

    day = read_date(raw, book.date1904)
    if day.year < FIRST_YEAR:
        raise BadValue("error.analysis_date_too_early")
    return day


def _number(raw: Any, _: Book) -> float:
    from udfs.values import read_number

    number = read_number(raw)
    if number < 0:
        raise BadValue("error.setting_negative")
    return number


def _quantile(raw: Any, book: Book) -> float:
    number = _number(raw, book)
    if not 0 < number < 1:
        raise BadValue("error.setting_quantile")
    return number


def _months(raw: Any, book: Book) -> int:
    number = _number(raw, book)
    if not number.is_integer() or not 1 <= number <= 1200:
        raise BadValue("error.setting_months")
    return int(number)


def _one_of(words: dict[str, str]) -> Callable[[Any, Book], str]:
    def read(raw: Any, _: Book) -> str:
        found = words.get(schema.normal_caption(raw))
        if found is None:
            raise BadValue("error.setting_choice")
        return found

    return read


def _thresholds(raw: Any, _: Book) -> tuple[float, ...]:
    from udfs.values import read_number

    parts = [p for p in str(raw).replace("；", ";").replace("、", ";").split(";") if p.strip()]
    cuts = tuple(read_number(part) for part in parts)
    if not 1 <= len(cuts) <= 4 or any(a >= b for a, b in pairwise(cuts)):
        raise BadRule("error.setting_thresholds")
    return cuts


def _missing_thresholds(
    settings: Settings, unreadable: set[str], book: Book
) -> list[tuple[str, CustomerChainError]]:
    return [
        (
            name,
            BadRule("error.setting_thresholds_missing", setting=text(f"setting.{name}", book.lang)),
        )
        for name in ("recency_thresholds", "frequency_thresholds", "amount_thresholds")
        if not getattr(settings, name) and name not in unreadable
    ]


def _located(
    name: str, raw: Any, row: int, why: CustomerChainError, book: Book
) -> CustomerChainError:
    return BadValue(
        "error.setting",
        sheet=book["settings"].sheet,
        row=row,
        setting=text(f"setting.{name}", book.lang),
        value=raw,
        why=why,
    )


def _words(prefix: str, names: tuple[str, ...]) -> dict[str, str]:
    known = {schema.normal_caption(name): name for name in names}
    for lang in LANGUAGES:
        known |= {schema.normal_caption(text(f"{prefix}.{name}", lang)): name for name in names}
    return known


LANGUAGE_WORDS = _words("language", LANGUAGES) | {"chinese": "zh", "简体中文": "zh", "英文": "en"}
_FIELDS = {"language": "lang"}
_READERS: dict[str, Callable[[Any, Book], Any]] = {
    "analysis_date": _date,
    "language": _one_of(LANGUAGE_WORDS),
    "currency": lambda raw, _: str(raw).strip(),
    "tier_quantile": _quantile,
    "frequency_cut": _number,
    "amount_cut": _number,
    "churn_months": _months,
    "scoring_method": _one_of(_words("method", METHODS)),
    "recency_thresholds": _thresholds,
    "frequency_thresholds": _thresholds,
    "amount_thresholds": _thresholds,
    "stale_months": _months,
}
