"""A workbook file is opened with suspicion and rewritten with raw copies."""

import struct
import zipfile
from io import BytesIO

import pytest

from xl_addin.package.archive import Archive, FileRefused


def zipped(path, parts, **kwargs):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data, **kwargs)
    return path


def read_all(path):
    with Archive(path) as archive:
        return [archive.read(name) for name in archive.names()]


def refusal(path) -> str:
    with pytest.raises(FileRefused) as refused:
        read_all(path)
    return refused.value.key


def test_a_file_that_is_not_there(tmp_path):
    assert refusal(tmp_path / "none.xlsx") == "file.not_found"


def test_a_folder(tmp_path):
    assert refusal(tmp_path) == "file.is_folder"


def test_an_empty_file(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"")
    assert refusal(tmp_path / "a.xlsx") == "file.empty"


def test_a_file_that_is_not_a_zip(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"customer;amount\n1;2\n")
    assert refusal(tmp_path / "a.xlsx") == "file.not_workbook"


def test_a_zip_cut_off_anywhere(tmp_path):
    whole = zipped(tmp_path / "a.xlsx", {"xl/a.xml": b"<a>" + b"x" * 9000 + b"</a>"}).read_bytes()
    for length in range(4, len(whole) - 1, 7):
        (tmp_path / "cut.xlsx").write_bytes(whole[:length])
        assert refusal(tmp_path / "cut.xlsx") == "file.damaged"


def test_a_zip_with_a_flipped_byte_in_a_part(tmp_path):
    path = zipped(tmp_path / "a.xlsx", {"xl/a.xml": bytes(range(256)) * 40})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    assert refusal(path) == "file.damaged"


def test_an_old_xls_and_an_encrypted_workbook_are_told_apart(tmp_path):
    magic = bytes.fromhex("d0cf11e0a1b11ae1")
    (tmp_path / "old.xls").write_bytes(magic + b"\0" * 600 + "Workbook".encode("utf-16-le"))
    assert refusal(tmp_path / "old.xls") == "file.old_xls"
    secret = magic + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "secret.xlsx").write_bytes(secret)
    assert refusal(tmp_path / "secret.xlsx") == "file.encrypted"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out,
        out.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(80):
            part.write(b" " * (1 << 20))
    assert refusal(path) == "file.too_large"


def test_a_bomb_that_lies_about_its_size_is_cut_off_when_read(tmp_path):
    path = zipped(tmp_path / "liar.xlsx", {"xl/a.xml": b" " * (1 << 20)})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(signature) + offset
        data[place : place + 4] = struct.pack("<I", 100)
    path.write_bytes(data)
    assert refusal(path) == "file.damaged"


def test_entities_are_refused(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    assert refusal(zipped(tmp_path / "a.xlsx", {"xl/workbook.xml": bomb})) == "file.entities"


def test_two_parts_of_one_name_are_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    zipped(path, {"xl/a.xml": "<a/>", "xl/b.xml": "<b/>"})
    path.write_bytes(path.read_bytes().replace(b"xl/b.xml", b"xl/a.xml"))
    assert refusal(path) == "file.damaged"


def test_parts_that_do_not_change_are_copied_as_compressed_bytes(tmp_path):
    parts = {"a.xml": b"<a/>" * 500, "b.bin": bytes(range(256)) * 9, "数据.xml": b"<c/>"}
    path = zipped(tmp_path / "a.xlsx", parts)
    target = BytesIO()
    with Archive(path) as archive:
        archive.write_changed(target, {"b.bin": b"new", "n.xml": b"<n/>"})
    before, after = zipfile.ZipFile(path), zipfile.ZipFile(target)
    assert after.testzip() is None
    assert after.namelist() == ["a.xml", "b.bin", "数据.xml", "n.xml"]
    assert after.read("b.bin") == b"new"
    assert after.read("数据.xml") == b"<c/>"
    assert after.getinfo("a.xml").compress_size == before.getinfo("a.xml").compress_size
    assert after.getinfo("a.xml").date_time == before.getinfo("a.xml").date_time


def test_a_part_given_as_none_is_left_out(tmp_path):
    path = zipped(tmp_path / "a.xlsx", {"a.xml": b"<a/>", "b.xml": b"<b/>"})
    target = BytesIO()
    with Archive(path) as archive:
        archive.write_changed(target, {"b.xml": None})
    assert zipfile.ZipFile(target).namelist() == ["a.xml"]
