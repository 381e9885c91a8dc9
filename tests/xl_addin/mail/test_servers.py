"""Signing in: under TLS with a certificate that fits, or not at all, and then in one sentence."""

import datetime as dt
import socket
import ssl
from dataclasses import replace

import pytest
import trustme

from tests.xl_addin.mail.mail_servers import (
    HANG_UP,
    PASSWORD,
    USER,
    Mailroom,
    polite,
    running,
    scripted,
    server_context,
)
from udfs.texts import LANGUAGES
from xl_addin.mail import servers
from xl_addin.mail.addresses import Mailbox, MailRefused
from xl_addin.mail.servers import STARTTLS, TLS, hang_up, signed_in
from xl_addin.mail.smtp_failures import reply_words

# aiosmtpd cannot know that the connection was under TLS before it saw its first byte.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Requiring AUTH while not requiring TLS:UserWarning:aiosmtpd.smtp"
)


def refusal(server, password=PASSWORD, ca_file=None):
    """The refusal of a sign-in, which must be a sentence in both languages."""
    with pytest.raises(MailRefused) as refused:
        signed_in(server, password, ca_file)
    for lang in LANGUAGES:
        said = refused.value.sentence(lang)
        assert said[-1] in ".。"
        assert PASSWORD not in said
    return refused.value


@pytest.mark.parametrize("security", [STARTTLS, TLS])
@pytest.mark.parametrize("mechanism", ["LOGIN", "PLAIN"])
def test_it_signs_in_under_tls(security, mechanism, ca_file):
    room = Mailroom()
    others = {"LOGIN", "PLAIN"} - {mechanism}
    with running(room, security, auth_exclude_mechanism=others) as server:
        connection = signed_in(server, PASSWORD, ca_file)
        assert isinstance(connection.sock, ssl.SSLSocket)
        assert connection.sock.version() in ("TLSv1.2", "TLSv1.3")
        hang_up(connection)
    assert room.signed_in == [(mechanism, True)]


@pytest.mark.parametrize("security", [STARTTLS, TLS])
def test_a_wrong_password_is_said_and_never_shown(security, ca_file):
    room = Mailroom()
    with running(room, security) as server:
        why = refusal(server, "wrong-Password-2", ca_file)
    assert why.key == "mail.wrong_password"
    assert "wrong-Password-2" not in why.sentence("en") + repr(why) + repr(why.values)
    assert not any(fits for _, fits in room.signed_in)


def test_a_server_that_repeats_the_password_is_not_quoted(ca_file):
    def answer(words):
        if words.startswith(b"AUTH"):
            return f"535 {PASSWORD} is wrong\r\n".encode()
        return polite(words)

    with scripted(b"220 hello\r\n", answer, TLS) as (server, _):
        why = refusal(server, PASSWORD, ca_file)
    assert "535 ••• is wrong" in why.sentence("en")


def test_a_server_that_has_had_enough_is_not_called_a_wrong_password(ca_file):
    def answer(words):
        return b"454 too many sign-ins\r\n" if words.startswith(b"AUTH") else polite(words)

    with scripted(b"220 hello\r\n", answer, TLS) as (server, _):
        assert refusal(server, PASSWORD, ca_file).key == "mail.sign_in_later"


# Certificates


@pytest.mark.parametrize("security", [STARTTLS, TLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(security):
    room = Mailroom()
    with running(room, security) as server:
        assert refusal(server).key == "mail.certificate_not_trusted"
    assert room.signed_in == []


@pytest.mark.parametrize("security", [STARTTLS, TLS])
def test_a_certificate_of_another_authority_is_refused(security, ca_file):
    room = Mailroom()
    with running(room, security, server_context(ca=trustme.CA())) as server:
        assert refusal(server, ca_file=ca_file).key == "mail.certificate_not_trusted"
    assert room.signed_in == []


@pytest.mark.parametrize("security", [STARTTLS, TLS])
def test_a_certificate_for_another_name_is_refused(security, ca_file):
    room = Mailroom()
    with running(room, security, server_context("smtp.example.com")) as server:
        assert refusal(server, ca_file=ca_file).key == "mail.certificate_of_other"
    assert room.signed_in == []


@pytest.mark.parametrize(
    "dates",
    [
        {"not_after": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
        {"not_before": dt.datetime(2990, 1, 1, tzinfo=dt.UTC)},
    ],
)
def test_a_certificate_out_of_date_is_refused(dates, ca_file):
    with running(Mailroom(), TLS, server_context(**dates)) as server:
        assert refusal(server, ca_file=ca_file).key == "mail.certificate_out_of_date"


def test_a_certificate_file_that_is_none_is_named(tmp_path):
    (tmp_path / "notes.txt").write_text("no certificate")
    for name in ("notes.txt", "missing.pem"):
        with running(Mailroom()) as server:
            assert refusal(server, ca_file=tmp_path / name).key == "mail.bad_ca_file"


# No TLS


def test_a_server_without_starttls_hears_nothing_but_the_greeting(ca_file):
    def answer(words):
        return b"250-plain\r\n250 AUTH PLAIN LOGIN\r\n" if words.startswith(b"ehlo") else HANG_UP

    with scripted(b"220 hello\r\n", answer) as (server, heard):
        assert refusal(server, ca_file=ca_file).key == "mail.no_starttls"
    assert heard == [b"ehlo [127.0.0.1]\r\n"]


def test_a_real_server_without_tls_is_refused_too(ca_file):
    room = Mailroom()
    with running(room, "") as server:
        assert refusal(server, ca_file=ca_file).key == "mail.no_starttls"
    assert room.signed_in == []


@pytest.mark.parametrize("reply", [b"454 no TLS today\r\n", b"500 what?\r\n", HANG_UP])
def test_a_server_that_takes_starttls_back_hears_no_password(reply, ca_file):
    def answer(words):
        return b"250-x\r\n250 STARTTLS\r\n" if words.startswith(b"ehlo") else reply

    with scripted(b"220 hello\r\n", answer) as (server, heard):
        assert refusal(server, ca_file=ca_file).key in ("mail.server_says_no", "mail.hung_up")
    assert heard == [b"ehlo [127.0.0.1]\r\n", b"STARTTLS\r\n"]


def test_a_reply_smuggled_in_before_tls_does_not_count(ca_file):
    """What is sent with the answer to STARTTLS was not under TLS (CVE-2021-23993 and its kin)."""

    def answer(words):
        if words.startswith(b"ehlo"):
            return b"250-x\r\n250 STARTTLS\r\n"
        return b"220 go on\r\n250-x\r\n250 AUTH PLAIN\r\n235 welcome\r\n"

    with scripted(b"220 hello\r\n", answer) as (server, heard):
        assert refusal(server, ca_file=ca_file).key in ("mail.no_tls", "mail.hung_up")
    assert not any(PASSWORD.encode() in words or b"AUTH" in words for words in heard)


@pytest.mark.parametrize(
    ("really", "said", "key"),
    [(STARTTLS, TLS, "mail.no_tls"), (TLS, STARTTLS, "mail.no_answer")],
)
def test_port_and_security_mixed_up_are_told_with_the_usual_pairs(
    really, said, key, ca_file, monkeypatch
):
    monkeypatch.setattr(servers, "TIMEOUT", 0.5)
    with running(Mailroom(), really) as server:
        why = refusal(replace(server, security=said), ca_file=ca_file)
    assert why.key == key
    assert "587" in why.sentence("zh")
    assert "465" in why.sentence("zh")


# No server


def test_a_server_nobody_knows_is_told(monkeypatch):
    def unknown(*_args, **_kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    server = servers.MailServer("smtp.nowhere.invalid", 587, STARTTLS, USER, Mailbox(USER))
    assert refusal(server).key == "mail.server_unknown"


@pytest.mark.parametrize("host", ["smtp..example.com", "x" * 70 + ".example.com"])
def test_a_name_no_server_can_have_is_told(host):
    server = servers.MailServer(host, 587, TLS, USER, Mailbox(USER))
    assert refusal(server).key == "mail.server_unknown"


def test_a_port_where_nobody_listens_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    server = servers.MailServer("localhost", port, STARTTLS, USER, Mailbox(USER))
    assert refusal(server).key == "mail.nobody_listens"


def test_a_network_that_is_down_is_told(monkeypatch):
    def down(*_args, **_kwargs):
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", down)
    server = servers.MailServer("localhost", 587, STARTTLS, USER, Mailbox(USER))
    why = refusal(server)
    assert why.key == "mail.no_connection"
    assert "Network is unreachable" in why.sentence("en")


def test_a_silent_server_is_not_waited_for_long(monkeypatch, ca_file):
    monkeypatch.setattr(servers, "TIMEOUT", 0.3)
    with scripted(b"", lambda words: None) as (server, _):
        assert refusal(server, ca_file=ca_file).key == "mail.no_answer"


def test_a_server_that_turns_us_away_is_quoted(ca_file):
    with scripted("554 拒绝\r\n".encode("gb18030"), polite) as (server, _):
        why = refusal(server, ca_file=ca_file)
    assert why.key == "mail.server_says_no"
    assert "554 拒绝" in why.sentence("zh")


def test_a_server_without_sign_in_is_told(ca_file):
    def answer(words):
        return b"250 x\r\n" if words.startswith(b"ehlo") else polite(words)

    with scripted(b"220 hello\r\n", answer, TLS) as (server, _):
        assert refusal(server, ca_file=ca_file).key == "mail.no_sign_in"


def test_a_way_of_signing_in_that_we_do_not_know_is_told(ca_file):
    def answer(words):
        return b"250-x\r\n250 AUTH XOAUTH2\r\n" if words.startswith(b"ehlo") else polite(words)

    with scripted(b"220 hello\r\n", answer, TLS) as (server, heard):
        assert refusal(server, ca_file=ca_file).key == "mail.no_sign_in"
    assert not any(words.startswith(b"AUTH") for words in heard)


@pytest.mark.parametrize(("user", "password"), [(USER, "密码"), ("王芳", PASSWORD)])
def test_a_password_typed_in_chinese_is_told_before_it_is_sent(user, password, ca_file):
    room = Mailroom()
    with running(room) as server:
        why = refusal(replace(server, user=user), password, ca_file)
    assert why.key == "mail.password_not_ascii"
    assert room.signed_in == []


# Settings


def test_the_settings_are_checked_before_anything_is_said():
    good = servers.MailServer(" smtp.example.com ", 465, TLS, f"{USER} ", Mailbox(USER))
    assert servers.checked_server(good).host == "smtp.example.com"
    for wrong, key in (
        ({"host": " "}, "mail.server_incomplete"),
        ({"user": ""}, "mail.server_incomplete"),
        ({"security": "none"}, "mail.bad_security"),
        ({"port": 0}, "mail.bad_port"),
        ({"port": 70_000}, "mail.bad_port"),
        ({"sender": Mailbox("shop@", whose="发件人")}, "mail.bad_address_of"),
    ):
        with pytest.raises(MailRefused) as refused:
            servers.checked_server(replace(good, **wrong))
        assert refused.value.key == key


def test_what_a_server_says_becomes_one_short_line():
    assert reply_words(b"a\nb\r\n\x1b[31mc") == "a b [31mc"
    assert len(reply_words("x" * 5000)) == 200
