"""A pressed button goes step by step, may be cancelled, and ends in words whatever happens."""

from pathlib import Path

import pytest

from udfs.errors import NotFound
from udfs.texts import text
from xl_addin.buttons import refresh
from xl_addin.buttons.press import start


class Told:
    """A desk that only remembers what was told."""

    def __init__(self, lang="en"):
        self.lang, self.told = lang, []

    def tell(self, title, lines, mode="info"):
        self.told.append((title, list(lines), mode))


@pytest.fixture
def acting(monkeypatch):
    """What the button "refresh" does, for one test."""

    def use(press):
        monkeypatch.setattr(refresh, "press", press)
        return Told()

    return use


def two_steps(desk):
    yield "step.reading"
    yield "step.changing"
    desk.tell("Done", ["all"])


def test_each_step_says_in_the_users_language_what_is_going_on(acting):
    desk = acting(two_steps)
    desk.lang = "zh"
    press = start("refresh", desk)
    assert [press.step(), press.step(), press.step()] == ["正在读取", "正在写入表格", None]
    assert desk.told == [("Done", ["all"], "info")]


def test_a_cancelled_button_cleans_up_and_says_so(acting):
    cleaned = []

    def press(desk):
        try:
            yield "step.changing"
        finally:
            cleaned.append(True)

    desk = acting(press)
    pressed = start("refresh", desk)
    pressed.step()
    pressed.cancel()
    assert cleaned == [True]
    assert desk.told == [("Refresh tiers", ["Cancelled; the tables are as they were."], "info")]
    assert pressed.step() is None


def test_what_a_person_can_put_right_is_one_sentence(acting):
    def press(desk):
        yield "step.reading"
        raise NotFound("undo.nothing")

    desk = acting(press)
    pressed = start("refresh", desk)
    assert [pressed.step(), pressed.step()] == ["Reading", None]
    assert desk.told == [("Refresh tiers", [text("undo.nothing", "en")], "critical")]


def test_an_error_of_ours_is_a_sentence_and_a_file_with_the_details(acting):
    def press(desk):
        yield from ()
        raise ZeroDivisionError("inner workings")

    desk = acting(press)
    assert start("refresh", desk).step() is None
    ((_, (sentence,), mode),) = desk.told
    assert mode == "critical"
    assert "inner workings" not in sentence
    assert "Traceback" not in sentence
    file = Path(sentence.split("Details are in ")[1].split(";")[0])
    assert "inner workings" in file.read_text(encoding="utf-8")
    file.unlink()


def test_a_cell_that_is_being_edited_is_told_as_such(acting):
    class Rejected(Exception):
        hresult = -2147418111

    def press(desk):
        yield from ()
        raise Rejected

    desk = acting(press)
    start("refresh", desk).step()
    assert desk.told[0][1][0].startswith("A cell is being edited")


def test_a_failure_while_cleaning_up_is_told_too(acting):
    def press(desk):
        try:
            yield "step.changing"
        finally:
            raise NotFound("undo.nothing")

    desk = acting(press)
    pressed = start("refresh", desk)
    pressed.step()
    pressed.cancel()
    assert desk.told[0][2] == "critical"


def test_an_unknown_button_is_an_error_at_once():
    with pytest.raises(KeyError):
        start("no_such_button", Told())
