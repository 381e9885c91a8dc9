"""Excel's trusted locations: one folder, this user only, asked first, and taken back exactly.

In a trusted folder Excel runs macros without asking, also those of files from the internet. So it
is the folder of our workbooks alone, without the folders below it.
"""

from __future__ import annotations

from udfs.texts import LANGUAGES, text
from xl_addin.setup import places
from xl_addin.setup.system import System

OFFICE = r"Software\Microsoft\Office\16.0"
POLICIES = (
    r"HKCU\Software\Policies\Microsoft\Cloud\Office\16.0",
    r"HKCU\Software\Policies\Microsoft\Office\16.0",
    r"HKLM\Software\Policies\Microsoft\Office\16.0",
)
_OWN = rf"HKCU\{OFFICE}\Excel\Security\Trusted Locations"
# Every Office has a few of its own; the next free number is never far.
_NUMBERS = range(100)


def policy(system: System, below: str, name: str) -> object:
    """What the company has ruled, None where it has not; the cloud's word counts first."""
    for root in POLICIES:
        ruled = system.registry(rf"{root}\{below}", name)
        if ruled is not None:
            return ruled
    return None


def forbidden(system: System) -> bool:
    """Whether the company lets no user choose trusted folders."""
    return (
        policy(system, r"Excel\Security\Trusted Locations", "AllLocationsDisabled") == 1
        or policy(system, r"Common\Security\Trusted Locations", "Allow User Locations") == 0
        or system.registry(_OWN, "AllLocationsDisabled") == 1
    )


def trusts(system: System, folder: str) -> bool:
    """Whether Excel runs macros in `folder` unasked."""
    if forbidden(system):
        return False
    return any(_covers(system, key, folder) for key in _locations(system))


def add(system: System, folder: str, lang: str) -> None:
    """Trust `folder`; once is enough."""
    if trusts(system, folder):
        return
    taken = set(system.registry_names(_OWN))
    name = next(f"Location{n}" for n in _NUMBERS if f"Location{n}" not in taken)
    values: dict[str, str | int] = {
        "Path": folder.rstrip("\\") + "\\",
        "Description": text("setup.name", lang),
        "AllowSubFolders": 0,
    }
    system.write_registry(rf"{_OWN}\{name}", values)


def take_back(system: System) -> None:
    """No longer trust our folder; locations of others stay."""
    ours, names = (
        places.real(system, places.BOOKS),
        {text("setup.name", lang) for lang in LANGUAGES},
    )
    for key in _locations(system):
        path = str(system.registry(key, "Path") or "")
        if _same(path, ours) and system.registry(key, "Description") in names:
            system.delete_registry(key)


def _locations(system: System) -> list[str]:
    return [rf"{_OWN}\{name}" for name in system.registry_names(_OWN)]


def _covers(system: System, key: str, folder: str) -> bool:
    path = str(system.registry(key, "Path") or "")
    if not path:
        return False
    below = system.registry(key, "AllowSubFolders") == 1
    return _same(path, folder) or (below and places.is_inside(folder, path))


def _same(path: str, folder: str) -> bool:
    return places.is_inside(path, folder) and places.is_inside(folder, path)
