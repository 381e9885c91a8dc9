"""From an order log, as people keep it, to the orders that count, and why the others do not.

What counts follows domain.md: net of cancellations and returns, up to the analysis date, above
zero, no test orders. Each row that does not count has exactly one reason, the first that applies in
the order of `REASONS`. Proved in tests/udfs/test_orders.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from udfs import money
from udfs.errors import BadValue
from udfs.values import dates, fold, ids, is_missing, numbers, read_date, read_id

REASONS = (
    "blank_customer",
    "bad_date",
    "bad_amount",
    "future",
    "cancelled",
    "returned",
    "test",
    "duplicate",
    "not_positive",
)
_NEEDED = ("customer_id", "order_date", "amount")
# Excel knows no day before this one; such a date in an order log is a slip of the pen.
_FIRST_DAY = np.datetime64("1900-01-01", "D")
_STATUS_WORDS = {
    "cancelled": "cancelled canceled cancel void voided 取消 已取消 交易关闭 已关闭 关闭 订单取消 "
    "订单关闭 作废 已作废",
    "returned": "returned return refunded refund 退货 已退货 退款 已退款 全额退款 退货退款 "
    "退款成功 退货完成 退款完成",
    "test": "test testing testorder 测试 测试订单 测试单",
}
_STATUS = {word: reason for reason, words in _STATUS_WORDS.items() for word in words.split()}


@dataclass(frozen=True)
class OrderLog:
    """The counted orders of a log and what was left out.

    `frame`: one row per counted order in log order with customer_id, order_id ("" where the log
    has none), order_date (datetime64) and amount (net, above zero). `rows_read`: rows that are not
    wholly blank. `left_out`: reason to positions (from 0) in the log, only reasons that occur.
    """

    frame: pd.DataFrame
    rows_read: int
    left_out: dict[str, np.ndarray]


def read_orders(
    columns: Mapping[str, Sequence[Any]] | pd.DataFrame,
    analysis_date: object = None,
    *,
    date1904: bool = False,
) -> OrderLog:
    """Read a log with customer_id, order_date, amount, and maybe order_id, status, refund, others.

    Rows with the same customer_id and order_id are one order: amounts are netted (a negative row
    is a refund, and so is an entry in `refund`, with either sign), the earliest date counts.
    Without order_id each row is an order. `analysis_date` None leaves no row out as future.
    Raises `BadValue` (error.column_missing, error.columns_differ_in_length).

    >>> log = read_orders({"customer_id": ["A", "A", "B"], "order_id": [1, 1, 1],
    ...     "order_date": ["2026-01-05", "2026-02-01", "2026-01-06"], "amount": [100, -30, 0]})
    >>> log.frame["amount"].tolist(), {why: rows.tolist() for why, rows in log.left_out.items()}
    ([70.0], {'not_positive': [2]})
    """
    cells = _checked(columns)
    log = _Rows(cells, date1904)
    last_day = None if analysis_date is None else np.datetime64(read_date(analysis_date), "D")
    reason = log.reasons(last_day)
    counted = np.flatnonzero(reason == -1)
    order, first_rows = log.order_of(counted)
    units, decimals = money.to_units(log.amounts[counted])
    net = money.add_by(order, units, len(first_rows))
    reason[counted[net[order] <= 0]] = REASONS.index("not_positive")
    earliest = np.full(len(first_rows), np.iinfo(np.int64).max)
    np.minimum.at(earliest, order, log.days[counted].astype(np.int64))
    keep = net > 0
    frame = pd.DataFrame(
        {
            "customer_id": pd.Series(log.customers[first_rows[keep]], dtype=object),
            "order_id": pd.Series(log.order_ids[first_rows[keep]], dtype=object),
            "order_date": earliest[keep].astype("datetime64[D]").astype("datetime64[s]"),
            "amount": money.to_floats(net[keep], decimals),
        }
    )
    left_out = {name: np.flatnonzero(reason == n) for n, name in enumerate(REASONS)}
    rows_read = int((reason != _BLANK).sum())
    return OrderLog(frame, rows_read, {name: rows for name, rows in left_out.items() if len(rows)})


_BLANK = -2  # the "reason" of a wholly blank row; counted rows have -1


def _checked(columns: Mapping[str, Sequence[Any]] | pd.DataFrame) -> dict[str, Any]:
    """The columns by name, all there and equally long."""
    cells: dict[str, Any] = {str(name): column for name, column in columns.items()}
    for name in _NEEDED:
        if name not in cells:
            raise BadValue("error.column_missing", sheet="Orders", column=name)
    expected = len(cells["customer_id"])
    for name, column in cells.items():
        if len(column) != expected:
            raise BadValue(
                "error.columns_differ_in_length", column=name, rows=len(column), expected=expected
            )
    return cells


class _Rows:
    """The typed columns of a log, row by row, before anything is left out."""

    def __init__(self, cells: Mapping[str, Any], date1904: bool) -> None:
        self.cells = cells
        self.customers = ids(cells["customer_id"])
        size = len(self.customers)
        self.days, bad_days = dates(cells["order_date"], date1904)
        self.bad_days = bad_days | np.isnat(self.days) | (self.days < _FIRST_DAY)
        amounts, bad_amounts = numbers(cells["amount"])
        self.no_amount = np.isnan(amounts) & ~bad_amounts
        refunds, bad_refunds = (
            numbers(cells["refund"])
            if "refund" in cells
            else (np.zeros(size), np.zeros(size, bool))
        )
        too_large = ~(np.abs(amounts) <= money.LARGEST_AMOUNT)
        self.bad_amounts = too_large | bad_refunds | (np.abs(refunds) > money.LARGEST_AMOUNT)
        self.amounts = _net(amounts, np.abs(np.nan_to_num(refunds)), ~self.bad_amounts)
        blank_ids = np.full(size, "", dtype=object)
        self.order_ids = ids(cells["order_id"]) if "order_id" in cells else blank_ids
        self.has_order_id = self.order_ids != ""
        self.order_codes, words = pd.factorize(self.order_ids)
        named = len(words) - (not self.has_order_id.all())
        self.order_ids_repeat = named < int(self.has_order_id.sum())

    def reasons(self, last_day: np.datetime64 | None) -> np.ndarray:
        """The number of each row's reason in `REASONS`; -1 counts, `_BLANK` is a blank row."""
        blank_customer = self.customers == ""
        reason = np.full(len(self.customers), -1, dtype=np.int64)
        marks = [blank_customer, self.bad_days, self.bad_amounts]
        marks.append(np.zeros(len(reason), bool) if last_day is None else self.days > last_day)
        for number in range(len(marks) - 1, -1, -1):
            reason[marks[number]] = number
        status = self._status_reasons()
        reason = np.where((reason == -1) & (status >= 0), status, reason)
        reason[self._wholly_blank(blank_customer)] = _BLANK
        counted = np.flatnonzero(reason == -1)
        reason[self._duplicates(counted)] = REASONS.index("duplicate")
        return reason

    def _status_reasons(self) -> np.ndarray:
        if "status" not in self.cells:
            return np.full(len(self.customers), -1)
        codes, words = pd.factorize(np.asarray(self.cells["status"], dtype=object))
        found = [status_reason(word) for word in words]
        numbers_of = [REASONS.index(name) if name else -1 for name in found]
        by_word = np.array([*numbers_of, -1], dtype=np.int64)[codes]
        # A negative row of a cancelled or returned order is its refund, and is netted.
        refund = (self.amounts < 0) & (by_word != REASONS.index("test"))
        return np.where(refund, -1, by_word)

    def _wholly_blank(self, blank_customer: np.ndarray) -> np.ndarray:
        empty = blank_customer & self.no_amount & np.isnat(self.days)
        columns = [_as_cells(column) for column in self.cells.values()]
        rows = [
            row for row in np.flatnonzero(empty) if all(is_missing(cells[row]) for cells in columns)
        ]
        return np.array(rows, dtype=np.int64)

    def _duplicates(self, rows: np.ndarray) -> np.ndarray:
        """Those of `rows` that equal an earlier one in every column and have an order_id."""
        if not self.order_ids_repeat:
            return rows[:0]
        rows = rows[self.has_order_id[rows]]
        table = {
            "customer_id": self.customer_codes[rows],
            "order_id": self.order_codes[rows],
            "order_date": self.days[rows].astype(np.int64),
            "amount": self.amounts[rows],
        }
        frame = pd.DataFrame(table)
        alike = frame.duplicated(keep=False).to_numpy()
        rows, frame = rows[alike], frame[alike]
        for name in self.cells.keys() - table.keys():
            cells = _as_cells(self.cells[name])
            frame[f"other {name}"] = [_comparable(cells[row]) for row in rows]
        return rows[frame.duplicated().to_numpy()]

    @cached_property
    def customer_codes(self) -> np.ndarray:
        """The number of each row's customer."""
        return pd.factorize(self.customers)[0].astype(np.int64)

    def order_of(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each of `rows` the number of its order, and for each order its first row."""
        own = ~self.has_order_id[rows]
        if not self.order_ids_repeat and not own.any():
            return np.arange(len(rows)), rows
        codes = self.order_codes[rows]
        key = self.customer_codes[rows] * (int(codes.max(initial=0)) + 1) + codes
        key[own] = -1 - np.flatnonzero(own)
        order, keys = pd.factorize(key)
        first = np.full(len(keys), len(rows))
        np.minimum.at(first, order, np.arange(len(rows)))
        return order, rows[first]


def _net(amounts: np.ndarray, refunds: np.ndarray, good: np.ndarray) -> np.ndarray:
    """Amounts less refunds, without float noise; NaN where not good."""
    net = np.where(good, amounts, np.nan)
    if refunds.any():
        units, decimals = money.to_units(np.concatenate([amounts[good], refunds[good]]))
        half = len(units) // 2
        net[good] = money.to_floats(units[:half] - units[half:], decimals)
    return net


def status_reason(word: object) -> str | None:
    """Why a row with this status is left out: "cancelled", "returned" or "test"; else None.

    >>> status_reason("已退款"), status_reason("shipped")
    ('returned', None)
    """
    return _STATUS.get(_plain_word(word))


def _plain_word(word: object) -> str:
    """A status without what people vary: case, width, blanks."""
    return fold(str(word)[:40]).casefold().replace(" ", "")


def _comparable(cell: object) -> str:
    """A cell as two rows are compared by it: blanks are alike, 2.0 is 2."""
    return "" if is_missing(cell) else read_id(cell)


def _as_cells(column: Any) -> Any:
    """Something that can be indexed by position."""
    return column.to_numpy() if isinstance(column, (pd.Series, pd.Index)) else column
