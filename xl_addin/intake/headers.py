"""Which row of a file holds the headers, and which header is which of our columns.

Nothing is guessed: two headers for one column, or none for a column that must be there, is a
sentence that lists what the file has and shows how to decide with --map.
Proved in tests/xl_addin/intake/test_headers.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from udfs.errors import BadValue
from xl_addin.intake.aliases import normal_header, strong_words, weak_words
from xl_addin.intake.incoming import Row
from xl_addin.schema import ADDIN, caption, column_by_caption, normal_caption, table

SEARCHED_ROWS = 20
REQUIRED = {"orders": ("customer_id", "order_date", "amount"), "customers": ("customer_id",)}


class Words:
    """What the headers of one file may say: our words, and what the user said with --map."""

    def __init__(self, table_name: str, mapping: Mapping[str, str] | None, lang: str) -> None:
        self.table = table_name
        self.lang = lang
        self.strong = strong_words(table_name)
        self.weak = weak_words(table_name)
        self.computed = set(table(table_name).names(ADDIN))
        self.said = {self._own(name): said for name, said in (mapping or {}).items()}
        self._explicit = {normal_header(said): name for name, said in self.said.items()}

    def caption(self, name: str) -> str:
        return caption(self.table, name, self.lang)

    def targets(self, headers: Sequence[Any]) -> list[str | None]:
        """For each header the column it names, or None; one column may still come twice."""
        plain = [normal_header(header) if header not in (None, "") else "" for header in headers]
        strong = {h: n for h, n in self.strong.items() if n not in self.said} | self._explicit
        found = [strong.get(header) for header in plain]
        claimed = {*found, *self.said}
        weak = {h: n for h, n in self.weak.items() if n not in claimed}
        return [name or weak.get(header) for name, header in zip(found, plain, strict=True)]

    def _own(self, name: str) -> str:
        own = column_by_caption(self.table).get(normal_caption(name))
        if own is None or own in self.computed:
            fields = [n for n in table(self.table).names() if n not in self.computed]
            raise BadValue(
                "intake.map_unknown_column",
                name=name,
                columns=tuple(self.caption(n) for n in fields),
            )
        return own


def header_row(rows: Sequence[Row], words: Words) -> int:
    """The position of the header row: of the first 20 the one that names most of our columns.

    Where none names any it is the first row with anything in it, so that the sentence about
    missing columns can list what the file does have.
    """
    found = [len({t for t in words.targets(row) if t}) for row in rows[:SEARCHED_ROWS]]
    if max(found, default=0) > 0:
        return found.index(max(found))
    return 0


def missing(targets: Sequence[str | None], table_name: str) -> list[str]:
    """The columns an import of this table cannot do without and the headers do not name."""
    return [name for name in REQUIRED[table_name] if name not in targets]


def judge(headers: Sequence[Any], targets: Sequence[str | None], words: Words, file: str) -> None:
    """Refuse headers that leave open what a column is.

    Raises BadValue: a header given with --map is not there, two headers name one column, or a
    required column has none.
    """
    shown = tuple(str(header) for header in headers if header not in (None, ""))
    plain = {normal_header(header) for header in headers if header not in (None, "")}
    for said in words.said.values():
        if normal_header(said) not in plain:
            raise BadValue("intake.map_unknown_header", file=file, header=said, headers=shown)
    _refuse_doubles(headers, targets, words, file)
    lacking = missing(targets, words.table)
    if lacking:
        raise BadValue(
            "intake.column_missing",
            file=file,
            columns=tuple(words.caption(name) for name in lacking),
            name=words.caption(lacking[0]),
            headers=shown,
        )


def _refuse_doubles(
    headers: Sequence[Any], targets: Sequence[str | None], words: Words, file: str
) -> None:
    first: dict[str, Any] = {}
    for header, name in zip(headers, targets, strict=True):
        if name in first and name not in words.computed:
            same = normal_header(header) == normal_header(first[name])
            raise BadValue(
                "intake.same_header_twice" if same else "intake.two_columns",
                file=file,
                first=first[name],
                second=header,
                column=words.caption(name),
                name=words.caption(name),
            )
        if name:
            first[name] = header
