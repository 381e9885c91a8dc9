"""What our own sheets say outside their tables: titles, explanations, captions, notes.

Anything else that stands there was typed by somebody and does not go into a copy.
Proved in tests/xl_addin/sharing/test_known_texts.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.copying.cell_reading import UnusualCell, cells_of
from xl_addin.copying.forbidden import Forbidden
from xl_addin.copying.master import Master
from xl_addin.copying.texts import text_item
from xl_addin.package.structure import TablePart


@cache
def texts_of_sheets() -> frozenset[str]:
    """Every text the builder writes beside the cells of a table, in both languages."""
    found: set[str] = set()
    for lang in LANGUAGES:
        owners = {owner: text(f"owner.{owner}", lang) for owner in (schema.USER, schema.ADDIN)}
        found |= {*owners.values(), text("book.title", lang)}
        for table in schema.TABLES:
            found |= {schema.sheet_name(table.name, lang), text(f"purpose.{table.name}", lang)}
            for column in table.columns:
                note = text(f"note.{table.name}.{column.name}", lang)
                found |= {schema.caption(table.name, column.name, lang), note}
                found.add(f"{owners[column.owner]}\n{note}")
                found |= {schema.choice_label(choice, lang) for choice in column.choices}
    return frozenset(found)


def lines_under_titles(
    master: Master, parts: Iterable[TablePart], forbidden: Forbidden
) -> set[str]:
    """What stands two rows above the header of these tables, where it tells of no customer."""
    found = {_line(master, part) for part in parts}
    return {line for line in found if line and forbidden.found_in(line) is None}


def _line(master: Master, part: TablePart) -> str:
    sheet = master.worksheets.get(part.sheet.name.casefold())
    row, column = part.area.first_row - 2, part.area.first_column
    if sheet is None or row not in sheet.rows.standing:
        return ""
    try:
        cells = cells_of(sheet.rows.row(row))
    except UnusualCell:
        return ""
    cell = next((cell for cell in cells if cell.column == column and cell.formula is None), None)
    if cell is None:
        return ""
    if cell.inline is not None:
        return text_item(cell.inline.encode())[1]
    return master.texts[cell.value][1] if cell.kind == "s" and cell.value else ""
