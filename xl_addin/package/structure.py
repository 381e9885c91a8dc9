"""What a workbook package contains: its sheets, its tables and where their parts are.

Source: ECMA-376 part 1, 18.2 (workbook), 18.5 (tables); both the transitional and the strict
relationship types end in the same words, so only the ends are compared.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from xml.etree import ElementTree

from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.references import Area

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class SheetPart:
    """One worksheet: its name for people and its part in the package."""

    name: str
    part: str


@dataclass(frozen=True)
class TablePart:
    """One Excel table: where it is, its area with header, and its columns as the user sees them."""

    name: str
    part: str
    sheet: SheetPart
    area: Area
    captions: tuple[str, ...]
    calculated: tuple[str | None, ...]
    has_header: bool
    has_totals: bool

    @property
    def first_data_row(self) -> int:
        return self.area.first_row + self.has_header

    @property
    def last_data_row(self) -> int:
        return self.area.last_row - self.has_totals

    @property
    def data_rows(self) -> int:
        return self.last_data_row - self.first_data_row + 1


@dataclass(frozen=True)
class Structure:
    """The sheets and tables of a package, the date system and the names of the shared parts."""

    workbook_part: str
    sheets: tuple[SheetPart, ...]
    tables: tuple[TablePart, ...]
    date1904: bool
    styles_part: str | None
    shared_part: str | None


def read_structure(archive: Archive) -> Structure:
    """Walk the relationships from the package root to every table."""
    try:
        return _read_structure(archive)
    except (ElementTree.ParseError, ValueError, StopIteration) as why:
        raise FileRefused("file.damaged", file=archive.path.name) from why


def _read_structure(archive: Archive) -> Structure:
    if "[Content_Types].xml" not in archive:
        raise FileRefused("file.not_workbook", file=archive.path.name)
    workbook_part = next(
        (t for _, kind, t in relations(archive, "") if kind.endswith("/officeDocument")), None
    )
    if workbook_part is None or workbook_part not in archive:
        raise FileRefused("file.not_workbook", file=archive.path.name)
    root = ElementTree.fromstring(archive.read(workbook_part))
    if _local(root.tag) != "workbook":
        raise FileRefused("file.not_workbook", file=archive.path.name)
    linked = relations(archive, workbook_part)
    targets = {rid: target for rid, kind, target in linked if kind.endswith("/worksheet")}
    sheets = tuple(
        SheetPart(element.get("name", ""), targets[rid])
        for element in root.iter()
        if _local(element.tag) == "sheet" and (rid := _relation_id(element)) in targets
    )
    properties = next((e for e in root if _local(e.tag) == "workbookPr"), None)
    return Structure(
        workbook_part,
        sheets,
        tuple(table for sheet in sheets for table in _tables(archive, sheet)),
        properties is not None and properties.get("date1904") in ("1", "true"),
        next((t for _, kind, t in linked if kind.endswith("/styles")), None),
        next((t for _, kind, t in linked if kind.endswith("/sharedStrings")), None),
    )


def relations(archive: Archive, part: str) -> list[tuple[str, str, str]]:
    """(id, type, target part) of every internal relationship of `part` ("" is the package)."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return []
    found = []
    for element in ElementTree.fromstring(archive.read(rels)):
        if element.get("TargetMode") == "External":
            continue
        target = element.get("Target", "")
        absolute = posixpath.normpath(posixpath.join("/" + folder, target))
        found.append((element.get("Id", ""), element.get("Type", ""), absolute.lstrip("/")))
    return found


def _tables(archive: Archive, sheet: SheetPart) -> list[TablePart]:
    linked = [t for _, kind, t in relations(archive, sheet.part) if kind.endswith("/table")]
    return [_table(archive, part, sheet) for part in linked]


def _table(archive: Archive, part: str, sheet: SheetPart) -> TablePart:
    root = ElementTree.fromstring(archive.read(part))
    columns = [e for e in root.iter() if _local(e.tag) == "tableColumn"]
    area = Area.parse(root.get("ref", ""))
    if area is None or len(columns) != area.last_column - area.first_column + 1:
        raise ValueError(part)
    return TablePart(
        root.get("displayName") or root.get("name") or "",
        part,
        sheet,
        area,
        tuple(_unescaped(column.get("name", "")) for column in columns),
        tuple(_calculated(column) for column in columns),
        root.get("headerRowCount", "1") != "0",
        root.get("totalsRowCount", "0") != "0",
    )


def _calculated(column: ElementTree.Element) -> str | None:
    formula = next((e for e in column if _local(e.tag) == "calculatedColumnFormula"), None)
    return None if formula is None or formula.get("array") else formula.text


def _relation_id(element: ElementTree.Element) -> str:
    return next((v for k, v in element.attrib.items() if _local(k) == "id"), "")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)
