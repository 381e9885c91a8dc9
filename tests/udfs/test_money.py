"""Exact units: sums, quantiles and ties as integers, correctly rounded once."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs import money

CENTS = st.lists(st.integers(-(10**11), 10**11), min_size=1, max_size=30)


def amounts(cents, decimals=2):
    return np.array([float(Decimal(c).scaleb(-decimals)) for c in cents])


@given(CENTS, st.integers(0, 6))
def test_decimal_amounts_become_units_without_loss(cents, decimals):
    units, places = money.to_units(amounts(cents, decimals))
    exact = [Fraction(c, 10**decimals) for c in cents]
    assert [Fraction(int(unit)) / Fraction(10) ** places for unit in units] == exact


@given(CENTS)
def test_a_sum_is_the_correctly_rounded_true_sum(cents):
    units, places = money.to_units(amounts(cents))
    total = money.to_floats(np.array([units.sum()]), places)[0]
    assert total == float(Fraction(sum(cents), 100))


@given(CENTS, st.sampled_from(["10000", "0.0001", "7.1", "0.1389", "6.8975", "100", "0.01"]))
def test_an_exchange_rate_leaves_no_noise_behind(cents, rate):
    changed = amounts(cents) * float(rate)
    exact = [float(Fraction(c, 100) * Fraction(rate)) for c in cents]
    if max(map(abs, cents)) < 10**9:
        assert money.exact_values(changed).tolist() == exact


def test_noise_of_binary_fractions_disappears():
    assert money.exact_values(np.array([0.1 + 0.2, 3.3 * 7.1, np.nan, -0.0])).tolist()[:2] == [
        0.3,
        23.43,
    ]


@given(st.lists(st.floats(-1e15, 1e15, allow_subnormal=False), max_size=30))
def test_any_amounts_keep_fourteen_digits_of_the_largest(values):
    found = money.exact_values(np.array(values))
    largest = max(map(abs, values), default=0.0)
    assert np.all(np.abs(found - values) <= largest * 2e-14 + 1e-22)


@given(st.lists(st.floats(-1e12, 1e12), min_size=2, max_size=30))
def test_exact_values_keep_the_order(values):
    ordered = np.sort(np.array(values))
    assert np.all(np.diff(money.exact_values(ordered)) >= 0)


@pytest.mark.parametrize("values", [[], [0.0], [1e-9, 3e-9], [1e300, 1.0], [5e-324], [1e15, 0.01]])
def test_extreme_columns_do_not_overflow(values):
    units, places = money.to_units(np.array(values, dtype=float))
    assert np.abs(units).sum() <= 9e17
    assert np.isfinite(money.to_floats(units, places)).all()


def test_many_large_amounts_fit_into_whole_numbers():
    units, places = money.to_units(np.full(1_000_000, 99_999_999.99))
    total = money.to_floats(np.array([units.sum()]), places)[0]
    assert total == float(Fraction(9_999_999_999 * 1_000_000, 100))


def test_units_beyond_float_precision_are_rounded_once():
    units = np.array([2**53 + 1, 9_007_199_254_740_993 * 3])
    assert money.to_floats(units, 2).tolist() == [int(u) / 100 for u in units]


def test_negative_decimals_scale_up():
    assert money.to_floats(np.array([5]), -20).tolist() == [5e20]


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=40), st.fractions(0, 1, max_denominator=20)
)
def test_a_quantile_is_the_exact_one_rounded_once(cents, p):
    ordered = sorted(cents)
    position = (len(ordered) - 1) * p
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    exact = ordered[low] + (position - low) * (ordered[high] - ordered[low])
    assert money.quantile(np.array(cents), p, 2) == float(exact / 100)
    assert money.quantile(np.array(cents), p, 2, plus=1) == float(exact / 100 + 1)


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=40), st.integers(0, 5))
def test_quantiles_agree_with_numpy(cents, fifth):
    ours = money.quantile(np.array(cents), Fraction(fifth, 5), 2)
    assert ours == pytest.approx(np.quantile(amounts(cents), fifth / 5), rel=1e-12, abs=1e-12)


@given(st.lists(st.integers(0, 2**49), min_size=2, max_size=20), st.integers(1, 4))
def test_a_value_above_a_cut_is_above_it_as_a_float_too(units, fifth):
    cut = money.quantile(np.array(units), Fraction(fifth, 5), 4)
    position = (len(units) - 1) * Fraction(fifth, 5)
    ordered = sorted(units)
    low = int(position)
    high = min(low + 1, len(units) - 1)
    exact = ordered[low] + (position - low) * (ordered[high] - ordered[low])
    floats = money.to_floats(np.array(units), 4)
    assert (floats > cut).tolist() == [unit > exact for unit in units]
    assert (floats == cut).tolist() == [unit == exact for unit in units]


def test_sums_per_group_are_whole_numbers():
    sums = money.add_by(np.array([0, 1, 0]), np.array([2**60, 5, 1]), 3)
    assert sums.tolist() == [2**60 + 1, 5, 0]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (1250, "1,250"),
        (1250.5, "1,250.5"),
        (3.4, "3.4"),
        (1e6, "1,000,000"),
        (-2.25, "-2.25"),
    ],
)
def test_a_number_in_words_has_at_most_two_decimals(value, words):
    assert money.number_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"), [(0, "¥0"), (1250.5, "¥1,250.50"), (1e6, "¥1,000,000"), (-0.5, "-¥0.50")]
)
def test_an_amount_in_words_has_two_decimals_or_none(value, words):
    assert money.money_words(value, "¥") == words
