"""The one port to the machine: all that set-up and doctor ask of Windows.

Everything else in this package is plain Python over this protocol, so it is tested on any system
with the memory of tests/xl_addin/setup/machine.py; `windows.py` is the real one. Paths are
Windows paths as text, registry keys are written `HKCU\\Software\\...`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

RegistryValue = str | int


@dataclass(frozen=True)
class Answer:
    """How a program ended: its exit code (-1 when it could not be run) and what it printed."""

    code: int
    output: str = ""


class System(Protocol):
    """What cannot be read or is not there answers as empty; only writing raises OSError."""

    is_windows: bool

    def variable(self, name: str) -> str:
        """An environment variable, or ""."""

    def registry(self, key: str, name: str = "") -> RegistryValue | None:
        """A value, its variables filled in; the name "" is the key's default value."""

    def registry_names(self, key: str) -> list[str]:
        """The names of the keys below `key`."""

    def write_registry(self, key: str, values: Mapping[str, RegistryValue]) -> None:
        """Make `key` where it is missing, and set `values` in it."""

    def delete_registry(self, key: str) -> None:
        """Remove `key`, which has no keys below it."""

    def absolute(self, path: str) -> str:
        """`path` from the root; a relative one starts at the current folder."""

    def exists(self, path: str) -> bool:
        """Whether a file or folder is there."""

    def names_in(self, folder: str) -> list[str]:
        """The names of files and folders in `folder`."""

    def read(self, path: str, size: int = -1) -> bytes | None:
        """A file's content, or its first `size` bytes; None when it cannot be read."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file, its folder made first where needed."""

    def make_folder(self, path: str) -> None:
        """Make a folder and those above it, where they are missing."""

    def remove(self, path: str) -> None:
        """Remove a file, or a folder if it is empty; nothing happens when it is not there."""

    def remove_folder_later(self, folder: str) -> None:
        """Remove `folder` with all in it once this program has ended, then its empty parent."""

    def can_write(self, path: str) -> bool:
        """Whether the user may change this file, or make files in this folder."""

    def mark(self, path: str) -> str:
        """The Mark of the Web: the text of the stream Zone.Identifier, or ""."""

    def set_mark(self, path: str, mark: str) -> None:
        """Give a file the Mark of the Web that another one has."""

    def unmark(self, path: str) -> None:
        """Take the Mark of the Web from a file."""

    def run(self, words: Sequence[str], seconds: float) -> Answer:
        """Run a program without a window and wait for it, `seconds` at most."""

    def start(self, words: Sequence[str]) -> None:
        """Start a program and do not wait for it."""

    def shortcut(self, path: str, target: str, arguments: str, folder: str) -> None:
        """Make a shortcut (.lnk) at `path` that starts `target` in `folder`."""

    def ask(self, question: str) -> bool:
        """Ask the person at the keyboard; no where there is nobody to ask."""
