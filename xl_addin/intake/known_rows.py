"""Which order rows of a file are in the workbook already, which differ, which are new.

Rows are compared whole, in the columns both sides have, and counted: two equal lines in the
file match two in the table, not one. Proved in tests/xl_addin/intake/test_known_rows.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Known:
    """Masks over the file's rows.

    `there`: equal to a row of the table. `order_there`: its order ID is in the table.
    `table_used`: mask over the table's rows, those that an equal file row was found for.
    """

    there: np.ndarray
    order_there: np.ndarray
    has_order: np.ndarray
    table_used: np.ndarray

    @property
    def skipped(self) -> np.ndarray:
        """Rows of orders that are there exactly like this."""
        return self.order_there & self.there

    @property
    def differing(self) -> np.ndarray:
        """Rows of orders that are there, but not like this."""
        return self.order_there & ~self.there

    @property
    def new(self) -> np.ndarray:
        """Rows to append: of new orders, and every row that has no order ID."""
        return ~self.order_there

    @property
    def alike(self) -> np.ndarray:
        """Rows without order ID that equal one in the table; nobody can tell if it is the same."""
        return ~self.has_order & self.there


def compare(table: Mapping[str, Sequence[Any]], incoming: Mapping[str, Sequence[Any]]) -> Known:
    """Compare order rows, given as columns of read cells; both sides have customer_id.

    >>> table = {"order_id": ["1"], "customer_id": ["A"], "amount": [5.0]}
    >>> file = {"order_id": ["1", "1", "2"], "customer_id": ["A"] * 3, "amount": [5.0, 6.0, 5.0]}
    >>> known = compare(table, file)
    >>> known.skipped.tolist(), known.differing.tolist(), known.new.tolist()
    ([True, False, False], [False, True, False], [False, False, True])
    """
    split = len(table["customer_id"])
    codes = _row_codes([(table[name], incoming[name]) for name in incoming if name in table])
    numbered = _count_equals(codes, split)
    there = np.isin(numbered[split:], numbered[:split])
    orders = _objects(incoming.get("order_id", [None] * len(there)))
    has_order = ~pd.isna(orders)
    table_orders = [order for order in table.get("order_id", ()) if order is not None]
    return Known(
        there=there,
        order_there=has_order & pd.Series(orders).isin(table_orders).to_numpy(),
        has_order=has_order,
        table_used=np.isin(numbered[:split], numbered[split:]),
    )


def _row_codes(columns: Sequence[tuple[Sequence[Any], Sequence[Any]]]) -> np.ndarray:
    """One number per row, table rows first; equal rows and only those have equal numbers."""
    codes = np.zeros(len(columns[0][0]) + len(columns[0][1]), dtype=np.int64)
    for ours, theirs in columns:
        own, words = pd.factorize(_objects([*ours, *theirs]))
        codes, _ = pd.factorize(codes * (len(words) + 1) + own)
    return codes


def _count_equals(codes: np.ndarray, split: int) -> np.ndarray:
    """The codes, made different for the first, second, ... equal row of each side."""
    turn = np.concatenate(
        [pd.Series(part).groupby(part).cumcount() for part in (codes[:split], codes[split:])]
    ).astype(np.int64)
    return codes * (turn.max(initial=0) + 1) + turn


def _objects(cells: Sequence[Any]) -> np.ndarray:
    found = np.empty(len(cells), dtype=object)
    found[:] = cells
    return found
