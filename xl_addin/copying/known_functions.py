"""Functions a formula may call and still work in a copy without macros and add-ins.

Excel's own functions compute from what is in the file. Those that fetch from elsewhere, call
code or read a pivot table are left out, and so is every name Excel does not know.
Source: openpyxl's list of functions of ECMA-376; functions of later versions are written
`_xlfn.NAME` ([MS-XLSX] 2.2.2). Proved in tests/xl_addin/copying/test_formula_parsing.py.
"""

from __future__ import annotations

import re
from functools import cache

# Written without a prefix, but younger than the list.
_YOUNGER = frozenset({"AGGREGATE", "NETWORKDAYS.INTL", "WORKDAY.INTL"})
_NEVER = frozenset(
    {"CALL", "CELL", "EVALUATE", "GETPIVOTDATA", "INFO", "REGISTER", "REGISTER.ID", "RTD"}
    | {"SQL.REQUEST", "WEBSERVICE", "FILTERXML", "FIELDVALUE", "STOCKHISTORY", "IMAGE", "PY"}
    | {"TRANSLATE", "DETECTLANGUAGE", "COPILOT"}
)
_LATER = re.compile(r"_xlfn\.(?:_xlws\.)?([A-Z][A-Z0-9.]*)$", re.IGNORECASE)


def is_known(name: str) -> bool:
    """Whether a function's name, as it stands in the file, is one that may stay.

    >>> is_known("SUM"), is_known("_xlfn.XLOOKUP"), is_known("_xlfn.WEBSERVICE"), is_known("MyTax")
    (True, True, False, False)
    """
    later = _LATER.match(name)
    plain = (later[1] if later else name).upper()
    if plain in _NEVER or plain.startswith("CUBE"):
        return False
    return later is not None or plain in _all_known()


@cache
def _all_known() -> frozenset[str]:
    from openpyxl.utils import FORMULAE

    return frozenset(FORMULAE) | _YOUNGER
