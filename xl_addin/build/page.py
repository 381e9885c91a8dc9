"""How a sheet is seen and printed: no gridlines, frozen headers, A4 across, page numbers."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from udfs.texts import text
from xl_addin import schema
from xl_addin.build import layout, palette
from xl_addin.schema import Table

A4 = 9
LAST_ROW = 1_048_575
# The last printed column; whole columns, so that the area survives growth.
PRINTED_TO = {"customers": "last_order", "follow_up": "result_note"}
# Tabs by what a sheet is for: read first, worked with every day, filled in, ruled by, kept.
TABS = {
    **dict.fromkeys(("guide", "checks"), palette.GOLD),
    "follow_up": palette.GREEN,
    **dict.fromkeys(
        ("customers", "orders", "contacts", "important_dates", "consents"), palette.TEAL
    ),
    **dict.fromkeys(
        ("templates", "settings", "tiers", "segments", "strategies", "holidays", "staff", "roles"),
        palette.TEAL_SOFT,
    ),
    **dict.fromkeys(("refresh_log", "share_log"), palette.SLATE),
}


def set_up_view(sheet: Worksheet, name: str) -> None:
    """Screen and print settings every sheet shares."""
    sheet.hide_gridlines(2)
    sheet.set_zoom(100)
    sheet.set_tab_color(TABS[schema.base_name(name)])
    sheet.set_default_row(layout.ROW_PIXELS * 0.75)
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)


def set_up_table_page(sheet: Worksheet, table: Table, lang: str) -> None:
    """Frozen panes and the printed page of a sheet with a table."""
    set_up_view(sheet, table.name)
    name = schema.base_name(table.name)
    sheet.freeze_panes(layout.FIRST, layout.FROZEN_COLUMNS.get(name, 0))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(layout.HEADER)
    printed_to = PRINTED_TO.get(name, table.names()[-1])
    sheet.print_area(0, 0, LAST_ROW, table.names().index(printed_to))
    set_footer(sheet, lang)
    sheet.set_selection(layout.FIRST, 0, layout.FIRST, 0)


def set_footer(sheet: Worksheet, lang: str) -> None:
    """Book and sheet on the left, page numbers on the right."""
    font = f'&"{palette.FONT}"&8'
    page = text("book.page", lang)
    sheet.set_footer(f"&L{font} {text('book.title', lang)} · &A&R{font} {page}")
