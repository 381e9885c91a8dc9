"""Tell the spreadsheet to calculate when it opens the file, because cells have changed.

Source: ECMA-376 part 1, 18.2.2 (calcPr), 18.6 (calculation chain).
"""

from __future__ import annotations

import posixpath
import re
from xml.etree import ElementTree

from xl_addin.package.archive import Archive
from xl_addin.package.structure import relations

_CALC_PR = re.compile(rb"<calcPr\b([^>]*?)(/?)>")
_ON_LOAD = re.compile(rb'\sfullCalcOnLoad="(\w+)"')
# calcPr follows these in the order the schema wants; the last one present is its neighbour.
_BEFORE = ("definedNames", "externalReferences", "functionGroups", "sheets")


def calculate_on_load(archive: Archive, workbook_part: str) -> dict[str, bytes | None]:
    """The workbook part with fullCalcOnLoad set; nothing where it is set already."""
    xml = archive.read(workbook_part)
    found = _CALC_PR.search(xml)
    if found is None:
        return {workbook_part: _with_calc_pr(xml)}
    flag = _ON_LOAD.search(found[1])
    if flag is not None and flag[1] in (b"1", b"true"):
        return {}
    attributes = _ON_LOAD.sub(b"", found[1]) + b' fullCalcOnLoad="1"'
    new = b"<calcPr" + attributes + found[2] + b">"
    return {workbook_part: xml[: found.start()] + new + xml[found.end() :]}


def calculates_on_load(xml: bytes) -> bool:
    """Whether a workbook part asks for it, whatever way it is written."""
    for element in ElementTree.fromstring(xml):
        if element.tag.rpartition("}")[2] == "calcPr":
            return element.get("fullCalcOnLoad") in ("1", "true")
    return False


def _with_calc_pr(xml: bytes) -> bytes:
    new = b'<calcPr fullCalcOnLoad="1"/>'
    for name in _BEFORE:
        end = b"</%b>" % name.encode()
        if end in xml:
            place = xml.rindex(end) + len(end)
            return xml[:place] + new + xml[place:]
    return xml


def without_calculation_chain(archive: Archive, workbook_part: str) -> dict[str, bytes | None]:
    """The parts without the calculation chain; Excel makes a new one when it opens the file.

    A chain that names a cell without a formula is what Excel calls damage.
    """
    chain = next(
        (t for _, k, t in relations(archive, workbook_part) if k.endswith("/calcChain")), None
    )
    if chain is None:
        return {}
    folder, name = posixpath.split(workbook_part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    return {
        chain: None,
        rels: re.sub(rb"<Relationship\b[^>]*/calcChain\"[^>]*/>", b"", archive.read(rels)),
        "[Content_Types].xml": re.sub(
            rb'<Override\b[^>]*PartName="/%b"[^>]*/>' % re.escape(chain.encode()),
            b"",
            archive.read("[Content_Types].xml"),
        ),
    }
