"""Whom we may contact for what: consent by purpose, given and withdrawn.

After China's Personal Information Protection Law (PIPL): Art. 13 no use of personal data without
a ground, Art. 14 consent is for a purpose the person knows and a new purpose needs a new one,
Art. 15 and 16 it can be withdrawn at any time, Art. 17 purpose and means are told beforehand.

A consent counts on a day if it was given on that day or before and not withdrawn on that day or
before; without the day it was given it does not count. The general columns of the customer table
hold free text, read by its words; a withdrawal there ends every consent given until that day, in
either table. In doubt nobody agreed: a clause with "not" or "不", and what follows it in the
sentence, names no purpose, and a day of withdrawal that cannot be read is one that has come.
Consent to service covers keeping the data right, which the same orders need.
Proved in tests/udfs/test_consents.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from udfs.errors import BadRule
from udfs.texts import text
from udfs.values import dates, fold, ids, is_missing, shown

_WORDS = {
    "service": r"订单|售后|服务|物流|配送|\b(?:customer |after[- ]sales )?services?\b|\borders?\b",
    "marketing": r"优惠|营销|推广|促销|推荐|\boffers?\b|\bmarketing\b|\bpromotions?\b",
    "greetings": r"祝福|生日|节日|问候|\bgreetings?\b|\bwish(?:es)?\b|\bbirthdays?\b",
    "surveys": r"调研|问卷|满意度|调查|\bsurveys?\b|\bquestionnaires?\b",
    "data_upkeep": r"资料|\bdata\b|\bdata_upkeep\b",
}
PURPOSES = tuple(_WORDS)
COVERS = {"service": {"service", "data_upkeep"}}
_NAMED = {purpose: re.compile(words, re.IGNORECASE).search for purpose, words in _WORDS.items()}
# 不定期 (now and then), 未来, 非常 and 除夕 deny nothing.
_DENIED = re.compile(
    r"不(?!定期)|未(?!来)|无|勿|拒|否|非(?!常)|除(?!夕)|禁|取消|撤|\b(?:no|not|never|none|without|except)\b"
    r"|\bnon\b|\bexclud|\brefus|\bdeclin|\bwithdr|\bopt(?:ed)?[- ]?out|\bunsubscrib|n['’]t\b",
    re.IGNORECASE,
).search
_SENTENCES = re.compile(r"[。；;.!！\n\r]+").split
_CLAUSES = re.compile(r"[，,、]+").split


@dataclass(frozen=True)
class ConsentRows:
    """Consents as columns: of table Consents, or the general ones of the customer table."""

    customer_id: Sequence[Any]
    purpose: Sequence[Any]
    given_on: Sequence[Any]
    withdrawn_on: Sequence[Any]


class Refusal(NamedTuple):
    """Why a customer may not be contacted for a purpose.

    `reason`: never_given, not_yet (only from `day` on), withdrawn (on `day`; None: the cell holds
    no day), unreadable_purpose (`words` name none), not_for_purpose.
    """

    reason: str
    day: dt.date | None = None
    words: str = ""


class _Row(NamedTuple):
    """A row of consents, read; `withdrawn` without a day: the cell holds something else."""

    customer: str
    words: str
    given_on: dt.date | None
    withdrawn: bool
    withdrawn_on: dt.date | None

    def has_ended(self, day: dt.date) -> bool:
        return self.withdrawn and (self.withdrawn_on is None or self.withdrawn_on <= day)


class _Given(NamedTuple):
    """One consent as it stands on the day asked for."""

    purposes: frozenset[str]
    words: str
    given_on: dt.date | None
    ended: bool
    ended_on: dt.date | None


class ConsentBook:
    """Who agreed to what on one day: `valid` per customer, `unreadable` texts, `why_not`."""

    def __init__(self, given: dict[str, list[_Given]], day: dt.date) -> None:
        self._given, self._day = given, day
        self.valid: dict[str, frozenset[str]] = {
            customer: frozenset().union(*(one.purposes for one in rows if self._counts(one)))
            for customer, rows in given.items()
        }
        self.unreadable: tuple[tuple[str, str], ...] = tuple(
            (customer, one.words)
            for customer, rows in given.items()
            for one in rows
            if one.words and not one.purposes
        )

    def allows(self, customer_id: str, purpose: str) -> bool:
        """Whether the customer agreed to this purpose and the consent is valid."""
        if purpose not in PURPOSES:
            raise BadRule("follow_rules.unknown_purpose", value=shown(purpose))
        return purpose in self.valid.get(customer_id, ())

    def why_not(self, customer_id: str, purpose: str) -> Refusal | None:
        """Why not, or None where it is allowed: what a person would have to put right."""
        if self.allows(customer_id, purpose):
            return None
        dated = [one for one in self._given.get(customer_id, []) if one.given_on is not None]
        fitting = [one for one in dated if purpose in one.purposes]
        counted = [one for one in dated if self._counts(one)]
        if not fitting and any(one.purposes for one in counted):
            return Refusal("not_for_purpose")
        if not fitting and counted:
            return Refusal("unreadable_purpose", words=counted[0].words)
        return self._why_invalid(fitting or dated)

    def _counts(self, one: _Given) -> bool:
        return one.given_on is not None and one.given_on <= self._day and not one.ended

    def _why_invalid(self, rows: list[_Given]) -> Refusal:
        if any(one.ended for one in rows):
            return Refusal(
                "withdrawn", max((one.ended_on for one in rows if one.ended_on), default=None)
            )
        later = [one.given_on for one in rows if one.given_on]
        return Refusal("not_yet", min(later)) if later else Refusal("never_given")


def valid_consents(
    general: ConsentRows, by_purpose: ConsentRows | None, day: dt.date
) -> ConsentBook:
    """The consents of all customers of either table as they stand on `day`.

    >>> general = ConsentRows(["A"], ["订单与售后"], [dt.date(2026, 1, 5)], [None])
    >>> sorted(valid_consents(general, None, dt.date(2026, 1, 5)).valid["A"])
    ['data_upkeep', 'service']
    """
    rows = list(_read(general))
    withdrawals: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if row.has_ended(day):
            withdrawals[row.customer].append(row)
    if by_purpose is not None:
        rows.extend(_read(by_purpose))
    given: dict[str, list[_Given]] = {}
    for row in rows:
        one = _as_it_stands(row, withdrawals.get(row.customer, []), day)
        given.setdefault(row.customer, []).append(one)
    return ConsentBook(given, day)


def read_purposes(words: str) -> frozenset[str]:
    """The purposes a text names; none where it names none or denies them.

    >>> sorted(read_purposes("订单、售后与优惠通知")), sorted(read_purposes("service, no offers"))
    (['data_upkeep', 'marketing', 'service'], ['data_upkeep', 'service'])
    """
    return _purposes_of(words)


def explain_refusal(refusal: Refusal, purpose: str, lang: str = "en") -> str:
    """Why this customer is not contacted for this purpose, in one sentence."""
    reason = refusal.reason
    if (reason == "withdrawn" and refusal.day is None) or (
        reason == "unreadable_purpose" and not refusal.words
    ):
        reason += "_blank"
    return text(
        f"follow_rules.refused.{reason}",
        lang,
        purpose=text(f"follow_rules.purpose.{purpose}", lang),
        day=refusal.day.isoformat() if refusal.day else "",
        words=shown(refusal.words),
    )


@lru_cache(maxsize=4096)
def _purposes_of(words: str) -> frozenset[str]:
    named: set[str] = set()
    for sentence in _SENTENCES(words):
        for clause in _CLAUSES(fold(sentence)):
            # What follows a "not" may still belong to it: 不用于营销、祝福.
            if _DENIED(clause):
                break
            named |= {purpose for purpose, found in _NAMED.items() if found(clause)}
    return frozenset().union(*(COVERS.get(purpose, {purpose}) for purpose in named))


def _read(rows: ConsentRows) -> Iterator[_Row]:
    """The rows of a table that name a customer."""
    given, _ = dates(rows.given_on)
    withdrawn, unclear = dates(rows.withdrawn_on)
    cells = zip(
        ids(rows.customer_id).tolist(),
        rows.purpose,
        given.tolist(),
        (~np.isnat(withdrawn) | unclear).tolist(),
        withdrawn.tolist(),
        strict=True,
    )
    for customer, purpose, given_on, ended, ended_on in cells:
        if customer:
            words = "" if is_missing(purpose) else str(purpose).strip()
            yield _Row(customer, words, given_on, ended, ended_on)


def _as_it_stands(row: _Row, withdrawals: list[_Row], day: dt.date) -> _Given:
    """A consent with the withdrawals that end it: its own, and general ones given after it."""
    ends = [row] if row.has_ended(day) else []
    for general in withdrawals:
        last = general.withdrawn_on
        if last is None or row.given_on is None or row.given_on <= last:
            ends.append(general)
    ended_on = min((end.withdrawn_on for end in ends if end.withdrawn_on), default=None)
    return _Given(read_purposes(row.words), row.words, row.given_on, bool(ends), ended_on)
