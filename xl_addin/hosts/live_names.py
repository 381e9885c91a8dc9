"""Names that sheets from a donor need: each stands for a column of a table of ours.

A name the workbook has stays as it is. One it lacks is made for the workbook's own table, whatever
that is called and in whichever language its captions are; where there is no such table, the name
is not made, and what the copying brought of it goes.
Proved in tests/xl_addin/hosts/test_live_names.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from xl_addin import schema
from xl_addin.hosts.live_tables import LiveTable

if TYPE_CHECKING:
    import xlwings as xw

_COLUMN = re.compile(r"=?(?P<table>[^\[\]!]+)\[(?P<caption>.+)\]")
# What a formula wants an apostrophe before, inside brackets.
_SPECIAL = re.compile(r"(['\[\]#])")


def lacking(book: xw.Book, donor: xw.Book) -> dict[str, str]:
    """The donor's names that the workbook lacks, with what they refer to."""
    known = {name.name: str(name.refers_to) for name in donor.names if "!" not in name.name}
    return {name: refers_to for name, refers_to in known.items() if not _is_there(book, name)}


def bring(book: xw.Book, wanted: Mapping[str, str], tables: Mapping[str, LiveTable]) -> list[str]:
    """Make the names, as far as the workbook has their tables; those that were made."""
    made = []
    for name, refers_to in wanted.items():
        column = _column(refers_to, tables)
        if column is not None:
            book.names.add(name, column)
            made.append(name)
        else:
            remove(book, [name])
    return made


def remove(book: xw.Book, names: list[str]) -> None:
    """Take names out again, where they are."""
    for name in names:
        if name in book.names:
            book.names[name].delete()


def _is_there(book: xw.Book, name: str) -> bool:
    """A name that has lost what it referred to is as good as none."""
    return name in book.names and "#REF!" not in str(book.names[name].refers_to)


def _column(refers_to: str, tables: Mapping[str, LiveTable]) -> str | None:
    """What refers to the same column in this workbook: "=Roles[Role]"; None for anything else."""
    found = _COLUMN.fullmatch(refers_to)
    excel_name = found["table"].strip().casefold() if found else ""
    table = next((t for t in schema.TABLES if t.excel_name.casefold() == excel_name), None)
    if found is None or table is None or table.name not in tables:
        return None
    caption = re.sub(r"'(.)", r"\1", found["caption"])
    column = schema.column_by_caption(table.name).get(schema.normal_caption(caption))
    live = tables[table.name]
    if column is None or column not in live.places():
        return None
    shown = live.part.captions[live.places()[column] - live.first_column]
    escaped = _SPECIAL.sub(r"'\1", shown)
    return f"={live.part.name}[{escaped}]"
