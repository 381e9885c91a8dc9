"""Saving so that a user's file is the old one or the new one, whole, at any moment.

The new file is written beside, flushed to the disk, checked, and put in place by one rename;
the old one stays as the backup that `undo` brings back. Proved in tests/xl_addin/hosts/
test_safe_save.py, which also kills a save at every step.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from xl_addin.package.archive import FileRefused

Writer = Callable[[IO[bytes]], None]
Checker = Callable[[Path], None]


def backup_path(path: Path) -> Path:
    """Where the previous state of a workbook is kept: Shop.xlsm becomes Shop.backup.xlsm."""
    return path.with_name(f"{path.stem}.backup{path.suffix}")


def refuse_if_open(path: Path) -> None:
    """Refuse while Excel or LibreOffice has the workbook open; both leave a file beside it."""
    for lock in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(lock).exists():
            raise FileRefused("file.locked", file=path.name, lock=lock)
    try:
        with path.open("r+b"):
            pass
    except FileNotFoundError as why:
        raise FileRefused("file.not_found", file=str(path)) from why
    except OSError as why:  # a program holds it, or it is read-only
        raise FileRefused("file.not_writable", file=path.name) from why


def stamp(path: Path) -> tuple[int, int]:
    """What tells whether a file was changed by someone else: time and size."""
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def replace(path: Path, write: Writer, check: Checker, read_stamp: tuple[int, int]) -> Path:
    """Put what `write` writes in the place of `path`; answers where the old state is kept."""
    with _failures_named(path):
        fresh = _written_beside(path, write)
        try:
            check(fresh)
            if stamp(path) != read_stamp:
                raise FileRefused("file.changed_meanwhile", file=path.name)
            shutil.copymode(path, fresh)
            kept = _keep(path)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    return kept


def create(path: Path, write: Callable[[Path], None]) -> None:
    """Make a file that is not there yet; a half-written one is never left behind."""
    if path.exists():
        raise FileRefused("file.exists", file=path.name)
    with _failures_named(path):
        fresh = _beside(path)
        try:
            write(fresh)
            if path.exists():
                raise FileRefused("file.exists", file=path.name)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)


def undo(path: Path) -> None:
    """Exchange the workbook and its backup, so that a second undo takes the first one back."""
    refuse_if_open(path)
    kept = backup_path(path)
    if not kept.exists():
        raise FileRefused("file.no_backup", file=path.name, backup=kept.name)
    with _failures_named(path):
        aside = path.with_name(f".{path.stem}.undone{path.suffix}")
        second = _beside(kept)
        _link_or_copy(path, aside)
        _link_or_copy(kept, second)
        second.replace(path)
        # A crash here leaves the workbook undone and whole, and its newer state as `aside`.
        aside.replace(kept)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.stem}.new{path.suffix}")


def _written_beside(path: Path, write: Writer) -> Path:
    fresh = _beside(path)
    try:
        with fresh.open("wb") as target:
            write(target)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _keep(path: Path) -> Path:
    """The backup is the old file itself under a second name where the disk can do that."""
    kept = backup_path(path)
    second = kept.with_name(f".{kept.name}.new")
    try:
        _link_or_copy(path, second)
        second.replace(kept)
    finally:
        second.unlink(missing_ok=True)
    return kept


def _link_or_copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@contextlib.contextmanager
def _failures_named(path: Path) -> Iterator[None]:
    """What the system refuses, as one sentence."""
    try:
        yield
    except OSError as why:
        if why.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise FileRefused("file.disk_full", file=path.name) from why
        if why.errno == errno.ENOENT and not path.parent.is_dir():
            raise FileRefused("file.no_folder", folder=path.parent) from why
        if why.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise FileRefused("file.not_writable", file=path.name) from why
        raise FileRefused("file.save_failed", file=path.name, why=why.strerror or why) from why


def write_text_file(path: Path, encoding: str, write: Callable[[IO[str]], int]) -> int:
    """A text file, new or in the place of an old one, never half; answers what `write` answers."""
    with _failures_named(path):
        fresh = _beside(path)
        try:
            with fresh.open("w", encoding=encoding, newline="") as target:
                answer = write(target)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    return answer
