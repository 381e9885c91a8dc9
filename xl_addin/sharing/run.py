"""One run of copies: looked up, made, put in place and logged together.

The log is written last, in one save; where that fails the copies of the run are taken back, because
a copy nobody has a record of must not exist. Who is refused does not stop the others; a full disk
stops the run, and exactly what was made before is logged.
Proved in tests/xl_addin/sharing/test_run.py and tests/end_to_end/test_share.py.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from udfs.errors import BadValue, CustomerChainError
from udfs.texts import LANGUAGES
from xl_addin.commands.share.first_page import Base
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.readers import Readers, find_readers
from xl_addin.commands.share.report import ShareReport
from xl_addin.commands.share.rows import Rows
from xl_addin.commands.share.share_log import Made, log, logged_files
from xl_addin.copying import Forbidden, Master, together
from xl_addin.settings import SHARING, Settings, read_settings
from xl_addin.sharing.copies import CopyMaker, Staged, named
from xl_addin.sharing.mailing import CopyMails, copy_mails, place_mails
from xl_addin.sharing.placing import DiskRefused, Placing
from xl_addin.sharing.secrets import secret_values
from xl_addin.sharing.selecting import Sheets
from xl_addin.sharing.suspects import Suspects
from xl_addin.tables import Book, Changes

Step = Callable[[str], None]
_Result = TypeVar("_Result")
# Yields the key of each step as it begins, and answers at the end.
Steps = Generator[str, None, _Result]
# Writes the log into the master; raises when it cannot.
WriteLog = Callable[[Changes], object]


class Mail(Enum):
    """Whether mails are written with the copies: as files beside them, or only to be sent."""

    NONE = "none"
    TO_SEND = "to_send"
    DRAFTS = "drafts"


@dataclass(frozen=True)
class Asked:
    """What somebody asked for: whose copies, masked or not, and by whose consents."""

    readers: str
    mask: bool
    now: datetime
    as_of: date | None = None


@dataclass(frozen=True)
class Prepared:
    """The master and its readers; nothing is made yet."""

    book: Book
    settings: Settings
    sheets: Sheets
    asked: Asked
    readers: Readers

    @property
    def base(self) -> Base:
        day = self.settings.analysis_date
        return Base(self.sheets.path.name, self.settings, self.asked.now, day)

    @property
    def consent_day(self) -> date:
        """Today, or the analysis date where that is later; whichever day somebody names.

        A consent that was withdrawn by today counts as withdrawn for any day.
        """
        today = self.asked.now.date()
        return self.asked.as_of or max(today, self.settings.analysis_date or today)


def prepare(path: Path, book: Book, asked: Asked) -> Prepared:
    """Take the master apart and look up the readers; refuses what cannot be read."""
    settings = read_settings(book)
    settings.require_readable(("analysis_date", *SHARING))
    sheets = Sheets(Master(path), path)
    return Prepared(book, settings, sheets, asked, find_readers(book, asked.readers, sheets.own))


def make_copies(
    prepared: Prepared,
    folder: Path,
    passwords: Mapping[str, str],
    write_log: WriteLog,
    mail: Mail = Mail.NONE,
    step: Step = lambda key: None,
) -> tuple[ShareReport, CopyMails]:
    """`making` to its end, telling each step."""
    steps = making(prepared, folder, passwords, write_log, mail)
    while True:
        try:
            step(next(steps))
        except StopIteration as done:
            report, mails = done.value
            return report, mails


def making(
    prepared: Prepared,
    folder: Path,
    passwords: Mapping[str, str],
    write_log: WriteLog,
    mail: Mail = Mail.NONE,
) -> Steps[tuple[ShareReport, CopyMails]]:
    """Make, place and log the copies of all readers, step by step; closed early, nothing stays.

    `passwords` by the reader's key; none for copies without.
    """
    report, mails = ShareReport(prepared.readers, prepared.book.lang), CopyMails()
    with Placing(folder) as placing:
        staged = yield from _staging(prepared, passwords, placing, report)
        logged = logged_files(prepared.book)
        made = [named(one, prepared.base, placing, logged) for one in staged]
        if mail is not Mail.NONE:
            yield "step.share.mail"
            mails = copy_mails(prepared.book, prepared.base, made, _contents(made, folder))
        if mail is Mail.DRAFTS:
            place_mails(mails, made, placing, logged)
        yield "step.share.log"
        if made:
            _log(prepared, made, write_log)
        placing.keep()
        report.made = made
        whole = together(one.report for one in staged)
        report.left_behind = {lang: whole.sentences(lang) for lang in LANGUAGES}
    return report, mails


def _contents(made: list[Made], folder: Path) -> dict[str, bytes]:
    return {one.file_fingerprint: (folder / one.file).read_bytes() for one in made}


def _staging(
    prepared: Prepared, passwords: Mapping[str, str], placing: Placing, report: ShareReport
) -> Steps[list[Staged]]:
    """The copies one after another; what cannot be made goes into the report."""
    planner = _planner(prepared)
    maker: CopyMaker | None = None
    staged: list[Staged] = []
    for reader in prepared.readers.found:
        yield "step.share.copy"
        try:
            plan = planner.plan(reader)
            if not plan.rows("customers"):
                report.empty.append(plan)
                continue
            maker = maker or _maker(prepared, passwords)
            staged.append(maker.make(plan, placing))
        except DiskRefused as why:
            report.stopped = (reader.name, why)
            break
        except CustomerChainError as why:
            report.refused.append(why)
    return staged


def _planner(prepared: Prepared) -> Planner:
    mask = prepared.asked.mask or prepared.settings.share_mask is True
    rows = Rows(prepared.book, prepared.consent_day, prepared.asked.now.date())
    return Planner(prepared.book, rows, mask, prepared.sheets.hidden)


def _maker(prepared: Prepared, passwords: Mapping[str, str]) -> CopyMaker:
    forbidden = Forbidden(secret_values(prepared.book))
    suspects = Suspects(prepared.book, prepared.sheets, forbidden)
    return CopyMaker(prepared.base, suspects, passwords)


def _log(prepared: Prepared, made: list[Made], write_log: WriteLog) -> None:
    changes = log(prepared.book, made, prepared.asked.now)
    try:
        write_log(changes)
    except CustomerChainError as why:
        raise BadValue("share.log_failed", why=why) from why
