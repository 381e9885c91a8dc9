"""What LibreOffice hands to the add-in, as far as plain data can stand for it."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from udfs.texts import text
from xl_addin import schema


class Cells:
    """A range: rows of values and where it stands."""

    def __init__(self, rows: list[list[Any]], top: int = 0, left: int = 0) -> None:
        self.rows = rows
        self.RangeAddress = SimpleNamespace(
            Sheet=0,
            StartRow=top,
            EndRow=top + len(rows) - 1,
            StartColumn=left,
            EndColumn=left + len(rows[0]) - 1,
        )

    def getDataArray(self) -> tuple[tuple[Any, ...], ...]:  # noqa: N802
        return tuple(map(tuple, self.rows))

    def getCellRangeByPosition(self, left: int, top: int, right: int, bottom: int) -> "Cells":  # noqa: N802
        return Cells([row[left : right + 1] for row in self.rows[top : bottom + 1]])


@dataclass
class Document:
    """A spreadsheet with named database ranges, by table name."""

    tables: dict[str, Cells] = field(default_factory=dict)
    null_date: tuple[int, int, int] = (1899, 12, 30)
    RuntimeUID: str = "1"

    @property
    def NullDate(self) -> Any:  # noqa: N802
        year, month, day = self.null_date
        return SimpleNamespace(Year=year, Month=month, Day=day)

    @property
    def DatabaseRanges(self) -> Any:  # noqa: N802
        ranges = {
            name: SimpleNamespace(DataArea=cells.RangeAddress)
            for name, cells in self.tables.items()
        }
        return SimpleNamespace(ElementNames=tuple(ranges), getByName=ranges.__getitem__)

    @property
    def Sheets(self) -> Any:  # noqa: N802
        tables = self.tables.values()

        def found(left: int, top: int, right: int, bottom: int) -> Cells:
            wanted = (left, top, right, bottom)
            return next(cells for cells in tables if _corners(cells) == wanted)

        return SimpleNamespace(getByIndex=lambda _: SimpleNamespace(getCellRangeByPosition=found))


def _corners(cells: Cells) -> tuple[int, int, int, int]:
    at = cells.RangeAddress
    return at.StartColumn, at.StartRow, at.EndColumn, at.EndRow


def table(name: str, lang: str, *rows: list[Any], top: int = 3) -> Cells:
    """One of our tables with its captions."""
    captions = [schema.caption(name, c.name, lang) for c in schema.table(name).columns]
    width = len(captions)
    return Cells([captions, *[row + [""] * (width - len(row)) for row in rows]], top)


def shop(lang: str, asked: str | None = None) -> Document:
    """A workbook of ours; `asked` is what stands beside Language on the sheet Settings."""
    rows = [[text("setting.language", lang), asked]] if asked else [["x", ""]]
    return Document(
        {
            "Settings": table("settings", lang, *rows),
            "Customers": table("customers", lang, ["C1"], top=40),
        }
    )
