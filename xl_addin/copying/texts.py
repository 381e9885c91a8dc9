"""The texts of a workbook: what the master shares, and the table of texts of one copy.

A copy gets a table of its own, made only of texts its cells use, in the order they are used.
Rich text keeps its fonts; phonetic readings are left out. Source: ECMA-376 part 1, 18.4.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

from xl_addin.copying.xml_writing import (
    DECLARATION,
    MAIN,
    children,
    local,
    rewritten,
    text_element,
)
from xl_addin.package.cells import unescaped
from xl_addin.package.shared_strings import shared_items

_PLAIN = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>|<t\s*/>")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")

RUN_NAMES = frozenset(
    {"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz"}
    | {"color", "rFont", "family", "charset", "scheme", "rPr"}
)

Rewrite = Callable[[str], str]


def decoded(text: str) -> str:
    """Text of the XML with Excel's `_xHHHH_` resolved."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


class MissingText(Exception):
    """A cell asks for a text that is not there."""


class SharedTexts:
    """The shared strings of the master, each taken apart when it is asked for."""

    def __init__(self, xml: bytes | None) -> None:
        items = shared_items(xml or b"")
        self._items = items or []
        self._known: dict[str, tuple[str, str]] = {}
        self.complete = items is not None

    def __getitem__(self, index: str) -> tuple[str, str]:
        """(the content of an `si` or `is` element, its text)."""
        known = self._known.get(index)
        if known is None:
            if not index.isdecimal() or int(index) >= len(self._items):
                raise MissingText
            known = self._known[index] = text_item(self._items[int(index)])
        return known

    def __len__(self) -> int:
        return len(self._items)


def text_item(content: bytes) -> tuple[str, str]:
    """The safe content of an item and its plain text."""
    plain = _PLAIN.fullmatch(content)
    if plain is not None:
        raw = plain[1] or b""
        if b"&" not in raw and b"_x" not in raw:
            text = raw.decode()
            keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
            return f"<t{keep}>{text}</t>", text
        text = decoded(unescaped(raw))
        return text_element("t", text), text
    root = ElementTree.fromstring(b'<si xmlns="%b">%b</si>' % (MAIN.encode(), content))
    pieces, texts = [], []
    for element in root:
        if local(element) == "t":
            texts.append(decoded(element.text or ""))
            pieces.append(text_element("t", texts[-1]))
        elif local(element) == "r":
            texts.append("".join(decoded(t.text or "") for t in children(element, "t")))
            font = "".join(rewritten(f, RUN_NAMES) for f in children(element, "rPr"))
            pieces.append(f"<r>{font}{text_element('t', texts[-1])}</r>")
    return "".join(pieces), "".join(texts)


class TextTable:
    """The shared strings of one copy; `rewrite` replaces what must not be read in any text.

    `hides` changes words that must not be read outside of cells, in notes and links.
    """

    def __init__(
        self, shared: SharedTexts, rewrite: Rewrite | None = None, hides: Rewrite | None = None
    ) -> None:
        self._shared, self._rewrite, self._hides = shared, rewrite, hides
        self._places: dict[str, int] = {}
        self._items: list[str] = []
        self._of_master: dict[str, tuple[int, str]] = {}

    def of_master(self, index: str) -> tuple[int, str]:
        """The place of a shared text of the master, and what it says in the copy."""
        known = self._of_master.get(index)
        if known is None:
            known = self._of_master[index] = self.of_item(*self._shared[index])
        return known

    def of_item(self, content: str, plain: str) -> tuple[int, str]:
        said = self._rewrite(plain) if self._rewrite else plain
        if said != plain:
            return self.of_text(said), said
        return self._place(content), plain

    def changes(self, text: str) -> bool:
        """Whether something in `text` must not be read."""
        return any(rewrite(text) != text for rewrite in (self._rewrite, self._hides) if rewrite)

    def of_text(self, text: str) -> int:
        return self._place(text_element("t", text))

    def _place(self, content: str) -> int:
        place = self._places.get(content)
        if place is None:
            place = self._places[content] = len(self._items)
            self._items.append(content)
        return place

    def xml(self) -> str:
        count = len(self._items)
        items = "".join(f"<si>{item}</si>" for item in self._items)
        return f'{DECLARATION}<sst xmlns="{MAIN}" uniqueCount="{count}">{items}</sst>'

    def __len__(self) -> int:
        return len(self._items)
