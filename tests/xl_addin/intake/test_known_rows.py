"""Which rows of a file are in the table already."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from xl_addin.intake.known_rows import compare

ROWS = st.lists(
    st.tuples(
        st.sampled_from([None, "1", "2"]), st.sampled_from("AB"), st.sampled_from([1.0, 2.0])
    ),
    max_size=8,
)


def columns(rows: list[tuple]) -> dict[str, list]:
    names = ("order_id", "customer_id", "amount")
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


@given(ROWS, ROWS)
def test_equal_rows_are_matched_one_to_one(table: list[tuple], file: list[tuple]) -> None:
    known = compare(columns(table), columns(file))
    matched = Counter(row for row, there in zip(file, known.there, strict=True) if there)
    assert matched == Counter(table) & Counter(file)
    used = Counter(row for row, used in zip(table, known.table_used, strict=True) if used)
    assert used == matched


@given(ROWS, ROWS)
def test_every_row_is_skipped_or_differs_or_is_new(table: list[tuple], file: list[tuple]) -> None:
    known = compare(columns(table), columns(file))
    ways = known.skipped.astype(int) + known.differing.astype(int) + known.new.astype(int)
    assert (ways == 1).all()
    orders = {row[0] for row in table} - {None}
    assert known.new.tolist() == [row[0] not in orders for row in file]


def test_columns_the_file_lacks_are_not_compared() -> None:
    table = columns([("1", "A", 1.0)]) | {"note": ["typed by hand"]}
    assert compare(table, columns([("1", "A", 1.0)])).skipped.tolist() == [True]
