"""The surprising cases in the docstrings of the core are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "udfs"
NAMES = sorted(path.stem for path in CORE.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", [*NAMES, "texts"])
def test_the_examples_in_the_docstrings_are_true(name):
    assert doctest.testmod(import_module(f"udfs.{name}")).failed == 0


def test_the_core_has_examples():
    finder = doctest.DocTestFinder()
    found = [t for name in NAMES for t in finder.find(import_module(f"udfs.{name}")) if t.examples]
    assert len(found) >= 20
