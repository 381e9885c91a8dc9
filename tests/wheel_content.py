"""Refuse a wheel that holds anything but the two packages and its own metadata.

Run by `make wheel`: `python tests/wheel_content.py dist/*.whl`.
"""

from __future__ import annotations

import sys
import zipfile

ALLOWED = ("udfs/", "xl_addin/", "customer_chain-")


def main(path: str) -> int:
    names = zipfile.ZipFile(path).namelist()
    foreign = [name for name in names if not name.startswith(ALLOWED) or "__pycache__" in name]
    missing = [
        name
        for name in (
            "udfs/__init__.py",
            "udfs/texts/schema.py",
            "xl_addin/cli/__init__.py",
            "xl_addin/emit/vba/CustomerChainServer.bas",
            "xl_addin/libreoffice/component.py",
        )
        if name not in names
    ]
    for name in foreign:
        print(f"does not belong into the wheel: {name}")
    for name in missing:
        print(f"missing from the wheel: {name}")
    return 1 if foreign or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
