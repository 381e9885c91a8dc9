"""A progress bar that goes when the work is done; silent when nobody is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from udfs.texts import text


@contextmanager
def progress(steps: int, lang: str) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the catalogue key of each step as it begins."""
    if not sys.stderr.isatty():
        yield lambda key: None
        return
    from tqdm import tqdm

    with tqdm(total=steps, leave=False, bar_format="{desc} {bar} {elapsed}") as bar:

        def step(key: str) -> None:
            bar.set_description_str(text(key, lang))
            bar.update()

        yield step


@contextmanager
def counting(total: int, words: str) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each of `total` things; shows how many are done."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from tqdm import tqdm

    with tqdm(total=total, leave=False, desc=words, bar_format="{desc} {bar} {n}/{total}") as bar:
        yield lambda: bar.update() and None
