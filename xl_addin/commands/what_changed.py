"""What changed: the tier moves of the last refresh, how many went from which tier to which, and
the refresh's line of the log beside the one before.

It computes nothing: it says what the customer table and the refresh log show.
Proved in tests/xl_addin/commands/test_what_changed.py.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin import schema
from xl_addin.pages import Page, Section
from xl_addin.settings import read_tier_rules
from xl_addin.tables import Book, TableData

TABLES = ("customers", "settings", "tiers", "refresh_log")
_MOVED = ("customer_id", "name", "owner", "previous_tier", "tier", "gap_to_next_tier", "why")
_MOVED_WIDTHS = (10, 13, 26, 12, 13, 13, 44, 110)
# What of the log is compared: all but the moment of the refresh and its remarks.
_COMPARED = tuple(schema.REFRESH_LOG.names()[1:-1])
# Falls come first, because they ask for something to be done.
_DIRECTIONS = ("down", "up", "other")
Line = dict[str, Any]


def what_changed(book: Book, lang: str | None = None) -> Page:
    """The page in `lang`, otherwise in the language of the book."""
    lang = lang or book.lang
    lines = _last_lines(book)
    if lines:
        sections = [_moves(book, lines, lang), *_matrix(book, lines, lang), _log(lines, lang)]
    else:
        sections = [Section(text("page.moves", lang), (text("page.never_refreshed", lang),))]
    return Page("what_changed", text("page.what_changed.title", lang), lang, tuple(sections))


def _last_lines(book: Book) -> list[Line]:
    """The last two lines of the refresh log, the older one first."""
    if "refresh_log" not in book:
        return []
    log = book["refresh_log"]
    columns = {name: log.get(name) for name in ("refreshed_at", *_COMPARED)}
    columns["analysis_date"] = _days(log, "analysis_date", book)
    filled = [row for row, day in enumerate(columns["analysis_date"]) if day is not None]
    return [{name: cells[row] for name, cells in columns.items()} for row in filled[-2:]]


def _days(table: TableData, column: str, book: Book) -> list[date | None]:
    from udfs.values import dates

    found: list[date | None] = dates(table.get(column), book.date1904)[0].tolist()
    return found


def _moves(book: Book, lines: list[Line], lang: str) -> Section:
    """Customers whose tier changed on the analysis date of the last refresh."""
    heading, day = text("page.moves", lang), lines[-1]["analysis_date"]
    before = lines[0]["analysis_date"]
    if day < before:  # then the columns of the history are those of the later date
        words = {"day": day.isoformat(), "before": before.isoformat()}
        return Section(heading, (text("page.look_back", lang, **words),))
    rows = _moved_rows(book, day)
    if not rows:
        return Section(heading, (text("page.no_moves", lang, day=day.isoformat()),))
    notes = _counts(rows, day, lang)
    captions = (schema.caption("customers", name, lang) for name in _MOVED)
    header = (text("page.direction", lang), *captions)
    shown = tuple((text(f"page.direction.{row[0]}", lang), *row[1:]) for row in rows)
    return Section(heading, notes, header, shown, _MOVED_WIDTHS)


def _matrix(book: Book, lines: list[Line], lang: str) -> list[Section]:
    """How many customers went from which tier to which; nothing to tell of a look back."""
    from xl_addin.commands.tier_migration import migration

    day = lines[-1]["analysis_date"]
    if day < lines[0]["analysis_date"]:
        return []
    levels = _levels(book)
    order = sorted(levels, key=lambda tier: -levels[tier])
    changed_on = _days(book["customers"], "tier_changed_on", book)
    return [migration(book, day, changed_on, order, lang)]


def _counts(rows: list[tuple[Any, ...]], day: date, lang: str) -> tuple[str, ...]:
    down, up, other = (sum(row[0] == name for row in rows) for name in _DIRECTIONS)
    words = {"day": day.isoformat(), "n": len(rows), "down": down, "up": up}
    said = text("page.moves.note", lang, **words)
    return (said, text("page.moves.other", lang, n=other)) if other else (said,)


def _moved_rows(book: Book, day: date) -> list[tuple[Any, ...]]:
    """Direction and cells of each move, falls first, otherwise in the order of the table."""
    customers, levels = book["customers"], _levels(book)
    cells = [customers.get(name) for name in _MOVED]
    rows = []
    for row, changed_on in enumerate(_days(customers, "tier_changed_on", book)):
        if changed_on == day:
            moved = tuple(column[row] for column in cells)
            rows.append((_direction(moved[3], moved[4], levels), *moved))
    return sorted(rows, key=lambda row: _DIRECTIONS.index(row[0]))


def _levels(book: Book) -> dict[str, int]:
    """Tier to level by the rules of the workbook; nothing where they cannot be read."""
    from udfs.tier_rules import default_tier_rules

    try:
        rules = read_tier_rules(book) if "tiers" in book else None
    except CustomerChainError:  # what the table shows can be told without them
        return {}
    return {rule.tier: rule.level for rule in rules or default_tier_rules(book.lang)}


def _direction(old: Any, new: Any, levels: dict[str, int]) -> str:
    before, now = levels.get(old), levels.get(new)
    if before is None or now is None or before == now:
        return "other"
    return "up" if now > before else "down"


def _log(lines: list[Line], lang: str) -> Section:
    """The line of the last refresh beside that of the one before."""
    heading = text("page.log", lang)
    if len(lines) == 1:
        return Section(heading, (text("page.first_refresh", lang),))
    before, now = lines
    rows = tuple(_compared(name, before[name], now[name], lang) for name in _COMPARED)
    moments = tuple(_moment(line["refreshed_at"]) for line in lines)
    note = text("page.log.note", lang, before=moments[0], now=moments[1])
    header = tuple(text(f"page.log.{name}", lang) for name in ("what", "before", "now", "change"))
    return Section(heading, (note,), header, rows, (24, 52, 52, 12))


def _compared(name: str, before: Any, now: Any, lang: str) -> tuple[Any, ...]:
    """One row: the two values and, where they are counts, their difference."""
    change: Any = "" if before == now else text("page.log.differs", lang)
    if before != now and isinstance(before, (int, float)) and isinstance(now, (int, float)):
        change = f"{now - before:+,.0f}"
    return schema.caption("refresh_log", name, lang), before, now, change


def _moment(cell: Any) -> str:
    return str(cell)[:16] if cell is not None else "?"
