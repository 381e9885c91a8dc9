"""The columns of a range: by its header row where there is one, otherwise by their order.

A header row is known by its captions, Chinese, English or internal, as the workbook writes
them; then the columns may stand in any order among others. Without one, the range must hold
exactly the columns of its `Layout`. Proved in tests/udfs/test_worksheet_tables.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from udfs.errors import BadValue
from udfs.texts import catalogue, text
from udfs.worksheet.cells import fold, is_blank


@dataclass(frozen=True)
class Layout:
    """A kind of range: `order` without a header row, `needed` with one.

    `table` is the table of the workbook whose captions a header row may use. Columns of
    `order` beyond the first `least` may be missing.
    """

    table: str
    order: tuple[str, ...]
    least: int
    needed: tuple[str, ...]


ORDERS = Layout(
    "orders",
    ("customer_id", "order_id", "order_date", "amount"),
    4,
    ("customer_id", "order_date", "amount"),
)
CUSTOMERS = Layout(
    "customers",
    ("customer_id", "recency_days", "order_count", "revenue"),
    4,
    ("customer_id", "recency_days", "order_count", "revenue"),
)
SEGMENT_RULES = Layout("segments", ("segment", "scores"), 2, ("segment", "scores"))
TIER_RULES = Layout(
    "tiers",
    ("tier", "level", "frequency", "amount", "tag"),
    4,
    ("tier", "level", "frequency", "amount"),
)


@cache
def _names_by_caption(table: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for key, pair in catalogue().items():
        area, _, rest = key.partition(".")
        of_table, _, name = rest.partition(".")
        if area == "column" and of_table == table:
            names |= dict.fromkeys((fold(name), *map(fold, pair)), name)
    return names


def columns(cells: np.ndarray, layout: Layout, lang: str) -> dict[str, np.ndarray]:
    """Internal column name to cells, without the header row and the blank rows at the end.

    Raises BadValue where a column is missing, stands twice, or cannot be told apart.
    """
    names = _header(cells, layout)
    if names is None:
        rows = _by_order(cells, layout, lang)
    else:
        _check_header(names, layout, lang)
        rows = {name: cells[1:, at] for at, name in enumerate(names) if name}
    end = _last_filled(list(rows.values())) + 1
    return {name: column[:end] for name, column in rows.items()}


def has_header(cells: np.ndarray, layout: Layout) -> bool:
    """Whether the first row names every column that `layout` needs."""
    return set(layout.needed) <= set(_header(cells, layout) or ())


def _last_filled(rows: list[np.ndarray]) -> int:
    """The last row in which anything stands, -1 if there is none; looked for from the end."""
    last = len(rows[0]) - 1
    while last >= 0 and all(is_blank(column[last]) for column in rows):
        last -= 1
    return last


def _header(cells: np.ndarray, layout: Layout) -> list[str] | None:
    """The internal names of the first row ("" for a caption unknown), None without a header."""
    if not cells.size:
        return None
    known = _names_by_caption(layout.table)
    names = [known.get(fold(cell), "") for cell in cells[0]]
    # One hit can be chance, a customer called "Phone"; two captions are a header.
    return names if sum(map(bool, names)) >= 2 else None


def _by_order(cells: np.ndarray, layout: Layout, lang: str) -> dict[str, np.ndarray]:
    width = cells.shape[1]
    if not layout.least <= width <= len(layout.order):
        raise BadValue(
            "call.columns_unclear", n=width, columns=_captions(layout, layout.order, lang)
        )
    return {name: cells[:, at] for at, name in enumerate(layout.order[:width])}


def _check_header(names: list[str], layout: Layout, lang: str) -> None:
    missing = [name for name in layout.needed if name not in names]
    if missing:
        raise BadValue("call.columns_missing", columns=_captions(layout, missing, lang))
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise BadValue("call.columns_twice", columns=_captions(layout, twice, lang))


def _captions(layout: Layout, names: list[str] | tuple[str, ...], lang: str) -> str:
    return ", ".join(text(f"column.{layout.table}.{name}", lang) for name in names)
