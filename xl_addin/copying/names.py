"""Defined names of the copy: those that stand for cells that survive, and print areas.

A name that holds a constant, a text, or a relative reference does not go along, and neither does
one whose own wording is a forbidden value. Comments on names are never written.
Source: ECMA-376 part 1, 18.2.5. Proved in tests/xl_addin/copying/test_make_copy.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from xl_addin.copying.formula_parsing import Parsed, Reference, TableReference, parse
from xl_addin.copying.reference_map import Home, ReferenceMap, area_of, sheet_prefix
from xl_addin.copying.report import Tally
from xl_addin.copying.screening import Screen
from xl_addin.copying.sheet_map import SheetMap
from xl_addin.copying.xml_writing import child, children, is_true, quoted
from xl_addin.package.references import Area, column_letters

_BUILT_IN = "_xlnm."
_AREA, _TITLES = "_xlnm.Print_Area", "_xlnm.Print_Titles"


@dataclass(frozen=True)
class DefinedName:
    """A name of the master; `sheet` is empty where it holds for the whole workbook."""

    name: str
    sheet: str
    parsed: Parsed
    hidden: bool


def defined_names(references: ReferenceMap) -> Iterator[DefinedName]:
    """The names of the master, those of sheets that no longer are in the file left out."""
    master = references.book.master
    order = master.sheet_order
    for element in children(child(master.workbook, "definedNames"), "definedName"):
        text, place = element.text or "", element.get("localSheetId")
        if is_true(element.get("function")) or is_true(element.get("vbProcedure")):
            continue
        if place is not None and int(place) >= len(order):
            continue
        yield DefinedName(
            element.get("name", ""),
            "" if place is None else order[int(place)],
            parse(text, 1, 1),
            is_true(element.get("hidden")),
        )


class Names:
    """Brings names over; what survives is told to the `ReferenceMap`, which formulas ask."""

    def __init__(self, references: ReferenceMap, screen: Screen, tally: Tally) -> None:
        self.references, self.screen = references, screen
        self._written: list[tuple[str, str, str, bool]] = []
        pending = list(defined_names(references))
        while pending:  # a name may stand on another
            left = [name for name in pending if not self._take(name)]
            if len(left) == len(pending):
                break
            pending = left
        tally.drop("names", sum(self._is_missed(name) for name in pending))

    def _take(self, name: DefinedName) -> bool:
        if name.name.startswith(_BUILT_IN):
            return self._take_print_setting(name)
        plans = self.references.book.plans
        if name.sheet and name.sheet.casefold() not in plans:
            return False
        if not _only_places(name.parsed) or self.screen.finds(name.name.replace("_", " ")):
            return False
        if self.screen.finds(name.name) or self.screen.finds_in(name.parsed):
            return False
        mapped = self.references.formula(name.parsed, Home(name.sheet, 1, 1))
        if mapped is None:
            return False
        self.references.names[name.sheet.casefold(), name.name.casefold()] = mapped.places
        self._written.append((name.name, name.sheet, mapped.text, name.hidden))
        return True

    def _is_missed(self, name: DefinedName) -> bool:
        """Whether a lost name stood for a constant or for something on a sheet that is here."""
        if name.hidden or name.sheet or name.name.startswith("_"):
            return False
        here = self.references.book
        used = [operand for operand, _ in name.parsed.operands]
        return not used or any(
            (isinstance(operand, Reference) and (operand.sheet or "").casefold() in here.plans)
            or (isinstance(operand, TableReference) and operand.table.casefold() in here.tables)
            for operand in used
        )

    def _take_print_setting(self, name: DefinedName) -> bool:
        plan = self.references.book.plans.get(name.sheet.casefold())
        if plan is None or name.name not in (_AREA, _TITLES):
            return False
        areas = [
            _printed(operand, plan.map, name.sheet)
            for operand, _ in name.parsed.operands
            if isinstance(operand, Reference)
        ]
        said = [area for area in areas if area is not None]
        if said:
            self._written.append((name.name, name.sheet, ",".join(said), False))
        return True

    def xml(self, places: dict[str, int]) -> str:
        """The element of the workbook part; `places` counts the copy's sheets by name, from 0."""
        items = []
        for name, sheet, text, hidden in sorted(self._written, key=lambda one: one[:2]):
            local = f' localSheetId="{places[sheet.casefold()]}"' if sheet else ""
            mark = ' hidden="1"' if hidden else ""
            items.append(
                f'<definedName name="{quoted(name)}"{local}{mark}>{escape(text)}</definedName>'
            )
        return f"<definedNames>{''.join(items)}</definedNames>" if items else ""


def _only_places(parsed: Parsed) -> bool:
    """Whether a name stands for cells, not for constants or texts, and always for the same."""
    if not parsed.operands or any(literal.is_text for literal in parsed.literals):
        return False
    ends = [
        end
        for operand, _ in parsed.operands
        if isinstance(operand, Reference)
        for end in (operand.first, operand.last)
        if end is not None
    ]
    return all(
        (end.row is None or end.row_fixed) and (end.column is None or end.column_fixed)
        for end in ends
    )


def _printed(reference: Reference, where: SheetMap, sheet: str) -> str | None:
    """A print area or repeated rows or columns in the copy."""
    area = area_of(reference, Home(sheet, 1, 1))
    new = None if area is None else where.area(area)
    return None if new is None else f"{sheet_prefix(where.name)}!{_fixed(new, reference)}"


def _fixed(area: Area, reference: Reference) -> str:
    rows = reference.first.row is not None
    columns = reference.first.column is not None
    first = f"${column_letters(area.first_column)}" * columns + f"${area.first_row}" * rows
    last = f"${column_letters(area.last_column)}" * columns + f"${area.last_row}" * rows
    return f"{first}:{last}"
