"""CC_RFM: from a range of orders or of customers to the table of RFM scores.

Proved in tests/udfs/test_worksheet_rfm.py.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from udfs.errors import BadValue, NotComputable
from udfs.texts import text
from udfs.worksheet.arguments import Context, Reading, read_cells
from udfs.worksheet.cells import BLANK, CellError, is_blank
from udfs.worksheet.registry import Argument, Example, worksheet_function
from udfs.worksheet.scores import MEASURES, scores_by
from udfs.worksheet.tables import CUSTOMERS, ORDERS, columns, has_header

COLUMNS = (
    "customer_id",
    "recency_days",
    "order_count",
    "revenue",
    "r_score",
    "f_score",
    "m_score",
    "rfm_score",
)


@worksheet_function(
    "scores",
    Argument("data", "table"),
    Argument("analysis_date", "one_date", optional=True),
    Argument(
        "method",
        "choice",
        optional=True,
        default="value_cuts",
        choices=("value_cuts", "r_compatible"),
    ),
    Argument("headers", "switch", optional=True, default=True),
    example=Example(
        (
            [
                ["A", 1, "2026-01-05", 120],
                ["B", 2, "2026-01-20", 80],
                ["A", 3, "2026-01-28", 60],
            ],
            date(2026, 1, 31),
            None,
            False,
        ),
        [["A", 3, 2, 180, 5, 5, 5, 555], ["B", 11, 1, 80, 1, 1, 1, 111]],
    ),
)
def rfm(
    context: Context,
    data: np.ndarray | None,
    analysis_date: date | None,
    method: str,
    headers: bool,
) -> list[list[Any]]:
    """One row per customer; customers of a customers range keep their rows."""
    if data is None:
        raise NotComputable("call.no_rows")
    if analysis_date is None and has_header(data, ORDERS):
        raise BadValue("call.analysis_date_needed")
    if analysis_date is not None and has_header(data, CUSTOMERS):
        raise BadValue("call.orders_needed")
    if analysis_date is None:
        rows = _of_customers(data, method, context)
    else:
        rows = _of_orders(data, analysis_date, method, context)
    captions = [text(f"column.customers.{name}", context.lang) for name in COLUMNS]
    return [captions, *rows] if headers else rows


def _of_orders(
    data: np.ndarray, analysis_date: date, method: str, context: Context
) -> list[list[Any]]:
    from udfs.orders import read_orders
    from udfs.rfm import rfm_scores, rfm_table

    found = columns(data, ORDERS, context.lang)
    cells = {name: column.tolist() for name, column in found.items()}
    log = read_orders(cells, analysis_date, date1904=context.date1904)
    if log.frame.empty:
        raise NotComputable("call.no_orders")
    scored = rfm_scores(rfm_table(log, analysis_date), method)
    written = _ids_as_written(cells["customer_id"])
    listed = [scored[name].tolist() for name in COLUMNS[1:]]
    names = [written[customer] for customer in scored["customer_id"].tolist()]
    return [list(row) for row in zip(names, *listed, strict=True)]


def _ids_as_written(cells: list[Any]) -> dict[str, Any]:
    """Read ID to the first cell that holds it, so that a lookup by the cell finds its row."""
    from udfs.values import ids

    written: dict[str, Any] = {}
    for customer, cell in zip(ids(cells), cells, strict=True):
        written.setdefault(customer, cell)
    return written


def _of_customers(data: np.ndarray, method: str, context: Context) -> list[list[Any]]:
    """Rows as they stand: a blank cell or no orders leave the scores of the row blank; a bad
    cell gives its error there and in the scores that need it."""
    found = columns(data, CUSTOMERS, context.lang)
    if not found["customer_id"].size:
        raise NotComputable("call.no_rows")
    readings = {measure: read_cells("number", found[measure], context) for measure in MEASURES}
    names = [BLANK if is_blank(cell) else cell for cell in found["customer_id"]]
    numbers = [_numbers(reading) for reading in readings.values()]
    scores = _scores(readings, method)
    totals = [_three_digits(*row) for row in zip(*scores, strict=True)]
    return [list(row) for row in zip(names, *numbers, *scores, totals, strict=True)]


def _numbers(reading: Reading) -> list[Any]:
    cells = np.where(reading.bad, reading.errors, BLANK).astype(object)
    good = ~(reading.blank | reading.bad)
    cells[good] = reading.values[good].tolist()
    return list(cells)


def _scores(readings: dict[str, Reading], method: str) -> list[list[Any]]:
    """R, F and M of each row by the cuts of the complete rows, the only ones that move them."""
    import pandas as pd

    from udfs.rfm import rfm_cuts

    blank = np.logical_or.reduce([reading.blank for reading in readings.values()])
    blank |= readings["order_count"].values <= 0
    bad = np.logical_or.reduce([reading.bad for reading in readings.values()])
    complete = pd.DataFrame({name: r.values[~(blank | bad)] for name, r in readings.items()})
    cuts = rfm_cuts(complete, method)
    scores = []
    for measure, reading in readings.items():
        cells = np.where(reading.bad, reading.errors, BLANK).astype(object)
        good = ~(blank | reading.bad) & (not complete.empty)
        everyone = complete[measure].to_numpy()
        limits = getattr(cuts, measure)
        points = scores_by(reading.values[good], everyone, measure, limits, cuts.method)
        cells[good] = points.tolist()
        scores.append(list(cells))
    return scores


def _three_digits(r_score: Any, f_score: Any, m_score: Any) -> Any:
    scores = (r_score, f_score, m_score)
    error = next((cell for cell in scores if isinstance(cell, CellError)), None)
    if error is not None:
        return error
    return BLANK if BLANK in scores else 100 * r_score + 10 * f_score + m_score
