"""The whole workbook: sheets in their order, names, properties, and the finished file."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build import layout, palette
from xl_addin.build.checks import write_checks
from xl_addin.build.configuration import write_configuration
from xl_addin.build.entries import LIST_NAMES, add_entry_rules, add_setting_rules
from xl_addin.build.guide import write_guide
from xl_addin.build.highlights import add_highlights
from xl_addin.build.macros import with_macros
from xl_addin.build.package import macro_enabled, packed, unpacked, with_ribbon
from xl_addin.build.page import set_up_table_page
from xl_addin.build.palette import Formats
from xl_addin.build.sheet import write_table_sheet
from xl_addin.build.theme import theme_xml
from xl_addin.defaults import default_tables
from xl_addin.emit.ribbon import ribbon_xml
from xl_addin.schema import Table

Tables = Mapping[str, Mapping[str, Sequence[Any]]]

# Not the day of the build: the same text must give the same bytes.
CREATED = datetime(2026, 1, 1)


def build_workbook(path: str | Path, lang: str, tables: Tables | None = None) -> None:
    """Write a finished .xlsm in `lang` ("zh" or "en") at `path`.

    `tables` maps a table's name to internal column names and their cells, flags as booleans
    and choices as keys; a column that is absent stays empty, a table that is absent gets its
    default rows, or one blank row where it has none. Raises KeyError for a table or column
    the schema does not know, ValueError for columns of unequal length.
    """
    Path(path).write_bytes(workbook_bytes(lang, tables))


def workbook_bytes(lang: str, tables: Tables | None = None) -> bytes:
    """The finished .xlsm as bytes; the same arguments give the same bytes."""
    if lang not in LANGUAGES:
        raise KeyError(f"no texts in language {lang!r}")
    contents = {**default_tables(lang), **(tables or {})}
    unknown = set(contents) - {table.name for table in schema.TABLES}
    if unknown:
        raise KeyError(f"no such table: {sorted(unknown)}")
    made = io.BytesIO()
    book = Workbook(made, OPTIONS)
    _fill(book, lang, contents)
    book.close()
    parts = macro_enabled(unpacked(made.getvalue()))
    return packed(with_ribbon(with_macros(parts), ribbon_xml()))


OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": palette.BASE,
}


def _fill(book: Workbook, lang: str, contents: Tables) -> None:
    formats = prepare_book(book, lang)
    sheets = {name: book.add_worksheet(layout.sheet_name(name, lang)) for name in schema.SHEETS}
    define_list_names(book, lang)
    write_guide(sheets["guide"], lang, formats)
    for table in schema.TABLES:
        columns = contents.get(table.name, {})
        fill_table_sheet(sheets[table.name], table, columns, lang, formats)
    write_checks(sheets["checks"], lang, formats, book)
    write_configuration(book)
    sheets["guide"].activate()


def fill_table_sheet(
    sheet: Worksheet,
    table: Table,
    columns: Mapping[str, Sequence[Any]],
    lang: str,
    formats: Formats,
    line: str = "",
) -> None:
    """Everything on a sheet with a table; `line` in place of the sentence under its title."""
    set_up_table_page(sheet, table, lang)
    rows = write_table_sheet(sheet, table, columns, lang, formats, line)
    if table is schema.SETTINGS:
        add_setting_rules(sheet, columns["setting"], lang)
    else:
        add_entry_rules(sheet, table, rows, lang)
    add_highlights(sheet, table, rows, formats)
    # IDs and scores are text on purpose; without this each shows a green corner.
    sheet.ignore_errors({"number_stored_as_text": "A5:XFD1048576"})


def define_list_names(book: Workbook, lang: str, tables: Collection[str] = ()) -> None:
    """Names for columns that lists and colours draw on; of these `tables` only, if any."""
    for name, (table, column) in LIST_NAMES.items():
        if not tables or table in tables:
            caption = schema.caption(table, column, lang)
            book.define_name(name, f"={schema.table(table).excel_name}[{caption}]")


def prepare_book(book: Workbook, lang: str) -> Formats:
    """Theme, properties and window of a new workbook; its formats."""
    book.use_custom_theme(io.StringIO(theme_xml()))
    title = text("book.title", lang)
    book.set_properties(
        {"title": title, "subject": text("book.subject", lang), "author": title, "created": CREATED}
    )
    # Pixels; wide enough for the columns of the first screen, small enough for a laptop.
    book.set_size(1440, 860)
    # So much of the width for the tabs that all of the Chinese ones are in sight.
    book.set_tab_ratio(88)
    return Formats(book)
