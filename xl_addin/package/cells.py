"""One cell as the XML of a worksheet part.

Text is written in place (t="inlineStr"), so the shared strings, which other sheets use, stay
byte for byte as they were. Text that looks like a formula stays text: only `<f>` is a formula.
Source: ECMA-376 part 1, 18.3.1.4 (c), 22.9.2.19 (escapes in ST_Xstring).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.sax.saxutils import escape as xml_escape

from udfs.errors import BadValue

MAX_TEXT = 32_767

# What XML 1.0 cannot hold is written _xHHHH_; a literal _xHHHH_ needs its underscore escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile("[&<>_\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

EPOCH_1900 = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)


def refuse_long_texts(values: Iterable[object], sheet: str, column: str) -> None:
    """Refuse what no cell of Excel holds, naming where it would stand."""
    longest = max(map(len, {value for value in values if isinstance(value, str)}), default=0)
    if longest > MAX_TEXT:
        raise BadValue("cell.too_long", sheet=sheet, column=column, length=longest)


def escaped(text: str) -> str:
    """`text` as XML character data that Excel reads back as exactly `text`."""
    if not _MARKUP.search(text):
        return text
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    text = _SURROGATE.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("\r", "_x000D_")
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(data: bytes) -> str:
    """XML character data as text; what Excel writes _xHHHH_ stays as it stands."""
    return plain(data.decode())


def plain(text: str) -> str:
    """Text with the references of XML resolved; some programs write every Chinese letter as one.

    >>> plain("&#23458;&#x6237; &amp;#23458; &lt;")
    '客户 &#23458; <'
    """
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(found: re.Match[str]) -> str:
    name, decimal, hexadecimal = found.groups()
    if name:
        return _NAMED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if number <= sys.maxunicode else found[0]


def serial(moment: date | datetime, date1904: bool = False) -> float:
    """The day number Excel stores; before March 1900 Excel's own calendar is one day off.

    >>> serial(date(2026, 1, 1))
    46023.0
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    elapsed = moment.replace(tzinfo=None) - (EPOCH_1904 if date1904 else EPOCH_1900)
    days = elapsed / timedelta(days=1)
    return days - 1 if not date1904 and days < 61 else days


def has_serial(moment: date | datetime, date1904: bool = False) -> bool:
    """Whether Excel's calendar has this day at all; earlier days are written as ISO text."""
    first = (1904, 1, 2) if date1904 else (1900, 1, 1)  # 0 is no day in either calendar
    return (moment.year, moment.month, moment.day) >= first


def endings(values: Sequence[Any], date1904: bool = False) -> list[str]:
    """`ending` of every value; a value that occurs often is written out once."""
    kinds = set(map(type, values)) - {type(None)}
    if len(kinds) > 1 or kinds & {float}:  # 1, 1.0 and True are equal, but not the same cell
        return [ending(value, date1904) for value in values]
    known = {value: ending(value, date1904) for value in set(values)}
    return [known[value] for value in values]


def ending(value: Any, date1904: bool = False) -> str:
    """The XML of a cell holding `value`, from behind its style to its end.

    >>> ending("a"), ending(2.0), ending(None)
    (' t="inlineStr"><is><t>a</t></is></c>', '><v>2</v></c>', '/>')
    """
    writer = _WRITERS.get(type(value))
    if writer is not None:
        return writer(value)
    if isinstance(value, date):
        if not has_serial(value, date1904):
            return _text(value.isoformat())
        return _number(serial(value, date1904))
    if isinstance(value, str):
        return _text(str(value))
    return ending(value.item()) if hasattr(value, "item") else _text(str(value))


def formula(text: str) -> str:
    """The ending of a cell with a formula; no value is stored, so it calculates on load."""
    return f"><f>{xml_escape(text)}</f></c>"


BLANK = "/>"


def _text(value: str) -> str:
    if not value:
        return BLANK
    keep = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    return f' t="inlineStr"><is><t{keep}>{escaped(value)}</t></is></c>'


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return BLANK
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return f"><v>{int(value) if whole else repr(value)}</v></c>"


_WRITERS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: BLANK,
    str: _text,
    int: lambda value: f"><v>{value}</v></c>",
    float: _number,
    bool: lambda value: f' t="b"><v>{int(value)}</v></c>',
}
