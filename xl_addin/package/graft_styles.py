"""The cell formats of a donor among those of a user's workbook, equal ones found again.

Formats are numbered lists: a cell names a format, the format names a font, a fill and a border.
Only what the grafted sheets use is added, always at the end, so that no number that the user's
cells name changes. Source: ECMA-376 part 1, 18.8 (styles); apply flags 18.8.45.
Proved in tests/xl_addin/package/test_graft_styles.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from xl_addin.package.xml_places import (
    MAIN,
    Edits,
    Node,
    Unusual,
    attribute,
    place_for,
    plain_tree,
    tree,
)

_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
# Ids below are the program's own number formats.
_FIRST_OWN_FORMAT = 164
# Excel cannot open a workbook with more.
MOST_CELL_FORMATS = 65_490
_POINTERS = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}
_APPLIED = ("applyNumberFormat", "applyFont", "applyFill", "applyBorder")
_ON = ("1", "true")
_NUMBER_FORMAT = re.compile(rb'(<numFmt\b[^>]*?\snumFmtId=")(\d+)(")')


class _List:
    """One numbered list of the user's styles and what is added to it."""

    def __init__(self, nodes: list[Node], key: Callable[[Node], object] = Node.key) -> None:
        self._key = key
        self.added: list[bytes] = []
        self.places: dict[object, int] = {}
        for place, node in enumerate(nodes):
            self.places.setdefault(key(node), place)
        self.count = len(nodes)

    def take(self, xml: bytes) -> int:
        """The number of the element `xml`; it is added where there is no equal one."""
        key = self._key(tree(xml))
        if key not in self.places:
            self.places[key] = self.count
            self.added.append(xml)
            self.count += 1
        return self.places[key]


class StyleGraft:
    """Finds or adds formats of the donor in the user's styles; `xml` is the part as it then is."""

    def __init__(self, target: bytes, donor: bytes) -> None:
        self._target, self._donor = target, donor
        self._root = plain_tree(target, MAIN)
        self._theirs = plain_tree(donor, MAIN)
        self._lists = {tag: _List(_held(self._root, tag)) for tag in _POINTERS.values()}
        self._lists["dxfs"] = _List(_held(self._root, "dxfs"))
        self._lists["cellXfs"] = _List(_held(self._root, "cellXfs"), _format_key)
        if not self._lists["cellXfs"].count:
            raise Unusual("cellXfs")
        self._formats = {_code(node): _number(node) for node in _held(self._root, "numFmts")}
        self._new_formats: list[bytes] = []
        self._known: dict[tuple[str, int], int] = {}

    def cell(self, number: int) -> int:
        """The user's number for the donor's cell format `number`."""
        return self._once("cellXfs", number, self._cell_format)

    def differential(self, number: int) -> int:
        """The user's number for the donor's format of a rule or a table (dxf)."""
        return self._once("dxfs", number, self._differential)

    def xml(self) -> bytes:
        """The user's styles with what was added; the same bytes where nothing was."""
        edits = Edits(self._target)
        if self._new_formats:
            count = len(_held(self._root, "numFmts")) + len(self._new_formats)
            self._add(edits, "numFmts", self._new_formats, count)
        for tag in _ORDER:
            if tag in self._lists and self._lists[tag].added:
                self._add(edits, tag, self._lists[tag].added, self._lists[tag].count)
        return edits.result()

    def full(self) -> bool:
        """Whether there are more cell formats than Excel opens."""
        return self._lists["cellXfs"].count > MOST_CELL_FORMATS

    def _add(self, edits: Edits, tag: str, new: list[bytes], count: int) -> None:
        node = self._root.child(tag)
        if node is not None:
            edits.fill(node, b"".join(new), count)
            return
        name = tag.encode()
        whole = b'<%b count="%d">%b</%b>' % (name, count, b"".join(new), name)
        edits.insert(place_for(self._root, _ORDER, tag), whole)

    def _once(self, tag: str, number: int, made: Callable[[Node], bytes]) -> int:
        if (tag, number) not in self._known:
            xml = made(_held(self._theirs, tag)[number])
            self._known[tag, number] = self._lists[tag].take(xml)
        return self._known[tag, number]

    def _cell_format(self, node: Node) -> bytes:
        """A format of the donor that says everything itself, on the user's style Normal."""
        pointers = {"numFmtId": self._number_format(int(node.attributes.get("numFmtId", 0)))}
        for name, tag in _POINTERS.items():
            own = _held(self._theirs, tag)[int(node.attributes.get(name, 0))]
            pointers[name] = self._lists[tag].take(self._donor[own.start : own.end])
        pointers["xfId"] = self._normal
        rest = {name: v for name, v in node.attributes.items() if name not in pointers}
        said = (
            pointers
            | dict.fromkeys(_APPLIED, 1)
            | {k: v for k, v in rest.items() if k not in _APPLIED}
        )
        words = "".join(attribute(name, value) for name, value in said.items())
        inside = self._donor[node.inner : node.inner_end] if node.children else b""
        return f"<xf{words}>".encode() + inside + b"</xf>"

    def _differential(self, node: Node) -> bytes:
        def moved(found: re.Match[bytes]) -> bytes:
            return found[1] + b"%d" % self._number_format(int(found[2])) + found[3]

        return _NUMBER_FORMAT.sub(moved, self._donor[node.start : node.end])

    def _number_format(self, number: int) -> int:
        """The user's id for a number format; LibreOffice mixes up two formats of one id."""
        if number < _FIRST_OWN_FORMAT:
            return number
        code = self._codes[number]
        if code not in self._formats:
            self._formats[code] = self._next_format
            words = attribute("numFmtId", self._next_format) + attribute("formatCode", code)
            self._new_formats.append(f"<numFmt{words}/>".encode())
            self._next_format += 1
        return self._formats[code]

    @cached_property
    def _codes(self) -> dict[int, str]:
        return {_number(node): _code(node) for node in _formats_in(self._theirs)}

    @cached_property
    def _next_format(self) -> int:
        used = (_number(node) for node in _formats_in(self._root))
        return max([_FIRST_OWN_FORMAT - 1, *used]) + 1

    @cached_property
    def _normal(self) -> int:
        """The number of the style Normal, which every cell without another one has."""
        for node in _held(self._root, "cellStyles"):
            if node.attributes.get("builtinId") == "0":
                return int(node.attributes.get("xfId", 0))
        return 0


def _held(root: Node, tag: str) -> list[Node]:
    node = root.child(tag)
    return node.children if node is not None else []


def _formats_in(root: Node) -> list[Node]:
    """All number formats with their codes, also those within the formats of rules."""
    inside = [child for dxf in _held(root, "dxfs") for child in dxf.all("numFmt")]
    return [*_held(root, "numFmts"), *inside]


def _number(node: Node) -> int:
    return int(node.attributes.get("numFmtId", 0))


def _code(node: Node) -> str:
    return node.attributes.get("formatCode", "")


def _format_key(node: Node) -> object:
    """Two formats are one when they look the same; that a part applies goes without saying."""
    pointers = tuple(int(node.attributes.get(name, 0)) for name in (*_POINTERS, "numFmtId", "xfId"))
    said = {
        name: value
        for name, value in node.attributes.items()
        if name not in (*_POINTERS, "numFmtId", "xfId") and not _goes_without_saying(name, value)
    }
    return pointers, tuple(sorted(said.items())), tuple(child.key() for child in node.children)


def _goes_without_saying(name: str, value: str) -> bool:
    return (value in _ON) if name.startswith("apply") else (value not in _ON)
