"""Inquiries in a log of contacts: who waits for an answer, since when."""

import datetime as dt
import random
import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.inquiries import inquiries, open_inquiries

START = dt.datetime(2026, 11, 2, 9)


def at(minute):
    return START + dt.timedelta(minutes=minute)


def read(*rows, which=inquiries, until=None):
    """Rows of (customer, minute, direction, thread, person)."""
    columns = [list(column) for column in zip(*rows, strict=True)] if rows else [[]] * 5
    columns[1] = [at(minute) if isinstance(minute, int) else minute for minute in columns[1]]
    return which(*columns, until=until)


def told(found):
    return [
        (one.customer_id, one.thread, one.received, one.first_reply, one.messages) for one in found
    ]


def test_an_inbound_entry_without_an_answer_is_an_open_inquiry():
    (found,) = read(("A", 0, "in", "T", "Li"))
    assert found.first_reply is None
    assert (found.customer_id, found.thread, found.received, found.row) == ("A", "T", at(0), 0)


def test_the_first_outbound_entry_by_a_person_answers():
    rows = [("A", 0, "in", "T", ""), ("A", 5, "out", "T", "Li"), ("A", 9, "out", "T", "Wang")]
    assert told(read(*rows)) == [("A", "T", at(0), at(5), 1)]
    assert read(*rows, which=open_inquiries) == []


def test_an_automatic_reply_is_no_answer():
    rows = [("A", 0, "in", "T", ""), ("A", 1, "out", "T", " "), ("A", 2, "out", "T", None)]
    assert read(*rows)[0].first_reply is None


def test_an_answer_in_another_thread_is_no_answer():
    assert read(("A", 0, "in", "T", ""), ("A", 5, "out", "U", "Li"))[0].first_reply is None


def test_an_answer_to_another_customer_is_no_answer_even_in_a_thread_of_the_same_name():
    assert read(("A", 0, "in", "T", ""), ("B", 5, "out", "T", "Li"))[0].first_reply is None


def test_entries_without_thread_are_the_customers_own_thread():
    rows = [("A", 0, "in", "", ""), ("B", 1, "in", None, ""), ("A", 5, "out", " ", "Li")]
    assert told(read(*rows)) == [("A", "", at(0), at(5), 1), ("B", "", at(1), None, 1)]


def test_asking_again_before_the_answer_is_one_inquiry_counted_from_the_first():
    rows = [("A", 0, "in", "T", ""), ("A", 30, "in", "T", ""), ("A", 50, "out", "T", "Li")]
    assert told(read(*rows)) == [("A", "T", at(0), at(50), 2)]


def test_asking_again_after_the_answer_is_a_new_inquiry():
    rows = [("A", 0, "in", "T", ""), ("A", 5, "out", "T", "Li"), ("A", 9, "in", "T", "")]
    assert told(read(*rows)) == [("A", "T", at(0), at(5), 1), ("A", "T", at(9), None, 1)]


def test_an_earlier_outbound_entry_answers_nothing():
    assert read(("A", 5, "in", "T", ""), ("A", 0, "out", "T", "Li"))[0].first_reply is None


def test_an_answer_entered_with_the_same_moment_counts_in_either_order():
    rows = [("A", 0, "out", "T", "Li"), ("A", 0, "in", "T", "")]
    assert read(*rows)[0].first_reply == read(*rows[::-1])[0].first_reply == at(0)


def test_entries_after_the_given_moment_do_not_count():
    rows = [("A", 0, "in", "T", ""), ("A", 5, "out", "T", "Li"), ("B", 6, "in", "T", "")]
    assert told(read(*rows, until=at(4))) == [("A", "T", at(0), None, 1)]
    assert read(*rows, until=at(5))[0].first_reply == at(5)


def test_entries_without_customer_moment_or_direction_are_left_out():
    rows = [("", 0, "in", "", ""), ("A", None, "in", "", ""), ("A", 0, None, "", "")]
    assert read(*rows, ("A", pd.NaT, "in", "", "")) == []


def test_a_day_without_time_is_its_midnight():
    (found,) = read(("A", dt.date(2026, 11, 2), "in", "", ""))
    assert found.received == dt.datetime(2026, 11, 2)


def test_a_column_of_numpy_moments_reads_the_same():
    moments = np.array([at(0), "NaT"], dtype="datetime64[ns]")
    found = inquiries(["A", "A"], moments, ["in", "in"], ["", ""], ["", ""])
    assert [one.received for one in found] == [at(0)]


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="argument"):
        inquiries(["A", "B"], [at(0)], ["in"], [""], [""])


def test_no_contacts_are_no_inquiries():
    assert read() == []


ROWS = st.lists(
    st.tuples(
        st.sampled_from("AB"),
        st.integers(0, 20),
        st.sampled_from(["in", "out"]),
        st.sampled_from(["", "T"]),
        st.sampled_from(["", "Li"]),
    ),
    max_size=25,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, shuffle):
    assert sorted(told(read(*rows)), key=str) == sorted(
        told(read(*shuffle.sample(rows, len(rows)))), key=str
    )


@given(ROWS)
def test_inquiries_are_told_in_order_of_time_and_answers_never_come_before(rows):
    found = read(*rows)
    assert [one.received for one in found] == sorted(one.received for one in found)
    assert all(one.first_reply is None or one.first_reply >= one.received for one in found)
    still_open = [(one.customer_id, one.thread) for one in found if one.first_reply is None]
    assert len(still_open) == len(set(still_open))


@given(ROWS)
def test_every_inbound_entry_belongs_to_one_inquiry(rows):
    assert sum(one.messages for one in read(*rows)) == sum(row[2] == "in" for row in rows)


def test_a_hundred_thousand_contacts_are_quick():
    draw, n = random.Random(4), 100_000
    columns = (
        [f"C{draw.randrange(20_000)}" for _ in range(n)],
        [at(draw.randrange(500_000)) for _ in range(n)],
        [draw.choice(["in", "out"]) for _ in range(n)],
        [draw.choice(["", "T"]) for _ in range(n)],
        [draw.choice(["", "Li"]) for _ in range(n)],
    )
    begun = time.process_time()
    assert len(inquiries(*columns)) > 10_000
    assert time.process_time() - begun < 3
