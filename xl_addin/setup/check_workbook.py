"""The doctor on one workbook: where it lies, where it came from, and the macros in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PureWindowsPath

from xl_addin.setup import places, trust
from xl_addin.setup.check_policies import internet_macros_blocked
from xl_addin.setup.check_programs import package_version
from xl_addin.setup.findings import Finding, fine, note, problem
from xl_addin.setup.macro_version import macro_version
from xl_addin.setup.system import System

# Excel opens no file whose whole path is longer.
LONGEST_PATH = 218
_ONEDRIVE = ("OneDriveCommercial", "OneDriveConsumer", "OneDrive")
_INTERNET_ZONES = ("ZoneId=3", "ZoneId=4")


def workbook(system: System, path: str) -> Iterator[Finding]:
    """Everything about the workbook at `path`; nothing more when it is not there."""
    if places.is_web_address(path):
        yield problem("web_address", folder=places.real(system, places.BOOKS))
        return
    if not system.exists(path):
        yield problem("workbook_missing", path=path)
        return
    yield from location(system, path)
    yield from mark_of_the_web(system, path)
    yield from access(system, path)
    yield from macros_inside(system, path)


def location(system: System, path: str) -> Iterator[Finding]:
    """OneDrive, network, a path too long."""
    books = places.real(system, places.BOOKS)
    if any(places.is_inside(path, system.variable(name)) for name in _ONEDRIVE):
        yield note("onedrive", folder=books)
    elif path.startswith("\\\\"):
        yield note("network", folder=books)
    if len(path) > LONGEST_PATH:
        yield problem("long_path", n=len(path), longest=LONGEST_PATH, folder=books)


def mark_of_the_web(system: System, path: str) -> Iterator[Finding]:
    """Windows notes that a file came from the internet; Excel then blocks its macros."""
    if not any(zone in system.mark(path).replace(" ", "") for zone in _INTERNET_ZONES):
        return
    name = PureWindowsPath(path).name
    if trust.trusts(system, str(PureWindowsPath(path).parent)):
        yield fine("marked_but_trusted", file=name)
    elif internet_macros_blocked(system):
        yield problem("marked_and_forbidden", file=name)
    else:
        yield problem("marked", file=name)


def access(system: System, path: str) -> Iterator[Finding]:
    """Can the file be saved: a free folder, a free file, nobody else in it?"""
    file = PureWindowsPath(path)
    if system.exists(str(file.with_name(f"~${file.name}"))):
        yield note("open_elsewhere", file=file.name)
    elif not system.can_write(path):
        yield problem("file_read_only", file=file.name)
    if not system.can_write(str(file.parent)):
        yield problem("folder_read_only", folder=str(file.parent))


def macros_inside(system: System, path: str) -> Iterator[Finding]:
    """Macros, package and DLL speak to each other only in the same version."""
    content = system.read(path)
    name = PureWindowsPath(path).name
    if content is None:
        yield problem("workbook_unreadable", file=name)
        return
    inside, package = macro_version(content), package_version(system)
    if not inside:
        yield problem("no_macros", file=name)
    elif package and inside != package:
        yield problem("versions_differ", file=name, macros=inside, package=package)
    else:
        yield fine("macros_inside", file=name, version=inside)
