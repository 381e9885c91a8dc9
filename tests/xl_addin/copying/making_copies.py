"""Small masters and copies for the tests: made with XlsxWriter, read back with openpyxl."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

from xl_addin.copying import (
    Copy,
    CopyDetails,
    Forbidden,
    FrontPage,
    Master,
    Selection,
    SheetSelection,
    TableSelection,
    make_copy,
)

DAY = date(2026, 7, 10)
PAGE = FrontPage("About this copy", "A copy for Ann", [("For", "Ann"), ("", "")], ["Ask Bob."])


def details(lang: str = "en", **others: Any) -> CopyDetails:
    return CopyDetails("A copy", lang, DAY, datetime(2026, 7, 10, 8, 30), **others)


class Small:
    """A table of customers on one sheet, orders on another, and whatever a test adds.

    Customers stand in A3:F7 (header in row 3), orders in A1:C9.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = xlsxwriter.Workbook(path)
        self.customers = self.book.add_worksheet("Customers")
        self.orders = self.book.add_worksheet("Orders")
        self.own = self.book.add_worksheet("Own")
        self.captions: list[Any] = ["ID", "Name", "Owner", "Revenue", "Margin", "Mine"]
        for n, name in enumerate(["Anke", "Bertil", "Carsten", "Dagmar"], 4):
            cells = [f"C{n}", name, "Ann" if n % 2 else "Bob", n * 100.5, n * 7.25, f"note {n}"]
            for place, value in enumerate(cells):
                self.customers.write(n - 1, place, value)
        for n in range(8):
            self.orders.write_row(n + 1, 0, [f"O{n}", f"C{4 + n // 2}", n * 10 + 1000.5])

    def formula(self, sheet: Any, cell: str, text: str, value: Any = 0) -> None:
        sheet.write_formula(cell, text, None, value)

    def close(self) -> Master:
        captions = [
            caption if isinstance(caption, dict) else {"header": caption}
            for caption in self.captions
        ]
        self.customers.add_table(
            2, 0, 6, len(captions) - 1, {"name": "Customers", "columns": captions}
        )
        orders = [{"header": caption} for caption in ("Order", "Customer", "Amount")]
        self.orders.add_table(0, 0, 8, 2, {"name": "Orders", "columns": orders})
        self.book.close()
        return Master(self.path)


def copy_of(
    master: Master,
    rows: Sequence[int] | None = (5, 7),
    orders: Sequence[int] | None = (4, 5, 8, 9),
    dropped: frozenset[str] = frozenset(),
    masks: Mapping[str, Callable[[str], str]] | None = None,
    sheets: Sequence[str] = ("Customers", "Orders", "Own"),
    own: Sequence[str] = ("Own",),
    forbidden: Forbidden | None = None,
    common: frozenset[str] = frozenset(),
    **others: Any,
) -> Copy:
    """A copy with Bertil's and Dagmar's rows, unless said otherwise."""
    tables = {
        "Customers": TableSelection(rows, dropped, masks or {}),
        "Orders": TableSelection(orders),
    }
    chosen = [
        SheetSelection(name, name not in own, {name: tables[name]} if name in tables else {})
        for name in sheets
    ]
    return make_copy(master, Selection(chosen, common), details(**others), forbidden)


def opened(copy: Copy, values: bool = False) -> Any:
    return loaded(io.BytesIO(copy.package), values)


def loaded(file: Any, values: bool = False) -> Any:
    """A workbook as openpyxl reads it; it warns of what it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(file, data_only=values)


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(package: bytes, name: str, data: bytes) -> bytes:
    """The package with one part exchanged or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in (parts_of(package) | {name: data}).items():
            archive.writestr(part, content)
    return target.getvalue()
