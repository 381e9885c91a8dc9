"""A draft reads as the package will be, and the file stays as it is."""

import zipfile

import pytest

from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.draft import Draft


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "Shop.xlsx"
    with zipfile.ZipFile(path, "w") as out:
        for name in ("kept.xml", "changed.xml", "gone.xml"):
            out.writestr(name, name)
    with Archive(path) as opened:
        yield opened


def test_parts_are_read_as_they_will_be(archive):
    draft = Draft(archive, {"changed.xml": b"new", "gone.xml": None, "added.xml": b"added"})
    assert draft.names() == ["kept.xml", "changed.xml", "added.xml"]
    assert [name in draft for name in ("kept.xml", "gone.xml", "added.xml")] == [True, False, True]
    assert [draft.read(name) for name in draft.names()] == [b"kept.xml", b"new", b"added"]
    assert draft.start_of("changed.xml", 2) == b"ne"
    assert draft.start_of("kept.xml", 2) == b"ke"
    assert archive.read("changed.xml") == b"changed.xml"


def test_a_part_that_goes_is_told_as_missing(archive):
    with pytest.raises(FileRefused) as refused:
        Draft(archive, {"gone.xml": None}).read("gone.xml")
    assert refused.value.key == "file.part_missing"


def test_a_draft_over_a_draft_sees_both(archive):
    first = Draft(archive, {"added.xml": b"1"})
    second = Draft(first, {"changed.xml": b"2"})
    assert [second.read(name) for name in ("added.xml", "changed.xml")] == [b"1", b"2"]


def test_closing_a_draft_leaves_the_archive_open(archive):
    with Draft(archive, {}):
        pass
    assert archive.read("kept.xml") == b"kept.xml"
