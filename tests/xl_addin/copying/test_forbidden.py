"""Forbidden values are found whole and as words; what a reader sees is no such value."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_addin.copying import forbidden as module
from xl_addin.copying.forbidden import Forbidden, redacted

WORDS = st.text(st.sampled_from("abXY 19王芳-.@"), min_size=1, max_size=9)


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Li", "Li"),
        ("Wang Fang", "ask Wang Fang, please"),
        ("王芳", "请问王芳女士"),
        ("13812345678", "tel:13812345678"),
        (12.0, "12"),
        ("fang@x.example", "<fang@x.example>"),
    ],
)
def test_a_value_is_found_where_it_stands(value, text):
    assert Forbidden([value]).found_in(text) is not None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Li", "Li Na"),
        ("Anna", "Annapolis"),
        ("12", "12 orders"),
        ("2026", "in 2026"),
        ("王", "王芳"),
    ],
)
def test_a_short_value_and_a_part_of_a_word_are_no_finds(value, text):
    assert Forbidden([value]).found_in(text) is None


def test_nothing_and_truth_values_are_never_forbidden():
    assert len(Forbidden([None, "", "  ", True])) == 0


@given(st.lists(WORDS, max_size=5), WORDS)
def test_what_is_allowed_is_never_found(values, text):
    forbidden = Forbidden(values)
    assert forbidden.found_in(text, set(forbidden)) is None


@given(st.lists(WORDS, max_size=5), WORDS)
def test_after_redaction_nothing_is_found(values, text):
    forbidden = Forbidden(values)
    assert forbidden.found_in(redacted(text, forbidden, set())) is None
