"""What argparse complains about, said in the user's language and with a way out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from udfs.texts import text

_CHOICE = re.compile(
    r"argument (?P<option>\S+): invalid choice: '(?P<word>.*)' \(choose from (?P<all>.*)\)"
)
_REQUIRED = re.compile(r"the following arguments are required: (?P<what>.*)")
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<what>.*)")
_NEEDS_VALUE = re.compile(r"argument (?P<option>[^:]+): expected (?:one|at least one) argument")


def in_words(message: str, lang: str, commands: Sequence[str]) -> str:
    """One of argparse's English messages as a sentence in `lang`.

    >>> in_words("unrecognized arguments: --fast", "en", [])
    'Not known: --fast.'
    """
    if found := _CHOICE.match(message):
        option, word = found["option"], found["word"]
        if option == text("cli.metavar.command", lang):
            return _unknown_command(word, lang, commands)
        choices = found["all"].replace("'", "").split(", ")
        return text("cli.bad_choice", lang, option=option, word=word, choices=choices)
    if found := _REQUIRED.match(message):
        return text("cli.missing", lang, what=found["what"].split(", "))
    if found := _UNKNOWN.match(message):
        return text("cli.unknown_words", lang, what=found["what"])
    if found := _NEEDS_VALUE.match(message):
        return text("cli.needs_value", lang, option=found["option"])
    return text("cli.not_understood", lang, why=message)


def _unknown_command(word: str, lang: str, commands: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, commands, n=1)
    if near:
        return text("cli.unknown_command_near", lang, word=word, near=near[0])
    return text("cli.unknown_command", lang, word=word)
