"""The ribbon's callbacks: labels in the user's language, presses step by step, Esc, the guide."""

import datetime as dt

import pytest
from pyopenvba.interpreter import VBAErrorValue, VBAObject, member, method
from pyopenvba.interpreter._values import VBAInt, error

from udfs.texts import LANGUAGES, text
from xl_addin.buttons.table import BUTTONS
from xl_addin.excel import presses
from xl_addin.excel.marks import MARK

IN_PYTHON = [b.name for b in BUTTONS if b.name not in ("guide", "language")]
ENGLISH_MENUS, CHINESE_OF_TAIWAN = 1033, 1028


class Control(VBAObject):
    vba_type_name = "IRibbonControl"

    def __init__(self, name):
        self.name = name

    @member
    def ID(self):  # noqa: N802
        return self.name

    @member
    def Tag(self):  # noqa: N802
        return f"button.{self.name}"


class Ribbon(VBAObject):
    vba_type_name = "IRibbonUI"

    def __init__(self):
        self.shown_anew = 0

    @method
    def Invalidate(self):  # noqa: N802
        self.shown_anew += 1


def steps(office, *answers):
    """Let Python answer with these, one call after the other."""
    waiting = list(answers)
    office.plug.reply = lambda *_: waiting.pop(0)


def press(office, name):
    office.interpreter.run("CustomerChainPress", [Control(name)])


def asked(office):
    return [name for _, name, _ in office.plug.calls]


def shown(office, callback, name):
    """What a get... callback puts into its second argument."""
    office.add_module(
        f"Public Function Shown(control)\n    {callback} control, Shown\nEnd Function", name="Show"
    )
    return office.interpreter.run("Shown", [Control(name)])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("button", BUTTONS, ids=lambda b: b.name)
def test_every_button_has_its_words_in_the_user_s_language(office, button, lang):
    office.run("CustomerChainSetLanguage", lang)
    assert shown(office, "CustomerChainLabel", button.name) == button.label(lang)
    assert shown(office, "CustomerChainTip", button.name) == button.tip(lang)
    assert shown(office, "CustomerChainHelp", button.name) == button.help(lang)


@pytest.mark.parametrize("name", IN_PYTHON)
def test_every_button_hands_its_name_to_python(office, name):
    steps(office, "")
    press(office, name)
    assert office.plug.calls == [("xl_addin.excel.presses", "cc_press", (name, "zh", ""))]
    assert office.plug.handed[0][0] is office.book


def test_python_is_asked_for_step_after_step_with_excel_alive_in_between(office):
    steps(office, "reading", "writing", "")
    press(office, "refresh")
    assert asked(office) == ["cc_press", "cc_step", "cc_step"]
    assert office.events == ["events", "events"]
    assert office.application.status_bar is False
    assert office.application.cancel_key == 1


class Press:
    """A button on Python's side that takes three steps."""

    def __init__(self):
        self.left = ["reading", "writing"]
        self.cancelled = False

    def step(self):
        return self.left.pop(0) if self.left else None

    def cancel(self):
        self.cancelled = True


@pytest.fixture
def real(monkeypatch):
    """The press that our real presses.py works on, through xlwings' protocol."""
    press = Press()
    monkeypatch.setattr(presses, "_pressed", presses.Pressed())
    monkeypatch.setattr(presses, "start", lambda name, desk: press)
    monkeypatch.setattr(presses, "Desk", lambda *given: given)
    monkeypatch.setattr(presses.xw.Book, "caller", lambda: "the caller")
    return press


def test_vba_and_python_understand_each_other(office, real):
    told = []
    office.interpreter._intrinsics["doevents"] = lambda *_: told.append(
        office.application.status_bar
    )
    press(office, "refresh")
    assert told == ["reading", "writing"]
    assert office.said() == []


def test_vba_and_python_understand_each_other_about_esc(office, real):
    def interrupted(*_):
        raise error(18, "user interrupt")

    office.interpreter._intrinsics["doevents"] = interrupted
    press(office, "refresh")
    assert real.cancelled


def test_a_server_that_dies_between_two_steps_ends_in_one_sentence(office, real):
    def died(*_):
        office.plug.deaths = [462]
        presses._pressed = presses.Pressed()

    office.interpreter._intrinsics["doevents"] = died
    press(office, "refresh")
    assert office.said() == [text("vba.lost", "zh")]


def test_a_server_that_dies_leaves_no_excel_that_stands_still(office, real):
    before = office.application.vba_get("Calculation")

    def died(*_):
        office.application.vba_set("ScreenUpdating", False)
        office.application.vba_set("Calculation", VBAInt(-4135))  # xlCalculationManual
        office.plug.deaths = [462]
        presses._pressed = presses.Pressed()

    office.interpreter._intrinsics["doevents"] = died
    press(office, "refresh")
    assert office.application.vba_get("ScreenUpdating") is True
    assert office.application.vba_get("Calculation") == before


def test_the_sentence_of_the_active_cell_goes_with_the_button(office):
    office.call_from("B2", "CC_SEGMENT", 5.0, 9.0, 4.0)
    office.cell("B2").vba_set("Value", VBAErrorValue(2015))
    office.cell("B2").vba_get("Select")
    office.plug.calls.clear()
    steps(office, "")
    press(office, "explain")
    assert office.plug.calls[0][2][2] == text("call.not_a_score", "zh", value="9")


def test_esc_between_two_steps_takes_everything_back(office):
    def interrupted(*_):
        raise error(18, "user interrupt")

    office.interpreter._intrinsics["doevents"] = interrupted
    steps(office, "reading", "")
    press(office, "refresh")
    assert asked(office) == ["cc_press", "cc_cancel"]
    assert office.said() == []
    assert office.application.status_bar is False
    assert office.application.cancel_key == 1


def test_anything_else_that_fails_takes_everything_back_and_says_so(office):
    def broken(*_):
        raise error(1004, "no")

    office.interpreter._intrinsics["doevents"] = broken
    steps(office, "reading", "")
    press(office, "refresh")
    assert asked(office) == ["cc_press", "cc_cancel"]
    assert office.said() == [text("vba.stopped", "zh")]


def test_after_a_stop_the_next_press_works(office):
    test_anything_else_that_fails_takes_everything_back_and_says_so(office)
    office.plug.calls.clear()
    steps(office, "")
    press(office, "refresh")
    assert asked(office) == ["cc_press"]


def test_a_second_press_while_one_runs_is_told_to_wait(office):
    def impatient(*_):
        press(office, "check")

    office.interpreter._intrinsics["doevents"] = impatient
    seen = []

    def reply(script, name, args):
        seen.append(office.application.status_bar)
        return "reading" if name == "cc_press" else ""

    office.plug.reply = reply
    press(office, "refresh")
    assert asked(office) == ["cc_press", "cc_step"]
    assert seen[1] == text("vba.busy", "zh")


def test_a_marked_sentence_is_said_and_ends_the_button(office):
    steps(office, MARK + "说一句")
    press(office, "refresh")
    assert office.said() == ["说一句"]
    assert asked(office) == ["cc_press"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_python_each_button_says_one_sentence(office, lang):
    office.run("CustomerChainSetLanguage", lang)
    office.plug.exists = False
    for name in IN_PYTHON:
        press(office, name)
    assert office.said() == [text("vba.not_set_up", lang)] * len(IN_PYTHON)


def test_a_button_does_not_wait_for_the_pause_after_a_failure(office):
    office.freeze_clock(dt.datetime(2026, 1, 1, 9, 0, 0))
    office.plug.exists = False
    office.call_from("B2", "CC_SEGMENT", 5.0, 5.0, 4.0)
    office.plug.exists = True
    steps(office, "")
    press(office, "refresh")
    assert asked(office) == ["cc_press"]
    assert office.said() == []


def test_the_guide_is_shown_without_python(office):
    office.plug.exists = False
    office.book.add_sheet(text("sheet.guide", "en"))
    press(office, "guide")
    assert office.book.active_sheet.name == text("sheet.guide", "en")
    assert office.plug.calls == []


def test_a_workbook_without_a_guide_says_so(office):
    press(office, "guide")
    assert office.said() == [text("press.no_guide", "zh", sheet=text("sheet.guide", "zh"))]


def test_the_language_changes_at_once_and_is_kept(office):
    ribbon = Ribbon()
    office.interpreter.run("CustomerChainRibbonLoaded", [ribbon])
    press(office, "language")
    assert office.registry == {"Language": "en"}
    assert ribbon.shown_anew == 1
    assert shown(office, "CustomerChainLabel", "undo") == text("button.undo", "en")
    press(office, "language")
    assert office.registry == {"Language": "zh"}
    assert office.plug.calls == []


def test_a_lost_ribbon_is_explained(office):
    press(office, "language")
    assert office.said() == [text("vba.language_later", "en")]


@pytest.mark.parametrize(
    ("menus", "lang"),
    [(2052, "zh"), (CHINESE_OF_TAIWAN, "zh"), (ENGLISH_MENUS, "en"), (1031, "en")],
)
def test_until_chosen_the_language_is_that_of_office_s_menus(office, menus, lang):
    office.application.menu_language = VBAInt(menus, "Long")
    assert office.run("CustomerChainLanguage") == lang


def test_a_button_works_on_the_workbook_in_front(office):
    """Excel may run the macro of another open workbook that has the same callbacks."""
    other = office.add_workbook()
    office.activate_workbook(other)
    steps(office, "")
    press(office, "refresh")
    assert office.plug.handed[0][0] is other
    office.activate_workbook(office.book)
    steps(office, "")
    press(office, "refresh")
    assert office.plug.handed[1][0] is office.book


def test_without_a_workbook_there_is_nothing_to_work_on(office):
    office.application.active_book = None
    for name in ("guide", "refresh"):
        press(office, name)
    assert office.said() == [text("vba.no_workbook", "zh")] * 2
    assert office.plug.calls == []


def test_an_office_that_does_not_tell_its_language_is_taken_for_english(office):
    office.application.menu_language = None
    assert office.run("CustomerChainLanguage") == "en"
