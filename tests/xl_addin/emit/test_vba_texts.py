"""Chinese through ASCII source, and the texts of the function wizard."""

from functools import cache
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xl_addin.emit.office import Office
from udfs.texts import LANGUAGES, text
from udfs.texts.vba import TEXTS
from udfs.worksheet.registry import functions
from xl_addin.emit.vba import modules
from xl_addin.emit.vba.project import workbook_module
from xl_addin.emit.vba.source import LONGEST_LITERAL, crlf, escaped, literals
from xl_addin.emit.vba.wizard import LONGEST, help_text, wizard_source
from xl_addin.settings import settings_language
from xl_addin.tables import TableData

DECODER = Office()
# [MS-VBAL] 3.2.1, and what the editor takes.
LONGEST_LINE, LARGEST_PROCEDURE = 1023, 64_000


@given(st.text(max_size=40))
def test_any_words_survive_the_way_through_vba(words):
    decoded = DECODER.run("CustomerChainDecoded", escaped(words))
    assert decoded.encode("utf-16-be", "surrogatepass") == words.encode("utf-16-be")


@given(st.text(max_size=400))
def test_literals_are_ascii_short_and_whole(words):
    pieces = list(literals(words))
    assert all(piece.isascii() and len(piece) <= 2 * LONGEST_LITERAL + 2 for piece in pieces)
    joined = "".join(piece[1:-1] for piece in pieces).replace('""', '"')
    assert joined == escaped(words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_without_fields_can_be_said_by_excel_alone(lang):
    for key, (_, english) in TEXTS.items():
        if "{" not in english:
            assert DECODER.run("CustomerChainText", key, lang) == text(key, lang)


def test_an_unknown_key_says_nothing():
    assert DECODER.run("CustomerChainText", "no.such.key", "zh") == ""


@pytest.mark.parametrize("module", [*modules(), workbook_module()], ids=lambda m: m.name)
def test_source_is_ascii_with_windows_line_ends_and_no_line_or_procedure_too_long(module):
    assert module.source.isascii()
    assert module.source.replace("\r\n", "").count("\n") == 0
    assert module.source.endswith("\r\n")
    assert max(map(len, module.source.split("\r\n"))) < LONGEST_LINE
    assert max(map(len, module.source.split("\r\nEnd "))) < LARGEST_PROCEDURE


def test_the_longest_help_in_chinese_still_makes_lines_that_vba_takes():
    words = "户" * LONGEST
    argument = SimpleNamespace(name="rules")
    function = SimpleNamespace(
        name="CC_LONG",
        arguments=[argument],
        summary=lambda lang: words,
        result_help=lambda lang: words,
        argument_help=lambda name, lang: words * 2,
    )
    source = wizard_source([function])
    assert max(map(len, source.splitlines())) < LONGEST_LINE


def test_source_that_is_not_ascii_is_refused():
    with pytest.raises(ValueError, match="户"):
        crlf("' 客户\n")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("function", functions(), ids=lambda f: f.name)
def test_the_wizard_is_told_everything_in_the_language_of_the_user(function, lang):
    told = described(lang)[function.name]
    arguments = [function.argument_help(a.name, lang) for a in function.arguments]
    assert told == (help_text(function, lang), text("button.tab", lang), arguments)
    assert all(len(words) <= LONGEST for words in (told[0], *told[2]))
    assert told[0].startswith(function.summary(lang))


@cache
def described(lang):
    """What Excel was told at opening, by function."""
    office = Office()
    office.run("CustomerChainSetLanguage", lang)
    office.run("ThisWorkbook.Workbook_Open")
    told = office.application.described
    return {name.removeprefix(f"'{office.book.name}'!"): texts for name, texts in told.items()}


def test_opening_does_not_make_the_workbook_unsaved():
    office = Office()
    office.book.saved = True
    office.run("ThisWorkbook.Workbook_Open")
    assert office.book.saved is True


@pytest.mark.parametrize(
    "word", ["zh", "en", "中文", "English", "chinese", "简体中文", "英文", "?"]
)
def test_a_word_for_a_language_means_the_same_in_vba_and_in_python(word):
    table = TableData("settings", "Settings", 5, {"setting": ["语言"], "value": [word]})
    in_python = settings_language(table)
    assert DECODER.run("CustomerChainWordLanguage", word.lower()) == (in_python or "")
