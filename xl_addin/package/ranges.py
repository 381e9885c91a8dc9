"""Ranges of a worksheet that follow a table when it grows or shrinks.

Conditional formats and validations (also the x14 ones in the extension list) are ranges beside
the cells; a range that ends where the table ended ends where the table ends now. A range of a
single cell in a longer table was put there on purpose and stays.
Source: ECMA-376 part 1, 18.3.1.18, 18.3.1.32; [MS-XLSX] 2.4.24 (x14 extensions).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from xl_addin.package.references import Area

_SQREF = re.compile(
    rb'(<(?:conditionalFormatting|dataValidation)\b(?:[^>"]|"[^"]*")*?\ssqref=")([^"]*)(")'
)
_X14_BLOCK = re.compile(
    rb"<x14:(conditionalFormatting|dataValidation)\b(?:[^>]*[^/])?>.*?</x14:\1>", re.DOTALL
)
_X14_SQREF = re.compile(rb"(<xm:sqref>)([^<]*)(</xm:sqref>)")
_MERGE = re.compile(rb'<mergeCell\b[^>]*?\sref="([^"]*)"')


@dataclass(frozen=True)
class Move:
    """The data rows of a table before and after."""

    data: Area
    last_row: int


def follow(tail: bytes, move: Move) -> bytes:
    """`tail`, the XML after `</sheetData>`, with the ranges of the table moved along."""
    moved = _SQREF.sub(_replacer(move), tail)
    return _X14_BLOCK.sub(lambda block: _X14_SQREF.sub(_replacer(move), block[0]), moved)


def _replacer(move: Move) -> Callable[[re.Match[bytes]], bytes]:
    def replaced(found: re.Match[bytes]) -> bytes:
        references = found[2].decode().split()
        return found[1] + " ".join(_moved(r, move) for r in references).encode() + found[3]

    return replaced


def _moved(reference: str, move: Move) -> str:
    area, data = Area.parse(reference), move.data
    if area is None or not area.overlaps(data) or area.last_row != data.last_row:
        return reference
    if area.first_row == area.last_row and data.first_row != data.last_row:
        return reference
    if area.first_row > move.last_row:
        return reference
    return _text(area.ending_at(move.last_row), reference)


def _text(area: Area, like: str) -> str:
    """Keeps "B5:B5" written out when the old reference was a range."""
    short = str(area)
    return f"{short}:{short}" if ":" in like and ":" not in short else short


def merged_over(tail: bytes, area: Area) -> Area | None:
    """The first merged area that overlaps `area`."""
    for found in _MERGE.finditer(tail):
        merged = Area.parse(found[1].decode())
        if merged is not None and merged.overlaps(area):
            return merged
    return None
