"""What an import did, in numbers, and in the sentences a clerk reads afterwards.

Proved in tests/xl_addin/commands/test_import_files.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from udfs.texts import text
from udfs.values import shown
from xl_addin.schema import caption, choice_label, column_by_caption, normal_caption, table

SHOWN = 10


@dataclass(frozen=True)
class UnreadCell:
    """A cell that is kept as it was because it is not what its column holds."""

    line: int
    column: str
    value: Any


@dataclass(frozen=True)
class Difference:
    """A value of the file that is not the one there; `column` None: the whole line is missing.

    `row` is the sheet row of the value that stays, None where an earlier line of the file has it.
    """

    line: int
    key: str
    row: int | None
    column: str | None
    there: Any
    here: Any


@dataclass(frozen=True)
class FileReport:
    """One file's import. Counts are rows unless their name says otherwise; lines are the file's."""

    table: str
    file: str
    rows: int
    added: int
    replaced: int = 0
    already_there: int = 0
    alike: int = 0
    new_customers: int = 0
    filled_cells: int = 0
    filled_rows: int = 0
    lines_without_id: tuple[int, ...] = ()
    unread: tuple[UnreadCell, ...] = ()
    unread_cells: int = 0
    differences: tuple[Difference, ...] = ()
    differing: int = 0
    mapped: dict[str, str] = field(default_factory=dict)
    unmapped: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    removed_characters: int = 0
    cleared: tuple[str, ...] = ()

    def lines(self, lang: str) -> list[str]:
        """The report in `lang`, most important first; lists show the first ten."""
        head = text(
            f"intake.report.{self.table}", lang, file=self.file, rows=self.rows, added=self.added
        )
        return [
            head,
            *self._counts(lang),
            *self._differing(lang),
            *self._unread(lang),
            *self._columns(lang),
        ]

    def _counts(self, lang: str) -> list[str]:
        counts = {
            "replaced": self.replaced,
            "already_there": self.already_there,
            "alike": self.alike,
            "new_customers": self.new_customers,
            "removed": self.removed_characters,
        }
        found = [text(f"intake.report.{key}", lang, n=n) for key, n in counts.items() if n]
        if self.filled_cells:
            numbers = {"n": self.filled_cells, "rows": self.filled_rows}
            found.append(text("intake.report.filled", lang, **numbers))
        if self.lines_without_id:
            key = "without_id" if self.table == "customers" else "orders_without_customer"
            said = _first(self.lines_without_id)
            n = len(self.lines_without_id)
            found.append(text(f"intake.report.{key}", lang, n=n, lines=said))
        return found

    def _differing(self, lang: str) -> list[str]:
        if not self.differing:
            return []
        said = [self._difference(one, lang) for one in self.differences[:SHOWN]]
        head = text("intake.report.differs", lang, n=self.differing)
        return [head, *said, *_more(self.differing, lang)]

    def _difference(self, one: Difference, lang: str) -> str:
        values = {
            "line": one.line,
            "key": one.key,
            "row": one.row,
            "column": one.column and caption(self.table, one.column, lang),
            "there": _quoted(self._word(one.column, one.there, lang), lang),
            "here": _quoted(self._word(one.column, one.here, lang), lang),
        }
        if one.column is None:
            return text("intake.report.new_line", lang, **values)
        key = "difference_in_file" if one.row is None else "difference"
        return text(f"intake.report.{key}", lang, **values)

    def _word(self, column: str | None, value: Any, lang: str) -> Any:
        choices = table(self.table).column(column).choices if column else ()
        return choice_label(value, lang) if value in choices else value

    def _unread(self, lang: str) -> list[str]:
        if not self.unread_cells:
            return []
        said = [
            text(
                "intake.report.unread_cell",
                lang,
                line=cell.line,
                column=caption(self.table, cell.column, lang),
                value=_quoted(cell.value, lang),
            )
            for cell in self.unread[:SHOWN]
        ]
        head = text("intake.report.unread", lang, n=self.unread_cells)
        return [head, *said, *_more(self.unread_cells, lang)]

    def _columns(self, lang: str) -> list[str]:
        captions = {name: caption(self.table, name, lang) for name in self.mapped}
        pairs = [
            f"{h} = {captions[name]}" for name, h in self.mapped.items() if self._is_guess(name, h)
        ]
        found = [text("intake.report.mapped", lang, pairs=tuple(pairs))] if pairs else []
        absent = [caption(self.table, name, lang) for name in self.absent]
        for key, names in (
            ("unmapped", self.unmapped),
            ("computed", self.computed),
            ("cleared", self.cleared),
            ("absent", absent),
        ):
            if names:
                found.append(text(f"intake.report.{key}", lang, columns=tuple(names)))
        return found

    def _is_guess(self, name: str, header: str) -> bool:
        """Whether a header is neither the column's caption in a language nor its own name."""
        return column_by_caption(self.table).get(normal_caption(header)) != name


@dataclass(frozen=True)
class ImportReport:
    """What one import did, file by file."""

    files: tuple[FileReport, ...]

    def lines(self, lang: str) -> list[str]:
        """The reports of the files, and what to do next."""
        found = [line for report in self.files for line in report.lines(lang)]
        return [*found, text("intake.report.next", lang)]


def _more(count: int, lang: str) -> list[str]:
    return [text("intake.report.more", lang, n=count - SHOWN)] if count > SHOWN else []


def _first(lines: Sequence[int]) -> str:
    said = ", ".join(str(line) for line in lines[:SHOWN])
    return said + (" …" if len(lines) > SHOWN else "")


def _quoted(value: Any, lang: str) -> str:
    if value is None or value == "":
        return text("intake.report.blank", lang)
    if isinstance(value, float):
        return f"{value:,.15g}"
    return value.isoformat() if isinstance(value, date) else shown(value)
