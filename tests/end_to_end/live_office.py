"""LibreOffice as a program that runs: with the add-in installed, in a profile of its own.

`Office` starts soffice, on a screen of its own (Xvfb) or without one, connects to it, and ends
what it started by its process id.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from xl_addin.engines.environment import own_environment
from xl_addin.libreoffice.office import find_office

UNO_PACKAGES = "/usr/lib/python3/dist-packages"
LINGUISTIC = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product">
<prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document">
<prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item>
</oor:items>"""


def uno_module() -> Any:
    """The module uno; skips where LibreOffice's bridge to Python is missing."""
    if UNO_PACKAGES not in sys.path:
        sys.path.append(UNO_PACKAGES)
    return pytest.importorskip("uno")


def ordinary_user() -> list[str]:
    """What starts a program as somebody else than root, because unopkg refuses root."""
    if os.geteuid() != 0:
        return []
    return ["unshare", "--user", "--map-user=1000", "--map-group=1000"]


def environment(home: Path, display: str | None = None) -> dict[str, str]:
    kept = {k: v for k, v in own_environment().items() if k != "DISPLAY"}
    shown = {"DISPLAY": display} if display else {}
    return {**kept, **shown, "HOME": str(home), "LC_ALL": "C.UTF-8", "GDK_BACKEND": "x11"}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Office:
    """One running LibreOffice; use as a context manager."""

    def __init__(self, folder: Path, display: str | None = None) -> None:
        if shutil.which("soffice") is None:
            pytest.skip("LibreOffice is not installed")
        theirs = find_office().python_version()
        if theirs != sys.version_info[:2]:
            pytest.skip(f"LibreOffice's Python is {theirs}, and the add-in runs in that one")
        self.uno = uno_module()
        self.folder, self.display = folder, display
        self.profile = folder / "profile"
        (self.profile / "user").mkdir(parents=True, exist_ok=True)
        settings = self.profile / "user" / "registrymodifications.xcu"
        if not settings.exists():
            settings.write_text(LINGUISTIC, encoding="utf-8")
        self.listening = f"socket,host=127.0.0.1,port={_free_port()};urp"
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, program: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run unopkg or soffice to its end, in this profile."""
        command = [*ordinary_user(), program, *words]
        command.append(f"-env:UserInstallation={self.profile.as_uri()}")
        return subprocess.run(
            command,
            env=environment(self.folder, self.display),
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    def run_unopkg(self, action: str, extension: Path) -> None:
        done = self.run("unopkg", action, "--suppress-license", "--force", str(extension))
        assert done.returncode == 0, done.stderr

    def __enter__(self) -> Office:
        where = [] if self.display else ["--headless"]
        self.process = subprocess.Popen(
            [
                *ordinary_user(),
                "soffice",
                *where,
                "--norestore",
                "--nologo",
                "--nofirststartwizard",
                f"--accept={self.listening};",
                f"-env:UserInstallation={self.profile.as_uri()}",
            ],
            env=environment(self.folder, self.display),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.context = self._connected()
        self.desktop = self.service("com.sun.star.frame.Desktop")
        return self

    def __exit__(self, *_: object) -> None:
        # The bridge breaks while LibreOffice ends.
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        self._end()

    def _end(self) -> None:
        assert self.process is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
            return
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def _connected(self) -> Any:
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        address = f"uno:{self.listening};StarOffice.ComponentContext"
        until = time.monotonic() + 90
        while True:
            try:
                return resolver.resolve(address)
            except Exception:
                if time.monotonic() > until:
                    self._end()
                    raise
                time.sleep(0.3)

    def service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def properties(self, **values: Any) -> tuple[Any, ...]:
        from com.sun.star.beans import PropertyValue

        found = []
        for name, value in values.items():
            one = PropertyValue()
            one.Name, one.Value = name, value
            found.append(one)
        return tuple(found)

    def open(self, path: Path | None = None, **values: Any) -> Any:
        """A document, macros never run; a new spreadsheet without a path."""
        address = path.resolve().as_uri() if path else "private:factory/scalc"
        hidden = {} if self.display else {"Hidden": True}
        given = self.properties(**{"MacroExecutionMode": 0, **hidden, **values})
        return self.desktop.loadComponentFromURL(address, "_blank", 0, given)
