"""The texts of this area: each is used, each that is used exists, and refusals show a way out."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from udfs.texts import LANGUAGES, catalogue, text
from udfs.texts.mail import TEXTS

ROOT = Path(__file__).parents[3]
KEY = re.compile(r'"(mail\.[a-z0-9_]+)"')
# What a host or the command line says before and after sending; it fills them in itself.
SPOKEN = {
    "mail.ask",
    "mail.ask_keep",
    "mail.ask_password",
    "mail.declined",
    "mail.drafts_written",
    "mail.line_not_sent",
    "mail.line_sent",
    "mail.line_unclear",
    "mail.result_all",
    "mail.result_some",
    "mail.sending",
}


def named_in_sources():
    sources = (ROOT / "xl_addin" / "mail").glob("*.py")
    return {key for path in sources for key in KEY.findall(path.read_text(encoding="utf-8"))}


def test_every_refusal_is_in_the_catalogue_and_every_text_is_used():
    assert named_in_sources() == set(TEXTS) - SPOKEN


@pytest.mark.parametrize("key", sorted(set(TEXTS) - SPOKEN))
def test_a_refusal_is_whole_sentences_of_which_one_says_what_to_do(key):
    chinese, english = catalogue()[key]
    assert chinese.endswith("。")
    assert english.endswith(".")
    assert re.search("请|每次发送时都要输入", chinese)


def test_the_question_before_sending_says_how_many_from_whom_and_through_whom():
    said = text("mail.ask", "en", n=12, sender="a@b.cn", server="smtp.x.cn")
    assert said.startswith("Send 12 mails from a@b.cn through smtp.x.cn now?")
    assert text("mail.ask", "en", n=1, sender="a", server="b").startswith("Send 1 mail from")
    said = text("mail.ask", "zh", n=12, sender="a@b.cn", server="smtp.x.cn")
    assert said.startswith("现在以 a@b.cn 的名义、通过 smtp.x.cn 发送 12 封邮件吗？")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_result_tells_all_three_numbers(lang):
    said = text("mail.result_some", lang, n=1234, sent=1200, not_sent=33, unclear=1)
    assert re.findall("[0-9,]*[0-9]", said) == ["1,234", "1200", "33", "1"]


@pytest.mark.parametrize("module", ["addresses", "drafts", "smtp", "passwords"])
def test_importing_these_modules_does_not_import_keyring(module):
    check = f"import sys, xl_addin.mail.{module}; print('keyring' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"
