"""The parts of the LibreOffice extension, name to bytes, all but the component's own source.

Proved in tests/xl_addin/test_emit_libreoffice.py.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from xl_addin.emit import libreoffice_config as config
from xl_addin.emit.libreoffice_types import type_library

COMPONENT = "component.py"
_CONFIGURATION = "application/vnd.sun.star.configuration-data"
_TYPES = "application/vnd.sun.star.uno-typelibrary;type=RDB"
_PYTHON = "application/vnd.sun.star.uno-component;type=Python"


def extension_parts(version: str) -> dict[str, bytes]:
    """Every generated part; the manifest says what LibreOffice is to do with each."""
    configured = {
        "CalcAddIns.xcu": config.calc_add_ins(),
        "Addons.xcu": config.addons(),
        "ProtocolHandler.xcu": config.protocol_handler(),
        "Jobs.xcu": config.jobs(),
        "CalcWindowState.xcu": config.toolbar_state(),
    }
    kinds = {"types.rdb": _TYPES, **dict.fromkeys(configured, _CONFIGURATION), COMPONENT: _PYTHON}
    words = {
        "META-INF/manifest.xml": _manifest(kinds),
        "description.xml": config.description(version),
        **configured,
    }
    parts = {name: part.encode("utf-8") for name, part in words.items()}
    return {**parts, "types.rdb": type_library()}


def _manifest(kinds: dict[str, str]) -> str:
    entries = "".join(
        f"<manifest:file-entry manifest:full-path={quoteattr(name)}"
        f" manifest:media-type={quoteattr(kind)}/>\n"
        for name, kind in kinds.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">\n'
        f"{entries}</manifest:manifest>\n"
    )
