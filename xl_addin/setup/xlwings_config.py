"""xlwings' configuration files: which Python to use goes in, all else stays as it is.

A file is lines of `"KEY","value"`; keys may hold a blank ("UDF MODULES") and count without case.
xlwings looks first into the workbook, whose own sheet says all that is the same on every computer,
then into `xlwings.conf` beside it, then into the user's file. Our folder gets a file of its own;
the user's file, which rules every xlwings workbook of this person, gets our Python only where it
names none yet. VBA reads the files in the machine's code page: foreign lines are never decoded.
"""

from __future__ import annotations

import re
from pathlib import PureWindowsPath

from xl_addin.setup import places
from xl_addin.setup.system import System

INTERPRETER = "INTERPRETER_WIN"
_LINE = re.compile(rb'\s*"([^"]*)"\s*,\s*"([^"]*)"')
_ENDING = b"\r\n"


def values(content: bytes) -> dict[str, str]:
    """Upper-case keys and their values; the first line of a key counts, as in VBA.

    >>> values(b'"Interpreter_Win","C:\\\\Python\\\\python.exe"\\r\\n"UDF Modules",""')
    {'INTERPRETER_WIN': 'C:\\\\Python\\\\python.exe', 'UDF MODULES': ''}
    """
    found: dict[str, str] = {}
    for line in content.splitlines():
        if pair := _LINE.match(line):
            key, value = (half.decode("utf-8", "replace") for half in pair.groups())
            found.setdefault(key.upper(), value)
    return found


def with_key(content: bytes, key: str, value: str) -> bytes:
    """`content` and one more line; a last line without an end gets one."""
    between = _ENDING if content and not content.endswith(b"\n") else b""
    return content + between + f'"{key}","{value}"'.encode("ascii") + _ENDING


def without(content: bytes, key: str, value: str) -> bytes:
    """`content` without the lines that give `key` exactly `value`."""
    return b"".join(
        line for line in content.splitlines(keepends=True) if values(line) != {key.upper(): value}
    )


def write(system: System) -> None:
    """Both files; a user's file that was there before is kept beside once."""
    ours = with_key(b"", INTERPRETER, places.INTERPRETER)
    system.write(places.real(system, places.BOOKS_CONFIG), ours)
    path = places.real(system, places.USER_CONFIG)
    content = system.read(path)
    if values(content or b"").get(INTERPRETER):
        return
    backup = places.real(system, places.USER_CONFIG_BACKUP)
    if content is not None and not system.exists(backup):
        system.write(backup, content)
    system.write(path, with_key(content or b"", INTERPRETER, places.INTERPRETER))


def take_back(system: System) -> None:
    """Remove what `write` wrote: our file, our line, and what we made for them if now empty."""
    system.remove(places.real(system, places.BOOKS_CONFIG))
    path = places.real(system, places.USER_CONFIG)
    backup = places.real(system, places.USER_CONFIG_BACKUP)
    content = system.read(path)
    if content is not None:
        rest = without(content, INTERPRETER, places.INTERPRETER)
        if rest or system.exists(backup):
            if rest != content:
                system.write(path, rest)
        else:
            system.remove(path)
    system.remove(backup)
    for file in (places.USER_CONFIG, places.BOOKS_CONFIG):
        system.remove(str(PureWindowsPath(places.real(system, file)).parent))


def user_interpreter(system: System) -> str:
    """The Python that the user's own file names, "" where it names none."""
    content = system.read(places.real(system, places.USER_CONFIG)) or b""
    return values(content).get(INTERPRETER, "")


def books_interpreter(system: System) -> str:
    """The Python that the file in our folder names."""
    content = system.read(places.real(system, places.BOOKS_CONFIG)) or b""
    return values(content).get(INTERPRETER, "")
