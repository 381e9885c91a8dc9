"""Between the values of the commands and what stands in a cell."""

import pytest

from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.cells import internal, shown

FLAG = next(c for c in schema.CUSTOMERS.columns if c.kind == "flag")
CHOICE = schema.FOLLOW_UP.column("source")


@pytest.mark.parametrize(("lang", "yes", "no"), [("zh", "是", "否"), ("en", "Yes", "No")])
def test_a_flag_is_yes_or_no_and_other_words_stay(lang, yes, no):
    cells = [True, False, None, "perhaps", 1.0]
    assert shown(FLAG, cells, lang) == [yes, no, None, "perhaps", yes]
    assert internal(FLAG, ["是", "No", None, "perhaps", "✓"]) == [
        True,
        False,
        None,
        "perhaps",
        True,
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_choice_comes_back_from_its_words_in_either_language(lang):
    words = shown(CHOICE, [*CHOICE.choices, "something else", None], lang)
    assert words[-2:] == ["something else", None]
    assert internal(CHOICE, words) == [*CHOICE.choices, "something else", None]


def test_a_column_of_the_users_own_is_left_alone():
    assert shown(None, [True, "x", 1], "zh") == internal(None, [True, "x", 1]) == [True, "x", 1]
