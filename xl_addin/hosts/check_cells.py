"""The named cells of the sheet Checks in a closed workbook: their formulas and stored values.

Read straight from the package: calamine gives values without formulas, and a sheet this small
can be parsed whole. Source: ECMA-376 part 1, 18.2.5 (definedName), 18.3.1.4 (c), 18.3.1.40 (f).
Proved in tests/xl_addin/hosts/test_check_cells.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from xl_addin.checks import RESULT, TEST
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.sheet_values import SharedStrings, Unusual, shared_strings
from xl_addin.package.structure import Structure, read_structure

_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^!']+))!\$?([A-Z]{1,3})\$?(\d+)$")
Element = ElementTree.Element


def read_check_cells(path: Path) -> dict[str, tuple[str, Any]]:
    """Name to (formula, stored value) of every cell named test_... or result_...

    A cell without a formula has "", one without a value None; errors are their words. Names that
    point nowhere are left out. Raises `FileRefused` for a file that cannot be read.
    """
    with Archive(path) as archive:
        structure = read_structure(archive)
        try:
            places = dict(_named_places(archive, structure))
            wanted = {sheet for sheet, _ in places.values()}
            read = {
                sheet.name: _cells(archive, sheet.part, structure)
                for sheet in structure.sheets
                if sheet.name in wanted
            }
        except (ElementTree.ParseError, Unusual, ValueError, IndexError) as why:
            raise FileRefused("file.damaged", file=path.name) from why
    return {
        name: read[sheet].get(cell, ("", None))
        for name, (sheet, cell) in places.items()
        if sheet in read
    }


def _named_places(archive: Archive, structure: Structure) -> Iterator[tuple[str, tuple[str, str]]]:
    """Our names with the sheet and the cell they stand for."""
    root = ElementTree.fromstring(archive.read(structure.workbook_part))
    for element in _children(root, "definedName"):
        name = element.get("name", "")
        place = _PLACE.match(element.text or "")
        if name.startswith((TEST, RESULT)) and place is not None:
            quoted, plain, letters, row = place.groups()
            sheet = quoted.replace("''", "'") if quoted else plain
            yield name, (sheet, f"{letters}{row}")


def _cells(archive: Archive, part: str, structure: Structure) -> dict[str, tuple[str, Any]]:
    """Every cell of a sheet by its reference."""
    root = ElementTree.fromstring(archive.read(part))
    texts = shared_strings(archive, structure.shared_part)
    masters: dict[str, str] = {}
    return {
        cell.get("r", ""): (_formula(cell, masters), _value(cell, texts))
        for cell in _children(root, "c")
    }


def _formula(cell: Element, masters: dict[str, str]) -> str:
    """With its "="; a shared formula as its first cell has it, places not moved."""
    element = next(_children(cell, "f"), None)
    if element is None:
        return ""
    written = element.text or masters.get(element.get("si", ""), "")
    if element.get("t") == "shared" and element.text:
        masters[element.get("si", "")] = element.text
    return f"={written}"


def _value(cell: Element, texts: SharedStrings) -> Any:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(element.text or "" for element in _children(cell, "t"))
    element = next(_children(cell, "v"), None)
    if element is None:
        return None
    written = element.text or ""
    if kind == "s":
        return texts[int(written)]
    if kind == "b":
        return written == "1"
    # A blank answer may be stored without saying that it is text.
    return written if kind in ("str", "e") or not written else float(written)


def _children(root: Element, name: str) -> Iterator[Element]:
    """Elements below `root` with this name, in whatever namespace."""
    return (e for e in root.iter() if e.tag.rpartition("}")[2] == name)
