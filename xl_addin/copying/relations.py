"""The relations of a part: what hangs on it inside the package, and its external addresses."""

from __future__ import annotations

import posixpath
from xml.etree import ElementTree

from xl_addin.package import structure
from xl_addin.package.archive import Archive


class Relations:
    """Kinds are the last word of the relation's type, which both dialects share."""

    def __init__(self, archive: Archive, part: str) -> None:
        self.inside = [
            (identity, kind.rpartition("/")[2], target)
            for identity, kind, target in structure.relations(archive, part)
        ]
        self.external = _external(archive, part)

    def first(self, kind: str) -> str | None:
        """The first part of this kind, or None."""
        return next((target for _, found, target in self.inside if found == kind), None)

    def target(self, identity: str) -> tuple[str, str]:
        """(kind, part) of a relation; empty where there is none."""
        found = ((kind, part) for known, kind, part in self.inside if known == identity)
        return next(found, ("", ""))


def _external(archive: Archive, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return {}
    return {
        element.get("Id", ""): element.get("Target", "")
        for element in ElementTree.fromstring(archive.read(rels))
        if element.get("TargetMode") == "External"
    }
