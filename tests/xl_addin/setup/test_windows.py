"""The real port: what of it runs on any system, and its registry over a small stand-in."""

import subprocess
import sys
import types
from pathlib import Path

import pytest

from xl_addin.setup.system import System
from xl_addin.setup.windows import Windows


@pytest.fixture
def system() -> System:  # so that the type checker holds the class against the port
    return Windows("en")


class Key:
    def __init__(self, values, names):
        self.values, self.names = values, names

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


class Registry(types.ModuleType):
    """As much of winreg as is used: a dict of (root, path, view) to values."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_CLASSES_ROOT = "HKCU", "HKLM", "HKCR"
    KEY_READ, KEY_SET_VALUE, KEY_WOW64_64KEY, KEY_WOW64_32KEY = 1, 2, 256, 512
    REG_SZ, REG_EXPAND_SZ, REG_DWORD = 1, 2, 4

    def __init__(self):
        super().__init__("winreg")
        self.keys = {}

    def OpenKey(self, root, path, _, access):  # noqa: N802
        view = access - self.KEY_READ
        if (root, path, view) not in self.keys:
            raise FileNotFoundError(2, path)
        below = [k[1][len(path) + 1 :] for k in self.keys if k[1].startswith(path + "\\")]
        return Key(self.keys[root, path, view], below)

    def QueryValueEx(self, key, name):  # noqa: N802
        if name not in key.values:
            raise FileNotFoundError(2, name)
        return key.values[name]

    def QueryInfoKey(self, key):  # noqa: N802
        return len(key.names), len(key.values), 0

    def EnumKey(self, key, place):  # noqa: N802
        return key.names[place]

    def ExpandEnvironmentStrings(self, value):  # noqa: N802
        return value.replace("%USERPROFILE%", r"C:\Users\a")

    def CreateKeyEx(self, root, path, _, access):  # noqa: N802
        assert access == self.KEY_SET_VALUE
        return Key(self.keys.setdefault((root, path, self.KEY_WOW64_64KEY), {}), [])

    def SetValueEx(self, key, name, _, kind, value):  # noqa: N802
        key.values[name] = (value, kind)

    def DeleteKey(self, root, path):  # noqa: N802
        if self.keys.pop((root, path, self.KEY_WOW64_64KEY), None) is None:
            raise FileNotFoundError(2, path)


@pytest.fixture
def registry(monkeypatch):
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    return registry


def test_what_is_written_to_the_registry_is_read_with_its_kind(system, registry):
    system.write_registry(r"HKCU\Software\A", {"Path": r"C:\a", "AllowSubFolders": 0})
    assert system.registry(r"HKCU\Software\A", "Path") == r"C:\a"
    assert system.registry(r"HKCU\Software\A", "AllowSubFolders") == 0
    assert registry.keys["HKCU", r"Software\A", 256]["AllowSubFolders"] == (0, registry.REG_DWORD)


def test_what_is_not_there_answers_as_empty(system, registry):
    assert system.registry(r"HKLM\Software\Nowhere", "x") is None
    assert system.registry_names(r"HKLM\Software\Nowhere") == []
    system.write_registry(r"HKCU\Software\A", {"x": 1})
    assert system.registry(r"HKCU\Software\A", "y") is None


def test_a_32_bit_program_is_found_too(system, registry):
    registry.keys["HKLM", "Office", 512] = {"": ("C:\\32", registry.REG_SZ)}
    assert system.registry(r"HKLM\Office") == "C:\\32"


def test_variables_in_a_value_are_filled_in(system, registry):
    registry.keys["HKCU", "Shell", 256] = {"Desktop": (r"%USERPROFILE%\Desktop", 2)}
    assert system.registry(r"HKCU\Shell", "Desktop") == r"C:\Users\a\Desktop"


def test_keys_below_are_listed_and_a_key_is_removed_once(system, registry):
    for name in ("Location0", "Location1"):
        system.write_registry(rf"HKCU\Trusted\{name}", {"Path": "x"})
    system.write_registry(r"HKCU\Trusted", {"AllowNetworkLocations": 0})
    system.delete_registry(r"HKCU\Trusted\Location0")
    system.delete_registry(r"HKCU\Trusted\Location0")
    assert system.registry_names(r"HKCU\Trusted") == ["Location1"]


def test_files_are_written_read_listed_and_removed(system, tmp_path):
    path = tmp_path / "新" / "a.conf"
    system.write(str(path), b"one two")
    assert (system.read(str(path)), system.read(str(path), 3)) == (b"one two", b"one")
    assert system.names_in(str(tmp_path)) == ["新"]
    system.remove(str(path.parent))
    assert path.exists(), "a folder that is not empty stays"
    system.remove(str(path))
    system.remove(str(path))
    system.remove(str(path.parent))
    assert not system.exists(str(path.parent))


def test_a_relative_path_starts_at_the_current_folder(system, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert system.absolute("a.xlsm") == str(tmp_path / "a.xlsm")


def test_what_cannot_be_read_is_none_or_empty(system, tmp_path):
    assert system.read(str(tmp_path / "nowhere")) is None
    assert system.read(str(tmp_path)) is None
    assert system.names_in(str(tmp_path / "nowhere")) == []
    assert not system.can_write(str(tmp_path / "nowhere" / "x"))


def test_a_folder_and_a_file_can_be_written_and_trying_leaves_nothing(system, tmp_path):
    (tmp_path / "a").write_bytes(b"same")
    assert system.can_write(str(tmp_path))
    assert system.can_write(str(tmp_path / "a"))
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"same")]


def test_the_mark_of_the_web_is_a_stream_of_the_file(system, tmp_path):
    path = str(tmp_path / "a.xlsm")
    assert system.mark(path) == ""
    system.set_mark(path, "[ZoneTransfer]\r\nZoneId=3\r\n")
    assert Path(path + ":Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"
    assert "ZoneId=3" in system.mark(path)
    system.unmark(path)
    system.unmark(path)
    assert system.mark(path) == ""


def test_a_program_answers_with_code_and_words(system):
    code = "import sys; print('好'); sys.exit(3)"
    answer = system.run([sys.executable, "-c", code], 30)
    assert (answer.code, answer.output.strip()) == (3, "好")


def test_a_python_program_answers_in_utf_8_whatever_the_code_page(system, monkeypatch):
    monkeypatch.setenv("PYTHONUTF8", "0")
    code = "import sys; print(sys.flags.utf8_mode)"
    assert system.run([sys.executable, "-c", code], 30).output.strip() == "1"


@pytest.mark.parametrize(
    ("words", "seconds"),
    [(["no-such-program-at-all"], 5), ([sys.executable, "-c", "import time; time.sleep(9)"], 0.2)],
)
def test_a_program_that_is_missing_or_hangs_answers_minus_one(system, words, seconds):
    assert system.run(words, seconds).code == -1


def test_nobody_at_the_keyboard_means_no(system, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert system.ask("?") is False


@pytest.mark.parametrize(
    ("typed", "said"), [("Y\n", True), ("是\n", True), ("n\n", False), ("", False)]
)
def test_only_a_yes_is_a_yes(system, monkeypatch, capsys, typed, said):
    keyboard = types.SimpleNamespace(isatty=lambda: True, readline=lambda: typed)
    monkeypatch.setattr(sys, "stdin", keyboard)
    assert system.ask("Trust it?") is said
    assert capsys.readouterr().out == "Trust it? (Y for yes, N for no): "


def test_the_environment_is_removed_by_a_program_that_outlives_us(system, monkeypatch):
    started = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command))
    system.remove_folder_later("/local/CustomerChain/python")
    wait = "ping -n 4 127.0.0.1 >nul"
    folder, parent = "/local/CustomerChain/python", "/local/CustomerChain"
    assert started == [f'cmd.exe /d /s /c "{wait} & rmdir /s /q "{folder}" & rmdir "{parent}""']
