"""The checks: their answers are the registry's, every function has one, every kind of cell too."""

from datetime import date

import pytest

from udfs.texts import LANGUAGES
from udfs.worksheet.registry import call, functions
from xl_addin.checks import ERROR_TYPES, Block, check_value, checks, normal_formula

EACH = [(check, lang) for lang in LANGUAGES for check in checks(lang)]
NAMES = [f"{check.name}-{lang}" for check, lang in EACH]


@pytest.mark.parametrize(("check", "lang"), EACH, ids=NAMES)
def test_the_answer_written_down_is_the_one_python_computes(check, lang):
    if check.function:
        arguments = [check_value(argument, lang) for argument in check.arguments]
        assert check.reduction.python(call(check.function, arguments, lang)) == check.expected


def test_every_function_has_a_check_named_after_it():
    assert {f.name for f in functions()} <= {check.name for check in checks("en")}
    known = {f.name for f in functions()}
    assert all(check.function in known for check in checks("en") if check.function)


def test_ranges_blanks_errors_dates_truths_and_texts_are_all_checked():
    every = checks("zh")
    assert {check.kind for check in every} == {"number", "text", "truth", "error", "blank"}
    assert {check.expected for check in every if check.kind == "error"} == set(ERROR_TYPES)
    arguments = [argument for check in every for argument in check.arguments]
    assert {type(a) for a in arguments} >= {int, str, bool, date, Block, type(None)}
    assert "" in arguments
    assert {check.expected for check in every if check.kind == "truth"} == {True, False}


def test_a_text_is_right_in_both_languages_because_a_user_may_change_it():
    for chinese, english in zip(checks("zh"), checks("en"), strict=True):
        assert (chinese.name, chinese.kind) == (english.name, english.kind)
        if chinese.kind == "text":
            assert (chinese.expected, chinese.also) == (english.also, english.expected)
        else:
            assert chinese.expected == english.expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_says_what_it_checks(lang):
    sentences = [check.sentence(lang) for check in checks(lang)]
    assert len(set(sentences)) == len(sentences) == len({check.name for check in checks(lang)})


@pytest.mark.parametrize(
    "written",
    [
        "=INDEX(CC_RFM($D$34:$G$37,E19),1,8)",
        "=INDEX(@CC_RFM(D34:G37, E19), 1, 8)",
        "=INDEX(CC_RFM('自检'!$D$40:$G$43;Checks!E25);1;8)",
        "=_xlfn.INDEX(org.some.where.cc_rfm(AB12,C3),1,8)",
    ],
)
def test_a_formula_that_was_moved_or_saved_elsewhere_is_the_same(written):
    check = next(check for check in checks("en") if check.name == "CC_RFM_caption")
    assert normal_formula(written) == check.pattern()


def test_a_formula_that_asks_for_something_else_is_not_the_same():
    check = next(check for check in checks("en") if check.name == "CC_TIER")
    for other in ("=CC_TIER(D1,E1,F1)", "=CC_SEGMENT(D1,E1,F1,G1)", "=D1", '="Potential"'):
        assert normal_formula(other) != check.pattern()
    assert normal_formula("=CC_TIER(D1,E1,F1,G1)") == check.pattern()
