"""The sheet xlwings.conf: what xlwings must know about this workbook on every computer.

It is "very hidden": no menu of Excel shows it. The Python program is not named here but in the
user's own xlwings configuration, written at set-up, because a workbook travels and a path does
not. The folder of the workbook must not become a place Python imports from: a file udfs.py
lying beside it, which xlwings suggests to its users, would be taken for ours. Proved in
tests/xl_addin/build/test_macros.py.
"""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

SHEET = "xlwings.conf"
VALUES = {
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
    "UDF MODULES": "xl_addin.excel.functions",
    "USE UDF SERVER": "True",
    "SHOW CONSOLE": "False",
    "DEBUG UDFS": "False",
}


def write_configuration(book: Workbook) -> None:
    """Add the sheet after all others; xlwings reads column A as keys, column B as values."""
    sheet = book.add_worksheet(SHEET)
    sheet.very_hidden()
    for row, (key, value) in enumerate(VALUES.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
