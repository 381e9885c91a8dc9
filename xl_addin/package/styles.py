"""Cell styles: which ones show a date, and one more where a date column has none.

Source: ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.30 (numFmts and the built-in ids).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_FORMAT = re.compile(rb'<numFmt\b[^>]*?\snumFmtId="(\d+)"[^>]*?\sformatCode="([^"]*)"')
_FORMAT_2 = re.compile(rb'<numFmt\b[^>]*?\sformatCode="([^"]*)"[^>]*?\snumFmtId="(\d+)"')
_CELL_XFS = re.compile(rb"(<cellXfs\b[^>]*>)(.*?)(</cellXfs>)", re.DOTALL)
_XF = re.compile(rb"<xf\b[^>]*?/>|<xf\b[^>]*?>.*?</xf>", re.DOTALL)
_COUNT = re.compile(rb'\scount="\d+"')
_NUM_FMT_ID = re.compile(rb'\snumFmtId="(\d+)"')
_APPLY = re.compile(rb'\sapplyNumberFormat="[^"]*"')

# Built-in ids that show a date or a time, East Asian ones included.
_DATE_IDS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
# What in a format code is not a letter of the date: literals, colours, escaped characters.
_NOISE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
SHORT_DATE = 14
DATE_AND_TIME = 22


class Styles:
    """The styles part; `xml` changes only when a style had to be added."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.changed = False
        self._formats = dict(_format_codes(xml))
        self._added: dict[tuple[int, int], int] = {}

    def shows_date(self, style: int) -> bool:
        """Whether cells of this style show a number as a date."""
        number_format = self._number_format(style)
        if number_format in _DATE_IDS:
            return True
        code = _NOISE.sub("", self._formats.get(number_format, "")).lower()
        return any(letter in code for letter in "ymdh") and "general" not in code

    def with_number_format(self, style: int, number_format: int) -> int:
        """A style like `style` that shows numbers by the built-in `number_format`."""
        wanted = (style, number_format)
        if wanted not in self._added:
            self._added[wanted] = self._append(style, number_format)
        return self._added[wanted]

    def _number_format(self, style: int) -> int:
        xfs = self._xfs()
        found = _NUM_FMT_ID.search(xfs[style]) if style < len(xfs) else None
        return int(found[1]) if found else 0

    def _xfs(self) -> list[bytes]:
        found = _CELL_XFS.search(self.xml)
        return _XF.findall(found[2]) if found else []

    def _append(self, style: int, number_format: int) -> int:
        xfs = self._xfs()
        base = xfs[style] if style < len(xfs) else b'<xf fontId="0" fillId="0" borderId="0"/>'
        bare = _APPLY.sub(b"", _NUM_FMT_ID.sub(b"", base))
        new = bare.replace(b"<xf", b'<xf numFmtId="%d" applyNumberFormat="1"' % number_format, 1)
        found = _CELL_XFS.search(self.xml)
        if found is None:
            return style
        opening = _COUNT.sub(b' count="%d"' % (len(xfs) + 1), found[1])
        block = opening + found[2] + new + found[3]
        self.xml = self.xml[: found.start()] + block + self.xml[found.end() :]
        self.changed = True
        return len(xfs)


def _format_codes(xml: bytes) -> Iterator[tuple[int, str]]:
    for found in _FORMAT.finditer(xml):
        yield int(found[1]), html.unescape(found[2].decode())
    for found in _FORMAT_2.finditer(xml):
        yield int(found[2]), html.unescape(found[1].decode())
