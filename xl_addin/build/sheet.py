"""One sheet with one table: heading, owner band, headers with notes, cells.

Values go in by type, never by XlsxWriter's guess: a text that begins with "=" stays a text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from udfs.texts import text
from xl_addin import cells, schema
from xl_addin.build import layout, palette
from xl_addin.build.palette import Formats
from xl_addin.schema import Table

# The owner's label is repeated after so many digits of width, so that it stays in sight.
BAND_REPEAT = 130
NOTE_WIDTH = 250


def write_table_sheet(
    sheet: Worksheet,
    table: Table,
    columns: Mapping[str, Sequence[Any]],
    lang: str,
    formats: Formats,
    line: str = "",
) -> int:
    """Write the whole sheet; the number of data rows is returned.

    The title is the name on the tab; `line` stands under it instead of the sheet's purpose.
    """
    rows = _rows(table, columns, lang)
    _heading(sheet, line or text(f"purpose.{schema.base_name(table.name)}", lang), formats)
    _owner_band(sheet, table, lang, formats)
    _columns(sheet, table, formats)
    _table(sheet, table, len(rows), lang, formats)
    _notes(sheet, table, lang)
    for number, row in enumerate(rows, start=layout.FIRST):
        sheet.set_row_pixels(number, layout.row_pixels(table, row))
        _row(sheet, table, number, row, formats)
    return len(rows)


def plain(value: Any) -> Any:
    """A cell's value as Python knows it: no numpy types, None for every kind of nothing.

    >>> plain(float("nan")) is None, plain("")
    (True, None)
    """
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if kind == "M":
        value = value.astype("datetime64[s]").item()
    elif kind:
        value = value.item()
    return None if value is None or value == "" or value != value else value


def write_value(sheet: Worksheet, row: int, col: int, value: Any, style: Format) -> None:
    """Write one plain value by its type."""
    if value is None:
        sheet.write_blank(row, col, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, col, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, col, value, style)
    elif isinstance(value, time) or (isinstance(value, date) and value.year >= 1900):
        sheet.write_datetime(row, col, value, style)
    else:
        sheet.write_string(row, col, str(value), style)


def _rows(table: Table, columns: Mapping[str, Sequence[Any]], lang: str) -> list[tuple[Any, ...]]:
    unknown = set(columns) - set(table.names())
    if unknown:
        raise KeyError(f"table {table.name} has no column {sorted(unknown)}")
    length = max((len(values) for values in columns.values()), default=0)
    written = []
    for column in table.columns:
        values = [plain(value) for value in columns.get(column.name, [None] * length)]
        if len(values) != length:
            raise ValueError(f"column {table.name}.{column.name} is not as long as the others")
        written.append(cells.shown(column, values, lang))
    return list(zip(*written, strict=True)) or [(None,) * len(table.columns)]


def _heading(sheet: Worksheet, line: str, formats: Formats) -> None:
    sheet.set_row_pixels(layout.TITLE, 44)
    sheet.set_row_pixels(layout.PURPOSE, 26)
    title = formats.get(font_size=18, bold=True, font_color=palette.TEAL)
    sheet.write_string(layout.TITLE, 0, sheet.get_name(), title)
    purpose = formats.get(font_color=palette.MUTED, valign="top")
    sheet.write_string(layout.PURPOSE, 0, line, purpose)


def _owner_band(sheet: Worksheet, table: Table, lang: str, formats: Formats) -> None:
    """Colour row 3 by owner; the label runs over the empty cells to its right."""
    sheet.set_row_pixels(layout.BAND, 24)
    for owner, first, last in layout.owner_groups(table):
        style = formats.band(owner)
        since_label = BAND_REPEAT
        for position in range(first, last + 1):
            left = sum(c.width for c in table.columns[position : last + 1])
            if since_label >= BAND_REPEAT and (position == first or left > 40):
                sheet.write_string(layout.BAND, position, text(f"owner.{owner}", lang), style)
                since_label = 0
            else:
                sheet.write_blank(layout.BAND, position, None, style)
            since_label += table.columns[position].width


def _columns(sheet: Worksheet, table: Table, formats: Formats) -> None:
    """Widths; below the table a new row finds the number format already there."""
    for position, column in enumerate(table.columns):
        number_format = palette.NUMBER_FORMATS.get(layout.look(table, column))
        style = formats.get(num_format=number_format) if number_format else formats.get()
        sheet.set_column(position, position, column.width, style)


def _cell_format(table: Table, position: int, formats: Formats, row: Sequence[Any] = ()) -> Format:
    column = table.columns[position]
    name = schema.base_name(table.name)
    special: dict[str, Any] = {}
    if layout.wraps(table, column):
        special["text_wrap"] = True
    if name == "settings":
        special |= {"align": "left", "indent": 1, "bold": position == 0}
    if column.name in layout.TYPED.get(name, ()):
        special["bg_color"] = palette.TEAL_BREATH
    if column.name in layout.SMALL.get(name, ()):
        special["font_size"] = layout.SMALL_SIZE
    if column.name in layout.FROM_THE_TOP.get(name, ()):
        special["valign"] = "top"
    if column.name in layout.MUTED.get(name, ()):
        special |= {"font_size": 8, "font_color": palette.FAINT}
    return formats.cell(column.owner, layout.look(table, column, row), **special)


def _table(sheet: Worksheet, table: Table, rows: int, lang: str, formats: Formats) -> None:
    sheet.set_row_pixels(layout.HEADER, layout.header_pixels(table))
    headers = [
        {
            "header": schema.caption(table.name, column.name, lang),
            "header_format": formats.header(column.owner),
            "format": _cell_format(table, position, formats),
        }
        for position, column in enumerate(table.columns)
    ]
    last = layout.HEADER + rows, len(headers) - 1
    options = {"name": table.excel_name, "columns": headers, "style": None, "banded_rows": False}
    if sheet.add_table(layout.HEADER, 0, *last, options) != 0:
        raise ValueError(f"table {table.name} cannot be made: headers {headers!r}")


def _row(
    sheet: Worksheet, table: Table, number: int, row: tuple[Any, ...], formats: Formats
) -> None:
    for position, value in enumerate(row):
        write_value(sheet, number, position, value, _cell_format(table, position, formats, row))


def _notes(sheet: Worksheet, table: Table, lang: str) -> None:
    """A note on each header: whose column it is and what it means, in a box that fits."""
    base = schema.base_name(table.name)
    for position, column in enumerate(table.columns):
        owner = text(f"owner.{column.owner}", lang)
        note = f"{owner}\n{text(f'note.{base}.{column.name}', lang)}"
        lines = layout.lines_needed(note, NOTE_WIDTH / 7)
        options = {
            "author": text("book.title", lang),
            "color": palette.OWNER_COLOURS[column.owner][2],
            "font_name": palette.FONT,
            "font_size": 9,
            "x_scale": NOTE_WIDTH / 128,
            "y_scale": (18 + 19 * lines) / 74,
        }
        sheet.write_comment(layout.HEADER, position, note, options)
