"""Which xlwings a workbook's macros were written for, read from the workbook's bytes."""

from __future__ import annotations

import io
import re
import zipfile

from pyopenvba.cfb import CFB
from pyopenvba.exceptions import PyOpenVBAError
from pyopenvba.vba import parse_vba_project

_PROJECT = "xl/vbaProject.bin"
_VERSION = re.compile(r'XLWINGS_VERSION As String = "([0-9.]+)"')


def macro_version(workbook: bytes) -> str:
    """Its version, "" for a workbook without xlwings' macros or one that cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            packed = archive.read(_PROJECT)
        project = parse_vba_project(CFB.from_bytes(packed))
        sources = [project.get_module(name).source for name in project.module_names()]
    except (zipfile.BadZipFile, KeyError, PyOpenVBAError, ValueError):
        return ""
    found = [match[1] for source in sources if (match := _VERSION.search(source))]
    return found[0] if found else ""
