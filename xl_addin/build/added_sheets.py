"""Sheets for a workbook that lacks them: a workbook of their own, from which a host takes them.

Each sheet is exactly as `build_workbook` makes it. Sheets whose tables their lists draw on come
too, behind the others, so that the workbook is whole by itself; a host leaves these behind.
Proved in tests/xl_addin/build/test_added_sheets.py.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xlsxwriter.workbook import Workbook

from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.build.package import packed, rows_in_print_areas, unpacked
from xl_addin.build.workbook import OPTIONS, define_list_names, fill_table_sheet, prepare_book
from xl_addin.defaults import default_tables
from xl_addin.tables import Changes

# Tables whose lists draw on another table.
LISTS_FROM = {"templates": "tiers", "strategies": "tiers", "customers": "tiers", "staff": "roles"}


def table_sheets(
    new_sheets: Mapping[str, str],
    contents: Mapping[str, Mapping[str, Sequence[Any]]],
    lang: str,
    lines: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx with a sheet for each of `new_sheets` (internal table name: words of the tab).

    `contents` are the rows, flags as booleans and choices as keys; a table without any gets its
    default rows, or one blank row. `lines` are the texts under the titles, in place of the
    purpose. The same arguments give the same bytes. Raises KeyError for an unknown table.
    """
    if lang not in LANGUAGES:
        raise KeyError(f"no texts in language {lang!r}")
    made = io.BytesIO()
    book = Workbook(made, dict(OPTIONS))
    _fill(book, new_sheets, contents, lang, lines or {})
    book.close()
    return packed(rows_in_print_areas(unpacked(made.getvalue())))


def sheets_for(changes: Changes, lang: str) -> bytes | None:
    """The sheets that changes want added, with their rows and lines; None where they want none."""
    if not changes.new_sheets:
        return None
    wanted = {name: changes.tables[name] for name in changes.new_sheets if name in changes.tables}
    rows = {
        name: change.append if change.replace is None else change.replace
        for name, change in wanted.items()
        if change.append or change.replace is not None
    }
    lines = {name: change.line for name, change in wanted.items() if change.line}
    return table_sheets(changes.new_sheets, rows, lang, lines)


def needed_tables(names: Iterable[str]) -> list[str]:
    """The tables these draw their lists on and that are not among them."""
    wanted = set(names)
    drawn_on = dict.fromkeys(LISTS_FROM[name] for name in LISTS_FROM if name in wanted)
    return [name for name in drawn_on if name not in wanted]


def _fill(
    book: Workbook,
    new_sheets: Mapping[str, str],
    contents: Mapping[str, Mapping[str, Sequence[Any]]],
    lang: str,
    lines: Mapping[str, str],
) -> None:
    formats = prepare_book(book, lang)
    defaults = default_tables(lang)
    needed = needed_tables(new_sheets)
    tabs = {**new_sheets, **{name: schema.sheet_name(name, lang) for name in needed}}
    sheets = {name: book.add_worksheet(words) for name, words in tabs.items()}
    define_list_names(book, lang, tabs)
    for name, sheet in sheets.items():
        columns = contents.get(name, defaults.get(name, {}))
        line = lines.get(name, "")
        fill_table_sheet(sheet, schema.table(name), columns, lang, formats, line)
