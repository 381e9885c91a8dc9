"""The migration matrix: sums, moves, and tiers that no longer exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadValue
from udfs.migration import MOVES, migration_matrix, tier_moves

ORDER = ["High", "Middle", "Low"]
CELLS = st.sampled_from([*ORDER, "", None, " Low ", "Gold", "Iron"])
PAIRS = st.lists(st.tuples(CELLS, CELLS), max_size=30)


def columns(pairs):
    return [before for before, _ in pairs], [after for _, after in pairs]


def clean(cell):
    return (cell or "").strip()


def test_the_matrix_told_in_numbers():
    before = ["High", "High", "Middle", "Low", "", "Low", None]
    after = ["High", "Low", "High", "Low", "Low", "", ""]
    found = migration_matrix(before, after, ORDER)
    assert found.tiers == ("High", "Middle", "Low", "")
    assert found.counts.tolist() == [[1, 0, 1, 0], [1, 0, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]]
    assert (found.up, found.down, found.unchanged) == (1, 1, 3)
    assert (found.entered, found.left, found.not_comparable) == (1, 1, 0)
    assert found.total == 7


def test_up_is_towards_the_first_tier_of_the_order():
    found = migration_matrix(["Low", "Low", "High"], ["High", "Middle", "Middle"], ORDER)
    assert (found.up, found.down) == (2, 1)
    assert tier_moves(["Low", "High"], ["Middle", "Low"], ORDER) == ["up", "down"]


def test_a_tier_that_was_renamed_has_its_own_row_and_is_neither_up_nor_down():
    found = migration_matrix(["Gold", "Gold"], ["High", "Gold"], ORDER)
    assert found.tiers == ("High", "Middle", "Low", "Gold", "")
    assert (found.up, found.down, found.not_comparable, found.unchanged) == (0, 0, 1, 1)


@given(PAIRS)
def test_the_sums_are_the_counts_before_and_after(pairs):
    before, after = columns(pairs)
    found = migration_matrix(before, after, ORDER)
    first, second = [clean(one) for one in before], [clean(one) for one in after]
    assert found.before_sums == [first.count(tier) for tier in found.tiers]
    assert found.after_sums == [second.count(tier) for tier in found.tiers]
    assert found.total == len(pairs)


@given(PAIRS)
def test_every_customer_has_one_move_and_the_matrix_counts_them(pairs):
    found = migration_matrix(*columns(pairs), ORDER)
    moves = tier_moves(*columns(pairs), ORDER)
    assert [moves.count(move) for move in MOVES] == [getattr(found, move) for move in MOVES]
    assert len(moves) == len(pairs)


@given(PAIRS)
def test_the_way_back_turns_up_into_down(pairs):
    before, after = columns(pairs)
    there, back = migration_matrix(before, after, ORDER), migration_matrix(after, before, ORDER)
    assert there.counts.tolist() == back.counts.T.tolist()
    assert (there.up, there.entered) == (back.down, back.left)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_customers_changes_nothing(pairs, shuffle):
    mixed = shuffle.sample(pairs, len(pairs))
    first, second = (migration_matrix(*columns(one), ORDER) for one in (pairs, mixed))
    assert first.tiers == second.tiers
    assert first.counts.tolist() == second.counts.tolist()


def test_nobody_and_no_tiers_are_an_empty_matrix():
    found = migration_matrix([], [], [])
    assert found.tiers == ("",)
    assert found.total == 0


def test_columns_of_different_length_are_refused():
    with pytest.raises(BadValue) as refused:
        migration_matrix(["High"], [], ORDER)
    assert refused.value.sentence("en").startswith("There are 1 customers before and 0 after")
