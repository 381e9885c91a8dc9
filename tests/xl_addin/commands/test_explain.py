"""The command explain: every line in the language that was asked for."""

from datetime import date

import pytest

from tests.xl_addin.books import book
from udfs.errors import NotFound
from xl_addin.commands.explain import explain

ORDERS = [
    ("C1", date(2026, 1, 5), 900),
    ("C1", date(2026, 2, 5), 900),
    ("C2", date(2026, 3, 5), 10),
    ("C3", date(2026, 3, 6), 20),
]
SETTINGS = {"analysis_date": date(2026, 4, 1)}


def is_chinese(words):
    return any("\u4e00" <= sign <= "\u9fff" for sign in words)


def test_the_gap_is_told_in_the_language_of_the_person_not_of_the_workbook():
    chinese = book(ORDERS, lang="zh", settings=SETTINGS)
    lines = explain(chinese, "C2", lang="en")
    (gap,) = [line for line in lines if line.startswith("Next tier")]
    assert "more" in gap
    assert not is_chinese(gap.replace("潜在", "").replace("高价值", ""))


def test_a_customer_without_orders_is_told_so():
    lines = explain(book(ORDERS, ["C1", "C9"], settings=SETTINGS), "C9")
    assert lines[1:] == ["No valid orders yet."]


def test_an_unknown_customer_is_refused_with_the_nearest():
    with pytest.raises(NotFound) as refused:
        explain(book(ORDERS, settings=SETTINGS), "c1")
    assert "C1" in refused.value.sentence("en")
