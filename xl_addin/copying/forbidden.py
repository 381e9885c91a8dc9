"""Values a reader may not find, looked up quickly: whole, and inside longer texts.

Built once for all readers from every customer's values; what one reader sees is handed over with
each question as `allowed`. A short value counts only where it is the whole text: from four
letters on (two Chinese characters, six digits) it is found inside a text as well, there as a word
of its own. Proved in tests/xl_addin/copying/test_forbidden.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator

_CHINESE = re.compile(r"[㐀-鿿豈-﫿]+")
_LATIN_LEAST, _CHINESE_LEAST, _DIGITS_LEAST = 4, 2, 6
NOTHING: frozenset[str] = frozenset()


def as_written(value: object) -> str:
    """A value as the text of its cell.

    >>> as_written(12.0), as_written(" a "), as_written(None)
    ('12', 'a', '')
    """
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


class Forbidden:
    """The values, and where in a text one of them begins."""

    def __init__(self, values: Iterable[object] = ()) -> None:
        self._values = {as_written(value) for value in values} - {""}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for value in self._values:
            if counts_inside(value):
                lengths[value[:2]].add(len(value))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def __contains__(self, value: object) -> bool:
        return value in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def found_in(self, text: str, allowed: Container[str] = NOTHING) -> str | None:
        """The first forbidden value that `text` is or contains as a word; None where none is.

        >>> names = Forbidden(["Wang", "王芳"])
        >>> names.found_in("to Wang, 王芳"), names.found_in("Wangs")
        ('Wang', None)
        """
        whole = text.strip()
        if whole in self._values and whole not in allowed:
            return whole
        if not self._lengths:
            return None
        for place in range(len(whole) - 1):
            for length in self._lengths.get(whole[place : place + 2], ()):
                value = whole[place : place + length]
                if (
                    value in self._values
                    and value not in allowed
                    and is_word(whole, place, place + length)
                ):
                    return value
        return None


def counts_inside(value: str) -> bool:
    """Whether a value is long enough to be looked for inside texts."""
    if _CHINESE.fullmatch(value):
        return len(value) >= _CHINESE_LEAST
    return len(value) >= (_DIGITS_LEAST if value.isdecimal() else _LATIN_LEAST)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] does not go on as the same word; Chinese has no such borders."""
    return not (
        (start and _joins(text[start - 1]) and _joins(text[start]))
        or (end < len(text) and _joins(text[end - 1]) and _joins(text[end]))
    )


def _joins(letter: str) -> bool:
    return letter.isalnum() and not _CHINESE.match(letter)


def redacted(text: str, forbidden: Forbidden, allowed: Collection[str]) -> str:
    """`text` with every forbidden value in it replaced by an ellipsis."""
    found = forbidden.found_in(text, allowed)
    while found is not None:
        shorter = text.replace(found, "…")
        if shorter == text:
            return ""
        text = shorter
        found = forbidden.found_in(text, allowed)
    return text
