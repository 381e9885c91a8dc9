"""A workbook file as a zip archive: opened with suspicion, rewritten with raw copies.

Unchanged parts are copied as the compressed bytes they are, so that what we do not own is
identical and costs nothing. Limits guard against bombs; every refusal is one sentence.
Format: ECMA-376 part 2 (Open Packaging Conventions). Proved in tests/xl_addin/package/.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from udfs.errors import CustomerChainError

# The largest part a sheet of 1,048,576 rows and 43 columns needs is below this.
MAX_PART = 4 << 30
MAX_TOTAL = 8 << 30
# Deflate cannot shrink real sheets this much; a bomb is made of nothing else.
MAX_RATIO = 400
RATIO_CHECK_FROM = 64 << 20

# Three times as fast as zlib's usual level, for files a fifth larger.
FAST = 1

_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")


class FileRefused(CustomerChainError):
    """A file we will not read or write, and why; the file is left as it was."""


class Archive:
    """A workbook opened for reading; use as a context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _open(path)
        try:
            _refuse_other_formats(self._file, path)
            self._zip = zipfile.ZipFile(self._file)
            _refuse_bombs(self._zip, path)
        except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError) as why:
            self._file.close()
            raise FileRefused("file.damaged", file=path.name) from why
        except FileRefused:
            self._file.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; Windows does not rename a file that is open."""
        self._zip.close()
        self._file.close()

    def names(self) -> list[str]:
        return self._zip.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """One part, whole; a part that is missing, damaged or unsafe is refused."""
        try:
            info = self._zip.getinfo(name)
            data = self._zip.read(info)
        except KeyError as why:
            raise FileRefused("file.part_missing", file=self.path.name, part=name) from why
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as why:
            raise FileRefused("file.damaged", file=self.path.name) from why
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise FileRefused("file.entities", file=self.path.name, part=name)
        return data

    def start_of(self, name: str, size: int) -> bytes:
        """The first bytes of a part, without inflating the rest."""
        try:
            with self._zip.open(name) as part:
                return part.read(size)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as why:
            raise FileRefused("file.damaged", file=self.path.name) from why

    def write_changed(self, target: IO[bytes], changed: Mapping[str, bytes | None]) -> None:
        """Write the package to `target` with the parts in `changed` (None: left out)."""
        with zipfile.ZipFile(target, "w") as out:
            for info in self._zip.infolist():
                if info.filename not in changed:
                    self._copy(info, out)
                    continue
                data = changed[info.filename]
                if data is not None:
                    out.writestr(_fresh_info(info), data, compresslevel=FAST)
            known = set(self.names())
            for name, new in changed.items():
                if new is not None and name not in known:
                    out.writestr(zipfile.ZipInfo(name), new, zipfile.ZIP_DEFLATED, FAST)

    def _copy(self, info: zipfile.ZipInfo, out: zipfile.ZipFile) -> None:
        try:
            _copy_raw(self._file, info, out)
        except (EOFError, struct.error) as why:
            raise FileRefused("file.damaged", file=self.path.name) from why

    def fingerprints(self, leave_out: Iterable[str] = ()) -> dict[str, tuple[int, int]]:
        """Name to (CRC-32, size) of every part but those in `leave_out`."""
        skip = set(leave_out)
        return {
            i.filename: (i.CRC, i.file_size) for i in self._zip.infolist() if i.filename not in skip
        }


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except FileNotFoundError as why:
        raise FileRefused("file.not_found", file=str(path)) from why
    except IsADirectoryError as why:
        raise FileRefused("file.is_folder", file=str(path)) from why
    except PermissionError as why:
        raise FileRefused("file.not_readable", file=path.name) from why
    except OSError as why:  # a name too long, a file where a folder should be
        raise FileRefused("file.not_found", file=path.name) from why


def _refuse_other_formats(file: IO[bytes], path: Path) -> None:
    head = file.read(8)
    if head == _OLE_MAGIC:
        whole = head + file.read()
        encrypted = "EncryptedPackage".encode("utf-16-le") in whole
        raise FileRefused("file.encrypted" if encrypted else "file.old_xls", file=path.name)
    if not head:
        raise FileRefused("file.empty", file=path.name)
    if not head.startswith(b"PK"):
        raise FileRefused("file.not_workbook", file=path.name)
    file.seek(0)


def _refuse_bombs(archive: zipfile.ZipFile, path: Path) -> None:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    for info in infos:
        big = info.file_size > RATIO_CHECK_FROM
        if info.file_size > MAX_PART or (big and info.file_size > MAX_RATIO * info.compress_size):
            raise FileRefused("file.too_large", file=path.name, part=info.filename)
        if info.flag_bits & 0x1:
            raise FileRefused("file.encrypted", file=path.name)
    if total > MAX_TOTAL:
        raise FileRefused("file.too_large", file=path.name, part=path.name)
    if len({info.filename for info in infos}) != len(infos):
        raise FileRefused("file.damaged", file=path.name)


def _fresh_info(old: zipfile.ZipInfo) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(old.filename, old.date_time)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = old.external_attr
    return info


def _copy_raw(source: IO[bytes], info: zipfile.ZipInfo, out: Any) -> None:
    """Copy one member without inflating it (zipfile offers no public way to do that).

    The local header is written anew from the central directory, which zipfile has checked;
    the compressed bytes follow as they are.
    """
    source.seek(info.header_offset)
    signature, name_length, extra_length = struct.unpack("<4s22x2H", source.read(30))
    if signature != b"PK\x03\x04":
        raise EOFError(info.filename)
    source.seek(name_length + extra_length, 1)
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    for field in ("compress_type", "comment", "create_system", "external_attr", "CRC"):
        setattr(copy, field, getattr(info, field))
    copy.compress_size, copy.file_size = info.compress_size, info.file_size
    out.fp.seek(out.start_dir)
    copy.header_offset = out.fp.tell()
    out.fp.write(copy.FileHeader())
    left = info.compress_size
    while left:
        block = source.read(min(left, 1 << 20))
        if not block:
            raise EOFError(info.filename)
        out.fp.write(block)
        left -= len(block)
    out.start_dir = out.fp.tell()
    out.filelist.append(copy)
    out.NameToInfo[copy.filename] = copy
