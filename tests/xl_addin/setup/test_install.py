"""Install and uninstall on a Windows in memory: done, repeated, asked, and taken back exactly."""

import pytest

from tests.xl_addin.setup.machine import (
    BOOK,
    BOOKS,
    COMMAND,
    EXCEL,
    HOME,
    INTERNET,
    INTERPRETER,
    LOCATIONS,
    PRIVATE,
    USER_CONFIG,
    Machine,
    prepared,
    workbook,
)
from udfs.errors import BadValue, NotFound
from udfs.texts import LANGUAGES, text
from xl_addin.setup import places
from xl_addin.setup.install import install
from xl_addin.setup.system import Answer
from xl_addin.setup.uninstall import uninstall

GIVEN = HOME + r"\Downloads\CustomerChain.xlsm"
OWN_LOCATION = LOCATIONS + r"\Location0"


@pytest.fixture
def machine():
    machine = prepared()
    machine.write_registry(OWN_LOCATION, {"Path": r"C:\XLSTART" + "\\", "Description": "Excel"})
    return machine


def test_a_new_workbook_is_made_in_a_folder_of_its_own_and_opened_in_excel(machine):
    lines = install(machine, "", "en")
    assert lines[0] == f"Your workbook is made: {BOOK}"
    assert machine.started == [[EXCEL, BOOK]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_new_workbook_speaks_the_users_language(machine, lang):
    words = []
    make = machine.programs[COMMAND]
    machine.programs[COMMAND] = lambda given: words.append(given) or make(given)
    install(machine, "", lang)
    assert words == [[COMMAND, "new", BOOK, "--lang", lang]]


def test_a_given_workbook_is_copied(machine):
    machine.write(GIVEN, workbook("0.37.8") + b"given")
    install(machine, GIVEN, "zh")
    assert machine.files[BOOK] == machine.files[GIVEN]


def test_the_users_workbook_is_never_written_over(machine):
    machine.write(BOOK, b"years of work")
    machine.write(GIVEN, workbook("0.37.8"))
    lines = install(machine, GIVEN, "en")
    assert machine.files[BOOK] == b"years of work"
    assert lines[0] == f"Your workbook stays as it is: {BOOK}"


def test_a_copy_keeps_the_mark_of_the_web_until_the_user_trusts_the_folder(machine):
    machine.write(GIVEN, workbook("0.37.8"))
    machine.marks[GIVEN] = INTERNET
    machine.says_yes = False
    install(machine, GIVEN, "en")
    assert machine.marks[BOOK] == INTERNET
    machine.says_yes = True
    install(machine, GIVEN, "en")
    assert list(machine.marks) == [GIVEN]


def test_the_trusted_folder_is_asked_for_named_and_alone(machine):
    install(machine, "", "en")
    assert len(machine.questions) == 1
    assert BOOKS in machine.questions[0]
    assert machine.keys[(LOCATIONS + r"\Location1").casefold()][1] == {
        "Path": BOOKS + "\\",
        "Description": "Customer Chain",
        "AllowSubFolders": 0,
    }


def test_a_no_is_a_no(machine):
    machine.says_yes = False
    lines = install(machine, "", "en")
    assert machine.registry_names(LOCATIONS) == ["Location0"]
    assert text("setup.trust_declined", "en") in lines


def test_where_the_company_forbids_it_nobody_is_asked(machine):
    machine.write_registry(LOCATIONS, {"AllLocationsDisabled": 1})
    lines = install(machine, "", "en")
    assert machine.questions == []
    assert text("setup.trust_forbidden", "en") in lines


def test_the_shortcut_starts_excel_itself_from_the_desktop_wherever_it_is(machine):
    machine.write_registry(places.SHELL_FOLDERS, {"Desktop": r"D:\桌面"})
    install(machine, "", "zh")
    assert machine.shortcuts == {r"D:\桌面\客户链.lnk": (EXCEL, f'"{BOOK}"', BOOKS)}


def test_after_a_change_of_language_there_is_still_one_shortcut(machine):
    install(machine, "", "zh")
    install(machine, "", "en")
    assert list(machine.shortcuts) == [HOME + r"\Desktop\Customer Chain.lnk"]


def test_a_shortcut_that_cannot_be_made_stops_nothing(machine):
    machine.locked.add(HOME + r"\Desktop\Customer Chain.lnk")
    lines = install(machine, "", "en")
    assert text("setup.no_shortcut", "en", path=BOOK) in lines
    assert machine.started


def test_without_an_excel_all_is_set_up_and_the_doctor_says_what_is_missing():
    machine = prepared(excel=None)
    lines = install(machine, "", "en")
    assert [line for line in lines if line.startswith("Problem: Excel was not found")]
    assert machine.started == []
    assert lines[-1] == text("setup.not_opened", "en", path=BOOK)


def test_windows_own_list_of_programs_can_remove_it(machine):
    install(machine, "", "zh")
    assert machine.registry(places.PROGRAMS_LIST, "UninstallString") == (
        f'cmd.exe /d /s /c ""{COMMAND}" excel uninstall --lang zh & pause"'
    )


def test_twice_is_once(machine):
    install(machine, "", "en")
    once = machine.state()
    install(machine, "", "en")
    assert machine.state() == once
    assert len(machine.questions) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("conf", [None, b'"LICENSE_KEY","abc"\r\n'])
def test_uninstall_takes_all_back_and_nothing_else(machine, lang, conf):
    if conf:
        machine.write(USER_CONFIG, conf)
    before = machine.state()
    install(machine, "", "zh")
    assert machine.state() != before
    uninstall(machine, lang)
    after = machine.state()
    assert after["files"].pop(BOOK)
    after["folders"].remove(BOOKS)
    assert after == before
    assert machine.removed_later == [PRIVATE]


def test_uninstall_keeps_a_trusted_location_of_the_users_own(machine):
    machine.write_registry(LOCATIONS + r"\Location9", {"Path": BOOKS, "Description": "mine"})
    install(machine, "", "en")
    uninstall(machine, "en")
    assert machine.registry_names(LOCATIONS) == ["Location0", "Location9"]


def test_uninstall_waits_for_excel_to_be_closed(machine):
    install(machine, "", "en")
    state = machine.state()
    machine.programs["tasklist.exe"] = Answer(0, "EXCEL.EXE   4711 Console   1   90,000 K")
    with pytest.raises(BadValue, match="Excel is running"):
        uninstall(machine, "en")
    assert (machine.state(), machine.removed_later) == (state, [])


def test_install_before_the_private_python_is_there_says_what_to_do():
    machine = Machine()
    with pytest.raises(NotFound, match=r"install\.cmd"):
        install(machine, "", "en")
    assert machine.state() == Machine().state()


def test_a_workbook_that_could_not_be_made_stops_with_the_reason(machine):
    machine.programs[COMMAND] = Answer(4, "disk full")
    with pytest.raises(BadValue, match="disk full"):
        install(machine, "", "en")


def test_half_a_path_is_never_worked_on(machine):
    del machine.variables["LOCALAPPDATA"]
    for action in (lambda: install(machine, "", "en"), lambda: uninstall(machine, "en")):
        with pytest.raises(NotFound, match="LOCALAPPDATA"):
            action()
    assert machine.removed_later == []


def test_the_interpreter_is_where_xlwings_looks_for_its_dll_from():
    """xlwings.bas looks beside the interpreter and one folder up, in the environment's root."""
    assert INTERPRETER.rsplit("\\", 2)[0] == PRIVATE
