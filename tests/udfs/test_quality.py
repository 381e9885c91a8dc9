"""Checks of single columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.quality import (
    blank,
    email_is_malformed,
    phone_is_malformed,
    phone_key,
    repeats,
    stale,
    too_old,
)


@pytest.mark.parametrize(
    "address",
    [
        "a@b.cn",
        "li.na+shop@mail.example.com.cn",
        "客户@例子.公司",
        "o'neil@x-y.org",
        "A_B@Q.IO",
        None,
        " ",
    ],
)
def test_addresses_a_message_can_go_to(address: str | None) -> None:
    assert not email_is_malformed(address)


@pytest.mark.parametrize(
    "address",
    ["a", "a@b", "@b.cn", "a@.cn", "a@b.c", "a b@c.cn", "a@b..cn", ".a@b.cn", "a.@b.cn", "a@b.cn;",
     "a@b@c.cn", "a@b.12", "Li <a@b.cn>", 12.0, "x" * 65 + "@b.cn", "a@" + "b." * 130 + "cn"],
)  # fmt: skip
def test_addresses_no_message_can_go_to(address: Any) -> None:
    assert email_is_malformed(address)


@pytest.mark.parametrize(
    "phone",
    ["13800138000", 13800138000.0, 13800138000, "+86 138-0013-8000", "(010) 8888 6666", "95588",
     "010-88886666转123", "020 7946 0958 ext. 12", "13800138000 / 010-88886666",
     "１３８００１３８０００", "123456789012345", None, ""],
)  # fmt: skip
def test_phones_that_can_be_called(phone: Any) -> None:
    assert not phone_is_malformed(phone)


@pytest.mark.parametrize(
    "phone",
    ["1380013800o", "1234", "1234567890123456", "无", "138 0013 8000 Li", "1.38E+10", "---"],
)
def test_phones_that_cannot_be_called(phone: Any) -> None:
    assert phone_is_malformed(phone)


def test_one_phone_in_three_writings_has_one_key() -> None:
    keys = {phone_key(p) for p in ("+86 138-0013-8000", "008613800138000", 13800138000.0)}
    assert keys == {"13800138000"}
    assert phone_key(None) == ""


@given(st.lists(st.sampled_from(["", None, "a", "b", 1, 2])))
def test_a_repeat_points_at_the_first_of_its_kind(keys: list[Any]) -> None:
    for position, first in enumerate(repeats(keys)):
        expected = keys.index(keys[position]) if keys[position] else position
        assert first == (expected if expected < position else -1)


def test_zero_is_not_blank() -> None:
    assert blank([None, "", " ", "\u3000", 0, 0.0, False, "x"]).tolist() == [True] * 4 + [False] * 4


def days(*words: str | None) -> np.ndarray:
    return np.array([word or "NaT" for word in words], dtype="datetime64[D]")


def test_a_confirmation_counts_before_the_day_the_record_was_made() -> None:
    confirmed = days("2025-11-21", "2025-11-20", None, None, None, "2026-01-01")
    created = days("2000-01-01", "2026-01-01", "2025-11-20", "2025-11-21", None, "2000-01-01")
    found = stale(confirmed, created, date(2025, 11, 21))
    assert found.tolist() == [False, True, True, False, False, False]


def test_too_old_begins_on_the_121st_birthday() -> None:
    found = too_old(days("1905-11-21", "1905-11-22", None), date(2026, 11, 21))
    assert found.tolist() == [True, False, False]
