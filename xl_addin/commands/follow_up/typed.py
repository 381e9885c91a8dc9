"""What people have typed on the follow-up sheets, brought together and never lost.

An item may stand on the sheet of all customers and on its owner's. Each line remembers, as a mark,
what its typed cells held when the sheet was made; a line whose mark no longer fits was edited. Of
several lines of an item the edited one counts; where two were edited differently, both texts are
kept. Proved in tests/xl_addin/commands/follow_up/test_typed.py and test_regenerating.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from udfs.errors import BadValue
from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.cells import internal, shown
from xl_addin.commands.contact_log import cell_word
from xl_addin.commands.follow_up.phrases import plain
from xl_addin.tables import Book, TableData

TYPED = tuple(schema.FOLLOW_UP.names(schema.USER))
COMPUTED = tuple(schema.FOLLOW_UP.names(schema.ADDIN))
# Without these nobody knows which line is whose, or what was typed.
_NEEDED = ("customer_id", "item", "typed_mark", *TYPED)
# What people write into Done besides the words of its list.
_DONE = {
    *(
        "done",
        "finished",
        "completed",
        "ok",
        "okay",
        "y",
        "x",
        "v",
        "√",
        "✔",
        "☑",
        "✅",
        "对",
        "好",
    ),
    *("完成", "已完成", "办完", "已办完", "办好", "已办", "好了", "完"),
}
_SEPARATOR = " / "
_NOTHING = "-"


@dataclass(frozen=True)
class Line:
    """One row of a follow-up sheet: our cells, the typed ones, and the user's own columns.

    `table` and `row` are where it stands; "" and 0 for a line that is being made.
    """

    table: str
    computed: dict[str, Any]
    typed: dict[str, Any]
    own: dict[str, Any] = field(default_factory=dict)
    row: int = 0

    @property
    def item(self) -> str:
        return cell_word(self.computed.get("item"))

    @property
    def customer_id(self) -> str:
        """As every table writes it: 7 and 7.0 are one customer."""
        from udfs.values import read_id

        return read_id(self.computed.get("customer_id"))

    @property
    def is_done(self) -> bool:
        return self.typed.get("done") is True

    @property
    def holds_words(self) -> bool:
        """Whether somebody has typed anything into the line."""
        return any(not is_blank(cell) for cell in (*self.typed.values(), *self.own.values()))

    @property
    def was_edited(self) -> bool:
        return mark(self.typed, self.own)[0] != (self._mark or [_NOTHING])[0]

    def knew(self, caption: str) -> bool:
        """Whether the sheet had this column of the user's own when the line was made."""
        return _digest(caption, 4) in self._mark[1:]

    @property
    def _mark(self) -> list[str]:
        return cell_word(self.computed.get("typed_mark")).split()


def mark(typed: dict[str, Any], own: dict[str, Any]) -> list[str]:
    """A fingerprint of the typed cells, then one of each column of the user's own."""
    filled = [(name, cell_word(cell)) for name, cell in (typed | own).items() if not is_blank(cell)]
    columns = sorted(_digest(caption, 4) for caption in own)
    return [_digest(repr(sorted(filled)), 8) if filled else _NOTHING, *columns]


def _digest(words: str, length: int) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:length]


def need(table: TableData, names: Iterable[str]) -> None:
    """Refuse, with a way out, where a column is missing that holds what people type."""
    for name in names:
        if name not in table:
            both = dict.fromkeys(schema.caption(table.name, name, lang) for lang in LANGUAGES)
            words = {"sheet": table.sheet, "column": " / ".join(both)}
            raise BadValue("follow_up.column_missing", **words)


def read_lines(book: Book) -> list[Line]:
    """Every filled line of every follow-up sheet of the book; raises where a column is missing."""
    names = [name for name in book.tables if schema.base_name(name) == schema.FOLLOW_UP.name]
    return [line for name in sorted(names) for line in _lines(book[name])]


def _lines(table: TableData) -> Iterable[Line]:
    need(table, _NEEDED)
    described = schema.FOLLOW_UP
    columns = {c: internal(described.column(c), table.get(c)) for c in (*TYPED, *COMPUTED)}
    columns["done"] = [_done(cell) for cell in columns["done"]]
    filled_in = {c: cells for c, cells in table.extra.items() if c not in table.calculated}
    for place in range(len(table)):
        computed = {c: columns[c][place] for c in COMPUTED}
        typed = {c: columns[c][place] for c in TYPED}
        own = {caption: cells[place] for caption, cells in filled_in.items()}
        line = Line(table.name, computed, typed, own, table.row_number(place))
        if line.holds_words or any(not is_blank(cell) for cell in computed.values()):
            yield line


def _done(cell: Any) -> Any:
    """True for what people write there when it is done; other words stay, and are told."""
    return True if isinstance(cell, str) and schema.normal_caption(cell) in _DONE else cell


def brought_together(
    lines: Sequence[Line], lang: str, taken: Collection[str] = ()
) -> dict[str, Line]:
    """Item to its one line, in the order in which the items first stand on the sheets.

    `taken` are names a line added by hand may not get: the next one with the same words is
    another matter, not the one that is in the contacts already.
    """
    known = {line.item for line in lines} | set(taken)
    by_item: dict[str, list[Line]] = {}
    for line in lines:
        by_item.setdefault(line.item or _new_item(line, known), []).append(line)
    return {item: _together(copies, item, lang) for item, copies in by_item.items()}


def _together(copies: list[Line], item: str, lang: str) -> Line:
    edited = [line for line in copies if line.was_edited] or copies
    first = edited[0]
    computed = first.computed | {"item": item}
    typed = {name: _kept([line.typed[name] for line in edited]) for name in TYPED}
    typed["outcome"], other_outcomes = _outcomes(edited, lang)
    if other_outcomes:
        typed["result_note"] = joined([typed["result_note"], *other_outcomes])
    if any(line.is_done for line in edited):
        typed["done"] = True
    elif not is_blank(typed["done"]) and typed["done"] is not False:
        # The cell holds yes or no; what else was typed there is told, and kept in the note.
        typed["result_note"] = joined([typed["result_note"], typed["done"]])
        typed["done"] = None
    captions = dict.fromkeys(caption for line in copies for caption in line.own)
    own = {caption: _own_cell(caption, edited, copies) for caption in captions}
    return Line(first.table, computed, typed, own, first.row)


def _outcomes(edited: list[Line], lang: str) -> tuple[Any, list[Any]]:
    """The outcome typed first, and the words of the others: a list holds one."""
    different = {
        cell_word(cell): cell for line in edited if not is_blank(cell := line.typed["outcome"])
    }
    first, *others = different.values() or [None]
    return first, shown(schema.FOLLOW_UP.column("outcome"), others, lang)


def _own_cell(caption: str, edited: list[Line], copies: list[Line]) -> Any:
    """A cell of the user's own column; an edited line counts alone if it had the column before.

    A column may have come to a sheet only now; then its blanks do not mean cleared.
    """
    having = [line for line in edited if caption in line.own]
    alone = having and all(line.knew(caption) for line in having)
    return _kept([line.own.get(caption) for line in (having if alone else copies)])


def _kept(cells: list[Any]) -> Any:
    """The one thing typed, or all of them one after another."""
    filled = [cell for cell in cells if not is_blank(cell)]
    different = {cell_word(cell): cell for cell in filled}
    if len(different) <= 1:
        return filled[0] if filled else None
    return joined(list(different.values()))


def joined(cells: Iterable[Any]) -> str:
    """Texts side by side; what stands between the same separators already is told once.

    Not a text that is part of another one: "ok" is not said by "not ok", 同意 not by 不同意.
    """
    words = [plain(cell) for cell in cells if not is_blank(cell)]
    if len(words) <= 1:
        return "".join(words)
    parts = (part.strip() for one in words for part in one.split(_SEPARATOR))
    return _SEPARATOR.join(dict.fromkeys(part for part in parts if part))


def _new_item(line: Line, known: Collection[str]) -> str:
    """A name for a line somebody has written in by hand; from then on it is an item of its own."""
    words = repr([line.computed.get("name"), line.computed.get("why"), line.typed, line.own])
    name = f"{line.customer_id or '-'}/own/{_digest(words, 8)}"
    number, free = 1, name
    while free in known:
        number += 1
        free = f"{name}-{number}"
    return free


def is_blank(cell: Any) -> bool:
    """Nothing in the cell, or blanks only."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
