"""The one catalogue of every text a user sees, in 简体中文 and English.

Each area of the product has a module here whose `TEXTS` maps a key to the pair
(Chinese, English), side by side so that nobody edits one and forgets the other.
Proved in tests/udfs/test_texts.py: every key has both languages with the same fields.
"""

from __future__ import annotations

import string
from functools import cache
from importlib import import_module
from typing import Any

LANGUAGES = ("zh", "en")
AREAS = (
    "errors",
    "explain",
    "functions",
    "schema",
    "follow_tables",
    "follow_defaults",
    "follow_up",
    "follow_rules",
    "workbook",
    "refresh",
    "files",
    "intake",
    "check",
    "cli",
    "buttons",
    "pages",
    "checks",
    "libreoffice",
    "mail",
    "setup",
    "share",
    "vba",
    "copying",
)


class _Words(string.Formatter):
    """`str.format` plus one thing: `{n:# order|# orders}` chooses by number, `#` is the number."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return (one if value == 1 else many).replace("#", f"{value:,}")
        return str(format(value, format_spec))


_words = _Words()


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Key to (Chinese, English), all areas together."""
    merged: dict[str, tuple[str, str]] = {}
    for area in AREAS:
        for key, pair in import_module(f"udfs.texts.{area}").TEXTS.items():
            if key in merged:
                raise RuntimeError(f"text key {key!r} stands twice in the catalogue")
            merged[key] = pair
    return merged


def text(key: str, lang: str = "en", /, **values: object) -> str:
    """The text `key` in `lang`, its fields filled from `values`; a list is written as one.

    >>> text("explain.orders", "en", n=1)
    '1 order'
    """
    pair = catalogue()[key]
    template = pair[LANGUAGES.index(lang)]
    if not values:
        return template.replace("{{", "{").replace("}}", "}")
    comma = "、" if lang == "zh" else ", "
    said = {
        name: comma.join(map(str, value)) if isinstance(value, (list, tuple)) else value
        for name, value in values.items()
    }
    return _words.format(template, **said)
