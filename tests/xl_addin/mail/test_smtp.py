"""What was sent is reported exactly, whatever the server does, and arrives as it was written."""

import email
import email.policy
import time
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest

from tests.xl_addin.mail.mail_servers import (
    HANG_UP,
    PASSWORD,
    USER,
    Mailroom,
    polite,
    running,
    scripted,
)
from udfs.texts import LANGUAGES
from xl_addin.mail import smtp
from xl_addin.mail.addresses import Mailbox, MailRefused
from xl_addin.mail.drafts import Draft
from xl_addin.mail.servers import STARTTLS, TLS
from xl_addin.mail.smtp import NOT_SENT, SENT, UNCLEAR, deliver, send

pytestmark = pytest.mark.filterwarnings(
    "ignore:Requiring AUTH while not requiring TLS:UserWarning:aiosmtpd.smtp"
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draft(name="wang", **others):
    box = Mailbox(f"{name}@example.com", "王芳", whose=f"客户 {name}")
    return Draft((box,), others.pop("subject", "生日快乐"), "您好\n.\n..一\n", **others)


def sent_to(server, ca_file, *drafts, password=PASSWORD):
    outcomes = send(drafts, server, password, ca_file=ca_file)
    assert [one.draft for one in outcomes] == list(drafts)
    for outcome in outcomes:
        for problem in outcome.problems:
            assert all(problem.sentence(lang)[-1] in ".。" for lang in LANGUAGES)
    return outcomes


def states(outcomes):
    return [one.state for one in outcomes]


def keys(outcome):
    return [problem.key for problem in outcome.problems]


def arrived(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


@pytest.mark.parametrize("security", [STARTTLS, TLS])
def test_a_mail_arrives_with_its_chinese_subject_and_attachment(security, ca_file):
    room, copy = Mailroom(), bytes(range(256)) * 500
    mail = draft(
        subject="您负责的客户（九月），请查收",
        attachments=[("客户链 王芳.xlsx", copy, XLSX)],
        cc=(Mailbox("li@example.com"),),
        bcc=(Mailbox("boss@example.com"),),
    )
    with running(room, security) as server:
        (outcome,) = sent_to(server, ca_file, mail)
    assert (outcome.state, outcome.problems) == (SENT, ())
    (envelope,) = room.envelopes
    assert envelope.mail_from == USER
    assert envelope.rcpt_tos == ["wang@example.com", "li@example.com", "boss@example.com"]
    read = arrived(room.mails[0])
    assert read["Subject"] == "您负责的客户（九月），请查收"
    assert (read["From"], read["To"]) == (f"春风商店 <{USER}>", "王芳 <wang@example.com>")
    assert read.get_body().get_content() == "您好\r\n.\r\n..一\r\n"
    (attachment,) = read.iter_attachments()
    assert (attachment.get_filename(), attachment.get_content()) == ("客户链 王芳.xlsx", copy)
    assert attachment.get_content_type() == XLSX


def test_what_is_sent_is_dated_and_numbered_and_hides_hidden_recipients(ca_file):
    room = Mailroom()
    mails = [draft(bcc=(Mailbox("boss@example.com"),)), draft(sender=Mailbox("own@example.com"))]
    with running(room) as server:
        sent_to(server, ca_file, *mails)
    first, second = map(arrived, room.mails)
    assert parsedate_to_datetime(first["Date"]).tzinfo is not None
    assert first["Message-ID"].endswith("@example.com>")
    assert first["Message-ID"] != second["Message-ID"]
    assert not {"Bcc", "X-Unsent"} & set(first.keys())
    assert b"boss" not in room.mails[0]
    assert second["From"] == "own@example.com"


def test_lines_that_are_only_points_arrive_as_they_are(ca_file):
    room, text = Mailroom(), ".\n..\n.hidden\n\n.\n"
    with running(room) as server:
        sent_to(server, ca_file, replace(draft(), text=text), replace(draft(), text="no end"))
    assert arrived(room.mails[0]).get_content() == text.replace("\n", "\r\n")
    assert arrived(room.mails[1]).get_content().strip() == "no end"


def test_a_progress_bar_hears_of_each_mail_as_it_goes_out(ca_file):
    room, heard = Mailroom(), []
    with running(room) as server:
        send(
            [draft(), draft("li")],
            server,
            PASSWORD,
            lambda outcome: heard.append((len(room.mails), outcome.state)),
            ca_file,
        )
    assert heard == [(1, SENT), (2, SENT)]


def test_who_stops_listening_stops_the_sending(ca_file):
    room = Mailroom()
    with running(room) as server:
        outcomes = deliver([draft(), draft("li")], server, PASSWORD, ca_file)
        next(outcomes)
        outcomes.close()
    assert len(room.mails) == 1


def test_without_drafts_nobody_is_called():
    assert send([], None, PASSWORD) == []


@pytest.mark.parametrize("security", [STARTTLS, TLS])
def test_nothing_is_sent_with_a_wrong_password(security, ca_file):
    room = Mailroom()
    with running(room, security) as server, pytest.raises(MailRefused) as refused:
        send([draft()], server, "wrong", ca_file=ca_file)
    assert refused.value.key == "mail.wrong_password"
    assert room.mails == []


def test_nothing_is_sent_to_a_server_that_is_not_trusted():
    room = Mailroom()
    with running(room) as server, pytest.raises(MailRefused):
        send([draft()], server, PASSWORD)
    assert room.mails == []


# One mail refused


def test_a_refused_recipient_stops_neither_the_others_nor_the_next_mail(ca_file):
    room = Mailroom(refused={"gone@example.com": "550 5.1.1 no such user"})
    shared = draft(cc=(Mailbox("gone@example.com", whose="客户 K0002"),))
    with running(room) as server:
        outcomes = sent_to(server, ca_file, draft("gone"), shared, draft("li"))
    assert states(outcomes) == [NOT_SENT, SENT, SENT]
    assert [keys(one) for one in outcomes] == [
        ["mail.recipient_refused"],
        ["mail.recipient_refused"],
        [],
    ]
    assert outcomes[1].problems[0].sentence("zh") == (
        "服务器拒绝了客户 K0002的地址 gone@example.com（550 5.1.1 no such user）。请核对地址。"
    )
    assert [one.rcpt_tos for one in room.envelopes] == [["wang@example.com"], ["li@example.com"]]


def test_a_mail_the_server_does_not_like_stops_only_itself(ca_file):
    room = Mailroom(answers={1: "554 looks like advertising"})
    with running(room) as server:
        outcomes = sent_to(server, ca_file, draft(), draft("li"))
    assert states(outcomes) == [NOT_SENT, SENT]
    assert keys(outcomes[0]) == ["mail.content_refused"]
    assert "554 looks like advertising" in outcomes[0].problems[0].sentence("en")


def test_a_sender_the_server_does_not_know_is_told(ca_file):
    def answer(words):
        return b"553 not yours\r\n" if words.startswith(b"mail") else polite(words)

    with scripted(b"220 hello\r\n", answer, TLS) as (server, heard):
        outcomes = sent_to(server, ca_file, draft(), draft("li"))
    assert [keys(one) for one in outcomes] == [["mail.sender_refused"]] * 2
    assert not any(words.startswith(b"rcpt") for words in heard)


def test_a_mail_larger_than_the_server_takes_is_not_even_announced(ca_file):
    room = Mailroom()
    large = draft(attachments=[("a.bin", b"x" * 200_000, "application/octet-stream")])
    with running(room, data_size_limit=100_000) as server:
        outcomes = sent_to(server, ca_file, large, draft("li"))
    assert states(outcomes) == [NOT_SENT, SENT]
    assert (
        outcomes[0]
        .problems[0]
        .sentence("en")
        .startswith("The mail has 0.3 MB, and the server takes 0.1 MB at most.")
    )
    assert [one.rcpt_tos for one in room.envelopes] == [["li@example.com"]]


def test_a_mail_larger_than_the_server_told_is_refused_by_itself(ca_file):
    room = Mailroom(hidden=("SIZE",))
    large = draft(attachments=[("a.bin", b"x" * 200_000, "application/octet-stream")])
    with running(room, data_size_limit=100_000) as server:
        outcomes = sent_to(server, ca_file, large, draft("li"))
    assert states(outcomes) == [NOT_SENT, SENT]
    assert keys(outcomes[0]) == ["mail.too_large"]
    assert len(room.mails) == 1


def test_a_large_mail_within_the_limit_arrives_whole(ca_file):
    room, content = Mailroom(), bytes(range(256)) * 20_000
    with running(room) as server:
        outcomes = sent_to(server, ca_file, draft(attachments=[("a.bin", content, XLSX)]))
    assert states(outcomes) == [SENT]
    assert next(arrived(room.mails[0]).iter_attachments()).get_content() == content


def test_a_bad_address_stops_only_its_own_mail(ca_file):
    room = Mailroom()
    with running(room) as server:
        outcomes = sent_to(server, ca_file, draft("no one"), Draft((), "无人", "x"), draft("li"))
    assert [keys(one) for one in outcomes] == [
        ["mail.bad_address_of"],
        ["mail.no_recipient"],
        [],
    ]
    assert len(room.mails) == 1


def test_an_address_in_chinese_goes_only_to_a_server_that_offers_it(ca_file):
    room = Mailroom()
    with running(room, enable_SMTPUTF8=True) as server:
        assert states(sent_to(server, ca_file, draft("王"), draft("li"))) == [SENT, SENT]
    assert [one.smtp_utf8 for one in room.envelopes] == [True, False]
    assert room.envelopes[0].rcpt_tos == ["王@example.com"]
    assert "<王@example.com>".encode() in room.mails[0]
    room = Mailroom()
    with running(room, enable_SMTPUTF8=False) as server:
        outcomes = sent_to(server, ca_file, draft("王"), draft("li"))
    assert states(outcomes) == [NOT_SENT, SENT]
    assert keys(outcomes[0]) == ["mail.no_utf8_addresses"]


# The connection lost


def test_a_connection_lost_after_the_whole_mail_was_handed_over_is_unclear(ca_file):
    room = Mailroom(dies_at=2)
    with running(room) as server:
        outcomes = sent_to(server, ca_file, *map(draft, ("a", "b", "c", "d")))
    assert states(outcomes) == [SENT, UNCLEAR, NOT_SENT, NOT_SENT]
    assert [keys(one) for one in outcomes] == [
        [],
        ["mail.unclear"],
        ["mail.connection_lost"],
        ["mail.connection_lost"],
    ]
    assert len(room.mails) == 2


def after(count, verb, reply):
    """Polite until `verb` comes for the `count`-th time."""
    seen = 0

    def answer(words):
        nonlocal seen
        seen += words.upper().startswith(verb)
        return reply if seen >= count and words.upper().startswith(verb) else polite(words)

    return answer


@pytest.mark.parametrize("verb", [b"MAIL", b"RCPT", b"DATA"])
def test_a_connection_lost_before_the_content_means_that_it_was_not_sent(verb, ca_file):
    with scripted(b"220 hello\r\n", after(2, verb, HANG_UP), TLS) as (server, _):
        outcomes = sent_to(server, ca_file, *map(draft, "abc"))
    assert states(outcomes) == [SENT, NOT_SENT, NOT_SENT]
    assert [keys(one) for one in outcomes[1:]] == [["mail.connection_lost"]] * 2


def test_a_connection_lost_within_the_content_means_that_it_was_not_sent(ca_file):
    large = draft("b", attachments=[("a.bin", b"x" * 5_000_000, XLSX)])
    first_line = b"EHH4" * 19  # the letter x in base64, as upper case
    with scripted(b"220 hello\r\n", after(1, first_line, HANG_UP), TLS) as (server, heard):
        outcomes = sent_to(server, ca_file, draft("a"), large, draft("c"))
    assert states(outcomes) == [SENT, NOT_SENT, NOT_SENT]
    assert not heard[-1].startswith(b".")


@pytest.mark.parametrize("verb", [b"MAIL", b"RCPT", b"DATA", b".\r\n"])
def test_a_server_that_asks_to_stop_is_obeyed(verb, ca_file):
    answer = after(2, verb, b"421 enough for today\r\n")
    with scripted(b"220 hello\r\n", answer, TLS) as (server, heard):
        outcomes = sent_to(server, ca_file, *map(draft, "abc"))
    assert states(outcomes) == [SENT, NOT_SENT, NOT_SENT]
    assert [keys(one) for one in outcomes[1:]] == [["mail.server_closing"]] * 2
    assert sum(words.startswith(b"mail") for words in heard) == 2


def test_a_receipt_that_does_not_come_in_time_is_unclear(ca_file, monkeypatch):
    monkeypatch.setattr(smtp, "ACCEPTING_TIMEOUT", 0.3)
    with scripted(b"220 hello\r\n", after(2, b".\r\n", None), TLS) as (server, _):
        outcomes = sent_to(server, ca_file, *map(draft, "abc"))
    assert states(outcomes) == [SENT, UNCLEAR, NOT_SENT]


def test_a_slow_receipt_is_waited_for_longer_than_an_answer(ca_file, monkeypatch):
    def answer(words):
        if words == b".\r\n":
            time.sleep(0.4)
        return polite(words)

    monkeypatch.setattr(smtp, "TIMEOUT", 0.1)
    with scripted(b"220 hello\r\n", answer, TLS) as (server, _):
        assert states(sent_to(server, ca_file, draft())) == [SENT]
