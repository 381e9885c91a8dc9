"""How a sheet of a copy is seen and printed: frozen panes, column widths, known footers."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from xl_addin.copying.formula_parsing import MAX_COLUMNS
from xl_addin.copying.report import Tally
from xl_addin.copying.sheet_map import Deleted, SheetMap
from xl_addin.copying.xml_writing import child, children, chosen, is_true, local, tag
from xl_addin.package.cells import escaped
from xl_addin.package.references import Area, cell_name

_VIEW = (
    "showGridLines", "showRowColHeaders", "showZeros", "rightToLeft", "showRuler",
    "showOutlineSymbols", "defaultGridColor", "showWhiteSpace", "zoomScale", "zoomScaleNormal",
)  # fmt: skip
_COLUMN = ("width", "style", "hidden", "bestFit", "customWidth", "outlineLevel", "collapsed")
_CODES = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|[A-Za-z&])')
_SETTINGS = ("differentOddEven", "differentFirst", "scaleWithDoc", "alignWithMargins")
_TEXTS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


def sheet_view(frame: Element, where: SheetMap, active: bool) -> str:
    """The one view of a sheet, with its frozen rows and columns."""
    old = child(child(frame, "sheetViews"), "sheetView")
    said = {} if old is None else chosen(old, _VIEW)
    if active:
        said["tabSelected"] = "1"
    said["workbookViewId"] = "0"
    pane = child(old, "pane")
    return tag("sheetView", said, "" if pane is None else _pane(pane, old, where))


def _pane(pane: Element, view: Element | None, where: SheetMap) -> str:
    """Frozen panes over what is left of them; a split that is not frozen is let go."""
    if pane.get("state") not in ("frozen", "frozenSplit"):
        return ""
    start = Area.parse(view.get("topLeftCell", "A1") if view is not None else "A1")
    top, left = (start.first_row, start.first_column) if start else (1, 1)
    columns = _left_over(where.columns, left, pane.get("xSplit", "0"))
    rows = _left_over(where.rows, top, pane.get("ySplit", "0"))
    if not columns and not rows:
        return ""
    said = {"xSplit": str(columns)} if columns else {}
    said |= {"ySplit": str(rows)} if rows else {}
    said["topLeftCell"] = cell_name(rows + 1, columns + 1)
    names = {(True, True): "bottomRight", (True, False): "topRight"}
    active = names.get((bool(columns), bool(rows)), "bottomLeft")
    said |= {"activePane": active, "state": "frozen"}
    return tag("pane", said) + tag("selection", {"pane": active})


def _left_over(numbers: Deleted, start: int, split: str) -> int:
    count = int(float(split))
    left = numbers.shrunk(start, start + count - 1) if count else None
    return left[1] - left[0] + 1 if left else 0


def columns_xml(frame: Element, where: SheetMap, used_styles: set[str]) -> str:
    """The widths and styles of the columns that are left."""
    made = []
    for element in children(child(frame, "cols"), "col"):
        first, last = int(element.get("min", "1")), int(element.get("max", "1"))
        new = where.columns.shrunk(first, min(last, MAX_COLUMNS))
        if new is None:
            continue
        said = chosen(element, _COLUMN)
        used_styles.add(said.get("style", ""))
        made.append(tag("col", {"min": str(new[0]), "max": str(new[1]), **said}))
    return tag("cols", {}, "".join(made)) if made else ""


def column_widths(frame: Element, where: SheetMap) -> dict[int, float]:
    """Column of the copy to its width in points, for the first few hundred columns."""
    found: dict[int, float] = {}
    for element in children(child(frame, "cols"), "col"):
        first, last = int(element.get("min", "1")), int(element.get("max", "1"))
        new = where.columns.shrunk(first, min(last, MAX_COLUMNS))
        if new is not None:
            hidden = is_true(element.get("hidden"))
            width = 0.0 if hidden else float(element.get("width", "8.43")) * 5.25 + 3.75
            found |= dict.fromkeys(range(new[0], min(new[1], 500) + 1), width)
    return found


def _words(line: str) -> list[str]:
    """What a header or footer says besides page numbers, names of sheets and fonts."""
    pieces = (piece.strip(" ·|/-") for piece in _CODES.split(line))
    return [piece for piece in pieces if piece]


def footer(frame: Element, known: Collection[str], tally: Tally) -> str:
    """Header and footer lines that say only known words, page numbers and names of sheets."""
    element = child(frame, "headerFooter")
    made = []
    ours = {piece for text in known if "&" in text for piece in _words(text)}
    for inner in element if element is not None else ():
        if local(inner) not in _TEXTS or not inner.text:
            continue
        words = _words(inner.text)
        if "&G" not in inner.text and all(word in known or word in ours for word in words):
            made.append(f"<{local(inner)}>{escaped(inner.text)}</{local(inner)}>")
        else:
            tally.drop("footers")
    if not made or element is None:
        return ""
    return tag("headerFooter", chosen(element, _SETTINGS), "".join(made))
