"""The workbook built from text: `build_workbook` writes it, `default_tables` are its first rows.

Proved in tests/xl_addin/build/.
"""

from xl_addin.build.defaults import default_tables
from xl_addin.build.workbook import build_workbook, workbook_bytes

__all__ = ["build_workbook", "default_tables", "workbook_bytes"]
