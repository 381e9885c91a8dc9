"""One LibreOffice for all tests that need a live spreadsheet."""

import pytest

from tests.xl_addin.hosts.live_books import launched


@pytest.fixture(scope="session")
def office_app(tmp_path_factory):
    """A headless LibreOffice as an xlwings App."""
    app = launched(tmp_path_factory.mktemp("office"))
    yield app
    app.quit()
