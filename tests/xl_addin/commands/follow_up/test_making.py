"""The command as a whole: which sheets it makes, and what stays of lines no longer planned."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import (
    AS_OF,
    contact,
    customer,
    lines,
    made,
    only,
    refused,
    shop,
    sources,
)
from xl_addin import schema
from xl_addin.commands.owners import owner_code

OLD = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]
TWO = [*OLD, ("b", date(2025, 6, 1), 700), ("b", date(2025, 6, 2), 700)]


def sheet_of(owner):
    return schema.owner_table(owner_code(owner))


def two_owners():
    host = shop([customer("a"), customer("b", owner="Ben")], TWO)
    made(host)
    return host


def test_an_open_line_goes_to_the_new_owner_of_its_customer():
    host = two_owners()
    host.tables["follow_up"]["result_note"] = ["calls back", "calls back"]
    host.tables["orders"]["order_date"] = [AS_OF] * 4  # the reason is gone
    host.tables["customers"]["owner"] = ["Ben", "Ben"]
    made(host)
    assert {line["customer_id"] for line in lines(host, sheet_of("Ben"))} == {"a", "b"}
    assert lines(host, sheet_of("Anna")) == []
    assert {line["owner"] for line in lines(host)} == {"Ben"}


def test_the_sheet_of_an_owner_who_is_no_more_is_emptied_and_says_so():
    host = two_owners()
    host.tables[sheet_of("Ben")]["result_note"] = ["promised a quote"]
    host.tables["customers"]["owner"] = ["Anna", "Benjamin"]
    changes = made(host)
    assert lines(host, sheet_of("Ben")) == []
    assert changes.tables[sheet_of("Ben")].line.startswith("2026-03-02: nobody looks after")
    assert [line["result_note"] for line in lines(host, sheet_of("Benjamin"))] == [
        "promised a quote"
    ]


def test_what_was_done_does_not_come_back_from_a_sheet_left_behind():
    host = two_owners()
    host.tables[sheet_of("Ben")]["result_note"] = ["promised a quote"]
    host.tables["customers"]["owner"] = ["Anna", "Benjamin"]
    made(host)
    host.tables[sheet_of("Benjamin")]["done"] = [True]
    for _ in range(2):
        made(host)
    assert "b" not in {line["customer_id"] for line in lines(host)}
    assert [row["note"] for row in lines(host, "contacts")] == ["promised a quote"]


def test_with_one_owner_the_untouched_sheets_of_others_stay_as_they_are():
    host = two_owners()
    changes = made(host, date(2026, 3, 3), "anna")
    assert sheet_of("Ben") not in changes.tables
    assert {"follow_up", sheet_of("Anna")} <= set(changes.tables)
    host = shop([customer("a"), customer("b", owner="Ben")], TWO)
    assert set(made(host, owner="Anna").new_sheets) >= {sheet_of("Anna")}
    assert sheet_of("Ben") not in host.tables


def test_with_one_owner_a_line_done_for_another_leaves_both_sheets():
    """Otherwise its owner would work on it again, and what is typed then would be lost."""
    host = two_owners()
    place = host.tables["follow_up"]["customer_id"].index("b")
    host.tables["follow_up"]["done"][place] = True
    made(host, owner="Anna")
    assert lines(host, sheet_of("Ben")) == []


def test_with_one_owner_what_others_typed_moves_on_and_can_be_taken_back():
    host = two_owners()
    host.tables[sheet_of("Ben")]["result_note"] = ["wrong customer"]
    made(host, owner="Anna")
    place = host.tables["follow_up"]["customer_id"].index("b")
    assert host.tables["follow_up"]["result_note"][place] == "wrong customer"
    host.tables["follow_up"]["result_note"][place] = None
    made(host)
    assert [line["result_note"] for line in lines(host, sheet_of("Ben"))] == [None]


def test_with_one_owner_a_line_by_hand_on_another_sheet_gets_its_number_there():
    host = two_owners()
    table = host.tables[sheet_of("Ben")]
    for name, cells in table.items():
        cells.append({"customer_id": "b", "result_note": "fair", "owner": "Ben"}.get(name))
    made(host, owner="Anna")
    assert all(line["item"] for line in lines(host, sheet_of("Ben")))
    table = host.tables[sheet_of("Ben")]
    table["result_note"] = [f"{note or ''} and more" for note in table["result_note"]]
    made(host)
    assert len(only(host, None)) == 1


def test_a_line_of_a_customer_who_left_the_table_stays_without_a_way_to_make_contact():
    host = shop([customer("a")], OLD)
    made(host)
    host.tables["follow_up"]["result_note"] = ["asked to be deleted"]
    host.tables["customers"]["customer_id"] = ["z"]
    made(host)
    (line,) = [one for one in lines(host) if one["customer_id"] == "a"]
    assert (line["result_note"], line["contact"], line["words"]) == (
        "asked to be deleted",
        None,
        None,
    )
    assert line["what_to_do"] == "Do not contact: this customer is no longer on sheet Customers."


def test_a_customer_number_that_came_back_as_a_number_is_still_held_against_consent():
    host = shop([customer("7")], [("7", *row[1:]) for row in OLD])
    made(host)
    host.tables["follow_up"] |= {"result_note": ["x"], "customer_id": [7.0]}
    host.tables["customers"]["consent_withdrawn_on"] = [AS_OF]
    made(host)
    assert lines(host)[0]["contact"] is None
    assert "withdrawn on 2026-03-02" in lines(host)[0]["what_to_do"]


def test_an_open_line_shows_the_telephone_number_of_today():
    host = shop([customer("a")], OLD)
    made(host)
    host.tables["follow_up"]["result_note"] = ["x"]
    host.tables["orders"]["order_date"] = [AS_OF, AS_OF]
    host.tables["customers"]["phone"] = ["555-9999"]
    made(host)
    assert lines(host)[0]["contact"] == "555-9999"


def test_a_line_by_hand_stays_as_it_was_written():
    host = shop([customer("a", consent_withdrawn_on=AS_OF)])
    made(host)
    written = {"customer_id": "a", "what_to_do": "return the lamp", "contact": "at the door"}
    for name, cells in host.tables["follow_up"].items():
        cells.append((written | {"result_note": "x"}).get(name))
    made(host)
    (line,) = lines(host)
    assert {name: line[name] for name in written} == written


def test_the_workbook_may_change_its_language_between_two_runs():
    host = shop([customer("a")], OLD, lang="zh")
    made(host)
    host.tables["follow_up"] |= {"result_note": ["下周再谈"], "outcome": ["later"]}
    host.lang = "en"
    made(host)
    (line,) = [one for one in lines(host) if one["source"] == "recall"]
    assert (line["result_note"], line["outcome"]) == ("下周再谈", "later")
    host.tables["follow_up"]["done"] = [True] * len(lines(host))
    made(host)
    assert lines(host, "contacts")[0]["outcome"] == "Later"


def test_a_day_in_the_past_leaves_typed_words_alone_and_knows_nothing_of_later():
    host = shop([customer("a")], OLD, [contact("a", datetime(2026, 3, 2, 9), "in", topic="x")])
    made(host)
    for table in ("follow_up", sheet_of("Anna")):
        host.tables[table]["result_note"] = ["words"] * len(lines(host, table))
    typed = {line["item"] for line in lines(host)}
    for day in (date(2025, 7, 1), AS_OF):
        made(host, day)
        words = {line["item"]: line["result_note"] for line in lines(host)}
        assert {item for item, said in words.items() if said == "words"} == typed


@pytest.mark.parametrize("setting", ["opening_time", "follow_up_cap", "old_from"])
def test_a_setting_that_cannot_be_read_is_refused_not_guessed(setting):
    said = refused(shop([customer("a")], OLD, settings={setting: "many"}))
    assert "Settings row" in said
    assert "many" in said


@pytest.mark.parametrize("item", ["a/b", "007", " x  y ", "客户一", "A/recall/2025-06-02"])
def test_typed_words_find_their_line_whatever_the_customer_is_called(item):
    host = shop([customer(item)], [(item, *row[1:]) for row in OLD])
    made(host)
    host.tables["follow_up"]["result_note"] = ["words"]
    made(host)
    made(host)
    assert [(one["result_note"], one["source"]) for one in lines(host)] == [("words", "recall")]


def test_sorting_the_rows_changes_nothing():
    host = two_owners()
    host.tables["follow_up"]["result_note"] = [f"note of {c}" for c in "ab"]
    first = {line["customer_id"]: line["result_note"] for line in lines(host)}
    for name, cells in host.tables["follow_up"].items():
        host.tables["follow_up"][name] = cells[::-1]
    made(host)
    assert {line["customer_id"]: line["result_note"] for line in lines(host)} == first


def test_a_line_somebody_has_copied_is_one_line_again_with_both_notes():
    host = shop([customer("a")], OLD)
    made(host)
    for cells in host.tables["follow_up"].values():
        cells.append(cells[0])
    host.tables["follow_up"]["result_note"] = ["first call", "second call"]
    made(host)
    assert sources(host) == [("a", "recall")]
    assert lines(host)[0]["result_note"] == "first call / second call"


def test_what_is_in_the_contacts_under_its_name_has_been_done():
    host = shop([customer("a")], OLD)
    made(host)
    item = lines(host)[0]["item"]
    host = shop([customer("a")], OLD, [contact("a", datetime(2020, 1, 1), contact_id=item)])
    made(host)
    assert only(host, "recall") == []
