"""The catalogue: both languages, the same fields, and every key the sources name exists."""

import ast
import re
import string
from pathlib import Path

import pytest

from udfs.errors import BadRule, BadValue, CustomerChainError, NotComputable, NotFound
from udfs.texts import LANGUAGES, catalogue, text

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "udfs").rglob("*.py"), *(ROOT / "xl_addin").rglob("*.py")])
KEY = re.compile(r"[a-z_]+(\.[A-Za-z0-9_]+)+").fullmatch


def fields(template):
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def key_literals(path):
    """Texts handed to `text(...)` or to an error, and complete."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in CALLS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def prefix_literals(path):
    """The constant beginnings of keys that are put together, like f"segment.{key}"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "text" and node.args:
            first = node.args[0]
            if isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
                yield first.values[0].value


CALLS = {"text", "BadValue", "BadRule", "NotFound", "NotComputable"}


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_every_text_stands_in_both_languages_with_the_same_fields(key):
    pair = catalogue()[key]
    assert len(pair) == len(LANGUAGES)
    assert all(isinstance(words, str) and words.strip() for words in pair)
    assert set(fields(pair[0])) == set(fields(pair[1]))


def test_every_key_named_in_the_sources_exists():
    named = {(path.name, key) for path in SOURCES for key in key_literals(path)}
    assert len(named) > 20
    assert sorted((file, key) for file, key in named if key not in catalogue()) == []


def test_every_composed_key_begins_like_a_known_one():
    begun = {(path.name, start) for path in SOURCES for start in prefix_literals(path)}
    assert begun
    assert [
        one for one in sorted(begun) if not any(key.startswith(one[1]) for key in catalogue())
    ] == []


def test_keys_are_words_with_points_between():
    assert [key for key in catalogue() if not KEY(key)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plural_fields_choose_by_number(lang):
    one, many = (text("explain.orders", lang, n=n) for n in (1, 1234))
    assert one.startswith("1 ")
    assert many.startswith("1,234 ")
    assert (text("explain.orders", "en", n=1), text("explain.orders", "en", n=0)) == (
        "1 order",
        "0 orders",
    )


def test_an_unknown_key_is_an_error_at_once():
    with pytest.raises(KeyError):
        text("error.no_such_text")


@pytest.mark.parametrize(
    ("kind", "cell_error"),
    [(BadValue, "#VALUE!"), (BadRule, "#VALUE!"), (NotFound, "#N/A"), (NotComputable, "#NUM!")],
)
def test_every_error_becomes_its_cell_error(kind, cell_error):
    error = kind("error.not_a_number", value="12o")
    assert isinstance(error, CustomerChainError)
    assert error.cell_error == cell_error
    assert str(error) == error.sentence("en") == "'12o' is not a number"
    assert error.sentence("zh") == "「12o」不是数字"
