"""Formulas as text: Excel's notation and the one LibreOffice's interface takes, both ways.

    Excel        =SUM(Sheet1!A1,'My Data'!B2)    {1,2;3,4}  Table1[@Amount]               A1:B2 B1
    LibreOffice  =SUM($Sheet1.A1;$'My Data'.B2)  {1;2|3;4}  Table1[[#This Row];[Amount]]  A1:B2!B1

Only the notation differs, so a formula is cut into its pieces and the pieces are written anew;
nothing is calculated or checked here. Text constants stay as they are.

Proved in tests/xl_addin/engines/test_formula_text.py.
"""

import re
from collections.abc import Callable

from xl_addin.engines.libreoffice.addresses import column_letters, column_number, quoted

Rename = Callable[[str], str]

_PIECE = re.compile(
    r"""
    (?P<text>"(?:[^"]|"")*")
  | (?P<error>\#(?:N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|DIV/0!))
  | (?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*(?::[^\W\d][\w.]*)?)!)
  | (?P<calc_sheet>\$?'(?:[^']|'')+'\.(?=\$?[A-Za-z\d])
      | \$?[^\W\d]\w*\.(?=\$?[A-Z]{1,3}\$?\d|\$?[A-Z]{1,3}:|\$?\d+:\$?\d))
  | (?P<function>[^\W\d][\w.]*(?=\())
  | (?P<table>[^\W\d][\w.]*(?=\[))
  | (?P<bracket>\[)
  | (?P<truth>\b(?:TRUE|FALSE)\b(?![\w.(!\[]))
  | (?P<word>\$?[^\W\d][\w.]*(?:\$?\d+)?|\$?\d[\d.]*(?:[eE][+-]?\d+)?)
  | (?P<space>\s+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})")
_PREFIX = re.compile(r"^_xl(?:fn|ws|udf)\.(?:_xlws\.)?", re.IGNORECASE)
_ENDS_REFERENCE = {"word", "table", "bracket", "close"}
_STARTS_REFERENCE = {"word", "table", "sheet", "calc_sheet", "open", "function"}


class _Piece:
    def __init__(self, kind: str, text: str) -> None:
        self.kind = kind
        self.text = text


def _pieces(formula: str) -> list[_Piece]:
    """The formula cut up; what stands in square brackets stays together as one piece."""
    pieces: list[_Piece] = []
    place = 0
    while place < len(formula):
        found = _PIECE.match(formula, place)
        assert found is not None
        assert found.lastgroup is not None
        kind, text = found.lastgroup, found.group()
        if kind == "bracket":
            text = formula[place : _closing(formula, place)]
        elif kind == "mark":
            kind = {"(": "open", ")": "close"}.get(text, "mark")
        pieces.append(_Piece(kind, text))
        place += len(text)
    return pieces


def _closing(formula: str, start: int) -> int:
    """The place after the bracket that closes the one at `start`; an apostrophe escapes one."""
    depth, place = 0, start
    while place < len(formula):
        letter = formula[place]
        if letter == "'":
            place += 1
        elif letter in "[]":
            depth += 1 if letter == "[" else -1
            if not depth:
                return place + 1
        place += 1
    return len(formula)


class _Writer:
    """Writes the pieces anew, knowing whether a comma stands in a call, a group or an array."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self.pieces = pieces
        self.within: list[str] = []

    def write(self, one: Callable[["_Writer", int, _Piece], str]) -> str:
        out = []
        for index, piece in enumerate(self.pieces):
            if piece.text in (")", "}") and self.within:
                self.within.pop()
            out.append(one(self, index, piece))
            if piece.kind == "open":
                self.within.append("call" if self._before(index) == "function" else "group")
            elif piece.text == "{":
                self.within.append("array")
        return "".join(out)

    def _before(self, index: int) -> str:
        return self.pieces[index - 1].kind if index else ""

    @property
    def place(self) -> str:
        return self.within[-1] if self.within else "group"

    def between_references(self, index: int) -> bool:
        """Whether a blank (or what stands for it) is the operator for "what both share"."""
        after = self.pieces[index + 1].kind if index + 1 < len(self.pieces) else ""
        return self._before(index) in _ENDS_REFERENCE and after in _STARTS_REFERENCE


def to_calc(formula: str, function: Rename = str, own_table: str = "") -> str:
    """Excel's notation, without the equals sign, as LibreOffice's interface takes it.

    `function` says what LibreOffice calls a function; `own_table` is the table the cell stands in,
    for references like [@Amount] that leave the table's name out.
    """

    def one(writer: _Writer, index: int, piece: _Piece) -> str:
        kind, text = piece.kind, piece.text
        if kind == "sheet":
            return _calc_sheet(text[:-1])
        if kind == "function":
            return function(_PREFIX.sub("", text))
        if kind == "truth":
            return f"{text.upper()}()"
        if kind == "bracket":
            named = index and writer.pieces[index - 1].kind == "table"
            return ("" if named else own_table) + _calc_brackets(text)
        if kind == "space":
            return "!" if writer.between_references(index) else text
        if kind == "mark":
            return _calc_mark(writer, index, text)
        return text

    return _two_sheets(_Writer(_pieces(formula)).write(one))


def _calc_mark(writer: _Writer, index: int, text: str) -> str:
    if text == ",":
        return {"call": ";", "array": ";"}.get(writer.place, "~")
    if text == ";" and writer.place == "array":
        return "|"
    # Excel's "only this row" operator is what LibreOffice does anyway.
    return "" if text == "@" else text


def _calc_sheet(name: str) -> str:
    """The sheet before a reference; always quoted, so that no name can be mistaken."""
    bare = name[1:-1].replace("''", "'") if name.startswith("'") else name
    first, _, last = bare.partition(":")
    mark = "$'" + first.replace("'", "''") + "'."
    return mark if not last else mark + "\0$'" + last.replace("'", "''") + "'.\0"


def _two_sheets(text: str) -> str:
    """Sheet1:Sheet3!A1:B2 names the sheets first; LibreOffice wants one with each corner."""
    return re.sub(
        r"\0([^\0]*)\0(\$?[A-Za-z]+\$?\d+)(?::(\$?[A-Za-z]+\$?\d+))?",
        lambda found: f"{found[2]}:{found[1]}{found[3] or found[2]}",
        text,
    )


def _calc_brackets(text: str) -> str:
    inner = text[1:-1]
    if inner.startswith("@"):
        column = inner[1:].strip()
        if not column:
            return "[[#This Row]]"
        return f"[[#This Row];{column if column.startswith('[') else f'[{column}]'}]"
    if inner.startswith("#"):
        return f"[{text}]"
    return re.sub(r"\]\s*,\s*\[", "];[", text)


def to_excel(formula: str, function: Rename = str) -> str:
    """LibreOffice's notation, without the equals sign, as Excel writes it."""

    def one(writer: _Writer, index: int, piece: _Piece) -> str:
        kind, text = piece.kind, piece.text
        if kind == "calc_sheet":
            return _excel_sheet(text)
        if kind == "sheet":
            # Not a sheet here: the mark is the operator for "what both share".
            return text[:-1] + " "
        if kind == "function":
            return function(text)
        if kind == "bracket":
            return _excel_brackets(text)
        if kind == "mark" and text == "!":
            return " " if writer.between_references(index) else text
        if kind == "mark":
            return _excel_mark(writer, text)
        return text

    return re.sub(r"\b(TRUE|FALSE)\(\)", r"\1", _Writer(_pieces(formula)).write(one))


def _excel_mark(writer: _Writer, text: str) -> str:
    if writer.place == "array":
        return {";": ",", "|": ";"}.get(text, text)
    return "," if text in (";", "~") else text


def _excel_sheet(text: str) -> str:
    name = text.removeprefix("$")[:-1]
    bare = name[1:-1].replace("''", "'") if name.startswith("'") else name
    return quoted(bare) + "!"


def _excel_brackets(text: str) -> str:
    text = re.sub(r"\]\s*;\s*\[", "],[", text)
    return text[1:-1] if re.fullmatch(r"\[\[#[^\[\]]*\]\]", text) else text


def moved(formula: str, down: int, across: int) -> str:
    """A formula in either notation as it reads `down` rows and `across` columns further on."""

    def one(writer: _Writer, index: int, piece: _Piece) -> str:
        return _moved_word(piece.text, down, across) if piece.kind == "word" else piece.text

    return _Writer(_pieces(formula)).write(one)


def _moved_word(word: str, down: int, across: int) -> str:
    found = _CELL.fullmatch(word)
    if found is None:
        return word
    column_mark, letters, row_mark, number = found.groups()
    if not column_mark:
        letters = column_letters(column_number(letters) + across)
    row = number if row_mark else int(number) + down
    return f"{column_mark}{letters}{row_mark}{row}"
