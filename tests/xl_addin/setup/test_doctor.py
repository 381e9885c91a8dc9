"""Every finding of the doctor, each on a machine with exactly that fault."""

import ast
import re
from pathlib import Path

import pytest

from tests.xl_addin.setup.machine import (
    APP_PATHS,
    BASE_PYTHON,
    BOOK,
    BOOKS,
    DLL,
    EXCEL,
    HOME,
    INTERNET,
    INTERPRETER,
    LOCATIONS,
    PRIVATE,
    USER_CONFIG,
    prepared,
    program,
    workbook,
)
from udfs.texts import LANGUAGES, catalogue
from xl_addin import setup
from xl_addin.setup import trust, xlwings_config
from xl_addin.setup.check_policies import ASR_RULES
from xl_addin.setup.doctor import examine
from xl_addin.setup.findings import FINE, NOTE, PROBLEM
from xl_addin.setup.system import Answer

SECURITY = r"Microsoft\Office\16.0\Excel\Security"
POLICY = rf"HKCU\Software\Policies\{SECURITY}"
CLOUD = r"HKCU\Software\Policies\Microsoft\Cloud\Office\16.0\Excel\Security"
ASR = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
MANAGED = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
COMMANDS = r"Software\Policies\Microsoft\Windows\System"
CHOICE = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.xlsm\UserChoice"
CHILDREN, CALLS = ASR_RULES
ONEDRIVE = HOME + r"\OneDrive - 公司"
LONG = BOOKS + "\\" + "很长的文件夹" * 40 + "\\a.xlsm"


def healthy(excel=64):
    """All set up, its folder trusted."""
    machine = prepared(excel)
    machine.write(BOOK, workbook("0.37.8"))
    xlwings_config.write(machine)
    trust.add(machine, BOOKS, "zh")
    return machine


def untrusted():
    machine = healthy()
    trust.take_back(machine)
    return machine


def found(machine, path=""):
    return {finding.name: finding for finding in examine(machine, path)}


def test_a_healthy_machine_has_only_fine_findings():
    names = found(healthy())
    assert {finding.severity for finding in names.values()} == {FINE}
    assert list(names) == [
        "excel",
        "python",
        "bits_equal",
        "dll",
        "config",
        "child_processes",
        "trusted",
        "macros_inside",
    ]


def test_without_a_workbook_of_ours_only_the_machine_is_looked_at():
    machine = healthy()
    machine.remove(BOOK)
    assert "macros_inside" not in found(machine)
    assert "trusted" in found(machine)


def edit(change):
    """A fault made on a healthy machine."""

    def made():
        machine = healthy()
        change(machine)
        return machine

    return made


def edit_untrusted(change):
    def made():
        machine = untrusted()
        change(machine)
        return machine

    return made


def registry(key, name, value):
    return lambda machine: machine.write_registry(key, {name: value})


def gone(*paths):
    return lambda machine: [machine.files.pop(path) for path in paths]


def written(path, content):
    return lambda machine: machine.write(path, content)


def both(*changes):
    return lambda machine: [change(machine) for change in changes]


def marked(machine):
    machine.marks[BOOK] = INTERNET


def package_gone(machine):
    folder = PRIVATE + r"\Lib\site-packages\xlwings-0.37.8.dist-info"
    machine.remove(folder + r"\METADATA")
    machine.remove(folder)


def answers(name, answer):
    return lambda machine: machine.programs.update({name: answer})


STORE_EXCEL = r"C:\Program Files\WindowsApps\Microsoft.Office.Desktop.Excel\EXCEL.EXE"
STORE_HOME = rb"home = C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.13"
OLD_DLL = PRIVATE + r"\xlwings64-0.30.0.dll"

FAULTS = [
    ("excel_missing", PROBLEM, lambda: prepared(excel=None)),
    ("excel_missing", PROBLEM, edit(gone(EXCEL))),
    (
        "excel_from_store",
        NOTE,
        edit(both(written(STORE_EXCEL, program()), registry(APP_PATHS, "", f'"{STORE_EXCEL}"'))),
    ),
    ("opened_by_other", NOTE, edit(registry(CHOICE, "ProgId", "ET.Xlsm.6"))),
    ("opened_by_other", NOTE, edit(registry(r"HKCR\.xlsm", "", "WPS.Book"))),
    ("python_missing", PROBLEM, edit(gone(INTERPRETER))),
    ("python_from_store", PROBLEM, edit(written(PRIVATE + r"\pyvenv.cfg", STORE_HOME))),
    ("python_base_gone", PROBLEM, edit(gone(BASE_PYTHON + r"\python.exe"))),
    (
        "python_does_not_start",
        PROBLEM,
        edit(answers(INTERPRETER, Answer(1, "Traceback\r\nImportError: DLL load failed\r\n"))),
    ),
    ("python_does_not_start", PROBLEM, edit(answers(INTERPRETER, Answer(-1, "")))),
    ("bits_differ", NOTE, lambda: healthy(excel=32)),
    (
        "xlwings_missing",
        PROBLEM,
        edit(package_gone),
    ),
    ("dll_missing", PROBLEM, edit(gone(DLL))),
    ("dll_missing", PROBLEM, edit(written(DLL, b""))),
    (
        "dll_of_other_version",
        PROBLEM,
        edit(
            both(gone(DLL, PRIVATE + r"\xlwings32-0.37.8.dll"), written(OLD_DLL, program())),
        ),
    ),
    ("config_missing", PROBLEM, edit(gone(BOOKS + r"\xlwings.conf"))),
    (
        "config_foreign",
        NOTE,
        edit(written(USER_CONFIG, rb'"INTERPRETER_WIN","C:\conda\python.exe"')),
    ),
    ("trust_forbidden", NOTE, edit(registry(LOCATIONS, "AllLocationsDisabled", 1))),
    (
        "trust_forbidden",
        NOTE,
        edit(registry(POLICY + r"\Trusted Locations", "AllLocationsDisabled", 1)),
    ),
    (
        "trust_forbidden",
        NOTE,
        edit(
            registry(
                r"HKLM\Software\Policies\Microsoft\Office\16.0\Common\Security\Trusted Locations",
                "Allow User Locations",
                0,
            )
        ),
    ),
    ("macros_asked", FINE, untrusted),
    ("macros_asked", FINE, edit_untrusted(registry(POLICY, "VBAWarnings", 2))),
    ("macros_never", PROBLEM, edit_untrusted(registry(POLICY, "VBAWarnings", 4))),
    (
        "macros_never",
        PROBLEM,
        edit_untrusted(registry(rf"HKCU\Software\{SECURITY}", "VBAWarnings", 4)),
    ),
    (
        "macros_signed_only",
        PROBLEM,
        edit_untrusted(
            both(registry(CLOUD, "VBAWarnings", 3), registry(POLICY, "VBAWarnings", 2)),
        ),
    ),
    ("child_processes_blocked", PROBLEM, edit(registry(ASR, CHILDREN, "1"))),
    ("child_processes_blocked", PROBLEM, edit(registry(ASR, CHILDREN, 1))),
    (
        "child_processes_blocked",
        PROBLEM,
        edit(registry(MANAGED, "ASRRules", f"{CALLS}=2|{{{CHILDREN.upper()}}}=1")),
    ),
    ("child_processes_blocked_unless_allowed", NOTE, edit(registry(ASR, CHILDREN, "6"))),
    ("windows_calls_blocked", PROBLEM, edit(registry(ASR, CALLS, "1"))),
    ("windows_calls_blocked_unless_allowed", NOTE, edit(registry(ASR, CALLS, "6"))),
    ("child_processes", FINE, edit(registry(ASR, CHILDREN, "2"))),
    ("command_line_forbidden", PROBLEM, edit(registry(rf"HKCU\{COMMANDS}", "DisableCMD", 1))),
    ("command_line_forbidden", PROBLEM, edit(registry(rf"HKLM\{COMMANDS}", "DisableCMD", 2))),
    ("command_line_fails", PROBLEM, edit(answers("cmd.exe", Answer(-1, "blocked")))),
    ("marked", PROBLEM, edit_untrusted(marked)),
    ("marked_but_trusted", FINE, edit(marked)),
    (
        "marked_and_forbidden",
        PROBLEM,
        edit_untrusted(both(marked, registry(POLICY, "BlockContentExecutionFromInternet", 1))),
    ),
    ("open_elsewhere", NOTE, edit(written(BOOKS + r"\~$CustomerChain.xlsm", b""))),
    ("file_read_only", PROBLEM, edit(lambda machine: machine.locked.add(BOOK))),
    ("folder_read_only", PROBLEM, edit(lambda machine: machine.locked.add(BOOKS))),
    ("no_macros", PROBLEM, edit(written(BOOK, workbook(None)))),
    ("no_macros", PROBLEM, edit(written(BOOK, b"not a workbook"))),
    ("versions_differ", PROBLEM, edit(written(BOOK, workbook("0.30.0")))),
]


@pytest.mark.parametrize(
    ("name", "severity", "machine"),
    FAULTS,
    ids=[f"{n}-{name}" for n, (name, *_) in enumerate(FAULTS)],
)
def test_a_fault_is_found_with_its_weight_and_told_in_both_languages(name, severity, machine):
    finding = found(machine())[name]
    assert finding.severity == severity
    said = {finding.line(lang) for lang in LANGUAGES}
    assert len(said) == 2
    assert not any(re.search(r"[{}]", line) for line in said)


PLACES = [
    ("web_address", PROBLEM, r"https:\shop.sharepoint.com\Documents\a.xlsm"),
    ("workbook_missing", PROBLEM, BOOKS + r"\nowhere.xlsm"),
    ("onedrive", NOTE, ONEDRIVE + r"\a.xlsm"),
    ("network", NOTE, r"\\server\share\a.xlsm"),
    ("long_path", PROBLEM, LONG),
]


@pytest.mark.parametrize(("name", "severity", "path"), PLACES)
def test_where_the_workbook_lies_is_judged(name, severity, path):
    machine = healthy()
    machine.variables["OneDriveCommercial"] = ONEDRIVE
    if name not in ("web_address", "workbook_missing"):
        machine.write(path, workbook("0.37.8"))
    findings = found(machine, path)
    assert findings[name].severity == severity
    assert {place for place, *_ in PLACES} & set(findings) == {name}


def test_a_file_that_cannot_be_read_is_told():
    machine = healthy()
    machine.read = lambda path, size=-1: None if path == BOOK else healthy().read(path, size)
    assert found(machine)["workbook_unreadable"].severity == PROBLEM


def test_what_is_blocked_is_not_called_free_as_well():
    machine = healthy()
    machine.write_registry(ASR, {CHILDREN: "1"})
    assert "child_processes" not in found(machine)


def test_a_trusted_folder_covers_folders_below_it_only_where_it_says_so():
    machine = untrusted()
    machine.write_registry(LOCATIONS + r"\Location7", {"Path": HOME + "\\", "AllowSubFolders": 0})
    assert "macros_asked" in found(machine)
    machine.write_registry(LOCATIONS + r"\Location7", {"AllowSubFolders": 1})
    assert "trusted" in found(machine)


def test_an_excel_for_arm_loads_the_64_bit_dll():
    assert found(healthy(excel="arm"))["dll"].values["file"] == "xlwings64-0.37.8.dll"


def test_without_an_excel_the_dll_of_the_usual_one_is_asked_for():
    machine = healthy()
    machine.remove(EXCEL)
    assert found(machine)["dll"].values["file"] == "xlwings64-0.37.8.dll"


def test_a_32_bit_excel_loads_the_32_bit_dll():
    assert found(healthy(excel=32))["dll"].values["file"] == "xlwings32-0.37.8.dll"


def test_the_reason_why_python_does_not_start_is_its_last_line():
    machine = healthy()
    machine.programs[INTERPRETER] = Answer(1, "Traceback\r\nImportError: no DLL\r\n")
    assert "ImportError: no DLL" in found(machine)["python_does_not_start"].sentence("en")


def made_in_sources():
    """Names handed to fine, note and problem, and those of the ASR rules."""
    names = set(ASR_RULES.values()) | {f"{name}_unless_allowed" for name in ASR_RULES.values()}
    for path in Path(setup.__file__).parent.glob("check_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (FINE, NOTE, PROBLEM):
                first = node.args[0]
                names |= {first.value} if isinstance(first, ast.Constant) else set()
    return names


def test_every_finding_has_its_sentence_and_every_sentence_its_finding():
    start = "setup.found."
    assert made_in_sources() == {key[len(start) :] for key in catalogue() if key.startswith(start)}


def test_every_finding_is_tried_by_these_tests():
    tried = {name for name, *_ in [*FAULTS, *PLACES]} | set(found(healthy()))
    assert made_in_sources() - tried == {"workbook_unreadable"}
