"""Suggested words: a template of the user's own table, filled in for one customer.

Fields stand in braces, by their Chinese or English name: {客户} or {name}; full-width braces ｛｝
do as well, and {{ is a brace. A sentence with a field this customer has no value for is left out:
a message with a hole is worse than a shorter one. What was left out is told.
Proved in tests/udfs/test_message_templates.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from udfs.errors import BadRule
from udfs.texts import text
from udfs.values import fold, is_missing, shown

# internal name: the names a template may use
FIELDS: dict[str, tuple[str, str]] = {
    "name": ("客户", "name"),
    "salutation": ("称呼", "salutation"),
    "owner": ("负责人", "owner"),
    "company": ("公司", "company"),
    "tier": ("等级", "tier"),
    "days": ("天数", "days"),
    "date": ("日期", "date"),
    "product": ("产品", "product"),
    "gap": ("差距", "gap"),
    "amount": ("金额", "amount"),
    "topic": ("主题", "topic"),
    "us": ("我们", "us"),
}
_BY_NAME = {name: field for field, names in FIELDS.items() for name in names}
_ANY = {"", "any", "all", "任意", "全部", "所有", "不限"}

_PIECE = re.compile(
    r"(?P<brace>\{\{|\}\})|\{(?P<field>[^{}\n]*)\}|(?P<open>\{)|(?P<words>[^{}]+|\})"
)
# A sentence ends after 。！？… or a full stop before a blank, or with the line. Mr. ends none.
_END = re.compile(
    r"[。！？…]+[」』”’）)\"']*\s*"
    r"|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bNo)(?<!\bSt)(?<!\bMrs)(?<!\bvs)(?<![.!?])[.!?]++[\"'”’)]*\s+"
    r"|\n+"
)
_BLANKS_AT_END = re.compile(r"[ \t]+\n").sub


class Filled(NamedTuple):
    """A filled template, and the fields for want of which a sentence was left out."""

    words: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A row of table Templates; tier, language and channel blank or "any": for all."""

    occasion: str
    words: str
    tier: str = ""
    language: str = ""
    channel: str = ""
    subject: str = ""


class _Piece(NamedTuple):
    words: str
    field: str = ""


def fields_of(template: str) -> list[str]:
    """The fields a template uses, by internal name, each once; raises `BadRule`.

    >>> fields_of("{客户}，您好！{name} {差距}")
    ['name', 'gap']
    """
    return list(dict.fromkeys(piece.field for piece in _pieces(template) if piece.field))


def fill(template: str, values: Mapping[str, object], lang: str = "en") -> Filled:
    """The template with its fields filled in; raises `BadRule` for a field that does not exist.

    `values` go by internal name; None and blank are missing, 0 is a value. Days are written as
    `lang` writes them, whole numbers with separators.

    >>> fill("{客户}，您好！您{差距}。祝好，{我们}", {"name": "李娜", "us": "晨光茶业"}, "zh").words
    '李娜，您好！祝好，晨光茶业'
    """
    kept: list[str] = []
    left_out: list[str] = []
    for sentence in _sentences(_pieces(template)):
        missing = [one.field for one in sentence if one.field and is_missing(values.get(one.field))]
        left_out += missing
        if missing:
            # The line stays a line although its last sentence went.
            kept.append("\n" * sentence[-1].words.count("\n") if _line_goes_on(kept) else "")
        else:
            kept += [_said(values[one.field], lang) if one.field else one.words for one in sentence]
    words = _BLANKS_AT_END("\n", "".join(kept)).strip()
    return Filled(words, tuple(dict.fromkeys(left_out)))


def choose(
    templates: Iterable[Template],
    occasion: str,
    tier: str = "",
    channel: str = "",
    lang: str = "en",
) -> Template | None:
    """The row that fits best: one for this tier before one for all, then channel, then language.

    Of equally fitting rows the first; None where none fits.
    """
    best, best_fit = None, (-1, -1, -1)
    for one in templates:
        fit = (_fit(one.tier, tier), _fit(one.channel, channel), _fit(one.language, lang))
        if one.occasion == occasion and -1 not in fit and fit > best_fit:
            best, best_fit = one, fit
    return best


def _fit(written: str, wanted: str) -> int:
    """1: written for this; 0: for all; -1: for something else."""
    name = fold(written).casefold()
    if name in _ANY:
        return 0
    return 1 if name == fold(wanted).casefold() else -1


def _pieces(template: str) -> list[_Piece]:
    plain = template.replace("｛", "{").replace("｝", "}")
    pieces = []
    for found in _PIECE.finditer(plain):
        if found["open"]:
            raise BadRule("follow_rules.open_brace", words=shown(plain[found.start() :]))
        if found["brace"]:
            pieces.append(_Piece(found.group()[0]))
        elif found["words"]:
            pieces.append(_Piece(found.group()))
        else:
            pieces.append(_Piece(found.group(), _field(found["field"])))
    return pieces


def _field(written: str) -> str:
    name = fold(written).casefold()
    if name not in _BY_NAME:
        near = get_close_matches(name, _BY_NAME, 1, 0.4) or _sharing_a_sign(name)
        key = "follow_rules.unknown_field_near" if near else "follow_rules.unknown_field"
        raise BadRule(key, value=shown(written), near="".join(near[:1]))
    return _BY_NAME[name]


def _sharing_a_sign(name: str) -> list[str]:
    """Chinese names have two signs, so one in common is already near."""
    return [one for one in _BY_NAME if not one.isascii() and set(one) & set(name)]


def _sentences(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces sentence by sentence; only written words end one, never a value."""
    sentences: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.field:
            sentences[-1].append(piece)
            continue
        done = 0
        for end in _END.finditer(piece.words):
            sentences[-1].append(_Piece(piece.words[done : end.end()]))
            sentences.append([])
            done = end.end()
        if done < len(piece.words):
            sentences[-1].append(_Piece(piece.words[done:]))
    return [sentence for sentence in sentences if sentence]


def _line_goes_on(kept: list[str]) -> bool:
    written = "".join(kept)
    return bool(written) and not written.endswith("\n")


def _said(value: object, lang: str) -> str:
    if isinstance(value, dt.date):
        day = {"year": value.year, "month": value.month, "day": value.day}
        return text("follow_rules.message_date", lang, **day)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return str(value)
