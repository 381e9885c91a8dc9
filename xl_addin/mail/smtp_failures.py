"""What can go wrong with a mail server, each as one sentence with a way out.

Source: smtplib's and ssl's exceptions; OpenSSL's verification codes (x509_vfy.h); reply codes of
RFC 5321. Proved in tests/xl_addin/mail/test_servers.py and test_smtp.py.
"""

from __future__ import annotations

import smtplib
import socket
import ssl

from xl_addin.mail.addresses import Mailbox, MailRefused, one_line

_NOT_YET_VALID, _EXPIRED = 9, 10
_OTHER_NAME, _OTHER_ADDRESS = 62, 64
_LONGEST_REPLY = 200
_PERMANENT = 500
_MEGABYTE = 1_000_000


def connection_failure(why: Exception, host: str, port: int) -> MailRefused:
    """Before the first mail: no server, no TLS, no trust."""
    for kinds, key in _BEFORE:
        if isinstance(why, kinds) or isinstance(why.__context__, kinds):
            return MailRefused(key, host=host, port=port)
    if isinstance(why, ssl.SSLCertVerificationError):
        return _certificate_refused(why, host)
    if isinstance(why, ssl.SSLError):
        return MailRefused("mail.no_tls", host=host, port=port)
    if isinstance(why, smtplib.SMTPServerDisconnected):
        return MailRefused("mail.hung_up", host=host, port=port)
    if isinstance(why, smtplib.SMTPResponseException):
        said = f"{why.smtp_code} {reply_words(why.smtp_error)}"
        return MailRefused("mail.server_says_no", host=host, why=said)
    if isinstance(why, smtplib.SMTPException):  # no way of signing in that smtplib knows
        return MailRefused("mail.no_sign_in", host=host)
    return MailRefused("mail.no_connection", host=host, port=port, why=_system_words(why))


def refused_at_sign_in(
    why: smtplib.SMTPAuthenticationError, host: str, user: str, password: str
) -> MailRefused:
    """A wrong password, or a server that has had enough for now."""
    said = f"{why.smtp_code} {reply_words(why.smtp_error)}"
    if password:  # a server that repeats what it was told must not put it on a screen
        said = said.replace(password, "•••")
    key = "mail.wrong_password" if why.smtp_code >= _PERMANENT else "mail.sign_in_later"
    return MailRefused(key, host=host, user=user, why=said)


def recipient_refused(box: Mailbox, why: str) -> MailRefused:
    whose = box.whose or box.name or box.address
    return MailRefused("mail.recipient_refused", whose=whose, address=box.address, why=why)


def too_large(size: int, limit: int | None) -> MailRefused:
    """`limit` where the server names it."""
    if limit is None:
        return MailRefused("mail.too_large", size=_megabytes(size))
    return MailRefused("mail.too_large_for", size=_megabytes(size), limit=_megabytes(limit))


def reply_words(said: bytes | str) -> str:
    """What a server answered, as one short line; Chinese servers write UTF-8 or GB 18030."""
    if isinstance(said, str):
        return one_line(said)[:_LONGEST_REPLY]
    try:
        words = said.decode("utf-8")
    except UnicodeDecodeError:
        words = said.decode("gb18030", "replace")
    return one_line(words)[:_LONGEST_REPLY]


_BEFORE: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((socket.gaierror, UnicodeError), "mail.server_unknown"),
    ((ConnectionRefusedError,), "mail.nobody_listens"),
    ((TimeoutError,), "mail.no_answer"),
)


def _certificate_refused(why: ssl.SSLCertVerificationError, host: str) -> MailRefused:
    if why.verify_code in (_OTHER_NAME, _OTHER_ADDRESS):
        return MailRefused("mail.certificate_of_other", host=host)
    if why.verify_code in (_EXPIRED, _NOT_YET_VALID):
        return MailRefused("mail.certificate_out_of_date", host=host)
    return MailRefused("mail.certificate_not_trusted", host=host, why=why.verify_message)


def _system_words(why: Exception) -> str:
    return one_line(str(getattr(why, "strerror", None) or why))


def _megabytes(size: int) -> str:
    """
    >>> _megabytes(35_882_577)
    '35.9'
    """
    return f"{size / _MEGABYTE:,.1f}"
