"""The way to UNO: finds LibreOffice's `uno` module and makes its structs, enums and properties.

`uno` belongs to LibreOffice, not to the package index: it is there inside LibreOffice's own Python
and in the system Python of most Linux distributions, and a virtual environment does not see it.
So it is looked for at its usual places when it is first needed, and the search path is put back.

Proved in tests/xl_addin/engines/test_bridge.py.
"""

import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

PLACES = (
    "/usr/lib/python3/dist-packages",
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/Resources",
    "C:\\Program Files\\LibreOffice\\program",
)


class UnoMissing(ImportError):
    """LibreOffice's Python module `uno` is not there."""


@cache
def uno() -> ModuleType:
    """The module `uno`, from this Python or from the place where LibreOffice keeps it."""
    try:
        return _import_uno()
    except ImportError:
        pass
    for place in (os.environ.get("UNO_PATH"), *PLACES):
        if place and Path(place, "uno.py").exists():
            found = _import_from(place)
            if found is not None:
                return found
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise UnoMissing(
        "LibreOffice's Python module 'uno' was not found. Install it (Debian, Ubuntu: "
        f"apt install python3-uno; it must be made for Python {version}), run this with "
        "LibreOffice's own Python, or set UNO_PATH to the folder with uno.py."
    )


def _import_uno() -> ModuleType:
    import uno as module

    return module


def _import_from(place: str) -> ModuleType | None:
    """Import with `place` on the search path, and only as long as it takes.

    The folder holds the system's other packages too; left on the path they would be picked up
    instead of those the caller has installed. (`uno` itself adds another folder.)
    """
    before = list(sys.path)
    sys.path.append(place)
    try:
        import unohelper  # noqa: F401 - it must be imported while the folder is on the path

        return _import_uno()
    except ImportError:
        return None
    finally:
        sys.path[:] = before


def struct(name: str, **fields: Any) -> Any:
    """A UNO struct, e.g. struct("table.CellAddress", Sheet=0, Column=1, Row=2)."""
    made = uno().createUnoStruct(f"com.sun.star.{name}")
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def enum(name: str, value: str) -> Any:
    return uno().Enum(f"com.sun.star.{name}", value)


def properties(**values: Any) -> tuple[Any, ...]:
    """Named arguments as UNO wants them; those that are None are left out."""
    return tuple(
        struct("beans.PropertyValue", Name=name, Value=value)
        for name, value in values.items()
        if value is not None
    )


def sequence(type_name: str, values: Any) -> Any:
    """A typed UNO sequence, where a plain tuple would lose its type."""
    return uno().Any(f"[]{type_name}", values)


def to_url(path: str) -> str:
    return str(uno().systemPathToFileUrl(str(Path(path).absolute())))


def to_path(url: str) -> str:
    return str(uno().fileUrlToSystemPath(url)) if url.startswith("file:") else url


def local_context() -> Any:
    return uno().getComponentContext()
