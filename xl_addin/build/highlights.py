"""Conditional formats: tier, churn flag, scores, what is overdue, done, withdrawn or missing.

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
        "follow_up": _follow_up,
        "contacts": _contacts,
        "consents": _consents,
        "holidays": _holidays,
    }
    name = schema.base_name(table.name)
    if name in writers:
        writers[name](sheet, table, layout.FIRST + rows - 1, formats)


def _customers(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    _tier_colours(sheet, table, "tier", last, formats)
    flag = _first_cell(table, "churn_flag")
    red = formats.overlay(bold=True, font_color=palette.RED, bg_color=palette.RED_MIST)
    _when(sheet, table, "churn_flag", last, f"=OR({flag}=TRUE,{_is(flag, 'yes')})", red)
    withdrawn = _first_cell(table, "consent_withdrawn_on")
    _when(sheet, table, "consent_withdrawn_on", last, f'={withdrawn}<>""', red)
    for score in layout.SCORES[:3]:
        _tint(sheet, table, score, last, (1, 5), palette.SCORE_MIST)


def _orders(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    status = _first_cell(table, "status")
    condition = f"=OR({','.join(_is(status, word) for word in NOT_COUNTED)})"
    _fade(sheet, table, last, condition, formats)


# The first day named in the line under the title; no cell of another sheet, so that the colours
# are right in a copy too. Blank where there is none: then nothing is coloured.
DAY_OF_LINE = 'DATEVALUE(MID($A$2,SEARCH("20??-??-??",$A$2),10))'


def _follow_up(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    """Done lines step back; overdue ones are red, those of the day amber; priority as a tint."""
    done = _first_cell(table, "done")
    _fade(sheet, table, last, f"=OR({done}=TRUE,{_is(done, 'yes')})", formats, stop=True)
    due = _first_cell(table, "due_on")
    red = formats.overlay(bold=True, font_color=palette.RED, bg_color=palette.RED_MIST)
    amber = formats.overlay(font_color=palette.AMBER, bg_color=palette.AMBER_MIST)
    for condition, style in (
        (f"=AND(ISNUMBER({due}),{due}<{DAY_OF_LINE})", red),
        (f"=AND(ISNUMBER({due}),INT({due})={DAY_OF_LINE})", amber),
    ):
        _when(sheet, table, "due_on", last, condition, style)
    _tint(sheet, table, "priority", last, (0, 100), palette.PRIORITY_MIST)


def _contacts(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    """Who came to us stands out from whom we went to."""
    direction = _first_cell(table, "direction")
    teal = formats.overlay(bold=True, font_color=palette.TEAL, bg_color=palette.TEAL_MIST)
    _when(sheet, table, "direction", last, f"=OR({_is(direction, 'in')})", teal)


def _consents(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    withdrawn = _first_cell(table, "withdrawn_on")
    red = formats.overlay(bold=True, font_color=palette.RED, bg_color=palette.RED_MIST)
    for column in ("purpose", "withdrawn_on"):
        _when(sheet, table, column, last, f'={withdrawn}<>""', red)


def _holidays(sheet: Worksheet, table: Table, last: int, formats: Formats) -> None:
    kind = _first_cell(table, "kind")
    for word, ink, mist in (
        ("holiday", palette.AMBER, palette.AMBER_MIST),
        ("working_day", palette.GREEN, palette.GREEN_MIST),
    ):
        style = formats.overlay(font_color=ink, bg_color=mist)
        _when(sheet, table, "kind", last, f"=OR({_is(kind, word)})", style)


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


def _tint(
    sheet: Worksheet, table: Table, column: str, last: int, ends: tuple[int, int], deepest: str
) -> None:
    """A tint that deepens from the lower end to the higher."""
    position = table.names().index(column)
    scale = {
        "type": "2_color_scale",
        "min_type": "num",
        "max_type": "num",
        "min_value": ends[0],
        "max_value": ends[1],
        "min_color": palette.COMPUTED,
        "max_color": deepest,
    }
    sheet.conditional_format(layout.FIRST, position, last, position, scale)


def _fade(
    sheet: Worksheet,
    table: Table,
    last: int,
    condition: str,
    formats: Formats,
    stop: bool = False,
) -> None:
    """Whole rows in grey italics; with `stop` nothing else colours them."""
    grey = formats.overlay(font_color=palette.FAINT, italic=True)
    options = {"type": "formula", "criteria": condition, "format": grey, "stop_if_true": stop}
    sheet.conditional_format(layout.FIRST, 0, last, len(table.columns) - 1, options)


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
