"""Excel on this machine, and what kind of program a file is."""

from __future__ import annotations

from xl_addin.setup.system import System

_APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_USER_CHOICE = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.xlsm\UserChoice"
# Programs from the Microsoft Store live here, and so do the empty stubs that only open the Store.
STORE = "\\windowsapps\\"
# Machine field of the PE header (PE format, "Machine Types"); an ARM Excel loads 64-bit DLLs.
_BITS = {0x014C: 32, 0x8664: 64, 0xAA64: 64}
_POINTER, _FIRST_PAGE = 0x3C, 4096


def excel_path(system: System) -> str:
    """Where Excel is, "" where there is none."""
    for root in ("HKLM", "HKCU"):
        path = str(system.registry(rf"{root}\{_APP_PATHS}") or "").strip('" ')
        if path and system.exists(path):
            return path
    return ""


def bits(system: System, program: str) -> int | None:
    """32 or 64, read from the program itself; None when that cannot be told."""
    start = system.read(program, _FIRST_PAGE) or b""
    if start[:2] != b"MZ":
        return None
    place = int.from_bytes(start[_POINTER : _POINTER + 4], "little")
    if start[place : place + 4] != b"PE\0\0":
        return None
    return _BITS.get(int.from_bytes(start[place + 4 : place + 6], "little"))


def is_from_store(path: str) -> bool:
    return STORE in path.casefold()


def other_opener(system: System) -> str:
    """The program that opens an .xlsm by double click, "" where that is Excel.

    Windows names programs by identifiers; WPS for example is `ET.Xlsm.6`.
    """
    chosen = system.registry(_USER_CHOICE, "ProgId") or system.registry(r"HKCR\.xlsm")
    name = str(chosen or "")
    return "" if name.casefold().startswith("excel.") else name
