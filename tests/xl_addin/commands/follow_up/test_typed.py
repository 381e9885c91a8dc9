"""What people type: read from all sheets, brought together by item, both kept where two differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xl_addin.commands.follow_up.shop import customer, made, refused, shop
from xl_addin import schema
from xl_addin.commands.follow_up.typed import (
    TYPED,
    Line,
    brought_together,
    joined,
    mark,
    read_lines,
)
from xl_addin.commands.owners import owner_code

NOBODY = dict.fromkeys(TYPED)


def line(item="a/recall/1", table="follow_up", base=None, own=None, own_base=None, **typed):
    """A line whose cells held `base` when the sheet was made, and hold `typed` now."""
    cells = NOBODY | typed
    before = " ".join(mark(NOBODY | (base or {}), own_base if own_base is not None else own or {}))
    computed = {"item": item, "customer_id": "a", "typed_mark": before}
    return Line(table, computed, cells, own or {})


def together(*lines, **more):
    return list(brought_together(lines, "en", **more).values())


def test_the_edited_line_counts_and_the_other_may_be_stale():
    old = {"result_note": "first"}
    (found,) = together(line(base=old, result_note="first"), line(base=old, result_note="second"))
    assert found.typed["result_note"] == "second"


def test_words_taken_back_on_one_sheet_are_gone():
    old = {"result_note": "first"}
    (found,) = together(line(base=old), line(base=old, result_note="first"))
    assert found.typed["result_note"] is None


def test_of_several_outcomes_all_are_told():
    found = together(
        line(result_note="called"),
        line(outcome="reached"),
        line(outcome="later"),
        line(outcome="reached"),
    )[0]
    assert found.typed["outcome"] == "reached"
    assert found.typed["result_note"] == "called / Later"


def test_done_on_one_sheet_is_done():
    assert together(line(done=True), line(done=False))[0].is_done


@pytest.mark.parametrize(("one", "other"), [("ok", "not ok"), ("同意", "不同意"), ("5", "15")])
def test_a_text_that_is_part_of_another_one_is_still_told(one, other):
    assert joined([one, other]) == f"{one} / {other}"


def test_what_is_joined_already_is_not_told_again():
    assert joined(["a / b", "b", "b / c"]) == "a / b / c"
    assert joined([None, " ", "a / a"]) == "a / a"


WORDS = st.lists(st.text("ab /", max_size=6), max_size=4)


@given(WORDS)
def test_joining_keeps_every_part_and_joining_again_changes_nothing(words):
    said = joined(words)
    kept = [one.strip() for one in words if one.strip()]
    for one in kept:
        assert all(part.strip() in said for part in one.split(" / "))
    assert joined([said, *kept]) in (said, joined([said, said])) or len(kept) <= 1


def test_an_own_column_that_came_to_one_sheet_only_now_clears_nothing_on_the_other():
    there = line(own={"Step": "send"}, own_base={"Step": "send"})
    new = line(table="follow_up.1", own={"Step": None}, own_base={}, result_note="x")
    (found,) = together(there, new)
    assert found.own == {"Step": "send"}


def test_a_cleared_cell_of_an_own_column_is_cleared():
    there = line(own={"Step": "send"}, own_base={"Step": "send"})
    cleared = line(own={"Step": None}, own_base={"Step": "send"})
    assert together(there, cleared)[0].own == {"Step": None}


def test_a_number_is_the_same_on_every_host_and_stays_a_number():
    assert mark({"result_note": 7}, {}) == mark({"result_note": 7.0}, {})
    assert together(line(result_note=7.0))[0].typed["result_note"] == 7.0


def test_lines_added_by_hand_with_the_same_words_as_one_done_before_are_another_matter():
    by_hand = line(item=None, result_note="newsletter sent")
    (first,) = brought_together([by_hand], "en")
    (second,) = brought_together([by_hand], "en", {first})
    assert first.startswith("a/own/")
    assert second == f"{first}-2"


def test_the_customer_of_a_line_is_known_however_the_cell_holds_the_number():
    found = Line("follow_up", {"customer_id": 7.0}, NOBODY)
    assert found.customer_id == "7"
    assert Line("follow_up", {"customer_id": " Ａ1 "}, NOBODY).customer_id == "A1"


def done(cell):
    """The one line of a sheet with this cell in Done, as a program reads it, brought together."""
    host = shop([customer("a", phone=None)])
    made(host)
    book = host.read()
    del book.tables[schema.owner_table(owner_code("Anna"))]
    book["follow_up"].columns["done"] = [cell]
    (found,) = together(*read_lines(book))
    return found


@pytest.mark.parametrize("word", ["完成", "已办完", "OK", "x", " √ ", "Done", "是", "yes", 1, True])
def test_what_people_write_into_done_counts_as_done(word):
    assert done(word).is_done


@pytest.mark.parametrize("word", ["half", "快好了", 5.0])
def test_other_words_do_not_and_are_kept_in_the_note(word):
    found = done(word)
    assert found.typed["done"] is None
    assert found.typed["result_note"] == joined([word])


@pytest.mark.parametrize("word", ["否", "no", "", None, 0, False])
def test_no_is_no(word):
    assert not done(word).is_done
    assert done(word).typed["result_note"] is None


@pytest.mark.parametrize("column", ["done", "outcome", "result_note", "item", "typed_mark"])
def test_a_sheet_without_a_column_for_what_is_typed_is_refused(column, monkeypatch):
    host = shop([customer("a", phone=None)])
    made(host)
    book = host.read()
    del book["follow_up"].columns[column]
    monkeypatch.setattr(host, "read", lambda: book)
    assert "restore its header" in refused(host)
