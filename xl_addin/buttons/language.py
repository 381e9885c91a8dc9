"""Language: buttons and messages change between Chinese and English.

In Excel the macros do this themselves, because it must work without Python too.
"""

from __future__ import annotations

from collections.abc import Iterator

from udfs.texts import LANGUAGES, text
from xl_addin.buttons.desk import Desk


def press(desk: Desk) -> Iterator[str]:
    desk.lang = next(lang for lang in LANGUAGES if lang != desk.lang)
    desk.tell(text("button.tab", desk.lang), [text("press.language", desk.lang)])
    yield from ()
