"""What LibreOffice asks about functions is answered from the registry."""

import pytest

from udfs.worksheet.registry import functions
from xl_addin.libreoffice.wizard import Wizard


@pytest.mark.parametrize(("locale", "lang"), [("zh", "zh"), ("en", "en"), ("fr", "en"), ("", "en")])
def test_names_and_help_are_those_of_the_registry(locale, lang):
    wizard = Wizard(locale)
    for function in functions():
        method = wizard.method(function.name)
        assert wizard.name(method) == function.name
        assert wizard.description(method) == function.summary(lang)
        for place, argument in enumerate(function.arguments, 1):
            assert wizard.argument(method, place) == argument.name
            assert wizard.argument_help(method, place) == function.argument_help(
                argument.name, lang
            )


def test_the_document_that_calls_is_no_argument_a_person_sees():
    assert Wizard().argument("ccTier", 0) == ""
    assert Wizard().argument_help("ccTier", 99) == ""


def test_a_stranger_has_no_help():
    assert Wizard().name("somethingElse") == ""
    assert Wizard().description("somethingElse") == ""
    assert Wizard().argument("somethingElse", 1) == ""
