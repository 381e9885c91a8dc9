"""An address is one address: read from a cell, refused with its owner's name, safe in a header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.quality import email_is_malformed
from xl_addin.mail.addresses import Mailbox, MailRefused, checked, mailbox, one_line


@pytest.mark.parametrize(
    ("cell", "address", "name"),
    [
        ("wang@example.com", "wang@example.com", ""),
        (" wang@example.com\n", "wang@example.com", ""),
        ("ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ", "wang@example.com", ""),
        ("王芳 <wang@example.com>", "wang@example.com", "王芳"),
        ('"Li, Wei" <li.wei@example.co.uk>', "li.wei@example.co.uk", "Li, Wei"),
        ("<li@example.com>", "li@example.com", ""),
        ("o'hara+shop@example.com", "o'hara+shop@example.com", ""),
    ],
)
def test_a_cell_is_read_as_people_write_addresses(cell, address, name):
    assert mailbox(cell) == Mailbox(address, name)


@pytest.mark.parametrize(
    "cell",
    [
        "wang",
        "wang@example",
        "wang@@example.com",
        "wang@example.com, li@example.com",
        "wang@example.com;li@example.com",
        "wang at example.com",
        "wang@example.com\nBcc: everybody@example.com",
        "wang@example.com\r\nRCPT TO:<x@example.com>",
        "wang@example.com\x00",
        "wang\\@example.com",
        "王 <wang@example.com> <li@example.com>",
        f"{'w' * 65}@example.com",
        f"wang@{'例' * 60}.com",
        "wang@exam_ple.com",
        "-",
        "",
    ],
)
def test_what_is_no_address_is_refused(cell):
    with pytest.raises(MailRefused):
        mailbox(cell)
    with pytest.raises(MailRefused):
        checked(Mailbox(cell))


def test_the_refusal_names_whose_address_it_is():
    with pytest.raises(MailRefused) as refused:
        mailbox("wang@", "客户 K0001（王芳）")
    assert refused.value.sentence("zh") == (
        "客户 K0001（王芳）的「wang@」不是邮箱地址。请改正，例如 wang@example.com。"
    )
    assert "'wang@' is not" in mailbox_refusal("wang@").sentence("en")
    assert mailbox_refusal("", "Li Wei").sentence("en").startswith("Li Wei has no e-mail address")
    assert mailbox_refusal(" ").key == "mail.bad_address"


def mailbox_refusal(cell, whose=""):
    with pytest.raises(MailRefused) as refused:
        mailbox(cell, whose)
    return refused.value


def test_a_domain_in_chinese_is_written_in_ascii_and_a_name_in_chinese_needs_a_server_for_it():
    assert checked(Mailbox("li@例子.中国")).address == "li@xn--fsqu00a.xn--fiqs8s"
    assert not checked(Mailbox("li@例子.中国")).needs_utf8
    assert checked(Mailbox("李@example.com")).needs_utf8


def test_letters_that_are_none_are_in_no_address():
    for letter in ("\ud800", "\ue000", "\u0378"):
        with pytest.raises(MailRefused):
            checked(Mailbox(f"王{letter}@example.com"))


def test_a_name_is_one_line():
    assert checked(Mailbox("a@example.com", "王\r\nBcc: b@example.com")).name == (
        "王 Bcc: b@example.com"
    )
    assert one_line("\x00a\u2028b\x85c\n") == "a b c"


@given(st.text(max_size=30), st.text(max_size=20))
def test_what_passes_is_one_word_with_one_at_sign_and_passes_the_table_check_too(local, domain):
    try:
        box = checked(Mailbox(f"{local}@{domain}.com"))
    except MailRefused:
        return
    assert box.address.count("@") == 1
    assert not set(box.address) & set(' \r\n\t\0<>,;:"()[]\\')
    assert not email_is_malformed(f"{local}@{domain}.com")
    assert checked(box) == box
