"""Files of a run put into a folder together, and taken back together when that must be.

Each file is written whole into a folder of its own inside the one it goes to, then renamed. A file
of the same name is replaced only when it is a copy made for the same reader that nobody has changed
since; otherwise a number is added. Proved in tests/xl_addin/sharing/test_placing.py.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import TracebackType

from xl_addin import disk_errors
from xl_addin.file_names import compared, give_name, safe_stem
from xl_addin.package.archive import FileRefused

# Copies wait in a folder of this name; one this old (in seconds) belongs to a run that was killed.
_ASIDE, _FORGOTTEN = ".customer-chain-", 24 * 60 * 60


class DiskRefused(FileRefused):
    """The folder takes no more files: the next one would not go in either."""


class Placing:
    """Staged files and where they went; whatever is not kept at the end is taken back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if folder.exists() and not folder.is_dir():
            raise FileRefused("share.folder_is_no_folder", folder=folder)
        if not folder.parent.is_dir():
            raise FileRefused("file.no_folder", folder=folder.parent)
        with failures_named(folder):
            self._made_folder = not folder.is_dir()
            folder.mkdir(exist_ok=True)
            _remove_leftovers(folder)
            self._aside = Path(tempfile.mkdtemp(dir=folder, prefix=_ASIDE))
        self._number = count(1)
        self._placed: list[Path] = []
        self._replaced: list[tuple[Path, Path]] = []

    def __enter__(self) -> Placing:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.take_back()
        shutil.rmtree(self._aside, ignore_errors=True)
        if self._made_folder:
            with contextlib.suppress(OSError):  # it holds copies
                self.folder.rmdir()

    def stage(self, content: bytes, suffix: str) -> Path:
        """The content whole on the disk, where nobody looks for it."""
        path = self._aside / f"{next(self._number)}{suffix}"
        with failures_named(self.folder), path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return path

    def place(self, staged: Path, words: str, may_replace: Callable[[Path], bool]) -> Path:
        """Give a staged file its name; `may_replace` is asked about one that is there."""
        stem = safe_stem(words)
        there = {compared(path.name): path for path in self.folder.iterdir()}
        with failures_named(self.folder):
            for number in count(1):
                tail = "" if number == 1 else f" ({number})"
                name = f"{stem}{tail}{staged.suffix}"
                taken = there.get(compared(name))
                if taken is not None and not self._set_aside(taken, may_replace):
                    continue
                with contextlib.suppress(FileExistsError):  # somebody was quicker
                    path = self.folder / name
                    give_name(staged, path)
                    self._placed.append(path)
                    return path
        raise AssertionError

    def _set_aside(self, path: Path, may_replace: Callable[[Path], bool]) -> bool:
        """Move an older copy away, to come back if the run fails; False where it must stay."""
        if path in self._placed or not path.is_file() or not may_replace(path):
            return False
        old = self._aside / f"old {next(self._number)}{path.suffix}"
        try:
            path.replace(old)
        except OSError:  # a program has it open
            return False
        self._replaced.append((path, old))
        return True

    def take_back(self) -> None:
        """Remove what was placed, and put back what it replaced."""
        for path in self._placed:
            with contextlib.suppress(OSError):
                path.unlink()
        for path, old in self._replaced:
            with contextlib.suppress(OSError):
                old.replace(path)
        self._placed, self._replaced = [], []

    def keep(self) -> None:
        """From now on the files stay."""
        self._placed, self._replaced = [], []


def _remove_leftovers(folder: Path) -> None:
    """Copies of a run that was killed: nobody has a record of them."""
    for old in folder.glob(f"{_ASIDE}*"):
        with contextlib.suppress(OSError):
            if old.is_dir() and old.stat().st_mtime < time.time() - _FORGOTTEN:
                shutil.rmtree(old, ignore_errors=True)


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def failures_named(folder: Path) -> Iterator[None]:
    """What the system refuses, as one sentence."""
    try:
        yield
    except OSError as why:
        if why.errno in disk_errors.FULL:
            raise DiskRefused("share.disk_full", folder=folder) from why
        if why.errno in disk_errors.NOT_ALLOWED:
            raise DiskRefused("share.folder_not_writable", folder=folder) from why
        reason = why.strerror or why
        raise DiskRefused("share.write_failed", folder=folder, why=reason) from why
