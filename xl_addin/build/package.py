"""From XlsxWriter's .xlsx bytes to a .xlsm package that is the same on every machine.

An .xlsm without macros differs from an .xlsx by one content type (ECMA-376 part 2, and
Excel's macro-enabled main part). Zip fields that vary by system are fixed here.
"""

from __future__ import annotations

import io
import re
import zipfile

CONTENT_TYPES = "[Content_Types].xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_ENABLED = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
WORKBOOK = "xl/workbook.xml"
_COLUMNS_AS_PRINT_AREA = re.compile(
    rb'(<definedName name="_xlnm\.Print_Area"[^>]*>[^<]*!\$[A-Z]+):(\$[A-Z]+)(?=</definedName>)'
)
# The first moment a zip file can hold.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE = 0o644 << 16


def macro_enabled(workbook: bytes) -> bytes:
    """The .xlsx package `workbook` as .xlsm, content types first, without time stamps."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    if parts[CONTENT_TYPES].count(PLAIN) != 1:
        raise ValueError("the package does not hold exactly one workbook part")
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(PLAIN, MACRO_ENABLED)
    parts[WORKBOOK] = _rows_in_print_areas(parts[WORKBOOK])
    return _zipped(parts)


def _rows_in_print_areas(workbook: bytes) -> bytes:
    # $A:$Q and $A$1:$Q$1048576 are the same cells, but openpyxl 3.1 cannot open the former.
    return _COLUMNS_AS_PRINT_AREA.sub(rb"\1$1:\2$1048576", workbook)


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = UNIX
            info.external_attr = READABLE
            target.writestr(info, parts[name])
    return packed.getvalue()
