"""Which table of a workbook is which of ours, whatever it is called and wherever its columns stand.

A table is known by its Excel name; where that was changed, by its captions. Columns are known
by their captions in either language, so they may be moved and interleaved with the user's own.
The closed file and the live workbook are looked through alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xl_addin import schema
from xl_addin.package.archive import FileRefused
from xl_addin.package.references import cell_name
from xl_addin.package.structure import TablePart
from xl_addin.tables import TableData

# A renamed table is still ours when this share of its captions, or of the schema's, is known.
_RECOGNISED = 0.6


def locate_tables(tables: Sequence[TablePart], file: str) -> dict[str, TablePart]:
    """The workbook's tables by internal name; those that are not there are left out."""
    by_name = {part.name.casefold(): part for part in tables}
    found: dict[str, TablePart] = {}
    for table in schema.TABLES:
        part = by_name.get(table.excel_name.casefold())
        if part is not None and _likeness(part, table) > 0:
            found[table.name] = part
    for table in schema.TABLES:
        if table.name not in found:
            part = _by_captions(tables, table, found, file)
            if part is not None:
                found[table.name] = part
    found |= _owner_tables(tables)
    for name, part in found.items():
        _refuse_doubled(name, part)
    return found


def _owner_tables(tables: Sequence[TablePart]) -> dict[str, TablePart]:
    """The follow-up tables of single owners; they are as many as the owners, and known by name."""
    named = {schema.owner_table_of(part.name): part for part in tables}
    return {name: part for name, part in named.items() if name is not None and _is_ours(name, part)}


def _is_ours(name: str, part: TablePart) -> bool:
    return _likeness(part, schema.table(name)) > 0


def _by_captions(
    tables: Sequence[TablePart], table: schema.Table, taken: dict[str, TablePart], file: str
) -> TablePart | None:
    used = {part.part for part in taken.values()}
    free = [p for p in tables if p.part not in used and schema.owner_table_of(p.name) is None]
    alike = [part for part in free if _likeness(part, table) >= _RECOGNISED]
    if len(alike) > 1:
        raise FileRefused(
            "table.found_twice",
            file=file,
            table=schema.both_names(table.name),
            places=", ".join(f"{p.sheet.name} {p.area}" for p in alike),
        )
    return alike[0] if alike else None


def _likeness(part: TablePart, table: schema.Table) -> float:
    """How much of the table, or of the schema, is known; hardly anything without a key column."""
    known = schema.column_by_caption(table.name)
    present = {known.get(schema.normal_caption(caption)) for caption in part.captions} - {None}
    required = {column.name for column in table.columns if column.required}
    if not required <= present:
        return len(present) * 1e-3
    return len(present) / min(len(table.columns), len(part.captions))


def _refuse_doubled(name: str, part: TablePart) -> None:
    known = schema.column_by_caption(name)
    seen: dict[str, int] = {}
    for offset, caption in enumerate(part.captions):
        column = known.get(schema.normal_caption(caption))
        if column is None:
            continue
        if column in seen:
            first = part.area.first_column
            places = [cell_name(part.area.first_row, first + o) for o in (seen[column], offset)]
            raise FileRefused(
                "table.column_twice",
                sheet=part.sheet.name,
                column=caption,
                cells=", ".join(places),
            )
        seen[column] = offset


def internal_names(name: str, part: TablePart) -> list[str | None]:
    """For each column of the table our name for it; None for the user's own."""
    known = schema.column_by_caption(name)
    return [known.get(schema.normal_caption(caption)) for caption in part.captions]


def empty_table(name: str, part: TablePart) -> TableData:
    captions = {
        column: caption
        for column, caption in zip(internal_names(name, part), part.captions, strict=True)
        if column is not None
    }
    formulas = zip(part.captions, part.calculated, strict=True)
    calculated = frozenset(caption for caption, formula in formulas if formula is not None)
    return TableData(
        name, part.sheet.name, part.first_data_row, {}, captions, calculated=calculated
    )


def used_rows(rows: list[list[Any]], ours: list[bool]) -> int:
    """Rows up to the last one that somebody has filled.

    A formula of the user's own answers "" or 0 in a blank row; that does not fill it.
    """
    used = len(rows)
    while used and not any(
        cell not in (None, "") and (own or cell != 0)
        for cell, own in zip(rows[used - 1], ours, strict=True)
    ):
        used -= 1
    return used


def captions_language(captions: Mapping[str, Sequence[str]]) -> str:
    """The language most captions are in, given by table."""
    own = [(name, caption) for name, header in captions.items() for caption in header]
    english = sum(
        schema.normal_caption(caption) == schema.normal_caption(schema.caption(name, c.name, "en"))
        for name, caption in own
        for c in schema.table(name).columns
    )
    return "en" if english * 2 > len(own) else "zh"
