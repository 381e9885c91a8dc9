"""Shapes, blanks and errors of all functions that answer cell by cell."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from udfs.errors import BadValue, CustomerChainError, NotComputable
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import call, functions

BY_CELL = [f for f in functions() if not f.spills_table]


def over(chosen):
    return pytest.mark.parametrize("f", chosen, ids=lambda f: f.name)


def population_is_first(f):
    """Where the second range may be omitted, it is the first that makes the cuts."""
    return len(f.arguments) > 1 and f.arguments[1].kind == "population"


every_function = over(BY_CELL)
# A good, another good, and a bad cell of each kind.
CELLS = {
    "number": (7, 21, "12o"),
    "whole": (3, 5, 2.5),
    "score": (4, 1, 6),
    "date": (date(2026, 1, 5), date(2025, 3, 31), "soon"),
    "flag": (True, False, "maybe"),
}
POPULATION = [[1], [3], [8], [13], [21], [34]]


def arguments(f):
    """Good single values for all arguments that must be given."""
    must = f.arguments[: f.least]
    values = [CELLS[a.kind][0] if a.by_cell else POPULATION for a in must]
    if f.name in ("CC_RECENCY_DAYS", "CC_CHURN_FLAG"):
        values[[a.name for a in f.arguments].index("analysis_date")] = date(2026, 6, 30)
    return values


def first(f):
    return f.arguments[0]


def with_first(f, value):
    return call(f.name, [value, *arguments(f)[1:]])


def single(f, value):
    """The answer for one value, alone."""
    return with_first(f, value)


@over([f for f in BY_CELL if not population_is_first(f)])
def test_a_range_answers_cell_by_cell_what_single_values_answer(f):
    one, other, _ = CELLS[first(f).kind]
    expected = [single(f, one), single(f, other)]
    assert with_first(f, [one, other]) == [[expected[0]], [expected[1]]]
    assert with_first(f, [[one], [other]]) == [[expected[0]], [expected[1]]]
    assert with_first(f, [[one, other]]) == [expected]
    assert with_first(f, [[one, other], [other, one]]) == [expected, expected[::-1]]


@over([f for f in BY_CELL if population_is_first(f)])
def test_scores_against_a_given_population_do_not_depend_on_their_neighbours(f):
    values = [0, 3, 13, 99]
    alone = [call(f.name, [value, POPULATION]) for value in values]
    assert len(set(alone)) > 2
    assert call(f.name, [[values], POPULATION]) == [alone]
    assert call(f.name, [values, POPULATION]) == [[score] for score in alone]


@every_function
def test_a_range_of_one_cell_stays_a_range_and_a_single_value_stays_single(f):
    good = CELLS[first(f).kind][0]
    assert with_first(f, [[good]]) == [[single(f, good)]]
    assert not isinstance(single(f, good), list)


@every_function
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_cell_gives_an_error_only_in_its_own_place(f, place):
    good, _, bad = CELLS[first(f).kind]
    column = [good, good, good]
    expected = with_first(f, column)
    column[place] = bad
    found = with_first(f, column)
    error = found[place][0]
    assert isinstance(error, CellError)
    assert error == "#VALUE!"
    assert str(bad) in error.sentence("en")
    assert str(bad) in error.sentence("zh")
    assert found[:place] + found[place + 1 :] == expected[:place] + expected[place + 1 :]


@every_function
def test_a_bad_cell_in_any_argument_is_that_cells_error(f):
    for argument in f.arguments:
        if argument.by_cell and not argument.optional:
            good, _, bad = CELLS[argument.kind]
            values = arguments(f)
            values[f.arguments.index(argument)] = [good, bad]
            found = call(f.name, values)
            assert [isinstance(row[0], CellError) for row in found] == [False, True]


@every_function
@pytest.mark.parametrize("blank", [None, "", "  ", float("nan")])
def test_a_blank_cell_gives_a_blank(f, blank):
    good = CELLS[first(f).kind][0]
    expected = with_first(f, [good, good])[0][0]
    assert with_first(f, [good, blank]) == [[expected], [""]]
    assert single(f, blank) == ""


@every_function
@pytest.mark.parametrize("code", ["#N/A", "#DIV/0!", CellError("#REF!")])
def test_an_error_in_a_cell_goes_through_as_it_is(f, code):
    good = CELLS[first(f).kind][0]
    found = with_first(f, [good, code])[1][0]
    assert isinstance(found, CellError)
    assert found == code
    assert code in found.sentence("en")


@over([f for f in BY_CELL if sum(a.by_cell for a in f.arguments[: f.least]) > 1])
def test_an_error_wins_over_a_blank_in_another_argument(f):
    by_cell = [a for a in f.arguments if a.by_cell and not a.optional]
    values = arguments(f)
    values[0] = CELLS[by_cell[0].kind][2]
    values[1] = None
    assert call(f.name, values) == "#VALUE!"
    values[0], values[1] = None, CELLS[by_cell[1].kind][2]
    assert call(f.name, values) == "#VALUE!"


@every_function
def test_results_are_plain_python_values(f):
    good = CELLS[first(f).kind][0]
    for cell in (single(f, good), with_first(f, [good, good])[1][0]):
        assert type(cell) in (bool, int, float, str)


@every_function
def test_omitted_and_blank_optional_arguments_are_the_same(f):
    given = arguments(f)
    blanks = [None] * (len(f.arguments) - f.least)
    assert call(f.name, given) == call(f.name, given + blanks)
    assert call(f.name, given) == call(f.name, given + [""] * len(blanks))


def test_a_column_with_a_row_gives_every_pair():
    assert call("CC_SEGMENT", [[5, 1], [[5, 1]], 1]) == [
        [call("CC_SEGMENT", [r, f, 1]) for f in (5, 1)] for r in (5, 1)
    ]


def test_ranges_of_different_length_are_refused_with_their_sizes():
    with pytest.raises(BadValue) as refused:
        call("CC_SEGMENT", [[5, 4, 3], [5, 4], 1])
    assert "3 × 1, 2 × 1" in refused.value.sentence("en")


def test_a_whole_column_against_a_whole_row_is_refused_before_it_fills_the_memory():
    with pytest.raises(NotComputable) as refused:
        call("CC_SEGMENT", [[5] * 100_000, [[5] * 1_000], 1])
    assert "100,000,000" in refused.value.sentence("en")


def test_an_empty_range_gives_an_empty_result():
    assert call("CC_SEGMENT", [[], 5, 5]) == []


def test_rows_that_are_too_short_are_filled_with_blanks():
    assert call("CC_SEGMENT", [[[5, 5], [1]], 5, 5]) == [["Champions"] * 2, ["Cannot Lose", ""]]


def test_lists_inside_cells_are_refused():
    with pytest.raises(BadValue, match="rows and columns"):
        call("CC_SEGMENT", [[[[5]]], 5, 5])


def test_words_come_in_the_language_that_is_asked_for():
    assert call("CC_SEGMENT", [5, 5, 5], "zh") == "冠军客户"
    assert call("CC_SEGMENT", [5, 5, 5], "en") == "Champions"


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.dates(),
    st.datetimes(),
    st.sampled_from(
        ["#N/A", "=1+1", "12万", "😀", "\x00", "words", "customer_id", "1e308", "x" * 999]
    ),
)
ARGUMENT = st.one_of(
    ANYTHING, st.lists(ANYTHING, max_size=4), st.lists(st.lists(ANYTHING, max_size=5), max_size=4)
)
PLAIN = (bool, int, float, str, CellError)


@pytest.mark.parametrize("f", functions(), ids=lambda f: f.name)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_stands_in_the_cells_only_typed_errors_come_out(f, data):
    count = data.draw(st.integers(f.least, len(f.arguments)))
    values = [data.draw(ARGUMENT) for _ in range(count)]
    lang = data.draw(st.sampled_from(["zh", "en"]))
    try:
        result = call(f.name, values, lang)
    except CustomerChainError as refused:
        result = CellError.of(refused)
    rows = result if isinstance(result, list) else [[result]]
    for cell in (cell for row in rows for cell in row):
        assert cell == cell
        assert isinstance(cell, (*PLAIN, date))
        assert not isinstance(cell, CellError) or cell.sentence(lang)


def test_twenty_thousand_cells_are_answered_in_one_go():
    chosen = random.Random(7)
    scores = [[chosen.randint(1, 5) for _ in range(3)] for _ in range(20_000)]
    r, f, m = ([row[k] for row in scores] for k in range(3))
    found = call("CC_SEGMENT", [r, f, m])
    for at in (0, 777, 19_999):
        assert found[at] == [call("CC_SEGMENT", scores[at])]
