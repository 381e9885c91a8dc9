"""A few columns of a sheet that is taken apart anyway, read without asking calamine again.

Reading a whole sheet a second time is what a refresh would spend most on. Answers what calamine
answers; whatever is out of the ordinary raises `Unusual`, and then calamine is asked after all.
Proved in tests/xl_addin/package/test_sheet_values.py, which compares the two.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from xl_addin.package.archive import Archive
from xl_addin.package.cells import EPOCH_1900, EPOCH_1904, unescaped
from xl_addin.package.references import column_letters
from xl_addin.package.shared_strings import shared_items
from xl_addin.package.sheet import Sheet
from xl_addin.package.styles import Styles

_TYPE = re.compile(rb'\st="(\w+)"')
_STYLE = re.compile(rb'\ss="(\d+)"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_TEXT = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")


class Unusual(Exception):
    """A cell that is better left to calamine."""


class SheetValues:
    """Reads columns of a `Sheet`; `shared` gives the shared strings when one is met."""

    def __init__(
        self,
        sheet: Sheet,
        styles: Styles | None,
        shared: Callable[[], SharedStrings],
        date1904: bool,
    ) -> None:
        self.sheet, self.styles, self._load_shared = sheet, styles, shared
        self._shared: SharedStrings | None = None
        self._epoch = EPOCH_1904 if date1904 else EPOCH_1900
        self._dates: dict[bytes, bool] = {}

    def read(self, rows: range, columns: Sequence[int]) -> list[list[Any]]:
        """The values of each of `columns` (sheet columns from 1) in `rows`; blanks are None."""
        starts = [b'<c r="%b%%d"' % column_letters(column).encode() for column in columns]
        found: list[list[Any]] = [[] for _ in columns]
        for number in rows:
            row = self.sheet.row(number)
            if row.count(b"<c ") != row.count(b'<c r="'):
                raise Unusual
            for values, start in zip(found, starts, strict=True):
                place = row.find(start % number)
                values.append(None if place < 0 else self._value(row, place))
        return found

    def _value(self, row: bytes, place: int) -> Any:
        end = row.index(b">", place)
        if row[end - 1] == 47:  # "/": a cell without content
            return None
        tag, content = row[place:end], row[end + 1 : row.index(b"</c>", end)]
        kind = _TYPE.search(tag)
        if kind is None or kind[1] == b"n":
            return self._number(tag, content)
        reader = _READERS.get(kind[1])
        if reader is None:
            raise Unusual
        return reader(self, content)

    def _number(self, tag: bytes, content: bytes) -> Any:
        found = _VALUE.search(content)
        if found is None:
            return None
        number = float(found[1])
        style = _STYLE.search(tag)
        if style is None or not self._is_date(style[1]):
            return number
        if not number.is_integer() or number < 61:  # times of day, and Excel's own calendar
            raise Unusual
        return (self._epoch + dt.timedelta(days=number)).date()

    def _is_date(self, style: bytes) -> bool:
        if style not in self._dates:
            self._dates[style] = self.styles is not None and self.styles.shows_date(int(style))
        return self._dates[style]

    def _shared_text(self, content: bytes) -> str | None:
        found = _VALUE.search(content)
        if found is None:
            raise Unusual
        if self._shared is None:
            self._shared = self._load_shared()
        return self._shared[int(found[1])] or None

    def _inline_text(self, content: bytes) -> str | None:
        return _plain_text(content) or None

    def _truth(self, content: bytes) -> bool:
        return b"<v>1</v>" in content


_READERS: dict[bytes, Callable[[SheetValues, bytes], Any]] = {
    b"s": SheetValues._shared_text,
    b"inlineStr": SheetValues._inline_text,
    b"b": SheetValues._truth,
}


class SharedStrings:
    """The texts of the shared strings part, each taken apart when it is first asked for."""

    def __init__(self, xml: bytes) -> None:
        items = shared_items(xml)
        if items is None:
            raise Unusual
        self._items: list[bytes | str] = list(items)

    def __getitem__(self, index: int) -> str:
        item = self._items[index]
        if isinstance(item, bytes):
            item = self._items[index] = _plain_text(item)
        return item


def shared_strings(archive: Archive, part: str | None) -> SharedStrings:
    """The texts of the shared strings part, in its order."""
    return SharedStrings(b"" if part is None else archive.read(part))


def _plain_text(xml: bytes) -> str:
    """The text of an item or an inline string, its runs joined."""
    if b"<rPh" in xml or b"_x" in xml or b"\r" in xml:
        raise Unusual
    return "".join(unescaped(piece) for piece in _TEXT.findall(xml))
