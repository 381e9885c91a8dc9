"""Excel's functions: the registry behind xlwings' protocol, errors and all."""

import inspect
from datetime import date
from types import ModuleType, SimpleNamespace

import pytest
import xlwings
from xlwings.conversion import accessors

from tests.xl_addin.excel.windows import xlwings_udfs
from udfs.texts import text
from udfs.worksheet import registry
from xl_addin.excel import functions as excel
from xl_addin.excel.marks import MARK, NEXT

RAW = accessors["raw"]


def called(name, *arguments, context="en|1900"):
    """A call as xlwings makes it, through its own "raw" conversion."""
    given = [through(RAW.reader, one) for one in (context, *arguments)]
    return through(RAW.writer, getattr(excel, name)(*given))


def through(pipeline, value):
    passing = SimpleNamespace(range=None, value=value)
    pipeline({})(passing)
    return passing.value


def as_com(value):
    """A Python value as COM hands it over."""
    if isinstance(value, date):
        return float((value - date(1899, 12, 30)).days)
    if isinstance(value, list):
        return tuple(tuple(map(as_com, row if isinstance(row, list) else [row])) for row in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value


@pytest.mark.parametrize("function", registry.functions(), ids=lambda f: f.name)
def test_every_example_gives_its_result(function):
    answer = called(function.name, *map(as_com, function.example.arguments))
    expected = function.example.result
    assert answer == (expected if isinstance(expected, list) else [[expected]])


@pytest.mark.parametrize("function", registry.functions(), ids=lambda f: f.name)
def test_the_signature_is_the_registry_s_with_the_context_before_it(function):
    names = inspect.signature(getattr(excel, function.name)).parameters
    assert list(names) == ["context", *(a.name for a in function.arguments)]
    left_out = [name for name, one in names.items() if one.default is None]
    assert left_out == [a.name for a in function.arguments if a.optional]


def test_a_cell_that_cannot_be_read_is_a_marked_error_with_both_sentences():
    code, zh, en = called("CC_SEGMENT", 5.0, 9.0, 4.0)[0][0].removeprefix(MARK).split(NEXT)
    assert code == "#VALUE!"
    assert zh == text("call.not_a_score", "zh", value="9")
    assert en == text("call.not_a_score", "en", value="9")


def test_the_error_of_one_cell_leaves_its_neighbours_alone():
    column = called("CC_SEGMENT", ((5.0,), (-2146826246,), (None,)), 5.0, 4.0)
    assert [row[0][:5] for row in column] == ["Champ", f"{MARK}#N/A", ""]


def test_a_call_that_fails_as_a_whole_is_one_error():
    answer = called("CC_SEGMENT", ((5.0,), (5.0,)), ((1.0,), (2.0,), (3.0,)), 4.0)
    assert answer[0][0].startswith(f"{MARK}#VALUE!{NEXT}")


def test_a_flat_array_of_vba_is_a_row():
    assert called("CC_SEGMENT", (5.0, 1.0), 5.0, 4.0) == [["Champions", "Cannot Lose"]]


def test_arguments_left_out_take_their_defaults():
    missing = -2147352572
    with_default = called("CC_TIER", 5.0, 900.0, 3.0, 500.0, missing)
    assert with_default == called("CC_TIER", 5.0, 900.0, 3.0, 500.0)


def test_words_are_in_the_language_of_the_workbook_and_dates_in_its_system():
    assert called("CC_SEGMENT", 5.0, 5.0, 4.0, context="zh|1900") != [["Champions"]]
    days = called("CC_RECENCY_DAYS", 1.0, date(2026, 1, 2).isoformat(), context="en|1904")
    assert days == [[(date(2026, 1, 2) - date(1904, 1, 2)).days]]


def test_a_fault_of_our_own_is_an_error_in_the_cell_that_names_the_log(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(excel, "call", lambda *_: 1 / 0)
    answer = called("CC_SEGMENT", 5.0, 5.0, 4.0)
    (log,) = tmp_path.iterdir()
    assert answer[0][0].startswith(f"{MARK}#VALUE!")
    assert log.name in answer[0][0]
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_on_windows_xlwings_finds_all_functions_and_their_help():
    with xlwings_udfs() as udfs:
        found = excel.published(udfs)
        marked = found["CC_TIER"].__xlfunc__
    assert set(found) == {f.name for f in registry.functions()}
    assert [arg["options"] for arg in marked["args"]] == [{"convert": "raw"}] * 6
    assert marked["ret"]["options"] == {"convert": "raw"}
    assert marked["args"][5]["optional"] is None
    assert marked["args"][1]["doc"] == registry.function("CC_TIER").argument_help("order_count")


def test_importing_publishes_through_xlwings_only_on_windows(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    with xlwings_udfs() as udfs:
        module = ModuleType("copy")
        vars(module).update(excel._all_functions())
        assert module.CC_TIER.__xlfunc__["name"] == "CC_TIER"
        assert udfs is not None
    monkeypatch.undo()
    assert not hasattr(excel.CC_TIER, "__xlfunc__")


def test_nothing_of_xlwings_that_needs_a_licence_is_switched_on():
    assert xlwings.__pro__ is False
