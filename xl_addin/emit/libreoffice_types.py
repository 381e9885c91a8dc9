"""The type library of the LibreOffice add-in: the interface with one method per function.

LibreOffice reads types from a small binary file, which its developer kit makes from an IDL
text; users have no developer kit, so the file is written here. Only what one interface needs is
written. The layout: a head, the data of each interface, the map of each module (names, then
pairs of offsets), the root map; a string that stands in the file already is given by its place.
Proved in tests/xl_addin/test_emit_libreoffice.py: the kit's own writer gives the same bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from udfs.worksheet.registry import functions
from xl_addin.emit.libreoffice_names import INTERFACE, MODULE, camel

_MAGIC = b"UNOIDL\xff\0"
_CREATOR = "** Created by Customer Chain **"
_ELSEWHERE = 0x80000000  # the string is not here but at this place
_MODULE_KIND, _INTERFACE_KIND = 0, 5
_DIRECTION_IN = 0

CALLER = "com.sun.star.beans.XPropertySet"
# LibreOffice takes many cells only from a method that says so; one cell is a row of one.
CELLS = "[][]any"
# A value, a range of values, or nothing at all: what a person leaves out arrives as nothing.
ANYTHING = "any"


@dataclass(frozen=True)
class Method:
    """A method; `parameters` pairs names with types."""

    name: str
    result: str
    parameters: tuple[tuple[str, str], ...]


def methods() -> tuple[Method, ...]:
    """One method per worksheet function; the document that calls comes first."""
    return tuple(
        Method(
            camel(f.name),
            CELLS if f.spills_table else ANYTHING,
            (("caller", CALLER), *((camel(a.name), ANYTHING) for a in f.arguments)),
        )
        for f in functions()
    )


def type_library(creator: str = _CREATOR) -> bytes:
    """The file types.rdb of the add-in."""
    return _Writer(creator).write(MODULE, INTERFACE, methods())


def idl() -> str:
    """The same interface as IDL text, for people and for the developer kit."""
    lines = [f"module {MODULE} {{", f"  interface {INTERFACE} {{"]
    for method in methods():
        given = ", ".join(
            f"[in] {kind.replace('.', '::')} {name}" for name, kind in method.parameters
        )
        result = method.result.replace(CELLS, "sequence< sequence< any > >")
        lines.append(f"    {result} {method.name}({given});")
    return "\n".join([*lines, "  };", "};", ""])


class _Writer:
    def __init__(self, creator: str) -> None:
        # The root map's place and size are filled in at the end.
        self._bytes = bytearray(_MAGIC + bytes(8) + b"\0" + creator.encode("ascii") + b"\0")
        self._places: dict[str, int] = {}

    def write(self, module: str, interface: str, content: tuple[Method, ...]) -> bytes:
        data = self._interface(content)
        inside = self._map({interface: data}, root=False)
        root = self._map({module: inside}, root=True)
        struct.pack_into("<II", self._bytes, len(_MAGIC), root, 1)
        return bytes(self._bytes)

    def _interface(self, content: tuple[Method, ...]) -> int:
        place = len(self._bytes)
        self._byte(_INTERFACE_KIND)
        self._number(1)
        self._string("com.sun.star.uno.XInterface")
        self._number(0)  # optional bases
        self._number(0)  # attributes
        self._number(len(content))
        for method in content:
            self._method(method)
        return place

    def _method(self, method: Method) -> None:
        self._string(method.name)
        self._string(method.result)
        self._number(len(method.parameters))
        for name, kind in method.parameters:
            self._byte(_DIRECTION_IN)
            self._string(name)
            self._string(kind)
        self._number(0)  # exceptions

    def _map(self, entries: dict[str, int], root: bool) -> int:
        names = {}
        for name in sorted(entries):
            names[name] = len(self._bytes)
            self._bytes += name.encode("ascii") + b"\0"
        place = len(self._bytes)
        if not root:
            self._byte(_MODULE_KIND)
            self._number(len(entries))
        for name in sorted(entries):
            self._number(names[name])
            self._number(entries[name])
        return place

    def _string(self, words: str) -> None:
        if words in self._places:
            self._number(self._places[words] | _ELSEWHERE)
            return
        self._places[words] = len(self._bytes)
        self._number(len(words))
        self._bytes += words.encode("ascii")

    def _byte(self, value: int) -> None:
        self._bytes.append(value)

    def _number(self, value: int) -> None:
        self._bytes += struct.pack("<I", value)
