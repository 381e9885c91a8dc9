"""Workbooks open in one headless LibreOffice that all tests of a run share."""

import contextlib

import pytest

from xl_addin.engines import libreoffice


def open_book(request, path):
    """The workbook at `path`, open in the shared LibreOffice; skips where there is none."""
    return request.getfixturevalue("office_app").books.open(str(path))


def closing(books):
    for book in books:
        with contextlib.suppress(Exception):  # a test may have closed it
            book.close()


def launched(folder):
    """A headless LibreOffice with a profile of its own; skips where it is not installed."""
    try:
        return libreoffice.launch(visible=False, profile=folder)
    except (OSError, ImportError) as why:
        pytest.skip(f"no LibreOffice to talk to: {why}")


def undone(host):
    """Undo to its end; answers what was undone."""
    steps = host.undoing()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
