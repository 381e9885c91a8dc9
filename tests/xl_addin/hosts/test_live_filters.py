"""Excel writes a block only into the rows a filter shows; so filters are off meanwhile."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from udfs.errors import BadValue
from xl_addin.hosts.live_filters import Unfiltered


class Condition:
    """One column's filter; what COM does not tell raises, as it does in Excel."""

    def __init__(self, operator=0, first=None, second=None):
        self.On = True
        self.Operator = operator
        for name, value in (("Criteria1", first), ("Criteria2", second)):
            if value is not None:
                setattr(self, name, value)


class Filters:
    def __init__(self, table, count):
        self.table, self.Count = table, count

    def __call__(self, field):
        return self.table.conditions.get(field, SimpleNamespace(On=False))


class ListObject:
    """A table of Excel's as far as filters go, with the first cell of each column."""

    def __init__(self, conditions, cells=("words", "words", "words")):
        self.ShowAutoFilter = True
        self.conditions = dict(conditions)
        self.set_again = []
        self.AutoFilter = self
        self.Range = SimpleNamespace(AutoFilter=self.filtered)
        self.DataBodyRange = SimpleNamespace(
            Cells=lambda row, column: SimpleNamespace(Value=cells[column - 1])
        )
        self.Filters = Filters(self, len(cells))

    @property
    def FilterMode(self):  # noqa: N802
        return bool(self.conditions)

    def ShowAllData(self):  # noqa: N802
        self.conditions = {}

    def filtered(self, **how):
        self.set_again.append(how)
        self.conditions[how["Field"]] = Condition(how.get("Operator", 0), how["Criteria1"])


def sheet_of(*tables, engine="excel", own=False, advanced=False):
    native = SimpleNamespace(
        AutoFilterMode=own,
        AutoFilter=SimpleNamespace(FilterMode=own),
        FilterMode=own or advanced or any(table.FilterMode for table in tables),
    )
    return SimpleNamespace(
        name="Customers",
        api=native,
        book=SimpleNamespace(app=SimpleNamespace(engine=SimpleNamespace(name=engine))),
        tables=[SimpleNamespace(api=table) for table in tables],
    )


def test_a_filter_is_off_while_cells_are_written_and_on_again_afterwards():
    one = {"Field": 1, "Criteria1": "=High value"}
    two = {"Field": 2, "Criteria1": ">=5", "Operator": 1, "Criteria2": "<9"}
    three = {"Field": 3, "Criteria1": ("=a", "=b"), "Operator": 7}
    table = ListObject(
        {
            1: Condition(0, "=High value"),
            2: Condition(1, ">=5", "<9"),
            3: Condition(7, ("=a", "=b")),
        }
    )
    with Unfiltered([sheet_of(table)]):
        assert not table.FilterMode
    assert table.set_again == [one, two, three]


def test_a_filter_is_on_again_after_a_failure_too():
    table = ListObject({1: Condition(0, "=x")})
    with pytest.raises(OSError, match="gone"), Unfiltered([sheet_of(table)]):
        raise OSError("gone")
    assert table.FilterMode


@pytest.mark.parametrize(
    "condition",
    [
        Condition(8, 255),  # a colour
        Condition(3, ">=120"),  # the ten largest: Excel tells the limit, not the ten
        Condition(7),  # groups of dates
        Condition(11, 1),  # "above average"
    ],
)
def test_a_filter_that_could_not_be_set_again_is_refused_before_anything_happens(condition):
    table = ListObject({1: condition})
    with pytest.raises(BadValue) as refused:
        Unfiltered([sheet_of(table)])
    assert "clear the filter" in refused.value.sentence("en")
    assert table.FilterMode


def test_a_filter_of_dates_is_refused():
    table = ListObject(
        {2: Condition(1, ">=2026/5/1", "<=2026/6/1")}, ("x", datetime(2026, 5, 1), "x")
    )
    with pytest.raises(BadValue):
        Unfiltered([sheet_of(table)])


@pytest.mark.parametrize("how", [{"own": True}, {"advanced": True}])
def test_a_filter_of_the_sheet_itself_is_refused(how):
    with pytest.raises(BadValue):
        Unfiltered([sheet_of(ListObject({}), **how)])


def test_sheets_without_a_filter_and_other_programs_are_left_alone():
    table = ListObject({1: Condition(8, 255)})
    with Unfiltered([sheet_of(ListObject({})), sheet_of(table, engine="libreoffice")]):
        assert table.FilterMode
