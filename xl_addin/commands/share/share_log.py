"""Every copy in the master's own log: for whom, what was in it, what it is known by.

Proved in tests/xl_addin/commands/share/test_share_log.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.owners import owner_key
from xl_addin.commands.share.planning import CopyPlan
from xl_addin.tables import Book, Cells, Changes

TABLE = "share_log"


@dataclass(frozen=True)
class Made:
    """A finished copy: its plan, its file and what both are known by."""

    plan: CopyPlan
    file: str
    base_fingerprint: str
    file_fingerprint: str
    encrypted: bool


def log(book: Book, made: Sequence[Made], now: datetime) -> Changes:
    """The lines of the log, one for each copy; a workbook without the table gets it."""
    changes = Changes()
    rows = [_row(one, now, book.lang) for one in made]
    columns: dict[str, Cells] = {
        name: [row[name] for row in rows] for name in schema.SHARE_LOG.names()
    }
    if TABLE in book:
        changes.table(TABLE).append = columns
    else:
        changes.new_sheets[TABLE] = schema.sheet_name(TABLE, book.lang)
        changes.table(TABLE).replace = columns
    return changes


def _row(made: Made, now: datetime, lang: str) -> dict[str, Any]:
    plan = made.plan
    return {
        "shared_at": now.replace(second=0, microsecond=0),
        "reader": plan.reader.name,
        "role": plan.reader.role.name or None,
        "rows": plan.rows_in_words(lang),
        "columns": plan.columns_left_out(lang) or None,
        "masked": plan.masked,
        "encrypted": made.encrypted,
        "file": made.file,
        "base_fingerprint": made.base_fingerprint,
        "file_fingerprint": made.file_fingerprint,
        "sent": None,
    }


def sent(book: Book, by_file: Mapping[str, str]) -> Changes:
    """What became of each mail, by the fingerprint of the file it carried."""
    table = book[TABLE]
    cells = list(table.get("sent"))
    for place, fingerprint in enumerate(table.get("file_fingerprint")):
        said = by_file.get(str(fingerprint))
        if said is not None:
            cells[place] = f"{cells[place]}; {said}" if cells[place] else said
    changes = Changes()
    changes.table(TABLE).update = {"sent": cells}
    return changes


def logged_files(book: Book) -> dict[str, str]:
    """Fingerprint of each file in the log to the key of its reader."""
    if TABLE not in book:
        return {}
    table = book[TABLE]
    column = schema.SHARE_LOG.column("file_fingerprint")
    prints = internal(column, table.get(column.name))
    pairs = zip(prints, table.get("reader"), strict=True)
    return {str(fingerprint): owner_key(reader) for fingerprint, reader in pairs if fingerprint}
