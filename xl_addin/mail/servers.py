"""The mail server of the settings, and signing in there: under TLS, or not at all.

Source: RFC 3207 (STARTTLS), 8314 (TLS for submission), 4954 (AUTH). Certificates are always
checked. Proved in tests/xl_addin/mail/test_servers.py against real servers.
"""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, replace
from pathlib import Path

from xl_addin.mail.addresses import Mailbox, MailRefused, checked
from xl_addin.mail.smtp_failures import connection_failure, refused_at_sign_in

STARTTLS, TLS = "starttls", "tls"
TIMEOUT = 15.0
_GOODBYE_TIMEOUT = 2.0
# What smtplib says where a machine has no full name: neither its name nor its user's gets out, and
# a name in Chinese breaks no command.
_OUR_NAME = "[127.0.0.1]"
_HIGHEST_PORT = 65_535


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed over, and as whom; the password is never part of it."""

    host: str
    port: int
    security: str
    user: str
    sender: Mailbox


def checked_server(server: MailServer) -> MailServer:
    """The server with its values stripped; refuses what cannot be one."""
    host, user = server.host.strip(), server.user.strip()
    if not host or not user:
        raise MailRefused("mail.server_incomplete")
    if server.security not in (STARTTLS, TLS):
        raise MailRefused("mail.bad_security", security=server.security)
    if not 1 <= server.port <= _HIGHEST_PORT:
        raise MailRefused("mail.bad_port", port=server.port)
    return replace(server, host=host, user=user, sender=checked(server.sender))


def signed_in(server: MailServer, password: str, ca_file: Path | None) -> smtplib.SMTP:
    """A connection under TLS on which the server knows who we are."""
    context = _context(ca_file)
    try:
        connection = _connected(server, context)
        try:
            _sign_in(connection, server, password)
        except BaseException:
            connection.close()
            raise
    except (OSError, UnicodeError) as why:
        raise connection_failure(why, server.host, server.port) from why
    return connection


def _context(ca_file: Path | None) -> ssl.SSLContext:
    """The system's certificates, checked with the server's name; nothing switches that off."""
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except OSError as why:
            raise MailRefused("mail.bad_ca_file", file=ca_file) from why
    return context


def _connected(server: MailServer, context: ssl.SSLContext) -> smtplib.SMTP:
    """Under TLS from the first byte, or before anything but the greeting is said."""
    address = server.host, server.port, _OUR_NAME
    if server.security == TLS:
        return smtplib.SMTP_SSL(*address, timeout=TIMEOUT, context=context)
    connection = smtplib.SMTP(*address, timeout=TIMEOUT)
    try:
        connection.ehlo_or_helo_if_needed()
        if not connection.has_extn("starttls"):
            raise MailRefused("mail.no_starttls", host=server.host, port=server.port)
        connection.starttls(context=context)
    except BaseException:
        connection.close()
        raise
    return connection


def _sign_in(connection: smtplib.SMTP, server: MailServer, password: str) -> None:
    connection.ehlo_or_helo_if_needed()
    if not connection.has_extn("auth"):
        raise MailRefused("mail.no_sign_in", host=server.host)
    if not (password.isascii() and server.user.isascii()):
        raise MailRefused("mail.password_not_ascii", user=server.user)
    try:
        connection.login(server.user, password)
    except smtplib.SMTPAuthenticationError as why:
        raise refused_at_sign_in(why, server.host, server.user, password) from why


def hang_up(connection: smtplib.SMTP) -> None:
    """Say goodbye where that is quick."""
    try:
        if connection.sock is not None:
            connection.sock.settimeout(_GOODBYE_TIMEOUT)
            connection.quit()
    except OSError:
        pass
    finally:
        connection.close()
