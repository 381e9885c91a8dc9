"""A mail as bytes: headers, a plain text, attachments; the same mail gives the same bytes.

Source: RFC 5322 (message), 2045 (MIME), 2047 (headers beyond ASCII), 2231 (names of attachments),
6532 (addresses beyond ASCII). Written out here, because the standard library's generator loses
blanks between Chinese words of a subject (policy SMTP, cpython issue 92081) and writes other bytes
in other versions of Python; its parser is the judge in tests/xl_addin/mail/test_message.py.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from xl_addin.mail.addresses import Mailbox, MailRefused, one_line

_NEW_LINE = "\r\n"
_FOLD = "\r\n "
# With these, "Subject: " and one encoded word stay below the 76 characters of a line (RFC 2047).
_WORD_BYTES = 39
_PLAIN_LETTERS = 60
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_PLAIN_NAME = re.compile(r"[ !#-\[\]-~]+")
# Longer lines do not pass every server (RFC 5321 4.5.3.1.6).
_PLAIN_TEXT = re.compile(r"(?:[\t -~]{0,900}\n)*[\t -~]{0,900}")
_LONGEST_FILE_NAME = 255
_KIND = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")
_PATH_OR_CONTROL = re.compile("[/\\\\\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Attachment(NamedTuple):
    """A file in a mail; `kind` is its MIME type."""

    name: str
    content: bytes
    kind: str = "application/octet-stream"


def header(name: str, words: str) -> str:
    """One header of free text, "" where there is none; it can never become two."""
    words = one_line(words)
    if not words:
        return ""
    if _is_plain(words, _PLAIN):
        return f"{name}: {words}{_NEW_LINE}"
    return f"{name}: {_FOLD.join(_encoded_words(words))}{_NEW_LINE}"


def address_header(name: str, boxes: Sequence[Mailbox]) -> str:
    """From, To, Cc or Bcc; the mailboxes have been checked."""
    if not boxes:
        return ""
    return f"{name}: {f',{_FOLD}'.join(map(_written_mailbox, boxes))}{_NEW_LINE}"


def message(headers: Iterable[str], text: str, attachments: Sequence[Attachment] = ()) -> bytes:
    """The whole mail, with the headers first."""
    top = ["".join(headers), f"MIME-Version: 1.0{_NEW_LINE}"]
    if not attachments:
        return "".join([*top, _text_part(text)]).encode("utf-8", "replace")
    parts = [_text_part(text), *map(_attachment_part, attachments)]
    return "".join([*top, *_mixed(parts)]).encode("utf-8", "replace")


def check_attachment(attachment: Attachment) -> None:
    """Refuse a name that is none; a wrong kind is a mistake of ours, not of the user's."""
    name = attachment.name
    too_long = len(name.encode("utf-8", "replace")) > _LONGEST_FILE_NAME
    if not name.strip() or too_long or _PATH_OR_CONTROL.search(name):
        raise MailRefused("mail.bad_attachment_name", name=one_line(name)[:60])
    if not _KIND.fullmatch(attachment.kind):
        raise ValueError(f"{attachment.kind!r} is not a MIME type")


def _is_plain(words: str, pattern: re.Pattern[str]) -> bool:
    """Whether it may be written as it is; "=?" would be taken for an encoded word."""
    return len(words) <= _PLAIN_LETTERS and "=?" not in words and bool(pattern.fullmatch(words))


def _encoded_words(words: str) -> Iterator[str]:
    """RFC 2047, base64; a letter is never cut in two."""
    piece = b""
    for letter in words:
        encoded = letter.encode("utf-8", "replace")
        if len(piece) + len(encoded) > _WORD_BYTES:
            yield _encoded_word(piece)
            piece = b""
        piece += encoded
    yield _encoded_word(piece)


def _encoded_word(piece: bytes) -> str:
    return f"=?utf-8?b?{base64.b64encode(piece).decode('ascii')}?="


def _written_mailbox(box: Mailbox) -> str:
    if not box.name:
        return box.address
    if _is_plain(box.name, _PLAIN_NAME):
        return f'"{box.name}" <{box.address}>'
    return f"{_FOLD.join(_encoded_words(box.name))}{_FOLD}<{box.address}>"


def _mixed(parts: Sequence[str]) -> Iterator[str]:
    """The parts under one roof; the line between them is a hash of what it separates."""
    fingerprint = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
    boundary = f"customer-chain-{fingerprint[:32]}"
    yield f'Content-Type: multipart/mixed;{_FOLD}boundary="{boundary}"{_NEW_LINE * 2}'
    for part in parts:
        yield f"--{boundary}{_NEW_LINE}{part}{_NEW_LINE}"
    yield f"--{boundary}--{_NEW_LINE}"


def _text_part(text: str) -> str:
    """Plain text of short ASCII lines as it is, else base64, which no server changes.

    Lines are not marked as flowed: a program wraps long ones, Chinese ones too, by itself.
    """
    lines = "\n".join(re.split("\r\n|\r|\n", text))
    is_plain = bool(_PLAIN_TEXT.fullmatch(lines))
    on_the_wire = lines.replace("\n", _NEW_LINE)
    content = on_the_wire if is_plain else _base64(on_the_wire.encode("utf-8", "replace"))
    return (
        f'Content-Type: text/plain; charset="utf-8"{_NEW_LINE}'
        f"Content-Transfer-Encoding: {'7bit' if is_plain else 'base64'}{_NEW_LINE * 2}{content}"
    )


def _attachment_part(attachment: Attachment) -> str:
    """The name stands there twice: RFC 2231 for most programs, RFC 2047 for Outlook's old reader.

    Thunderbird writes both, too. The name is not cut into numbered pieces, which fewer programs
    read; with 255 bytes at most it stays below the longest line a server takes.
    """
    name = attachment.name
    if _is_plain(name, _PLAIN_NAME):
        old = new = f'name="{name}"'
    else:
        old = f'name="{_FOLD.join(_encoded_words(name))}"'
        new = f"name*=UTF-8''{quote(name, safe='', errors='replace')}"
    return (
        f"Content-Type: {attachment.kind};{_FOLD}{old}{_NEW_LINE}"
        f"Content-Transfer-Encoding: base64{_NEW_LINE}"
        f"Content-Disposition: attachment;{_FOLD}file{new}{_NEW_LINE * 2}"
        f"{_base64(attachment.content)}"
    )


def _base64(content: bytes) -> str:
    return base64.encodebytes(content).decode("ascii").replace("\n", _NEW_LINE)
