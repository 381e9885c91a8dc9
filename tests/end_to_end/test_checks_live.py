"""The sheet Checks inside LibreOffice with the add-in installed: every verdict is TRUE.

The workbook is opened as a user opens it, macros off; its formulas are resolved by the add-in.
"""

import pytest

from tests.end_to_end.live_office import Office
from udfs.texts import LANGUAGES
from xl_addin.build import build_workbook
from xl_addin.checks import checks
from xl_addin.commands.check_installation import check_installation
from xl_addin.engines import libreoffice
from xl_addin.hosts.live_check_cells import live_check_cells
from xl_addin.libreoffice.oxt import build_oxt


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """LibreOffice with the add-in, in a profile of its own."""
    folder = tmp_path_factory.mktemp("checks")
    prepared = Office(folder)
    added = prepared.run("unopkg", "add", str(build_oxt(folder / "CustomerChain.oxt")))
    assert added.returncode == 0, added.stderr
    with prepared:
        yield prepared


@pytest.fixture(params=LANGUAGES)
def opened(request, office, tmp_path):
    """(language, the workbook as xlwings sees it), everything calculated anew."""
    path = tmp_path / "CustomerChain.xlsm"
    build_workbook(path, request.param)
    document = office.open(path)
    document.calculateAll()
    yield request.param, libreoffice.book_of(libreoffice.inside(office.context), document)
    document.close(True)


def test_every_check_is_true_in_cells_that_libreoffice_has_calculated(opened):
    lang, book = opened
    cells = live_check_cells(book)
    assert check_installation(cells, lang).failures == ()
    assert all(cells[f"test_{check.name}"][1] == 1 for check in checks(lang))
    for check in checks(lang):
        if check.kind == "text":
            assert cells[f"result_{check.name}"][1] == check.expected


def test_a_check_that_is_spoilt_turns_false_and_is_reported(opened):
    lang, book = opened
    row = next(name.refers_to_range.row for name in book.names if name.name == "result_CC_TIER")
    sheet = book.sheets["自检" if lang == "zh" else "Checks"]
    sheet.range(f"E{row}").value = 10
    book.app.calculate()
    (failure,) = check_installation(live_check_cells(book), lang).failures
    assert (failure.check.name, failure.reason) == ("CC_TIER", "wrong")
