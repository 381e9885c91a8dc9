"""The commands that only answer: they read a workbook, or nothing, and change nothing."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from xl_addin.cli.progress import progress
from xl_addin.tables import Book

Arguments = argparse.Namespace


def check(arguments: Arguments) -> int:
    from xl_addin.commands.check import check as command

    with _reading(arguments, None) as book:
        report = command(book, arguments.as_of)
    say(report.lines(arguments.lang))
    return 1 if report.has_problems else 0


def explain(arguments: Arguments) -> int:
    from xl_addin.commands import explain as command

    with _reading(arguments, command.TABLES) as book:
        lines = command.explain(book, arguments.customer_id, arguments.as_of, arguments.lang)
    say(lines)
    return 0


def gap(arguments: Arguments) -> int:
    from xl_addin.commands import gap as command

    with _reading(arguments, command.TABLES) as book:
        lines = command.gap(book, arguments.customer_id, arguments.lang)
    say(lines)
    return 0


def audit(arguments: Arguments) -> int:
    from xl_addin.commands import audit as command

    with _reading(arguments, command.TABLES) as book:
        page = command.audit(book, arguments.customer_id, arguments.lang)
    say(page.lines())
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
    say(lines)
    return 0 if fine else 1


def check_installation(arguments: Arguments) -> int:
    from xl_addin.commands.check_installation import check_installation as command
    from xl_addin.hosts.check_cells import read_check_cells

    cells = read_check_cells(Path(arguments.workbook)) if arguments.workbook else None
    report = command(cells, arguments.lang, stored=True)
    say(report.lines(arguments.lang))
    return 1 if report.has_problems else 0


@contextlib.contextmanager
def _reading(arguments: Arguments, tables: Iterable[str] | None) -> Iterator[Book]:
    """The workbook's tables, for a command that changes nothing."""
    with progress(2, arguments.lang) as step:
        book = closed_file(arguments, step).read(tables)
        step("step.computing")
        yield book


def closed_file(arguments: Arguments, step: Callable[[str], None]) -> Any:
    from xl_addin.hosts.closed_file import ClosedFile

    return ClosedFile(Path(arguments.workbook), step)


def say(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
