"""The workbook's tables and columns, once: who owns a column, what it holds, how wide it is.

The builder, the hosts, the importers and the docs read this and nothing else. Captions and
notes live in the catalogue under `sheet.TABLE`, `column.TABLE.COLUMN` and `note.TABLE.COLUMN`.
Proved in tests/xl_addin/test_schema.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from udfs.texts import LANGUAGES, text
from xl_addin.schema_columns import ADDIN, USER, Column, Table
from xl_addin.schema_tables import (
    CHANNELS,
    CONSENTS,
    CONTACTS,
    CUSTOMERS,
    FOLLOW_UP,
    FOLLOW_UP_SOURCES,
    HOLIDAYS,
    IMPORTANT_DATES,
    ORDERS,
    PREFERRED_CHANNELS,
    REFRESH_LOG,
    ROLES,
    SEGMENTS,
    SETTING_NAMES,
    SETTINGS,
    SHARE_LOG,
    STAFF,
    STRATEGIES,
    TEMPLATES,
    TIERS,
)

__all__ = [
    "ADDIN",
    "CHANNELS",
    "CONSENTS",
    "CONTACTS",
    "CUSTOMERS",
    "FOLLOW_UP",
    "FOLLOW_UP_SOURCES",
    "HOLIDAYS",
    "IMPORTANT_DATES",
    "ORDERS",
    "PREFERRED_CHANNELS",
    "REFRESH_LOG",
    "ROLES",
    "SEGMENTS",
    "SETTINGS",
    "SETTING_NAMES",
    "SHARE_LOG",
    "SHEETS",
    "STAFF",
    "STRATEGIES",
    "TABLES",
    "TABLE_NAMES",
    "TEMPLATES",
    "TIERS",
    "USER",
    "Column",
    "Table",
    "asked_tables",
    "base_name",
    "both_names",
    "caption",
    "choice_by_word",
    "choice_label",
    "column_by_caption",
    "is_owner_table",
    "normal_caption",
    "owner_table",
    "owner_table_of",
    "sheet_name",
    "table",
]

TABLES = (
    CUSTOMERS,
    ORDERS,
    CONTACTS,
    FOLLOW_UP,
    IMPORTANT_DATES,
    CONSENTS,
    TEMPLATES,
    SETTINGS,
    TIERS,
    SEGMENTS,
    STRATEGIES,
    HOLIDAYS,
    STAFF,
    ROLES,
    REFRESH_LOG,
    SHARE_LOG,
)
TABLE_NAMES = tuple(t.name for t in TABLES)
# Sheets in the order of their tabs; "guide" and "checks" hold no table.
SHEETS = ("guide", *TABLE_NAMES, "checks")

_OWNER_PREFIX = f"{FOLLOW_UP.name}."
_OWNER_TABLE = re.compile(rf"{FOLLOW_UP.excel_name}_([0-9a-f]{{8}})", re.IGNORECASE)


def table(name: str) -> Table:
    """The table `name` ("customers", "orders", ...), or the follow-up table of one owner."""
    if name.startswith(_OWNER_PREFIX):
        code = name.removeprefix(_OWNER_PREFIX)
        return replace(FOLLOW_UP, name=name, excel_name=f"{FOLLOW_UP.excel_name}_{code}")
    return next(t for t in TABLES if t.name == name)


def owner_table(code: str) -> str:
    """The internal name of the follow-up table of the owner with this code of eight hex digits."""
    return f"{_OWNER_PREFIX}{code}"


def is_owner_table(name: str) -> bool:
    """Whether an internal name is that of one owner's follow-up table."""
    return name.startswith(_OWNER_PREFIX)


def owner_table_of(excel_name: str) -> str | None:
    """The internal name of an owner's follow-up table by its Excel name; None for other tables."""
    found = _OWNER_TABLE.fullmatch(excel_name)
    return owner_table(found[1].lower()) if found else None


def base_name(name: str) -> str:
    """The name under which a table has its texts; one for all follow-up tables."""
    return FOLLOW_UP.name if is_owner_table(name) else name


def asked_tables(asked: Iterable[str] | None, present: Iterable[str]) -> list[str]:
    """Of the tables `present` those asked for (None: all), in the order of their tabs.

    Who asks for the follow-up table gets those of the owners too.
    """
    wanted = set(TABLE_NAMES if asked is None else asked)
    chosen = [name for name in present if name in wanted or base_name(name) in wanted]
    return sorted(chosen, key=lambda name: (TABLE_NAMES.index(base_name(name)), name))


def caption(table_name: str, column_name: str, lang: str) -> str:
    """The header of a column as the user sees it."""
    return text(f"column.{base_name(table_name)}.{column_name}", lang)


def sheet_name(table_name: str, lang: str) -> str:
    """The name of a table's sheet, for people; the owner's own name is not in it."""
    return text(f"sheet.{base_name(table_name)}", lang)


def both_names(table_name: str) -> str:
    """The sheet's name in each language, for a sentence about a table that is not there."""
    return " / ".join(dict.fromkeys(sheet_name(table_name, lang) for lang in LANGUAGES))


def choice_label(choice: str, lang: str) -> str:
    """The word shown in the workbook for one of a column's choices."""
    return text(f"choice.{choice}", lang)


def normal_caption(caption_text: object) -> str:
    """A header without what people vary unknowingly: case, width, blanks, line breaks."""
    folded = unicodedata.normalize("NFKC", str(caption_text)).casefold()
    return "".join(folded.split()).replace("_", "")


def column_by_caption(table_name: str) -> dict[str, str]:
    """Normalised caption (zh, en or internal name) to internal name, for one table."""
    known: dict[str, str] = {}
    for column in table(table_name).columns:
        known[normal_caption(column.name)] = column.name
        for lang in LANGUAGES:
            known[normal_caption(caption(table_name, column.name, lang))] = column.name
    return known


def choice_by_word(column: Column) -> dict[str, str]:
    """Normalised word (zh, en or internal) to the internal choice, for one column."""
    known: dict[str, str] = {}
    for choice in column.choices:
        known[normal_caption(choice)] = choice
        for lang in LANGUAGES:
            known[normal_caption(choice_label(choice, lang))] = choice
    return known
