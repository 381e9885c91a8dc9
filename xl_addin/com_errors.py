"""The numbers by which Excel hands an error in a cell over COM, and the word the cell shows.

Source: XlCVError of Excel's object model; COM adds the number to 0x800A0000, as a signed number.
"""

from __future__ import annotations

_BASE = -2146828288
COM_ERRORS = {
    _BASE + number: code
    for number, code in (
        (2000, "#NULL!"),
        (2007, "#DIV/0!"),
        (2015, "#VALUE!"),
        (2023, "#REF!"),
        (2029, "#NAME?"),
        (2036, "#NUM!"),
        (2042, "#N/A"),
        (2045, "#SPILL!"),
        (2050, "#CALC!"),
        # Newer ones, which other versions of Excel and our functions have no word for: data that
        # are still on their way, no connection, blocked, of an unknown kind, no such field.
        *((number, "#VALUE!") for number in (2043, 2046, 2047, 2048, 2049, 2051, 2052)),
    )
}
