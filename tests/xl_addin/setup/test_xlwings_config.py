"""xlwings' files: our keys in, the rest byte for byte as it was, and back again."""

import pytest

from tests.xl_addin.setup.machine import BOOKS, HOME, USER_CONFIG, Machine
from xl_addin.setup import places, xlwings_config
from xl_addin.setup.xlwings_config import INTERPRETER, values, with_key, without

THEIRS = '"LICENSE_KEY","abc"\r\n"PYTHONPATH","C:\\数据"\r\n'.encode("gbk")


@pytest.fixture
def machine():
    return Machine()


def test_a_key_may_hold_a_blank_and_counts_without_case():
    assert values(b'"udf modules", "a;b"\r\n"Show Console","True"') == {
        "UDF MODULES": "a;b",
        "SHOW CONSOLE": "True",
    }


def test_the_first_line_of_a_key_counts_as_in_vba():
    assert values(b'"A","1"\n"a","2"\nno line of ours\n') == {"A": "1"}


def test_a_last_line_without_an_end_gets_one():
    assert with_key(b'"A","1"', "B", "2") == b'"A","1"\r\n"B","2"\r\n'


def test_only_our_own_line_is_taken_out():
    content = with_key(with_key(THEIRS, "X", "1"), "X", "2")
    assert without(content, "x", "1") == with_key(THEIRS, "X", "2")


def test_our_folder_and_the_user_file_name_the_private_python(machine):
    xlwings_config.write(machine)
    for path in (BOOKS + r"\xlwings.conf", USER_CONFIG):
        assert values(machine.files[path]) == {INTERPRETER: places.INTERPRETER}


def test_the_files_are_ascii_although_the_user_is_called_zhang_san(machine):
    xlwings_config.write(machine)
    assert "张三" in HOME
    assert all(content.isascii() for content in machine.files.values())
    assert machine.files[USER_CONFIG] == (
        b'"INTERPRETER_WIN","%LOCALAPPDATA%\\CustomerChain\\python\\Scripts\\python.exe"\r\n'
    )


def test_foreign_lines_stay_byte_for_byte_and_a_copy_is_kept(machine):
    machine.write(USER_CONFIG, THEIRS)
    xlwings_config.write(machine)
    assert machine.files[USER_CONFIG].startswith(THEIRS)
    assert THEIRS in [content for path, content in machine.files.items() if "before" in path]


def test_another_interpreter_of_the_user_is_left_alone(machine):
    theirs = with_key(THEIRS, "interpreter_win", r"C:\conda\python.exe")
    machine.write(USER_CONFIG, theirs)
    xlwings_config.write(machine)
    assert machine.files[USER_CONFIG] == theirs
    assert xlwings_config.user_interpreter(machine) == r"C:\conda\python.exe"


@pytest.mark.parametrize("before", [None, b"", THEIRS, THEIRS.rstrip()])
@pytest.mark.parametrize("times", [1, 2])
def test_writing_and_taking_back_leaves_nothing(machine, before, times):
    machine.make_folder(HOME)
    if before is not None:
        machine.write(USER_CONFIG, before)
    state = machine.state()
    for _ in range(times):
        xlwings_config.write(machine)
    xlwings_config.take_back(machine)
    after = machine.state()
    if before:  # the line end that our line needed may stay
        assert after["files"].pop(USER_CONFIG).rstrip() == state["files"].pop(USER_CONFIG).rstrip()
    assert after == state


def test_what_the_user_wrote_since_stays(machine):
    xlwings_config.write(machine)
    machine.write(USER_CONFIG, with_key(machine.files[USER_CONFIG], "SHOW CONSOLE", "True"))
    xlwings_config.take_back(machine)
    assert values(machine.files[USER_CONFIG]) == {"SHOW CONSOLE": "True"}


def test_an_interpreter_that_the_user_chose_since_stays(machine):
    xlwings_config.write(machine)
    machine.write(USER_CONFIG, with_key(b"", INTERPRETER, r"C:\other\python.exe"))
    xlwings_config.take_back(machine)
    assert xlwings_config.user_interpreter(machine) == r"C:\other\python.exe"
