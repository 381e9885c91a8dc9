"""A Windows in memory, behind the port `xl_addin.setup.system.System`."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PureWindowsPath

from pyopenvba import ExcelFile
from xlsxwriter import Workbook

from xl_addin.setup.system import Answer, RegistryValue

HOME = r"C:\Users\张三"
LOCAL = HOME + r"\AppData\Local"
PRIVATE = LOCAL + r"\CustomerChain\python"
INTERPRETER = PRIVATE + r"\Scripts\python.exe"
COMMAND = PRIVATE + r"\Scripts\customer-chain.exe"
BASE_PYTHON = LOCAL + r"\Programs\Python\Python313"
EXCEL = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"
BOOKS = HOME + r"\CustomerChain"
BOOK = BOOKS + r"\CustomerChain.xlsm"
USER_CONFIG = HOME + r"\.xlwings\xlwings.conf"
DLL = PRIVATE + r"\xlwings64-0.37.8.dll"
LOCATIONS = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
APP_PATHS = r"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
INTERNET = "[ZoneTransfer]\r\nZoneId=3\r\n"

MACHINES = {32: 0x014C, 64: 0x8664, "arm": 0xAA64}


def program(bits: int | str = 64) -> bytes:
    """As much of a program as tells its bits."""
    start = bytearray(256)
    start[:2] = b"MZ"
    start[0x3C:0x40] = (128).to_bytes(4, "little")
    start[128:134] = b"PE\0\0" + MACHINES[bits].to_bytes(2, "little")
    return bytes(start)


class Machine:
    """Names of files and keys count without case, as on Windows."""

    is_windows = True

    def __init__(self) -> None:
        self.variables = {"LOCALAPPDATA": LOCAL, "USERPROFILE": HOME}
        self.keys: dict[str, tuple[str, dict[str, RegistryValue]]] = {}
        self.files: dict[str, bytes] = {}
        self.folders: set[str] = set()
        self.marks: dict[str, str] = {}
        self.locked: set[str] = set()
        self.programs: dict[str, Answer | Callable[[Sequence[str]], Answer]] = {}
        self.says_yes = True
        self.questions: list[str] = []
        self.started: list[list[str]] = []
        self.shortcuts: dict[str, tuple[str, str, str]] = {}
        self.removed_later: list[str] = []

    def variable(self, name: str) -> str:
        return {key.upper(): value for key, value in self.variables.items()}.get(name.upper(), "")

    def registry(self, key: str, name: str = "") -> RegistryValue | None:
        values = self.keys.get(key.casefold(), ("", {}))[1]
        return {known.casefold(): value for known, value in values.items()}.get(name.casefold())

    def registry_names(self, key: str) -> list[str]:
        below = key.casefold() + "\\"
        names = [k[len(below) :] for k in self.keys if k.startswith(below)]
        return [self.keys[below + name][0].rsplit("\\", 1)[1] for name in names if "\\" not in name]

    def write_registry(self, key: str, values: Mapping[str, RegistryValue]) -> None:
        self.keys.setdefault(key.casefold(), (key, {}))[1].update(values)

    def delete_registry(self, key: str) -> None:
        self.keys.pop(key.casefold(), None)

    def _name(self, path: str) -> str:
        """The name under which the file or folder is kept, or `path`."""
        everything = [*self.files, *self.folders]
        return next((name for name in everything if name.casefold() == path.casefold()), path)

    def absolute(self, path: str) -> str:
        return str(PureWindowsPath(HOME, path))

    def exists(self, path: str) -> bool:
        return self._name(path) in self.files or bool(self.names_in(path)) or path in self.folders

    def names_in(self, folder: str) -> list[str]:
        parts = len(PureWindowsPath(folder).parts)
        paths = [PureWindowsPath(path) for path in [*self.files, *self.folders]]
        inside = [p for p in paths if p.is_relative_to(folder) and len(p.parts) > parts]
        return sorted({path.parts[parts] for path in inside})

    def read(self, path: str, size: int = -1) -> bytes | None:
        content = self.files.get(self._name(path))
        return content if content is None or size < 0 else content[:size]

    def write(self, path: str, content: bytes) -> None:
        if path in self.locked:
            raise PermissionError(13, "Permission denied", path)
        self.make_folder(str(PureWindowsPath(path).parent))
        self.files[self._name(path)] = content

    def make_folder(self, path: str) -> None:
        self.folders |= {
            str(part) for part in [PureWindowsPath(path), *PureWindowsPath(path).parents]
        }

    def remove(self, path: str) -> None:
        self.shortcuts.pop(path, None)
        if self.files.pop(self._name(path), None) is None and not self.names_in(path):
            self.folders.discard(path)

    def remove_folder_later(self, folder: str) -> None:
        self.removed_later.append(folder)

    def can_write(self, path: str) -> bool:
        return path not in self.locked

    def mark(self, path: str) -> str:
        return self.marks.get(path, "")

    def set_mark(self, path: str, mark: str) -> None:
        self.marks[path] = mark

    def unmark(self, path: str) -> None:
        self.marks.pop(path, None)

    def run(self, words: Sequence[str], seconds: float) -> Answer:
        answer = self.programs.get(words[0], Answer(-1, "not there"))
        return answer if isinstance(answer, Answer) else answer(words)

    def start(self, words: Sequence[str]) -> None:
        self.started.append(list(words))

    def shortcut(self, path: str, target: str, arguments: str, folder: str) -> None:
        if path in self.locked:
            raise PermissionError(13, "Permission denied", path)
        self.shortcuts[path] = (target, arguments, folder)

    def ask(self, question: str) -> bool:
        self.questions.append(question)
        return self.says_yes

    def state(self) -> dict[str, object]:
        """All that set-up may change and has to take back."""
        return {
            "keys": {key: dict(values) for key, values in self.keys.values()},
            "files": dict(self.files),
            "folders": set(self.folders),
            "shortcuts": dict(self.shortcuts),
        }


def prepared(excel: int | str | None = 64) -> Machine:
    """A machine on which install.cmd has made the private Python, with an Excel."""
    machine = Machine()
    machine.make_folder(HOME + r"\Desktop")
    for path in (INTERPRETER, COMMAND, BASE_PYTHON + r"\python.exe"):
        machine.write(path, program())
    machine.write(PRIVATE + r"\pyvenv.cfg", f"home = {BASE_PYTHON}\r\n".encode())
    machine.write(PRIVATE + r"\Lib\site-packages\xlwings-0.37.8.dist-info\METADATA", b"")
    for bits in (32, 64):
        machine.write(rf"{PRIVATE}\xlwings{bits}-0.37.8.dll", program(bits))
    if excel:
        machine.write(EXCEL, program(excel))
        machine.write_registry(APP_PATHS, {"": EXCEL})
    machine.programs |= {
        INTERPRETER: Answer(0, "3.13.1\r\n"),
        "cmd.exe": Answer(0),
        "tasklist.exe": Answer(0, "INFO: No tasks are running"),
        COMMAND: lambda words: _new_workbook(machine, words),
    }
    return machine


def _new_workbook(machine: Machine, words: Sequence[str]) -> Answer:
    machine.write(words[2], workbook("0.37.8"))
    return Answer(0)


def workbook(version: str | None) -> bytes:
    """A macro workbook whose macros were written for `version` of xlwings; None: without any."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        if version:
            archive.writestr("xl/vbaProject.bin", project(version))
    return packed.getvalue()


_projects: dict[str, bytes] = {}


def project(version: str) -> bytes:
    """A real VBA project, made once for each version."""
    if version not in _projects:
        _projects[version] = _made_project(version)
    return _projects[version]


def _made_project(version: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsm")
        book = Workbook(path)
        book.add_worksheet()
        book.close()
        with ExcelFile(path) as file:
            modules = file.add_vba_project()
            modules.add_module(
                "xlwings", f'Public Const XLWINGS_VERSION As String = "{version}"\r\n'
            )
            file.save(path)
        with zipfile.ZipFile(path) as archive:
            return archive.read("xl/vbaProject.bin")
