"""The file behind an open workbook, in both programs."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from xl_addin.hosts.live_file import is_saved, path_of, place_of


def excel(full_name, path, saved=True):
    native = SimpleNamespace(FullName=full_name, Path=path, Saved=saved)
    app = SimpleNamespace(engine=SimpleNamespace(name="excel"))
    return SimpleNamespace(api=native, app=app)


def calc(url, modified=False, fullname=""):
    native = SimpleNamespace(URL=url, isModified=lambda: modified)
    app = SimpleNamespace(engine=SimpleNamespace(name="libreoffice"))
    return SimpleNamespace(api=native, app=app, fullname=fullname)


def test_excel_s_file_is_its_path():
    book = excel("C:\\shop\\Shop.xlsm", "C:\\shop")
    assert path_of(book) == Path("C:\\shop\\Shop.xlsm")
    assert is_saved(book)


@pytest.mark.parametrize("book", [excel("Book1", ""), calc("")])
def test_a_workbook_that_never_was_saved_has_no_place(book):
    assert (place_of(book), path_of(book)) == ("", None)


@pytest.mark.parametrize(
    "book",
    [
        excel("https://d.docs.live.net/1/Shop.xlsm", "https://d.docs.live.net/1"),
        calc("sftp://elsewhere/Shop.xlsm"),
    ],
)
def test_a_workbook_of_a_server_has_a_place_but_no_file_here(book):
    assert place_of(book)
    assert path_of(book) is None


def test_libreoffice_s_file_is_read_by_libreoffice_itself():
    book = calc("file:///home/me/a%20b.xlsm", fullname="/home/me/a b.xlsm")
    assert path_of(book) == Path("/home/me/a b.xlsm")


def test_changes_since_saving_are_seen():
    assert not is_saved(excel("C:\\a.xlsm", "C:\\", saved=False))
    assert not is_saved(calc("file:///a.xlsm", modified=True))
    assert is_saved(calc("file:///a.xlsm"))
