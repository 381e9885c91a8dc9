"""Segments: eleven names over all 125 RFM scores, an editable ordered table, first match wins.

The table is the one of domain.md, without hole and without overlap; users may change it, and
`segment_gaps` and `segment_overlaps` list what their change broke. A segment is not a tier.
Proved in tests/udfs/test_segments.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from udfs.errors import BadRule, BadValue
from udfs.texts import text
from udfs.tier_rules import rules_version
from udfs.values import read_id, shown

__all__ = [
    "ALL_SCORES",
    "SEGMENTS",
    "SegmentRule",
    "default_segment_rules",
    "parse_segment_rules",
    "rules_version",
    "segment_gaps",
    "segment_names",
    "segment_overlaps",
    "segments",
]

ALL_SCORES = tuple(
    100 * r + 10 * f + m for r in range(1, 6) for f in range(1, 6) for m in range(1, 6)
)

_TABLE = {
    "champions": "555 554 544 545 454 455 445",
    "loyal": "543 444 435 355 354 345 344 335",
    "potential_loyalist": "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 "
    "353 352 351 342 341 333 323",
    "new": "512 511 422 421 412 411 311",
    "promising": "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313",
    "need_attention": "535 534 443 434 343 334 325 324",
    "about_to_sleep": "331 321 312 221 213 231 241 251",
    "at_risk": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 "
    "125 124",
    "cannot_lose": "155 154 144 214 215 115 114 113",
    "hibernating": "332 322 233 232 223 222 132 123 122 212 211",
    "lost": "111 112 121 131 141 151",
}

# (key, scores): names are `segment.KEY`, meanings `segment_meaning.KEY` in the catalogue.
SEGMENTS: tuple[tuple[str, tuple[int, ...]], ...] = tuple(
    (key, tuple(map(int, scores.split()))) for key, scores in _TABLE.items()
)

_SEPARATORS = re.compile(r"[\s,;、;|/]+")
_SCORE = re.compile(r"[1-5]{3}").fullmatch


@dataclass(frozen=True)
class SegmentRule:
    """One row of the segment table: the name and the scores (100R + 10F + M) it covers."""

    segment: str
    scores: tuple[int, ...]


def segment_names(lang: str = "en") -> list[str]:
    """The eleven names in the order of `SEGMENTS`."""
    return [text(f"segment.{key}", lang) for key, _ in SEGMENTS]


def default_segment_rules(lang: str = "en") -> list[SegmentRule]:
    """The table of domain.md with names in `lang`."""
    return [SegmentRule(text(f"segment.{key}", lang), scores) for key, scores in SEGMENTS]


def parse_segment_rules(rows: Iterable[tuple[Any, Any]]) -> list[SegmentRule]:
    """Rules from cells (segment, scores); blank rows are skipped. Raises `BadRule`.

    >>> rules = parse_segment_rules([("Best", "555, 554；545"), (None, ""), ("Gone", 111.0)])
    >>> [(rule.segment, rule.scores) for rule in rules]
    [('Best', (555, 554, 545)), ('Gone', (111,))]
    """
    rules = []
    for name, cell in rows:
        segment, scores = read_id(name), read_id(cell)
        if scores and not segment:
            raise BadRule("error.segment_without_name", scores=shown(scores))
        if segment:
            rules.append(SegmentRule(segment, _scores(segment, scores)))
    return rules


def _scores(segment: str, cell: str) -> tuple[int, ...]:
    words = [word for word in _SEPARATORS.split(cell) if word]
    for word in words:
        if not _SCORE(word):
            raise BadRule("error.bad_segment_score", segment=segment, value=shown(word))
    return tuple(dict.fromkeys(map(int, words)))


def segments(
    scores: pd.DataFrame, rules: Sequence[SegmentRule] | None = None, lang: str = "en"
) -> pd.DataFrame:
    """A copy of `scores` with a column `segment`; a score in no rule gives "".

    Needs rfm_score, or r_score, f_score and m_score. `rules` None: `default_segment_rules(lang)`.

    >>> segments(pd.DataFrame({"rfm_score": [555, 111, 0]}))["segment"].tolist()
    ['Champions', 'Lost', '']
    """
    known = default_segment_rules(lang) if rules is None else rules
    number = _rfm_score(scores)
    inside = (number >= 111) & (number <= 555)
    names = segment_by_score(known)[np.where(inside, number, 0)]
    result = scores.copy()
    result["segment"] = pd.Series(names, index=scores.index, dtype=object)
    return result


def segment_by_score(rules: Sequence[SegmentRule]) -> np.ndarray:
    """The name of the segment at the index of each score up to 555; "" where no rule has it.

    >>> segment_by_score(default_segment_rules())[555]
    'Champions'
    """
    names = np.full(556, "", dtype=object)
    for rule in reversed(rules):
        names[list(rule.scores)] = rule.segment
    return names


def _rfm_score(scores: pd.DataFrame) -> np.ndarray:
    if "rfm_score" in scores:
        number = scores["rfm_score"].to_numpy(dtype=np.float64, na_value=0.0)
    else:
        for name in ("r_score", "f_score", "m_score"):
            if name not in scores:
                raise BadValue("error.column_missing", sheet="RFM", column=name)
        number = (100 * scores["r_score"] + 10 * scores["f_score"] + scores["m_score"]).to_numpy(
            dtype=np.float64, na_value=0.0
        )
    return np.nan_to_num(number).astype(np.int64)


def segment_gaps(rules: Sequence[SegmentRule]) -> list[int]:
    """The scores from 111 to 555 that no rule covers."""
    covered = {score for rule in rules for score in rule.scores}
    return [score for score in ALL_SCORES if score not in covered]


def segment_overlaps(rules: Sequence[SegmentRule]) -> list[tuple[int, list[str]]]:
    """The scores that several rules cover, with the names in the order of the rules."""
    names: dict[int, list[str]] = {}
    for rule in rules:
        for score in dict.fromkeys(rule.scores):
            names.setdefault(score, []).append(rule.segment)
    return [(score, found) for score, found in sorted(names.items()) if len(found) > 1]
