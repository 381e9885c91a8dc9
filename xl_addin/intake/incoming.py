"""What an order or customer file holds once it is read: columns under our names, nothing judged.

Reading a file (`xl_addin.intake.read_file`) and importing it (`xl_addin.commands.import_files`)
meet here and nowhere else. Proved in tests/xl_addin/intake.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Row = list[Any]


@dataclass(frozen=True)
class Grid:
    """Rows as they stand in a file or on a sheet, and the line on which each of them starts."""

    rows: list[Row]
    lines: Sequence[int]


@dataclass(frozen=True)
class Incoming:
    """The columns of one file that is to go into the workbook's table `table`.

    `columns` maps internal names, `extra` the remaining headers, to raw cells of equal length
    (None for blank, else str, float, bool, date, datetime); `lines` are the line or row
    numbers a person sees in the file; `sources` tells which header each column came from;
    `computed` are headers of columns the add-in computes itself and therefore never imports.
    """

    table: str
    file: str
    columns: dict[str, list[Any]]
    lines: Sequence[int]
    sources: dict[str, str] = field(default_factory=dict)
    extra: dict[str, list[Any]] = field(default_factory=dict)
    computed: tuple[str, ...] = ()
    removed_characters: int = 0
    date1904: bool = False

    def __len__(self) -> int:
        return len(self.lines)
