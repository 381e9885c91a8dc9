"""The tables of the sheets: whose line stands where, own columns, and the words of new tabs."""

from datetime import date

import pytest

from tests.xl_addin.commands.follow_up.shop import customer, lines, made, shop
from xl_addin import schema
from xl_addin.commands.owners import owner_code

OLD = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]


def tabs(*owners):
    people = [customer(f"c{n}", owner=owner, phone=None) for n, owner in enumerate(owners)]
    return [
        tab
        for table, tab in made(shop(people)).new_sheets.items()
        if schema.base_name(table) == "follow_up"
    ]


def test_the_tab_names_the_owner_in_words_excel_takes():
    assert tabs("Anna [North]/South: '?*\\") == ["Follow up", "Follow up Anna North South"]
    assert tabs("Two\nlines") == ["Follow up", "Follow up Two lines"]


def test_long_names_that_begin_alike_get_tabs_of_their_own():
    first, second = "Bartholomew Featherstonehaugh", "Bartholomew Featherstonehaugh-Smith"
    _, one, other = tabs(first, second)
    assert max(len(one), len(other)) <= 31
    assert other.endswith(owner_code(second))
    assert one != other


@pytest.mark.parametrize("name", ["***", "[]"])
def test_a_name_without_a_letter_excel_takes_gets_a_tab_all_the_same(name):
    assert tabs(name) == ["Follow up", f"Follow up {owner_code(name)}"]


def test_a_customer_without_an_owner_stands_on_the_sheet_for_all_only():
    host = shop([customer("a", owner=None)], OLD)
    changes = made(host)
    assert len(lines(host)) == 1
    assert not any(map(schema.is_owner_table, host.tables))
    assert "Customers without an owner: 1, on the sheet for all only." in " ".join(
        changes.report.lines("en")
    )


def test_a_zero_in_a_column_that_is_no_more_is_told_in_the_note():
    host = shop([customer("a")], OLD)
    made(host)
    anna = schema.owner_table(owner_code("Anna"))
    host.tables[anna]["Offered"] = [0]
    host.tables["customers"]["owner"] = ["Ben"]
    made(host)
    assert lines(host)[0]["result_note"] == "Offered: 0"
    made(host)
    assert lines(host)[0]["result_note"] == "Offered: 0"


def test_a_column_on_the_sheet_of_an_owner_who_is_no_more_is_told_in_the_note():
    host = shop([customer("a")], OLD)
    made(host)
    host.tables[schema.owner_table(owner_code("Anna"))]["Step"] = ["send"]
    host.tables["customers"] |= {"owner": [None], "customer_id": ["z"]}
    made(host)
    assert lines(host)[0]["result_note"] == "Step: send"


def test_a_column_filled_by_a_formula_is_nothing_typed(monkeypatch):
    host = shop([customer("a")], OLD)
    made(host)
    book = host.read()
    book["follow_up"].extra["Twice"] = [2]
    object.__setattr__(book["follow_up"], "calculated", frozenset({"Twice"}))
    monkeypatch.setattr(host, "read", lambda: book)
    changes = made(host)
    assert "Twice" not in changes.tables["follow_up"].replace
    assert changes.tables["follow_up"].replace["result_note"] == [None]


def test_the_lines_under_the_titles_begin_with_the_day_and_count_their_own_sheet():
    people = [customer("a"), customer("b", owner="Ben", consent_given_on=None)]
    changes = made(shop(people, [*OLD, ("b", *OLD[0][1:]), ("b", *OLD[1][1:])]))
    said = {name: change.line for name, change in changes.tables.items() if change.line}
    assert said["follow_up"] == "2026-03-02: 1 thing to do. 1 left out: 1 without consent."
    assert said[schema.owner_table(owner_code("Anna"))] == "2026-03-02: 1 thing to do."
