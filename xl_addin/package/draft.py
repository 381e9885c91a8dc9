"""A workbook as it will be: an opened package with some parts new, changed or gone.

What is put in one after another (sheets first, then cells of their tables) reads the package
through a draft and so sees what the step before has made; the file itself is written once, at
the end. Proved in tests/xl_addin/package/test_draft.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from xl_addin.package.archive import Archive, FileRefused


class Draft(Archive):
    """An archive read through `parts` (None: a part that is gone); the file stays as it is."""

    def __init__(self, archive: Archive, parts: Mapping[str, bytes | None]) -> None:
        self.path = archive.path
        self._archive = archive
        self._parts = dict(parts)

    def names(self) -> list[str]:
        old = [name for name in self._archive.names() if name not in self._parts]
        return old + [name for name, data in self._parts.items() if data is not None]

    def __contains__(self, name: str) -> bool:
        if name in self._parts:
            return self._parts[name] is not None
        return name in self._archive

    def read(self, name: str) -> bytes:
        if name not in self._parts:
            return self._archive.read(name)
        data = self._parts[name]
        if data is None:
            raise FileRefused("file.part_missing", file=self.path.name, part=name)
        return data

    def start_of(self, name: str, size: int) -> bytes:
        if name in self._parts:
            return self.read(name)[:size]
        return self._archive.start_of(name, size)

    def close(self) -> None:
        """The archive is closed by whoever has opened it."""
