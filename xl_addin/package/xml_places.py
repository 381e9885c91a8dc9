"""Where the elements of a small part stand in its bytes, so that others can be put beside them.

The parser says where each element begins and ends; what is changed is cut in there, and every
other byte stays. For parts of a few thousand elements (workbook, styles, relations, content
types), not for sheets. Proved in tests/xl_addin/package/test_xml_places.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding=[\"']([^\"']*)")
_OPENING_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_COUNT = re.compile(rb'(\scount=["\'])\d+')


class Unusual(ValueError):
    """The part is written in a way we do not write into."""


@dataclass
class Node:
    """One element: `start` to `end` in the bytes, what it holds from `inner` to `inner_end`.

    Names are local ones; an attribute of another namespace is known as "space}name".
    """

    tag: str
    space: str
    prefix: str
    attributes: dict[str, str]
    start: int
    inner: int = 0
    inner_end: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)

    def child(self, tag: str) -> Node | None:
        return next((node for node in self.children if node.tag == tag), None)

    def all(self, tag: str) -> list[Node]:
        return [node for node in self.children if node.tag == tag]

    def key(self) -> tuple[object, ...]:
        """Equal for elements that say the same, whatever way they are written."""
        attributes = tuple(sorted(self.attributes.items()))
        return self.tag, attributes, tuple(node.key() for node in self.children)


def tree(xml: bytes) -> Node:
    """The root of a part in UTF-8 with everything in it; raises `Unusual` for what is no XML."""
    encoding = _ENCODING.match(xml)
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unusual("UTF-16")
    if encoding is not None and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise Unusual(encoding[1].decode("ascii", "replace"))
    reader = _Reader(xml)
    try:
        reader.parser.Parse(xml, True)
    except expat.ExpatError as why:
        raise Unusual(str(why)) from why
    return reader.root.children[0]


def plain_tree(xml: bytes, space: str) -> Node:
    """The root of a part whose elements are in `space` and without a prefix."""
    root = tree(xml)
    if root.space != space or root.prefix:
        raise Unusual(root.tag)
    return root


class _Reader:
    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.root = Node("", "", "", {}, 0)
        self.open = [self.root]
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.namespace_prefixes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        *space, tag, prefix = name.split("}") if name.count("}") == 2 else [*name.split("}"), ""]
        start = self.parser.CurrentByteIndex
        opening = _OPENING_END.match(self.xml, start)
        if opening is None:
            raise Unusual(tag)
        named = {"}".join(key.split("}")[:2]): value for key, value in attributes.items()}
        node = Node(tag, "".join(space), prefix, named, start, opening.end())
        self.open[-1].children.append(node)
        self.open.append(node)

    def _end(self, _: str) -> None:
        node = self.open.pop()
        if self.xml[node.inner - 2 : node.inner] == b"/>":
            node.inner_end = node.end = node.inner
            return
        node.inner_end = self.parser.CurrentByteIndex
        node.end = self.xml.index(b">", node.inner_end) + 1


class Edits:
    """Pieces of a part to be exchanged; those at one place follow in the order they came."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self._pieces: list[tuple[int, int, bytes]] = []

    def insert(self, place: int, new: bytes) -> None:
        self._pieces.append((place, place, new))

    def remove(self, node: Node) -> None:
        self._pieces.append((node.start, node.end, b""))

    def fill(self, node: Node, new: bytes, count: int | None = None) -> None:
        """Put `new` at the end of what `node` holds; a `count` it states becomes this one."""
        opening = self.xml[node.start : node.inner]
        counted = opening
        if count is not None:
            counted = _COUNT.sub(lambda found: found[1] + b"%d" % count, opening, count=1)
        if opening.endswith(b"/>"):
            name = re.split(rb"[\s/>]", opening[1:], maxsplit=1)[0]
            whole = counted[:-2].rstrip() + b">" + new + b"</" + name + b">"
            self._pieces.append((node.start, node.end, whole))
            return
        if counted != opening:
            self._pieces.append((node.start, node.inner, counted))
        self.insert(node.inner_end, new)

    def result(self) -> bytes:
        return b"".join(self._joined())

    def _joined(self) -> Iterator[bytes]:
        done = 0
        for start, end, new in sorted(self._pieces, key=lambda piece: piece[:2]):
            yield self.xml[done:start]
            yield new
            done = end
        yield self.xml[done:]


def place_for(root: Node, order: tuple[str, ...], tag: str) -> int:
    """Where a child `tag` that is not there yet belongs in the schema's `order`."""
    before = order[: order.index(tag)]
    return max((node.end for node in root.children if node.tag in before), default=root.inner)


def attribute(name: str, value: object) -> str:
    """` name="value"` with what XML wants written otherwise."""
    return f' {name}="{escape(str(value), {chr(34): "&quot;", chr(10): "&#10;", chr(9): "&#9;"})}"'


def escaped_text(words: str) -> str:
    """Words as they stand between tags."""
    return escape(words)
