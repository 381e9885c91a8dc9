"""Drafts with copies: to whom, with which file, and what the log says of sent ones."""

import email
import hashlib
from datetime import datetime
from email import policy

import pytest

from tests.xl_addin.sharing.masters import Log, master, prepared
from udfs.errors import CustomerChainError
from xl_addin.mail.addresses import Mailbox, MailRefused
from xl_addin.mail.drafts import Draft
from xl_addin.mail.smtp import NOT_SENT, SENT, UNCLEAR, Outcome
from xl_addin.settings import Settings
from xl_addin.sharing import mailing
from xl_addin.sharing.run import Mail, make_copies

STAFF = [
    {"owner": "Anna", "email": "anna@example.com", "language": "zh"},
    {"owner": "Ben", "email": None},
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    path = tmp_path_factory.mktemp("master") / "Shop.xlsm"
    return master(path, staff=STAFF, settings={"mail_sender": "us@example.com"})


def share(path, folder, mail, log=None):
    return make_copies(prepared(path), folder, {}, log or Log(), mail)


def opened(path):
    return email.message_from_bytes(path.read_bytes(), policy=policy.default)


def test_a_draft_lies_beside_the_copy_and_carries_it(shop, tmp_path):
    report, mails = share(shop, tmp_path, Mail.DRAFTS)
    (path,) = mails.files
    assert path.name == "客户链 Anna 2026-03-02.eml"
    message = opened(path)
    assert message["X-Unsent"] == "1"
    assert (message["To"], message["From"]) == ("Anna <anna@example.com>", "us@example.com")
    words = message.get_body().get_content()
    assert words.startswith("Anna，你好！")
    assert not words.rstrip().endswith("Anna")  # who sends it is somebody else
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == report.made[0].file
    digest = hashlib.sha256(attached.get_content()).hexdigest()
    assert digest == report.made[0].file_fingerprint


def test_who_has_no_address_is_told_and_gets_the_copy_all_the_same(shop, tmp_path):
    report, mails = share(shop, tmp_path, Mail.DRAFTS)
    assert [made.plan.reader.name for made in report.made] == ["Anna", "Ben"]
    (problem,) = mails.problems
    assert "Ben has no e-mail address" in str(problem)


def test_an_address_that_is_none_is_told_with_its_row(tmp_path):
    staff = [{"owner": "Anna", "email": "anna at example"}]
    path = master(tmp_path / "Shop.xlsm", staff=staff)
    report, mails = share(path, tmp_path, Mail.DRAFTS)
    assert len(report.made) == 2
    assert "Staff row 5 (Anna)" in mails.problems[0].sentence("en")


def test_two_colleagues_with_one_address_are_named_for_a_check(tmp_path):
    staff = [
        {"owner": "Anna", "email": "anna@example.com"},
        {"owner": "Ben", "email": "Anna@Example.com"},
    ]
    path = master(tmp_path / "Shop.xlsm", staff=staff)
    _, mails = share(path, tmp_path, Mail.TO_SEND)
    assert len(mails.drafts) == 2
    assert mails.problems == []
    (said,) = mails.remarks
    assert "Anna, Ben" in said
    assert "anna@example.com" in said


def test_different_addresses_need_no_check(shop, tmp_path):
    assert share(shop, tmp_path, Mail.TO_SEND)[1].remarks == []


def test_mails_only_to_be_sent_are_no_files(shop, tmp_path):
    _, mails = share(shop, tmp_path, Mail.TO_SEND)
    assert len(mails.drafts) == 1
    assert not list(tmp_path.glob("*.eml"))


def test_without_mails_nothing_is_written(shop, tmp_path):
    _, mails = share(shop, tmp_path, Mail.NONE)
    assert (mails.drafts, mails.problems) == ({}, [])


def test_where_the_log_fails_the_drafts_go_too(shop, tmp_path):
    with pytest.raises(OSError, match="no"):
        share(shop, tmp_path, Mail.DRAFTS, Log(OSError("no")))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("edited", [False, True])
def test_an_older_draft_is_replaced_unless_it_carries_something_else(shop, tmp_path, edited):
    log = Log()
    _, mails = share(shop, tmp_path, Mail.DRAFTS, log)
    if edited:
        mails.files[0].write_bytes(b"Subject: mine\n\nhello\n")
    again = prepared(shop)
    rows = log.rows()
    again.book["share_log"].columns |= {name: [row[name] for row in rows] for name in rows[0]}
    _, more = make_copies(again, tmp_path, {}, Log(), Mail.DRAFTS)
    assert len(list(tmp_path.glob("*.eml"))) == 1 + edited
    assert (more.files[0] == mails.files[0]) != edited


def test_the_server_of_the_settings_is_checked_before_anything_is_made():
    full = Settings(mail_sender="us@example.com", mail_server="smtp.example.com", mail_port=587,
                    mail_security="starttls")  # fmt: skip
    server = mailing.mail_server(full)
    assert (server.host, server.user, server.sender.address) == (
        "smtp.example.com",
        "us@example.com",
        "us@example.com",
    )
    for missing in ("mail_sender", "mail_server"):
        with pytest.raises(CustomerChainError):
            mailing.mail_server(Settings(**{**vars(full), missing: ""}))


@pytest.mark.parametrize(
    ("state", "lang", "said"),
    [
        (SENT, "en", "Anna <a@example.com>, 2026-03-02 09:05"),
        (NOT_SENT, "en", "not sent: Anna <a@example.com>"),
        (UNCLEAR, "zh", "不确定：Anna <a@example.com>，2026-03-02 09:05"),
    ],
)
def test_the_log_tells_what_became_of_each_mail(state, lang, said):
    draft = Draft((Mailbox("a@example.com", "Anna"),), "s", "t")
    problem = (MailRefused("mail.no_recipient", subject="s"),) if state != SENT else ()
    outcome = Outcome(draft, state, problem)
    moment = datetime(2026, 3, 2, 9, 5)
    assert mailing.in_log([("print", outcome)], moment, lang) == {"print": said}
    assert "Anna <a@example.com>" in mailing.told(outcome, lang)
