"""The public API: lazy, sorted, and functions stay functions whatever was imported before."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import udfs

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", udfs.__all__)
def test_every_public_name_is_the_one_of_its_module(name):
    home = import_module(f"udfs.{udfs._HOMES[name]}")
    assert getattr(udfs, name) is getattr(home, name)
    assert getattr(udfs, name).__doc__


def test_all_is_sorted_and_listed():
    assert udfs.__all__ == sorted(set(udfs.__all__))
    assert set(udfs.__all__) <= set(dir(udfs))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = udfs.no_such_name


@pytest.mark.parametrize(
    "before",
    [
        "",
        "import udfs.segments, udfs.tiers;",
        "from udfs.segments import SEGMENTS;",
        "import udfs.churn;",
    ],
)
def test_segments_and_tiers_are_functions_whatever_was_imported_before(before):
    check = f"{before}from udfs import segments, tiers; print(callable(segments), callable(tiers))"
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", check],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == ["True", "True"]
