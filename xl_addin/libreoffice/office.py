"""Where LibreOffice is on this machine, and which Python runs inside it.

Proved in tests/xl_addin/libreoffice/test_office.py.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from udfs.errors import NotFound
from xl_addin.engines.environment import own_environment

_LINKED = re.compile(rb"(?:lib)?python(\d)\.?(\d+)\.(?:so|dll|dylib)")


@dataclass(frozen=True)
class Office:
    """One LibreOffice, by the folder of its programs."""

    folder: Path

    @property
    def unopkg(self) -> Path:
        """The program that adds and removes extensions; Windows has one that prints."""
        names = ("unopkg.com", "unopkg")
        found = (self.folder / name for name in names)
        return next((path for path in found if path.exists()), self.folder / names[-1])

    def python_version(self) -> tuple[int, int] | None:
        """The version of the Python inside: its own program's, else the library it is linked to."""
        for own in self._own_pythons():
            words = [str(own), "-c", "import sys; print(*sys.version_info[:2])"]
            said = subprocess.run(
                words,
                env=own_environment(),
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            if said.returncode == 0:
                major, minor = map(int, said.stdout.split()[:2])
                return major, minor
        return self._linked_python()

    def _own_pythons(self) -> Iterator[Path]:
        for place in ("python.exe", "python", "../Resources/python", "../bin/python"):
            if (self.folder / place).is_file():
                yield self.folder / place

    def _linked_python(self) -> tuple[int, int] | None:
        for bridge in ("libpyuno.so", "pyuno.dll", "libpyuno.dylib"):
            if (self.folder / bridge).exists():
                found = _LINKED.search((self.folder / bridge).read_bytes())
                if found:
                    return int(found[1]), int(found[2])
        return None


def find_office() -> Office:
    """The first LibreOffice found; NotFound says where to get one."""
    for folder in _folders():
        if Office(folder).unopkg.exists():
            return Office(folder)
    raise NotFound("office.missing")


def _folders() -> Iterator[Path]:
    for program in ("soffice", "libreoffice"):
        found = shutil.which(program)
        if found:
            yield Path(found).resolve().parent
    for place in ("/usr/lib/libreoffice/program", "/opt/libreoffice/program"):
        yield Path(place)
    yield Path("/Applications/LibreOffice.app/Contents/MacOS")
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if variable in os.environ:
            yield Path(os.environ[variable]) / "LibreOffice" / "program"
