"""Charts: read from the drawings of the master, written anew over the cells of the copy.

A chart keeps its looks and the references that survive. What it remembers of its cells (caches,
literal values, labels typed for single points) is left out; the program that opens the copy
reads the cells anew. Pictures, shapes and text boxes are counted and stay behind.
Source: ECMA-376 part 1, 20.5 (spreadsheet drawings), 21.2 (charts).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from xl_addin.copying.chart_names import CHART_NAMES, TEXT_NAMES
from xl_addin.copying.relations import Relations
from xl_addin.copying.sheet_map import SheetMap
from xl_addin.copying.xml_writing import (
    CHART,
    DECLARATION,
    DRAWING,
    OFFICE,
    SHEET_DRAWING,
    child,
    local,
    namespace,
    rewritten,
)
from xl_addin.package.archive import Archive

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_SHAPES = {
    "sp": "shapes",
    "cxnSp": "shapes",
    "grpSp": "shapes",
    "contentPart": "shapes",
    "AlternateContent": "shapes",
    "graphicFrame": "shapes",
}
_CACHES = ("numCache", "strCache", "multiLvlStrCache")
_LITERALS = ("numLit", "strLit")

# From the formula of a reference to what it is in the copy; None where it is gone.
MapFormula = Callable[[str], str | None]


@dataclass(frozen=True)
class Corner:
    """A corner of an anchor: column and row from 0, and the offsets into them."""

    column: int
    column_offset: int
    row: int
    row_offset: int


@dataclass(frozen=True)
class ChartFrame:
    """A chart and where it lies; `to` or the `extent` (in EMU) says how large it is."""

    root: Element
    start: Corner
    to: Corner | None
    extent: tuple[int, int]


def read_charts(archive: Archive, relations: Relations) -> tuple[list[ChartFrame], Counter[str]]:
    """The charts on a sheet and a count of what else is drawn there."""
    part = relations.first("drawing")
    if part is None:
        return [], Counter()
    linked = Relations(archive, part)
    charts, others = [], Counter[str]()
    for anchor in ElementTree.fromstring(archive.read(part)):
        if local(anchor) not in _ANCHORS:
            others["shapes"] += 1
            continue
        target = _chart_part(anchor, linked)
        if target is not None:
            charts.append(_frame(anchor, ElementTree.fromstring(archive.read(target))))
            continue
        kinds = {_SHAPES[local(e)] for e in anchor if local(e) in _SHAPES}
        others.update(kinds)
    return charts, others


def _chart_part(anchor: Element, linked: Relations) -> str | None:
    frame = child(anchor, "graphicFrame")
    for element in frame.iter() if frame is not None else ():
        if local(element) == "chart" and namespace(element) == CHART:
            identity = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
            kind, part = linked.target(identity)
            return part if kind == "chart" else None
    return None


def _frame(anchor: Element, root: Element) -> ChartFrame:
    extent = child(anchor, "ext")
    start, to = child(anchor, "from"), child(anchor, "to")
    size = (4_572_000, 2_743_200)
    if extent is not None:
        size = int(extent.get("cx", size[0])), int(extent.get("cy", size[1]))
    return ChartFrame(
        root,
        Corner(0, 0, 0, 0) if start is None else _corner(start),
        None if to is None else _corner(to),
        size,
    )


def _corner(element: Element) -> Corner:
    found = {local(inner): int(inner.text or 0) for inner in element}
    names = ("col", "colOff", "row", "rowOff")
    column, column_offset, row, row_offset = (found.get(name, 0) for name in names)
    return Corner(column, column_offset, row, row_offset)


def drawing_xml(frames: list[ChartFrame], where: SheetMap) -> str:
    """The drawing of a sheet; its charts are the relations rId1, rId2 ..."""
    anchors = "".join(_anchor(frame, where, n) for n, frame in enumerate(frames, 1))
    return (
        f'{DECLARATION}<xdr:wsDr xmlns:xdr="{SHEET_DRAWING}" xmlns:a="{DRAWING}">{anchors}'
        "</xdr:wsDr>"
    )


def _anchor(frame: ChartFrame, where: SheetMap, number: int) -> str:
    column = where.columns.moved(frame.start.column + 1) - 1
    row = where.rows.moved(frame.start.row + 1) - 1
    start = _corner_xml(
        "from", Corner(column, frame.start.column_offset, row, frame.start.row_offset)
    )
    graphic = _GRAPHIC.format(number=number, identity=number + 1, CHART=CHART, OFFICE=OFFICE)
    if frame.to is None:
        size = f'<xdr:ext cx="{frame.extent[0]}" cy="{frame.extent[1]}"/>'
        return f"<xdr:oneCellAnchor>{start}{size}{graphic}</xdr:oneCellAnchor>"
    to = Corner(
        column + max(frame.to.column - frame.start.column, 0),
        frame.to.column_offset,
        row + max(frame.to.row - frame.start.row, 0),
        frame.to.row_offset,
    )
    return f"<xdr:twoCellAnchor>{start}{_corner_xml('to', to)}{graphic}</xdr:twoCellAnchor>"


def _corner_xml(name: str, corner: Corner) -> str:
    return (
        f"<xdr:{name}><xdr:col>{corner.column}</xdr:col><xdr:colOff>{corner.column_offset}"
        f"</xdr:colOff><xdr:row>{corner.row}</xdr:row><xdr:rowOff>{corner.row_offset}"
        f"</xdr:rowOff></xdr:{name}>"
    )


_GRAPHIC = (
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{identity}" '
    'name="Chart {number}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{CHART}">'
    '<c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="rId{number}"/></a:graphicData>'
    "</a:graphic></xdr:graphicFrame><xdr:clientData/>"
)


def chart_xml(root: Element, mapped: MapFormula) -> str | None:
    """A chart part over the references that survive; None when no series is left."""
    if child(root, "pivotSource") is not None:
        return None
    copy = ElementTree.fromstring(ElementTree.tostring(root))
    _strip(copy, mapped)
    if not any(local(element) == "ser" for element in copy.iter()):
        return None
    inner = "".join(rewritten(e, CHART_NAMES, TEXT_NAMES) for e in copy)
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}">{inner}</c:chartSpace>'
    )


def _strip(element: Element, mapped: MapFormula) -> None:
    """Take out what remembers cells, and every part whose reference is gone."""
    for place, inner in reversed(list(enumerate(element))):
        if local(inner) in (*_CACHES, *_LITERALS) or _is_gone(inner, mapped):
            element.remove(inner)
            if local(inner) == "title" and local(element) == "chart":
                _never_titled(element, place)
        else:
            _strip(inner, mapped)
    if local(element) == "f":
        element.text = mapped(element.text or "")


def _never_titled(chart: Element, place: int) -> None:
    """A chart that lost its title gets none; it would show the name of its series."""
    for old in [e for e in chart if local(e) == "autoTitleDeleted"]:
        chart.remove(old)
    chart.insert(place, Element(f"{{{CHART}}}autoTitleDeleted", {"val": "1"}))


def _is_gone(element: Element, mapped: MapFormula) -> bool:
    """A series without its values; a title, label or axis text whose cell is gone."""
    name = local(element)
    if name == "ser":
        values = child(element, "val")
        return not _survives(values if values is not None else child(element, "yVal"), mapped)
    if name in ("cat", "xVal", "bubbleSize", "minus", "plus"):
        return not _survives(element, mapped)
    if name == "title":
        return _reference(element) is not None and not _survives(element, mapped)
    if name == "tx":  # typed text has no reference and may stay
        return _reference(element) is not None and not _survives(element, mapped)
    return name == "dLbl" and child(element, "tx") is not None


def _survives(element: Element | None, mapped: MapFormula) -> bool:
    formula = None if element is None else _reference(element)
    return formula is not None and mapped(formula) is not None


def _reference(element: Element) -> str | None:
    found = next((e for e in element.iter() if local(e) == "f"), None)
    return None if found is None else found.text or ""
