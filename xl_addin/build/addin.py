"""CustomerChain.xlam: the functions and the ribbon tab in every workbook, built on demand.

The same modules as in the workbook. Functions take language and date system from the workbook
whose cell calls them, buttons work on the workbook in front (CustomerChainBooks). Proved in
tests/xl_addin/build/test_macros.py.
"""

from __future__ import annotations

import io
from pathlib import Path

from xlsxwriter.workbook import Workbook

from udfs.texts import LANGUAGES, text
from xl_addin.build.configuration import write_configuration
from xl_addin.build.macros import with_macros
from xl_addin.build.package import as_add_in, macro_enabled, packed, unpacked, with_ribbon
from xl_addin.build.workbook import CREATED
from xl_addin.emit.ribbon import ribbon_xml


def build_addin(path: str | Path, lang: str) -> None:
    """Write the add-in at `path`; `lang` is the language of its name in Excel's list."""
    Path(path).write_bytes(addin_bytes(lang))


def addin_bytes(lang: str) -> bytes:
    """The finished .xlam as bytes; the same language gives the same bytes."""
    if lang not in LANGUAGES:
        raise KeyError(f"no texts in language {lang!r}")
    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties(
        {
            "title": text("button.tab", lang),
            "comments": text("book.subject", lang),
            "created": CREATED,
        }
    )
    # A workbook needs one sheet that is not hidden; an add-in is never shown.
    book.add_worksheet("CustomerChain")
    write_configuration(book)
    book.close()
    parts = macro_enabled(unpacked(made.getvalue()))
    return packed(as_add_in(with_ribbon(with_macros(parts), ribbon_xml())))
