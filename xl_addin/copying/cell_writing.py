"""Constants of the master as cells of the copy, and formulas as they wait for their fate.

What a reader sees in kept rows is noted on the way, because only then can other texts be held
against it. Source: ECMA-376 part 1, 18.3.1.4 (c). Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from xl_addin.copying.book_map import CLEARED, KEPT, TOTAL, SheetPlan, Treatment
from xl_addin.copying.cell_reading import RawCell
from xl_addin.copying.forbidden import as_written
from xl_addin.copying.formula_parsing import Parsed
from xl_addin.copying.master import Master
from xl_addin.copying.report import Tally
from xl_addin.copying.screening import Screen
from xl_addin.copying.texts import TextTable, decoded, text_item
from xl_addin.copying.xml_writing import text_element
from xl_addin.package.cells import unescaped
from xl_addin.package.references import Area, column_letters, column_number

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$")
_TEXTS = ("s", "inlineStr", "str")
_DATE = re.compile(r"[\d:.TZ+-]+$")
_ERRORS = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"}
    | {"#SPILL!", "#CALC!", "#FIELD!"}
)


@dataclass(frozen=True)
class FormulaCell:
    """A formula that waits: its cell in the master, what it says, and the value it had.

    `start` is the tag of its cell in the copy up to its style.
    """

    row: int
    column: int
    start: str
    parsed: Parsed
    kind: str
    value: str | None
    treatment: Treatment | None
    area: Area | None = None
    dynamic: bool = False


class CellWriter:
    """Makes the XML of constants; one for each sheet of a copy."""

    def __init__(
        self, master: Master, plan: SheetPlan, texts: TextTable, screen: Screen, tally: Tally
    ) -> None:
        self.master, self.plan, self.texts = master, plan, texts
        self.screen, self.tally = screen, tally
        self.used_styles: set[str] = set()
        self._letters: dict[str, tuple[int, str | None]] = {}

    def letters(self, column: int) -> str | None:
        """The letters of a column of the master in the copy; None for a deleted one."""
        if column in self.plan.map.columns:
            return None
        return column_letters(self.plan.map.columns.moved(column))

    def place(self, letters: str) -> tuple[int, str | None]:
        """The number of a column of the master and its letters in the copy."""
        known = self._letters.get(letters)
        if known is None:
            number = column_number(letters)
            known = self._letters[letters] = (number, self.letters(number))
        return known

    def start(self, letters: str, row: int, style: str) -> str:
        """The tag of a cell of the copy, up to its style."""
        self.used_styles.add(style)
        return f'<c r="{letters}{row}" s="{style}"' if style else f'<c r="{letters}{row}"'

    def constant(self, start: str, cell: RawCell, treatment: Treatment | None) -> str:
        """The cell with the value that may stand in the copy; "" for an empty one."""
        if cell.rich and cell.kind == "e":
            self.tally.drop("cell_pictures")
            return self.blank(start)
        if treatment == CLEARED or (cell.value is None and cell.inline is None):
            return self.blank(start)
        if self.is_blanked(cell, treatment):
            self.tally.drop("remarks")
            return self.blank(start)
        if callable(treatment):
            return self._masked(start, treatment(self._text(cell)))
        return self._kept(start, cell, treatment == KEPT)

    def is_blanked(self, cell: RawCell, treatment: Treatment | None) -> bool:
        """Whether a constant of the master is not in the copy."""
        if cell.value is None and cell.inline is None:
            return False
        outside = treatment is None and self.plan.ours
        if treatment == TOTAL and self.plan.ours and cell.kind not in _TEXTS:
            return True  # typed or left by a program: a sum over everybody's rows
        return treatment == CLEARED or (outside and self._text(cell) not in self.screen.known)

    def hides_in(self, text: str) -> bool:
        """Whether a text holds a value that is masked in its cell."""
        return self.texts.changes(text)

    def blank(self, start: str) -> str:
        return f"{start}/>" if ' s="' in start else ""

    def text(self, start: str, text: str) -> str:
        if not text:
            return self.blank(start)
        place, _ = self.texts.of_item(text_element("t", text), text)
        return f'{start} t="s"><v>{place}</v></c>'

    def _masked(self, start: str, text: str) -> str:
        self.tally.masked += 1
        self.screen.seen.add(text)
        return self.text(start, text)

    def _kept(self, start: str, cell: RawCell, seen: bool) -> str:
        if cell.kind == "s":
            place, said = self.texts.of_master(cell.value or "")
        elif cell.kind in ("inlineStr", "str"):
            content, plain = self._item(cell)
            place, said = self.texts.of_item(content, plain)
        else:
            return self._other(start, cell, seen)
        if seen:
            self.screen.seen.add(said.strip())
        return f'{start} t="s"><v>{place}</v></c>'

    def _other(self, start: str, cell: RawCell, seen: bool) -> str:
        """Numbers, truth values, errors and dates; whatever is written otherwise is left out."""
        value = cell.value or ""
        if cell.kind == "n" and NUMBER.match(value):
            if seen:
                self.screen.seen.add(value)
            return f"{start}><v>{value}</v></c>"
        fits = {"b": value in ("0", "1"), "e": value in _ERRORS, "d": bool(_DATE.match(value))}
        if fits.get(cell.kind, False):
            return f'{start} t="{cell.kind}"><v>{value}</v></c>'
        return self.blank(start)

    def _item(self, cell: RawCell) -> tuple[str, str]:
        if cell.inline is not None:
            return text_item(cell.inline.encode())
        return text_item(f"<t>{cell.value or ''}</t>".encode())

    def _text(self, cell: RawCell) -> str:
        """What the cell says, as a text."""
        value = cell.value or ""
        if cell.kind == "s":
            return self.master.texts[value][1]
        if cell.kind in ("inlineStr", "str"):
            return self._item(cell)[1]
        if cell.kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return as_written(float(value)) if NUMBER.match(value) else value


def cached_text(cell: FormulaCell) -> str:
    """The text a formula answered."""
    return decoded(unescaped((cell.value or "").encode()))
