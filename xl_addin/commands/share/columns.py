"""Which columns of a table go into a copy, and how those that go in part are masked.

A column that is hidden takes with it those of ours that quote it: who may not see the revenue
does not find it in the sentence that explains the tier. Proved in tests/xl_addin/commands/share/
test_columns.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from udfs.masking import mask_address, mask_text
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.commands.share.roles import Place, Role
from xl_addin.commands.share.tables import CUSTOMER, columns_of, is_of_customers
from xl_addin.tables import Book, TableData

PHONE, EMAIL, ADDRESS, IDENTITY, WORDS = "phone", "email", "address", "identity", "words"
REACH = "reach"  # phone, e-mail and address, one line each

# Hidden column: columns of ours whose sentences quote it.
QUOTED_IN: dict[Place, tuple[Place, ...]] = {
    ("customers", "revenue"): (
        ("customers", "why"),
        ("customers", "gap_to_next_tier"),
        ("follow_up", "why"),
        ("follow_up", "words"),
    ),
    ("customers", "order_count"): (
        ("customers", "why"),
        ("customers", "gap_to_next_tier"),
        ("follow_up", "why"),
    ),
    ("customers", "recency_days"): (("customers", "why"), ("follow_up", "why")),
    ("customers", "last_order"): (("customers", "why"), ("follow_up", "why")),
    ("customers", "tier"): (
        ("customers", "gap_to_next_tier"),
        ("follow_up", "why"),
        ("follow_up", "what_to_do"),
        ("follow_up", "words"),
    ),
    ("customers", "segment"): (("customers", "why"), ("follow_up", "what_to_do")),
    ("customers", "gap_to_next_tier"): (("follow_up", "why"), ("follow_up", "words")),
    ("customers", "why"): (("follow_up", "why"),),
    ("customers", "birthday"): (("follow_up", "why"),),
    ("customers", "name"): (("follow_up", "name"), ("follow_up", "words")),
    ("customers", "company"): (("follow_up", "words"),),
    ("customers", "phone"): (("follow_up", "contact"),),
    ("customers", "email"): (("follow_up", "contact"),),
    ("customers", "address"): (("follow_up", "contact"),),
    ("customers", "owner"): (("follow_up", "owner"), ("follow_up", "words")),
    ("orders", "product"): (("follow_up", "words"),),
    ("contacts", "topic"): (("follow_up", "why"), ("follow_up", "words")),
    **{
        ("customers", score): (("customers", "why"),)
        for score in ("r_score", "f_score", "m_score", "rfm_score")
    },
}

# What the add-in itself writes about customers who may not be the reader's.
NEVER: tuple[Place, ...] = (("refresh_log", "remarks"),)

_MASKS: dict[Place, str] = {
    ("customers", "phone"): PHONE,
    ("customers", "email"): EMAIL,
    ("customers", "address"): ADDRESS,
    **{
        ("customers", name): WORDS
        for name in ("preferences", "explicit_needs", "implicit_needs", "note")
    },
    ("orders", "note"): WORDS,
    **{("contacts", name): WORDS for name in ("thread", "topic", "outcome", "note")},
    ("follow_up", "contact"): REACH,
    **{("follow_up", name): WORDS for name in ("why", "words", "result_note")},
    ("important_dates", "note"): WORDS,
    ("consents", "how"): WORDS,
    ("consents", "note"): WORDS,
}

# The user's own columns by what their captions say, first fitting kind first.
_OWN_KINDS = (
    (
        IDENTITY,
        re.compile(
            r"证件|身份证|护照|微信|wechat|weixin|\bqq\b|passport|\bids?[ -]?(?:card|number|no)\b",
            re.IGNORECASE,
        ),
    ),
    (
        PHONE,
        re.compile(r"电话|手机|座机|传真|\b(?:tele)?phones?|mobile|\btel\b|\bfax\b", re.IGNORECASE),
    ),
    (EMAIL, re.compile(r"邮箱|邮件|e-?mail", re.IGNORECASE)),
    (ADDRESS, re.compile(r"地址|住址|\baddress", re.IGNORECASE)),
)
_LIKE_AN_ID_CARD = 10**14
_MOBILE = re.compile(r"(?:86)?1[3-9]\d{9}").fullmatch


def hidden_columns(book: Book, role: Role) -> tuple[set[Place], set[Place]]:
    """Columns the role may not see, and besides them those that quote them."""
    asked = {place for place in role.columns if place[0] in book}
    quoting = set(_quoting(book, {_base(place) for place in asked} | _gone_with_tables(role)))
    return asked, quoting - asked


def _quoting(book: Book, hidden: set[Place]) -> Iterator[Place]:
    """All columns that quote a hidden one, also over several steps."""
    todo, seen = list(hidden), set(hidden)
    while todo:
        for place in QUOTED_IN.get(todo.pop(), ()):
            if place not in seen:
                seen.add(place)
                todo.append(place)
    for name, column in seen - hidden:
        for table in book.tables:
            if schema.base_name(table) == name and column in book[table]:
                yield table, column


def _gone_with_tables(role: Role) -> set[Place]:
    """A sheet that is left out is not to be read in the sentences of another."""
    return {place for place in QUOTED_IN if place[0] in role.tables}


def _base(place: Place) -> Place:
    return schema.base_name(place[0]), place[1]


def masks_of(table: TableData, hidden: Iterable[str], masked: bool, words: bool) -> dict[str, str]:
    """Column to the kind of mask it gets in a copy that is `masked`.

    With `words` alone only free texts are masked: somebody from whom phones are hidden is not to
    find them in a note.
    """
    if not (masked or words) or not is_of_customers(table.name):
        return {}
    kinds = {
        column: kind
        for column in columns_of(table)
        if column not in set(hidden) and (kind := _kind(table, column)) is not None
    }
    return {column: kind for column, kind in kinds.items() if masked or kind == WORDS}


def _kind(table: TableData, column: str) -> str | None:
    if column not in table.extra:
        return _MASKS.get((schema.base_name(table.name), column))
    return _kind_of_own(column, table.extra[column])


def masks_of_own(
    columns: Iterable[tuple[str, Iterable[Any]]], masked: bool, words: bool
) -> dict[str, str]:
    """The same for a table on a sheet of the user's own, by its captions and cells."""
    if not (masked or words):
        return {}
    kinds = {caption: _kind_of_own(caption, cells) for caption, cells in columns}
    return {column: kind for column, kind in kinds.items() if kind and (masked or kind == WORDS)}


def _kind_of_own(column: str, cells: Iterable[Any]) -> str | None:
    if schema.normal_caption(column) in _CUSTOMER_CAPTIONS:
        return None
    for kind, said in _OWN_KINDS:
        if said.search(column):
            return kind
    return WORDS if any(map(_tells_contact_data, cells)) else None


def _tells_contact_data(cell: Any) -> bool:
    """Whether a cell of the user's own column holds a phone, an address or a number of a card."""
    if isinstance(cell, str):
        return mask_text(cell) != cell
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return is_number and (_MOBILE(f"{cell:.0f}") is not None or abs(cell) >= _LIKE_AN_ID_CARD)


_CUSTOMER_CAPTIONS = {
    schema.normal_caption(schema.caption("customers", CUSTOMER, lang)) for lang in ("zh", "en")
}


def mask_reach(cell: object) -> str:
    """The lines of "How to reach": what is no phone and no e-mail is an address.

    >>> mask_reach("13812345678 (prefers WeChat)\\nli@example.cn\\n12 High Street")
    '138****5678 (prefers WeChat)\\nl***@example.cn\\n***'
    """
    lines = str(cell or "").split("\n")
    return "\n".join(line if line in _NO_REACH else _mask_line(line) for line in lines)


_NO_REACH = {"", *(text("follow_up.no_contact_data", lang) for lang in LANGUAGES)}


def _mask_line(line: str) -> str:
    masked = mask_text(line)
    return mask_address(line) if masked == line else masked


def hides_reach(hidden: Iterable[Place]) -> bool:
    """Whether contact data are hidden, so that free texts may not tell them either."""
    return any(place in hidden for place in (("customers", "phone"), ("customers", "email")))
