"""A save is complete or has not happened, whatever goes wrong, at whatever moment."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from xl_addin.hosts import safe_save
from xl_addin.package.archive import FileRefused

OLD, NEW = b"old" * 50_000, b"new" * 50_000


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "Shop.xlsm"
    path.write_bytes(OLD)
    return path


def save(path, data=NEW, check=lambda fresh: None):
    return safe_save.replace(path, lambda out: out.write(data), check, safe_save.stamp(path))


def leftovers(path):
    return {entry.name for entry in path.parent.iterdir()} - {path.name, "Shop.undo.xlsm"}


def test_the_new_state_is_in_place_and_the_old_one_is_kept(book):
    kept = save(book)
    assert book.read_bytes() == NEW
    assert kept.name == "Shop.undo.xlsm"
    assert kept.read_bytes() == OLD
    assert not leftovers(book)


def test_undo_brings_the_old_state_back_and_a_second_undo_takes_that_back(book):
    save(book)
    safe_save.undo(book, lambda kept: None)
    assert book.read_bytes() == OLD
    safe_save.undo(book, lambda kept: None)
    assert book.read_bytes() == NEW
    assert not leftovers(book)


def test_an_undo_that_cannot_finish_loses_neither_state(book, monkeypatch):
    save(book)
    backup, rename = safe_save.backup_path(book), Path.replace

    def held(self, target):
        if target == backup:
            raise PermissionError(errno.EACCES, "somebody holds the backup")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileRefused):
        safe_save.undo(book, lambda kept: None)
    assert book.read_bytes() == NEW
    assert backup.read_bytes() == OLD
    assert not leftovers(book)


def test_undo_without_a_backup_is_refused(book):
    with pytest.raises(FileRefused) as refused:
        safe_save.undo(book, lambda kept: None)
    assert refused.value.key == "file.no_backup"


def test_a_file_that_fails_its_check_never_replaces_the_old_one(book):
    def fails(_):
        raise FileRefused("file.verify_failed", file="x", why="test")

    with pytest.raises(FileRefused):
        save(book, check=fails)
    assert book.read_bytes() == OLD
    assert not leftovers(book)


def test_a_full_disk_is_named_and_nothing_is_lost(book):
    def full(out):
        out.write(NEW[:1000])
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FileRefused) as refused:
        safe_save.replace(book, full, lambda _: None, safe_save.stamp(book))
    assert refused.value.key == "file.disk_full"
    assert book.read_bytes() == OLD
    assert not leftovers(book)


def test_a_real_limit_of_the_system_while_writing_is_survived(book):
    code = textwrap.dedent(f"""
        import resource, signal, sys
        from pathlib import Path
        from xl_addin.hosts import safe_save
        from xl_addin.package.archive import FileRefused
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        path = Path({str(book)!r})
        try:
            safe_save.replace(path, lambda out: out.write(b"n" * 100_000), lambda _: None,
                              safe_save.stamp(path))
        except FileRefused as why:
            sys.exit(7 if why.key == "file.disk_full" else 8)
    """)
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7
    assert book.read_bytes() == OLD
    assert not leftovers(book)


def test_a_change_by_another_program_meanwhile_is_not_overwritten(book):
    stamp = safe_save.stamp(book)

    def somebody_else_saves(_):
        book.write_bytes(b"theirs")

    with pytest.raises(FileRefused) as refused:
        safe_save.replace(book, lambda out: out.write(NEW), somebody_else_saves, stamp)
    assert refused.value.key == "file.changed_meanwhile"
    assert book.read_bytes() == b"theirs"


@pytest.mark.parametrize("lock", ["~$Shop.xlsm", ".~lock.Shop.xlsm#"])
def test_a_workbook_that_is_open_is_refused(book, lock):
    book.with_name(lock).write_bytes(b"")
    with pytest.raises(FileRefused) as refused:
        safe_save.refuse_if_open(book)
    assert refused.value.key == "file.locked"
    assert lock in refused.value.sentence("en")


def test_a_folder_that_cannot_be_written_to_is_named(book, monkeypatch):
    def denied(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    stamp = safe_save.stamp(book)
    monkeypatch.setattr(type(book), "open", denied)
    with pytest.raises(FileRefused) as refused:
        safe_save.replace(book, lambda out: out.write(NEW), lambda _: None, stamp)
    assert refused.value.key == "file.not_writable"


def test_a_new_file_never_overwrites_an_old_one(book):
    with pytest.raises(FileRefused) as refused:
        safe_save.create(book, lambda fresh: fresh.write_bytes(NEW))
    assert refused.value.key == "file.exists"
    assert book.read_bytes() == OLD


# Each of these runs in a process that kills itself at the n-th call into the operating system
# that could leave something half done.
KILLED = textwrap.dedent("""
    import os, shutil, signal, sys
    from pathlib import Path
    from xl_addin.hosts import safe_save

    left = int(sys.argv[2])

    def deadly(name, real):
        def call(*args, **kwargs):
            global left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)
        return call

    for module, name in ((os, "rename"), (os, "replace"), (os, "link"), (os, "fsync"),
                     (shutil, "copymode")):
        setattr(module, name, deadly(name, getattr(module, name)))
    path = Path(sys.argv[1])
    def write(out):
        for piece in range(10):
            out.write(b"new" * 5_000)
            os.fsync(out.fileno())
    if sys.argv[3] == "undo":
        safe_save.undo(path, lambda kept: None)
    else:
        safe_save.replace(path, write, lambda _: None, safe_save.stamp(path))
""")


@pytest.mark.parametrize("action", ["save", "undo"])
def test_a_process_killed_at_any_step_leaves_the_old_or_the_new_file_whole(book, action):
    backup = book.with_name("Shop.undo.xlsm")
    backup.write_bytes(NEW)
    finished = False
    for step in range(1, 30):
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(book), str(step), action],
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert book.read_bytes() in (OLD, NEW)
        assert backup.read_bytes() in (OLD, NEW)
        if done.returncode == 0:
            finished = True
            break
        assert done.returncode == -signal.SIGKILL
        book.write_bytes(OLD)
        backup.write_bytes(NEW)
    assert finished
    assert book.read_bytes() == NEW
    assert step > 3
