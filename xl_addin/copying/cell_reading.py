"""Cells of a row of the master, read from its XML; only what a copy may use is taken over.

Source: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.40 (f). Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xl_addin.copying.formula_parsing import End, Parsed, Reference, parse
from xl_addin.package.cells import plain
from xl_addin.package.references import Area, column_number

_CELL = re.compile(r"<c((?:\s[^>]*?)?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_FORMULA = re.compile(r"<f((?:\s[^>]*?)?)(?:/>|>([^<]*)</f>)")
_VALUE = re.compile(r"<v(?:\s[^>]*)?>([^<]*)</v>")
_INLINE = re.compile(r"<is>(.*?)</is>", re.DOTALL)
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)$")

_NOTHING_SAID: dict[str, str] = {}
# A reference to a cell of some row, as a formula filled down has it in every row.
_IN_ROW = re.compile(r"(?<![\w.$\\?'])(\$?[A-Z]{1,3})(\d+)(?![\w.(\[!\\?'])")


@dataclass(frozen=True)
class RawFormula:
    """The formula element of a cell: its text (None where shared) and what it says of itself."""

    text: str | None
    kind: str
    index: str
    area: Area | None
    dynamic: bool


@dataclass(frozen=True)
class RawCell:
    """A cell: style, type, value or inline text as they stand, and its formula."""

    column: int
    style: str
    kind: str
    value: str | None
    inline: str | None
    formula: RawFormula | None
    rich: bool


class UnusualCell(Exception):
    """A row written in a way we do not read."""


def cells_of(row: bytes) -> list[RawCell]:
    """All cells of a row, left to right."""
    text = row.decode()
    found = [_cell(attributes, content) for attributes, content in _CELL.findall(text)]
    if len(found) != text.count("<c ") + text.count("<c>"):
        raise UnusualCell
    return found


def _cell(attributes: str, content: str) -> RawCell:
    said = dict(_ATTRIBUTE.findall(attributes))
    place = _PLACE.match(said.get("r", ""))
    if place is None:
        raise UnusualCell
    value = _VALUE.search(content)
    inline = _INLINE.search(content) if "<is>" in content else None
    formula = _FORMULA.search(content) if "<f" in content else None
    return RawCell(
        column_number(place[1]),
        said.get("s", ""),
        said.get("t", "n"),
        value[1] if value else None,
        inline[1] if inline else None,
        read_formula(formula[1], formula[2], "cm" in said) if formula else None,
        "vm" in said,
    )


def read_formula(attributes: str, text: str | None, dynamic: bool) -> RawFormula:
    """A formula element by its attributes and its text."""
    said = dict(_ATTRIBUTE.findall(attributes)) if attributes else _NOTHING_SAID
    return RawFormula(
        plain(text) if text else None,
        said.get("t", "normal"),
        said.get("si", ""),
        Area.parse(said["ref"]) if "ref" in said else None,
        dynamic,
    )


_SHARED = re.compile(
    rb'<c\b(?=[^>]*?\sr="([A-Z]{1,3})(\d+)")[^>]*><f\b(?=[^>]*?\st="shared")'
    rb'(?=[^>]*?\ssi="(\d+)")[^>]*[^/]>([^<]+)</f>'
)
_ARRAY = re.compile(
    rb'<c\b(?=[^>]*?\sr="([A-Z]{1,3})(\d+)")[^>]*><f\b(?=[^>]*?\st="(?:array|dataTable)")'
    rb'(?=[^>]*?\sref="([^"]*)")'
)


def shared_formulas(data: bytes) -> dict[str, tuple[str, int, int]]:
    """Index of a shared formula to its text and the row and column it is written for."""
    if b'"shared"' not in data:
        return {}
    return {
        index.decode(): (
            plain(text.decode()),
            int(row),
            column_number(letters.decode()),
        )
        for letters, row, index, text in _SHARED.findall(data)
    }


def array_areas(data: bytes) -> dict[tuple[int, int], Area]:
    """Row and column of the cell with an array formula or data table to the area it fills."""
    if b'"array"' not in data and b'"dataTable"' not in data:
        return {}
    found = {}
    for letters, row, ref in _ARRAY.findall(data):
        area = Area.parse(ref.decode())
        if area is not None:
            found[int(row), column_number(letters.decode())] = area
    return found


class FormulaCache:
    """Parses each formula once, however often it was filled down its column."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], Parsed] = {}

    def parsed(self, text: str, row: int, column: int) -> Parsed:
        """The formula `text` of a cell."""
        here = str(row)
        spots = 0

        def marked(found: re.Match[str]) -> str:
            nonlocal spots
            if found[2] != here:
                return found[0]
            spots += 1
            return f"{found[1]}\0"

        key = (column, _IN_ROW.sub(marked, text))
        known = self._known.get(key)
        if known is None:
            known = parse(text, row, column)
            if spots == _own_rows(known) and _moves_as_one(known):
                self._known[key] = known
        return known


def _own_rows(parsed: Parsed) -> int:
    return sum(not end.row_fixed and end.row == 0 for end in _ends(parsed))


def _moves_as_one(parsed: Parsed) -> bool:
    """Whether no corner is at a relative distance of rows, which the text alone does not show."""
    return all(end.row_fixed or not end.row for end in _ends(parsed))


def _ends(parsed: Parsed) -> Iterator[End]:
    for operand, _ in parsed.operands:
        if isinstance(operand, Reference):
            yield operand.first
            if operand.last is not None:
                yield operand.last
