"""The sheet Guide: what a clerk needs to know, on two printed pages, in a few minutes.

Sections of label and text; the colours shown are the ones the tables use. The first page is about
the tables and the daily work, the second about sharing, buttons and commands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from udfs.texts import text
from udfs.worksheet.registry import functions
from xl_addin import schema
from xl_addin.build import layout, page, palette
from xl_addin.build.palette import Formats
from xl_addin.buttons.table import BUTTONS

MARGIN_WIDTH, LABEL_WIDTH, TEXT_WIDTH = 3, 27, 98
LABEL, TEXT = 1, 2
TITLE_ROWS, HEADING_PIXELS = (16, 50, 28), 40
TITLE_PIXELS = sum(TITLE_ROWS)
# The section that begins the second page; a page of A4 holds so many points of rows (some to
# spare for other fonts), and is wide enough for the columns at this scale.
SECOND_PAGE = "guide.sharing"
PAGE_POINTS, WIDEST_SCALE = 715, 60
BOOK = "CustomerChain.xlsm"
# A formula that answers something on every computer: the scores of a champion.
FORMULA = "=CC_SEGMENT(5, 5, 4)"
COMMANDS = {
    "refresh": f"customer-chain refresh {BOOK}",
    "import": f"customer-chain import {BOOK} --orders orders.csv",
    "check": f"customer-chain check {BOOK}",
    "explain": f"customer-chain explain {BOOK} C0001",
    "follow-up": f"customer-chain follow-up {BOOK}",
    "share": f"customer-chain share {BOOK} --for all --to copies",
    "upgrade": f"customer-chain upgrade {BOOK}",
    "undo": f"customer-chain undo {BOOK}",
}


@dataclass(frozen=True)
class Entry:
    """One line of the guide: a label in the style of its section, and what it says."""

    label: str
    text: str
    style: str = "label"
    link: str = ""
    second: str = ""


def write_guide(sheet: Worksheet, lang: str, formats: Formats) -> None:
    """Fill the guide; the sheet holds no table."""
    page.set_up_view(sheet, "guide")
    sheet.set_portrait()
    sheet.center_horizontally()
    page.set_footer(sheet, lang)
    for column, width in enumerate((MARGIN_WIDTH, LABEL_WIDTH, TEXT_WIDTH)):
        sheet.set_column(column, column, width)
    row, breaks, pages = _title(sheet, lang, formats), [], [TITLE_PIXELS]
    for heading, entries in _sections(lang):
        if heading == text(SECOND_PAGE, lang):
            breaks.append(row)
            pages.append(0)
        row = _section(sheet, row, heading, entries, formats)
        pages[-1] += HEADING_PIXELS + sum(map(_pixels, entries))
    sheet.print_area(0, 0, row - 1, TEXT)
    # Not "fit to pages": then Excel would break the pages anywhere.
    sheet.set_h_pagebreaks(breaks)
    sheet.set_print_scale(_scale(max(pages)))


def _scale(pixels: int) -> int:
    """Per cent at which the longer page fits, height and width."""
    return min(WIDEST_SCALE, int(100 * PAGE_POINTS / (0.75 * pixels)))


def _title(sheet: Worksheet, lang: str, formats: Formats) -> int:
    top, title, subtitle = TITLE_ROWS
    sheet.set_row_pixels(0, top)
    sheet.set_row_pixels(1, title)
    big = formats.get(font_size=24, bold=True, font_color=palette.TEAL)
    sheet.write_string(1, LABEL, text("book.title", lang), big)
    sheet.set_row_pixels(2, subtitle)
    muted = formats.get(font_size=11, font_color=palette.MUTED)
    sheet.write_string(2, LABEL, text("guide.subtitle", lang), muted)
    return len(TITLE_ROWS)


def _sections(lang: str) -> Iterator[tuple[str, list[Entry]]]:
    yield text("guide.steps", lang), _pairs(lang, "step_1", "step_2", "step_3", style="step")
    yield text("guide.owners", lang), _owners(lang)
    yield text("guide.sheets", lang), _sheets(lang)
    yield text("guide.results", lang), _results(lang)
    yield text("guide.following", lang), _pairs(lang, "daily", "done", "left_out", "your_rules")
    yield text("guide.sharing", lang), _pairs(lang, "who_sees", "copy", "password", "mail")
    yield text("guide.buttons", lang), _buttons(lang)
    yield text("guide.cells", lang), _cells(lang)
    yield text("guide.commands", lang), _commands(lang)
    yield text("guide.notes", lang), _pairs(lang, "help", "privacy", "macros")


def _pairs(lang: str, *keys: str, style: str = "label") -> list[Entry]:
    return [Entry(text(f"guide.{k}", lang), text(f"guide.{k}.text", lang), style) for k in keys]


def _owners(lang: str) -> list[Entry]:
    swatches = [
        Entry(text(f"owner.{owner}", lang), text(f"guide.{owner}.text", lang), owner)
        for owner in palette.OWNER_COLOURS
    ]
    return [*swatches, *_pairs(lang, "header")]


def _sheets(lang: str) -> list[Entry]:
    names = [name for name in schema.SHEETS if name != "guide"]
    return [
        Entry(layout.sheet_name(n, lang), text(f"purpose.{n}", lang), "link", link=n) for n in names
    ]


def _results(lang: str) -> list[Entry]:
    def column(name: str) -> Entry:
        return Entry(schema.caption("customers", name, lang), text(f"guide.{name}.text", lang))

    return [
        column("tier"),
        column("churn_flag"),
        *_pairs(lang, "scores"),
        column("segment"),
        column("gap_to_next_tier"),
        column("why"),
    ]


def _buttons(lang: str) -> list[Entry]:
    return [Entry(one.label(lang), one.tip(lang)) for one in BUTTONS]


def _cells(lang: str) -> list[Entry]:
    values = {"example": FORMULA, "n": len(functions())}
    typing = text("guide.cells.typing.text", lang, **values)
    return [
        Entry(text("guide.cells.typing", lang), typing),
        *_pairs(lang, "cells.rules", "cells.errors"),
    ]


def _commands(lang: str) -> list[Entry]:
    typed = [
        Entry(name, COMMANDS[name], "command", second=text(f"guide.{_key(name)}.text", lang))
        for name in COMMANDS
    ]
    # Set-up changes no PATH of the user's.
    return [*_pairs(lang, "windows"), *typed]


def _key(command: str) -> str:
    return command.replace("-", "_")


def _section(
    sheet: Worksheet, row: int, heading: str, entries: list[Entry], formats: Formats
) -> int:
    """Write a heading and its entries from `row` on; the next free row is returned."""
    sheet.set_row_pixels(row, HEADING_PIXELS)
    style = {
        "bold": True,
        "font_size": 12,
        "font_color": palette.TEAL,
        "bottom": 2,
        "bottom_color": palette.TEAL,
        "valign": "bottom",
    }
    sheet.write_string(row, LABEL, heading, formats.get(**style))
    sheet.write_blank(row, TEXT, None, formats.get(**style))
    for number, entry in enumerate(entries, start=row + 1):
        _entry(sheet, number, entry, formats)
    return row + 1 + len(entries)


def _entry(sheet: Worksheet, row: int, entry: Entry, formats: Formats) -> None:
    sheet.set_row_pixels(row, _pixels(entry))
    label = formats.get(**_label_style(entry.style))
    if entry.link:
        target = f"internal:'{entry.label}'!A1"
        sheet.write_url(row, LABEL, target, label, entry.label, entry.text)
    else:
        sheet.write_string(row, LABEL, entry.label, label)
    body = formats.get(text_wrap=True, bottom=1, bottom_color=palette.LINE, indent=1)
    if entry.second:
        _command(sheet, row, entry, body, formats)
    else:
        sheet.write_string(row, TEXT, entry.text, body)


def _pixels(entry: Entry) -> int:
    """The height of an entry that shows all its lines."""
    lines = 2 if entry.second else layout.lines_needed(entry.text, TEXT_WIDTH)
    lines = max(lines, layout.lines_needed(entry.label, LABEL_WIDTH))
    return 12 + layout.LINE_PIXELS * lines


def _command(sheet: Worksheet, row: int, entry: Entry, body: Format, formats: Formats) -> None:
    typed = formats.get(font_color=palette.TEAL, bold=True)
    said = formats.get(font_color=palette.MUTED)
    sheet.write_rich_string(row, TEXT, typed, entry.text, said, f"\n{entry.second}", body)


def _label_style(style: str) -> dict[str, Any]:
    common: dict[str, Any] = {"bottom": 1, "bottom_color": palette.LINE, "text_wrap": True}
    if style in palette.OWNER_COLOURS:
        fill, _, _, _ = palette.OWNER_COLOURS[style]
        return common | {"bold": True, "font_color": palette.PAPER, "bg_color": fill, "indent": 1}
    if style == "step":
        mist, ink = palette.TEAL_MIST, palette.TEAL
        return common | {"bold": True, "font_color": ink, "bg_color": mist, "indent": 1}
    if style == "link":
        return common | {"font_color": palette.TEAL, "underline": 1, "indent": 1}
    return common | {"bold": True, "indent": 1}
