"""Ribbon buttons on Python's side: step by step, stopped by Esc, failing in one sentence."""

import pytest

from tests.xl_addin.excel.windows import xlwings_udfs
from udfs.texts import text
from xl_addin.excel import presses
from xl_addin.excel.marks import MARK


class FakePress:
    def __init__(self, *statuses):
        self.statuses = list(statuses)
        self.cancelled = False

    def step(self):
        return self.statuses.pop(0)

    def cancel(self):
        self.cancelled = True


@pytest.fixture
def begun(monkeypatch):
    """What was started with which desk, and the press that answers."""
    started = []
    press = FakePress("reading", "writing", None)

    def start(name, desk):
        started.append((name, *desk))
        return press

    monkeypatch.setattr(presses, "_pressed", presses.Pressed())
    monkeypatch.setattr(presses, "start", start)
    monkeypatch.setattr(presses, "Desk", lambda *given: given)
    monkeypatch.setattr(presses.xw.Book, "caller", lambda: "the caller")
    started.append(press)
    return started


def test_a_button_tells_each_step_and_then_nothing(begun):
    answers = [presses.cc_press("refresh", "en", "why"), presses.cc_step("refresh", "en")]
    answers.append(presses.cc_step("refresh", "en"))
    assert answers == [[["reading"]], [["writing"]], [[""]]]
    assert begun[1] == ("refresh", "the caller", "en", "why")


def test_esc_cancels_what_was_begun_and_only_that(begun):
    press = begun[0]
    assert presses.cc_cancel("refresh", "en") == [[""]]
    assert not press.cancelled
    presses.cc_press("refresh", "en", "")
    assert presses.cc_cancel("refresh", "en") == [[""]]
    assert press.cancelled


def test_a_server_started_anew_in_the_middle_says_that_nothing_was_finished(begun):
    assert presses.cc_step("refresh", "zh") == [[MARK + text("vba.lost", "zh")]]


def test_a_fault_is_one_sentence_and_a_log(begun, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(presses.xw.Book, "caller", lambda: 1 / 0)
    ((said,),) = presses.cc_press("refresh", "en", "")
    (log,) = tmp_path.iterdir()
    assert said == MARK + text("press.our_error", "en", file=log)


def test_on_windows_xlwings_finds_the_three():
    with xlwings_udfs() as udfs:
        found = presses.published(udfs)
    marked = found["cc_press"].__xlfunc__
    assert set(found) == {"cc_press", "cc_step", "cc_cancel"}
    assert [arg["name"] for arg in marked["args"]] == ["name", "lang", "message"]
    assert {str(arg["options"]) for arg in marked["args"]} == {"{'convert': 'raw'}"}
