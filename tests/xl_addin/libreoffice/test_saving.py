"""The file of before is somewhere, and named, whatever fails after LibreOffice has written."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.end_to_end.live_office import uno_module
from udfs.errors import BadValue
from xl_addin.engines import libreoffice
from xl_addin.libreoffice import saving

BEFORE, WRITTEN = b"macros and ribbon", b"what LibreOffice writes"


@pytest.fixture
def told(monkeypatch):
    """What the user was told."""
    said = []
    app = SimpleNamespace(alert=lambda words, *_, **__: said.append(words))
    monkeypatch.setattr(libreoffice, "inside", lambda context: app)
    monkeypatch.setattr(saving.user_language, "current", lambda context: "en")
    return said


@pytest.fixture
def document(tmp_path, monkeypatch, told):
    """A workbook of ours, open, on disk."""
    path = tmp_path / "Shop.xlsm"
    path.write_bytes(BEFORE)
    opened = SimpleNamespace(URL=path.as_uri(), RuntimeUID="77", path=path)
    monkeypatch.setattr(saving, "_path", lambda one: one.path)
    monkeypatch.setattr(saving, "our_tables", lambda one: {"customers": None})
    monkeypatch.setattr(saving, "_surroundings", {})
    yield opened
    saving.not_saved(opened)


def save(document, monkeypatch, failure):
    def fail(*_):
        raise failure

    monkeypatch.setattr(saving, "_bring_back", fail)
    saving.about_to_save(document)
    document.path.write_bytes(WRITTEN)
    saving.saved(None, document)


def test_the_file_of_before_lies_beside(document, monkeypatch, told):
    save(document, monkeypatch, BadValue("office.running"))
    assert document.path.with_name("Shop.undo.xlsm").read_bytes() == BEFORE
    assert "Shop.undo.xlsm" in told[0]


def test_on_a_full_disk_the_file_of_before_stays_where_it_was_kept(document, monkeypatch, told):
    real = saving.shutil.copy2

    def full(source, target):
        if Path(target).parent == document.path.parent:
            raise OSError(errno.ENOSPC, "full")
        return real(source, target)

    monkeypatch.setattr(saving.shutil, "copy2", full)
    save(document, monkeypatch, OSError(errno.ENOSPC, "full"))
    kept = next(word for word in told[0].split() if word.endswith("Shop.xlsm") and os.sep in word)
    assert Path(kept).read_bytes() == BEFORE
    saving.about_to_save(document)  # the next save leaves it there
    assert Path(kept).read_bytes() == BEFORE


def test_a_workbook_whose_tables_were_all_deleted_is_kept_too(document, monkeypatch, told):
    saving._surroundings["77"] = "as it was loaded"
    monkeypatch.setattr(saving, "our_tables", lambda one: {})
    save(document, monkeypatch, ValueError("no tables"))
    assert document.path.with_name("Shop.undo.xlsm").read_bytes() == BEFORE


def test_a_workbook_on_a_server_is_refused_before_it_loses_its_macros(document, monkeypatch):
    monkeypatch.setattr(saving, "_path", lambda one: None)
    document.URL = "vnd.sun.star.webdav://server/Shop.xlsm"
    with pytest.raises(BadValue) as refused:
        saving.about_to_save(document)
    assert "Copy it to this computer" in refused.value.sentence("en")
    document.URL = "vnd.sun.star.webdav://server/Shop.ods"
    saving.about_to_save(document)


def test_nothing_half_written_stays_when_the_disk_is_full(tmp_path, monkeypatch):
    path, fresh = tmp_path / "Shop.xlsm", tmp_path / "fresh"
    path.write_bytes(WRITTEN)
    fresh.write_bytes(BEFORE)

    def full(source, target):
        Path(target).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(saving.shutil, "copyfile", full)
    with pytest.raises(OSError, match="full"):
        saving._put(fresh, path)
    assert {one.name for one in tmp_path.iterdir()} == {"Shop.xlsm", "fresh"}


def test_a_link_to_the_workbook_stays_a_link(tmp_path):
    path, link, fresh = tmp_path / "Shop.xlsm", tmp_path / "Link.xlsm", tmp_path / "fresh"
    path.write_bytes(WRITTEN)
    fresh.write_bytes(BEFORE)
    link.symlink_to(path)
    saving._put(fresh, link)
    assert link.is_symlink()
    assert path.read_bytes() == BEFORE


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///home/shop/50%2520off%23.xlsm", "/home/shop/50%20off#.xlsm"),
        ("file:///home/shop/%E5%AE%A2%E6%88%B7.XLSX", "/home/shop/客户.XLSX"),
        ("file:///home/shop/Shop.ods", None),
        ("https://server/Shop.xlsm", None),
        ("private:factory/scalc", None),
        ("", None),
    ],
)
def test_the_path_is_what_libreoffice_means_by_the_address(address, path):
    uno_module()
    found = saving._path(SimpleNamespace(URL=address))
    assert found == (Path(path) if path else None)
