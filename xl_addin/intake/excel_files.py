"""XLSX and XLSM files with order or customer rows, read with python-calamine.

The file comes from outside, so it is looked at before it is opened: a password, an old format
under a new name, a damaged or absurdly inflated package each get their sentence.
Proved in tests/xl_addin/intake/test_excel_files.py.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from udfs.errors import BadValue
from xl_addin.intake.headers import Words, header_row, missing
from xl_addin.intake.incoming import Grid

OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PACKAGE_LIMIT = 2_000_000_000  # bytes once unpacked; a million order rows take about 0.5 GB
RATIO_LIMIT = 300  # sheets shrink to a tenth, long runs of equal rows to a fiftieth
CELLS_LIMIT = 60_000_000
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?"')
_DATE1904 = re.compile(rb'date1904="(?:1|true)"')


def read_excel(data: bytes, words: Words, file: str) -> tuple[Grid, bool]:
    """The rows of the first sheet whose headers fit, and whether the file counts from 1904.

    Where no sheet has all required columns it is the one that has most of them.
    Raises BadValue for everything that is not a readable workbook.
    """
    date1904 = _look(data, file)
    best: Grid | None = None
    best_lacks = len(words.strong)
    for grid in _sheets(data, file):
        targets = words.targets(grid.rows[header_row(grid.rows, words)])
        lacks = len(missing(targets, words.table))
        if lacks < best_lacks:
            best, best_lacks = grid, lacks
        if not lacks:
            break
    if best is None:
        raise BadValue("intake.empty", file=file)
    return best, date1904


def _sheets(data: bytes, file: str) -> Iterator[Grid]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            filled = [i for i, row in enumerate(rows) if any(row) or _has_zero(row)]
            if filled:
                yield Grid([rows[i] for i in filled], [i + 1 for i in filled])
    except CalamineError:
        raise BadValue("intake.damaged", file=file) from None


def _has_zero(row: list) -> bool:
    return any(cell != "" for cell in row)


def _look(data: bytes, file: str) -> bool:
    """Refuse what should not be opened; answer whether dates count from 1904."""
    if data.startswith(OLE):
        raise BadValue("intake.encrypted" if _ENCRYPTED in data else "intake.xls", file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_bomb(package, file)
            for part in package.namelist():
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    _refuse_sprawl(package, part, file)
            return bool(_DATE1904.search(package.read("xl/workbook.xml")))
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise BadValue("intake.damaged", file=file) from None


def _refuse_bomb(package: zipfile.ZipFile, file: str) -> None:
    parts = package.infolist()
    inflated = [
        part
        for part in parts
        if part.file_size > 50_000_000 and part.file_size > RATIO_LIMIT * part.compress_size
    ]
    if inflated or sum(part.file_size for part in parts) > PACKAGE_LIMIT:
        raise BadValue("intake.too_large_unpacked", file=file)


def _refuse_sprawl(package: zipfile.ZipFile, part: str, file: str) -> None:
    """One stray cell in the last column makes a sheet of millions of blank cells."""
    with package.open(part) as stream:
        found = _DIMENSION.search(stream.read(4096))
    if not found or not found.group(3):
        return
    columns = _column(found.group(3))
    rows = int(found.group(4))
    if columns * rows > CELLS_LIMIT:
        raise BadValue("intake.sprawl", file=file, rows=rows, columns=columns)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
