"""What a run of copies tells its sender: who got what, who did not and why.

Proved in tests/xl_addin/commands/share/test_report.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.share.first_page import left_out_in_words
from xl_addin.commands.share.planning import CopyPlan
from xl_addin.commands.share.readers import Readers
from xl_addin.commands.share.share_log import Made


@dataclass
class ShareReport:
    """Filled while the copies are made; sentences in any language.

    `left_behind` are those about what no copy could take along, by language.
    """

    readers: Readers
    lang: str
    made: Sequence[Made] = ()
    left_behind: Mapping[str, Sequence[str]] = field(default_factory=dict)
    empty: list[CopyPlan] = field(default_factory=list)
    refused: list[CustomerChainError] = field(default_factory=list)
    stopped: tuple[str, CustomerChainError] | None = None

    @property
    def has_problems(self) -> bool:
        """Whether somebody who should have a copy has none."""
        return bool(self.refused or self.readers.refused or self.stopped)

    def lines(self, lang: str, most: int | None = None) -> list[str]:
        """The sentences, the copies first; more than `most` copies are told in one sentence."""
        lines = [line for made in self.made for line in _made(made, lang)]
        if most is not None and len(self.made) > most:
            names = [made.plan.reader.name for made in self.made]
            lines = [text("share.made_many", lang, n=len(names), readers=names)]
        lines += _columns(self.made, lang)
        lines += self.left_behind.get(lang, ())
        if not self.made:
            lines.append(text("share.nothing_made", lang))
        for plan in self.empty:
            parts = left_out_in_words(plan.left_out, lang)
            words = {"reader": plan.reader.name, "parts": parts}
            lines.append(text("share.nobody_allowed", lang, **words))
        for name in self.readers.without_customers:
            lines.append(text("share.nobody", lang, reader=name))
        if n := self.readers.customers_without_owner:
            column = schema.caption("customers", "owner", self.lang)
            lines.append(text("share.no_owner", lang, n=n, column=column))
        for why in (*self.readers.refused, *self.refused):
            lines.append(text("share.refused_one", lang, why=why.sentence(lang)))
        if self.stopped is not None:
            reader, why = self.stopped
            lines.append(text("share.stopped", lang, reader=reader, why=why.sentence(lang)))
        return lines


def _made(made: Made, lang: str) -> list[str]:
    plan, reader = made.plan, made.plan.reader.name
    key = "share.made_encrypted" if made.encrypted else "share.made"
    lines = [text(key, lang, reader=reader, file=made.file, rows=plan.rows_in_words(lang))]
    if plan.left_out:
        parts = left_out_in_words(plan.left_out, lang)
        lines.append(text("share.left_out", lang, reader=reader, parts=parts))
    return lines


def _columns(made: Sequence[Made], lang: str) -> list[str]:
    """The columns that were left out; colleagues of one role are told together."""
    readers: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in made:
        key = one.plan.columns_left_out(lang), one.plan.quoting
        readers.setdefault(key, []).append(one.plan.reader.name)
    lines = []
    for (columns, quoting), names in readers.items():
        if not columns:
            continue
        said = text("share.columns", lang, readers=names, columns=columns)
        if quoting:
            said += _space(lang) + text("share.quoting", lang, columns=list(quoting))
        lines.append(said)
    return lines


def _space(lang: str) -> str:
    return "" if lang == "zh" else " "
