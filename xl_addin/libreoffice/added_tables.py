"""Sheets of ours that came into an open workbook and that its file does not have yet.

LibreOffice cannot write the file as Excel wants it, so the sheets are made once more and put into
the kept file with what stands in them now.
Proved in tests/xl_addin/libreoffice/test_added_tables.py and, with LibreOffice, in
tests/end_to_end/test_libreoffice_saving.py.
"""

from __future__ import annotations

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.hosts.live import LiveBook
from xl_addin.hosts.live_undo_whole import line_of
from xl_addin.package.graft import Grafting
from xl_addin.tables import Book, TableData


def added_tables(old: Book, new: Book, live: LiveBook) -> dict[str, str]:
    """Internal name to sheet of the tables that are whole as we make them: with a band of ours,
    and without a column of the user's, which would be lost."""
    return {
        name: live.tables[name].sheet.name
        for name, table in new.tables.items()
        if name not in old and not table.extra and line_of(live.tables[name]) is not None
    }


def grafting(added: dict[str, str], new: Book, live: LiveBook) -> Grafting:
    """The sheets of `added` with their rows, for the file."""
    from xl_addin.build.added_sheets import table_sheets

    contents = {name: _contents(new[name]) for name in added}
    lines = {name: line_of(live.tables[name]) or "" for name in added}
    return Grafting(table_sheets(added, contents, new.lang, lines), tuple(added.values()))


def _contents(table: TableData) -> dict[str, list[object]]:
    columns = schema.table(table.name)
    return {name: internal(columns.find(name), cells) for name, cells in table.columns.items()}
