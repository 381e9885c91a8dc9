"""Deleting rows and columns, held against a list from which items are deleted."""

from hypothesis import given
from hypothesis import strategies as st

from xl_addin.copying.sheet_map import Deleted, gaps, sheet_map, without
from xl_addin.package.references import Area

MOST = 40
GONE = st.sets(st.integers(1, MOST))


def deleted(gone):
    return Deleted([(number, number) for number in gone], MOST)


@given(GONE, st.integers(1, MOST))
def test_a_number_moves_to_its_place_in_the_list_that_is_left(gone, number):
    left = [n for n in range(1, MOST + 1) if n not in gone]
    here = deleted(gone)
    assert (number in here) is (number in gone)
    if number not in gone:
        assert left[here.moved(number) - 1] == number


@given(GONE, st.integers(1, MOST - 1), st.integers(1, MOST - 1))
def test_a_range_shrinks_to_what_is_left_of_it(gone, one, other):
    first, last = min(one, other), max(one, other)
    inside = [n for n in range(first, last + 1) if n not in gone]
    here = deleted(gone)
    shrunk = here.shrunk(first, last)
    if not inside:
        assert shrunk is None
    else:
        assert shrunk == (here.moved(inside[0]), here.moved(inside[-1]))
    assert here.between(first, last) == last - first + 1 - len(inside)


def test_a_range_to_the_end_of_the_sheet_stays_to_its_end():
    assert deleted({3, 4}).shrunk(1, MOST) == (1, MOST)


@given(GONE, st.integers(1, MOST), st.integers(1, MOST))
def test_gaps_are_what_is_not_kept(kept, one, other):
    first, last = min(one, other), max(one, other)
    inside = sorted(n for n in kept if first <= n <= last)
    covered = [n for start, end in gaps(inside, first, last) for n in range(start, end + 1)]
    assert covered == [n for n in range(first, last + 1) if n not in kept]


@given(GONE, GONE)
def test_protected_rows_are_taken_out_of_the_runs(gone, protected):
    runs = [(number, number) for number in sorted(gone)]
    left, found = without(runs, sorted(protected))
    assert {start for start, _ in left} == gone - protected
    assert set(found) == gone & protected


def test_a_cleared_cell_stands_but_does_not_show():
    where = sheet_map("s", [(3, 4)], [2], {6: [(1, 2)]}, [Area(8, 5, 9, 5)])
    assert where.shows(5, 1)
    assert not where.shows(3, 1)
    assert not where.shows(5, 2)
    assert not where.shows(6, 1)
    assert where.shows(6, 3)
    assert not where.shows(8, 5)
    assert not where.is_whole(Area(6, 3, 6, 3))
    assert str(where.area(Area(1, 1, 5, 3))) == "A1:B3"
