"""A worksheet part of a copy: rows, and around them what the whitelist names, in schema order.

Source: ECMA-376 part 1, 18.3.1.99 (worksheet). Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from xl_addin.copying.book_map import SheetPlan
from xl_addin.copying.charts import ChartFrame, chart_xml
from xl_addin.copying.fates import FormulaWriter
from xl_addin.copying.formula_parsing import parse
from xl_addin.copying.links import SheetLinks
from xl_addin.copying.notes import Note
from xl_addin.copying.reference_map import Home, ReferenceMap
from xl_addin.copying.report import Tally
from xl_addin.copying.rules import SheetRules
from xl_addin.copying.screening import Screen
from xl_addin.copying.sheet_cells import SheetCells
from xl_addin.copying.view import column_widths, columns_xml, footer, sheet_view
from xl_addin.copying.xml_writing import (
    DECLARATION,
    MAIN,
    OFFICE,
    attributes,
    child,
    children,
    chosen,
    rewritten,
    tag,
)
from xl_addin.package.references import Area

_PROPERTIES = frozenset({"tabColor", "outlinePr", "pageSetUpPr"})
_FORMAT = (
    "baseColWidth", "defaultColWidth", "defaultRowHeight", "customHeight", "thickTop",
    "thickBottom", "outlineLevelRow", "outlineLevelCol",
)  # fmt: skip
_PROTECTION = (
    "algorithmName", "hashValue", "saltValue", "spinCount", "password", "sheet", "objects",
    "scenarios", "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows",
    "insertHyperlinks", "deleteColumns", "deleteRows", "selectLockedCells", "sort",
    "autoFilter", "pivotTables", "selectUnlockedCells",
)  # fmt: skip
_MARGINS = ("left", "right", "top", "bottom", "header", "footer")
_PRINT = (
    "horizontalCentered", "verticalCentered", "headings", "gridLines", "gridLinesSet",
)  # fmt: skip
_PAGE = (
    "paperSize", "scale", "firstPageNumber", "fitToWidth", "fitToHeight", "pageOrder",
    "orientation", "blackAndWhite", "draft", "cellComments", "useFirstPageNumber", "errors",
)  # fmt: skip
_IGNORED = (
    "evalError", "twoDigitTextYear", "numberStoredAsText", "formula", "formulaRange",
    "unlockedFormula", "emptyCellReference", "listDataValidation", "calculatedColumn",
)  # fmt: skip
_LEFT_OUT = {"oleObjects": "objects", "controls": "objects", "protectedRanges": "ranges"}


@dataclass
class WrittenSheet:
    """A finished sheet: its XML, and what hangs on it."""

    xml: str = ""
    notes: list[Note] = field(default_factory=list)
    charts: list[tuple[ChartFrame, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    used_dxfs: set[int] = field(default_factory=set)
    uses_dynamic: bool = False


class SheetWriter:
    """Writes one sheet."""

    def __init__(
        self,
        plan: SheetPlan,
        cells: SheetCells,
        formulas: FormulaWriter,
        references: ReferenceMap,
        screen: Screen,
        tally: Tally,
    ) -> None:
        self.plan, self.cells, self.formulas = plan, cells, formulas
        self.references, self.screen, self.tally = references, screen, tally
        self.frame = plan.master.frame
        self.rules = SheetRules(references, screen, plan, tally)
        self.links = SheetLinks(references, screen, plan, tally, cells.writer.hides_in)

    def write(self, active: bool) -> WrittenSheet:
        """The whole sheet; rows first, because they tell what the rest may say."""
        sheet = WrittenSheet()
        data = "".join(self._rows())
        sheet.notes = self._notes()
        sheet.charts = self._charts()
        body = "".join(self._around(f"<sheetData>{data}</sheetData>", active, sheet))
        said = {"xmlns": MAIN, "xmlns:r": OFFICE}
        sheet.xml = f"{DECLARATION}<worksheet{attributes(said)}>{body}</worksheet>"
        sheet.links = self.links.addresses
        sheet.used_dxfs = self.rules.used_dxfs
        sheet.uses_dynamic = self.formulas.uses_dynamic
        for name, kind in _LEFT_OUT.items():
            self.tally.drop(kind, len(children(self.frame, name)))
        return sheet

    def _rows(self) -> Iterator[str]:
        moved, formula = self.plan.map.rows.moved, self.formulas.xml
        for row, pieces in self.cells.rows.items():
            said = self.cells.attributes(row)
            if not isinstance(pieces, str):
                pieces = "".join(p if isinstance(p, str) else formula(p) for p in pieces)
            if pieces:
                yield f'<row r="{moved(row)}"{said}>{pieces}</row>'
            elif said:
                yield f'<row r="{moved(row)}"{said}/>'

    def _notes(self) -> list[Note]:
        """Notes of the master on cells that show, and those on lost formulas, by cell."""
        found = {(note.row, note.column): note for note in self._notes_of_master()}
        for note in self.formulas.notes():
            old = found.get((note.row, note.column))
            if old is not None:
                content = f'{old.content}<r><t xml:space="preserve">\n\n</t></r>{note.content}'
                size = (max(old.size[0], note.size[0]), old.size[1] + note.size[1] + 13)
                said = f"{old.text}\n\n{note.text}"
                self.screen.known |= {said}
                note = Note(note.row, note.column, _as_runs(content), said, size, old.fill)
            found[note.row, note.column] = note
        return [found[place] for place in sorted(found)]

    def _notes_of_master(self) -> Iterator[Note]:
        for note in self.plan.master.notes:
            where = self.plan.map
            if not where.shows(note.row, note.column):
                continue
            if note.of_thread:
                continue  # counted as a thread
            if not self._note_may_stay(note):
                self.tally.drop("notes")
                continue
            row, column = where.rows.moved(note.row), where.columns.moved(note.column)
            yield Note(row, column, note.content, note.text, note.size, note.fill)

    def _note_may_stay(self, note: Note) -> bool:
        band = self.plan.band(note.row)
        treatment = band.columns.get(note.column) if band else None
        if callable(treatment) or self.cells.writer.hides_in(note.text):
            return False
        if treatment is None and self.plan.ours and note.text not in self.screen.known:
            return False
        return not self.screen.finds(note.text)

    def _charts(self) -> list[tuple[ChartFrame, str]]:
        home = Home(self.plan.master.name.casefold(), 1, 1)

        def mapped(text: str) -> str | None:
            found = self.references.formula(parse(text.removeprefix("="), 1, 1), home)
            return None if found is None else found.text

        found = []
        for frame in self.plan.master.charts:
            xml = chart_xml(frame.root, mapped)
            if xml is None:
                self.tally.drop("charts")
            else:
                found.append((frame, xml))
        for kind, count in self.plan.master.left_behind.items():
            self.tally.drop(kind, count)
        return found

    def _around(self, data: str, active: bool, sheet: WrittenSheet) -> Iterator[str]:
        """Everything in the order of the schema."""
        frame = self.frame
        looks = "".join(rewritten(e, _PROPERTIES) for e in _inner(frame, "sheetPr"))
        yield tag("sheetPr", {}, looks) if looks else ""
        yield tag("sheetViews", {}, sheet_view(frame, self.plan.map, active))
        yield self._simple("sheetFormatPr", _FORMAT)
        yield columns_xml(frame, self.plan.map, self.cells.writer.used_styles)
        yield data
        yield self._simple("sheetProtection", _PROTECTION)
        yield self._filter()
        yield self._merged()
        yield self.rules.conditional_formats()
        yield self.rules.validations()
        self.rules.sparklines()
        yield self.links.xml()
        yield self._simple("printOptions", _PRINT)
        yield self._simple("pageMargins", _MARGINS)
        yield self._simple("pageSetup", _PAGE)
        yield footer(frame, self.screen.known, self.tally)
        yield self._ignored()
        yield from self._hangs_on(sheet)
        yield self.rules.extension_list()

    def _simple(self, name: str, names: tuple[str, ...]) -> str:
        element = child(self.frame, name)
        said = {} if element is None else chosen(element, names)
        return tag(name, said) if said else ""

    def _filter(self) -> str:
        """The filter of a sheet without its criteria."""
        element = child(self.frame, "autoFilter")
        area = None if element is None else Area.parse(element.get("ref", ""))
        new = None if area is None else self.plan.map.area(area)
        return "" if new is None else tag("autoFilter", {"ref": str(new)})

    def _merged(self) -> str:
        cells = children(child(self.frame, "mergeCells"), "mergeCell")
        areas = [Area.parse(cell.get("ref", "")) for cell in cells]
        new = [self.plan.map.area(area) for area in areas if area is not None]
        left = [tag("mergeCell", {"ref": str(a)}) for a in new if a and not a.is_one_cell]
        return tag("mergeCells", {"count": str(len(left))}, "".join(left)) if left else ""

    def _ignored(self) -> str:
        made = []
        for element in children(child(self.frame, "ignoredErrors"), "ignoredError"):
            areas = [Area.parse(one) for one in element.get("sqref", "").split()]
            new = [self.plan.map.area(area) for area in areas if area is not None]
            sqref = " ".join(str(area) for area in new if area is not None)
            if sqref:
                made.append(tag("ignoredError", {"sqref": sqref} | chosen(element, _IGNORED)))
        return tag("ignoredErrors", {}, "".join(made)) if made else ""

    def _hangs_on(self, sheet: WrittenSheet) -> Iterator[str]:
        if sheet.charts:
            yield '<drawing r:id="rIdDrawing"/>'
        if sheet.notes:
            yield '<legacyDrawing r:id="rIdBoxes"/>'
        count = len(self.plan.tables)
        if count:
            parts = "".join(f'<tablePart r:id="rIdTable{n}"/>' for n in range(1, count + 1))
            yield tag("tableParts", {"count": str(count)}, parts)

    def width(self) -> dict[int, float]:
        """The widths of the copy's columns in points, where they are stated."""
        return column_widths(self.frame, self.plan.map)


def _inner(frame: Element, name: str) -> list[Element]:
    return [inner for element in children(frame, name) for inner in element]


def _as_runs(content: str) -> str:
    """A plain `t` before runs must be a run as well."""
    head, mark, rest = content.partition("<r>")
    return f"<r>{head}</r>{mark}{rest}" if head.startswith("<t") else content
