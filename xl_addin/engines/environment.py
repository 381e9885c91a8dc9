"""The environment in which LibreOffice's own programs are started.

LibreOffice loads the Python it was made for, and that Python looks for its own folder by the first
`python3` on PATH: in a virtual environment it finds the packages of another Python and the program
dies ("C++ code threw St9bad_alloc"). So whatever tells of another Python stays behind, and the
system's folders come first.

Proved in tests/xl_addin/engines/test_environment.py.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

_OF_ANOTHER_PYTHON = ("VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT", "PYTHONHOME", "PYTHONPATH")


def own_environment(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """`given`, by default what we run in ourselves, without a trace of another Python."""
    found = dict(os.environ if given is None else given)
    active = found.get("VIRTUAL_ENV", "")
    for name in _OF_ANOTHER_PYTHON:
        found.pop(name, None)
    if "PATH" in found:
        found["PATH"] = _own_path(found["PATH"].split(os.pathsep), active)
    return found


def _own_path(folders: Iterable[str], active: str) -> str:
    kept = [folder for folder in folders if not _is_of_environment(folder, active)]
    system = [folder for folder in os.defpath.split(os.pathsep) if folder in kept]
    return os.pathsep.join(dict.fromkeys([*system, *kept]))


def _is_of_environment(folder: str, active: str) -> bool:
    """Whether a folder of PATH belongs to a virtual environment, active or not."""
    around = Path(folder).parent
    if active and Path(active) in (around, Path(folder)):
        return True
    return bool(folder) and (around / "pyvenv.cfg").is_file()
