"""CSV as offices write it: UTF-8 with and without mark, UTF-16, GBK; comma, semicolon or tab.

The delimiter is the one under which most headers are ours. Proved in
tests/xl_addin/intake/test_csv_files.py.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from udfs.errors import BadValue
from xl_addin.intake.headers import SEARCHED_ROWS, Words, header_row
from xl_addin.intake.incoming import Grid, Row

DELIMITERS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_LONELY = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_SEPARATOR_LINE = re.compile(r"^\s*sep=(.)\s*$", re.IGNORECASE)


def decode(data: bytes, file: str) -> str:
    """The text of the file. Chinese Windows writes GBK where it does not write UTF-8.

    >>> decode("客户".encode("gb18030"), "orders.csv")
    '客户'
    """
    for encoding in (_encoding(data), "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadValue("intake.encoding", file=file)


def read_csv(data: bytes, words: Words, file: str) -> Grid:
    """The rows that hold anything, with the line each starts on.

    Raises BadValue where the text cannot be decoded or a quotation mark is never closed:
    everything after it would otherwise vanish into one cell.
    """
    content = decode(data, file)
    first_line, _, rest = content.partition("\n")
    said = _SEPARATOR_LINE.match(first_line)
    delimiter = said.group(1) if said else _delimiter(content, words)
    skipped = 1 if said else 0
    return _grid(rest if said else content, delimiter, skipped, file)


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    if head.count(0) > len(head) // 4:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return "cp1252" if _looks_western(data) else "gb18030"


def _looks_western(data: bytes) -> bool:
    """Accented letters stand alone among plain ones; Chinese characters come in runs."""
    return len(_LONELY.findall(data)) > 0.9 * len(_HIGH.findall(data))


def _delimiter(content: str, words: Words) -> str:
    head = "".join(_first_lines(content, SEARCHED_ROWS))
    return max(DELIMITERS, key=lambda delimiter: _fit(head, delimiter, words))


def _first_lines(content: str, count: int) -> Iterator[str]:
    lines = io.StringIO(content[: 1 << 20], newline="")
    for _ in range(count):
        yield lines.readline()


def _fit(head: str, delimiter: str, words: Words) -> tuple[int, int]:
    try:
        rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0, 0
    if not rows:
        return 0, 0
    header = rows[header_row(rows, words)]
    return len({name for name in words.targets(header) if name}), len(header)


def _grid(content: str, delimiter: str, skipped: int, file: str) -> Grid:
    rows = _parse(content, delimiter, skipped, file)
    lines: list[int] | range = range(skipped + 1, skipped + 1 + len(rows))
    if len(rows) != _line_count(content):
        lines = _starts(content, delimiter, skipped)
    filled = [position for position, row in enumerate(rows) if "".join(row).strip()]
    if len(filled) == len(rows):
        return Grid(rows, lines)
    return Grid([rows[i] for i in filled], [lines[i] for i in filled])


def _parse(content: str, delimiter: str, skipped: int, file: str) -> list[Row]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error:
        line = skipped + _broken_line(content, delimiter)
        raise BadValue("intake.bad_quotes", file=file, line=line) from None


def _broken_line(content: str, delimiter: str) -> int:
    """The line on which the record starts that cannot be parsed."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    return line


def _line_count(content: str) -> int:
    lines = content.count("\n") or content.count("\r")
    return lines if content.endswith(("\n", "\r")) else lines + 1


def _starts(content: str, delimiter: str, skipped: int) -> list[int]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    starts, line = [], skipped + 1
    for _ in reader:
        starts.append(line)
        line = skipped + reader.line_num + 1
    return starts
