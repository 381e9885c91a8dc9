"""A screen nobody sits at: Xvfb with a window manager, pictures of it, and keys pressed on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

_SIZE = "1400x900x24"


class Screen:
    """Use as a context manager; `display` is what programs are started with."""

    def __init__(self, folder: Path) -> None:
        for program in ("Xvfb", "openbox", "xdotool", "import"):
            if shutil.which(program) is None:
                pytest.skip(f"{program} is not installed")
        self.folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Screen:
        told, tell = os.pipe()
        xvfb = ["Xvfb", "-displayfd", str(tell), "-screen", "0", _SIZE, "-nolisten", "tcp"]
        self._start(xvfb, pass_fds=(tell,))
        os.close(tell)
        with os.fdopen(told) as pipe:
            self.display = f":{int(pipe.readline())}"
        self._start(["openbox"])
        time.sleep(0.5)
        return self

    def __exit__(self, *_: object) -> None:
        for program in reversed(self._running):
            program.terminate()
            program.wait(10)

    def _start(self, words: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        shown = {"DISPLAY": self.display} if self._running else {}
        self._running.append(
            subprocess.Popen(
                words,
                env={**os.environ, **shown, "HOME": str(self.folder)},
                pass_fds=pass_fds,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def key(self, key: str) -> None:
        self._tool("xdotool", "key", "--clearmodifiers", key)

    def click(self, x: int, y: int) -> None:
        self._tool("xdotool", "mousemove", str(x), str(y), "click", "1")

    def picture(self, name: str) -> Path:
        """A picture of the whole screen, for people to look at."""
        path = self.folder / f"{name}.png"
        self._tool("import", "-window", "root", str(path))
        return path

    def _tool(self, *words: str) -> None:
        subprocess.run(
            words, env={**os.environ, "DISPLAY": self.display}, check=True, capture_output=True
        )
