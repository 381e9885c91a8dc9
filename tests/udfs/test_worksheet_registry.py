"""What must hold for all worksheet functions, tested for all through the registry."""

import doctest
import importlib
import pkgutil
import subprocess
import sys

import pytest

import udfs.worksheet
from udfs.errors import BadValue, NotFound
from udfs.texts import LANGUAGES, catalogue
from udfs.worksheet.registry import (
    CELL_KINDS,
    FAMILIES,
    MODULES,
    WHOLE_KINDS,
    call,
    function,
    functions,
)

ALL = functions()
every_function = pytest.mark.parametrize("f", ALL, ids=lambda f: f.name)
WIZARD_LIMIT = 255
PROMISED = {
    "CC_RFM",
    "CC_RECENCY_DAYS",
    "CC_R_SCORE",
    "CC_F_SCORE",
    "CC_M_SCORE",
    "CC_SEGMENT",
    "CC_TIER",
    "CC_GAP_TO_NEXT_TIER",
    "CC_CHURN_FLAG",
    "CC_EXPLAIN",
}


def test_the_promised_functions_are_there_in_the_order_of_their_names():
    names = [f.name for f in ALL]
    assert names == sorted(names)
    assert set(names) >= PROMISED


@every_function
def test_every_function_has_help_in_both_languages_that_the_wizard_does_not_cut(f):
    for lang in LANGUAGES:
        helps = [f.summary(lang), f.result_help(lang)]
        helps += [f.argument_help(argument.name, lang) for argument in f.arguments]
        assert all(0 < len(words.strip()) <= WIZARD_LIMIT for words in helps)
        assert not any("{" in words for words in helps)


@every_function
def test_every_function_has_a_name_no_cell_has_and_arguments_the_wizard_can_show(f):
    assert f.name.startswith("CC_")
    assert f.name.isascii()
    assert len(f.arguments) <= 20
    assert f.family in FAMILIES
    assert {a.kind for a in f.arguments} <= {*CELL_KINDS, *WHOLE_KINDS}


@every_function
def test_optional_arguments_stand_last_and_choices_have_words_in_both_languages(f):
    optional = [argument.optional for argument in f.arguments]
    assert optional == sorted(optional)
    for argument in f.arguments:
        assert bool(argument.choices) == (argument.kind == "choice")
        for choice in argument.choices:
            assert all(catalogue()[f"{argument.name}.{choice}"])


@every_function
def test_the_example_of_every_function_gives_its_documented_result(f):
    assert call(f.name, list(f.example.arguments)) == f.example.result


@every_function
def test_every_function_refuses_too_few_and_too_many_arguments(f):
    for given in (f.least - 1, len(f.arguments) + 1):
        with pytest.raises(BadValue) as refused:
            call(f.name, [1] * given)
        assert f.signature() in refused.value.sentence("en")
        assert f"{given}" in refused.value.sentence("zh")


def test_no_help_text_is_left_over_from_a_function_that_is_gone():
    known = {f"function.{f.name}" for f in ALL} | {f"result.{f.name}" for f in ALL}
    known |= {f"argument.{f.name}.{a.name}" for f in ALL for a in f.arguments}
    known |= {f"family.{family}" for family in FAMILIES}
    areas = ("function.", "argument.", "result.", "family.")
    assert {key for key in catalogue() if key.startswith(areas)} == known


def test_a_function_is_found_in_any_case():
    assert function(" cc_tier ") is function("CC_TIER")


@pytest.mark.parametrize("name", ["CC_SEGMNT", "cc_segments", "SEGMENT", "segmen"])
def test_an_unknown_name_suggests_the_nearest(name):
    with pytest.raises(NotFound) as unknown:
        function(name)
    assert "CC_SEGMENT?" in unknown.value.sentence("en")
    assert "CC_SEGMENT 吗" in unknown.value.sentence("zh")
    assert unknown.value.cell_error == "#N/A"


def test_a_name_like_no_other_gets_no_suggestion():
    with pytest.raises(NotFound) as unknown:
        function("XYZZY")
    assert (
        unknown.value.sentence("en")
        == "There is no function 'XYZZY'; customer-chain functions lists them all."
    )


def test_the_registry_and_its_declarations_load_without_pandas():
    code = (
        "import sys; from udfs.worksheet.registry import functions; functions();"
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules(udfs.worksheet.__path__)])
def test_the_examples_in_the_docstrings_are_true(name):
    module = importlib.import_module(f"udfs.worksheet.{name}")
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_every_module_of_functions_declares_some(name):
    module = importlib.import_module(f"udfs.worksheet.{name}")
    assert any(f in vars(module).values() for f in ALL)
