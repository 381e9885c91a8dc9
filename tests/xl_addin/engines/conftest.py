"""One LibreOffice in the background for all tests of the engine; without one they skip."""

import pytest

from xl_addin.engines import libreoffice


@pytest.fixture(scope="session")
def app():
    try:
        app = libreoffice.launch()
    except (libreoffice.OfficeMissing, libreoffice.UnoMissing) as missing:
        pytest.skip(str(missing))
    with app:
        yield app


@pytest.fixture
def book(app):
    book = app.books.add()
    yield book
    book.close()


@pytest.fixture
def sheet(book):
    return book.sheets[0]
