"""The migration matrix of the last refresh: its sums are the tiers before and after."""

from datetime import date, datetime

from tests.xl_addin.books import memory
from xl_addin.commands.refresh import refresh
from xl_addin.commands.what_changed import what_changed

ORDERS = [
    ("up", date(2026, 7, 1), 50),
    ("up", date(2026, 8, 1), 9000),
    ("still", date(2026, 7, 3), 20),
]


def matrix():
    host = memory(ORDERS, lang="en", settings={"frequency_cut": 2, "amount_cut": 6000})
    for day in (date(2026, 7, 10), date(2026, 8, 10)):
        host.apply(refresh(host.read(), datetime(day.year, day.month, day.day, 9), day))
    section = what_changed(host.read()).sections[1]
    return section, {row[0]: dict(zip(section.header, row, strict=True)) for row in section.rows}


def test_each_customer_stands_in_the_row_of_the_old_and_the_column_of_the_new_tier():
    section, rows = matrix()
    assert rows["Ordinary"]["High value"] == 1
    assert rows["Ordinary"]["Ordinary"] == 1
    assert rows["Ordinary"]["Sum"] == 2
    assert (rows["Sum"]["High value"], rows["Sum"]["Sum"]) == (1, 2)
    assert section.notes == ("Analysis date 2026-08-10: 1 up, 0 down, 1 unchanged.",)


def test_tiers_are_listed_highest_first_and_those_without_one_last():
    section, _ = matrix()
    assert section.header[1:] == ("High value", "Potential", "Ordinary", "No tier", "Sum")
