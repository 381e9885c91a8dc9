"""Real mail servers on this machine: aiosmtpd under TLS, and a scripted one that misbehaves."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from xl_addin.mail.addresses import Mailbox
from xl_addin.mail.servers import STARTTLS, TLS, MailServer

HOST, USER, PASSWORD = "localhost", "shop@example.com", "right-Password-1"
SENDER = Mailbox(USER, "春风商店")


@cache
def authority() -> trustme.CA:
    return trustme.CA()


def server_context(name: str = HOST, ca: trustme.CA | None = None, **dates) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate for `name`."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    (ca or authority()).issue_cert(name, **dates).configure_cert(context)
    return context


@dataclass
class Mailroom:
    """What a server keeps and refuses; after `dies_at` mails it is gone without a word."""

    mails: list = field(default_factory=list)
    envelopes: list = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)
    dies_at: int = -1
    hidden: tuple[str, ...] = ()
    signed_in: list = field(default_factory=list)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        session.host_name = hostname
        return [one for one in responses if not any(word in one for word in self.hidden)]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.mails.append(bytes(envelope.content))
        self.envelopes.append(envelope)
        if len(self.mails) == self.dies_at:
            server.transport.abort()
        return self.answers.get(len(self.mails), "250 OK")

    def authenticate(self, server, session, envelope, mechanism, auth):
        fits = isinstance(auth, LoginPassword) and auth == LoginPassword(
            USER.encode(), PASSWORD.encode()
        )
        self.signed_in.append((mechanism, fits))
        return AuthResult(success=fits, handled=False)


class _AnyPort(Controller):
    """A controller on a port that the system chooses."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextlib.contextmanager
def running(
    room: Mailroom, security: str = STARTTLS, context: ssl.SSLContext | None = None, **options
) -> Iterator[MailServer]:
    """A server for `room`, as the settings would name it; security "" is one without TLS."""
    context = context or server_context()
    if security == STARTTLS:
        options |= {"tls_context": context, "require_starttls": True}
    elif security == TLS:
        # aiosmtpd knows TLS only by STARTTLS, so it takes this connection for a clear one.
        options |= {"ssl_context": context, "auth_require_tls": False}
    controller = _AnyPort(
        room,
        hostname="127.0.0.1",
        port=0,
        server_hostname="mail.example.com",
        authenticator=room.authenticate,
        **({"auth_required": True} if security else {}),
        **options,
    )
    controller.start()
    try:
        yield MailServer(HOST, controller.port, security or STARTTLS, USER, SENDER)
    finally:
        controller.stop()


HANG_UP = b""
Answer = Callable[[bytes], bytes | None]


@contextlib.contextmanager
def scripted(
    greeting: bytes, answer: Answer, security: str = STARTTLS, name: str = HOST
) -> Iterator[tuple[MailServer, list[bytes]]]:
    """One connection, answered line by line: `HANG_UP` resets it, None says nothing.

    Answers the server and the lines it received.
    """
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))
    context = server_context(name) if security == TLS else None

    def serve() -> None:
        with contextlib.suppress(OSError):
            plain, _ = listener.accept()
            with context.wrap_socket(plain, server_side=True) if context else plain as line:
                _converse(line, greeting, answer, heard)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield MailServer(HOST, listener.getsockname()[1], security, USER, SENDER), heard
    finally:
        thread.join(10)
        listener.close()


def _converse(line: socket.socket, greeting: bytes, answer: Answer, heard: list[bytes]) -> None:
    line.settimeout(5)
    line.sendall(greeting)
    with line.makefile("rb") as file:
        while words := file.readline():
            heard.append(words)
            reply = answer(words)
            if reply == HANG_UP:
                # Without lingering the system sends a reset, as a falling line would look.
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if reply is not None:
                line.sendall(reply)


def polite(words: bytes) -> bytes | None:
    """What a server under TLS answers to anything until the content comes."""
    verb = words.split()[0].upper() if words.split() else b""
    known = {
        b"EHLO": b"250-mail.example.com\r\n250 AUTH PLAIN\r\n",
        b"AUTH": b"235 welcome\r\n",
        b"MAIL": b"250 OK\r\n",
        b"RCPT": b"250 OK\r\n",
        b"RSET": b"250 OK\r\n",
        b"DATA": b"354 go on\r\n",
        b".": b"250 taken\r\n",
        b"QUIT": b"221 bye\r\n",
    }
    return known.get(verb)
