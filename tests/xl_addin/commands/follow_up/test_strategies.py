"""Which strategy rows fit a customer, and how often a return visit is due."""

import pytest

from tests.xl_addin.commands.follow_up.shop import customer, shop
from udfs.errors import BadRule
from xl_addin.commands.follow_up.strategies import age_group, read_strategies
from xl_addin.settings import Settings


def strategies(*rows):
    names = ("tier", "age_group", "contact", "return_visit_days")
    cells = [dict(zip(names, row, strict=True)) for row in rows]
    return read_strategies(shop([customer("a")], strategies=cells).read())


def test_rows_of_the_tier_and_of_the_age_group_fit_and_the_shortest_interval_counts():
    found = strategies(
        ("High value", "any", "call", 30),
        ("Any", "old", "visit", 14),
        ("Potential", "any", "mail", 60),
    )
    assert [row.contact for row in found.fitting("High value", "old")] == ["call", "visit"]
    assert found.visit_days("High value", "old") == 14
    assert found.visit_days("High value", "any") == 30
    assert found.visit_days("Ordinary", "young") is None


def test_a_tier_is_known_in_any_case_and_blank_stands_for_all():
    found = strategies(("high VALUE ", "any", "call", None), (None, None, "mail", 90))
    assert [row.contact for row in found.fitting("High value", "any")] == ["call", "mail"]
    assert found.visit_days("High value", "any") == 90


@pytest.mark.parametrize("cell", ["often", 0, -3, 2.5])
def test_days_that_are_none_are_refused_by_their_cell(cell):
    with pytest.raises(BadRule) as why:
        strategies(("High value", "any", "call", 30), ("Potential", "any", "mail", cell))
    assert "Sheet Strategies row 6, Return visit (days)" in why.value.sentence("en")


@pytest.mark.parametrize(("age", "group"), [(35, "young"), (36, "any"), (60, "old"), (None, "any")])
def test_the_ages_are_those_of_the_settings(age, group):
    assert age_group(age, Settings(young_until=35, old_from=60)) == group
