"""Where everything stands on a sheet with a table, and how high its rows must be.

Rows 1 to 4: title, one line of explanation, who owns which columns, headers. Data from row 5.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.schema import Column, Table

TITLE, PURPOSE, BAND, HEADER, FIRST = range(5)
ROW_PIXELS = 26
LINE_PIXELS = 20
# Columns left of these stay in view when the sheet is scrolled sideways.
FROZEN_COLUMNS = {"customers": 2, "orders": 1, "contacts": 2, "follow_up": 1}
# Tables whose cells hold sentences: shown whole, in as many lines as they need.
WRAPPED = ("settings", "tiers", "segments", "strategies", "templates", "roles")
# Tables whose rows are replaced as a whole: each row of the same height, because a new row takes
# that of the last one. Their sentences are smaller; a text of the user's own templates begins at
# the top: what is too long ends early instead of losing both ends.
UNIFORM_LINES = {"follow_up": 5}
FROM_THE_TOP = {"follow_up": ("words",)}
SMALL = {"follow_up": ("why", "what_to_do", "contact", "result_note", "words")}
SMALL_SIZE, SMALL_LINE_PIXELS = 9, 17
# What only the program reads: there, but out of the way.
MUTED = {"follow_up": ("item", "typed_mark")}
# Columns to be typed into beside computed ones.
TYPED = {"settings": ("value",), "follow_up": ("done", "outcome", "result_note")}
SCORES = ("r_score", "f_score", "m_score", "rfm_score")
# Other numbers that are no amounts: centred, and a year without a comma.
COUNTED = ("priority", "month", "day", "year")
# Text that must not be taken for a number or a date when somebody types it.
LITERAL = {
    "customers": ("customer_id", "phone"),
    "orders": ("order_id", "customer_id"),
    "tiers": ("frequency", "amount"),
    "segments": ("scores",),
    "contacts": ("contact_id", "customer_id", "thread"),
    "follow_up": ("customer_id", "item", "typed_mark"),
    "important_dates": ("customer_id",),
    "consents": ("customer_id",),
    "share_log": ("base_fingerprint", "file_fingerprint"),
}


# How the value of a setting is shown; those not listed are words.
SETTING_LOOKS = {
    "analysis_date": "date",
    "tier_quantile": "number",
    "frequency_cut": "number",
    "amount_cut": "number",
    "churn_months": "integer",
    "stale_months": "integer",
    "young_until": "integer",
    "old_from": "integer",
    "opening_time": "clock",
    "closing_time": "clock",
    "follow_up_days": "integer",
    "follow_up_cap": "integer",
    "follow_up_cap_days": "integer",
    "follow_up_per_owner": "integer",
    "mail_port": "literal",
    "recency_thresholds": "literal",
    "frequency_thresholds": "literal",
    "amount_thresholds": "literal",
}


def look(table: Table, column: Column, row: Sequence[Any] = ()) -> str:
    """How a cell is shown: its column's kind, or "literal" or "score"; `row` for Settings."""
    if row and table.name == "settings" and column.name == "value":
        return SETTING_LOOKS.get(setting_name(row[0]) or "", "text")
    if column.name in LITERAL.get(schema.base_name(table.name), ()):
        return "literal"
    if column.kind == "integer" and column.name in (*SCORES, *COUNTED):
        return "score"
    return column.kind


def wraps(table: Table, column: Column) -> bool:
    """Whether a cell of this column breaks its text into lines."""
    name = schema.base_name(table.name)
    return (name in WRAPPED or name in UNIFORM_LINES) and column.name not in MUTED.get(name, ())


def setting_name(caption: object) -> str | None:
    """The internal name of a setting by its caption in either language."""
    wanted = schema.normal_caption(caption)
    for name in schema.SETTING_NAMES:
        if wanted in (schema.normal_caption(text(f"setting.{name}", x)) for x in LANGUAGES):
            return name
    return None


def sheet_name(table_name: str, lang: str) -> str:
    """The name on the tab."""
    return schema.sheet_name(table_name, lang)


def text_width(words: str) -> float:
    """Width in digits: a Chinese character takes two, a letter a little less than one.

    >>> round(text_width("订单ID"), 2)
    5.88
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0.94 for c in words)


def lines_needed(words: object, width: float) -> int:
    """Lines a text takes in a column `width` digits wide, line breaks included."""
    # The indent, and the words that break before the edge.
    room = max(1.0, width - 4)
    return sum(max(1, math.ceil(text_width(part) / room)) for part in str(words).split("\n"))


def row_pixels(table: Table, cells: Sequence[Any]) -> int:
    """The height of a row of `table` that shows all its text."""
    name = schema.base_name(table.name)
    if name in UNIFORM_LINES:
        return 10 + SMALL_LINE_PIXELS * UNIFORM_LINES[name]
    if name not in WRAPPED:
        return ROW_PIXELS
    lines = max(
        lines_needed(cell, column.width) if cell is not None else 1
        for column, cell in zip(table.columns, cells, strict=True)
    )
    return max(ROW_PIXELS, 10 + LINE_PIXELS * lines)


def header_pixels(table: Table) -> int:
    """The height of the header row: two lines where columns are narrow, else one."""
    return 54 if table.name == "customers" else 38


def owner_groups(table: Table) -> list[tuple[str, int, int]]:
    """Neighbouring columns of one owner: (owner, first, last), columns counted from 0."""
    groups: list[tuple[str, int, int]] = []
    for position, column in enumerate(table.columns):
        if groups and groups[-1][0] == column.owner:
            groups[-1] = (column.owner, groups[-1][1], position)
        else:
            groups.append((column.owner, position, position))
    return groups
