"""Roles: what colleagues may see, as the sheet Roles says it in a few words.

Columns and sheets to leave out are named by their captions, in either language or as they stand in
the header; a word that names nothing is refused, because leaving it aside would show what
somebody wanted hidden. Proved in tests/xl_addin/commands/share/test_roles.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from udfs.errors import BadRule, CustomerChainError
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.share.tables import (
    CUSTOMER,
    caption_of,
    columns_of,
    in_copies,
    is_of_customers,
    is_of_schema,
    names_of_column,
    names_of_table,
)
from xl_addin.tables import Book, TableData

OWN, ALL = "own", "all"
_BETWEEN = re.compile(r"[;；、,，\r\n]+").split
_OF_SHEET = re.compile(r"\s*([^:：]+?)\s*[:：]\s*(.+?)\s*").fullmatch

# A table and one of its columns, by internal name or the user's own caption.
Place = tuple[str, str]


@dataclass(frozen=True)
class Role:
    """What a role sees: own customers or all, without these columns and tables, masked or not."""

    name: str = ""
    scope: str = OWN
    columns: frozenset[Place] = frozenset()
    tables: frozenset[str] = frozenset()
    masked: bool = False
    own_sheets: tuple[str, ...] = ()

    @property
    def sees_all(self) -> bool:
        return self.scope == ALL


@dataclass(frozen=True)
class Roles:
    """The rows of the sheet Roles; a role is read only when somebody has it."""

    book: Book
    own_sheets: Collection[str] = ()
    rows: Mapping[str, int] = field(default_factory=dict)

    def first(self) -> Role:
        """The role of a colleague for whom none is named: the first, or own customers whole."""
        return self._read(next(iter(self.rows.values()))) if self.rows else Role()

    def find(self, name: str) -> Role | None:
        """The role of that name; None where the sheet has none."""
        place = self.rows.get(schema.normal_caption(name))
        return None if place is None else self._read(place)

    def names(self) -> list[str]:
        table = self.book["roles"]
        return [str(table.get("role")[place]).strip() for place in self.rows.values()]

    def _read(self, place: int) -> Role:
        table = self.book["roles"]
        row = {name: table.get(name)[place] for name in schema.ROLES.names()}
        scope, masked = (
            internal(schema.ROLES.column(name), [row[name]])[0] for name in ("scope", "masked")
        )
        known = {None: OWN, "": OWN, OWN: OWN, ALL: ALL}
        if scope not in known:
            raise self._refusal("share.bad_scope", place, "scope", value=scope)
        if masked not in (None, "", True, False):
            raise self._refusal("share.bad_masked", place, "masked", value=masked)
        columns, tables = self._hidden(row["hidden_columns"], place)
        return Role(
            str(row["role"]).strip(),
            known[scope],
            columns,
            tables,
            masked is True,
            tuple(self._sheets(row["own_sheets"], place)),
        )

    def _hidden(self, cell: object, place: int) -> tuple[frozenset[Place], frozenset[str]]:
        columns: set[Place] = set()
        tables: set[str] = set()
        for word in _words(cell):
            found = list(_columns_named(self.book, word))
            sheets = [t.name for t in in_copies(self.book) if _is(word, names_of_table(t))]
            if not found and not sheets and not is_of_schema(word):
                near = _nearest(word, _every_name(self.book))
                raise self._unknown("share.unknown_column", place, "hidden_columns", word, near)
            for table, column in found:
                self._refuse_key(table, column, place)
                columns.add((table.name, column))
            if "customers" in sheets:
                raise self._refusal("share.customers_needed", place, "hidden_columns", value=word)
            tables |= {schema.base_name(name) for name in sheets}
        return frozenset(columns), frozenset(tables)

    def _sheets(self, cell: object, place: int) -> Iterator[str]:
        known = {schema.normal_caption(name): name for name in self.own_sheets}
        for word in _words(cell):
            sheet = known.get(schema.normal_caption(word))
            if sheet is None:
                near = _nearest(word, self.own_sheets)
                raise self._unknown("share.unknown_sheet", place, "own_sheets", word, near)
            yield sheet

    def _refuse_key(self, table: TableData, column: str, place: int) -> None:
        if column in (CUSTOMER, schema.table(table.name).key):
            shown = caption_of(table, column, self.book.lang)
            words = {"caption": shown, "of": table.sheet}
            raise self._refusal("share.key_column", place, "hidden_columns", **words)

    def _unknown(
        self, key: str, place: int, column: str, word: str, near: str
    ) -> CustomerChainError:
        if near:
            return self._refusal(f"{key}_near", place, column, value=word, near=near)
        return self._refusal(key, place, column, value=word)

    def _refusal(self, key: str, place: int, column: str, **values: object) -> CustomerChainError:
        table = self.book["roles"]
        return BadRule(
            key,
            sheet=table.sheet,
            row=table.row_number(place),
            column=caption_of(table, column, self.book.lang),
            **values,
        )


def read_roles(book: Book, own_sheets: Collection[str] = ()) -> Roles:
    """The sheet Roles; `own_sheets` are the visible sheets that hold no table of ours."""
    rows: dict[str, int] = {}
    if "roles" in book:
        for place, name in enumerate(book["roles"].get("role")):
            if name is not None and str(name).strip():
                rows.setdefault(schema.normal_caption(name), place)
    return Roles(book, own_sheets, rows)


def _columns_named(book: Book, word: str) -> Iterator[tuple[TableData, str]]:
    """The columns a word means: those of customers' tables where it names one there, else others.

    "Tier" is the column of the customer table, although the rules have one of that name too.
    """
    found = list(_fitting(in_copies(book), word, book.lang))
    of_sheet = _OF_SHEET(word)
    if not found and of_sheet is not None:
        sheet, column = of_sheet.groups()
        tables = [table for table in in_copies(book) if _is(sheet, names_of_table(table))]
        return _fitting(tables, column, book.lang)
    of_customers = [one for one in found if is_of_customers(one[0].name)]
    return iter(of_customers or found)


def _fitting(tables: Iterable[TableData], word: str, lang: str) -> Iterator[tuple[TableData, str]]:
    for table in tables:
        for column in columns_of(table):
            if _is(word, names_of_column(table, column, lang)):
                yield table, column


def _is(word: str, names: set[str]) -> bool:
    return schema.normal_caption(word) in names


def _words(cell: object) -> list[str]:
    return [word.strip() for word in _BETWEEN(str(cell or "")) if word.strip()]


def _every_name(book: Book) -> list[str]:
    names = [table.sheet for table in in_copies(book)]
    for table in in_copies(book):
        names += [caption_of(table, column, book.lang) for column in columns_of(table)]
    return names


def _nearest(word: str, names: Iterable[str]) -> str:
    known = {schema.normal_caption(name): name for name in names}
    wanted = schema.normal_caption(word.rpartition(":")[2].rpartition("：")[2])
    near = get_close_matches(wanted, known, 1, 0.5)
    return known[near[0]] if near else ""
