"""xl/vbaProject.bin from text: our modules, xlwings' own two, and one module for each sheet.

pyOpenVBA makes the project as Excel makes one for a first macro; `macro_repairs` mends what
Excel would otherwise find by itself or trip over. xlwings.bas and Dictionary.cls are read from
the installed package, whose version must be the one the wheel asks for: VBA, DLL and package
speak to each other. Proved in tests/xl_addin/build/test_macros.py.
"""

from __future__ import annotations

import tempfile
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from pyopenvba import ExcelFile
from pyopenvba.vba import VBAModuleKind, VBAProject

from xl_addin.build.macro_repairs import entries_black, without_compiled_project
from xl_addin.build.package import Parts, packed, unpacked
from xl_addin.emit.vba import modules
from xl_addin.emit.vba.project import workbook_module
from xl_addin.emit.vba.source import NEW_LINE

XLWINGS_VERSION = "0.37.8"
PROJECT_PART = "xl/vbaProject.bin"


def with_macros(parts: Parts) -> Parts:
    """The parts of an .xlsm with our VBA project, its relation and the sheets' code names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsm"
        path.write_bytes(packed(parts))
        with ExcelFile(path) as book:
            _fill(book.add_vba_project())
            book.save(path)
        made = unpacked(path.read_bytes())
    return made | {PROJECT_PART: _repaired(made[PROJECT_PART])}


def xlwings_modules() -> dict[str, str]:
    """The two modules of xlwings by name, as its wheel ships them.

    Raises RuntimeError for another version than the one these macros are made for.
    """
    if version("xlwings") != XLWINGS_VERSION:
        raise RuntimeError(f"the macros need xlwings {XLWINGS_VERSION}, not {version('xlwings')}")
    spec = find_spec("xlwings")
    if spec is None or spec.origin is None:
        raise RuntimeError("xlwings is not installed as files")
    folder = Path(spec.origin).parent
    return {
        "xlwings": _kept_private(_windows_text(folder / "xlwings.bas")),
        "Dictionary": _windows_text(folder / "addin" / "Dictionary.cls"),
    }


def _kept_private(source: str) -> str:
    """xlwings.bas with its functions out of the function wizard, where no clerk looks for `sql`."""
    name, rest = source.split(NEW_LINE, 1)
    return NEW_LINE.join((name, "Option Private Module", rest))


def _windows_text(path: Path) -> str:
    # Not ours to restrict to ASCII, but other characters would not survive the code page.
    return path.read_text(encoding="ascii").replace("\n", NEW_LINE)


def _fill(project: VBAProject) -> None:
    theirs = xlwings_modules()
    for module in modules():
        project.add_module(module.name, module.source)
    project.add_module("xlwings", theirs["xlwings"])
    project.add_module("Dictionary", theirs["Dictionary"], kind=VBAModuleKind.other)
    behind = workbook_module()
    book = project.get_module(behind.name)
    book.source = book.attribute_header + behind.source
    # Modules of the template keep compiled code; written anew they keep only their source.
    for one in project.modules:
        one.dirty = True


@cache
def _repaired(project: bytes) -> bytes:
    return entries_black(without_compiled_project(project))
