"""Starts a LibreOffice of our own and ends exactly that one.

A started office has a profile of its own (a new one in a temporary folder unless the caller names
one), so it neither disturbs nor is disturbed by an office the user has open.

Proved in tests/xl_addin/engines/test_apps.py.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xl_addin.engines.environment import own_environment
from xl_addin.engines.libreoffice.bridge import local_context, uno

START_SECONDS = 90
END_SECONDS = 10
PROGRAMS = (
    "soffice",
    "libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)


class OfficeMissing(OSError):
    """LibreOffice is not installed, or did not start."""


def find_program() -> str:
    for program in PROGRAMS:
        found = shutil.which(program)
        if found:
            return found
    raise OfficeMissing(
        "LibreOffice was not found: 'soffice' is neither on PATH nor where it usually is."
    )


def resolve(connection: str) -> Any:
    """The component context of the office that listens at a connection string."""
    context = local_context()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context
    )
    return resolver.resolve(connection)


class Office:
    """One running soffice that we started: `context` to talk to it, `end` to be rid of it."""

    def __init__(
        self, visible: bool = False, profile: str | None = None, prefix: Sequence[str] = ()
    ) -> None:
        """`prefix` is put before the command, e.g. to run it as another user."""
        uno()
        self._temporary = None if profile else tempfile.mkdtemp(prefix="libreoffice-")
        self.profile = Path(profile or self._temporary or "").resolve()
        self.pipe = f"xlwings_{uuid.uuid4().hex}"
        self.connection = f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext"
        self.visible = visible
        self._process = self._start(prefix)
        try:
            self.context = self._connect()
        except BaseException:
            self.end()
            raise

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def _start(self, prefix: Sequence[str]) -> "subprocess.Popen[bytes]":
        looks = ("--nologo",) if self.visible else ("--headless", "--invisible")
        command = (
            *prefix,
            find_program(),
            *looks,
            "--norestore",
            "--nodefault",
            "--nofirststartwizard",
            f"--accept=pipe,name={self.pipe};urp;",
            f"-env:UserInstallation={self.profile.as_uri()}",
        )
        nothing = subprocess.DEVNULL
        # A session of its own: Ctrl+C in the terminal is not for it, and it ends as a whole.
        return subprocess.Popen(
            command,
            env=own_environment(),
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            start_new_session=True,
        )

    def _connect(self) -> Any:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            # Any UNO exception means "not yet"; their classes exist only once the bridge is up.
            with contextlib.suppress(Exception):
                return resolve(self.connection)
            if not self.running:
                break
            time.sleep(0.1)
        raise OfficeMissing(
            "LibreOffice did not start. Is another one running with the same profile "
            f"({self.profile}), or no display there for a visible one?"
        )

    def end(self) -> None:
        """End the process, gently first, and remove a profile that was only made for it."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS if self._asked_to_end() else 0)
        for signal_number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
            if self.running:
                self._signal(signal_number)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(END_SECONDS)
        self._remove_profile()

    def kill(self) -> None:
        """End the process at once."""
        if self.running:
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait(END_SECONDS)
        self._remove_profile()

    def _asked_to_end(self) -> bool:
        """Whether the office could be asked; a bridge already gone means it is on its way."""
        context = getattr(self, "context", None)
        if context is None:
            return False
        with contextlib.suppress(Exception):
            manager = context.ServiceManager
            manager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        return True

    def _signal(self, signal_number: int) -> None:
        if sys.platform == "win32":
            self._process.terminate()
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal_number)

    def _remove_profile(self) -> None:
        if self._temporary:
            shutil.rmtree(self._temporary, ignore_errors=True)
