"""Formats and theme of a copy: the master's looks without its words.

Cell formats keep their numbers, so cells keep theirs. Formats no cell of the copy uses become the
plain one, because a number format can carry words; named styles, lists of recent colours and
extensions are not taken over. A table style of the user's own gets a name of ours.
Source: ECMA-376 part 1, 18.8 (styles), 20.1.6 (themes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from xl_addin.copying.xml_writing import (
    DECLARATION,
    DRAWING,
    MAIN,
    child,
    children,
    chosen,
    local,
    rewritten,
    tag,
)

FONT_NAMES = frozenset(
    {"font", "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"}
    | {"sz", "color", "name", "family", "charset", "scheme"}
)
_FILL_NAMES = frozenset(
    {"fill", "patternFill", "fgColor", "bgColor", "gradientFill", "stop", "color"}
)
_BORDER_NAMES = frozenset(
    {"border", "left", "right", "start", "end", "top", "bottom", "diagonal", "vertical"}
    | {"horizontal", "color"}
)
_CELL_NAMES = frozenset({"alignment", "protection"})
FORMAT_NAMES = FONT_NAMES | _FILL_NAMES | _BORDER_NAMES | _CELL_NAMES | {"dxf", "numFmt"}
_XF = ("numFmtId", "fontId", "fillId", "borderId", "quotePrefix", "applyNumberFormat", "applyFont")
_XF_REST = ("applyFill", "applyBorder", "applyAlignment", "applyProtection")
_PLAIN_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
_BUILT_IN = re.compile(r"(?:TableStyle(?:Light|Medium|Dark)\d{1,2}|None)$")
# Words between quotes, a letter behind a stroke, and what stands for digits and the text itself.
_SHOWN = re.compile(r'"([^"]*)"|\\(.)|[#0?@]', re.DOTALL)
_NO_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill></fills>'
    "<borders><border/></borders>"
    '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>'
)


class MasterStyles:
    """The styles part of the master; `xml` makes that of a copy."""

    def __init__(self, part: bytes | None) -> None:
        root = ElementTree.fromstring(part or _NO_STYLES.encode())
        self._fonts = [rewritten(e, FONT_NAMES) for e in children(child(root, "fonts"), "font")]
        self._fills = [rewritten(e, _FILL_NAMES) for e in children(child(root, "fills"), "fill")]
        borders = children(child(root, "borders"), "border")
        self._borders = [rewritten(e, _BORDER_NAMES) for e in borders]
        self._formats = {
            e.get("numFmtId", ""): e.get("formatCode", "")
            for e in children(child(root, "numFmts"), "numFmt")
        }
        self._xfs = [_xf(e) for e in children(child(root, "cellXfs"), "xf")] or [("0", _PLAIN_XF)]
        self._dxfs = children(child(root, "dxfs"), "dxf")
        styles = children(child(root, "tableStyles"), "tableStyle")
        self._table_styles = {e.get("name", ""): e for e in styles}
        self._indexed = "".join(
            rewritten(e, {"indexedColors", "rgbColor"})
            for e in children(child(root, "colors"), "indexedColors")
        )

    @property
    def dxf_count(self) -> int:
        return len(self._dxfs)

    def table_style(self, name: str) -> str:
        """The name of a table style in the copy; empty for one that does not exist."""
        if _BUILT_IN.match(name):
            return name
        names = sorted(self._table_styles)
        return f"Style {names.index(name) + 1}" if name in self._table_styles else ""

    def xml(
        self,
        used: Iterable[str],
        used_dxfs: Collection[int],
        table_styles: Iterable[str] = (),
        added: Added | None = None,
        finds: Callable[[str], bool] = lambda _: False,
    ) -> str:
        """The styles part for a copy that uses these formats of the master.

        A number format with words that `finds` finds shows the plain number.
        """
        kept = {int(style) for style in used if style} | {0}
        xfs = [xf if n in kept else _PLAIN_XF for n, (_, xf) in enumerate(self._xfs)]
        custom = [self._table_styles[n] for n in set(table_styles) & self._table_styles.keys()]
        shown = {*used_dxfs, *(_dxf_of(e) for style in custom for e in style)}
        fonts, fills = list(self._fonts), list(self._fills)
        if added is not None:
            places = {f"font{n}": len(fonts) + n for n in range(len(added.fonts))}
            xfs += [xf.format(**places, fill=len(fills)) for xf in added.xfs]
            fonts += added.fonts
            fills += added.fills
        return "".join(
            (
                f'{DECLARATION}<styleSheet xmlns="{MAIN}">',
                _list("numFmts", self._number_formats(kept, finds)),
                _list("fonts", fonts),
                _list("fills", fills),
                _list("borders", self._borders),
                f'<cellStyleXfs count="1">{_PLAIN_XF.replace(_XF_ID, "")}</cellStyleXfs>',
                _list("cellXfs", xfs),
                '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
                "</cellStyles>",
                _list("dxfs", self._differential(shown, finds)),
                _list("tableStyles", [self._table_style_xml(e) for e in custom]),
                f"<colors>{self._indexed}</colors>" if self._indexed else "",
                "</styleSheet>",
            )
        )

    def _differential(self, shown: Collection[int], finds: Callable[[str], bool]) -> list[str]:
        """The formats of rules and tables; those no rule of the copy shows are left blank."""
        return [
            rewritten(e, FORMAT_NAMES) if n in shown and not _says(e, finds) else "<dxf/>"
            for n, e in enumerate(self._dxfs)
        ]

    def _number_formats(self, kept: Collection[int], finds: Callable[[str], bool]) -> list[str]:
        """The number formats that cells of the copy use."""
        numbers = {self._xfs[n][0] for n in kept if n < len(self._xfs)}
        return [
            tag(
                "numFmt",
                {"numFmtId": number, "formatCode": "General" if _tells(code, finds) else code},
            )
            for number, code in self._formats.items()
            if number in numbers
        ]

    @property
    def cell_formats(self) -> int:
        """How many there are; formats added to a copy are numbered from here."""
        return len(self._xfs)

    def _table_style_xml(self, style: Element) -> str:
        said = {"name": self.table_style(style.get("name", "")), "pivot": "0"}
        inner = [rewritten(e, {"tableStyleElement"}) for e in style]
        return tag("tableStyle", said | {"count": str(len(inner))}, "".join(inner))


_XF_ID = ' xfId="0"'


class Added:
    """Formats that a copy adds; in `xfs` {font0}, {font1} ... and {fill} stand for added ones."""

    def __init__(self, fonts: list[str], fills: list[str], xfs: list[str]) -> None:
        self.fonts, self.fills, self.xfs = fonts, fills, xfs


def _xf(element: Element) -> tuple[str, str]:
    """(id of its number format, the format itself, hung on the style Normal)."""
    said = chosen(element, _XF + _XF_REST)
    inner = "".join(rewritten(e, _CELL_NAMES) for e in element)
    return said.get("numFmtId", "0"), tag("xf", said | {"xfId": "0"}, inner)


def _says(element: Element, finds: Callable[[str], bool]) -> bool:
    return any(_tells(inner.get("formatCode", ""), finds) for inner in element.iter())


def _tells(code: str, finds: Callable[[str], bool]) -> bool:
    """Whether a number format shows such words, also where its letters are marked one by one."""
    return finds(code) or finds(_SHOWN.sub(_shown, code))


def _shown(found: re.Match[str]) -> str:
    return next((words for words in found.groups() if words is not None), " ")


def _dxf_of(element: Element) -> int:
    return int(element.get("dxfId", "-1"))


def _list(name: str, items: list[str]) -> str:
    return tag(name, {"count": str(len(items))}, "".join(items)) if items else ""


_COLOURS = frozenset(
    {"clrScheme", "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4"}
    | {"accent5", "accent6", "hlink", "folHlink", "srgbClr", "sysClr"}
)
_FONTS = frozenset({"fontScheme", "majorFont", "minorFont", "latin", "ea", "cs", "font"})
_EFFECTS = frozenset(
    {"fmtScheme", "fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst", "solidFill"}
    | {"gradFill", "gsLst", "gs", "lin", "path", "fillToRect", "tileRect", "schemeClr", "tint"}
    | {"shade", "satMod", "lumMod", "lumOff", "alpha", "ln", "prstDash", "miter", "round"}
    | {"effectStyle", "effectLst", "outerShdw", "srgbClr", "scene3d", "camera", "lightRig", "rot"}
    | {
        "sp3d",
        "bevelT",
        "noFill",
        "headEnd",
        "tailEnd",
        "innerShdw",
        "hueMod",
        "sysClr",
        "scrgbClr",
    }
)


def theme_xml(part: bytes | None) -> str | None:
    """The colours, fonts and effects of a theme under a name of ours; None where one is missing."""
    if part is None:
        return None
    elements = child(ElementTree.fromstring(part), "themeElements")
    wanted = {"clrScheme": _COLOURS, "fontScheme": _FONTS, "fmtScheme": _EFFECTS}
    found = {}
    for element in elements if elements is not None else ():
        name = local(element)
        if name in wanted and "blip" not in {local(inner) for inner in element.iter()}:
            element.set("name", "Office")
            found[name] = rewritten(element, wanted[name])
    if len(found) != len(wanted):
        return None
    inner = "".join(found[name] for name in wanted)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="Office">'
        f"<a:themeElements>{inner}</a:themeElements></a:theme>"
    )
