"""A button pressed: its steps are done one after another, Esc stops, all ends in one sentence."""

import importlib
from types import SimpleNamespace

import pytest

from tests.end_to_end.live_office import uno_module
from udfs.errors import BadValue
from udfs.texts import text


class App:
    """What is shown, in order."""

    def __init__(self):
        self.shown = []

    def alert(self, said, title, mode):
        self.shown.append((title, said, mode))

    def __setattr__(self, name, value):
        if name == "status_bar":
            self.shown.append(value)
        else:
            super().__setattr__(name, value)


class Press:
    """Steps that answer what they are told to."""

    def __init__(self, *steps):
        self.steps, self.cancelled = list(steps), False

    def step(self):
        step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        return step

    def cancel(self):
        self.cancelled = True


class Guard:
    escapes_after = 99

    def __init__(self, context, document):
        self.asked = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def escaped(self):
        self.asked += 1
        return self.asked > self.escapes_after


@pytest.fixture
def pressing(monkeypatch):
    """The module with LibreOffice taken away; `run` presses a button that makes `press`."""
    uno_module()
    module = importlib.import_module("xl_addin.libreoffice.press")
    app, chosen = App(), []
    monkeypatch.setattr(module.libreoffice, "inside", lambda context: app)
    monkeypatch.setattr(module.libreoffice, "book_of", lambda app, document: document)
    monkeypatch.setattr(module, "Guard", Guard)
    monkeypatch.setattr(Guard, "escapes_after", 99)
    monkeypatch.setattr(module.user_language, "current", lambda context: "en")
    monkeypatch.setattr(module.user_language, "choose", lambda lang, context: chosen.append(lang))
    monkeypatch.setattr(module.labels, "renew", lambda context: chosen.append("renewed"))
    desk = SimpleNamespace(lang="en")

    def make_desk(book, lang, message):
        desk.book, desk.lang, desk.message = book, lang, message
        return desk

    monkeypatch.setattr(module, "Desk", make_desk)

    def run(press, name="refresh", selection=None, start=None):
        monkeypatch.setattr(module, "start", start or (lambda name, desk: press))
        model = SimpleNamespace(CurrentSelection=selection)
        module.pressed(None, name, SimpleNamespace(Controller=SimpleNamespace(Model=model)))
        return app.shown

    return SimpleNamespace(run=run, module=module, desk=desk, chosen=chosen, app=app)


def test_each_status_is_shown_and_taken_away_at_the_end(pressing):
    assert pressing.run(Press("reading", "writing", None)) == ["reading", "writing", False]


def test_esc_cancels_and_does_no_further_step(pressing, monkeypatch):
    monkeypatch.setattr(Guard, "escapes_after", 1)
    press = Press("one", "two", "three", None)
    assert pressing.run(press) == ["one", "two", False, False]
    assert press.cancelled
    assert press.steps == ["three", None]


def test_a_refusal_is_one_sentence(pressing):
    refusal = BadValue("error.not_a_number", value="x")
    (box, end) = pressing.run(Press(refusal))
    assert box == ("Refresh tiers", refusal.sentence("en"), "critical")
    assert end is False


def test_a_failure_of_ours_is_one_sentence_with_the_report(pressing, monkeypatch, tmp_path):
    monkeypatch.setattr(pressing.module, "keep_error_report", lambda: tmp_path / "report")
    (box, _) = pressing.run(Press(ZeroDivisionError()))
    assert box[1] == text("press.our_error", "en", file=tmp_path / "report")


def test_after_a_failure_the_next_button_works(pressing):
    pressing.run(Press(BadValue("error.not_a_number", value="x")))
    assert pressing.run(Press("working", None))[-2:] == ["working", False]


def test_a_second_button_is_not_taken_while_one_works(pressing):
    class Impatient(Press):
        def step(self):
            pressing.module.pressed(None, "undo", None)
            return super().step()

    assert pressing.run(Impatient("one", None)) == ["one", False]


def test_the_new_language_is_remembered_and_shown(pressing):
    class Language(Press):
        def step(self):
            pressing.desk.lang = "zh"
            return super().step()

    pressing.run(Language(None), "language")
    assert pressing.chosen == ["zh", "renewed"]


def test_only_explain_asks_why_a_cell_fails(pressing, monkeypatch):
    cell = SimpleNamespace(getError=lambda: 519)
    monkeypatch.setattr(pressing.module.errors, "message_of", lambda cell, lang: "because")
    pressing.run(Press(None), "explain", cell)
    assert pressing.desk.message == "because"
    pressing.run(Press(None), "refresh", cell)
    assert pressing.desk.message == ""
    pressing.run(Press(None), "explain", SimpleNamespace())
    assert pressing.desk.message == ""
