"""What a copy left behind, counted by kind, so that the sender can be told.

The kinds are keys of the catalogue: `copying.dropped.KIND`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from udfs.texts import text

_MOST_CELLS_NAMED = 5


@dataclass(frozen=True)
class CopyReport:
    """`frozen` cells keep the value of one of our functions; `blanked` formulas show nothing."""

    rows: Mapping[str, int]
    frozen: int
    masked: int
    blanked: tuple[str, ...]
    dropped: Mapping[str, int]

    def sentences(self, lang: str) -> list[str]:
        """What the sender should know, one sentence each; nothing when nothing was lost."""
        said = []
        if self.frozen:
            said.append(text("copying.frozen", lang, n=self.frozen))
        if self.masked:
            said.append(text("copying.masked", lang, n=self.masked))
        if self.blanked:
            cells = list(self.blanked[:_MOST_CELLS_NAMED])
            key = "copying.blanked" if len(cells) == len(self.blanked) else "copying.blanked_many"
            said.append(text(key, lang, n=len(self.blanked), cells=cells))
        if self.dropped:
            things = [
                text(f"copying.dropped.{kind}", lang, n=count)
                for kind, count in sorted(self.dropped.items())
            ]
            said.append(text("copying.dropped", lang, things=things))
        return said


def together(reports: Iterable[CopyReport]) -> CopyReport:
    """What many copies of one master left behind: a picture in none of them is one picture."""
    told = list(reports)
    rows: Counter[str] = Counter()
    dropped: dict[str, int] = {}
    for one in told:
        rows.update(one.rows)
        for kind, count in one.dropped.items():
            dropped[kind] = max(count, dropped.get(kind, 0))
    blanked = dict.fromkeys(cell for one in told for cell in one.blanked)
    frozen, masked = sum(one.frozen for one in told), sum(one.masked for one in told)
    return CopyReport(dict(rows), frozen, masked, tuple(blanked), dropped)


class Tally:
    """Counts while a copy is made."""

    def __init__(self) -> None:
        self.frozen = self.masked = 0
        self.rows: dict[str, int] = {}
        self.blanked: list[str] = []
        self.dropped: Counter[str] = Counter()

    def drop(self, kind: str, count: int = 1) -> None:
        if count:
            self.dropped[kind] += count

    def report(self) -> CopyReport:
        return CopyReport(
            dict(self.rows), self.frozen, self.masked, tuple(self.blanked), dict(self.dropped)
        )
