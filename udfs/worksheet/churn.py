"""The worksheet function of the churn rule (domain: seeds, "no purchase for over 3 months").

Proved in tests/udfs/test_worksheet_churn.py.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from udfs.errors import BadValue, NotComputable
from udfs.worksheet.arguments import Context
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import Argument, Example, worksheet_function

# As in `udfs.churn.churn_flags`: a hundred years.
MOST_MONTHS = 1200


@worksheet_function(
    "churn",
    Argument("last_order", "date"),
    Argument("formerly_high_value", "flag"),
    Argument("analysis_date", "date"),
    Argument("months", "whole", optional=True, default=3),
    example=Example((date(2025, 11, 29), True, date(2026, 2, 28), 3), False),
)
def churn_flag(
    context: Context,
    last_order: np.ndarray,
    formerly_high_value: np.ndarray,
    analysis_date: np.ndarray,
    months: np.ndarray,
) -> list[bool | CellError]:
    """TRUE where a formerly high-value customer bought last before EDATE(date, -months).

    Calendar months: seen from 28 February, 28 November is the limit, so an order on the 29th
    is not yet silent although 91 days have passed.
    """
    days = analysis_date.astype("datetime64[D]").astype(np.int64)
    pairs, which = np.unique(np.stack([days, months]), axis=1, return_inverse=True)
    limits = [_limit(int(day), count) for day, count in pairs.T.tolist()]
    return [
        limit if isinstance(limit, CellError) else bool(formerly and last < limit)
        for limit, last, formerly in zip(
            (limits[number] for number in which.ravel().tolist()),
            last_order.tolist(),
            formerly_high_value.tolist(),
            strict=True,
        )
    ]


def _limit(day: int, months: float) -> date | CellError:
    """The day before which a customer is silent, or why there is none."""
    from udfs.churn import edate

    if not 1 <= months <= MOST_MONTHS:
        return CellError.of(BadValue("error.bad_months", value=f"{months:.15g}"))
    try:
        return edate(np.datetime64(day, "D").item(), -int(months))
    except NotComputable as why:
        return CellError.of(why)
