"""Lists of a sheet that come from elsewhere: what they are in a donor, set again after copying.

A copied list may point into the file it came from (Excel) or have lost a name that was made later
(LibreOffice), so each is set again from the words it had in the donor, read by the workbook itself.
Proved in tests/xl_addin/hosts/test_live_adding.py and, for Excel, test_live_donor_links.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from xl_addin.hosts.live_cells import is_excel

if TYPE_CHECKING:
    import xlwings as xw

_LIST, _BETWEEN = 3, 1  # XlDVType, XlFormatConditionOperator

# Table and column, counted from 0, to the formula behind the list.
Lists = dict[tuple[int, int], str]


def lists_of(sheet: xw.Sheet) -> Lists:
    """The lists of the sheet's tables that are taken from a name or from cells."""
    found: Lists = {}
    for number, table in enumerate(sheet.tables):
        body = table.data_body_range
        if body is None:
            continue
        for column in range(body.shape[1]):
            source = _source(body[0, column])
            if source is not None:
                found[number, column] = source
    return found


def set_lists(sheet: xw.Sheet, lists: Mapping[tuple[int, int], str]) -> None:
    """Make the lists those they were; a list the workbook does not take lets any word in."""
    tables = list(sheet.tables)
    for (number, column), source in lists.items():
        body = tables[number].data_body_range
        if body is None or _source(body[0, column]) == source:
            continue
        cells = body[:, column]
        if is_excel(sheet.book):
            _set_in_excel(cells.api, source)
        else:
            rule = cells.api.Validation
            rule.setFormula1(source)
            cells.api.Validation = rule


def _source(cell: xw.Range) -> str | None:
    if is_excel(cell.sheet.book):
        return _source_in_excel(cell.api)
    rule = cell.api.Validation
    formula = str(rule.getFormula1()) if rule.Type.value == "LIST" else ""
    return formula if formula and not formula.startswith('"') else None


def _source_in_excel(cell: Any) -> str | None:
    """None for cells without a list, which Excel says by failing."""
    try:
        rule = cell.Validation
        source = str(rule.Formula1) if rule.Type == _LIST else ""
    except Exception:  # COM's way to say that the cell takes anything
        return None
    return source if source.startswith("=") else None


def _set_in_excel(cells: Any, source: str) -> None:
    try:
        rule = cells.Validation
        rule.Modify(_LIST, rule.AlertStyle, _BETWEEN, source)
    except Exception:  # the workbook lacks what the list is taken from
        cells.Validation.Delete()
