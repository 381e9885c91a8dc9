"""Finding LibreOffice, and the Python inside it, by what lies in its folder."""

import sys

import pytest

from udfs.errors import NotFound
from xl_addin.libreoffice import office
from xl_addin.libreoffice.office import Office


@pytest.mark.parametrize(
    ("bridge", "content", "version"),
    [
        ("libpyuno.so", b"\0libpython3.11.so.1.0\0", (3, 11)),
        ("libpyuno.so", b"\0libpython3.9.so.1.0\0", (3, 9)),
        ("pyuno.dll", b"\0python312.dll\0", (3, 12)),
        ("libpyuno.so", b"nothing of the kind", None),
    ],
)
def test_the_library_that_is_linked_says_the_version(tmp_path, bridge, content, version):
    (tmp_path / bridge).write_bytes(content)
    assert Office(tmp_path).python_version() == version


def test_a_python_of_its_own_is_asked(tmp_path):
    (tmp_path / "libpyuno.so").write_bytes(b"libpython3.8.so")
    own = tmp_path / "python"
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    own.chmod(0o755)
    assert Office(tmp_path).python_version() == sys.version_info[:2]


def test_a_folder_without_python_has_none(tmp_path):
    assert Office(tmp_path).python_version() is None


def test_the_first_folder_with_its_program_for_extensions_is_taken(tmp_path, monkeypatch):
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    for name in ("b", "c"):
        (tmp_path / name / "unopkg").touch()
    monkeypatch.setattr(office, "_folders", lambda: [tmp_path / n for n in "abc"])
    assert office.find_office().folder == tmp_path / "b"


def test_no_libreoffice_is_told_with_where_to_get_one(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "_folders", lambda: [tmp_path])
    with pytest.raises(NotFound) as refused:
        office.find_office()
    assert "libreoffice.org" in refused.value.sentence("zh")
