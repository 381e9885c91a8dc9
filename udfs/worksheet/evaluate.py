"""From a call to its cells: read, line up, compute what is readable, put the rest back.

Single values and ranges are lined up as numpy does it: a single value goes with every cell of
a range, a column with a row gives every pair. Proved in tests/udfs/test_worksheet_evaluate.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from udfs.errors import BadValue, NotComputable
from udfs.worksheet.arguments import Context, Reading, read_cells, read_whole
from udfs.worksheet.cells import BLANK, is_blank, is_single, rectangle
from udfs.worksheet.registry import Function

# A column against a row can ask for billions of cells by mistake; no sheet shows that many.
MOST_CELLS = 5_000_000


def evaluate(function: Function, args: Sequence[Any], lang: str, date1904: bool) -> Any:
    """Evaluate `function` on plain values; see `registry.call`."""
    context = Context(lang, date1904)
    given = _with_defaults(function, args)
    whole = {
        a.name: read_whole(a, given[a.name], context) for a in function.arguments if not a.by_cell
    }
    if function.spills_table:
        return function.body(context, **whole)
    readings = {
        a.name: read_cells(a.kind, rectangle(given[a.name]), context)
        for a in function.arguments
        if a.by_cell
    }
    cells = _computed(function, readings, whole, context)
    if all(is_single(given[name]) for name in readings):
        return cells[0, 0]
    return cells.tolist()


def _with_defaults(function: Function, args: Sequence[Any]) -> dict[str, Any]:
    """Name to value; an optional argument that is missing or blank takes its default."""
    missing = len(function.arguments) - len(args)
    given = dict(zip((a.name for a in function.arguments), [*args, *[None] * missing], strict=True))
    for argument in function.arguments:
        value = given[argument.name]
        if argument.optional and is_single(value) and is_blank(value):
            given[argument.name] = argument.default
    return given


def _computed(
    function: Function, readings: dict[str, Reading], whole: dict[str, Any], context: Context
) -> np.ndarray:
    shape = _common_shape(readings)
    cells = np.full(shape, BLANK, dtype=object)
    blank = np.zeros(shape, dtype=bool)
    bad = np.zeros(shape, dtype=bool)
    for reading in readings.values():
        blank |= reading.blank
        if reading.bad.any():
            fresh = reading.bad & ~bad
            cells[fresh] = np.broadcast_to(reading.errors, shape)[fresh]
            bad |= reading.bad
    good = ~(blank | bad)
    if good.any():
        columns = {n: np.broadcast_to(r.values, shape)[good] for n, r in readings.items()}
        cells[good] = _plain(function.body(context, **columns, **whole))
    return cells


def _common_shape(readings: dict[str, Reading]) -> tuple[int, ...]:
    shapes = [reading.values.shape for reading in readings.values()]
    try:
        shape = np.broadcast_shapes(*shapes)
    except ValueError:
        sizes = ", ".join(f"{rows} × {columns}" for rows, columns in shapes)
        raise BadValue("call.shapes_differ", sizes=sizes) from None
    if np.prod(shape, dtype=float) > MOST_CELLS:
        raise NotComputable("call.too_many_cells", cells=int(np.prod(shape, dtype=float)))
    return shape


def _plain(results: Any) -> np.ndarray:
    """Results as plain Python values, NaN as a blank."""
    values = results.tolist() if hasattr(results, "tolist") else list(results)
    cells = np.empty(len(values), dtype=object)
    cells[:] = [BLANK if value != value else value for value in values]
    return cells
