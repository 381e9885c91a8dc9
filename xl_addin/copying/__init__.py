"""A macro-free copy of a workbook for one reader, with only what that reader may see.

By selection, never by deletion: a new package is written, and only what is known to be safe is
written into it. `Master` takes the workbook apart once; `make_copy` makes a copy of it for each
reader. Proved in tests/xl_addin/copying/.
"""

from xl_addin.copying.encryption import encrypt, strong_password
from xl_addin.copying.forbidden import Forbidden
from xl_addin.copying.leaks import Leak, find_leaks
from xl_addin.copying.making import make_copy
from xl_addin.copying.master import Master
from xl_addin.copying.report import CopyReport, together
from xl_addin.copying.selection import (
    Copy,
    CopyDetails,
    FrontPage,
    Selection,
    SheetSelection,
    TableSelection,
)

__all__ = [
    "Copy",
    "CopyDetails",
    "CopyReport",
    "Forbidden",
    "FrontPage",
    "Leak",
    "Master",
    "Selection",
    "SheetSelection",
    "TableSelection",
    "encrypt",
    "find_leaks",
    "make_copy",
    "strong_password",
    "together",
]
