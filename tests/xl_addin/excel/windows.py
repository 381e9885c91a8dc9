"""xlwings' own decorators and wrapper generator on a computer without Windows.

Four empty modules stand for pywin32, as far as importing xlwings.udfs needs it; nothing of
Windows is called.
"""

import sys
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

NAMES = ("pythoncom", "pywintypes", "win32com", "win32com.client")


@contextmanager
def xlwings_udfs():
    """xlwings.udfs, imported among stand-ins that are gone afterwards."""
    stubs = {name: ModuleType(name) for name in NAMES}
    stubs["pythoncom"].CoInitialize = lambda: None
    stubs["pywintypes"].com_error = OSError
    stubs["win32com"].client = stubs["win32com.client"]
    stubs["win32com.client"].Dispatch = lambda given: given
    with patch.dict(sys.modules, stubs):
        import xlwings.udfs

        yield xlwings.udfs
        sys.modules.pop("xlwings.udfs", None)


class FakeWorkbook:
    """What xlwings asks of the workbook, its project and its application; all three in one."""

    def __init__(self, name="CustomerChain.xlsm"):
        self.Name = name
        self.Version = "16.0"
        self.VBProject = self.VBComponents = self.Application = self
        self.imported = ""
        self.options = {}

    def __call__(self, component):
        return component

    def Remove(self, component):  # noqa: N802  # names of Excel
        self.imported = ""

    def Import(self, path):  # noqa: N802
        self.imported = Path(path).read_text(encoding="utf-8")

    def MacroOptions(self, macro, **options):  # noqa: N802
        self.options[macro.split("!")[1]] = options
