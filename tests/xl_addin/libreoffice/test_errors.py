"""Why a cell shows an error: what its function answers when the cell calculates once more."""

from types import SimpleNamespace

import pytest

from udfs.errors import BadValue
from udfs.texts import text
from udfs.worksheet.cells import CellError
from xl_addin.libreoffice import errors

WRONG = CellError.of(BadValue("error.not_a_number", value="many"))
OTHER = CellError.of(BadValue("error.not_a_number", value="few"))


class Cell:
    """A cell with a formula of ours that answers `results` when it is set again."""

    def __init__(self, *results, error=519, formula="=CC_TIER(A1)", changed=False):
        self.results, self.error, self.formula = results, error, formula
        self.array, self.log = "", []
        document = SimpleNamespace(
            isModified=lambda: changed,
            setModified=self.log.append,
            UndoManager=SimpleNamespace(
                lock=lambda: self.log.append("lock"), unlock=lambda: self.log.append("unlock")
            ),
        )
        page = SimpleNamespace(Forms=SimpleNamespace(Parent=document))
        self.Spreadsheet = SimpleNamespace(DrawPage=page)

    @property
    def ArrayFormula(self):  # noqa: N802
        return self.array

    @property
    def FormulaLocal(self):  # noqa: N802
        return self.formula

    @FormulaLocal.setter
    def FormulaLocal(self, formula):  # noqa: N802
        assert formula == self.formula
        for result in self.results:
            errors.note(result)

    def getError(self):  # noqa: N802
        return self.error


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_reason_is_told_in_the_language_of_the_user(lang):
    assert errors.message_of(Cell(WRONG), lang) == WRONG.sentence(lang)


def test_of_several_functions_the_first_that_fails_is_told():
    assert errors.message_of(Cell("fine", WRONG, OTHER)) == WRONG.sentence("en")


def test_of_a_range_the_cell_that_shows_is_told():
    assert errors.message_of(Cell([[OTHER], [WRONG]])) == OTHER.sentence("en")


@pytest.mark.parametrize("cell", [Cell(WRONG, error=0), Cell(WRONG, formula="=1/0")])
def test_a_cell_without_an_error_of_ours_has_no_reason(cell):
    assert errors.message_of(cell) == ""


def test_an_error_that_was_given_is_told_as_such():
    assert errors.message_of(Cell()) == text("office.error_given", "en")


@pytest.mark.parametrize("changed", [False, True])
def test_the_document_stays_as_changed_as_it_was(changed):
    cell = Cell(WRONG, changed=changed)
    errors.message_of(cell)
    assert cell.log == ["lock", "unlock", changed]


def test_nothing_is_noted_when_nobody_asks():
    errors.message_of(Cell(WRONG))
    errors.note(OTHER)
    with errors.noting() as noted:
        assert noted == []
