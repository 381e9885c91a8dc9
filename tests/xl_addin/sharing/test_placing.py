"""Files put into a folder together, never over another, and taken back together."""

import errno
import os

import pytest

from udfs.errors import CustomerChainError
from xl_addin.sharing.placing import DiskRefused, Placing, fingerprint


def never(path):
    return False


def always(path):
    return True


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def placed(folder, *contents, words="Anna", may_replace=never):
    with Placing(folder) as placing:
        paths = [placing.place(placing.stage(c, ".xlsx"), words, may_replace) for c in contents]
        placing.keep()
    return paths


def test_a_file_stands_whole_under_its_name_and_nothing_else_is_left(tmp_path):
    (path,) = placed(tmp_path, b"content")
    assert path.read_bytes() == b"content"
    assert names(tmp_path) == ["Anna.xlsx"]
    assert fingerprint(path).startswith("ed7002b439e9ac84")


def test_the_rights_are_those_of_any_new_file(tmp_path):
    (path,) = placed(tmp_path, b"content")
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("taken", ["Anna.xlsx", "ANNA.XLSX"])
def test_the_file_of_somebody_else_stays_and_a_number_is_added(tmp_path, taken):
    (tmp_path / taken).write_bytes(b"mine")
    (path,) = placed(tmp_path, b"new")
    assert path.name == "Anna (2).xlsx"
    assert (tmp_path / taken).read_bytes() == b"mine"


def test_an_older_copy_is_replaced(tmp_path):
    (tmp_path / "Anna.xlsx").write_bytes(b"old")
    (path,) = placed(tmp_path, b"new", may_replace=lambda there: there.read_bytes() == b"old")
    assert (path.name, path.read_bytes()) == ("Anna.xlsx", b"new")
    assert names(tmp_path) == ["Anna.xlsx"]


def test_two_files_of_one_run_never_replace_each_other(tmp_path):
    paths = placed(tmp_path, b"one", b"two", may_replace=always)
    assert [path.read_bytes() for path in paths] == [b"one", b"two"]
    assert names(tmp_path) == ["Anna (2).xlsx", "Anna.xlsx"]


def interrupted(folder):
    with Placing(folder) as placing:
        placing.place(placing.stage(b"new", ".xlsx"), "Anna", always)
        placing.place(placing.stage(b"more", ".xlsx"), "Ben", always)
        raise KeyboardInterrupt


def test_what_is_not_kept_goes_and_what_it_replaced_comes_back(tmp_path):
    (tmp_path / "Anna.xlsx").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path)
    assert names(tmp_path) == ["Anna.xlsx"]
    assert (tmp_path / "Anna.xlsx").read_bytes() == b"old"


def test_a_copy_that_is_open_elsewhere_stays(tmp_path, monkeypatch):
    (tmp_path / "Anna.xlsx").write_bytes(b"old")
    plain = type(tmp_path).replace

    def refuse(path, target):
        if path.name == "Anna.xlsx":  # as Windows does
            raise PermissionError(errno.EACCES, "in use")
        return plain(path, target)

    monkeypatch.setattr(type(tmp_path), "replace", refuse)
    (path,) = placed(tmp_path, b"new", may_replace=always)
    assert path.name == "Anna (2).xlsx"


def test_a_disk_without_second_names_will_do(tmp_path, monkeypatch):
    def refuse(*paths):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    (path,) = placed(tmp_path, b"content")
    assert path.read_bytes() == b"content"
    assert names(tmp_path) == ["Anna.xlsx"]


def test_a_new_folder_is_made_and_goes_again_when_nothing_stays_in_it(tmp_path):
    folder = tmp_path / "copies"
    with Placing(folder) as placing:
        placing.place(placing.stage(b"content", ".xlsx"), "Anna", lambda path: False)
    assert not folder.exists()
    placed(folder, b"content")
    assert names(folder) == ["Anna.xlsx"]


@pytest.mark.parametrize("folder", ["missing/deeper", "file"])
def test_what_the_folder_lies_in_must_be_there(tmp_path, folder):
    (tmp_path / "file").touch()
    with pytest.raises(CustomerChainError, match="folder"), Placing(tmp_path / folder):
        pass


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not save"), (errno.EIO, "failed")],
)
def test_what_the_system_refuses_is_one_sentence(tmp_path, monkeypatch, number, words):
    def refuse(*arguments):
        raise OSError(number, os.strerror(number))

    with Placing(tmp_path) as placing:
        monkeypatch.setattr(os, "fsync", refuse)
        with pytest.raises(DiskRefused, match=words):
            placing.stage(b"content", ".xlsx")
        monkeypatch.undo()
    assert names(tmp_path) == []


def test_what_a_killed_run_left_is_removed_and_a_running_one_is_not_disturbed(tmp_path):
    for name, days in (("killed", 3), ("running", 0)):
        folder = tmp_path / f".customer-chain-{name}"
        folder.mkdir()
        (folder / "1.xlsx").write_bytes(b"a copy nobody knows of")
        seconds = folder.stat().st_mtime - days * 86400
        os.utime(folder, (seconds, seconds))
    placed(tmp_path, b"content")
    assert names(tmp_path) == [".customer-chain-running", "Anna.xlsx"]
