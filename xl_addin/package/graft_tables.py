"""Tables that come with a grafted sheet: an id of their own and a name nobody else has.

Names of tables and names for cells are of one kind in a workbook (ECMA-376 part 1, 18.5.1.2,
displayName); Excel calls a file damaged where one is there twice.
Proved in tests/xl_addin/package/test_graft.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import count

from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.graft_sheet import DIFFERENTIAL, Renumber, renumbered
from xl_addin.package.structure import Structure, TablePart

_TABLE_ID = re.compile(rb'<(?:\w+:)?table\b[^>]*?\sid="(\d+)"')


def table_numbers(
    archive: Archive,
    structure: Structure,
    new: Sequence[TablePart],
    replaced: Collection[str],
    names: Collection[str],
) -> dict[str, int]:
    """The ids of the donor's tables `new`, by their parts in the donor.

    `replaced` are parts of sheets that go, with their tables; a table that comes back keeps its
    id, because slicers name it. `names` are the workbook's own, casefolded.
    """
    going = [table for table in structure.tables if table.sheet.part in replaced]
    staying = {t.name.casefold(): t.sheet.name for t in structure.tables if t not in going}
    for table in new:
        place = staying.get(table.name.casefold())
        if place is not None or table.name.casefold() in names:
            file, where = archive.path.name, place or table.name
            raise FileRefused("file.table_taken", file=file, table=table.name, place=where)
    used = {table.name.casefold(): _number(archive, table) for table in structure.tables}
    kept = {table.name.casefold(): used[table.name.casefold()] for table in going}
    free = count(max(used.values(), default=0) + 1)
    return {t.part: kept.get(t.name.casefold()) or next(free) for t in new}


def grafted_table(xml: bytes, number: int, differential: Renumber) -> bytes:
    """The donor's table with an id and formats of the user's workbook."""
    numbered = re.sub(rb'(<table\b[^>]*?\sid=")\d+(")', rb"\g<1>%d\2" % number, xml, count=1)
    return DIFFERENTIAL.sub(renumbered(differential), numbered)


def columns_of(tables: Collection[TablePart]) -> Mapping[str, set[str]]:
    """The columns of each table, both casefolded."""
    return {t.name.casefold(): {caption.casefold() for caption in t.captions} for t in tables}


def _number(archive: Archive, table: TablePart) -> int:
    found = _TABLE_ID.search(archive.read(table.part))
    return int(found[1]) if found else 0
