"""What a refresh points out beside its results: odd rules, odd data, odd dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.commands.refresh_log import last_refresh_date
from xl_addin.tables import Book

if TYPE_CHECKING:
    from xl_addin.commands.refresh import Scoring

_MOST = 10


# The key of a text and its values; a value that depends on the language is a function of it.
Remark = tuple[str, dict[str, Any]]


def remarks(book: Book, result: Scoring) -> dict[str, tuple[str, ...]]:
    """All remarks in each language, most important first."""
    found = [
        *_dates(book, result),
        *_orders(book, result),
        *_levels(result),
        *_rules(result),
        *_missing_columns(book),
    ]
    return {lang: tuple(_said(remark, lang) for remark in found) for lang in LANGUAGES}


def _said(remark: Remark, lang: str) -> str:
    key, values = remark
    said = {name: value(lang) if callable(value) else value for name, value in values.items()}
    return text(f"refresh.{key}", lang, **said)


def _dates(book: Book, result: Scoring) -> Iterator[Remark]:
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
    counts = pd.Series(book["orders"].get("status"), dtype=object).value_counts()
    found: Counter[str] = Counter()
    for cell, n in counts.items():
        word = str(cell).strip()
        if word and status_reason(word) is None and schema.normal_caption(word) not in known:
            found[word] += int(n)
    return found


def _levels(result: Scoring) -> Iterator[Remark]:
    for letter, column in (("R", "r_score"), ("F", "f_score"), ("M", "m_score")):
        levels = result.scored[column].nunique()
        if 0 < levels < 5:
            yield "fewer_levels", {"score": letter, "n": levels}


def _rules(result: Scoring) -> Iterator[Remark]:
    from udfs.segments import segment_gaps, segment_overlaps
    from udfs.tiers import tier_gaps

    gaps = segment_gaps(result.segment_rules)
    if gaps:
        yield "segment_gaps", {"scores": _some(gaps)}
    overlaps = [score for score, _ in segment_overlaps(result.segment_rules)]
    if overlaps:
        yield "segment_overlaps", {"scores": _some(overlaps)}
    if result.scored.empty:
        return

    def holes(lang: str) -> list[str]:
        rules, cuts = result.tier_rules, result.tier_cuts
        return _some(tier_gaps(rules, cuts, lang, result.settings.currency))

    if holes("en"):
        yield "tier_gaps", {"cells": holes}


def _missing_columns(book: Book) -> Iterator[Remark]:
    customers = book["customers"]
    gone = [name for name in schema.CUSTOMERS.names(schema.ADDIN) if name not in customers]
    if gone:

        def captions(lang: str) -> list[str]:
            return [schema.caption("customers", name, lang) for name in gone]

        yield "columns_gone", {"columns": captions}


def _some(things: list[Any]) -> list[str]:
    return [str(thing) for thing in things[:_MOST]] + ["…"] * (len(things) > _MOST)
