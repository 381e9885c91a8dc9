"""Check installation: whatever is broken, the user reads which checks fail, why, and what to do."""

import pytest

from udfs.texts import LANGUAGES
from xl_addin.checks import checks
from xl_addin.commands import check_installation as command
from xl_addin.commands.check_installation import check_installation


def healthy(lang="en"):
    """The cells of a sheet where everything is right."""
    cells = {}
    for check in checks(lang):
        references = tuple("" if a is None else f"$D${n}" for n, a in enumerate(check.arguments, 7))
        cells[f"result_{check.name}"] = (check.formula(references), check.expected)
        cells[f"test_{check.name}"] = ("=IF(TRUE,TRUE,FALSE)", True)
    return cells


def spoilt(name, shown, verdict=False, formula=None):
    cells = healthy()
    cells[f"result_{name}"] = (formula or cells[f"result_{name}"][0], shown)
    cells[f"test_{name}"] = (cells[f"test_{name}"][0], verdict)
    return check_installation(cells, "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_healthy_installation_is_told_in_one_sentence(lang):
    report = check_installation(healthy(lang), lang)
    assert not report.has_problems
    assert len(report.lines(lang)) == 1
    assert str(len(checks(lang))) in report.lines(lang)[0]


def test_libreoffice_may_hand_true_over_as_one():
    cells = {n: (f, 1.0 if v is True else v) for n, (f, v) in healthy().items()}
    assert not check_installation(cells, "en").has_problems


def test_without_a_workbook_only_python_is_checked_and_the_report_says_so():
    report = check_installation(None, "en")
    assert not report.has_problems
    assert "No workbook was named" in report.lines("en")[0]


def test_right_answers_in_a_closed_file_are_not_taken_for_running_functions():
    (said,) = check_installation(healthy(), "en", stored=True).lines("en")
    assert "Whether the functions run shows only in the open workbook" in said


def test_a_workbook_without_the_sheet_is_one_sentence():
    report = check_installation({"test_of_my_own": ("=1=1", True)}, "en")
    assert report.has_problems
    assert len(report.lines("en")) == 1
    assert "lacks the names of the sheet Checks" in report.lines("en")[0]


def test_functions_that_do_not_run_are_one_sentence_whatever_their_number():
    cells = healthy()
    for check in checks("en"):
        if check.function:
            cells[f"result_{check.name}"] = (cells[f"result_{check.name}"][0], "#NAME?")
            cells[f"test_{check.name}"] = ("=1", "#NAME?")
    report = check_installation(cells, "en")
    lines = report.lines("en")
    assert lines[0] == "24 of 25 checks failed:"
    assert len(lines) == 2
    assert "Enable Content" in lines[1]
    assert "CC_TIER, " in lines[1]


@pytest.mark.parametrize(
    ("shown", "reason", "words"),
    [
        ("#NAME?", "not_running", "choose Enable Content"),
        (None, "not_calculated", "Press Ctrl+Alt+F9"),
        ("Potential", "old_value", "The results look right"),
        ("潜在", "old_value", "The results look right"),
        ("High value", "wrong", "shows 'High value' instead of 'Potential'"),
        (0.0, "wrong", "shows '0' instead of 'Potential'"),
        ("#VALUE!", "not_running", "choose Enable Content"),
        ("#NUM!", "wrong", "shows '#NUM!' instead of 'Potential'"),
    ],
)
def test_a_wrong_cell_has_its_reason(shown, reason, words):
    report = spoilt("CC_TIER", shown)
    assert [(f.check.name, f.reason) for f in report.failures] == [("CC_TIER", reason)]
    assert words in report.lines("en")[1]


def test_an_error_as_verdict_is_not_taken_for_true():
    assert spoilt("CC_RFM", 7, verdict="#VALUE!").failures[0].reason == "wrong"


def test_truths_and_blanks_are_compared_as_such():
    assert spoilt("CC_CHURN_FLAG", 1.0).failures[0].reason == "old_value"
    assert spoilt("CC_CHURN_FLAG", False).failures[0].reason == "wrong"
    assert spoilt("CC_CHURN_FLAG_limit", "").failures[0].reason == "wrong"
    assert spoilt("CC_SEGMENT_blank", None).failures[0].reason == "old_value"
    assert spoilt("CC_SEGMENT_blank", "x").failures[0].reason == "wrong"
    assert spoilt("CC_M_SCORE_neighbours", 1.0).failures[0].reason == "old_value"
    assert spoilt("CC_M_SCORE_neighbours", True).failures[0].reason == "wrong"


def test_a_formula_that_was_changed_is_noticed_even_where_it_is_true():
    for other in ('="Potential"', "=CC_TIER(D1,E1,F1)", ""):
        cells = healthy()
        cells["result_CC_TIER"] = (other, "Potential")
        (failure,) = check_installation(cells, "en").failures
        assert failure.reason == "changed"
    cells = healthy()
    cells["test_CC_TIER"] = ("", True)
    assert check_installation(cells, "en").failures[0].reason == "changed"


@pytest.mark.parametrize("gone", ["test_CC_TIER", "result_CC_TIER"])
def test_a_check_that_is_gone_is_noticed(gone):
    cells = healthy()
    del cells[gone]
    report = check_installation(cells, "en")
    assert [f.reason for f in report.failures] == ["missing"]
    assert report.lines("en")[1].endswith("(CC_TIER)")


def test_a_shifted_date_names_the_date_system():
    assert "four years off" in spoilt("stored_date", 1462.0).lines("en")[1]


@pytest.mark.parametrize("broken", [ImportError("no numpy"), "nonsense"])
def test_a_broken_python_is_told_whatever_it_raises(monkeypatch, broken):
    def call(*_):
        if isinstance(broken, Exception):
            raise broken
        return broken

    monkeypatch.setattr(command, "call", call)
    report = check_installation(healthy(), "en")
    assert {f.reason for f in report.failures} == {"python"}
    assert len(report.failures) == 24
    said = "\n".join(report.lines("en"))
    assert "Start install.cmd again" in said
    assert ("ImportError: no numpy" in said) == isinstance(broken, Exception)
    assert report.lines("zh") != report.lines("en")
