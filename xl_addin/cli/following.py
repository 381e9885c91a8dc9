"""The commands around the follow-up: its sheets, the recall list, an older workbook brought up."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from udfs.texts import text
from xl_addin.cli.answers import closed_file, say
from xl_addin.cli.progress import progress
from xl_addin.pages import Page
from xl_addin.tables import Book, Changes

Arguments = argparse.Namespace


def follow_up(arguments: Arguments) -> int:
    from xl_addin.commands import follow_up as command

    with progress(4, arguments.lang) as step:
        host = closed_file(arguments, step)
        book = host.read(command.TABLES)
        step("step.computing")
        changes = command.follow_up(book, arguments.as_of, arguments.owner)
        kept = write(host, book, changes)
    say(changes.report.lines(arguments.lang))
    say_saved(arguments, kept)
    return 0


def recall(arguments: Arguments) -> int:
    from xl_addin.commands import recall as command

    with progress(4, arguments.lang) as step:
        host = closed_file(arguments, step)
        book = host.read(command.TABLES)
        step("step.computing")
        page = command.recall(book, None if arguments.sheet else arguments.lang, arguments.as_of)
        kept = _with_sheet(arguments, host, page)
    return _tell(arguments, page, kept)


def changes(arguments: Arguments) -> int:
    from xl_addin.commands import what_changed as command

    with progress(4, arguments.lang) as step:
        host = closed_file(arguments, step)
        book = host.read(command.TABLES)
        step("step.computing")
        page = command.what_changed(book, None if arguments.sheet else arguments.lang)
        kept = _with_sheet(arguments, host, page)
    return _tell(arguments, page, kept)


def upgrade(arguments: Arguments) -> int:
    from xl_addin.commands import upgrade as command

    with progress(4, arguments.lang) as step:
        host = closed_file(arguments, step)
        book = host.read(command.TABLES)
        step("step.computing")
        changes = command.upgrade(book)
        kept = write(host, book, changes)
    say(changes.report.lines(arguments.lang))
    say_saved(arguments, kept)
    return 0


def write(host: Any, book: Book, changes: Changes) -> Path | None:
    """Apply the changes; tables the workbook lacks come with sheets of their own."""
    return host.apply(changes.of_tables_there(), _new_sheets(book, changes))


def _new_sheets(book: Book, changes: Changes) -> list[Any]:
    from xl_addin.build.added_sheets import sheets_for
    from xl_addin.package.graft import Grafting

    donor = sheets_for(changes, book.lang)
    return [Grafting(donor, tuple(changes.new_sheets.values()))] if donor else []


def _with_sheet(arguments: Arguments, host: Any, page: Page) -> Path | None:
    """The page as a sheet of the workbook, where that was asked for."""
    if not arguments.sheet:
        return None
    from xl_addin.build.page_sheet import page_workbook
    from xl_addin.hosts.closed_pages import page_grafting

    path = Path(arguments.workbook)
    return host.apply(Changes(), [page_grafting(path, page, page_workbook(page))])


def _tell(arguments: Arguments, page: Page, kept: Path | None) -> int:
    if kept is None:
        say(page.lines())
    else:
        tab = text(f"page.{page.name}", page.lang)
        print(text("cli.sheet_written", arguments.lang, sheet=tab))
        say_saved(arguments, kept)
    return 0


def say_saved(arguments: Arguments, kept: Path | None) -> None:
    """Where the state before is kept, or that nothing has changed."""
    lang = arguments.lang
    if kept is None:
        print(text("cli.nothing_changed", lang))
    else:
        print(text("cli.saved", lang, file=arguments.workbook, backup=kept.name))
