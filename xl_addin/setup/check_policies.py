"""The doctor on what the company or a guard forbids: macros, child processes, Windows calls."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.setup import trust
from xl_addin.setup.findings import Finding, fine, note, problem
from xl_addin.setup.system import System

# Value of VBAWarnings: 1 run all, 2 ask (also where nothing is set), 3 signed only, 4 never.
_SIGNED_ONLY, _NEVER = 3, 4
_BLOCK, _WARN = "1", "6"
# Rules of attack surface reduction that meet xlwings: Excel starts cmd.exe, and its macros
# declare a function of a DLL.
ASR_RULES = {
    "d4f940ab-401b-4efc-aadc-ad5f3c50688a": "child_processes_blocked",
    "92e97fa1-2edf-4476-bdd6-9dd0b4dddc7b": "windows_calls_blocked",
}
_ASR = (
    r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"HKLM\SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
# Cloud management writes all rules into one text: "rule=1|rule=2".
_ASR_MANAGED = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
_COMMAND_LINE = tuple(
    rf"{root}\Software\Policies\Microsoft\Windows\System" for root in ("HKCU", "HKLM")
)


def macros(system: System, folder: str) -> Iterator[Finding]:
    """Will Excel run the macros of a workbook in `folder`?"""
    if trust.trusts(system, folder):
        yield fine("trusted", folder=folder)
        return
    if trust.forbidden(system):
        yield note("trust_forbidden")
    level = _macro_level(system)
    if level == _NEVER:
        yield problem("macros_never")
    elif level == _SIGNED_ONLY:
        yield problem("macros_signed_only")
    else:
        yield fine("macros_asked")


def internet_macros_blocked(system: System) -> bool:
    """Whether the company forbids macros of files with the Mark of the Web for good."""
    return trust.policy(system, r"Excel\Security", "BlockContentExecutionFromInternet") == 1


def child_processes(system: System) -> Iterator[Finding]:
    """May Excel start Python through cmd.exe?"""
    blocked = [name for rule, name in ASR_RULES.items() if _state(system, rule) == _BLOCK]
    warned = [name for rule, name in ASR_RULES.items() if _state(system, rule) == _WARN]
    yield from (problem(name) for name in blocked)
    yield from (note(f"{name}_unless_allowed") for name in warned)
    if any(system.registry(key, "DisableCMD") for key in _COMMAND_LINE):
        yield problem("command_line_forbidden")
    elif system.run(["cmd.exe", "/d", "/c", "exit 0"], 20).code != 0:
        yield problem("command_line_fails")
    elif not blocked:
        yield fine("child_processes")


def _macro_level(system: System) -> object:
    ruled = trust.policy(system, r"Excel\Security", "VBAWarnings")
    if ruled is not None:
        return ruled
    return system.registry(rf"HKCU\{trust.OFFICE}\Excel\Security", "VBAWarnings")


def _state(system: System, rule: str) -> str:
    """ "0" off, "1" block, "2" only noted down, "6" warn, "" where nobody has set it."""
    for part in str(system.registry(_ASR_MANAGED, "ASRRules") or "").casefold().split("|"):
        name, _, value = part.partition("=")
        if name.strip(" {}") == rule:
            return value.strip()
    for key in _ASR:
        state = system.registry(key, rule)
        if state is not None:
            return str(state)
    return ""
