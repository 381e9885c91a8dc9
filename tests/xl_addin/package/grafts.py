"""Users' workbooks, donors of the builder and pages for the tests of grafting."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import xlsxwriter

from udfs.texts import text
from xl_addin import schema
from xl_addin.build import workbook_bytes
from xl_addin.build.page_sheet import page_workbook
from xl_addin.package.archive import Archive
from xl_addin.package.graft import Grafting, graft_all
from xl_addin.pages import Page, Section

ADDED = tuple(t.name for t in schema.TABLES if t.name not in ("customers", "orders"))


@cache
def built(lang: str = "en") -> bytes:
    """A whole new workbook of ours."""
    return workbook_bytes(lang)


def tabs(names=ADDED, lang: str = "en") -> list[str]:
    return [text(f"sheet.{name}", lang) for name in names]


def audit(title: str = "Audit of C1", orders: int = 3) -> Page:
    rows = tuple((n, date(2026, 1, n), f"=goods {n}", 10.5 * n) for n in range(1, orders + 1))
    header = ("Row", "Day", "Goods", "Sum")
    orders_table = Section("Orders", ("All of them.",), header, rows, (14, 12, 28, 14))
    return Page("audit", title, "en", (Section("Results", ("R 5.",)), orders_table))


def page_graft(part: str | None = None, page: Page | None = None) -> Grafting:
    tab = text("page.audit", "en")
    return Grafting(page_workbook(page or audit()), [tab], {tab: part} if part else {})


def put(path: Path, *graftings: Grafting) -> dict[str, bytes | None]:
    """Graft into the file itself, without the care of a host; answers what was written."""
    with Archive(path) as archive:
        parts = graft_all(archive, graftings)
        made = io.BytesIO()
        archive.write_changed(made, parts)
    path.write_bytes(made.getvalue())
    return parts


def plain_book(path: Path, sheet: str = "Mine", **options) -> Path:
    """A workbook of the user's with one sheet."""
    book = xlsxwriter.Workbook(path, options)
    book.add_worksheet(sheet).write("A1", "mine", book.add_format({"bold": True}))
    book.close()
    return path


def other_program(path: Path) -> Path:
    """What openpyxl writes: relations from the root, blank lists, no prefix at the root."""
    book = openpyxl.Workbook()
    book.active["A1"] = "mine"
    book.active["A1"].font = openpyxl.styles.Font(bold=True)
    book.save(path)
    return path
