"""What a column and a table of the workbook are."""

from __future__ import annotations

from dataclasses import dataclass

USER = "user"
ADDIN = "addin"


@dataclass(frozen=True)
class Column:
    """One column: `kind` says what its cells hold, `owner` who may write them.

    Kinds: text, integer, number, money, date, moment (date and time), choice (one of
    `choices`, shown in the workbook's language), flag (yes or no, shown as words).
    """

    name: str
    kind: str = "text"
    owner: str = USER
    choices: tuple[str, ...] = ()
    width: int = 12
    required: bool = False


@dataclass(frozen=True)
class Table:
    """One Excel table on one sheet; `excel_name` is the same in both languages."""

    name: str
    excel_name: str
    key: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def find(self, name: str) -> Column | None:
        """The column `name`; None for one of the user's own."""
        return next((column for column in self.columns if column.name == name), None)

    def names(self, owner: str | None = None) -> list[str]:
        return [c.name for c in self.columns if owner is None or c.owner == owner]


def addin_column(name: str, kind: str, width: int, choices: tuple[str, ...] = ()) -> Column:
    return Column(name, kind, ADDIN, choices, width)
