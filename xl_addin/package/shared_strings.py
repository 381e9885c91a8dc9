"""The items of a shared strings part, as the XML within each `<si>`.

Source: ECMA-376 part 1, 18.4.9 (sst). Proved in tests/xl_addin/package/test_shared_strings.py.
"""

from __future__ import annotations

import re

_ITEM = re.compile(rb"<si>(.*?)</si>|<si\s*/>", re.DOTALL)
_EMPTY = re.compile(rb"<si\s*/>")


def shared_items(xml: bytes) -> list[bytes] | None:
    """The items in their order; None where they are written in a way we do not read.

    >>> shared_items(b"<sst><si><t>a</t></si><si/></sst>")
    [b'<t>a</t>', b'']
    """
    items: list[bytes] = _ITEM.findall(xml)
    if len(items) != xml.count(b"<si>") + len(_EMPTY.findall(xml)):
        return None
    return items
