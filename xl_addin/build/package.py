"""From XlsxWriter's .xlsx bytes to a macro-enabled package that is the same on every machine.

An .xlsm differs from an .xlsx by one content type (ECMA-376 part 2, and Excel's macro-enabled
main part), a ribbon by one part and one relation. Zip fields that vary by system are fixed.
"""

from __future__ import annotations

import io
import re
import zipfile

Parts = dict[str, bytes]

CONTENT_TYPES = "[Content_Types].xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_ENABLED = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ADD_IN = b"application/vnd.ms-excel.addin.macroEnabled.main+xml"
WORKBOOK = "xl/workbook.xml"
RELATIONS = "_rels/.rels"
RIBBON = "customUI/customUI14.xml"
RIBBON_RELATION = (
    b'<Relationship Id="rIdRibbon"'
    b' Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"'
    b' Target="customUI/customUI14.xml"/></Relationships>'
)
_COLUMNS_AS_PRINT_AREA = re.compile(
    rb'(<definedName name="_xlnm\.Print_Area"[^>]*>[^<]*!\$[A-Z]+):(\$[A-Z]+)(?=</definedName>)'
)
# The first moment a zip file can hold.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE = 0o644 << 16


def unpacked(package: bytes) -> Parts:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(parts: Parts) -> bytes:
    """The package of these parts, content types first, without time stamps."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = UNIX
            info.external_attr = READABLE
            archive.writestr(info, parts[name])
    return target.getvalue()


def macro_enabled(parts: Parts) -> Parts:
    """The parts of an .xlsx as those of an .xlsm that may hold macros."""
    return _with_main_type(rows_in_print_areas(parts), PLAIN, MACRO_ENABLED)


def as_add_in(parts: Parts) -> Parts:
    """The parts of an .xlsm as those of an .xlam, which Excel opens without a window."""
    return _with_main_type(parts, MACRO_ENABLED, ADD_IN)


def with_ribbon(parts: Parts, ribbon: bytes) -> Parts:
    """The parts with a ribbon tab of their own."""
    relations = parts[RELATIONS].replace(b"</Relationships>", RIBBON_RELATION)
    if b'Extension="xml"' not in parts[CONTENT_TYPES]:
        raise ValueError("the package does not say what a part named .xml is")
    return parts | {RELATIONS: relations, RIBBON: ribbon}


def _with_main_type(parts: Parts, old: bytes, new: bytes) -> Parts:
    if parts[CONTENT_TYPES].count(old) != 1:
        raise ValueError("the package does not hold exactly one workbook part")
    return parts | {CONTENT_TYPES: parts[CONTENT_TYPES].replace(old, new)}


def rows_in_print_areas(parts: Parts) -> Parts:
    """The parts of a workbook with whole columns to print written as rows and columns."""
    # $A:$Q and $A$1:$Q$1048576 are the same cells, but openpyxl 3.1 cannot open the former.
    workbook = _COLUMNS_AS_PRINT_AREA.sub(rb"\1$1:\2$1048576", parts[WORKBOOK])
    return parts | {WORKBOOK: workbook}
