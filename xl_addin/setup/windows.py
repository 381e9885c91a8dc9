"""The real machine behind the port, on Windows.

Windows' own modules are loaded when they are used, by name: they exist nowhere else, and the parts
that do not need them are tested everywhere (tests/xl_addin/setup/test_windows.py).
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from udfs.texts import text
from xl_addin.setup.system import Answer, RegistryValue

_ROOTS = {
    "HKCU": "HKEY_CURRENT_USER",
    "HKLM": "HKEY_LOCAL_MACHINE",
    "HKCR": "HKEY_CLASSES_ROOT",
}
_STREAM = ":Zone.Identifier"
_YES = ("y", "yes", "是", "好")
# Seconds that the remover waits for this program to end.
_GRACE = 4


class Windows:
    """`xl_addin.setup.system.System` over the registry, the files and the programs of Windows."""

    is_windows = sys.platform == "win32"

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def variable(self, name: str) -> str:
        return os.environ.get(name, "")

    def registry(self, key: str, name: str = "") -> RegistryValue | None:
        winreg = _winreg()
        for opened in _opened(key):
            with opened, contextlib.suppress(OSError):
                value, kind = winreg.QueryValueEx(opened, name)
                if kind == winreg.REG_EXPAND_SZ:
                    value = winreg.ExpandEnvironmentStrings(value)
                return value if isinstance(value, int) else str(value)
        return None

    def registry_names(self, key: str) -> list[str]:
        winreg, names = _winreg(), []
        for opened in _opened(key):
            with opened:
                count = winreg.QueryInfoKey(opened)[0]
                names += [winreg.EnumKey(opened, place) for place in range(count)]
        return list(dict.fromkeys(names))

    def write_registry(self, key: str, values: Mapping[str, RegistryValue]) -> None:
        winreg = _winreg()
        root, path = _split(key)
        with winreg.CreateKeyEx(root, path, 0, winreg.KEY_SET_VALUE) as opened:
            for name, value in values.items():
                kind = winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ
                winreg.SetValueEx(opened, name, 0, kind, value)

    def delete_registry(self, key: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            _winreg().DeleteKey(*_split(key))

    def absolute(self, path: str) -> str:
        return str(Path(path).absolute())

    def exists(self, path: str) -> bool:
        return os.path.lexists(path)

    def names_in(self, folder: str) -> list[str]:
        try:
            return sorted(path.name for path in Path(folder).iterdir())
        except OSError:
            return []

    def read(self, path: str, size: int = -1) -> bytes | None:
        try:
            with Path(path).open("rb") as file:
                return file.read(size)
        except OSError:
            return None

    def write(self, path: str, content: bytes) -> None:
        self.make_folder(str(Path(path).parent))
        Path(path).write_bytes(content)

    def make_folder(self, path: str) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)

    def remove(self, path: str) -> None:
        if Path(path).is_dir():
            with contextlib.suppress(OSError):  # not empty: it holds things of the user's
                Path(path).rmdir()
        else:
            Path(path).unlink(missing_ok=True)

    def remove_folder_later(self, folder: str) -> None:
        # `ping` waits without a console, `rmdir` without /s removes an empty folder only.
        parent = Path(folder).parent
        wait = f"ping -n {_GRACE} 127.0.0.1 >nul"
        command = f'cmd.exe /d /s /c "{wait} & rmdir /s /q "{folder}" & rmdir "{parent}""'
        subprocess.Popen(
            command, cwd=tempfile.gettempdir(), creationflags=_flag("DETACHED_PROCESS")
        )

    def can_write(self, path: str) -> bool:
        try:
            if Path(path).is_dir():
                with tempfile.TemporaryFile(dir=path):
                    return True
            with Path(path).open("r+b"):
                return True
        except OSError:
            return False

    def mark(self, path: str) -> str:
        content = self.read(path + _STREAM)
        return "" if content is None else content.decode("utf-8", "replace")

    def set_mark(self, path: str, mark: str) -> None:
        Path(path + _STREAM).write_text(mark, encoding="utf-8", newline="")

    def unmark(self, path: str) -> None:
        self.remove(path + _STREAM)

    def run(self, words: Sequence[str], seconds: float) -> Answer:
        try:
            done = subprocess.run(
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                env=os.environ | {"PYTHONUTF8": "1"},  # its messages arrive as UTF-8
                creationflags=_flag("CREATE_NO_WINDOW"),
            )
        except (OSError, subprocess.TimeoutExpired) as why:
            return Answer(-1, str(why))
        return Answer(done.returncode, done.stdout.decode("utf-8", "replace"))

    def start(self, words: Sequence[str]) -> None:
        subprocess.Popen(words, creationflags=_flag("DETACHED_PROCESS"))

    def shortcut(self, path: str, target: str, arguments: str, folder: str) -> None:
        # WScript.Shell would turn letters outside the machine's code page into "?".
        pythoncom, shell = import_module("pythoncom"), import_module("win32com.shell.shell")
        try:
            link = pythoncom.CoCreateInstance(
                shell.CLSID_ShellLink, None, pythoncom.CLSCTX_INPROC_SERVER, shell.IID_IShellLink
            )
            link.SetPath(target)
            link.SetArguments(arguments)
            link.SetWorkingDirectory(folder)
            link.QueryInterface(pythoncom.IID_IPersistFile).Save(path, 0)
        except pythoncom.com_error as why:
            raise OSError(f"{path}: {why}") from why

    def ask(self, question: str) -> bool:
        if not (sys.stdin and sys.stdin.isatty()):
            return False
        print(question, text("setup.yes_or_no", self.lang), end=" ", flush=True)
        return sys.stdin.readline().strip().casefold() in _YES


def _winreg() -> Any:
    return import_module("winreg")


def _split(key: str) -> tuple[Any, str]:
    root, _, path = key.partition("\\")
    return getattr(_winreg(), _ROOTS[root]), path


def _opened(key: str) -> Iterator[Any]:
    """The key as 64-bit and as 32-bit programs see it, as far as it is there."""
    winreg = _winreg()
    root, path = _split(key)
    for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
        with contextlib.suppress(OSError):
            yield winreg.OpenKey(root, path, 0, winreg.KEY_READ | view)


def _flag(name: str) -> int:
    """A flag of Windows' process creation; other systems know none."""
    return int(getattr(subprocess, name, 0))
