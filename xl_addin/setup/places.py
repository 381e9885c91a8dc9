"""Where set-up puts things, in one place; nothing here needs an administrator.

Texts with %...% are kept as they are in files that Excel reads: VBA reads those in the machine's
own code page, and the variable keeps a Chinese user name out of them. xlwings fills it in.
"""

from __future__ import annotations

import re
from pathlib import PureWindowsPath

from udfs.errors import NotFound
from xl_addin.setup.system import System

# Local, never OneDrive and never roaming: programs and their private Python belong here.
ENVIRONMENT = r"%LOCALAPPDATA%\CustomerChain\python"
INTERPRETER = ENVIRONMENT + r"\Scripts\python.exe"
COMMAND = ENVIRONMENT + r"\Scripts\customer-chain.exe"
PACKAGES = ENVIRONMENT + r"\Lib\site-packages"

# The user's workbooks: OneDrive takes over Desktop and Documents, but not this folder.
BOOKS = r"%USERPROFILE%\CustomerChain"
BOOK_NAME = "CustomerChain.xlsm"
BOOKS_CONFIG = BOOKS + r"\xlwings.conf"
USER_CONFIG = r"%USERPROFILE%\.xlwings\xlwings.conf"
USER_CONFIG_BACKUP = USER_CONFIG + ".before-customer-chain"

SHELL_FOLDERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
PROGRAMS_LIST = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CustomerChain"

_VARIABLE = re.compile("%([^%]+)%")


def real(system: System, place: str) -> str:
    """`place` with its variables filled in; refuses rather than to work on half a path."""

    def value(found: re.Match[str]) -> str:
        filled = system.variable(found[1])
        if not filled:
            raise NotFound("setup.no_variable", name=found[1])
        return filled

    return _VARIABLE.sub(value, place)


def book_path(system: System) -> str:
    """The workbook that set-up made."""
    return str(PureWindowsPath(real(system, BOOKS), BOOK_NAME))


def desktop(system: System) -> str:
    """The desktop's folder, wherever the company has moved it."""
    moved = system.registry(SHELL_FOLDERS, "Desktop")
    return str(moved) if moved else real(system, r"%USERPROFILE%\Desktop")


def is_web_address(path: str) -> bool:
    """Whether it is no file of this machine; a Path has turned the slashes round already."""
    return path.casefold().startswith(("https:", "http:"))


def is_inside(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or below it, in Windows' way of comparing names."""
    return bool(folder) and PureWindowsPath(path).is_relative_to(PureWindowsPath(folder))
