"""VBA source as VBA wants it: ASCII, CRLF, no line too long, Chinese as \\uXXXX escapes.

The VBA editor keeps text in the code page of the computer and turns everything else into
question marks, so Chinese words stand as escapes that `CustomerChainDecoded` turns back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# A line may have 1023 characters; the rest is for what stands before and after the words.
LONGEST_LITERAL = 800
NEW_LINE = "\r\n"
_PIECE = re.compile(r"\\u[0-9A-F]{4}|.", re.DOTALL)


def crlf(source: str) -> str:
    """The source with the line ends of Windows; ValueError where it is not ASCII."""
    if not source.isascii():
        strange = sorted({sign for sign in source if not sign.isascii()})
        raise ValueError(f"VBA source must be ASCII, found {strange}")
    return source.replace("\r\n", "\n").replace("\n", NEW_LINE)


def escaped(words: str) -> str:
    """Words as `CustomerChainDecoded` reads them.

    >>> escaped("客户 #1")
    '\\\\u5BA2\\\\u6237 #1'
    """
    return "".join(sign if " " <= sign <= "~" and sign != "\\" else _escape(sign) for sign in words)


def _escape(sign: str) -> str:
    """A character beyond 16 bits takes two escapes, as in the strings of VBA."""
    units = sign.encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex().upper()}" for at in range(0, len(units), 2))


def quoted(ascii_words: str) -> str:
    """A VBA string literal."""
    doubled = ascii_words.replace('"', '""')
    return f'"{doubled}"'


def literals(words: str) -> Iterator[str]:
    """The escaped words as literals short enough for one line each; at least one."""
    line = ""
    for piece in _PIECE.findall(escaped(words)):
        if len(line) + len(piece) > LONGEST_LITERAL:
            yield quoted(line)
            line = ""
        line += piece
    yield quoted(line)


def assigned(name: str, words: str, indent: str) -> list[str]:
    """Lines that give the variable `name` the words, still escaped."""
    first, *more = literals(words)
    return [f"{indent}{name} = {first}", *(f"{indent}{name} = {name} & {one}" for one in more)]
