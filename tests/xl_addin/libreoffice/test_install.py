"""Installing in sentences: what is checked before, what is run, what is told when it fails."""

import sys

import pytest

from udfs.texts import LANGUAGES, text
from xl_addin.emit.libreoffice_names import IDENTIFIER
from xl_addin.libreoffice import install as module
from xl_addin.libreoffice.install import Target, run
from xl_addin.libreoffice.office import Office

OURS = b"libpython%d.%d.so" % sys.version_info[:2]


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A LibreOffice whose program for extensions writes down what it is asked."""
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "libpyuno.so").write_bytes(OURS)
    monkeypatch.setattr(module, "find_office", lambda: Office(folder))
    monkeypatch.setattr(module.Path, "home", lambda: tmp_path / "home")
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))

    def behaves(script):
        program = folder / "unopkg"
        program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n{script}\n')
        program.chmod(0o755)
        return folder

    behaves("exit 0")
    return behaves


def asked(tmp_path):
    path = tmp_path / "asked"
    return path.read_text().split("\n")[:-1] if path.exists() else []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_installing_hands_the_extension_over_and_says_what_comes_next(office, tmp_path, lang):
    code, lines = run("install", lang)
    assert code == 0
    assert lines == [text("office.installed", lang), text("office.installed.next", lang)]
    (words,) = asked(tmp_path)
    assert words.startswith("add --suppress-license --force ")
    assert words.endswith("CustomerChain.oxt")


def test_an_activated_virtual_environment_is_kept_from_libreoffice(office, tmp_path, monkeypatch):
    office(f"env > {tmp_path}/environment")
    programs = tmp_path / "env" / "bin"
    programs.mkdir(parents=True)
    monkeypatch.setenv("VIRTUAL_ENV", str(programs.parent))
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    assert run("install", "en")[0] == 0
    seen = (tmp_path / "environment").read_text()
    assert str(programs.parent) not in seen
    assert "PYTHONHOME" not in seen


def test_another_python_is_refused_before_anything_is_done(office, tmp_path):
    folder = office("exit 0")
    (folder / "libpyuno.so").write_bytes(b"libpython3.7.so")
    code, (line,) = run("install", "en")
    assert code == 1
    assert "3.7" in line
    assert "{}.{}".format(*sys.version_info[:2]) in line
    assert asked(tmp_path) == []


def test_a_libreoffice_without_python_is_refused(office, tmp_path):
    (office("exit 0") / "libpyuno.so").unlink()
    assert run("install", "zh") == (1, [text("office.no_python", "zh")])


def test_a_running_libreoffice_is_asked_to_be_closed(office, tmp_path):
    profile = tmp_path / "home/.config/libreoffice/4"
    profile.mkdir(parents=True)
    (profile / ".lock").touch()
    for action in ("install", "uninstall"):
        expected = text("office.locked", "en", file=profile / ".lock")
        assert run(action, "en") == (1, [expected])
    assert asked(tmp_path) == []


def test_a_program_that_never_answers_is_given_up(office, monkeypatch):
    office("sleep 30")
    monkeypatch.setattr(module, "_PATIENCE_SECONDS", 0.3)
    assert run("install", "en") == (1, [text("office.running", "en")])


@pytest.mark.parametrize(
    ("said", "key"),
    [("ERROR: Cannot run unopkg as root without --shared", "office.root"), ("no room", "")],
)
def test_a_refusal_of_libreoffice_is_told_in_a_sentence(office, said, key):
    office(f'echo "{said}" >&2; exit 1')
    code, (line,) = run("install", "en")
    assert code == 1
    assert line == text(key or "office.failed", "en", **({} if key else {"why": said}))


def test_uninstalling_takes_it_out(office, tmp_path):
    office(f'echo "Identifier: {IDENTIFIER}"')
    assert run("uninstall", "en") == (0, [text("office.uninstalled", "en")])
    assert asked(tmp_path) == ["list", f"remove {IDENTIFIER}"]


def test_uninstalling_what_is_not_there_is_no_error(office, tmp_path):
    assert run("uninstall", "zh") == (0, [text("office.not_installed", "zh")])
    assert asked(tmp_path) == ["list"]


def test_the_lock_of_a_given_profile_is_looked_at(office, tmp_path):
    (tmp_path / ".lock").touch()
    target = Target(module.find_office(), options=[f"-env:UserInstallation=file://{tmp_path}"])
    with pytest.raises(module.BadValue):
        module.refuse_running(target)
