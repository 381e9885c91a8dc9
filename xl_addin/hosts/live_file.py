"""The file behind an open workbook: whether there is one on this computer, and whether it is whole.

Proved in tests/xl_addin/hosts/test_live_file.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xl_addin.hosts.live_cells import is_excel

if TYPE_CHECKING:
    import xlwings as xw


def place_of(book: xw.Book) -> str:
    """Where the workbook was saved, as a path or an address; "" where it never was."""
    if is_excel(book):
        return str(book.api.FullName) if book.api.Path else ""
    return str(book.api.URL)


def is_saved(book: xw.Book) -> bool:
    """Whether nothing has been changed since."""
    return bool(book.api.Saved) if is_excel(book) else not book.api.isModified()


def path_of(book: xw.Book) -> Path | None:
    """The file, where it lies on a disk of this computer: OneDrive's are addresses in Excel."""
    place = place_of(book)
    if "://" not in place:
        return Path(place) if place else None
    if is_excel(book) or not place.startswith("file:"):
        return None
    return Path(book.fullname)
