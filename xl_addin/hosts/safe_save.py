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
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from xl_addin import disk_errors
from xl_addin.package.archive import FileRefused

Writer = Callable[[IO[bytes]], None]
Checker = Callable[[Path], None]


def backup_path(path: Path) -> Path:
    """Where the previous state of a workbook is kept: Shop.xlsm becomes Shop.undo.xlsm.

    A name nobody gives a file of their own, because it is overwritten by the next change.
    """
    return path.with_name(f"{path.stem}.undo{path.suffix}")


def refuse_if_open(path: Path) -> None:
    """Refuse while Excel or LibreOffice has the workbook open; both leave a file beside it."""
    try:
        for lock in (f"~${path.name}", f".~lock.{path.name}#"):
            if path.with_name(lock).exists():
                raise FileRefused("file.locked", file=path.name, lock=lock)
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


def replace(
    path: Path,
    write: Writer,
    check: Checker,
    read_stamp: tuple[int, int],
    release: Callable[[], None] = lambda: None,
) -> Path:
    """Put what `write` writes in the place of `path`; answers where the old state is kept.

    `release` lets go of `path` before it is renamed, which Windows wants.
    """
    with _failures_named(path), _beside(path) as fresh:
        with fresh.open("wb") as target:
            write(target)
            target.flush()
            os.fsync(target.fileno())
        check(fresh)
        release()
        if stamp(path) != read_stamp:
            raise FileRefused("file.changed_meanwhile", file=path.name)
        shutil.copymode(path, fresh)
        kept = _keep(path)
        fresh.replace(path)
    return kept


def create(path: Path, write: Callable[[Path], None]) -> None:
    """Make a file that is not there yet; a half-written one is never left behind."""
    if path.exists():
        raise FileRefused("file.exists", file=path.name)
    with _failures_named(path), _beside(path) as fresh:
        write(fresh)
        fresh.chmod(0o666 & ~_umask())
        if path.exists():
            raise FileRefused("file.exists", file=path.name)
        fresh.replace(path)


def undo(path: Path, check: Checker) -> None:
    """Exchange the workbook and its backup, so that a second undo takes the first one back."""
    path = path.resolve()
    refuse_if_open(path)
    kept = backup_path(path)
    if not kept.is_file():
        raise FileRefused("file.no_backup", file=path.name, backup=kept.name)
    check(kept)
    with _failures_named(path), _beside(path) as aside, _beside(path) as second:
        _link_or_copy(path, aside)
        _link_or_copy(kept, second)
        second.replace(path)
        # A crash here leaves the workbook undone and whole, and its newer state as `aside`.
        try:
            aside.replace(kept)
        except OSError:
            aside.replace(path)  # the newer state goes back rather than away
            raise


def write_text_file(path: Path, encoding: str, write: Callable[[IO[str]], int]) -> int:
    """A text file, new or in the place of an old one, never half; answers what `write` answers."""
    with _failures_named(path), _beside(path) as fresh:
        with fresh.open("w", encoding=encoding, newline="") as target:
            answer = write(target)
        fresh.chmod(0o666 & ~_umask())
        fresh.replace(path)
    return answer


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new name in the same folder, of this process alone; what is left there goes at the end."""
    number, name = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.stem[:100]}.", suffix=path.suffix
    )
    os.close(number)
    fresh = Path(name)
    try:
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _umask() -> int:
    """The rights a new file of this user has; the system tells them only when they are set."""
    current = os.umask(0o022)
    os.umask(current)
    return current


def _keep(path: Path) -> Path:
    """The backup is the old file itself under a second name where the disk can do that."""
    kept = backup_path(path)
    with _beside(path) as second:
        _link_or_copy(path, second)
        second.replace(kept)
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
        if why.errno in disk_errors.FULL:
            raise FileRefused("file.disk_full", file=path.name) from why
        if why.errno == errno.ENOENT and not path.parent.is_dir():
            raise FileRefused("file.no_folder", folder=path.parent) from why
        if why.errno in disk_errors.NOT_ALLOWED:
            raise FileRefused("file.not_writable", file=path.name) from why
        raise FileRefused("file.save_failed", file=path.name, why=why.strerror or why) from why
