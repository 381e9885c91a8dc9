"""The language of an open document: what its sheet Settings says, else that of its captions.

A document without tables of ours answers in the language of its user.
Proved in tests/xl_addin/libreoffice/test_book_language.py.
"""

from __future__ import annotations

from typing import Any

from xl_addin import schema
from xl_addin.hosts.locating import captions_language
from xl_addin.libreoffice import user_language
from xl_addin.settings import settings_language
from xl_addin.tables import TableData


def our_tables(document: Any) -> dict[str, Any]:
    """Internal name of a table to its cells, of the tables that stand under their Excel name."""
    ranges = document.DatabaseRanges
    known = {table.excel_name.casefold(): table.name for table in schema.TABLES}
    found = {}
    for excel_name in ranges.ElementNames:
        name = known.get(excel_name.casefold()) or schema.owner_table_of(excel_name)
        if name is None:
            continue
        area = ranges.getByName(excel_name).DataArea
        cells = document.Sheets.getByIndex(area.Sheet).getCellRangeByPosition(
            area.StartColumn, area.StartRow, area.EndColumn, area.EndRow
        )
        if _captions(cells):
            found[name] = cells
    return found


def book_language(document: Any) -> str:
    """ "zh" or "en"; see above."""
    tables = our_tables(document)
    if not tables:
        return user_language.current()
    asked = settings_language(_settings(tables["settings"])) if "settings" in tables else None
    return asked or captions_language({name: _captions(cells) for name, cells in tables.items()})


def _captions(cells: Any) -> tuple[str, ...]:
    """The header row; none where the range is only a few cells that bear the name by chance."""
    area = cells.RangeAddress
    if area.EndRow == area.StartRow:
        return ()
    header = cells.getCellRangeByPosition(0, 0, area.EndColumn - area.StartColumn, 0)
    return tuple(str(cell) for cell in header.getDataArray()[0])


def _settings(cells: Any) -> TableData:
    known = schema.column_by_caption("settings")
    header, *rows = cells.getDataArray()
    names = [known.get(schema.normal_caption(caption)) for caption in header]
    columns = {
        name: [None if row[place] == "" else row[place] for row in rows]
        for place, name in enumerate(names)
        if name is not None
    }
    captions = {name: str(header[names.index(name)]) for name in columns}
    return TableData("settings", "", cells.RangeAddress.StartRow + 2, columns, captions)
