"""A search for foreign values that shares no code with the product's own.

Every part is inflated, files inside files too, and each value is looked for as bytes in the usual
encodings, in the text with entities resolved, and in the raw file.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterable, Iterator


def found_in(package: bytes, values: Iterable[str]) -> list[tuple[str, str]]:
    """(part, value) for each value that stands anywhere in the file."""
    wanted = sorted(set(values))
    found = []
    for name, data in [("the file", package), *_parts(package)]:
        read = "\0".join(_readings(data))
        found += [(name, value) for value in wanted if value in read]
    return found


def _readings(data: bytes) -> Iterator[str]:
    plain = data.decode("utf-8", "ignore")
    yield plain
    if "&" in plain:
        yield html.unescape(plain)
    if b"\0" in data:  # the other encodings have it between Latin letters and in line breaks
        for start in (0, 1):
            yield data[start:].decode("utf-16-le", "ignore")
            yield data[start:].decode("utf-16-be", "ignore")


def _parts(package: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for info in archive.infolist():
            data = archive.read(info)
            yield info.filename, data + info.filename.encode() + info.comment + info.extra
            if data[:2] == b"PK":
                yield from _parts(data)
