"""Customer rows of a file laid over the table's."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from xl_addin.intake.merge import Merged, merge, targets

CELLS = st.sampled_from([None, "x", "y"])
ROWS = st.lists(st.tuples(st.sampled_from(["", "A", "B", "C"]), CELLS), max_size=6)


def merged(table: list[tuple], file: list[tuple], words: dict | None = None) -> Merged:
    where, new = targets([row[0] for row in table], [row[0] for row in file])
    return merge(
        {"name": [row[1] for row in table]},
        {"name": [row[1] for row in file]},
        where,
        new,
        [row[0] for row in file],
        range(2, 2 + len(file)),
        5,
        {"name": words} if words else {},
    )


@given(ROWS, ROWS)
def test_nothing_a_person_typed_is_ever_overwritten(table: list[tuple], file: list[tuple]) -> None:
    names = merged(table, file).columns["name"]
    for before, after in zip(table, names, strict=False):
        assert before[1] is None or before[1] == after


@given(ROWS, ROWS)
def test_every_value_of_the_file_is_there_or_reported(
    table: list[tuple], file: list[tuple]
) -> None:
    result = merged(table, file)
    reported = {(difference.line, difference.here) for difference in result.differences}
    where, _ = targets([row[0] for row in table], [row[0] for row in file])
    for line, (place, (key, cell)) in enumerate(zip(where, file, strict=True), 2):
        if key and cell is not None:
            assert result.columns["name"][place] == cell or (line, cell) in reported
    assert result.differing == len(result.differences)


def same(there: Any, here: Any, words: dict | None = None) -> bool:
    return not merged([("A", there)], [("A", here)], words).differing


def test_what_a_person_reads_as_equal_is_no_difference() -> None:
    assert same(13800138000.0, "13800138000")
    assert same(datetime(2026, 1, 5), date(2026, 1, 5))
    assert same("女", "female", {"女": "female"})
    assert not same("女", "male", {"女": "female"})


def test_a_difference_tells_line_row_and_both_values() -> None:
    (one,) = merged([("A", "x")], [("B", "q"), ("A", "y")]).differences
    assert (one.line, one.key, one.row, one.column, one.there, one.here) == (
        3, "A", 5, "name", "x", "y",
    )  # fmt: skip
