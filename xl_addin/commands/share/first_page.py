"""The first sheet of a copy in words: what it is, for whom, from when, and what is not in it.

Proved in tests/xl_addin/commands/share/test_first_page.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from udfs.texts import text
from xl_addin.commands.share.planning import CopyPlan
from xl_addin.commands.share.rows import REASONS
from xl_addin.settings import Settings


@dataclass(frozen=True)
class FirstPage:
    """A title, lines of label and value, paragraphs; `sheet` is the words of its tab."""

    sheet: str
    title: str
    lines: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Base:
    """What all copies of one run share: the master's file name, its settings, when it was made."""

    file: str
    settings: Settings
    made: datetime
    as_of: date | None

    @property
    def day(self) -> date:
        """The day a copy is named after."""
        return self.as_of or self.made.date()


def first_page(base: Base, plan: CopyPlan, fingerprint: str) -> FirstPage:
    """The page in the reader's language."""
    lang, name = plan.reader.lang, plan.reader.name

    def said(key: str, **values: object) -> str:
        return text(f"share.page.{key}", lang, **values)

    lines = (
        (said("for"), _reader(plan)),
        (said("from"), _sender(base, lang)),
        (said("as_of"), _as_of(base, lang)),
        (said("made"), f"{base.made:%Y-%m-%d %H:%M}"),
        (said("customers"), _customers(plan)),
        (said("rows"), plan.rows_in_words(lang)),
        (said("columns"), plan.columns_left_out(lang) or said("no_columns")),
        (said("masked"), said("is_masked" if plan.masked else "not_masked")),
        (said("left_out"), left_out_in_words(plan.left_out, lang) or said("none_left_out")),
        (said("fingerprint"), fingerprint),
    )
    what = said("what", file=base.file, reader=name)
    remarks = (what, *map(said, ("no_consent", "formulas", "changes", "personal")))
    return FirstPage(said("sheet"), said("title", reader=name), lines, remarks)


def left_out_in_words(left_out: Mapping[str, int], lang: str) -> str:
    """Customers that are not in a copy, by reason; "" for none."""
    parts = [
        text(f"share.left_out.{why}", lang, n=left_out[why]) for why in REASONS if left_out.get(why)
    ]
    return text("share.comma", lang).join(parts)


def _reader(plan: CopyPlan) -> str:
    reader = plan.reader
    key = "share.page.reader_role" if reader.role.name else "share.page.reader"
    return text(key, reader.lang, reader=reader.name, role=reader.role.name)


def _sender(base: Base, lang: str) -> str:
    company = base.settings.company
    key = "share.page.from_company" if company else "share.page.from_file"
    return text(key, lang, company=company, file=base.file)


def _as_of(base: Base, lang: str) -> str:
    if base.as_of is None:
        return text("share.page.no_date", lang)
    return text("share.page.as_of_date", lang, day=base.as_of.isoformat())


def _customers(plan: CopyPlan) -> str:
    key = "share.page.all" if plan.reader.role.sees_all else "share.page.own"
    words = {"n": f"{plan.rows('customers'):,}", "reader": plan.reader.name}
    return text(key, plan.reader.lang, **words)
