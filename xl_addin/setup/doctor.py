"""The doctor: every check in the order in which a person would look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PureWindowsPath

from xl_addin.setup import check_policies, check_programs, check_workbook, places
from xl_addin.setup.findings import PROBLEM, Finding
from xl_addin.setup.system import System

MACHINE = (
    check_programs.excel,
    check_programs.python,
    check_programs.same_bits,
    check_programs.xlwings,
    check_programs.configuration,
    check_policies.child_processes,
)


def examine(system: System, workbook: str = "") -> list[Finding]:
    """What there is to say about this machine and `workbook`, without changing anything.

    Without a workbook it is the one that set-up made, where that is there.
    """
    path = workbook or _own_workbook(system)
    return [*_machine(system), *_book(system, path)]


def has_problems(findings: list[Finding]) -> bool:
    return any(finding.severity == PROBLEM for finding in findings)


def _own_workbook(system: System) -> str:
    path = places.book_path(system)
    return path if system.exists(path) else ""


def _machine(system: System) -> Iterator[Finding]:
    for check in MACHINE:
        yield from check(system)


def _book(system: System, path: str) -> Iterator[Finding]:
    if not path:
        yield from check_policies.macros(system, places.real(system, places.BOOKS))
        return
    yield from check_policies.macros(system, str(PureWindowsPath(path).parent))
    yield from check_workbook.workbook(system, path)
