"""Who is left out: the cap counts what was really a contact, and a sheet does not overflow."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import (
    AS_OF,
    contact,
    customer,
    lines,
    made,
    only,
    shop,
    sources,
)
from xl_addin.commands.follow_up.choosing import MOST_TO_CONFIRM

OLD = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]
PERSON = customer("a", birthday=date(1990, 3, 4))


def test_answers_to_inquiries_take_nothing_from_the_cap():
    talks = []
    for day in (10, 11, 12):
        talks.append(contact("a", datetime(2026, 2, day, 9), "in"))
        talks.append(contact("a", datetime(2026, 2, day, 10)))
    host = shop([PERSON], OLD, talks)
    made(host)
    assert sources(host) == [("a", "recall"), ("a", "birthday")]


@pytest.mark.parametrize(("day", "left"), [(date(2026, 1, 31), 1), (date(2026, 2, 1), 0)])
def test_the_cap_counts_thirty_days_with_today(day, left):
    """1 February to 2 March are thirty days."""
    talks = [contact("a", datetime.combine(day, datetime.min.time())) for _ in range(2)]
    host = shop([customer("a")], OLD, talks)
    made(host)
    assert len(lines(host)) == left


def test_contacts_of_later_days_do_not_count_when_looking_back():
    talks = [contact("a", datetime(2026, 3, day)) for day in (3, 4, 5)]
    host = shop([customer("a")], OLD, talks)
    made(host)
    assert sources(host) == [("a", "recall")]


def test_an_open_line_stays_whatever_the_cap_says_and_counts_first():
    host = shop([PERSON], OLD, settings={"follow_up_cap": 2})
    made(host)
    place = host.tables["follow_up"]["source"].index("birthday")
    host.tables["follow_up"]["result_note"][place] = "card is written"
    host.tables["settings"]["value"] = [
        1 if "Most contacts" in str(name) else value
        for name, value in zip(
            host.tables["settings"]["setting"], host.tables["settings"]["value"], strict=True
        )
    ]
    made(host)
    assert sources(host) == [("a", "birthday")]


def test_data_to_confirm_do_not_bury_the_rest():
    people = [customer(f"c{n:02}", phone=None) for n in range(MOST_TO_CONFIRM + 5)]
    changes = made(host := shop(people))
    assert len(lines(host)) == MOST_TO_CONFIRM
    assert (
        "5 to confirm data later, after the first 10 of each owner"
        in changes.report.lines("en")[-2]
    )


def test_when_one_is_confirmed_the_next_one_comes():
    people = [customer(f"c{n:02}", phone=None) for n in range(MOST_TO_CONFIRM + 1)]
    host = shop(people)
    made(host)
    host.tables["follow_up"]["done"][0] = True
    host.tables["follow_up"]["result_note"][1] = "asked"
    made(host)
    assert len(lines(host)) == MOST_TO_CONFIRM
    assert "asked" in [line["result_note"] for line in lines(host)]


def test_a_full_sheet_takes_answers_and_open_lines_still():
    people = [customer(f"c{n}", phone=None) for n in range(4)]
    asked = [contact("c3", datetime(2026, 3, 2, 8), "in")]
    host = shop(people, [], asked, settings={"follow_up_per_owner": 2})
    changes = made(host)
    assert sources(host) == [("c3", "inquiry"), ("c0", "confirm_data")]
    assert "3 of lower priority because the sheet is full" in changes.tables["follow_up"].line
    made(shop(people, settings={"follow_up_per_owner": 2}))


def test_each_owner_has_a_limit_of_their_own():
    people = [customer(f"c{n}", owner="AB"[n % 2], phone=None) for n in range(6)]
    host = shop(people, settings={"follow_up_per_owner": 2})
    made(host)
    assert sorted(line["owner"] for line in lines(host)) == ["A", "A", "B", "B"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"consent_given_on": None}, "1 without consent"),
        ({"consent_given_on": date(2026, 3, 3)}, "1 whose consent is not yet in force"),
        ({"consent_purpose": "Orders and service"}, "1 whose consent is for other purposes"),
        ({"consent_purpose": "yes"}, "1 whose purpose of consent is not understood"),
        ({"consent_withdrawn_on": AS_OF}, "1 whose consent was withdrawn"),
    ],
)
def test_every_reason_is_told(cells, said):
    host = shop([customer("a", **cells)], OLD, [contact("a", datetime(2026, 2, 28))])
    assert said in made(host).tables["follow_up"].line
    assert only(host, "recall") == []
