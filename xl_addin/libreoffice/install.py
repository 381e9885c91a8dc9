"""Putting the add-in into LibreOffice and taking it out again, in sentences.

LibreOffice runs it in its own Python, so that must be of the same minor version as the one this
product is installed in; anything else is refused before something is changed.
Proved in tests/xl_addin/libreoffice/test_install.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from udfs.errors import BadValue, CustomerChainError, NotFound
from udfs.texts import text
from xl_addin.emit.libreoffice_names import IDENTIFIER
from xl_addin.engines.environment import own_environment
from xl_addin.libreoffice.office import Office, find_office
from xl_addin.libreoffice.oxt import build_oxt

_PATIENCE_SECONDS = 120
ACTIONS = ("install", "uninstall")


@dataclass
class Target:
    """Where to put it: `before` starts a command (sudo -u ...), `options` are for LibreOffice,
    `environment` is ours where none is given; no other Python is active in it."""

    office: Office
    before: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    environment: dict[str, str] | None = None


def run(action: str, lang: str) -> tuple[int, list[str]]:
    """Do "install" or "uninstall"; answers the exit code and what to tell."""
    try:
        target = Target(find_office())
        done = {"install": install, "uninstall": uninstall}[action](target)
    except CustomerChainError as why:
        return 1, [why.sentence(lang)]
    return 0, [text(key, lang) for key in done]


def install(target: Target) -> list[str]:
    """Build the extension for this Python and register it; keys of what to tell."""
    refuse_other_python(target.office)
    refuse_running(target)
    with tempfile.TemporaryDirectory() as folder:
        path = build_oxt(Path(folder) / "CustomerChain.oxt")
        _unopkg(target, "add", "--suppress-license", "--force", str(path))
    return ["office.installed", "office.installed.next"]


def uninstall(target: Target) -> list[str]:
    """Take the extension out; a LibreOffice that has none is left as it is."""
    refuse_running(target)
    if IDENTIFIER not in _unopkg(target, "list"):
        return ["office.not_installed"]
    _unopkg(target, "remove", IDENTIFIER)
    return ["office.uninstalled"]


def refuse_other_python(office: Office) -> None:
    """LibreOffice's Python must be ours, to the second number."""
    theirs, ours = office.python_version(), tuple(sys.version_info[:2])
    if theirs is None:
        raise NotFound("office.no_python")
    if theirs != ours:
        words = {"theirs": "{}.{}".format(*theirs), "ours": "{}.{}".format(*ours)}
        raise BadValue("office.other_python", **words)


def refuse_running(target: Target) -> None:
    """While LibreOffice is open, its own program for extensions waits for ever."""
    for lock in (profile / ".lock" for profile in _profiles(target)):
        if lock.exists():
            raise BadValue("office.locked", file=lock)


def _profiles(target: Target) -> list[Path]:
    """The folders in which LibreOffice leaves a lock while it is open."""
    given = [o.split("=file://", 1)[1] for o in target.options if "UserInstallation=" in o]
    if given:
        return [Path(one) for one in given]
    home = Path.home()
    roaming = Path(os.environ.get("APPDATA") or home)
    return [
        home / ".config/libreoffice/4",
        home / "Library/Application Support/LibreOffice/4",
        roaming / "LibreOffice/4",
    ]


def _unopkg(target: Target, *words: str) -> str:
    command = [*target.before, str(target.office.unopkg), *words, *target.options]
    try:
        done = subprocess.run(
            command,
            env=own_environment(target.environment),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as why:
        raise BadValue("office.running") from why
    except OSError as why:
        raise BadValue("office.failed", why=str(why)) from why
    if done.returncode:
        raise _refusal(done.stderr.strip() or done.stdout.strip())
    return done.stdout


def _refusal(said: str) -> CustomerChainError:
    if "root" in said:
        return BadValue("office.root")
    return BadValue("office.failed", why=said.splitlines()[-1] if said else "unopkg")
