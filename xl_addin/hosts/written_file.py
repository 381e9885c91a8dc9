"""The last look at a file before it takes the place of the old one.

Proved in tests/xl_addin/hosts/test_closed_file_oddities.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from xl_addin.package.archive import Archive, FileRefused

_PIECE = 1 << 20
_XML = (".xml", ".rels", ".vml")


def refuse_malformed(parts: Mapping[str, bytes | None], name: str) -> None:
    """Refuse parts of ours that are no XML; pictures and macros are none anyway."""
    for part, xml in parts.items():
        try:
            if xml is not None and part.endswith(_XML):
                _parse(xml)
        except expat.ExpatError as why:
            raise FileRefused("file.verify_failed", file=name, why=f"{part}: {why}") from why


def _parse(xml: bytes) -> None:
    """Piece by piece, because the thread that compresses waits for its turn between them."""
    parser = expat.ParserCreate()
    for start in range(0, len(xml), _PIECE):
        parser.Parse(xml[start : start + _PIECE], False)
    parser.Parse(b"", True)


def refuse_damaged(
    written: Archive,
    untouched: Mapping[str, tuple[int, int]],
    parts: Mapping[str, bytes | None],
    name: str,
) -> None:
    """Read the new file back: foreign parts the same, our parts as we made them."""
    if written.fingerprints(leave_out=parts) != untouched:
        raise FileRefused("file.verify_failed", file=name, why="copies")
    for part, xml in parts.items():
        if xml is not None and written.read(part) != xml:
            raise FileRefused("file.verify_failed", file=name, why=part)
