"""Every button is whole: texts in both languages, a module, a key of its own."""

from importlib import import_module, resources

import pytest

from udfs.texts import LANGUAGES, text
from xl_addin.buttons.table import BUTTONS, GROUPS, button, group_label, tab_label

# Office cuts longer ones, or wraps them over half the screen.
LONGEST = {"label": 24, "tip": 60, "help": 255}


@pytest.mark.parametrize("one", BUTTONS, ids=lambda one: one.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_button_has_its_words(one, lang):
    for part, most in LONGEST.items():
        words = getattr(one, part)(lang)
        assert 0 < len(words) <= most, (part, len(words))
    assert group_label(one.group, lang)
    assert tab_label(lang)


@pytest.mark.parametrize("one", BUTTONS, ids=lambda one: one.name)
def test_a_button_does_something(one):
    assert callable(import_module(f"xl_addin.buttons.{one.name}").press)


def test_every_module_of_a_button_is_in_the_table():
    files = {path.name for path in resources.files("xl_addin.buttons").iterdir()}
    modules = {name.removesuffix(".py") for name in files if name.endswith(".py")}
    assert modules - {"__init__", "table", "desk", "press", "copies"} == {
        one.name for one in BUTTONS
    }


def test_names_and_key_tips_are_unique_and_groups_known():
    assert len({one.name for one in BUTTONS}) == len(BUTTONS)
    assert len({one.keytip for one in BUTTONS}) == len(BUTTONS)
    assert {one.group for one in BUTTONS} == set(GROUPS)
    assert button("refresh").group == "refresh"


def test_labels_in_one_group_differ():
    for lang in LANGUAGES:
        labels = [text(f"button.{one.name}", lang) for one in BUTTONS]
        assert len(set(labels)) == len(labels)
