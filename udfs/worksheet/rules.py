"""Rule tables handed over as ranges: the same rules the sheets Tiers and Segments hold.

Proved in tests/udfs/test_worksheet_rules.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from udfs.errors import BadRule, BadValue
from udfs.worksheet.arguments import Context
from udfs.worksheet.cells import is_blank, shown
from udfs.worksheet.tables import SEGMENT_RULES, TIER_RULES, columns

if TYPE_CHECKING:
    from udfs.segments import SegmentRule
    from udfs.tiers import TierRule

Row = dict[str, Any]


def segment_rules(cells: np.ndarray, context: Context) -> list[SegmentRule]:
    """The rules of a range of segment and scores; the first one that has a score wins."""
    from udfs.segments import parse_segment_rules

    found = columns(cells, SEGMENT_RULES, context.lang)
    return parse_segment_rules((row["segment"], row["scores"]) for row in _rows(found))


def tier_rules(cells: np.ndarray, context: Context) -> list[TierRule]:
    """The rules of a range of tier, level, conditions and tag, in the order they are tried."""
    from udfs.tiers import TierRule

    rows = _rows(columns(cells, TIER_RULES, context.lang))
    if any("order" in row for row in rows):
        rows.sort(key=_position)
    return [
        TierRule(
            words(row["tier"]),
            _level(row["level"]),
            words(row["frequency"]),
            words(row["amount"]),
            words(row.get("tag")),
        )
        for row in rows
    ]


def words(cell: Any) -> str:
    """A cell of a rule as text; a tier may be named 1, which a spreadsheet hands over as 1.0.

    >>> words(1.0), words(" >=5 "), words(None)
    ('1', '>=5', '')
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if is_blank(cell) else str(cell).strip()


def _rows(found: dict[str, np.ndarray]) -> list[Row]:
    """The rows in which anything stands."""
    rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    rows = [row for row in rows if not all(map(is_blank, row.values()))]
    if not rows:
        raise BadRule("call.no_rules")
    return rows


def _position(row: Row) -> tuple[bool, float]:
    """Rows without a number in the column Order come last, as in a refresh."""
    from udfs.values import read_number

    blank = is_blank(row["order"])
    return blank, 0.0 if blank else read_number(row["order"])


def _level(cell: Any) -> int:
    from udfs.values import read_number

    try:
        level = read_number(cell)
    except BadValue:
        level = float("nan")
    if not level.is_integer():
        raise BadRule("call.level_not_whole", value=shown(words(cell)))
    return int(level)
