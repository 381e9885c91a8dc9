"""Excel's ties to the donor are cut and lists set again: with a stand-in for Excel."""

from types import SimpleNamespace

import pytest

from xl_addin.hosts.live_donor_links import cut_links
from xl_addin.hosts.live_lists import lists_of, set_lists

FILE = "CustomerChain-1a2b3c4d.xlsx"
EXCEL = SimpleNamespace(engine=SimpleNamespace(name="excel"))


class Validation:
    """What may be typed into a cell; Excel fails when asked about a cell that takes anything."""

    def __init__(self, formula=None, kind=3, refuses=False):
        self.formula, self.kind, self.refuses = formula, kind, refuses
        self.AlertStyle = 2
        self.asked = []

    def _known(self, value):
        if self.formula is None:
            raise OSError("1004")
        return value

    Type = property(lambda self: self._known(self.kind))
    Formula1 = property(lambda self: self._known(self.formula))

    def Modify(self, *given):  # noqa: N802
        self.asked.append(given)
        if self.refuses:
            raise OSError("1004")
        self.formula = given[-1]

    def Delete(self):  # noqa: N802
        self.formula = None


class Body:
    """The data of a table, one row."""

    def __init__(self, validations):
        self.validations, self.shape = validations, (1, len(validations))

    def __getitem__(self, place):
        sheet = SimpleNamespace(book=SimpleNamespace(app=EXCEL))
        native = SimpleNamespace(Validation=self.validations[place[1]])
        return SimpleNamespace(api=native, sheet=sheet)


def sheet(*validations):
    tables = [SimpleNamespace(data_body_range=Body(validations) if validations else None)]
    return SimpleNamespace(tables=tables, book=SimpleNamespace(app=EXCEL))


def test_lists_from_elsewhere_are_seen_and_others_are_left():
    found = lists_of(
        sheet(
            Validation(),
            Validation("a,b"),
            Validation("=RoleNames"),
            Validation("=A1>0", kind=7),
        )
    )
    assert found == {(0, 2): "=RoleNames"}
    assert lists_of(sheet()) == {}


def test_a_list_that_points_into_the_donor_is_the_workbooks_own_again():
    tied = Validation(f"=[{FILE}]!RoleNames")
    right = Validation("=TierNames")
    set_lists(sheet(right, tied), {(0, 0): "=TierNames", (0, 1): "=RoleNames"})
    assert tied.asked == [(3, 2, 1, "=RoleNames")]
    assert tied.formula == "=RoleNames"
    assert right.asked == []


def test_a_list_the_workbook_does_not_know_lets_any_word_in():
    tied = Validation(f"=[{FILE}]!RoleNames", refuses=True)
    set_lists(sheet(tied), {(0, 0): "=RoleNames"})
    assert tied.formula is None


class Conditions(list):
    """Conditional formats, counted from 1."""

    Count = property(len)

    def __call__(self, number):
        return self[number - 1]


class Gone:
    """One thing of Excel's that can be deleted from its list."""

    def __init__(self, owner, **told):
        self.owner = owner
        self.__dict__.update(told)
        owner.append(self)

    def Delete(self):  # noqa: N802
        self.owner.remove(self)


@pytest.fixture
def tied_book():
    conditions, names, broken = Conditions(), [], []
    Gone(conditions, Type=2, Formula1=f"=[{FILE}]Roles!$A$1=1")
    Gone(conditions, Type=2, Formula1="=$B5=1")
    Gone(conditions, Type=3)
    Gone(names, Name="RoleNames", RefersTo=f"='C:\\Temp\\[{FILE}]Roles'!$A$5:$A$9")
    Gone(names, Name="MyTotal", RefersTo="='My sheet'!$A$1")
    native = SimpleNamespace(
        Names=names,
        LinkSources=lambda kind: (f"C:\\Temp\\{FILE}", "C:\\mine\\Prices.xlsx"),
        BreakLink=lambda link, kind: broken.append((link, kind)),
    )
    cells = SimpleNamespace(FormatConditions=conditions)
    sheets = {"Staff": SimpleNamespace(api=SimpleNamespace(Cells=cells))}
    return SimpleNamespace(api=native, sheets=sheets, conditions=conditions, broken=broken)


def test_what_points_into_the_donor_goes_and_everything_else_stays(tied_book):
    cut_links(tied_book, ["Staff"], FILE)
    assert [one.Type for one in tied_book.conditions] == [2, 3]
    assert [one.Name for one in tied_book.api.Names] == ["MyTotal"]
    assert tied_book.broken == [(f"C:\\Temp\\{FILE}", 1)]


def test_a_workbook_without_links_is_no_trouble(tied_book):
    tied_book.api.LinkSources = lambda kind: None
    cut_links(tied_book, [], FILE)
    assert tied_book.broken == []
