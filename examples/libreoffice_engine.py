"""xlwings without Excel: an ordinary xlwings script, run against LibreOffice.

    python examples/libreoffice_engine.py [--out FILE]

Only the first lines differ from a script for Excel; take them away and it runs there.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import xlwings as xw

from xl_addin.engines import libreoffice

ORDERS = [
    ["Customer", "Day", "Amount", "With tax"],
    ["Li", date(2026, 11, 2), 120.0, None],
    ["Wang", date(2026, 11, 9), 80.0, None],
    ["Li", date(2026, 11, 20), 64.0, None],
]


def write_orders(book: xw.Book) -> xw.Table:
    """A table with a calculated column, formatted."""
    sheet = book.sheets[0]
    sheet.name = "Orders"
    sheet["A1"].value = ORDERS
    table = sheet.tables.add(sheet["A1"].expand(), name="Orders")
    sheet["D2:D4"].formula = "=[@Amount]*1.13"
    sheet["C2:D4"].number_format = "#,##0.00"
    header = table.header_row_range
    header.font.bold = True
    header.color = "#dce6f1"
    table.range.columns.autofit()
    return table


def totals(book: xw.Book) -> dict[str, float]:
    """Each customer's total, calculated by the spreadsheet."""
    sheet = book.sheets.add("Totals")
    names = sorted({row[0] for row in ORDERS[1:]})
    sheet["A1"].value = [[name] for name in names]
    sheet["B1"].resize(len(names)).formula = "=SUMIF(Orders[Customer],A1,Orders[With tax])"
    return {name: round(total, 2) for name, total in sheet["A1"].expand().value}


def main(arguments: list[str] | None = None) -> dict[str, float]:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="save the workbook there")
    out = parser.parse_args(arguments).out
    with libreoffice.launch() as app:
        book = app.books.add()
        write_orders(book)
        result = totals(book)
        if out:
            book.save(out)
        return result


if __name__ == "__main__":
    print(main())
