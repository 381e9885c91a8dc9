"""What changed: the page a manager reads after a refresh."""

from datetime import date, datetime

from tests.xl_addin.books import memory
from udfs.texts import text
from xl_addin.commands.refresh import refresh
from xl_addin.commands.what_changed import what_changed

FIRST, SECOND = date(2026, 7, 10), date(2026, 8, 10)
ORDERS = [
    ("up", date(2026, 7, 1), 100),
    ("up", date(2026, 7, 2), 100),
    ("down", date(2026, 7, 1), 5000),
    ("down", date(2026, 7, 2), 5000),
    ("still", date(2026, 7, 3), 20),
    ("up", date(2026, 8, 1), 9000),
]


def shop(*days, lang="en"):
    host = memory(ORDERS, lang=lang, settings={"frequency_cut": 2, "amount_cut": 6000})
    for day in days:
        host.apply(refresh(host.read(), datetime(day.year, day.month, day.day, 9), day))
    return host


def test_tier_moves_of_the_last_refresh_are_listed_from_to_and_why_falls_first():
    host = shop(FIRST)
    host.tables["settings"]["value"] = [
        8000 if value == 6000 else value for value in host.tables["settings"]["value"]
    ]
    host.tables["orders"]["amount"][3] = 100
    host.apply(refresh(host.read(), datetime(2026, 8, 10, 9), SECOND))
    moves = what_changed(host.read()).sections[0]
    assert [row[:2] for row in moves.rows] == [("down", "down"), ("up", "up")]
    by_caption = dict(zip(moves.header, moves.rows[0], strict=True))
    assert (by_caption["Previous tier"], by_caption["Tier"]) == (
        "High value",
        "Ordinary",
    )
    assert by_caption["Why"].startswith("Ordinary (frequent, small): revenue $5,100 is below")
    assert by_caption["Gap to next tier"] == "$2,900 more revenue to High value"
    assert moves.notes[0].startswith(
        "Analysis date 2026-08-10: 2 customers changed tier, 1 down, 1"
    )
    assert len(moves.notes) == 1


def test_moves_of_earlier_refreshes_are_not_told_again():
    host = shop(FIRST, SECOND)
    assert [row[1] for row in what_changed(host.read()).sections[0].rows] == ["up"]
    host.apply(refresh(host.read(), datetime(2026, 8, 11, 9), date(2026, 8, 11)))
    assert host.tables["customers"]["tier_changed_on"][0] == SECOND
    moves = what_changed(host.read()).sections[0]
    assert moves.notes == ("Analysis date 2026-08-11: no customer changed tier.",)


def test_the_two_last_lines_of_the_log_stand_side_by_side():
    log = what_changed(shop(date(2026, 7, 5), FIRST, SECOND).read()).sections[2]
    rows = {row[0]: row[1:] for row in log.rows}
    assert rows["Analysis date"] == (FIRST, SECOND, "differs")
    assert rows["Orders used"] == (5, 6, "+1")
    assert rows["Customers"] == (3, 3, "")
    assert log.notes == ("The two refreshes were made at 2026-07-10 09:00 and 2026-08-10 09:00.",)
    assert text("column.refresh_log.remarks", "en") not in rows


def test_after_the_first_refresh_there_is_nothing_to_compare():
    moves, _, log = what_changed(shop(FIRST).read()).sections
    assert moves.notes == ("Analysis date 2026-07-10: no customer changed tier.",)
    assert log.notes[0].startswith("This was the first refresh")
    assert log.rows == ()


def test_before_the_first_refresh_the_page_says_what_to_do():
    (section,) = what_changed(shop().read()).sections
    assert "Press Refresh tiers first." in section.notes[0]


def test_a_look_back_is_not_told_as_moves():
    moves = what_changed(shop(SECOND, FIRST).read()).sections[0]
    assert "The last refresh was a look back" in moves.notes[0]
    assert moves.rows == ()


def test_tiers_no_rule_knows_are_moves_without_a_direction():
    host = shop(FIRST, SECOND)
    host.tables["customers"]["previous_tier"][0] = "Golden"
    moves = what_changed(host.read()).sections[0]
    assert moves.rows[0][0] == "other"
    assert moves.notes[1].startswith("For 1 customer the two tiers")


def test_rules_that_cannot_be_read_do_not_hide_what_the_table_shows():
    host = shop(FIRST, SECOND)
    host.tables["tiers"]["level"][0] = "high"
    assert what_changed(host.read()).sections[0].rows[0][0] == "other"


def test_the_page_reads_in_the_users_language_whatever_the_workbooks():
    page = what_changed(shop(FIRST, SECOND, lang="zh").read(), "en")
    assert page.lang == "en"
    assert page.sections[0].header[0] == "Direction"
    assert page.sections[0].rows[0][5] == "高价值"
