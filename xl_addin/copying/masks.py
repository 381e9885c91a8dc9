"""Masked values in other texts: a telephone number in a remark is masked like the one in its cell.

Only values without blanks and from six letters on that hold a digit or an @ are looked for, as
whole words. Proved in tests/xl_addin/copying/test_masks.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from xl_addin.copying.book_map import BookMap, SheetPlan
from xl_addin.copying.cell_reading import RawCell, UnusualCell, cells_of
from xl_addin.copying.cell_writing import NUMBER
from xl_addin.copying.forbidden import as_written
from xl_addin.copying.texts import text_item

_WORD = re.compile(r"[0-9A-Za-z._%+@-]{6,}")
_TELLING = re.compile(r"[\d@]")
_ENDS = "._%+-"


def masked_values(book: BookMap) -> dict[str, str]:
    """Every value that is masked in kept rows, and what stands there instead."""
    found: dict[str, str] = {}
    for plan in book.plans.values():
        for table in plan.tables:
            for offset, mask in table.masks.items():
                column = table.part.area.first_column + offset
                for said in _column(book, plan, table.rows, column):
                    if _WORD.fullmatch(said) and _TELLING.search(said):
                        found[said] = mask(said)
    return found


def _column(book: BookMap, plan: SheetPlan, rows: tuple[int, ...], column: int) -> list[str]:
    texts = []
    for row in rows:
        try:
            cells = cells_of(plan.master.rows.row(row))
        except UnusualCell:
            continue  # refused when the row is written
        texts += [_text(book, cell) for cell in cells if cell.column == column]
    return texts


def _text(book: BookMap, cell: RawCell) -> str:
    if cell.inline is not None:
        return text_item(cell.inline.encode())[1].strip()
    if cell.value is None:
        return ""
    if cell.kind == "s":
        return book.master.texts[cell.value][1].strip()
    is_number = cell.kind == "n" and NUMBER.match(cell.value)
    return as_written(float(cell.value)) if is_number else cell.value


class MaskedWords:
    """Replaces masked values wherever they stand in a text as words."""

    def __init__(self, masked: Mapping[str, str]) -> None:
        self._masked = masked

    def __bool__(self) -> bool:
        return bool(self._masked)

    def __call__(self, text: str) -> str:
        """`text` with masked values masked.

        >>> MaskedWords({"13812345678": "138****5678"})("new: 13812345678.")
        'new: 138****5678.'
        """
        return _WORD.sub(self._word, text)

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        if word in self._masked:
            return self._masked[word]
        bare = word.strip(_ENDS)
        return word.replace(bare, self._masked[bare]) if bare in self._masked else word
