"""A workbook made by an earlier version gets the sheets and settings that have come since.

Nothing that is there is changed. Sheets of the first version are not brought back: whoever has
deleted one meant it. Proved in tests/xl_addin/commands/test_upgrade.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.defaults import default_tables, settings_rows
from xl_addin.tables import Book, Changes, TableData

FIRST_VERSION = (
    "customers",
    "orders",
    "settings",
    "tiers",
    "segments",
    "strategies",
    "refresh_log",
)
ADDED = tuple(name for name in schema.TABLE_NAMES if name not in FIRST_VERSION)
# What `upgrade` reads: it must see which of them are missing.
TABLES = (*ADDED, "settings", "customers")


@dataclass(frozen=True)
class UpgradeReport:
    """The sheets and settings that were added, in the words of the workbook."""

    sheets: tuple[str, ...]
    settings: tuple[str, ...]
    settings_sheet: str

    def lines(self, lang: str) -> list[str]:
        """What has been added, for a person."""
        if not (self.sheets or self.settings):
            return [text("upgrade.nothing", lang)]
        said = []
        if self.sheets:
            said.append(text("upgrade.sheets", lang, n=len(self.sheets), sheets=self.sheets))
        if self.settings:
            words = {"sheet": self.settings_sheet, "settings": self.settings}
            said.append(text("upgrade.settings", lang, n=len(self.settings), **words))
        return [*said, text("upgrade.kept", lang)]


def upgrade(book: Book) -> Changes:
    """Everything the workbook lacks, with a report; the book was read with `TABLES`."""
    changes = missing(book)
    settings = changes.tables["settings"].append["setting"] if "settings" in changes.tables else ()
    sheet = book["settings"].sheet if "settings" in book else ""
    changes.report = UpgradeReport(tuple(changes.new_sheets.values()), tuple(settings), sheet)
    return changes


def missing(book: Book, asked: Iterable[str] = TABLES) -> Changes:
    """New sheets for those of the tables `asked` for that the book lacks, and missing settings.

    `asked` are the tables the book was read with: of others nobody knows whether they are there.
    A command that goes on from here puts its own changes on top. Raises `NotFound` when the
    workbook has no customers: then it is none of ours.
    """
    lang, asked = book.lang, set(asked)
    if "customers" in asked:
        _ = book["customers"]
    changes = Changes()
    defaults = default_tables(lang)
    for name in (name for name in ADDED if name in asked and name not in book):
        changes.new_sheets[name] = schema.sheet_name(name, lang)
        if name in defaults:
            changes.table(name).replace = dict(defaults[name])
    if "settings" in book and (rows := _missing_settings(book["settings"], lang)):
        changes.table("settings").append = dict(rows)
    return changes


def _missing_settings(table: TableData, lang: str) -> dict[str, list[Any]]:
    """The rows of the sheet Settings that are not there, with their default values."""
    there = {schema.normal_caption(caption) for caption in table.get("setting")}
    rows = settings_rows(lang)
    keep = [
        place
        for place, name in enumerate(schema.SETTING_NAMES)
        if not there & {schema.normal_caption(text(f"setting.{name}", x)) for x in LANGUAGES}
    ]
    found = {column: [_as_typed(cells[place]) for place in keep] for column, cells in rows.items()}
    return found if keep else {}


def _as_typed(value: Any) -> Any:
    """A time of day as words: the row it goes into has the looks of the last one, a number."""
    return f"{value.hour}:{value.minute:02d}" if isinstance(value, time) else value
