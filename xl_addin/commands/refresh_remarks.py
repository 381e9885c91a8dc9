"""What a refresh points out beside its results: odd rules, odd data, odd dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.tables import Book

if TYPE_CHECKING:
    from xl_addin.commands.refresh import Scoring

_MOST = 10


def remarks(book: Book, result: Scoring, lang: str) -> list[str]:
    """All remarks in `lang`, most important first."""
    found = [
        *_dates(book, result),
        *_orders(book, result),
        *_levels(result),
        *_rules(result, lang),
        *_missing_columns(book, lang),
    ]
    return [text(f"refresh.{key}", lang, **values) for key, values in found]


Remark = tuple[str, dict[str, Any]]


def _dates(book: Book, result: Scoring) -> Iterator[Remark]:
    from xl_addin.commands.refresh import last_refresh_date

    day, chosen, before = result.as_of, result.settings.analysis_date, last_refresh_date(book)
    if result.scored.empty:
        yield "no_orders_by_then", {"day": day.isoformat()}
    if before is not None and day < before:
        yield "look_back", {"day": before.isoformat()}
    if "settings" in book and chosen is None:
        yield "date_not_in_settings", {"day": day.isoformat()}
    elif "settings" in book and chosen != day:
        yield "other_date_in_settings", {"day": day.isoformat(), "chosen": str(chosen)}


def _orders(book: Book, result: Scoring) -> Iterator[Remark]:
    strangers = result.strangers.unique().tolist()
    if strangers:
        yield "unknown_customers", {"n": len(strangers), "ids": _some(strangers)}
    words = unknown_statuses(book)
    if words:
        yield "unknown_statuses", {"n": sum(words.values()), "words": _some(list(words))}


def unknown_statuses(book: Book) -> dict[str, int]:
    """Status words nobody knows, with the number of rows; such rows count as valid orders."""
    import pandas as pd

    from udfs.orders import status_reason

    known = schema.choice_by_word(schema.ORDERS.column("status"))
    cells = pd.Series(book["orders"].get("status"), dtype=object).dropna().astype(str)
    counts = cells.str.strip().value_counts()
    return {
        str(word): int(n)
        for word, n in counts.items()
        if word and status_reason(word) is None and schema.normal_caption(word) not in known
    }


def _levels(result: Scoring) -> Iterator[Remark]:
    for letter, column in (("R", "r_score"), ("F", "f_score"), ("M", "m_score")):
        levels = result.scored[column].nunique()
        if 0 < levels < 5:
            yield "fewer_levels", {"score": letter, "n": levels}


def _rules(result: Scoring, lang: str) -> Iterator[Remark]:
    from udfs.segments import segment_gaps, segment_overlaps
    from udfs.tiers import tier_gaps

    gaps = segment_gaps(result.segment_rules)
    if gaps:
        yield "segment_gaps", {"scores": _some(gaps)}
    overlaps = [score for score, _ in segment_overlaps(result.segment_rules)]
    if overlaps:
        yield "segment_overlaps", {"scores": _some(overlaps)}
    currency = result.settings.currency
    holes = tier_gaps(result.tier_rules, result.tier_cuts, lang, currency)
    if holes and not result.scored.empty:
        yield "tier_gaps", {"cells": _some(holes)}


def _missing_columns(book: Book, lang: str) -> Iterator[Remark]:
    customers = book["customers"]
    gone = [name for name in schema.CUSTOMERS.names(schema.ADDIN) if name not in customers]
    if gone:
        captions = [schema.caption("customers", name, lang) for name in gone]
        yield "columns_gone", {"columns": captions}


def _some(things: list[Any]) -> list[str]:
    return [str(thing) for thing in things[:_MOST]] + ["…"] * (len(things) > _MOST)
