"""What each command does: read the workbook, compute, apply the changes, say what happened."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.cli.progress import progress
from xl_addin.hosts import safe_save

Arguments = argparse.Namespace

_IMPORT_TABLES = ("customers", "orders", "settings")


def new(arguments: Arguments) -> int:
    from xl_addin.cli.making import make_workbook

    path = Path(arguments.workbook)
    make_workbook(path, arguments.lang, sample=arguments.sample)
    print(text("cli.made", arguments.lang, file=path))
    return 0


def import_files(arguments: Arguments) -> int:
    from xl_addin.commands.import_files import import_files as command
    from xl_addin.intake import read_file

    given = {"customers": arguments.customers, "orders": arguments.orders}
    files = {table: Path(file) for table, file in given.items() if file}
    if not files:
        raise BadValue("cli.import.nothing")
    mapping = _mapping(arguments.map)
    with progress(5, arguments.lang) as step:
        step("step.reading_files")
        read = {
            table: read_file(file, table, _mapping_for(table, mapping), arguments.lang)
            for table, file in files.items()
        }
        host = _closed_file(arguments, step)
        book = host.read(_IMPORT_TABLES, writing=("customers", "orders"))
        step("step.computing")
        changes = command(book, **read, on=datetime.now().date(), replace=arguments.replace)
        kept = host.apply(changes)
    _say(changes.report.lines(arguments.lang))
    _say_saved(arguments, kept)
    return 0


def refresh(arguments: Arguments) -> int:
    from xl_addin.commands import refresh as command

    with progress(4, arguments.lang) as step:
        host = _closed_file(arguments, step)
        book = host.read(command.TABLES, command.WRITES, command.NEEDS, command.prepare)
        step("step.computing")
        changes = command.refresh(book, datetime.now(), arguments.as_of)
        kept = host.apply(changes)
    if arguments.json:
        print(json.dumps(changes.report.as_json(), ensure_ascii=False, indent=2))
        return 0
    _say(changes.report.lines(arguments.lang))
    _say_saved(arguments, kept)
    return 0


def check(arguments: Arguments) -> int:
    from xl_addin.commands.check import check as command

    with progress(2, arguments.lang) as step:
        book = _closed_file(arguments, step).read()
        step("step.computing")
        report = command(book, arguments.as_of)
    _say(report.lines(arguments.lang))
    return 1 if report.has_problems else 0


def explain(arguments: Arguments) -> int:
    from xl_addin.commands import explain as command

    with progress(2, arguments.lang) as step:
        book = _closed_file(arguments, step).read(command.TABLES)
        step("step.computing")
        lines = command.explain(book, arguments.customer_id, arguments.as_of, arguments.lang)
    _say(lines)
    return 0


def export(arguments: Arguments) -> int:
    from xl_addin.commands import export as command

    path, lang = Path(arguments.to), arguments.lang
    if path.suffix.casefold() != ".csv":
        raise BadValue("cli.export.not_csv", file=path.name)
    table = command.table_named(arguments.table, lang)
    with progress(2, lang) as step:
        book = _closed_file(arguments, step).read({table, "settings"})
        rows = command.export(book, table)
        step("step.saving")
        encoding = "utf-8-sig" if arguments.excel else "utf-8"
        count = safe_save.write_text_file(path, encoding, lambda f: _write_rows(f, rows))
    print(text("cli.export.done", lang, n=count, file=path))
    if table == "customers" and (n := command.without_consent(book)):
        print(text("cli.export.consent", lang, n=n), file=sys.stderr)
    return 0


def undo(arguments: Arguments) -> int:
    from xl_addin.hosts.closed_file import refuse_unreadable

    path = Path(arguments.workbook)
    safe_save.undo(path, refuse_unreadable)
    print(text("cli.undo.done", arguments.lang, file=path.name))
    return 0


def functions(arguments: Arguments) -> int:
    from xl_addin.cli import functions as command

    lang = arguments.lang
    named = arguments.name
    print(command.describe_function(named, lang) if named else command.list_functions(lang))
    return 0


def call(arguments: Arguments) -> int:
    from xl_addin.cli.functions import call_function

    print(call_function(arguments.name, arguments.values, arguments.lang))
    return 0


def doctor(arguments: Arguments) -> int:
    from xl_addin.cli.doctor import examine

    fine, lines = examine(arguments.workbook and Path(arguments.workbook), arguments.lang)
    _say(lines)
    return 0 if fine else 1


def _closed_file(arguments: Arguments, step: Callable[[str], None]) -> Any:
    from xl_addin.hosts.closed_file import ClosedFile

    return ClosedFile(Path(arguments.workbook), step)


def _mapping(words: list[str]) -> dict[str, str]:
    pairs = {}
    for word in words:
        column, equals, caption = word.partition("=")
        if not (column.strip() and equals and caption.strip()):
            raise BadValue("cli.import.map_form", word=word)
        pairs[column.strip()] = caption.strip()
    return pairs


def _mapping_for(table: str, mapping: dict[str, str]) -> dict[str, str]:
    """With two files at once `orders.amount=...` and `customers.phone=...` tell them apart."""
    chosen = {}
    for column, caption in mapping.items():
        prefix, dot, bare = column.partition(".")
        if not dot:
            chosen[column] = caption
        elif prefix == table:
            chosen[bare] = caption
    return chosen


def _write_rows(file: Any, rows: Any) -> int:
    writer, count = csv.writer(file), -1
    for row in rows:
        writer.writerow(row)
        count += 1
    return count


def _say(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _say_saved(arguments: Arguments, kept: Path | None) -> None:
    lang = arguments.lang
    if kept is None:
        print(text("cli.nothing_changed", lang))
    else:
        print(text("cli.saved", lang, file=arguments.workbook, backup=kept.name))


ACTIONS: dict[str, Callable[[Arguments], int]] = {
    "new": new,
    "import": import_files,
    "refresh": refresh,
    "check": check,
    "explain": explain,
    "export": export,
    "undo": undo,
    "functions": functions,
    "call": call,
    "doctor": doctor,
}
