"""The last look at a finished file: is there anything in it that its reader may not see?

Every part is unpacked (files inside files too) and every text, attribute and number in it is held
against the forbidden values. `thorough` searches the raw bytes as well, in every usual encoding
and without regard to words, which is what the tests do; a copy that leaves the house is scanned
text by text, which costs little. Proved in tests/xl_addin/copying/test_leaks.py.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from xl_addin.copying.forbidden import Forbidden, counts_inside
from xl_addin.copying.texts import decoded

# Values of cells are looked at on their own; numbers of shared texts and addresses say nothing.
_TEXT = re.compile(r"<(?!v>)(/?[\w:]+)[^<>]*>([^<>]+)")
_ASIDE = re.compile(r"<([!?])(.*?)>", re.DOTALL)  # comments, instructions, what stands as it is
_VALUE = re.compile(r'(?<! t="s")><v>([^<]*)<')
_ATTRIBUTE = re.compile(r'\s([\w:]+)="(?![A-Z]{0,3}\d{0,7}")([^"]*)"')
_JOINED = {
    "sharedStrings": re.compile(r"<si>(.*?)</si>|<si\s*/>", re.DOTALL),
    "comments": re.compile(r"<comment\b[^>]*>(.*?)</comment>", re.DOTALL),
    "charts/": re.compile(r"<a:p>(.*?)</a:p>", re.DOTALL),
}
_RUN = re.compile(r"<(?:a:)?t(?:\s[^>]*)?>([^<]*)</(?:a:)?t>")
_CELL = re.compile(r'<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?[^>]*>(?:<f.*?)?<v>([^<]*)</v>')
_SHEET = re.compile(r'<sheet [^>]*?name="([^"]*)"')
# Places and sizes, which are numbers of no meaning.
_MEASURES = re.compile(r"(?:row|col|rowOff|colOff|Row|Column|Anchor|ptCount)$")
_SHORT_NUMBER = re.compile(r"[-+\d.eE]{1,8}$")
_DEEPEST = 5


@dataclass(frozen=True)
class Leak:
    """A forbidden value, the part it is in and where there: a cell, an element, an attribute."""

    part: str
    place: str
    value: str
    sheet: str = ""


def find_leaks(
    package: bytes,
    forbidden: Forbidden,
    allowed: Collection[str] = frozenset(),
    thorough: bool = False,
) -> list[Leak]:
    """All leaks; `allowed` are whole texts that this reader sees in rows of their own."""
    scan = _Scan(forbidden, allowed)
    found: list[Leak] = []
    parts = dict(_unpacked(package, "", 0))
    for name, data in parts.items():
        found += scan.name(name)
        found += scan.part(name, data)
    found = [_with_cell(leak, parts) for leak in found]
    if thorough:
        found += _raw(package, parts, forbidden, allowed)
    return found


def _unpacked(data: bytes, inside: str, depth: int) -> Iterator[tuple[str, bytes]]:
    """Every part, also of packages inside the package; bytes that are no package are one part."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        yield inside, data
        return
    for info in archive.infolist():
        inner = archive.read(info)
        name = f"{inside}/{info.filename}" if inside else info.filename
        if inner[:2] == b"PK" and depth < _DEEPEST:
            yield from _unpacked(inner, name, depth + 1)
        else:
            yield name, inner


class _Scan:
    """Asks about each text once, however often it stands in a part."""

    def __init__(self, forbidden: Forbidden, allowed: Collection[str]) -> None:
        self.forbidden, self.allowed = forbidden, allowed
        self._asked: dict[str, str | None] = {}

    def _found(self, text: str) -> str | None:
        if text not in self._asked:
            said = _plain(text)
            fine = said in self.allowed or said.strip() in self.allowed
            self._asked[text] = None if fine else self.forbidden.found_in(said, self.allowed)
        return self._asked[text]

    def name(self, part: str) -> Iterator[Leak]:
        value = self.forbidden.found_in(part, self.allowed)
        if value is not None:
            yield Leak(part, part, value)

    def part(self, name: str, data: bytes) -> Iterator[Leak]:
        text = _as_text(data)
        for place, said in self._said(name, text):
            value = self._found(said)
            if value is not None:
                yield Leak(name, place, value)

    def _said(self, name: str, text: str) -> Iterator[tuple[str, str]]:
        """Everything a part says: (place, words)."""
        in_runs = next((kind for kind in _JOINED if kind in name), None)
        if in_runs is not None:
            for number, item in enumerate(_JOINED[in_runs].findall(text)):
                yield f"{in_runs} {number}", "".join(_RUN.findall(item))
        for place, said in {*_TEXT.findall(text), *_ASIDE.findall(text)}:
            # A run of a text was asked about with the whole text.
            if not (in_runs and place == "t") and not _MEASURES.match(place.rpartition(":")[2]):
                yield place, said
        for said in set(_VALUE.findall(text)):
            yield "v", said
            if _as_typed(said) != said:
                yield "v", _as_typed(said)
        yield from (f for f in set(_ATTRIBUTE.findall(text)) if not _SHORT_NUMBER.match(f[1]))
        if not text.lstrip("\ufeff").startswith("<"):
            yield name, text


def _as_typed(number: str) -> str:
    """A number as a person wrote it: 0.1 and not 0.10000000000000001."""
    if len(number) < 16 and not number.endswith(".0"):
        return number
    try:
        return f"{float(number):.15g}"
    except ValueError:
        return number


def _as_text(data: bytes) -> str:
    """Bytes as text, whatever they are."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")


def _plain(text: str) -> str:
    return decoded(html.unescape(text) if "&" in text else text)


def _with_cell(leak: Leak, parts: dict[str, bytes]) -> Leak:
    """A leak in a shared text told by its cell, and a sheet's part by the sheet's name."""
    workbook = _as_text(parts.get("xl/workbook.xml", b""))
    titles = [_plain(title) for title in _SHEET.findall(workbook)]
    names = {f"xl/worksheets/sheet{n}.xml": title for n, title in enumerate(titles, 1)}
    if leak.part in names:
        cell = _address(parts[leak.part], leak.value) if leak.place == "v" else None
        return Leak(leak.part, cell or leak.place, leak.value, names[leak.part])
    index = leak.place.rpartition(" ")[2]
    if "sharedStrings" not in leak.part or not index.isdigit():
        return leak
    for part, title in names.items():
        for cell, kind, value in _CELL.findall(_as_text(parts.get(part, b""))):
            if kind == "s" and value == index:
                return Leak(part, cell, leak.value, title)
    return leak


def _address(part: bytes, value: str) -> str | None:
    """The first cell of a sheet whose number or answer is `value`."""
    cells = _CELL.findall(_as_text(part))
    return next((c for c, kind, said in cells if kind != "s" and _plain(said) == value), None)


def _raw(
    package: bytes, parts: dict[str, bytes], forbidden: Forbidden, allowed: Collection[str]
) -> Iterator[Leak]:
    """Forbidden values anywhere in the bytes, raw, inflated or unescaped, allowed texts aside."""
    wanted = [v for v in forbidden if v not in allowed and counts_inside(v)]
    for name, data in {"": package, **parts}.items():
        text = data.decode("utf-8", "replace")
        seen = (text, _plain(text), data.decode("utf-16-le", "replace"))
        shifted = (data[1:].decode("utf-16-le", "replace"), data.decode("utf-16-be", "replace"))
        everything = "\0".join((*seen, *shifted))
        for known in sorted((a for a in allowed if len(a) > 3), key=len, reverse=True):
            everything = everything.replace(known, "\0")
        for value in wanted:
            if value in everything:
                yield Leak(name, "bytes", value)
