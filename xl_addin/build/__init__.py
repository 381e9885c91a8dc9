"""The workbook built from text: `build_workbook` writes it, `default_tables` are its first rows.

Proved in tests/xl_addin/build/.
"""

from xl_addin.build.workbook import build_workbook, workbook_bytes
from xl_addin.defaults import default_tables

__all__ = ["build_workbook", "default_tables", "workbook_bytes"]
