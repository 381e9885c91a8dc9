"""A formula taken apart: its references, literals and functions, as far as all of it is understood.

A relative reference is kept as a distance from the formula's own cell, so that formulas filled
down a column are the same `Parsed`. Whatever is not understood to the last token (other
workbooks, several sheets at once, unknown functions) makes the whole formula not understood.
Source: ECMA-376 part 1, 18.17 (formulas), [MS-XLSX] 2.2.2. Proved in
tests/xl_addin/copying/test_formula_parsing.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from xl_addin.copying.known_functions import is_known
from xl_addin.package.references import MAX_ROWS, column_number

MAX_COLUMNS = 16_384
# Stands for the name of any function of ours.
OURS = "CC_"

_OURS = re.compile(r"(?:^|[.!])CC_\w", re.IGNORECASE)
_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!\[\]:\s]+))!(.+)$")
_CELL = r"(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})"
_AREA = re.compile(rf"{_CELL}(?::{_CELL})?$")
_COLUMNS = re.compile(r"(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})$")
_ROWS = re.compile(r"(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})$")
_NAME = re.compile(r"[^\W\d][\w.\\?]*$")
_TABLE = re.compile(r"([^\W\d][\w.\\]*)?(\[.*\])$", re.DOTALL)
_PARAMETER = "_xlpm."
# A part of a structured reference; programs also write the last one without brackets.
_PART = re.compile(r"\[((?:[^\]']|'.)*)\]|([^\[\],:']+)$", re.DOTALL)


@dataclass(frozen=True)
class End:
    """A corner: a row and a column, each fixed or as a distance; None where there is none."""

    row: int | None
    row_fixed: bool
    column: int | None
    column_fixed: bool


@dataclass(frozen=True)
class Reference:
    """Cells, whole rows or whole columns; `sheet` is None for the formula's own."""

    sheet: str | None
    first: End
    last: End | None


@dataclass(frozen=True)
class TableReference:
    """A structured reference; no columns means all of them."""

    table: str
    items: frozenset[str]
    columns: tuple[str, ...]
    text: str

    @property
    def this_row(self) -> bool:
        return "#this row" in self.items


@dataclass(frozen=True)
class NameReference:
    """A defined name, or a table without brackets."""

    sheet: str | None
    name: str
    text: str


@dataclass(frozen=True)
class Literal:
    """A text (without its quotes) or a number of the formula."""

    value: str
    text: str
    is_text: bool


Operand = Reference | TableReference | NameReference
Piece = str | Literal | Operand


@dataclass(frozen=True)
class Parsed:
    """A formula; `inside` says for each piece which calls it stands in, the innermost last."""

    pieces: tuple[Piece, ...]
    inside: tuple[tuple[str, ...], ...]
    calls: frozenset[str]
    calls_ours: bool
    understood: bool
    strange_calls: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def operands(self) -> tuple[tuple[Operand, tuple[str, ...]], ...]:
        """Every reference and the calls it stands in."""
        return tuple(
            (piece, calls)
            for piece, calls in zip(self.pieces, self.inside, strict=True)
            if not isinstance(piece, str | Literal)
        )

    @cached_property
    def literals(self) -> tuple[Literal, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Literal))


def parse(text: str, row: int, column: int) -> Parsed:
    """The formula `text` (without its equals sign) that stands in a cell.

    >>> parse("SUM(B2:B9)*2", 2, 1).pieces[1]
    Reference(sheet=None, first=End(row=0, row_fixed=False, column=1, column_fixed=False), \
last=End(row=7, row_fixed=False, column=1, column_fixed=False))
    """
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        tokens = Tokenizer(f"={text}").items
    except (TokenizerError, IndexError):
        return Parsed((text,), ((),), frozenset(), calls_ours(text), False)
    return _Reader(row, column).read(tokens)


def calls_ours(text: str) -> bool:
    """Whether `text` may call one of our functions; for formulas nobody can take apart."""
    return re.search(r"(?<![A-Za-z0-9_\[])CC_[A-Za-z]\w*", text, re.IGNORECASE) is not None


class _Reader:
    """Walks over the tokens of one formula."""

    def __init__(self, row: int, column: int) -> None:
        self.row, self.column = row, column
        self.pieces: list[Piece] = []
        self.inside: list[tuple[str, ...]] = []
        self.calls: set[str] = set()
        self.strange: set[str] = set()
        self.open: list[tuple[str, ...]] = [()]
        self.ours = False
        self.understood = True

    def read(self, tokens: list[object]) -> Parsed:
        for token in tokens:
            piece = self._piece(token)
            self.pieces.append(piece)
            self.inside.append(self.open[-1])
        return Parsed(
            tuple(self.pieces),
            tuple(self.inside),
            frozenset(self.calls),
            self.ours,
            self.understood,
            frozenset(self.strange),
        )

    def _piece(self, token: object) -> Piece:
        value, kind, subtype = (getattr(token, name) for name in ("value", "type", "subtype"))
        if kind in ("FUNC", "PAREN", "ARRAY"):
            return self._bracket(value, kind, subtype)
        if kind == "OPERAND":
            return self._operand(value, subtype)
        return str(value)

    def _bracket(self, value: str, kind: str, subtype: str) -> str:
        if subtype == "CLOSE":
            if len(self.open) > 1:
                self.open.pop()
            return value
        if kind != "FUNC":
            self.open.append(self.open[-1])
            return value
        name = value[:-1].upper()
        ours = _OURS.search(name) is not None
        self.ours |= ours
        self.open.append((*self.open[-1], OURS if ours else name))
        if not ours:
            self.calls.add(name)
            if not is_known(name):
                self.strange.add(name)
        return value

    def _operand(self, value: str, subtype: str) -> Piece:
        if subtype == "TEXT":
            return Literal(value[1:-1].replace('""', '"'), value, True)
        if subtype == "NUMBER":
            return Literal(value, value, False)
        if subtype == "LOGICAL":
            return value
        if subtype == "ERROR":
            self.understood &= value == "#N/A"
            return value
        if value.startswith(_PARAMETER):
            return value
        found = read_reference(value, self.row, self.column)
        if found is None:
            self.understood = False
            self.ours |= _OURS.search(value) is not None
            return value
        if isinstance(found, NameReference) and _OURS.search(found.name):
            self.ours = True  # a function of ours handed to another: BYROW(range, CC_...)
            self.understood = False
        return found


def read_reference(text: str, row: int = 1, column: int = 1) -> Operand | None:
    """A reference as it is written in a formula of the cell at `row`, `column`; None for others."""
    sheet, rest = None, text
    prefixed = _SHEET.match(text)
    if prefixed is not None:
        sheet = prefixed[1].replace("''", "'") if prefixed[1] else prefixed[2]
        rest = prefixed[3]
        if "[" in sheet or ":" in sheet:
            return None
    elif "!" in text.split("[")[0]:
        return None
    area = _area(rest, row, column)
    if area is not None:
        return Reference(sheet, *area)
    if sheet is None and (found := _TABLE.match(rest)):
        return _table_reference(found[1] or "", found[2], text)
    return NameReference(sheet, rest, text) if _NAME.match(rest) else None


def _area(text: str, row: int, column: int) -> tuple[End, End | None] | None:
    if found := _AREA.match(text):
        first = _end(found[3], found[4], found[1], found[2], row, column)
        last = _end(found[7], found[8], found[5], found[6], row, column) if found[8] else None
        if first is None or (found[8] and last is None):
            return None
        return first, last
    if found := _COLUMNS.match(text):
        return _pair(
            _end("", None, found[1], found[2], row, column),
            _end("", None, found[3], found[4], row, column),
        )
    if found := _ROWS.match(text):
        return _pair(
            _end(found[1], found[2], "", None, row, column),
            _end(found[3], found[4], "", None, row, column),
        )
    return None


def _pair(first: End | None, last: End | None) -> tuple[End, End] | None:
    return None if first is None or last is None else (first, last)


def _end(
    row_mark: str, row: str | None, column_mark: str, column: str | None, at_row: int, at_col: int
) -> End | None:
    number = int(row) if row is not None else None
    place = column_number(column) if column is not None else None
    if (number or 0) > MAX_ROWS or (place or 0) > MAX_COLUMNS:
        return None
    return End(
        number if number is None or row_mark else number - at_row,
        bool(row_mark),
        place if place is None or column_mark else place - at_col,
        bool(column_mark),
    )


def _table_reference(table: str, brackets: str, text: str) -> TableReference | None:
    """`[Column]`, `[[#This Row],[Column]]`, `[[First]:[Last]]`, `[#All]`, `[@Column]`."""
    inner = brackets[1:-1].strip()
    items: set[str] = set()
    if inner.startswith("@"):
        items.add("#this row")
        inner = inner[1:]
    parts = _bracketed(inner) if inner.startswith("[") else ([inner] if inner else [])
    if parts is None or (not inner.startswith("[") and _unescaped_bracket(inner)):
        return None
    columns = []
    for part in parts:
        if part.startswith("#"):
            items.add(part.casefold())
        else:
            columns.append(_plain(part))
    if len(columns) > 2 or items - _ITEMS:
        return None
    return TableReference(table, frozenset(items), tuple(columns), text)


_ITEMS = {"#this row", "#all", "#data", "#headers", "#totals"}


def _bracketed(inner: str) -> list[str] | None:
    """The parts of `[a],[b]:[c]`; an apostrophe takes the meaning from the next letter."""
    parts, place = [], 0
    while place < len(inner):
        if inner[place] in ",: ":
            place += 1
            continue
        found = _PART.match(inner, place)
        if found is None:
            return None
        parts.append(found[1] if found[1] is not None else found[2])
        place = found.end()
    return parts


def _unescaped_bracket(name: str) -> bool:
    return re.search(r"(?<!')[\[\]]", name) is not None


def _plain(name: str) -> str:
    return re.sub(r"'(.)", r"\1", name)
