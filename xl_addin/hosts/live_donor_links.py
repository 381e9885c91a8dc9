"""What Excel may tie to the donor when it copies a sheet, cut off again.

Excel copies colours and names with a sheet, and lets what lay outside the sheet point into the file
it came from. Whatever names that file is removed. LibreOffice ties nothing.
Proved, with a stand-in for Excel, in tests/xl_addin/hosts/test_live_donor_links.py; in a real one:
docs/release-checklist.md, section 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlwings as xw

_EXPRESSION = 2  # XlFormatConditionType
_EXCEL_LINKS = 1  # XlLink, XlLinkType


def cut_links(book: xw.Book, added: Iterable[str], file: str) -> None:
    """Leave nothing in the workbook that points into `file`; `added` are the sheets that came."""
    for name in added:
        _remove_colours(book.sheets[name].api.Cells.FormatConditions, file)
    for one in [name for name in book.api.Names if file in str(name.RefersTo)]:
        one.Delete()
    for link in book.api.LinkSources(_EXCEL_LINKS) or ():
        if str(link).endswith(file):
            book.api.BreakLink(link, _EXCEL_LINKS)


def _remove_colours(conditions: Any, file: str) -> None:
    for number in range(conditions.Count, 0, -1):
        condition = conditions(number)
        if condition.Type == _EXPRESSION and file in str(condition.Formula1):
            condition.Delete()
