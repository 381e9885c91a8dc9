"""A formula's way through VBA: arguments, answers, errors, the memo, and a Python that is away."""

import datetime as dt

import pytest
from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBACurrency, VBAErrorValue

from tests.xl_addin.emit.office import from_vba
from udfs.texts import text
from udfs.worksheet.registry import call, functions

VALUE, NA = VBAErrorValue(2015), VBAErrorValue(2042)
USER_INTERRUPT = 18


def segment(office, *scores, place="B2"):
    return office.call_from(place, "CC_SEGMENT", *scores)


@pytest.mark.parametrize("function", functions(), ids=lambda f: f.name)
def test_each_wrapper_hands_name_context_and_all_arguments_to_python(office, function):
    office.plug.reply = lambda *_: [["done"]]
    given = [float(number) for number in range(len(function.arguments))]
    assert office.call_from("B2", function.name, *given) == "done"
    assert office.plug.calls == [
        ("xl_addin.excel.functions", function.name, ("zh|1900", *given)),
    ]
    workbook, caller = office.plug.handed[0]
    assert workbook is office.book
    assert caller.vba_get("Address") == "$B$2"


@pytest.mark.parametrize("function", functions(), ids=lambda f: f.name)
def test_arguments_left_out_arrive_as_nothing(office, function):
    office.plug.reply = lambda *_: [["done"]]
    given = [1.0] * function.least
    office.call_from("B2", function.name, *given)
    ((_, _, arguments),) = office.plug.calls
    left_out = len(function.arguments) - function.least
    assert arguments == ("zh|1900", *given, *[None] * left_out)


def test_the_answer_is_python_s(office):
    assert segment(office, 5.0, 5.0, 4.0) == call("CC_SEGMENT", [5, 5, 4], "zh")


def test_a_range_goes_over_by_value_and_a_column_comes_back(office):
    office.sheet(1).set_value("A1", 5)
    office.sheet(1).set_value("A3", 1)
    office.sheet(1).set_value("A9", "the sheet goes on")
    found = segment(office, office.cell("A1:A4"), 5.0, 4.0)
    assert office.plug.calls[0][2][1] == ((5.0,), (None,), (1.0,), (None,))
    assert from_vba(found) == (("冠军客户",), ("",), (found.get([2, 0]),), ("",))


def test_an_amount_keeps_all_its_decimals(office):
    """Value would cut a currency cell to four; Value2 does not."""
    office.plug.reply = lambda *_: [["done"]]
    office.sheet(1).set_value("A1", 0.123456789)
    office.cell("A1").vba_set("NumberFormat", "$#,##0.00")
    assert isinstance(office.cell("A1").vba_get("Value"), VBACurrency)
    office.call_from("B2", "CC_M_SCORE", office.cell("A1"))
    assert office.plug.calls[0][2][1] == 0.123456789


def test_a_whole_column_of_a_population_ends_where_the_sheet_ends(office):
    office.plug.reply = lambda *_: [["done"]]
    office.sheet(1).set_value("A1:A3", 7)
    office.call_from("B2", "CC_M_SCORE", 7.0, office.cell("A1:A1048576"))
    assert office.plug.calls[0][2][2] == ((7.0,), (7.0,), (7.0,))


def test_several_pieces_are_an_error_and_not_their_first_piece(office):
    office.plug.reply = lambda *_: [["done"]]
    office.call_from("B2", "CC_M_SCORE", office.cell("A1:A2,C1:C2"))
    assert office.plug.calls[0][2][1] == -2146826265


def test_a_result_that_cannot_be_is_a_real_error_and_its_sentence_is_kept(office):
    assert segment(office, 5.0, 9.0, 4.0) == VALUE
    office.cell("B2").vba_set("Value", VALUE)
    office.cell("B2").vba_get("Select")
    assert office.run("CustomerChainMessage") == text("call.not_a_score", "zh", value="9")
    office.cell("B3").vba_get("Select")
    assert office.run("CustomerChainMessage") == ""


def test_a_cell_that_is_right_again_has_nothing_to_explain(office):
    segment(office, 5.0, 9.0, 4.0)
    office.cell("B2").vba_set("Value", "Champions")
    office.cell("B2").vba_get("Select")
    assert office.run("CustomerChainMessage") == ""


def test_errors_among_many_cells_each_have_their_place(office):
    office.sheet(1).set_value("A1:A3", 5)
    office.cell("A2").vba_set("Value", NA)
    office.cell("A3").vba_set("Value", "x")
    found = segment(office, office.cell("A1:A3"), 5.0, 4.0, place="C1")
    assert [found.get([row, 0]) for row in range(3)] == ["冠军客户", NA, VALUE]
    office.cell("C3").vba_set("Value", VALUE)
    office.cell("C3").vba_get("Select")
    assert office.run("CustomerChainMessage") == text("call.not_a_score", "zh", value="x")


def test_the_kept_sentence_follows_the_user_s_language(office):
    segment(office, 5.0, 9.0, 4.0)
    office.cell("B2").vba_set("Value", VALUE)
    office.cell("B2").vba_get("Select")
    office.run("CustomerChainSetLanguage", "en")
    assert office.run("CustomerChainMessage") == text("call.not_a_score", "en", value="9")


def test_one_row_comes_back_as_a_row(office):
    found = segment(office, VBAArray([(1, 2)], items=[5.0, 9.0]), 5.0, 4.0)
    assert found.items == ["冠军客户", VALUE]


def test_the_same_scalar_call_is_asked_once_until_the_workbook_changes(office):
    for place in ("B2", "B3", "B4"):
        assert segment(office, 5.0, 5.0, 4.0, place=place) == "冠军客户"
    assert len(office.plug.calls) == 1
    office.run("ThisWorkbook.Workbook_SheetCalculate", office.sheet(1).sheet)
    segment(office, 5.0, 5.0, 4.0)
    assert len(office.plug.calls) == 2


def test_values_that_only_look_the_same_are_asked_for_each(office):
    for score in (4.0, "4", True, "True", EMPTY, "", NA, "Error 2042"):
        segment(office, score, 5.0, 4.0)
    assert len(office.plug.calls) == 8


def test_a_remembered_error_is_told_for_every_cell(office):
    assert [segment(office, 5.0, 9.0, 4.0, place=p) for p in ("B2", "B3")] == [VALUE, VALUE]
    office.cell("B3").vba_set("Value", VALUE)
    office.cell("B3").vba_get("Select")
    assert office.run("CustomerChainMessage") == text("call.not_a_score", "zh", value="9")


def test_a_call_with_a_range_is_not_remembered(office):
    for _ in range(2):
        segment(office, office.cell("A1:A2"), 5.0, 4.0)
    assert len(office.plug.calls) == 2


def test_a_server_that_died_is_started_again_once(office):
    segment(office, 5.0, 5.0, 4.0)
    office.plug.deaths = [462]
    assert segment(office, 4.0, 5.0, 4.0) == call("CC_SEGMENT", [4, 5, 4], "zh")
    assert office.plug.starts == 2


def test_a_server_that_will_not_start_is_left_alone_for_half_a_minute(office):
    office.freeze_clock(dt.datetime(2026, 1, 1, 9, 0, 0))
    office.plug.start_fails = True
    for place in ("B2", "B3", "B4"):
        segment(office, 5.0, 5.0, 4.0, place=place)
    assert office.plug.starts == 1
    assert office.application.status_bar == text("vba.no_answer", "zh")
    assert office.said() == []
    office.freeze_clock(dt.datetime(2026, 1, 1, 9, 0, 31))
    office.plug.start_fails = False
    assert segment(office, 5.0, 5.0, 4.0) == "冠军客户"
    assert office.application.status_bar is False


def test_a_missing_program_is_noticed_without_starting_anything(office):
    office.plug.exists = False
    segment(office, 5.0, 5.0, 4.0)
    assert office.plug.starts == 0
    assert office.application.status_bar == text("vba.not_set_up", "zh")


def test_nobody_set_up_python_at_all(office):
    office.plug.program = ""
    segment(office, 5.0, 5.0, 4.0)
    assert office.plug.starts == 0


def unplug(office):
    office.plug.deaths, office.plug.start_fails = [462], True


def test_a_cell_keeps_its_exact_value_when_python_goes_away(office):
    office.plug.reply = lambda *_: [[0.123456789]]
    office.call_from("B2", "CC_M_SCORE", 1.0)
    office.cell("B2").vba_set("Value", 0.12)  # as its format shows it
    unplug(office)
    assert office.call_from("B2", "CC_M_SCORE", 2.0) == 0.123456789


@pytest.mark.parametrize(
    ("remembered", "shown"),
    [(5.0, 4.0), ("Champions", "Lost"), (True, False), (VALUE, 3.0), (3.0, NA), ("x", 1.0)],
)
def test_a_row_put_in_above_brings_no_other_customer_s_value(office, remembered, shown):
    """The address stays, the cell there is another one: what it shows is what it keeps."""
    office.plug.reply = lambda *_: [[remembered]]
    if remembered == VALUE:
        office.plug.reply = lambda *_: [["\x01#VALUE!\x02\u5750\x02bad"]]
    office.call_from("B2", "CC_M_SCORE", 1.0)
    office.cell("B2").vba_set("Value", shown)
    unplug(office)
    assert office.call_from("B2", "CC_M_SCORE", 2.0) == shown


def test_a_spilling_answer_is_kept_whole_while_its_corner_shows_it(office):
    office.plug.reply = lambda *_: [["ID", "R"], ["C1", 5.0]]
    office.call_from("B2", "CC_RFM", office.cell("D1:G3"))
    office.cell("B2").vba_set("Value", "ID")
    unplug(office)
    found = office.call_from("B2", "CC_RFM", office.cell("D1:G4"))
    assert from_vba(found) == (("ID", "R"), ("C1", 5.0))


@pytest.mark.parametrize(
    ("before", "kept"),
    [("冠军客户", "冠军客户"), (1234.5, 1234.5), (True, True), (NA, NA), ("", "")],
)
def test_a_cell_keeps_what_it_showed_when_python_was_never_there(office, before, kept):
    office.cell("B2").vba_set("Value", before)
    office.plug.exists = False
    assert segment(office, 5.0, 5.0, 4.0) == kept


def test_several_cells_of_an_old_array_formula_cannot_be_kept(office):
    office.plug.exists = False
    assert segment(office, 5.0, 5.0, 4.0, place="B2:B4") == NA


def test_a_call_from_vba_itself_works_without_a_cell(office):
    assert office.interpreter.run("CC_SEGMENT", [5.0, 5.0, 4.0]) == "冠军客户"
    office.plug.exists = False
    office.plug.deaths = [462]
    assert office.interpreter.run("CC_SEGMENT", [3.0, 5.0, 4.0]) == NA


def settings_table(office, *rows):
    for number, row in enumerate(rows, start=1):
        for column, words in zip("DE", row, strict=True):
            office.sheet(1).set_value(f"{column}{number}", words)
    sheet = office.sheet(1).sheet
    tables = sheet.vba_get("ListObjects")
    made = tables.vba_get("Add", [1, office.cell(f"D1:E{len(rows)}"), MISSING, 1])
    made.vba_set("Name", "Settings")


@pytest.mark.parametrize(
    ("rows", "lang"),
    [
        ((("设置", "值"), ("语言", "English")), "en"),
        ((("Setting", "Value"), ("Language", "中 文")), "zh"),
        ((("Setting", "Value"), ("Currency", "$"), ("LANGUAGE", "")), "en"),
        ((("设置", "值"), ("语言", "Klingon")), "zh"),
    ],
)
def test_the_workbook_s_language_is_what_its_settings_say(office, rows, lang):
    settings_table(office, *rows)
    segment(office, 5.0, 5.0, 4.0)
    assert office.plug.calls[0][2][0] == f"{lang}|1900"


def test_a_workbook_of_1904_says_so(office):
    office.book.date1904 = True
    segment(office, 5.0, 5.0, 4.0)
    assert office.plug.calls[0][2][0] == "zh|1904"


def test_esc_during_a_button_is_not_taken_for_a_dead_server(office):
    segment(office, 5.0, 5.0, 4.0)
    office.plug.deaths = [USER_INTERRUPT]
    office.plug.calls.clear()
    office.plug.reply = lambda *_: ""
    office.run("CustomerChainPressed", "refresh")
    assert [name for _, name, _ in office.plug.calls] == ["cc_press", "cc_cancel"]
