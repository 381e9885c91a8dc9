"""Cell notes (LibreOffice: comments).

Proved in tests/xl_addin/engines/test_notes.py.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice.bridge import struct


class Note(base_classes.Note):
    def __init__(self, location: Any) -> None:
        self._location = location

    @property
    def api(self) -> Any:
        return self._location.cell.Annotation

    @property
    def text(self) -> str:
        return str(self.api.String)

    @text.setter
    def text(self, value: str) -> None:
        self.api.setString(value)

    @property
    def author(self) -> str:
        return str(self.api.Author)

    @property
    def location(self) -> Any:
        return self._location

    def delete(self) -> None:
        remove(self._location.sheet.xl.Annotations, self._location.row, self._location.column)


def annotations(sheet: Any) -> Iterator[tuple[int, int, Any]]:
    """All notes of a UNO sheet as (row, column, annotation), counted from 1."""
    every = sheet.Annotations
    for index in range(every.Count):
        annotation = every.getByIndex(index)
        yield annotation.Position.Row + 1, annotation.Position.Column + 1, annotation


def notes_of(sheet: Any) -> list[Note]:
    return [Note(sheet.range((row, column))) for row, column, _ in annotations(sheet.xl)]


def note_at(location: Any) -> Note | None:
    """The note of a range's first cell; reading it must not make an empty one."""
    text = location.cell.Annotation.String
    if text:
        return Note(location)
    places = {(row, column) for row, column, _ in annotations(location.sheet.xl)}
    return Note(location) if (location.row, location.column) in places else None


def add(location: Any, text: str) -> Note:
    if note_at(location) is not None:
        raise ValueError(f"The cell {location.address} has a note already.")
    insert(location.sheet.xl, location.row, location.column, text)
    return Note(location)


def insert(sheet: Any, row: int, column: int, text: str) -> None:
    place = struct(
        "table.CellAddress", Sheet=sheet.RangeAddress.Sheet, Column=column - 1, Row=row - 1
    )
    sheet.Annotations.insertNew(place, text)


def remove(every: Any, row: int, column: int) -> None:
    for index in range(every.Count):
        position = every.getByIndex(index).Position
        if (position.Row, position.Column) == (row - 1, column - 1):
            every.removeByIndex(index)
            return


@contextmanager
def kept(sheet: Any, box: tuple[int, int, int, int]) -> Iterator[None]:
    """Keep the notes of a box while its cells are written.

    LibreOffice deletes the notes of the cells it is given data for; Excel keeps them.
    """
    top, left, rows, columns = box
    held = [
        (row, column, note.String, note.IsVisible)
        for row, column, note in annotations(sheet)
        if top <= row < top + rows and left <= column < left + columns
    ]
    try:
        yield
    finally:
        for row, column, text, visible in held:
            insert(sheet, row, column, text)
            if visible:
                sheet.getCellByPosition(column - 1, row - 1).Annotation.setIsVisible(True)
