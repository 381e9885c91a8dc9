"""References of formulas brought from the master to the copy, or found to be gone.

A single cell must stand in the copy; a range of rows shrinks to what is left, as Excel shrinks it;
a range over several columns must have all of them, because lookups count columns. A structured
reference stays when its table and columns do. Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xl_addin.copying.book_map import BookMap, TableMap
from xl_addin.copying.formula_parsing import (
    MAX_COLUMNS,
    End,
    Literal,
    NameReference,
    Operand,
    Parsed,
    Reference,
    TableReference,
    read_reference,
)
from xl_addin.package.references import MAX_ROWS, Area, column_letters
from xl_addin.package.structure import TablePart

# An area of the master: the name of its sheet in small letters, and where.
Place = tuple[str, Area]


@dataclass(frozen=True)
class Home:
    """The cell of the master a formula stands in."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True)
class Mapped:
    """A reference in the copy; `whole` where nothing of it was lost, `places` what it reads."""

    text: str
    whole: bool
    places: tuple[Place, ...]


class NotChecked(Exception):
    """A formula that may read anything, such as one that makes references of texts."""


def area_of(reference: Reference, home: Home) -> Area | None:
    """The cells of a reference in the master; None when it lies beyond the sheet."""
    first, last = reference.first, reference.last or reference.first
    rows = _pair(_row(first, home), _row(last, home), MAX_ROWS)
    columns = _pair(_column(first, home), _column(last, home), MAX_COLUMNS)
    area = Area(rows[0], columns[0], rows[1], columns[1])
    inside = area.first_row >= 1 and area.first_column >= 1
    return area if inside and rows[1] <= MAX_ROWS and columns[1] <= MAX_COLUMNS else None


def _row(end: End, home: Home) -> int | None:
    return end.row if end.row is None or end.row_fixed else home.row + end.row


def _column(end: End, home: Home) -> int | None:
    return end.column if end.column is None or end.column_fixed else home.column + end.column


def _pair(first: int | None, last: int | None, most: int) -> tuple[int, int]:
    if first is None or last is None:
        return 1, most
    return min(first, last), max(first, last)


def texts_as_references(parsed: Parsed) -> Iterator[Operand]:
    """What INDIRECT is given as a text; `NotChecked` when that is no plain table or name."""
    for piece, calls in zip(parsed.pieces, parsed.inside, strict=True):
        if not calls or calls[-1] != "INDIRECT" or (isinstance(piece, str) and piece in "()"):
            continue
        if isinstance(piece, str) and piece.upper() == "INDIRECT(":
            continue
        found = read_reference(piece.value) if isinstance(piece, Literal) else None
        if not isinstance(found, TableReference | NameReference):
            raise NotChecked
        yield found


class ReferenceMap:
    """Maps references; `names` are the defined names that survive, with what they read."""

    def __init__(self, book: BookMap) -> None:
        self.book = book
        self.names: dict[tuple[str, str], tuple[Place, ...]] = {}

    def formula(self, parsed: Parsed, home: Home) -> Mapped | None:
        """The whole formula in the copy; None when anything it needs is gone."""
        if not parsed.understood or parsed.calls_ours:
            return None
        if any(("", name.casefold()) not in self.names for name in parsed.strange_calls):
            return None
        pieces: list[str] = []
        found: list[Mapped] = []
        try:
            found += self._all(texts_as_references(parsed), home)
            for piece in parsed.pieces:
                if isinstance(piece, str):
                    pieces.append(piece)
                elif isinstance(piece, Literal):
                    pieces.append(piece.text)
                else:
                    found += self._all([piece], home)
                    pieces.append(found[-1].text)
        except NotChecked:
            return None
        places = tuple(dict.fromkeys(place for one in found for place in one.places))
        return Mapped("".join(pieces), all(one.whole for one in found), places)

    def _all(self, operands: Iterable[Operand], home: Home) -> list[Mapped]:
        mapped = [self.operand(operand, home) for operand in operands]
        if any(one is None for one in mapped):
            raise NotChecked
        return [one for one in mapped if one is not None]

    def operand(self, operand: Operand, home: Home) -> Mapped | None:
        """One reference in the copy; None when it is gone."""
        if isinstance(operand, Reference):
            return self._cells(operand, home)
        if isinstance(operand, TableReference):
            return self._table(operand, home)
        return self._name(operand, home)

    def _cells(self, reference: Reference, home: Home) -> Mapped | None:
        sheet = (reference.sheet or home.sheet).casefold()
        plan = self.book.plans.get(sheet)
        area = area_of(reference, home)
        if plan is None or area is None:
            return None
        if area.is_one_cell:
            kept = plan.map.shows(area.first_row, area.first_column)
        else:
            kept = not plan.map.columns.between(area.first_column, area.last_column)
        new = plan.map.area(area) if kept else None
        if new is None:
            return None
        prefix = "" if reference.sheet is None else f"{sheet_prefix(plan.map.name)}!"
        text = prefix + _written(reference, new)
        return Mapped(text, plan.map.is_whole(area), ((sheet, area),))

    def _table(self, reference: TableReference, home: Home) -> Mapped | None:
        table = self.book.tables.get(reference.table.casefold()) if reference.table else None
        table = table or self._own_table(reference, home)
        if table is None:
            return None
        area = table_area(reference, table.part, home)
        if area is None:
            return None
        columns = range(area.first_column, area.last_column + 1)
        first = table.part.area.first_column
        if any(c - first not in table.offsets or c - first in table.hidden for c in columns):
            return None
        if reference.this_row and not table.sheet.shows(home.row, area.first_column):
            return None
        return Mapped(
            reference.text, table.sheet.is_whole(area), ((table.sheet.name.casefold(), area),)
        )

    def _own_table(self, reference: TableReference, home: Home) -> TableMap | None:
        plan = self.book.plans.get(home.sheet.casefold())
        if reference.table or plan is None:
            return None
        band = plan.band(home.row)
        return band.table_columns.get(home.column) if band else None

    def _name(self, operand: NameReference, home: Home) -> Mapped | None:
        name = operand.name.casefold()
        if operand.sheet is None and name in self.book.tables:
            return self._table(TableReference(name, frozenset(), (), operand.text), home)
        scopes = [operand.sheet] if operand.sheet is not None else [home.sheet, ""]
        for scope in scopes:
            places = self.names.get((scope.casefold(), name))
            if places is not None:
                whole = all(self.book.plans[s].map.is_whole(a) for s, a in places)
                return Mapped(operand.text, whole, places)
        return None


def table_area(reference: TableReference, part: TablePart, home: Home) -> Area | None:
    """The cells of the master a structured reference reads; None when they are not there."""
    captions = [caption.casefold() for caption in part.captions]
    wanted = [column.casefold() for column in reference.columns]
    if any(column not in captions for column in wanted):
        return None
    offsets = [captions.index(column) for column in wanted] or [0, len(captions) - 1]
    rows = _table_rows(reference, part, home)
    if rows is None:
        return None
    first = part.area.first_column
    return Area(rows[0], first + min(offsets), rows[1], first + max(offsets))


def _table_rows(reference: TableReference, part: TablePart, home: Home) -> tuple[int, int] | None:
    items = reference.items
    if "#this row" in items:
        inside = part.first_data_row <= home.row <= part.last_data_row
        return (home.row, home.row) if inside and len(items) == 1 else None
    first, last = part.first_data_row, part.last_data_row
    if items & {"#all", "#headers"}:
        first = part.area.first_row
    if items & {"#all", "#totals"}:
        last = part.area.last_row
    if items == {"#headers"}:
        last = part.first_data_row - 1
    if items == {"#totals"}:
        first = part.last_data_row + 1
    return (first, last) if first <= last else None


def _written(reference: Reference, area: Area) -> str:
    """The area with the marks of fixed rows and columns of the old reference."""
    first, last = reference.first, reference.last
    start = _corner(first, area.first_row, area.first_column)
    if last is None:
        return start
    return f"{start}:{_corner(last, area.last_row, area.last_column)}"


def _corner(end: End, row: int, column: int) -> str:
    letters = "" if end.column is None else f"{'$' * end.column_fixed}{column_letters(column)}"
    return letters + ("" if end.row is None else f"{'$' * end.row_fixed}{row}")


def written_at(reference: Reference, home: Home) -> str:
    """A reference as it stood in the master."""
    area = area_of(reference, home)
    if area is None:
        return "…"
    prefix = "" if reference.sheet is None else f"{sheet_prefix(reference.sheet)}!"
    return prefix + _written(reference, area)


def sheet_prefix(name: str) -> str:
    """A sheet's name as formulas write it; quotes never do harm.

    >>> sheet_prefix("It's")
    "'It''s'"
    """
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
