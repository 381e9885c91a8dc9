"""The extension file: generated parts, the component's source, and where the product lies.

Reproducible: the same product and the same folders give the same bytes.
Proved in tests/xl_addin/libreoffice/test_oxt.py.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from udfs.texts import LANGUAGES, text
from xl_addin.emit.libreoffice import COMPONENT, extension_parts

# Packages the add-in needs; pip may have put them into different folders.
_NEEDED = (
    *("numpy", "pandas", "python_calamine", "openpyxl", "xlwings"),
    *("xlsxwriter", "pyopenvba", "holidays", "borax"),
)
_FIXED_DATE = (2026, 1, 1, 0, 0, 0)


def environment_folders() -> list[str]:
    """Folders LibreOffice's Python needs: where this product lies and where its packages lie."""
    product = Path(__file__).resolve().parents[2]
    found = (find_spec(name) for name in _NEEDED)
    packages = [Path(spec.origin).parents[1] for spec in found if spec and spec.origin]
    return list(dict.fromkeys(map(str, [product, *packages])))


def version() -> str:
    """The version the extension manager shows."""
    try:
        return metadata.version("customer-chain")
    except metadata.PackageNotFoundError:  # run from its sources
        return "0"


def component_path() -> Path:
    """The one file of ours that LibreOffice itself loads."""
    return Path(__file__).with_name(COMPONENT)


def build_oxt(path: Path, folders: Sequence[str] | None = None) -> Path:
    """Write the extension; `folders` are put on the path of LibreOffice's Python."""
    listed = environment_folders() if folders is None else list(folders)
    parts = extension_parts(version())
    parts[COMPONENT] = component_path().read_bytes()
    parts["environment.json"] = _environment(listed)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(_entry(name), content)
    return path


def _environment(folders: list[str]) -> bytes:
    """What the component reads: where the product lies, and what to say when it is gone."""
    gone = [text("office.unreachable", lang) for lang in LANGUAGES]
    return json.dumps({"folders": folders, "unreachable": "\n\n".join(gone)}).encode("utf-8")


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIXED_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
