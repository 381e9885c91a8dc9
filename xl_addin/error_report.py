"""What went wrong inside the program, kept in a file for whoever mends it.

A person reads one sentence with the file's name; the traceback is in the file and nowhere else.
"""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path


def keep_error_report() -> Path:
    """Write the error that is being handled; answers where."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="customer-chain-", suffix=".log", delete=False
    ) as report:
        traceback.print_exc(file=report)
    return Path(report.name)
