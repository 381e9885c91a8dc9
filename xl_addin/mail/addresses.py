"""Mail addresses: read from a cell, checked before they come near a header or a server.

Source: RFC 5322 section 3.4 (addresses), RFC 6531 (letters beyond ASCII before the @), RFC 5890
(domains in other scripts, written in ASCII for the wire). The rule is the one of the check of the
customer table, and narrower where a header would break. Proved in tests/xl_addin/mail/
test_addresses.py.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from udfs.errors import CustomerChainError
from udfs.quality import email_is_malformed
from udfs.values import fold, shown

# What separates lines, to whichever program; a header is one line whoever reads it.
_LINE_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ASCII_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+")
_NAMED = re.compile(r"([^<>]*)<([^<>]+)>")


class MailRefused(CustomerChainError):
    """A mail that is not written, not kept or not sent, and why."""


@dataclass(frozen=True)
class Mailbox:
    """Where a mail goes: `name` is shown beside the address, `whose` only in refusals."""

    address: str
    name: str = ""
    whose: str = ""

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    @property
    def needs_utf8(self) -> bool:
        """Letters beyond ASCII before the @: only some servers take such an address."""
        return not self.address.isascii()


def mailbox(cell: str, whose: str = "") -> Mailbox:
    """What stands in a cell: an address, or a name with the address in angle brackets.

    >>> mailbox("王芳 ＜wang＠example.com＞")
    Mailbox(address='wang@example.com', name='王芳', whose='')
    """
    named = _NAMED.fullmatch(fold(cell))
    # A line break is no slip of the pen: folding it into a blank would hide what it was for.
    if named is None or _LINE_BREAKS.search(cell.strip()):
        return checked(Mailbox(cell, whose=whose))
    return checked(Mailbox(named[2].strip(), named[1].strip(' "'), whose))


def checked(box: Mailbox) -> Mailbox:
    """The mailbox as it is written in a mail; refuses, naming whose address it is.

    >>> checked(Mailbox("li@例子.cn")).address
    'li@xn--fsqu00a.cn'
    """
    address = fold(box.address)
    if not address and (box.whose or box.name):
        raise MailRefused("mail.no_address", whose=box.whose or box.name)
    if _LINE_BREAKS.search(box.address.strip()) or _is_bad(address):
        raise _refusal(box)
    local, _, domain = address.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
    except UnicodeError as why:
        raise _refusal(box) from why
    return replace(box, address=f"{local}@{domain}", name=one_line(box.name))


def one_line(words: str) -> str:
    """Line breaks and other control characters as one blank: what may stand in a header."""
    return _LINE_BREAKS.sub(" ", words).strip()


def _is_bad(address: str) -> bool:
    if email_is_malformed(address):
        return True
    local = address.rpartition("@")[0]
    if local.isascii():
        return not _ASCII_LOCAL.fullmatch(local)
    # Control, invisible and unassigned characters, and halves of surrogate pairs.
    return any(unicodedata.category(letter).startswith("C") for letter in local)


def _refusal(box: Mailbox) -> MailRefused:
    address = shown(box.address)
    if box.whose or box.name:
        return MailRefused("mail.bad_address_of", whose=box.whose or box.name, address=address)
    return MailRefused("mail.bad_address", address=address)
