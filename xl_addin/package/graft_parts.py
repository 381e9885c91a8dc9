"""The donor's parts on their way into a user's package: free names, relations, content types.

What hangs on a sheet (notes with their drawing, tables, charts, pictures) is copied along its
relations; what hung on a sheet that is replaced, and on nothing else, goes.
Source: ECMA-376 part 2, 9 (parts, relationships, content types).
Proved in tests/xl_addin/package/test_graft.py.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from xl_addin.package.archive import Archive
from xl_addin.package.structure import relations
from xl_addin.package.xml_places import RELATIONS, TYPES, Edits, Node, attribute, plain_tree

CONTENT_TYPES = "[Content_Types].xml"
_NUMBERED = re.compile(r"(.*?)\d*(\.\w+)$")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# From a part of the donor and its bytes to what is written.
Change = Callable[[str, bytes], bytes]


def rels_of(part: str) -> str:
    """The part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_of(part: str, written: str) -> str:
    """The part that a relation of `part` names in its own way."""
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/" + folder, written)).lstrip("/")


def target_from(part: str, target: str) -> str:
    """How a relation of `part` names `target`."""
    return posixpath.relpath("/" + target, "/" + posixpath.dirname(part))


class Donor(Archive):
    """A workbook of our builder in memory, read like one on disk."""

    def __init__(self, package: bytes) -> None:
        self.path = Path("donor")
        with zipfile.ZipFile(io.BytesIO(package)) as source:
            self._parts = {name: source.read(name) for name in source.namelist()}
        self._types = plain_tree(self.read(CONTENT_TYPES), TYPES)

    def names(self) -> list[str]:
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        return self._parts[name]

    def relation_nodes(self, part: str) -> list[Node]:
        rels = rels_of(part)
        return plain_tree(self.read(rels), RELATIONS).children if rels in self else []

    def content_type(self, part: str) -> tuple[str, bool]:
        """The part's content type, and whether it goes by the ending of its name."""
        for node in self._types.all("Override"):
            if node.attributes["PartName"] == f"/{part}":
                return node.attributes["ContentType"], False
        kinds = {n.attributes["Extension"].lower(): n for n in self._types.all("Default")}
        return kinds[_ending(part)].attributes["ContentType"], True


class Planting:
    """Copies parts of the donor into a package; `parts` is what has to be written."""

    def __init__(self, archive: Archive, donor: Donor, change: Change) -> None:
        self._archive, self._donor, self._change = archive, donor, change
        self._taken = {name.casefold() for name in archive.names()}
        self._types: dict[str, tuple[str, bool]] = {}
        self._gone: set[str] = set()
        self._copied: dict[str, str] = {}
        self.parts: dict[str, bytes | None] = {}

    def take(self, part: str, at: str | None = None) -> str:
        """Copy a part with all that hangs on it; answers its name, which is `at` where given."""
        if part not in self._copied:
            name = at or self._free_name(part)
            self._copied[part] = name
            self.parts[name] = self._change(part, self._donor.read(part))
            self._types[name] = self._donor.content_type(part)
            nodes = self._donor.relation_nodes(part)
            if nodes:
                self.parts[rels_of(name)] = self._relations(part, name, nodes)
        return self._copied[part]

    def clear(self, part: str) -> None:
        """Let go of what hangs on `part` and on nothing else, before another takes its place."""
        kept = set(reachable(self._archive, "", without=part))
        hanging = [name for name in reachable(self._archive, part) if name not in kept]
        for name in (*hanging, part):
            if name != part:
                self._drop(name)
            if rels_of(name) in self._archive:
                self._drop(rels_of(name))

    def content_types(self) -> bytes:
        """The list of content types with the new parts and without those that are gone."""
        xml = self._archive.read(CONTENT_TYPES)
        root = plain_tree(xml, TYPES)
        edits = Edits(xml)
        renewed = {f"/{name}".casefold() for name in (*self._gone, *self._types)}
        for node in root.all("Override"):
            if node.attributes.get("PartName", "").casefold() in renewed:
                edits.remove(node)
        edits.fill(root, "".join(self._declared(root)).encode())
        return edits.result()

    def _declared(self, root: Node) -> Iterable[str]:
        known = {
            node.attributes.get("Extension", "").lower(): node.attributes.get("ContentType")
            for node in root.all("Default")
        }
        for name, (kind, by_ending) in self._types.items():
            ending = _ending(name)
            if by_ending and ending not in known:
                known[ending] = kind
                yield f"<Default{attribute('Extension', ending)}{attribute('ContentType', kind)}/>"
            elif not by_ending or known[ending] != kind:
                place = attribute("PartName", f"/{name}")
                yield f"<Override{place}{attribute('ContentType', kind)}/>"

    def _drop(self, name: str) -> None:
        self.parts[name] = None
        self._gone.add(name)
        self._taken.discard(name.casefold())

    def _free_name(self, part: str) -> str:
        found = _NUMBERED.match(part)
        stem, ending = (found[1], found[2]) if found else (part, "")
        number = 1
        while f"{stem}{number}{ending}".casefold() in self._taken:
            number += 1
        name = f"{stem}{number}{ending}"
        self._taken.add(name.casefold())
        return name

    def _relations(self, part: str, name: str, nodes: list[Node]) -> bytes:
        made = []
        for node in nodes:
            said = dict(node.attributes)
            if said.get("TargetMode") != "External":
                said["Target"] = target_from(name, self.take(target_of(part, said["Target"])))
            made.append(f"<Relationship{''.join(attribute(*pair) for pair in said.items())}/>")
        return f'{_HEAD}<Relationships xmlns="{RELATIONS}">{"".join(made)}</Relationships>'.encode()


def reachable(archive: Archive, part: str, without: str = "") -> list[str]:
    """All parts that hang on `part` ("" is the package), not looking behind `without`."""
    found: dict[str, None] = {}
    waiting = [part]
    while waiting:
        for _, _, target in relations(archive, waiting.pop()):
            if target not in found and target in archive:
                found[target] = None
                if target != without:
                    waiting.append(target)
    return list(found)


def _ending(part: str) -> str:
    return part.rpartition(".")[2].lower()
