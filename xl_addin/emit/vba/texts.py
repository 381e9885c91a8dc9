"""The module CustomerChainTexts: the words Excel shows without asking Python.

Labels of the ribbon, what is said when Python cannot be reached, and the words by which the
language of a workbook is found, all from the catalogue, all in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from udfs.texts import LANGUAGES, text
from udfs.texts.vba import TEXTS
from xl_addin import schema
from xl_addin.buttons.table import BUTTONS, GROUPS
from xl_addin.emit.vba.source import assigned, escaped, quoted
from xl_addin.settings import LANGUAGE_WORDS

# One procedure may hold so much; a text takes two lines of the limit and more of its bytes.
TEXTS_PER_PROCEDURE = 20

HEAD = """\
' The words Excel shows without asking Python, in both languages. Made from the catalogue.
Option Explicit
Option Private Module
"""

DECODED = """
' Words with \\uXXXX escapes as what they stand for.
Public Function CustomerChainDecoded(escapedWords As String) As String
    Dim parts As Variant
    Dim words As String
    Dim position As Long
    If escapedWords = "" Then Exit Function
    parts = Split(escapedWords, "\\u")
    words = parts(0)
    For position = 1 To UBound(parts)
        words = words & ChrW$(CLng("&H" & Left$(parts(position), 4))) & Mid$(parts(position), 5)
    Next position
    CustomerChainDecoded = words
End Function
"""


def texts_source() -> str:
    """The module's source."""
    constant = f'\nPublic Const SETTINGS_TABLE As String = "{schema.SETTINGS.excel_name}"\n'
    keys, step = _keys(), TEXTS_PER_PROCEDURE
    groups = [keys[at : at + step] for at in range(0, len(keys), step)]
    lookups = "".join(_lookup(number, group) for number, group in enumerate(groups, start=1))
    return HEAD + constant + _chooser(len(groups)) + DECODED + lookups + _language_finders()


def _keys() -> list[str]:
    buttons = [f"button.{b.name}{part}" for b in BUTTONS for part in ("", ".tip", ".help")]
    groups = [f"group.{group}" for group in GROUPS]
    # Texts with fields are filled in Python.
    said = [key for key, (_, english) in TEXTS.items() if "{" not in english]
    return ["book.title", "sheet.guide", "press.no_guide", "button.tab", *groups, *buttons, *said]


def _chooser(count: int) -> str:
    tries = "".join(
        f'    If words = "" Then words = Texts{number}(key, lang)\n'
        for number in range(1, count + 1)
    )
    return (
        "\n' The text a key of the catalogue stands for; empty for a key that is not here.\n"
        "Public Function CustomerChainText(key As String, lang As String) As String\n"
        "    Dim words As String\n"
        f"{tries}"
        "    CustomerChainText = CustomerChainDecoded(words)\n"
        "End Function\n"
    )


def _lookup(number: int, keys: Sequence[str]) -> str:
    lines = [
        "",
        f"Private Function Texts{number}(key As String, lang As String) As String",
        "    Dim zh As String",
        "    Dim en As String",
        "    Select Case key",
        *(line for key in keys for line in _case(key)),
        "    End Select",
        f'    Texts{number} = IIf(lang = "zh", zh, en)',
        "End Function",
        "",
    ]
    return "\n".join(lines)


def _case(key: str) -> Iterator[str]:
    yield f"        Case {quoted(key)}"
    for lang in LANGUAGES:
        words = text(key, lang, sheet=text("sheet.guide", lang))
        yield from assigned(lang, words, " " * 12)


def _language_finders() -> str:
    captions = {schema.normal_caption(text("setting.language", lang)): lang for lang in LANGUAGES}
    return _finder(
        "CustomerChainCaptionLanguage", "Which language calls the setting so.", captions
    ) + _finder(
        "CustomerChainWordLanguage", "Which language is meant by a word there.", LANGUAGE_WORDS
    )


def _finder(name: str, meaning: str, words: dict[str, str]) -> str:
    tests = "".join(
        f"    If words = CustomerChainDecoded({quoted(escaped(word))}) Then"
        f" {name} = {quoted(lang)}\n"
        for word, lang in words.items()
    )
    return (
        f"\n' {meaning}\nPublic Function {name}(words As String) As String\n{tests}End Function\n"
    )
