"""Write the generated files, or with `--check` say which are not what the sources give.

The workbook is compared part by part: how a zip library packs the same parts may differ.
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from xl_addin.cli.making import make_workbook
from xl_addin.emit.function_docs import render

ROOT = Path(__file__).resolve().parent.parent.parent
WORKBOOK_LANGUAGE = "zh"


def _write_docs(path: Path) -> None:
    path.write_text(render(), encoding="utf-8", newline="\n")


def _write_workbook(path: Path) -> None:
    make_workbook(path, WORKBOOK_LANGUAGE, sample=True)


GENERATED: dict[str, Callable[[Path], None]] = {
    "docs/functions.md": _write_docs,
    "workbook/CustomerChain.xlsm": _write_workbook,
}


def main(words: list[str]) -> int:
    stale = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, write in GENERATED.items():
            fresh, kept = Path(folder) / Path(name).name, ROOT / name
            write(fresh)
            if kept.exists() and same(fresh, kept):
                continue
            stale += 1
            if "--check" in words:
                print(f"{name} is not what the sources give; run `make generate`")
            else:
                kept.write_bytes(fresh.read_bytes())
                print(f"{name} written")
    return 1 if stale and "--check" in words else 0


def same(fresh: Path, kept: Path) -> bool:
    """Equal bytes, or for a workbook: equal parts in equal order with equal attributes."""
    if fresh.read_bytes() == kept.read_bytes():
        return True
    return fresh.suffix == ".xlsm" and _parts(fresh) == _parts(kept)


def _parts(path: Path) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(path) as archive:
        return [
            (info.filename, info.date_time, info.external_attr, archive.read(info))
            for info in archive.infolist()
        ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
