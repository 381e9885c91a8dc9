"""The names the LibreOffice add-in goes by, used by its descriptors and by its component.

LibreOffice knows a function by three names: the method of the interface (`ccRScore`; UNO allows
no underscores), the name in a cell (`CC_R_SCORE`), and the full one of its formula text.
Proved in tests/xl_addin/test_emit_libreoffice.py.
"""

from __future__ import annotations

from udfs.worksheet.registry import functions

MODULE = "customerchain"
INTERFACE = "XFunctions"
IDENTIFIER = "io.github.customerchain.libreoffice"

FUNCTIONS_SERVICE = f"{MODULE}.Functions"
COMMANDS_SERVICE = f"{MODULE}.Commands"
DOCUMENTS_SERVICE = f"{MODULE}.Documents"

# A button is pressed by dispatching the address of its name under this protocol.
PROTOCOL = "vnd.customerchain:"
TOOLBAR = f"{MODULE}.buttons"

# A document has come, is being written, has been written: the add-in is called for each.
DOCUMENT_EVENTS = (
    "OnLoadFinished",
    "OnSave",
    "OnSaveDone",
    "OnSaveFailed",
    "OnSaveAs",
    "OnSaveAsDone",
    "OnSaveAsFailed",
)


def camel(words: str) -> str:
    """A name without underscores, as UNO wants it.

    >>> camel("CC_R_SCORE"), camel("order_count")
    ('ccRScore', 'orderCount')
    """
    first, *rest = words.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def function_names() -> dict[str, str]:
    """Method of the interface to the name in a cell."""
    return {camel(function.name): function.name for function in functions()}
