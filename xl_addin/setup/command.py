"""`customer-chain excel install|uninstall|doctor`: one entry for the command line.

Exit codes are those of the command line: 0 done, 1 the doctor found problems, 3 refused.
Proved in tests/xl_addin/setup/test_command.py.
"""

from __future__ import annotations

import os
from pathlib import Path

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.setup import places
from xl_addin.setup.doctor import examine, has_problems
from xl_addin.setup.install import install
from xl_addin.setup.system import System
from xl_addin.setup.uninstall import uninstall

ACTIONS = ("install", "uninstall", "doctor")
DONE, FOUND_PROBLEMS, REFUSED = 0, 1, 3


def run(
    action: str, workbook: Path | None, lang: str, system: System | None = None
) -> tuple[int, list[str]]:
    """Do `action` for this user and machine; answers the exit code and the sentences."""
    machine = system or this_machine(lang)
    if machine is None or not machine.is_windows:
        return REFUSED, [text("setup.windows_only", lang)]
    try:
        return _done(action, machine, _path(machine, workbook), lang)
    except CustomerChainError as why:
        return REFUSED, [why.sentence(lang)]
    except OSError as why:
        return REFUSED, [text("setup.cannot_write", lang, what=why.filename or why.strerror or "-")]


def this_machine(lang: str) -> System | None:
    """The real Windows, None on another system."""
    if os.name != "nt":
        return None
    from xl_addin.setup.windows import Windows

    return Windows(lang)


def _path(system: System, workbook: Path | None) -> str:
    if workbook is None or places.is_web_address(str(workbook)):
        return str(workbook or "")
    return system.absolute(str(workbook))


def _done(action: str, system: System, workbook: str, lang: str) -> tuple[int, list[str]]:
    if action == "install":
        return DONE, install(system, workbook, lang)
    if action == "uninstall":
        return DONE, uninstall(system, lang)
    findings = examine(system, workbook)
    lines = [finding.line(lang) for finding in findings]
    return (FOUND_PROBLEMS if has_problems(findings) else DONE), lines
