"""What is written is what Python's own parser reads back, and never one header more."""

import base64
import email
import email.policy
import re
from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xl_addin.mail.addresses import Mailbox, MailRefused, checked, one_line
from xl_addin.mail.message import (
    Attachment,
    address_header,
    check_attachment,
    header,
    message,
)

HEADERS = ["To", "Subject", "MIME-Version", "Content-Type"]
words = st.text(max_size=120) | st.lists(
    st.sampled_from(
        ["生日快乐", "王芳", "Q3", "客户", ",", '"', "=?utf-8?q?x?=", "\r\nBcc: x@y.zz"]
    )
).map(" ".join)
names = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="/\\"),
    min_size=1,
    max_size=60,
).filter(str.strip)


def written(subject="", name="", text="", attachments=()):
    box = checked(Mailbox("wang@example.com", name))
    headers = [address_header("To", [box]), header("Subject", subject)]
    return message(headers, text, attachments)


def decoded(raw):
    return str(make_header(decode_header(re.sub(r"\r\n(?=[ \t])", "", raw))))


def text_of(part):
    return part.get_payload(decode=True).decode("utf-8").replace("\r\n", "\n")


def lines_of(text):
    return re.sub("\r\n|\r", "\n", text)


@given(words, words, words)
@example("中文 生日 祝福 " * 9 + "abc", "王芳 " * 30, "From \n.\n..\n")
@example("a =?utf-8?b?5L2g?= b", "Wang, Fang", "=_")
@example("ends with a blank ", 'say "hi" \\', "\r\n\r\n")
@example("half a pair", "", "x" * 2000)
def test_subject_name_and_text_come_back_as_they_were(subject, name, text):
    raw = written(subject, name, text)
    read = email.message_from_bytes(raw)
    assert decoded(read.get("Subject", "")) == one_line(subject)
    (shown, address) = getaddresses([read["To"]])[0]
    assert (decoded(shown), address) == (one_line(name), "wang@example.com")
    assert text_of(read) == lines_of(text)


@given(words)
def test_the_newer_parser_reads_the_same_subject(subject):
    read = email.message_from_bytes(written(subject), policy=email.policy.default)
    assert str(read["Subject"] or "") == one_line(subject)


@given(words, words, words, st.lists(st.tuples(names, st.binary(max_size=300)), max_size=3))
def test_whatever_is_typed_there_are_just_the_headers_and_parts_we_wrote(
    subject, name, text, files
):
    attachments = [Attachment(*file) for file in files]
    raw = written(subject, name, text, attachments)
    read = email.message_from_bytes(raw)
    expected = HEADERS if files else [*HEADERS, "Content-Transfer-Encoding"]
    assert read.keys() == [one for one in expected if one != "Subject" or one_line(subject)]
    assert not any(part.defects for part in read.walk())
    parts = read.get_payload() if files else [read]
    assert len(parts) == 1 + len(files) if files else len(parts) == 1
    assert text_of(parts[0]) == lines_of(text)
    for part, attachment in zip(parts[1:], attachments, strict=True):
        assert part.get_payload(decode=True) == attachment.content


@given(names)
@example("客户链管理表（王芳负责的客户）2026年第三季度.xlsx")
@example("a" * 255)
@example("界" * 85)
@example('100%\'s "best" name*.txt')
def test_an_attachment_keeps_its_name_in_both_spellings(name):
    if len(name.encode()) > 255:
        return
    attachment = Attachment(name, b"x", "application/pdf")
    check_attachment(attachment)
    part = email.message_from_bytes(written(attachments=[attachment])).get_payload(1)
    assert part.get_filename() == name.strip()  # the parser strips
    old = part.get_param("name", header="content-type")
    assert decoded(old) == name
    newer = email.message_from_bytes(written(attachments=[attachment]), policy=email.policy.default)
    assert next(newer.iter_attachments()).get_filename() == name.strip()


@given(words, words, words, names)
def test_every_line_ends_with_both_characters_and_no_line_is_too_long_for_a_server(
    subject, name, text, file
):
    raw = written(subject, name, text, [Attachment(file[:60], b"x" * 500)])
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    headers = raw.split(b"\r\n\r\n")[0].split(b"\r\n")
    assert max(map(len, headers)) <= 78
    assert raw.isascii()


def test_a_letter_is_never_cut_in_two():
    raw = written("界" * 100).decode("ascii")
    pieces = re.findall(r"=\?utf-8\?b\?([^?]+)\?=", raw)
    assert len(pieces) > 5
    for piece in pieces:
        assert set(base64.b64decode(piece).decode("utf-8")) == {"界"}


def test_the_same_mail_gives_the_same_bytes_and_another_one_another_boundary():
    first, again, other = (
        written("生日", "王芳", "您好", [Attachment("a.txt", content)])
        for content in (b"1", b"1", b"2")
    )
    assert first == again
    boundary = re.compile(rb'boundary="(customer-chain-[0-9a-f]{32})"')
    assert boundary.search(first)[1] != boundary.search(other)[1]


def test_short_english_stays_readable_and_chinese_is_base64():
    assert b"\r\n\r\nDear Li,\r\nsee you\r\n" in written(text="Dear Li,\nsee you\n")
    assert base64.b64encode("您好".encode()) in written(text="您好")


def test_half_a_surrogate_pair_becomes_a_question_mark():
    read = email.message_from_bytes(written("a\ud800b", "c\udfff", "d\ud800", []))
    assert (decoded(read["Subject"]), text_of(read)) == ("a?b", "d?")


@pytest.mark.parametrize(
    "name", ["", " ", "a\nb", "a\r\nX-Evil: 1", "..\\a.txt", "a/b", "界" * 86, "a\u2028b", "\x00"]
)
def test_a_name_that_no_file_can_have_is_refused(name):
    with pytest.raises(MailRefused) as refused:
        check_attachment(Attachment(name, b""))
    assert refused.value.key == "mail.bad_attachment_name"


@pytest.mark.parametrize("kind", ["", "pdf", "a/b; x=y", "a/b\r\nX: y", "a/b c"])
def test_a_wrong_kind_is_our_own_mistake(kind):
    with pytest.raises(ValueError, match="not a MIME type"):
        check_attachment(Attachment("a.pdf", b"", kind))
