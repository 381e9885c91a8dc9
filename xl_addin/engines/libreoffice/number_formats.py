"""Number formats of a document: Excel's codes, and what kind of value a format says it shows.

Proved in tests/xl_addin/engines/test_number_formats.py.
"""

import re
from typing import Any

from xl_addin.engines.libreoffice.bridge import struct

# com.sun.star.util.NumberFormat
DATE, TIME, DATETIME, LOGICAL = 2, 4, 6, 1024
# A multiple of this is the standard format of some language.
_LANGUAGE_STEP = 5000
_QUOTED = re.compile(r'("[^"]*"|\\.|_.|\*.)')
_COLOUR = re.compile(r"\[(BLACK|BLUE|CYAN|GREEN|MAGENTA|RED|WHITE|YELLOW)\]")


class NumberFormats:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._kinds: dict[int, int] = {}
        self._locale = struct("lang.Locale", Language="en", Country="US")

    @property
    def _formats(self) -> Any:
        return self._document.NumberFormats

    def kind(self, key: int) -> int:
        """The UNO type of a format without the bit that says a user made it."""
        if key not in self._kinds:
            self._kinds[key] = self._formats.getByKey(key).Type & ~1
        return self._kinds[key]

    def is_date(self, key: int) -> bool:
        return bool(self.kind(key) & DATETIME)

    def is_truth(self, key: int) -> bool:
        return self.kind(key) == LOGICAL

    @staticmethod
    def is_general(key: int) -> bool:
        return key % _LANGUAGE_STEP == 0

    def standard(self, kind: int) -> int:
        return int(self._formats.getStandardFormat(kind, self._document.CharLocale))

    def key(self, code: str) -> int:
        """The document's key of Excel's format code, added where it is new."""
        if code.lower() in ("general", ""):
            return 0
        key = self._formats.queryKey(code, self._locale, False)
        return int(key if key >= 0 else self._formats.addNew(code, self._locale))

    def code(self, key: int) -> str:
        """Excel's code of a format."""
        if self.is_general(key):
            return "General"
        return excel_code(self._formats.getByKey(key).FormatString, self.is_date(key))


def excel_code(code: str, is_date: bool) -> str:
    """LibreOffice writes date codes in capitals and colours too; Excel does not."""
    pieces = _QUOTED.split(_COLOUR.sub(lambda found: f"[{found[1].capitalize()}]", code))
    if is_date:
        pieces[::2] = [_lower(piece) for piece in pieces[::2]]
    return "".join(pieces)


def _lower(piece: str) -> str:
    return piece.lower().replace("am/pm", "AM/PM").replace("general", "General")
