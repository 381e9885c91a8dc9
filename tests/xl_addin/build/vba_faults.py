"""Faults in the macros of a finished workbook that no schema sees, each found by its own check."""

import io
import re
import struct
import zipfile

from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB

from xl_addin.build.macro_repairs import (
    BLACK,
    COLOUR_AT,
    NEVER_COMPILED,
    TYPE_AT,
    directory_entries,
)

NO_ENTRY = 0xFFFFFFFF


def project_of(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read("xl/vbaProject.bin")


def code_name_faults(package):
    """Sheets without a module of the project, and modules without a sheet."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        sheets = [n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+.xml", n)]
        names = [
            name
            for part in ["xl/workbook.xml", *sheets]
            for name in re.findall(rb'codeName="(\w+)"', archive.read(part))
        ]
    written = CFB.from_bytes(project_of(package)).get_stream("PROJECT")
    documents = re.findall(rb"^Document=(\w+)/", written, re.M)
    found = [] if len(names) == len(sheets) + 1 else ["a sheet without a code name"]
    return found + sorted(set(names) ^ set(documents))


def compiled_faults(project, tmp_path):
    """Compiled code that is left beside the source, which Excel might trust."""
    compound = CFB.from_bytes(project)
    found = [name for name in compound.list_streams() if name.startswith("__SRP_")]
    if compound.get_stream_in_storage("VBA", "_VBA_PROJECT") != NEVER_COMPILED:
        found.append("_VBA_PROJECT")
    path = tmp_path / "compiled.xlsm"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/vbaProject.bin", project)
    with ExcelFile(path) as book:
        found += [m.name for m in book.vba_project().modules if m.text_offset]
    return found


def directory_faults(project):
    """Entries that are not black, or stand on the wrong side of their parent ([MS-CFB] 2.6.4)."""
    entries = directory_entries(project)
    found = [
        f"{entry_name(project, at)} is red"
        for at in entries
        if project[at + TYPE_AT] and project[at + COLOUR_AT] != BLACK
    ]
    for parent in entries:
        left, right, _ = struct.unpack_from("<III", project, parent + 68)
        here = order(project, parent)
        if left != NO_ENTRY and order(project, entries[left]) >= here:
            found.append(f"{entry_name(project, entries[left])} is out of order")
        if right != NO_ENTRY and order(project, entries[right]) <= here:
            found.append(f"{entry_name(project, entries[right])} is out of order")
    return found


def order(project, at):
    """How names are compared there: the shorter first, then by capital letters."""
    name = entry_name(project, at)
    return len(name), name.upper()


def entry_name(project, at):
    length = struct.unpack_from("<H", project, at + 64)[0]
    return project[at : at + length - 2].decode("utf-16-le")
