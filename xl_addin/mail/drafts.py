"""Mails as drafts: one .eml file each, which a mail program opens to be read, changed and sent.

`X-Unsent: 1` makes Outlook and Thunderbird open the file as a message still to be sent (MAPI's
CCSF_EMBEDDED_MESSAGE; Thunderbird's openEMLFile); Apple Mail shows it, and its "Send Again" makes
a message of it. A draft has no Date and no Message-ID: the program that sends it gives both.
Proved in tests/xl_addin/mail/test_drafts.py.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xl_addin import disk_errors
from xl_addin.file_names import compared, give_name, safe_stem
from xl_addin.mail.addresses import Mailbox, MailRefused, checked, one_line
from xl_addin.mail.message import Attachment, address_header, check_attachment, header, message

_SUFFIX = ".eml"


@dataclass(frozen=True)
class Draft:
    """A mail as somebody wrote it; without a sender the mail program takes its own."""

    to: tuple[Mailbox, ...]
    subject: str
    text: str
    sender: Mailbox | None = None
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    attachments: Sequence[Attachment | tuple[str, bytes, str]] = field(default=(), repr=False)


def check(draft: Draft) -> None:
    """Refuse the first thing that no mail can have, in one sentence that names whose it is."""
    for box in (*draft.to, *draft.cc, *draft.bcc, *([draft.sender] if draft.sender else [])):
        checked(box)
    for attachment in draft.attachments:
        check_attachment(Attachment(*attachment))


def eml(draft: Draft) -> bytes:
    """The draft as the content of an .eml file; the same draft gives the same bytes."""
    check(draft)
    return _message(draft, draft.sender, header("X-Unsent", "1"), with_bcc=True)


def as_sent(draft: Draft, sender: Mailbox, date: str, message_id: str) -> bytes:
    """The mail for a server: dated and numbered, and silent about hidden recipients."""
    check(draft)
    stamps = header("Date", date) + f"Message-ID: {one_line(message_id)}\r\n"
    return _message(draft, draft.sender or checked(sender), stamps, with_bcc=False)


def recipients(draft: Draft) -> list[Mailbox]:
    """All a mail goes to, each address once, as it is written in the mail."""
    found: dict[str, Mailbox] = {}
    for box in map(checked, (*draft.to, *draft.cc, *draft.bcc)):
        found.setdefault(box.address.casefold(), box)
    return list(found.values())


def write_drafts(drafts: Sequence[Draft], folder: Path) -> list[Path]:
    """All drafts as files, or none; answers the file of each draft, in their order.

    The folder is made where only it is missing. Nothing is overwritten: where the same mail lies
    already it stays, else a number is added.
    """
    for draft in drafts:
        check(draft)
    if not drafts:
        return []
    with _failures_named(folder), contextlib.ExitStack() as made, contextlib.ExitStack() as aside:
        _make(folder, made)
        fresh = [aside.enter_context(_beside(folder, eml(draft))) for draft in drafts]
        places, paths = _Places(folder), []
        for draft, content in zip(drafts, fresh, strict=True):
            path, is_new = places.put(content, _stem(draft))
            if is_new:
                made.callback(path.unlink, missing_ok=True)
            paths.append(path)
        made.pop_all()  # all are there, so none is taken back
    return paths


def _make(folder: Path, made: contextlib.ExitStack) -> None:
    """Make the folder if need be, and let `made` take it away again."""
    if folder.is_dir():
        return
    if folder.exists() or not folder.parent.is_dir():
        raise MailRefused("mail.no_folder", folder=folder if folder.exists() else folder.parent)
    folder.mkdir()
    made.callback(folder.rmdir)


def _message(draft: Draft, sender: Mailbox | None, first: str, with_bcc: bool) -> bytes:
    headers = [
        first,
        address_header("From", [checked(sender)] if sender else []),
        address_header("To", [checked(box) for box in draft.to]),
        address_header("Cc", [checked(box) for box in draft.cc]),
        address_header("Bcc", [checked(box) for box in draft.bcc] if with_bcc else []),
        header("Subject", draft.subject),
    ]
    return message(headers, draft.text, [Attachment(*file) for file in draft.attachments])


def _stem(draft: Draft) -> str:
    """A name for the file: who it is for, and the subject."""
    who = [box.name or box.address for box in draft.to[:1]]
    return safe_stem(" ".join([*who, draft.subject]), "mail")


class _Places:
    """The names in a folder, and which mails lie there already; each file is read once at most."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._there = {compared(path.name): path for path in folder.iterdir()}
        self._known: dict[tuple[str, bytes], Path] = {}
        self._next: dict[str, int] = {}

    def put(self, fresh: Path, stem: str) -> tuple[Path, bool]:
        """Give the content its name, the first that is free; False where the mail lies already."""
        fingerprint = _fingerprint(fresh)
        while (stem, fingerprint) not in self._known:
            number = self._next[stem] = self._next.get(stem, 0) + 1
            name = f"{stem}{_SUFFIX}" if number == 1 else f"{stem} ({number}){_SUFFIX}"
            path = self._there.get(compared(name))
            if path is None:
                path = self._there[compared(name)] = self._folder / name
                with contextlib.suppress(FileExistsError):  # somebody was quicker
                    give_name(fresh, path)
                    self._known[stem, fingerprint] = path
                    return path, True
            self._known.setdefault((stem, _fingerprint(path)), path)
        return self._known[stem, fingerprint], False


def _fingerprint(path: Path) -> bytes:
    """What tells one content from another; a folder has none."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


@contextlib.contextmanager
def _beside(folder: Path, content: bytes) -> Iterator[Path]:
    """The content whole on the disk, under a name that nobody looks for; gone at the end."""
    number, name = tempfile.mkstemp(dir=folder, prefix=".customer-chain-", suffix=".tmp")
    fresh = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(number)
        current = os.umask(0o022)  # told only when it is set
        os.umask(current)
        fresh.chmod(0o666 & ~current)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


@contextlib.contextmanager
def _failures_named(folder: Path) -> Iterator[None]:
    """What the system refuses, as one sentence."""
    try:
        yield
    except OSError as why:
        if why.errno in disk_errors.FULL:
            raise MailRefused("mail.disk_full", folder=folder) from why
        if why.errno in disk_errors.NOT_ALLOWED:
            raise MailRefused("mail.folder_not_writable", folder=folder) from why
        raise MailRefused("mail.write_failed", folder=folder, why=why.strerror or why) from why
