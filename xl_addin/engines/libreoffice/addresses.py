"""A1 addresses as numbers: (row, column, rows, columns), rows and columns counted from 1.

Proved in tests/xl_addin/engines/test_addresses.py.
"""

import re

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

Box = tuple[int, int, int, int]

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})")


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def parse(text: str, last_row: int = LAST_ROW, last_column: int = LAST_COLUMN) -> Box | None:
    """The box an address names; None where the text is no address (it may be a name)."""
    text = text.strip()
    if columns := _COLUMNS.fullmatch(text):
        first, last = sorted(column_number(letters) for letters in columns.groups())
        return _inside((1, first, last_row, last - first + 1), last_row, last_column)
    if rows := _ROWS.fullmatch(text):
        first, last = sorted(int(number) for number in rows.groups())
        return _inside((first, 1, last - first + 1, last_column), last_row, last_column)
    corners = [_CELL.fullmatch(corner) for corner in text.split(":")]
    if len(corners) > 2 or None in corners:
        return None
    cells = [(int(found[2]), column_number(found[1])) for found in corners if found]
    return _inside(around(cells[0], cells[-1]), last_row, last_column)


def around(first: tuple[int, int], second: tuple[int, int]) -> Box:
    """The box that two cells (row, column) span."""
    top, bottom = sorted((first[0], second[0]))
    left, right = sorted((first[1], second[1]))
    return top, left, bottom - top + 1, right - left + 1


def _inside(box: Box, last_row: int, last_column: int) -> Box | None:
    row, column, rows, columns = box
    return box if row + rows - 1 <= last_row and column + columns - 1 <= last_column else None


def cell_address(row: int, column: int, row_fixed: bool = True, column_fixed: bool = True) -> str:
    return "{}{}{}{}".format(
        "$" if column_fixed else "", column_letters(column), "$" if row_fixed else "", row
    )


def address(
    box: Box,
    row_fixed: bool = True,
    column_fixed: bool = True,
    limits: tuple[int, int] | None = None,
) -> str:
    """A box as Excel writes it; whole columns and rows so, where `limits` says what is whole."""
    row, column, rows, columns = box
    last_row, last_column = row + rows - 1, column + columns - 1
    row_mark, column_mark = "$" if row_fixed else "", "$" if column_fixed else ""
    if limits and (row, last_row) == (1, limits[0]) and columns < limits[1]:
        ends = (column_letters(column), column_letters(last_column))
        return ":".join(column_mark + letters for letters in ends)
    if limits and (column, last_column) == (1, limits[1]):
        return f"{row_mark}{row}:{row_mark}{last_row}"
    first = cell_address(row, column, row_fixed, column_fixed)
    if rows == columns == 1:
        return first
    return f"{first}:{cell_address(last_row, last_column, row_fixed, column_fixed)}"


def overlap(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where that is nothing."""
    top, left = max(one[0], other[0]), max(one[1], other[1])
    bottom = min(one[0] + one[2], other[0] + other[2])
    right = min(one[1] + one[3], other[1] + other[3])
    return (top, left, bottom - top, right - left) if bottom > top and right > left else None


def quoted(sheet_name: str) -> str:
    """A sheet's name as it stands before the exclamation mark: quoted where Excel wants it."""
    plain = re.fullmatch(r"[^\W\d]\w*", sheet_name) and parse(sheet_name) is None
    return sheet_name if plain else "'" + sheet_name.replace("'", "''") + "'"
