"""A draft opens unsent, says the same each time, and lies in a folder whole or not at all."""

import email
import email.policy
import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_addin.mail import drafts as drafts_module
from xl_addin.mail.addresses import Mailbox, MailRefused
from xl_addin.mail.drafts import Draft, as_sent, check, eml, recipients, write_drafts

WANG = Mailbox("wang@example.com", "王芳")
SHOP = Mailbox("shop@example.com", "春风商店")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Microsoft, "Naming Files, Paths, and Namespaces".
RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
COPY = ("客户链 王芳.xlsx", b"PK\x03\x04" * 100, XLSX)


def draft(subject="九月的客户", to=WANG, text="您好：\n附上您的客户。\n", **others):
    return Draft((to,), subject, text, **others)


def read(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_draft_is_unsent_and_undated():
    mail = read(eml(draft(sender=SHOP, cc=(Mailbox("li@example.com"),), attachments=(COPY,))))
    assert mail["X-Unsent"] == "1"
    assert mail["Date"] is None
    assert mail["Message-ID"] is None
    assert (mail["From"], mail["To"]) == ("春风商店 <shop@example.com>", "王芳 <wang@example.com>")
    assert mail["Cc"] == "li@example.com"
    assert mail["Subject"] == "九月的客户"
    assert mail.get_body().get_content() == "您好：\r\n附上您的客户。\r\n"
    (copy,) = mail.iter_attachments()
    assert (copy.get_filename(), copy.get_content(), copy.get_content_type()) == COPY


def test_a_draft_without_a_sender_leaves_that_to_the_mail_program():
    assert read(eml(draft()))["From"] is None


def test_the_same_draft_gives_the_same_bytes():
    assert eml(draft(attachments=(COPY,))) == eml(draft(attachments=(COPY,)))


def test_a_draft_reads_like_this_on_every_version_of_python():
    written = eml(
        draft(sender=SHOP, text="Dear Wang,\n", attachments=(("客户.csv", b"1", "text/csv"),))
    )
    assert written.decode("ascii").split("\r\n") == [
        "X-Unsent: 1",
        "From: =?utf-8?b?5pil6aOO5ZWG5bqX?=",
        " <shop@example.com>",
        "To: =?utf-8?b?546L6Iqz?=",
        " <wang@example.com>",
        "Subject: =?utf-8?b?5Lmd5pyI55qE5a6i5oi3?=",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed;",
        ' boundary="customer-chain-ca46525fbdbe093ff5c25d57e187fdd1"',
        "",
        "--customer-chain-ca46525fbdbe093ff5c25d57e187fdd1",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: 7bit",
        "",
        "Dear Wang,",
        "",
        "--customer-chain-ca46525fbdbe093ff5c25d57e187fdd1",
        "Content-Type: text/csv;",
        ' name="=?utf-8?b?5a6i5oi3LmNzdg==?="',
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;",
        " filename*=UTF-8''%E5%AE%A2%E6%88%B7.csv",
        "",
        "MQ==",
        "",
        "--customer-chain-ca46525fbdbe093ff5c25d57e187fdd1--",
        "",
    ]


def test_hidden_recipients_stand_in_the_draft_but_not_in_what_is_sent():
    hidden = draft(bcc=(Mailbox("boss@example.com"),))
    assert read(eml(hidden))["Bcc"] == "boss@example.com"
    sent = read(as_sent(hidden, SHOP, "Thu, 01 Oct 2026 09:00:00 +0800", "<1@example.com>"))
    assert sent.keys()[:3] == ["Date", "Message-ID", "From"]
    assert not {"Bcc", "X-Unsent"} & set(sent.keys())
    assert b"boss" not in as_sent(hidden, SHOP, "x", "<1@example.com>")
    assert [box.address for box in recipients(hidden)] == ["wang@example.com", "boss@example.com"]


def test_each_address_receives_a_mail_once():
    twice = draft(cc=(Mailbox("li@example.com"), Mailbox("Wang@Example.com")))
    assert [box.address for box in recipients(twice)] == ["wang@example.com", "li@example.com"]


@pytest.mark.parametrize("place", ["to", "cc", "bcc", "sender"])
def test_a_bad_address_is_refused_wherever_it_stands(place):
    bad = Mailbox("wang@", whose="店长")
    wrong = (
        draft(to=bad) if place == "to" else draft(**{place: bad if place == "sender" else (bad,)})
    )
    for refuses in (check, eml):
        with pytest.raises(MailRefused, match="店长: 'wang@' is not an e-mail address"):
            refuses(wrong)


def test_attachments_stay_out_of_what_a_program_prints():
    assert "PK" not in repr(draft(attachments=(COPY,)))


# Files


def test_each_draft_is_a_file_named_after_reader_and_subject(tmp_path):
    paths = write_drafts([draft(), draft(to=Mailbox("li@example.com"))], tmp_path)
    assert [path.name for path in paths] == [
        "王芳 九月的客户.eml",
        "li@example.com 九月的客户.eml",
    ]
    assert paths[0].read_bytes() == eml(draft())
    assert names(tmp_path) == sorted(path.name for path in paths)


def test_the_same_draft_again_stays_and_another_one_gets_a_number(tmp_path):
    first, twin = write_drafts([draft(), draft()], tmp_path)
    assert twin == first
    state = first.stat()
    assert write_drafts([draft()], tmp_path) == [first]
    assert first.stat().st_mtime_ns == state.st_mtime_ns
    (second,) = write_drafts([draft(text="另一封")], tmp_path)
    assert second.name == "王芳 九月的客户 (2).eml"
    assert write_drafts([draft(), draft(text="另一封")], tmp_path) == [first, second]
    assert first.read_bytes() == eml(draft())


def test_many_drafts_of_one_name_read_no_file_twice(tmp_path, monkeypatch):
    many = [draft(text=str(number)) for number in range(60)]
    paths = write_drafts(many, tmp_path)
    assert len(set(paths)) == 60
    opened, real = [], Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a: opened.append(self) or real(self, *a))
    assert write_drafts([*many, *many], tmp_path) == [*paths, *paths]
    assert len(opened) == 60 + 120
    assert names(tmp_path) == sorted(path.name for path in paths)


def test_names_that_are_one_on_windows_or_a_mac_are_not_given_twice(tmp_path):
    (tmp_path / "WANG HELLO.EML").write_text("somebody's own")
    wang = Mailbox("wang@example.com", "wang")
    (path,) = write_drafts([draft("hello", to=wang)], tmp_path)
    assert path.name == "wang hello (2).eml"
    both = [draft("é", to=wang), draft("e\u0301", to=wang, text="other")]
    assert [path.name for path in write_drafts(both, tmp_path)] == ["wang é.eml", "wang é (2).eml"]


def test_a_folder_of_that_name_is_left_alone(tmp_path):
    (tmp_path / "王芳 九月的客户.eml").mkdir()
    assert write_drafts([draft()], tmp_path)[0].name == "王芳 九月的客户 (2).eml"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("a/b\\c:d*e?f", "a b c d e f.eml"),
        ("..", "mail.eml"),
        ("", "mail.eml"),
        ("con", "_con.eml"),
        ("Aux.2026", "_Aux.2026.eml"),
        ("COM1", "_COM1.eml"),
        ("lpt²", "_lpt².eml"),
        ("console", "console.eml"),
        (".hidden.", "hidden.eml"),
        ("a\u202eexe.b", "a exe.b.eml"),
        ("长" * 90, "长" * 60 + ".eml"),
        ("a\ud800b", "a b.eml"),
    ],
)
def test_file_names_are_ones_that_every_system_takes(tmp_path, subject, name):
    assert write_drafts([Draft((), subject, "x")], tmp_path)[0].name == name


@given(st.sampled_from([*RESERVED, "con.", " nul "]) | st.text(max_size=90), st.text(max_size=40))
def test_no_subject_gives_a_name_that_windows_refuses(subject, name):
    to = (Mailbox("a@example.com", name),) if name else ()
    stem = drafts_module._stem(Draft(to, subject, ""))
    assert stem == stem.strip(" .")
    assert 0 < len(stem) <= 61
    assert not set(stem) & set('<>:"/\\|?*')
    assert stem.isprintable()
    assert stem.partition(".")[0].upper() not in RESERVED
    assert len(f"{stem} (99999).eml".encode()) <= 255


def test_a_bad_draft_among_good_ones_means_no_file_at_all(tmp_path):
    with pytest.raises(MailRefused):
        write_drafts([draft(), draft(to=Mailbox("wang@"))], tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("fails_at", range(1, 7))
def test_a_disk_that_fills_up_means_no_file_at_all(tmp_path, monkeypatch, fails_at):
    (tmp_path / "王芳 九月的客户.eml").write_bytes(b"theirs")
    calls = 0

    def failing(real):
        def call(*args, **kwargs):
            nonlocal calls
            calls += 1
            if calls == fails_at:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*args, **kwargs)

        return call

    # One step is a copy on the disk, the next its name; links fail for good, as the disk is full.
    monkeypatch.setattr(os, "fsync", failing(os.fsync))
    monkeypatch.setattr(drafts_module, "give_name", failing(drafts_module.give_name))
    with pytest.raises(MailRefused) as refused:
        write_drafts([draft(), draft("二"), draft("三")], tmp_path)
    assert refused.value.key == "mail.disk_full"
    assert names(tmp_path) == ["王芳 九月的客户.eml"]
    assert (tmp_path / "王芳 九月的客户.eml").read_bytes() == b"theirs"


def test_a_disk_without_second_names_takes_drafts_too(tmp_path, monkeypatch):
    def cannot(*_args):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", cannot)
    paths = write_drafts([draft(), draft(text="另一封")], tmp_path)
    assert [path.read_bytes() for path in paths] == [eml(draft()), eml(draft(text="另一封"))]
    assert len(names(tmp_path)) == 2


def test_no_empty_file_is_left_where_even_the_name_cannot_be_given(tmp_path, monkeypatch):
    def cannot(*_args):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", cannot)
    monkeypatch.setattr(Path, "replace", cannot)
    with pytest.raises(MailRefused) as refused:
        write_drafts([draft()], tmp_path)
    assert refused.value.key == "mail.write_failed"
    assert "Input/output error" in refused.value.sentence("en")
    assert names(tmp_path) == []


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path, monkeypatch):
    real = os.link

    def quicker(source, target):
        if not Path(target).exists() and "(2)" not in str(target):
            Path(target).write_bytes(b"theirs")
        real(source, target)

    monkeypatch.setattr(os, "link", quicker)
    (path,) = write_drafts([draft()], tmp_path)
    assert path.name == "王芳 九月的客户 (2).eml"
    assert (tmp_path / "王芳 九月的客户.eml").read_bytes() == b"theirs"


def test_a_missing_folder_is_made_only_for_drafts_that_are_written(tmp_path, monkeypatch):
    folder = tmp_path / "Mails"
    assert write_drafts([], folder) == []
    assert not folder.exists()
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        with pytest.raises(MailRefused):
            write_drafts([draft()], folder)
    assert not folder.exists()
    assert [path.parent for path in write_drafts([draft()], folder)] == [folder]


def test_a_folder_that_cannot_be_made_and_a_forbidden_one_are_named(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    for folder, named in ((tmp_path / "file", "file"), (tmp_path / "no" / "where", "no")):
        with pytest.raises(MailRefused) as refused:
            write_drafts([draft()], folder)
        assert refused.value.key == "mail.no_folder"
        assert refused.value.values["folder"].name == named

    def denied(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(drafts_module.tempfile, "mkstemp", denied)
    with pytest.raises(MailRefused) as refused:
        write_drafts([draft()], tmp_path)
    assert refused.value.key == "mail.folder_not_writable"


def test_new_files_have_the_rights_that_files_of_this_user_have(tmp_path):
    (tmp_path / "own").touch()
    (path,) = write_drafts([draft()], tmp_path)
    assert path.stat().st_mode == (tmp_path / "own").stat().st_mode
