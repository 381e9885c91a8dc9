"""The command line's `functions [NAME]` and `call NAME ARGS...`.

Everything here answers with text or raises a `CustomerChainError`; argparse and exit codes
are the caller's. Proved in tests/xl_addin/test_cli_functions.py.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from udfs.errors import BadValue, NotFound
from udfs.texts import text
from udfs.worksheet.registry import FAMILIES, Argument, Function, call, function, functions
from xl_addin.emit.formulas import formula, shown

_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[-+]?[0-9]+)?", re.IGNORECASE).fullmatch
# A day written as 20260131; as a number it would be an impossible serial.
_COMPACT_DAY = re.compile(r"[0-9]{8}").fullmatch
_SEPARATORS = ",;\t"


def list_functions(lang: str = "en") -> str:
    """All worksheet functions by family, one line each."""
    width = max(len(f.name) for f in functions())
    lines: list[str] = []
    for family in FAMILIES:
        lines += [text(f"family.{family}", lang)]
        members = [f for f in functions() if f.family == family]
        lines += [f"  {f.name:<{width}}  {f.summary(lang)}" for f in members]
        lines.append("")
    return "\n".join([*lines, text("functions.more", lang)])


def describe_function(name: str, lang: str = "en") -> str:
    """One function: what it answers, its arguments, its result, an example."""
    found = function(name)
    lines = [found.signature(), found.summary(lang), "", text("functions.arguments", lang)]
    lines += [_argument_line(found, argument, lang) for argument in found.arguments]
    lines += ["", text("functions.result", lang), f"  {found.result_help(lang)}"]
    lines += ["", text("functions.example", lang), f"  {_example(found)}"]
    result = call(found.name, list(found.example.arguments), lang)
    return "\n".join([*lines, *(f"  {line}" for line in _lines(result, lang))])


def _argument_line(found: Function, argument: Argument, lang: str) -> str:
    optional = f" ({text('functions.optional', lang)})" if argument.optional else ""
    return f"  {argument.name}{optional}: {found.argument_help(argument.name, lang)}"


def _example(found: Function) -> str:
    return formula(found.name, found.example.arguments)


def call_function(name: str, words: Sequence[str], lang: str = "en") -> str:
    """Evaluate one function on command-line words.

    A word is a number, TRUE or FALSE, a date, a text, a JSON list for a range ("[1,2,3]" is a
    column, "[[1,2],[3,4]]" are two rows) or @FILE.csv for a range out of a file. A range
    comes back as lines with tabs. Raises what is wrong with the call; a single value that
    cannot be computed is raised too, in a range it shows as its error and the reason.

    >>> call_function("CC_SEGMENT", ["5", "5", "4"])
    'Champions'
    """
    from udfs.worksheet.cells import CellError

    result = call(name, [_value(word) for word in words], lang)
    if isinstance(result, CellError):
        raise result.why
    return "\n".join(_lines(result, lang))


def _lines(result: Any, lang: str) -> list[str]:
    rows = result if isinstance(result, list) else [[result]]
    return ["\t".join(_cell(cell, lang) for cell in row) for row in rows]


def _cell(value: Any, lang: str) -> str:
    from udfs.worksheet.cells import CellError

    if isinstance(value, CellError):
        return f"{value.code} {value.sentence(lang)}"
    return shown(value)


def _value(word: str) -> Any:
    if word.startswith("@"):
        return _csv_range(Path(word[1:]))
    if word.lstrip().startswith("["):
        return _json_range(word)
    if _NUMBER(word.strip()) and not _COMPACT_DAY(word.strip()):
        return float(word)
    return {"TRUE": True, "FALSE": False}.get(word.strip().upper(), word)


def _json_range(word: str) -> Any:
    try:
        cells = json.loads(word, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadValue("call.bad_list", value=word) from None
    flat = [cell for row in cells for cell in (row if isinstance(row, list) else [row])]
    if any(isinstance(cell, (list, dict)) for cell in flat):
        raise BadValue("call.bad_list", value=word)
    return cells


def _no_constant(word: str) -> None:
    """JSON has no NaN and no Infinity, though Python would read them."""
    raise ValueError(word)


def _csv_range(file: Path) -> list[list[str]]:
    """The rows of a CSV file, all cells as text: IDs keep their leading zeros."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise NotFound("call.file_missing", file=str(file)) from None
    except OSError as why:
        raise BadValue("call.file_unreadable", file=str(file), why=why.strerror) from why
    words = _decoded(content, file)
    separator = max(_SEPARATORS, key=words.partition("\n")[0].count)
    try:
        return list(csv.reader(io.StringIO(words, newline=""), delimiter=separator))
    except csv.Error as why:
        raise BadValue("call.file_unreadable", file=str(file), why=why) from why


def _decoded(content: bytes, file: Path) -> str:
    for encoding in ("utf-8-sig", "gbk"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadValue("call.file_encoding", file=str(file))
