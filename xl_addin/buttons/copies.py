"""What the buttons of the group Share have in common: copies out of the open workbook.

The copies are made of the saved file, which the button wants to hold what is on the screen; the log
goes into the open workbook, which is saved then, because a copy nobody has a record of must not
exist. Proved in tests/xl_addin/buttons/test_sharing.py.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from udfs.errors import BadValue, CustomerChainError
from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.hosts import live_undo
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.sharing.mailing import CopyMails
from xl_addin.sharing.run import Asked, Mail, Prepared, making, prepare
from xl_addin.tables import Changes

# What fits into a box on the screen.
MOST_TOLD = 6
LOG = ("share_log", "settings")


@dataclass(frozen=True)
class Made:
    """The copies of one press: where they lie, what to say, and the mails that go with them."""

    prepared: Prepared
    folder: Path
    lines: list[str]
    mails: CopyMails


def prepared(desk: Desk) -> Generator[str, None, Prepared]:
    """The readers of the open workbook; refused where it was not saved."""
    path = desk.saved_workbook()
    yield "step.reading"
    book = ClosedFile(path).read()
    yield "step.share.plan"
    return prepare(path, book, Asked(text("share.all", desk.lang), False, datetime.now()))


def copies(desk: Desk, found: Prepared, mail: Mail) -> Generator[str, None, Made]:
    """Copies for all readers, without passwords, in a folder beside the workbook."""
    folder = desk.folder_beside(text("share.folder", found.book.lang))
    yield from desk.host.reading(LOG)

    def write_log(changes: Changes) -> None:
        from xl_addin.build.added_sheets import sheets_for

        desk.host.apply(changes, sheets_for(changes, found.book.lang))
        live_undo.forget(desk.book)  # a copy stays made, whatever is undone
        save(desk)

    report, mails = yield from making(found, folder, {}, write_log, mail)
    lines = report.lines(desk.lang, MOST_TOLD)
    if report.made:
        lines += [text("share.in_folder", desk.lang, folder=folder.name)]
        lines += [
            text("share.logged_here", desk.lang, sheet=desk.host.tables["share_log"].sheet.name)
        ]
    lines += [*mails.remarks, *(_said(problem, desk.lang) for problem in mails.problems)]
    return Made(found, folder, lines, mails)


def save(desk: Desk) -> None:
    """Save the open workbook, which was saved before the button was pressed."""
    try:
        desk.book.save()
    except Exception as why:  # each program has errors of its own
        raise BadValue("share.not_saved") from why


def _said(problem: CustomerChainError | str, lang: str) -> str:
    return problem.sentence(lang) if isinstance(problem, CustomerChainError) else problem
