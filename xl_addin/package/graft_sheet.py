"""A sheet of the donor as it stands in another workbook.

Numbers of formats become the user's, shared strings are written out in their cells (the user's
shared strings stay as they are), and dates keep their day where the other workbook counts from
1904. The donor is written by XlsxWriter, always in the same way, so its text is worked on as text.
Source: ECMA-376 part 1, 18.3.1 (worksheets). Proved in tests/xl_addin/package/test_graft_sheet.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from xl_addin.package.cells import EPOCH_1900, EPOCH_1904, ending, unescaped

_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*</sheetData>", re.DOTALL)
_CELL = re.compile(rb'<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(.*?)</c>)', re.DOTALL)
_ROW_STYLE = re.compile(rb'(<row\b[^>]*?\ss=")(\d+)(")')
_COLUMN_STYLE = re.compile(rb'(<col\b[^>]*?\sstyle=")(\d+)(")')
DIFFERENTIAL = re.compile(rb'(\s\w*[dD]xfId=")(\d+)(")')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_CODE_NAME = re.compile(rb'\scodeName="[^"]*"')
_SELECTED = re.compile(rb'\stabSelected="[^"]*"')
_PROPERTIES = re.compile(rb"<sheetPr\b")
_ROOT = re.compile(rb"<worksheet\b[^>]*>")
_RULE = re.compile(rb"<(dataValidation|cfRule)\b[^>]*?(?:/>|>(.*?)</\1>)", re.DOTALL)
_FORMULA = re.compile(rb"<((?:\w+:)?f|formula[12]?)\b[^>]*>([^<]*)</\1>")
_EMPTY_FORMAT = re.compile(rb"<conditionalFormatting\b[^>]*></conditionalFormatting>")
_VALIDATIONS = re.compile(rb"<dataValidations\b[^>]*>(.*?)</dataValidations>", re.DOTALL)
_DATE_RULE = re.compile(rb'<dataValidation type="date".*?</dataValidation>', re.DOTALL)
_DATE_BOUND = re.compile(rb"(<formula[12]>)([\d.]+)(</formula[12]>)")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_NAME = re.compile(r"(?<![\w.\\!'])([^\W\d][\w.]*)(?![\w.!'(])")
_LATER = (EPOCH_1904 - EPOCH_1900).days

Renumber = Callable[[int], int]


@dataclass(frozen=True)
class Ground:
    """What a sheet finds in the workbook it comes into."""

    cell: Renumber
    differential: Renumber
    strings: Sequence[bytes]
    shows_date: Callable[[int], bool]
    date1904: bool = False
    missing: Collection[str] = ()


def grafted_sheet(xml: bytes, ground: Ground, old: bytes = b"") -> bytes:
    """The donor's sheet `xml` for its new workbook; `old` is the sheet it takes the place of."""
    data = _SHEET_DATA.search(xml)
    if data is None:
        raise ValueError("the donor has a sheet without cells")
    head, tail = xml[: data.start()], xml[data.end() :]
    style = renumbered(ground.cell)
    head = _COLUMN_STYLE.sub(style, _as_tab(head, old))
    rows, cells = _CELL.subn(lambda cell: _cell(cell, ground), _ROW_STYLE.sub(style, data[0]))
    if cells != data[0].count(b"<c "):
        raise ValueError("the donor has cells of a kind that is not known here")
    tail = DIFFERENTIAL.sub(renumbered(ground.differential), _without_rules(tail, ground.missing))
    return head + rows + (_DATE_RULE.sub(_moved_bounds, tail) if ground.date1904 else tail)


def names_used(xml: bytes) -> set[str]:
    """Words of the formulas in a sheet or a chart that may be defined names, casefolded."""
    found: set[str] = set()
    for formula in _FORMULA.finditer(xml):
        found |= words_of(unescaped(formula[2]))
    return found


def words_of(formula: str) -> set[str]:
    """What in a formula may be a defined name, casefolded.

    >>> sorted(words_of('INDEX(TierLevels,MATCH($B5,TierNames,0))&"Any"'))
    ['tierlevels', 'tiernames']
    """
    return {word.casefold() for word in _NAME.findall(_TEXT.sub("", formula))}


def renumbered(renumber: Renumber) -> Callable[[re.Match[bytes]], bytes]:
    return lambda found: found[1] + b"%d" % renumber(int(found[2])) + found[3]


def _as_tab(head: bytes, old: bytes) -> bytes:
    """The code name and the selection belong to the tab, so they come from the `old` sheet.

    A new sheet has no module yet, and two selected sheets would be typed into at once.
    """
    old = old[: old.find(b"<sheetData")]
    code, selected = _CODE_NAME.search(old), _SELECTED.search(old)
    head = _SELECTED.sub(selected[0] if selected else b"", _CODE_NAME.sub(b"", head))
    if selected and not _SELECTED.search(head):
        head = head.replace(b"<sheetView ", b"<sheetView" + selected[0] + b" ", 1)
    if code is None:
        return head
    if _PROPERTIES.search(head):
        return _PROPERTIES.sub(lambda found: found[0] + code[0], head, count=1)
    return _ROOT.sub(lambda found: found[0] + b"<sheetPr" + code[0] + b"/>", head, count=1)


def _cell(cell: re.Match[bytes], ground: Ground) -> bytes:
    place, style, kind, content = cell.groups()
    own = int(style or 0)
    number = ground.cell(own)
    start = b'<c r="%b"' % place + (b' s="%d"' % number if number else b"")
    if content is None:
        return start + b"/>"
    if kind == b"s":
        value = _VALUE.search(content)
        text = ground.strings[int(value[1])] if value else b""
        return start + b' t="inlineStr"><is>' + text + b"</is></c>"
    day = _VALUE.match(content) if ground.date1904 and kind is None else None
    if day is not None and ground.shows_date(own):
        return start + _later(float(day[1])).encode()
    return start + (b' t="%b">' % kind if kind else b">") + content + b"</c>"


def _later(number: float) -> str:
    """A day of the calendar of 1900 in that of 1904; what lies before it is written in words.

    A time of the day without a day is the same in both.
    """
    if number < 1:
        return ending(number)
    if number < _LATER:
        return ending((EPOCH_1900 + timedelta(number)).date().isoformat())
    return ending(number - _LATER)


def _moved_bounds(rule: re.Match[bytes]) -> bytes:
    def moved(found: re.Match[bytes]) -> bytes:
        return found[1] + repr(max(0.0, float(found[2]) - _LATER)).encode() + found[3]

    return _DATE_BOUND.sub(moved, rule[0])


def _without_rules(tail: bytes, missing: Collection[str]) -> bytes:
    """`tail` without the rules that ask for a name the workbook cannot have."""
    if not missing:
        return tail

    def kept(rule: re.Match[bytes]) -> bytes:
        return b"" if names_used(rule[0]) & set(missing) else rule[0]

    return _VALIDATIONS.sub(_counted, _EMPTY_FORMAT.sub(b"", _RULE.sub(kept, tail)))


def _counted(found: re.Match[bytes]) -> bytes:
    rules = found[1].count(b"<dataValidation ")
    return b'<dataValidations count="%d">%b</dataValidations>' % (rules, found[1]) if rules else b""
