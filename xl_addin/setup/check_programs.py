"""The doctor on programs: Excel, the private Python, xlwings and its DLL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PureWindowsPath

from xl_addin.setup import places, programs, xlwings_config
from xl_addin.setup.findings import Finding, fine, note, problem
from xl_addin.setup.system import System

_DIST_INFO = re.compile(r"xlwings-([0-9.]+)\.dist-info", re.IGNORECASE)
_DLL = re.compile(r"xlwings(32|64)-([0-9.]+)\.dll", re.IGNORECASE)
_HOME = re.compile(r"^home\s*=\s*(.+?)\s*$", re.MULTILINE)
# A first import after an installation compiles the modules; a virus scanner doubles that.
_START_SECONDS = 90.0


def excel(system: System) -> Iterator[Finding]:
    """Is there an Excel, which one, and does a double click open it?"""
    path = programs.excel_path(system)
    if not path:
        yield problem("excel_missing")
        return
    yield fine("excel", bits=programs.bits(system, path) or "?", path=path)
    if programs.is_from_store(path):
        yield note("excel_from_store")
    if other := programs.other_opener(system):
        yield note("opened_by_other", program=other)


def python(system: System) -> Iterator[Finding]:
    """Is the private Python there, whole, not the Store's, and does it start?"""
    interpreter = places.real(system, places.INTERPRETER)
    if not system.exists(interpreter):
        yield problem("python_missing", path=interpreter)
        return
    home = _home(system)
    if programs.is_from_store(home + "\\"):
        yield problem("python_from_store")
    elif home and not system.exists(str(PureWindowsPath(home, "python.exe"))):
        yield problem("python_base_gone", path=home)
    else:
        yield _starts(system, interpreter)


def same_bits(system: System) -> Iterator[Finding]:
    """Excel and Python of the same kind; Python runs on its own, so it works either way."""
    excel_bits = programs.bits(system, programs.excel_path(system))
    python_bits = programs.bits(system, places.real(system, places.INTERPRETER))
    if not (excel_bits and python_bits):
        return
    if excel_bits == python_bits:
        yield fine("bits_equal", bits=excel_bits)
    else:
        yield note("bits_differ", excel=excel_bits, python=python_bits)


def xlwings(system: System) -> Iterator[Finding]:
    """The package, and the DLL that Excel loads from the root of the environment."""
    package = package_version(system)
    if not package:
        yield problem("xlwings_missing")
        return
    wanted = _wanted_dll(system, package)
    path = str(PureWindowsPath(places.real(system, places.ENVIRONMENT), wanted))
    if system.read(path, 2) == b"MZ":
        yield fine("dll", version=package, file=wanted)
        return
    found = _dll_versions(system)
    if found and package not in found:
        yield problem("dll_of_other_version", package=package, dll=sorted(found))
    else:
        yield problem("dll_missing", file=wanted, folder=str(PureWindowsPath(path).parent))


def configuration(system: System) -> Iterator[Finding]:
    """Does xlwings find our Python: in our folder, and for workbooks kept elsewhere?"""
    ours = places.real(system, places.INTERPRETER)
    if _filled(system, xlwings_config.books_interpreter(system)).casefold() != ours.casefold():
        yield problem("config_missing", file=places.real(system, places.BOOKS_CONFIG))
        return
    user = _filled(system, xlwings_config.user_interpreter(system))
    if user.casefold() == ours.casefold():
        yield fine("config")
    else:
        folder, file = places.real(system, places.BOOKS), places.real(system, places.USER_CONFIG)
        yield note("config_foreign", path=user or "-", folder=folder, file=file)


def package_version(system: System) -> str:
    """The version of xlwings in the private Python, "" where it is missing."""
    names = system.names_in(places.real(system, places.PACKAGES))
    return next((found[1] for name in names if (found := _DIST_INFO.fullmatch(name))), "")


def _home(system: System) -> str:
    """The folder of the Python that the private one was made from."""
    config = system.read(places.real(system, places.ENVIRONMENT) + r"\pyvenv.cfg") or b""
    found = _HOME.search(config.decode("utf-8", "replace"))
    return found[1] if found else ""


def _starts(system: System, interpreter: str) -> Finding:
    check = "import platform, xlwings; print(platform.python_version())"
    answer = system.run([interpreter, "-c", check], _START_SECONDS)
    if answer.code == 0:
        return fine("python", version=answer.output.strip())
    last = (answer.output.strip().splitlines() or [f"({answer.code})"])[-1]
    return problem("python_does_not_start", path=interpreter, why=last)


def _wanted_dll(system: System, version: str) -> str:
    excel_bits = programs.bits(system, programs.excel_path(system)) or 64
    return f"xlwings{excel_bits}-{version}.dll"


def _dll_versions(system: System) -> set[str]:
    names = system.names_in(places.real(system, places.ENVIRONMENT))
    return {found[2] for name in names if (found := _DLL.fullmatch(name))}


def _filled(system: System, value: str) -> str:
    return re.sub("%([^%]+)%", lambda found: system.variable(found[1]), value)
