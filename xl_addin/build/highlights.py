"""Conditional formats: tier, churn flag, scores, orders that do not count, what is missing.

Tiers are coloured by their level on the sheet Tiers, not by their name, so that renaming a
tier changes nothing here.
"""

from __future__ import annotations

from collections.abc import Callable

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.build import layout, palette
from xl_addin.build.entries import TIER_LEVELS, TIER_NAMES
from xl_addin.build.palette import Formats
from xl_addin.schema import Table

# Written as words in either language, so that a copy in the other one is coloured too.
NOT_COUNTED = ("cancelled", "returned", "test")


def add_highlights(sheet: Worksheet, table: Table, rows: int, formats: Formats) -> None:
    """Colour the data rows of `table` by what stands in them."""
    writers: dict[str, Callable[[Worksheet, Table, int, Formats], None]] = {
        "customers": _customers,
        "orders": _orders,
        "settings": _settings,
        "tiers": _tiers,
    }
    if table.name in writers:
        writers[table.name](sheet, table, layout.FIRST + rows - 1, formats)


def _customers(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    _tier_colours(sheet, table, "tier", last, formats)
    flag = _first_cell(table, "churn_flag")
    red = formats.overlay(bold=True, font_color=palette.RED, bg_color=palette.RED_MIST)
    _when(sheet, table, "churn_flag", last, f"=OR({flag}=TRUE,{_is(flag, 'yes')})", red)
    withdrawn = _first_cell(table, "consent_withdrawn_on")
    _when(sheet, table, "consent_withdrawn_on", last, f'={withdrawn}<>""', red)
    for score in layout.SCORES[:3]:
        _score_colours(sheet, table, score, last)


def _orders(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    status = _first_cell(table, "status")
    grey = formats.overlay(font_color="#98A2AB", italic=True)
    condition = f"=OR({','.join(_is(status, word) for word in NOT_COUNTED)})"
    sheet.conditional_format(
        layout.FIRST,
        0,
        last,
        len(table.columns) - 1,
        {"type": "formula", "criteria": condition, "format": grey},
    )


def _settings(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    """The analysis date asks to be filled in."""
    cell = _first_cell(table, "value")
    amber = formats.overlay(bg_color=palette.AMBER_MIST)
    _when(sheet, table, "value", layout.FIRST, f'={cell}=""', amber)


def _tiers(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    _tier_colours(sheet, table, "tier", last, formats)


def _tier_colours(sheet: Worksheet, table: Table, column: str, last: int, formats: Formats) -> None:
    """Highest, lowest and in between, by the level that belongs to the name in the cell."""
    level = f"INDEX({TIER_LEVELS},MATCH({_first_cell(table, column)},{TIER_NAMES},0))"
    highest, lowest = f"MAX({TIER_LEVELS})", f"MIN({TIER_LEVELS})"
    for condition, ink, mist in (
        (f"={level}={highest}", palette.GREEN, palette.GREEN_MIST),
        (f"={level}={lowest}", palette.GREY, palette.GREY_MIST),
        (f"=AND({level}>{lowest},{level}<{highest})", palette.AMBER, palette.AMBER_MIST),
    ):
        style = formats.overlay(font_color=ink, bg_color=mist)
        _when(sheet, table, column, last, condition, style)


def _score_colours(sheet: Worksheet, table: Table, column: str, last: int) -> None:
    """A tint that deepens from score 1 to score 5."""
    position = table.names().index(column)
    scale = {
        "type": "2_color_scale",
        "min_type": "num",
        "max_type": "num",
        "min_value": 1,
        "max_value": 5,
        "min_color": palette.COMPUTED,
        "max_color": palette.SCORE_MIST,
    }
    sheet.conditional_format(layout.FIRST, position, last, position, scale)


def _when(
    sheet: Worksheet, table: Table, column: str, last: int, condition: str, style: object
) -> None:
    position = table.names().index(column)
    options = {"type": "formula", "criteria": condition, "format": style}
    sheet.conditional_format(layout.FIRST, position, last, position, options)


def _first_cell(table: Table, column: str) -> str:
    """The column's first data cell, its row relative: the anchor of a formula."""
    return f"${xl_col_to_name(table.names().index(column))}{layout.FIRST + 1}"


def _is(cell: str, choice: str) -> str:
    words = dict.fromkeys(schema.choice_label(choice, lang) for lang in LANGUAGES)
    return ",".join(f'{cell}="{word}"' for word in words)
