"""What a run of copies tells a clerk."""

import pytest

from tests.xl_addin.commands.follow_up.shop import customer
from tests.xl_addin.commands.share.office import DAY, office, reader
from tests.xl_addin.commands.share.test_share_log import HIDDEN, made
from udfs.errors import BadRule, BadValue
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.readers import Readers
from xl_addin.commands.share.report import ShareReport
from xl_addin.commands.share.rows import Rows

NOBODY = Readers((), (), (), 0)


def report(readers=NOBODY, **values):
    return ShareReport(readers, "en", **values)


def test_each_copy_is_a_line_and_what_all_share_is_said_once():
    book = office(
        [customer("A1"), customer("A2", consent_given_on=None), customer("B", owner="Ben")]
    )
    copies = [
        made(book, role=HIDDEN),
        made(book, "Ben", encrypted=True),
    ]
    found = report(made=copies, left_behind={"en": ["A picture was left out."], "zh": ["图"]})
    assert found.lines("zh")[-1] == "图"
    assert found.lines("en") == [
        "Anna: Anna.xlsx, Customers 1.",
        "Not in the copy of Anna: 1 never agreed. Ask for consent first.",
        "Ben: Ben.xlsx (with a password), Customers 1.",
        "Columns not given to Anna: Phone.",
        "A picture was left out.",
    ]
    assert not found.has_problems


def test_many_copies_are_told_in_one_sentence_where_there_is_little_room():
    found = report(made=[made(office(), who) for who in ("Anna", "Ben")])
    assert found.lines("en", most=2)[0] == "Anna: Anna.xlsx, Customers 2."
    assert found.lines("en", most=1)[0].startswith("2 copies were made: Anna, Ben.")


def test_colleagues_of_one_role_are_told_together():
    copies = [made(office(), who, role=HIDDEN) for who in ("Anna", "Ben")]
    assert report(made=copies).lines("en")[-1] == "Columns not given to Anna, Ben: Phone."


def test_columns_that_went_because_they_quote_are_explained():
    role = HIDDEN.__class__("Sales", columns=frozenset({("customers", "revenue")}))
    lines = report(made=[made(office(), role=role)]).lines("zh")
    assert any("会透露看不到的列" in line for line in lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_got_no_copy_and_why(lang):
    book = office([customer("A1", consent_given_on=None)])
    empty = Planner(book, Rows(book, DAY), False).plan(reader("Anna"))
    twice = BadRule("follow_up.owner_twice", sheet="S", owner="Li", rows=[5, 6], column="Owner")
    leak = BadValue("share.leak", reader="Ben", sheet="Prices", place="B2")
    readers = Readers((), (twice,), ("Emma",), 3)
    full = BadValue("share.disk_full", folder="D")
    found = report(readers, empty=[empty], refused=[leak], stopped=("Zoe", full))
    said = "\n".join(found.lines(lang))
    for words in ("Anna", "Emma", "5", "Prices", "B2", "Zoe", "3"):
        assert words in said
    assert found.lines(lang)[0] in ("No copy was made.", "没有生成任何副本。")
    assert found.has_problems
