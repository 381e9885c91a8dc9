"""LibreOffice's programs are started as if no other Python were active."""

import os
from pathlib import Path

import pytest

from xl_addin.engines.environment import own_environment
from xl_addin.engines.libreoffice import process


def path(*folders):
    return os.pathsep.join(map(str, folders))


@pytest.fixture
def activated(tmp_path):
    """A virtual environment as `activate` leaves it: named, and first on PATH."""
    programs = tmp_path / "env" / "bin"
    programs.mkdir(parents=True)
    (programs.parent / "pyvenv.cfg").write_text("home = /elsewhere\n")
    return {
        "VIRTUAL_ENV": str(programs.parent),
        "PYTHONHOME": "/elsewhere",
        "PYTHONPATH": "/elsewhere/lib",
        "PATH": path(programs, "/opt/tools", "/usr/bin"),
        "HOME": "/home/me",
    }


def test_an_activated_environment_leaves_no_trace(activated):
    clean = own_environment(activated)
    assert clean == {"HOME": "/home/me", "PATH": path("/usr/bin", "/opt/tools")}
    assert "VIRTUAL_ENV" in activated, "what was given stays as it is"


def test_an_environment_on_the_path_is_found_without_its_name(activated):
    del activated["VIRTUAL_ENV"]
    assert "env" not in own_environment(activated)["PATH"]


def test_an_environment_that_is_gone_is_known_by_its_name(activated):
    Path(activated["VIRTUAL_ENV"], "pyvenv.cfg").unlink()
    assert "env" not in own_environment(activated)["PATH"]


def test_the_system_s_folders_come_before_other_pythons():
    found = own_environment({"PATH": path("/home/me/conda/bin", "/usr/bin", "/bin")})["PATH"]
    assert set(found.split(os.pathsep)[:2]) == {"/usr/bin", "/bin"}
    assert found.endswith("/home/me/conda/bin")


def test_no_folder_is_added():
    assert own_environment({"PATH": "/opt/tools"}) == {"PATH": "/opt/tools"}
    assert own_environment({"A": "b"}) == {"A": "b"}


def test_our_own_environment_is_the_one_taken(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("SOMETHING", "else")
    assert own_environment()["SOMETHING"] == "else"
    assert "PYTHONPATH" not in own_environment()


def test_an_office_is_started_in_it(monkeypatch, activated):
    started = {}

    def start(command, **given):
        started.update(given)
        raise OSError("enough")

    for name, value in activated.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(process, "find_program", lambda: "soffice")
    monkeypatch.setattr(process, "uno", lambda: None)
    monkeypatch.setattr(process.subprocess, "Popen", start)
    with pytest.raises(OSError, match="enough"):
        process.Office(profile=activated["HOME"])
    assert started["env"] == own_environment()
