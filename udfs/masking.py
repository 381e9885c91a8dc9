"""Contact data shown in part: enough to recognise, not enough to use.

China's Personal Information Protection Law asks for no more data than the purpose needs (Art. 6)
and for de-identification where it will do (Art. 51). What stays visible is the usual practice in
its stricter form:

- phone: three digits in front and four at the end, at least four hidden; under eight digits all;
- e-mail: the first letter and the domain;
- ID number: the first and the last character only, because digits 1-6 are the place of birth,
  7-14 the birthday and the 17th the sex (GB 11643-1999);
- address: province, city and district; an address not written like that is hidden entirely.

Masking what is masked changes nothing. What cannot be taken apart is hidden entirely.
Proved in tests/udfs/test_masking.py.
"""

from __future__ import annotations

import re
from typing import Any

from udfs.values import read_id

HIDDEN = "***"
_HEAD, _TAIL, _LEAST_HIDDEN = 3, 4, 4
_SHORTEST_PHONE = _TAIL + _LEAST_HIDDEN
_SHORTEST_ID = 6

_BETWEEN = re.compile(r"\s*[/;,、|\n]+\s*").split
_CHINA = re.compile(r"(?:\+|00)86[-\s]?")
_EXTENSION = re.compile(r"\s*(?:转|分机|ext\.?|x|#)\s*[0-9*]{1,6}$", re.IGNORECASE)
_PHONE = re.compile(r"[0-9*+\-\s().\u2010-\u2015]+").fullmatch
_PLACE = re.compile(r"[0-9*]")
_JOINED = re.compile(r"[-\s]").sub
_EMAIL = re.compile(r"([^@\s<>]+)@([^@\s<>]+\.[^@\s<>]+)").fullmatch

# Names of places have no digits, and none of the characters that end a street or a house.
_NAME = r"[^\W\d_a-zA-Z路街巷弄号栋幢楼室村]"
_REGION = re.compile(
    rf"(?:{_NAME}{{2,8}}?(?:省|自治区|特别行政区))?\s*(?:{_NAME}{{1,8}}?(?:市|自治州|地区|盟))?\s*"
    rf"(?:{_NAME}{{1,12}}?(?:(?<![小社园校厂景街住])区|县|旗|(?<!城)市))?"
).match

# Found in free text, first fitting kind first; dates and what is masked are found so as to stay.
_IN_TEXT = re.compile(
    r"""(?P<masked>\d{0,3}[-\s]?\*{4}[-\s]?\d{4}(?!\d))
    |(?P<email>[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+)
    |(?P<date>(?<!\d)(?:19|20)\d\d(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)
      (?:0?[1-9]|[12]\d|3[01])(?![\d\-]))
    |(?P<id>(?<!\d)(?:\d{6}[-\s]?\d{8}[-\s]?\d{3}[\dXx](?![\dXx])|\d{15,}(?!\d)))
    |(?P<mobile>(?<!\d)(?:(?:\+|00)86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d))
    |(?P<local>(?<!\d)(?:\d{7}|\d{3}-\d{4})(?![\d\-]))
    |(?P<phone>(?:\+|(?<!\d))\(?\d(?:[-\s()]{0,2}\d){7,})""",
    re.VERBOSE | re.ASCII,
)
_FULL_WIDTH = 0xFEE0
_SIGNS = {
    **{chr(ord(sign) + _FULL_WIDTH): sign for sign in "@+-._()"},
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}


def mask_phone(cell: Any) -> str:
    """A phone number, or several; an extension is left out.

    >>> mask_phone("+86 138-1234-5678"), mask_phone("010-12345678转12"), mask_phone(95588)
    ('+86 138-****-5678', '010-****5678', '***')
    """
    return _each(cell, _one_phone)


def mask_email(cell: Any) -> str:
    """An address, or several.

    >>> mask_email("zhang.wei@example.cn"), mask_email("z@example.cn"), mask_email("zhang")
    ('z***@example.cn', '***@example.cn', '***')
    """
    return _each(cell, _one_email)


def mask_id(cell: Any) -> str:
    """A number of an ID card or passport.

    >>> mask_id("11010519491231002X"), mask_id("E1234")
    ('1****************X', '***')
    """
    number = read_id(cell)
    if not number or len(number) >= _SHORTEST_ID:
        return number[:1] + "*" * (len(number) - 2) + number[1:][-1:]
    return HIDDEN


def mask_address(cell: Any) -> str:
    """An address down to the district.

    >>> mask_address("浙江省杭州市西湖区文三路90号"), mask_address("350 Fifth Avenue, New York")
    ('浙江省杭州市西湖区***', '***')
    """
    address = read_id(cell)
    if not address:
        return ""
    region = _REGION(address)
    kept = region.group().strip() if region else ""
    return kept if kept == address else kept + HIDDEN


def mask_text(cell: Any) -> str:
    """Free text with the phones, e-mails and ID numbers in it masked; dates stay.

    Any run of seven digits or more counts as a number: rather an order number too many. Names and
    addresses are not found, nor are e-mail addresses in other letters than Latin.

    >>> mask_text("2026-01-05 改用 13812345678，邮箱 li.na@example.cn")
    '2026-01-05 改用 138****5678，邮箱 l***@example.cn'
    """
    words = "" if cell is None else cell if isinstance(cell, str) else read_id(cell)
    masked = _mask_once(words)
    # Two numbers side by side may leave digits that look like a third.
    while masked != words:
        words, masked = masked, _mask_once(masked)
    return masked


def _each(cell: Any, mask: Any) -> str:
    parts = [part for part in _BETWEEN(read_id(cell)) if part]
    return " / ".join(dict.fromkeys(map(mask, parts)))


def _one_phone(number: str) -> str:
    plain = _EXTENSION.sub("", number)
    prefix = _CHINA.match(plain)
    start = prefix.end() if prefix else 0
    places = [match.start() for match in _PLACE.finditer(plain, start)]
    if not _PHONE(plain) or len(places) < _SHORTEST_PHONE:
        return HIDDEN
    head = min(_HEAD, len(places) - _SHORTEST_PHONE)
    hidden = set(places[head : len(places) - _TAIL])
    return "".join("*" if at in hidden else sign for at, sign in enumerate(plain))


def _one_email(address: str) -> str:
    found = _EMAIL(address)
    if found is None:
        return HIDDEN
    first = found[1][0] if len(found[1]) > 1 and found[1][0] != "*" else ""
    return f"{first}{HIDDEN}@{found[2]}"


def _mask_once(words: str) -> str:
    plain = _half_width(words)
    pieces, done = [], 0
    for found in _IN_TEXT.finditer(plain):
        pieces += [words[done : found.start()], _masked(found)]
        done = found.end()
    return "".join([*pieces, words[done:]])


def _masked(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind in ("masked", "date"):
        return found.group()
    if kind == "email":
        return _one_email(found.group())
    return mask_id(_JOINED("", found.group())) if kind == "id" else _one_phone(found.group())


def _half_width(words: str) -> str:
    """The same places with plain letters, digits and signs: １３８ is found like 138."""
    return words if words.isascii() else "".join(map(_plain_sign, words))


def _plain_sign(sign: str) -> str:
    if sign.isdecimal():
        return str(int(sign))
    if "Ａ" <= sign <= "Ｚ" or "ａ" <= sign <= "ｚ":
        return chr(ord(sign) - _FULL_WIDTH)
    return _SIGNS.get(sign, sign)
