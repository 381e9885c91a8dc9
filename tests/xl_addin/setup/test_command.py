"""The entry for the command line: exit codes, sentences, and one sentence off Windows."""

import sys
from pathlib import Path

import pytest

from tests.xl_addin.setup.machine import BOOK, HOME, prepared
from udfs.texts import LANGUAGES, text
from xl_addin.setup.command import ACTIONS, DONE, FOUND_PROBLEMS, REFUSED, run


@pytest.mark.skipif(sys.platform == "win32", reason="what other systems than Windows say")
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_elsewhere_it_says_in_one_sentence_that_this_is_for_windows(action, lang):
    assert run(action, None, lang) == (REFUSED, [text("setup.windows_only", lang)])


def test_install_doctor_and_uninstall_follow_each_other():
    machine = prepared()
    code, lines = run("install", None, "en", machine)
    assert (code, lines[-1]) == (DONE, "The workbook is being opened.")
    assert run("doctor", None, "en", machine)[0] == DONE
    code, lines = run("uninstall", None, "en", machine)
    assert (code, len(lines)) == (DONE, 2)


def test_a_problem_gives_exit_code_one_and_is_called_a_problem():
    code, lines = run("doctor", Path("nowhere.xlsm"), "zh", prepared())
    assert code == FOUND_PROBLEMS
    path = HOME + r"\nowhere.xlsm"
    assert f"问题：没有这个工作簿：{path}。请检查名称和文件夹。" in lines


def test_an_address_on_the_web_is_not_taken_for_a_file():
    address = Path("https://shop.sharepoint.com/a.xlsm")
    _, lines = run("doctor", address, "en", prepared())
    assert any("an address on the web" in line for line in lines)


def test_a_refusal_is_one_sentence():
    machine = prepared()
    del machine.variables["USERPROFILE"]
    code, lines = run("install", None, "en", machine)
    assert (code, len(lines)) == (REFUSED, 1)
    assert "USERPROFILE" in lines[0]


def test_a_file_that_cannot_be_written_is_named():
    machine = prepared()
    machine.write(BOOK, b"")
    machine.locked.add(BOOK.replace("CustomerChain.xlsm", "xlwings.conf"))
    code, lines = run("install", None, "en", machine)
    assert code == REFUSED
    assert "xlwings.conf" in lines[0]
