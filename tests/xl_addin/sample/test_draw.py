"""Chance that is the same everywhere: bounds, weights, and the promised stream."""

import random

import pytest

from xl_addin.sample.draw import Draw


def test_the_stream_is_the_one_python_promises():
    source = random.Random(5)
    draw = Draw(5)
    assert [draw.chance(0.5) for _ in range(50)] == [source.random() < 0.5 for _ in range(50)]


def test_between_reaches_both_ends_and_nothing_beyond():
    draw = Draw(1)
    assert {draw.between(3, 5) for _ in range(200)} == {3, 4, 5}


def test_pick_reaches_every_item():
    draw = Draw(2)
    assert {draw.pick("abc") for _ in range(200)} == set("abc")


@pytest.mark.parametrize("weights", [(1, 0, 9), (0, 1, 1)])
def test_an_item_of_weight_zero_is_never_drawn_and_the_others_by_their_share(weights):
    draw = Draw(3)
    drawn = [draw.weighted("xyz", weights) for _ in range(4000)]
    for item, weight in zip("xyz", weights, strict=True):
        assert drawn.count(item) / 4000 == pytest.approx(weight / sum(weights), abs=0.03)
