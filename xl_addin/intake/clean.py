"""What happens to every cell of a file: blanks become None, what Excel cannot hold is dealt with.

Excel stores a sheet as XML, which has no place for most control characters, and a cell ends
at 32,767 UTF-16 units. Proved in tests/xl_addin/intake/test_clean.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any

from udfs.errors import BadValue

CELL_LIMIT = 32_767
# Everything XML 1.0 forbids; tab, line feed and carriage return are allowed.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# ="007" is how a CSV file tells Excel to keep 007 as text.
_KEPT_AS_TEXT = re.compile(r'^="([^"]*)"$')


def clean_header(header: Any) -> str:
    """A header as one line of text."""
    return "" if header is None else " ".join(_FORBIDDEN.sub("", str(header)).split())


def clean_cells(cells: Sequence[Any]) -> tuple[list[Any], int]:
    """The cells without forbidden characters, blanks as None, and how many characters went.

    Times without a day become text, as no table of ours has a column for them.

    >>> clean_cells(["a\\x07b", " ", "=1+1", 0.0])
    (['ab', None, '=1+1', 0.0], 1)
    """
    texts = [cell for cell in cells if type(cell) is str]
    removed = 0
    kept: Sequence[Any] = cells
    if _FORBIDDEN.search("".join(texts)):
        removed = sum(len(_FORBIDDEN.findall(cell)) for cell in texts)
        kept = [_FORBIDDEN.sub("", cell) if type(cell) is str else cell for cell in cells]
    if len(texts) == len(kept):
        return [None if not cell or cell.isspace() else cell for cell in kept], removed
    return [_plain(cell) for cell in kept], removed


def unwrap(cells: list[Any]) -> list[Any]:
    """CSV cells written as ="007" without their wrapping.

    >>> unwrap(['="007"', "=1+1", None])
    ['007', '=1+1', None]
    """
    if '="' not in "".join(filter(None, cells)):
        return cells
    return [cell and (_KEPT_AS_TEXT.sub(r"\1", cell) or None) for cell in cells]


def refuse_long_cells(cells: Sequence[Any], lines: Sequence[int], column: str, file: str) -> None:
    """Refuse a text longer than a cell holds, naming its line; cutting it would lose the rest."""
    longest = max((len(cell) for cell in cells if type(cell) is str), default=0)
    for position, cell in enumerate(cells if longest > CELL_LIMIT // 2 else ()):
        if type(cell) is str and _units(cell) > CELL_LIMIT:
            raise BadValue(
                "intake.cell_too_long",
                file=file,
                line=lines[position],
                column=column,
                length=_units(cell),
                limit=CELL_LIMIT,
            )


def _units(cell: str) -> int:
    """Excel counts UTF-16 units: an emoji is two."""
    return len(cell) + sum(ord(character) > 0xFFFF for character in cell)


def _plain(cell: Any) -> Any:
    if isinstance(cell, str):
        return None if not cell or cell.isspace() else cell
    if isinstance(cell, time | timedelta):
        return str(cell)
    return cell
