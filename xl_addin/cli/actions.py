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
from xl_addin.cli import answers, following, sharing
from xl_addin.cli.answers import closed_file, say
from xl_addin.cli.following import say_saved
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
        host = closed_file(arguments, step)
        book = host.read(_IMPORT_TABLES, writing=("customers", "orders"))
        step("step.computing")
        changes = command(book, **read, on=datetime.now().date(), replace=arguments.replace)
        kept = host.apply(changes)
    say(changes.report.lines(arguments.lang))
    say_saved(arguments, kept)
    return 0


def refresh(arguments: Arguments) -> int:
    from xl_addin.commands import refresh as command

    with progress(4, arguments.lang) as step:
        host = closed_file(arguments, step)
        book = host.read(command.TABLES, command.WRITES, command.NEEDS, command.prepare)
        step("step.computing")
        changes = command.refresh(book, datetime.now(), arguments.as_of)
        kept = host.apply(changes)
    if arguments.json:
        print(json.dumps(changes.report.as_json(), ensure_ascii=False, indent=2))
        return 0
    say(changes.report.lines(arguments.lang))
    say_saved(arguments, kept)
    return 0


def export(arguments: Arguments) -> int:
    from xl_addin.commands import export as command

    path, lang = Path(arguments.to), arguments.lang
    if path.suffix.casefold() != ".csv":
        raise BadValue("cli.export.not_csv", file=path.name)
    table = command.table_named(arguments.table, lang)
    with progress(2, lang) as step:
        book = closed_file(arguments, step).read({table, "settings"})
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


def addin(arguments: Arguments) -> int:
    from xl_addin.cli.making import make_addin

    path = Path(arguments.file)
    make_addin(path, arguments.lang)
    print(text("cli.made", arguments.lang, file=path))
    return 0


def excel(arguments: Arguments) -> int:
    from xl_addin.setup.command import run

    workbook = Path(arguments.workbook) if arguments.workbook else None
    code, lines = run(arguments.action, workbook, arguments.lang)
    say(lines)
    return code


def libreoffice(arguments: Arguments) -> int:
    from xl_addin.libreoffice.install import run

    code, lines = run(arguments.action, arguments.lang)
    say(lines)
    return code


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


ACTIONS: dict[str, Callable[[Arguments], int]] = {
    "new": new,
    "import": import_files,
    "refresh": refresh,
    "check": answers.check,
    "explain": answers.explain,
    "gap": answers.gap,
    "audit": answers.audit,
    "changes": following.changes,
    "follow-up": following.follow_up,
    "recall": following.recall,
    "upgrade": following.upgrade,
    "share": sharing.share,
    "customer-mails": sharing.customer_mails,
    "export": export,
    "undo": undo,
    "functions": answers.functions,
    "call": answers.call,
    "doctor": answers.doctor,
    "check-installation": answers.check_installation,
    "addin": addin,
    "excel": excel,
    "libreoffice": libreoffice,
}
