"""The progress bar names the step at a terminal, and says nothing where nobody is watching."""

import io
import sys

import pytest

from xl_addin.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("lang", "words"), [("zh", "正在计算"), ("en", "Computing")])
def test_each_step_is_named_while_it_runs_and_the_line_is_cleared(monkeypatch, lang, words):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(2, lang) as step:
        step("step.reading")
        step("step.computing")
        assert words in screen.getvalue()
    assert not screen.getvalue().rsplit("\r", 1)[-1].strip()


def test_without_a_terminal_nothing_is_written(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(2, "en") as step:
        step("step.reading")
    assert screen.getvalue() == ""
