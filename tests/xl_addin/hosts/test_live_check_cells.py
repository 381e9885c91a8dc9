"""The named cells of the sheet Checks in an open workbook: in LibreOffice, and as in Excel."""

from types import SimpleNamespace

import pytest

from tests.xl_addin.build.test_checks import written
from tests.xl_addin.hosts.live_books import closing
from xl_addin.checks import checks
from xl_addin.commands.check_installation import check_installation
from xl_addin.hosts.check_cells import read_check_cells
from xl_addin.hosts.live_check_cells import live_check_cells


@pytest.fixture
def opened(tmp_path, office_app):
    path = tmp_path / "checks.xlsx"
    path.write_bytes(written("zh"))
    book = office_app.books.open(str(path))
    yield path, book
    closing([book])


def test_an_open_workbook_has_the_formulas_of_the_file(opened):
    path, book = opened
    live, closed = live_check_cells(book), read_check_cells(path)
    assert set(live) == set(closed)
    reasons = {f.reason for f in check_installation(live, "zh").failures}
    assert not reasons & {"missing", "changed", "python"}


def test_without_the_add_in_the_report_says_what_to_install(opened):
    """The file holds the right answers, as those of another computer."""
    _, book = opened
    report = check_installation(live_check_cells(book), "zh")
    assert any("customer-chain libreoffice install" in line for line in report.lines("zh"))


def test_a_name_whose_row_was_deleted_is_left_out(opened):
    _, book = opened
    book.sheets[0].range("7:7").delete()
    live = live_check_cells(book)
    assert "test_CC_R_SCORE" not in live
    assert live["result_CC_F_SCORE"][0].upper().startswith("=CC_F_SCORE(")


class Name:
    """A name of a workbook; asking one without a place for its range is an error in Excel."""

    def __init__(self, name, *place):
        self.name, self._place = name, place
        self.refers_to = f"={place}" if place else "=Checks!#REF!"

    @property
    def refers_to_range(self):
        sheet, row, column = self._place
        return SimpleNamespace(sheet=SimpleNamespace(name=sheet), row=row, column=column)


def excel(cells):
    """A book as xlwings shows it in Excel: formulas and values in blocks from A1 on."""
    formulas = tuple(tuple(formula for formula, _ in row) for row in cells)
    values = tuple(tuple(value for _, value in row) for row in cells)
    api = SimpleNamespace()
    api.Calculate = lambda: setattr(api, "Value2", values)
    block = SimpleNamespace(formula=formulas, api=api)

    def cells_of(first, last):
        assert (first, last) == ((1, 1), (2, 2))
        return block

    names = [
        Name("result_CC_TIER", "Checks", 2, 1),
        Name("Checks!test_CC_TIER", "Checks", 2, 2),
        Name("test_gone"),
        Name("TierNames", "Checks", 1, 1),
    ]
    return SimpleNamespace(
        names=names,
        app=SimpleNamespace(engine=SimpleNamespace(name="excel")),
        sheets={"Checks": SimpleNamespace(range=cells_of)},
    )


def test_excel_answers_in_one_block_with_errors_as_words():
    unknown_name = -2146826259
    cells = (
        (("What", "What"), ("", None)),
        (("=@CC_TIER(D7,E7,F7,G7)", unknown_name), ("=IF(ISTEXT(A2),TRUE,FALSE)", False)),
    )
    found = live_check_cells(excel(cells))
    assert found == {
        "result_CC_TIER": ("=@CC_TIER(D7,E7,F7,G7)", "#NAME?"),
        "test_CC_TIER": ("=IF(ISTEXT(A2),TRUE,FALSE)", False),
    }
    failures = {f.check.name: f.reason for f in check_installation(found, "en").failures}
    assert failures["CC_TIER"] == "not_running"
    assert len(failures) == len(checks("en"))


def test_a_value_that_stands_in_place_of_a_formula_is_not_a_formula():
    cells = ((("a", "a"), ("", None)), (("Potential", "Potential"), ("True", True)))
    found = live_check_cells(excel(cells))
    assert found["result_CC_TIER"] == ("", "Potential")
