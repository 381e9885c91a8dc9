"""Installed and taken out again as the command does it, in a LibreOffice of its own profile."""

import os
import venv
from dataclasses import replace

import pytest

from tests.end_to_end.live_office import Office, environment, ordinary_user
from udfs.errors import BadValue
from xl_addin.libreoffice.install import Target, install, uninstall
from xl_addin.libreoffice.office import find_office


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


@pytest.fixture
def target(office, tmp_path):
    return Target(
        find_office(),
        before=ordinary_user(),
        options=[f"-env:UserInstallation={office.profile.as_uri()}"],
        environment=environment(tmp_path),
    )


def shown(office):
    """What a cell shows; #NAME? where nobody knows the function."""
    document = office.open()
    cell = document.Sheets.getByIndex(0).getCellRangeByName("A1")
    cell.FormulaLocal = "=CC_SEGMENT(5,5,4)"
    words = cell.String
    document.close(True)
    return words


def test_the_functions_come_with_installing_and_go_with_uninstalling(office, target):
    assert uninstall(target) == ["office.not_installed"]
    assert install(target) == ["office.installed", "office.installed.next"]
    with office:
        assert shown(office) == "Champions"
        with pytest.raises(BadValue) as refused:
            install(target)
        assert refused.value.key == "office.locked"
    assert install(target)[0] == "office.installed", "over an older one"
    assert uninstall(target) == ["office.uninstalled"]
    with office:
        assert shown(office) == "#NAME?"


def test_an_activated_virtual_environment_does_no_harm(office, target, tmp_path, monkeypatch):
    """As `activate` does it: its programs come first, and it is named."""
    folder = tmp_path / "env"
    venv.create(folder, symlinks=True)
    monkeypatch.setenv("VIRTUAL_ENV", str(folder))
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")
    assert install(replace(target, environment=None))[0] == "office.installed"
    assert uninstall(replace(target, environment=dict(os.environ))) == ["office.uninstalled"]
    with office:
        assert office.desktop.getComponents() is not None
