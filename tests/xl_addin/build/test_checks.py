"""The sheet Checks as it is built: formulas, stored answers, verdicts, names, colours."""

import io

import openpyxl
import pytest
from xlsxwriter.workbook import Workbook

from udfs.texts import text
from xl_addin.build import layout
from xl_addin.build.checks import write_checks
from xl_addin.build.palette import BASE, Formats
from xl_addin.checks import checks, normal_formula


def written(lang):
    """A workbook that holds only the sheet, as bytes."""
    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True, "default_format_properties": BASE})
    sheet = book.add_worksheet(layout.sheet_name("checks", lang))
    write_checks(sheet, lang, Formats(book), book)
    book.close()
    return packed.getvalue()


@pytest.fixture
def formulas(lang):
    return openpyxl.load_workbook(io.BytesIO(written(lang)))


@pytest.fixture
def values(lang):
    return openpyxl.load_workbook(io.BytesIO(written(lang)), data_only=True)


def cell(book, name):
    """The cell a name of the workbook stands for."""
    (place,) = book.defined_names[name].destinations
    return book[place[0]][place[1]]


def test_the_last_sheet_a_user_sees_is_filled(shop, lang):
    visible = [sheet for sheet in shop.worksheets if sheet.sheet_state == "visible"]
    assert visible[-1].title == text("sheet.checks", lang)
    for check in checks(lang):
        assert normal_formula(cell(shop, f"result_{check.name}").value) == check.pattern()


def test_every_check_has_a_named_verdict_and_a_named_answer(formulas, lang):
    names = {f"{kind}_{check.name}" for check in checks(lang) for kind in ("test", "result")}
    assert set(formulas.defined_names) == names | {"test_all"}
    for check in checks(lang):
        verdict, answer = (
            cell(formulas, f"test_{check.name}"),
            cell(formulas, f"result_{check.name}"),
        )
        assert verdict.row == answer.row
        assert answer.coordinate in verdict.value
        assert normal_formula(answer.value) == check.pattern()
        assert check.function in answer.value


def test_answers_and_verdicts_are_stored_for_readers_that_do_not_compute(values, lang):
    for check in checks(lang):
        assert cell(values, f"test_{check.name}").value is True
        stored = cell(values, f"result_{check.name}").value
        assert stored == (None if check.kind == "blank" else check.expected)
    assert cell(values, "test_all").value is True


def test_each_reference_of_a_formula_points_to_the_argument_it_stands_for(formulas, values, lang):
    from openpyxl.formula import Tokenizer

    from xl_addin.checks import check_value

    for check in checks(lang):
        answer = cell(formulas, f"result_{check.name}")
        tokens = Tokenizer(answer.value).items
        places = [token.value for token in tokens if token.subtype == "RANGE"]
        given = [argument for argument in check.arguments if argument is not None]
        assert len(places) == len(given)
        for place, argument in zip(places, given, strict=True):
            found = values.active[place.replace("$", "")]
            wanted = check_value(argument, lang)
            if isinstance(wanted, list):
                assert [[plain(one.value) for one in row] for row in found] == wanted
            else:
                assert plain(found.value) == wanted


def plain(value):
    return value.date() if hasattr(value, "date") else value


def test_no_two_blocks_of_data_overlap_each_other_or_the_checks(formulas, lang):
    last = max(cell(formulas, f"test_{check.name}").row for check in checks(lang))
    sheet = formulas.active
    assert sheet.cell(last + 1, 4).value is None
    assert sheet.cell(last + 3, 2).value == text("checks.data", lang)


def test_a_verdict_is_green_when_true_and_red_otherwise_also_for_errors(formulas):
    rules = [
        (str(area.sqref), rule.formula[0])
        for area, found in formulas.active.conditional_formatting._cf_rules.items()
        for rule in found
    ]
    assert len(rules) == 4
    for area, formula in rules:
        first = area.split(":")[0]
        assert formula in (
            f"IF(ISERROR({first}),FALSE,{first})",
            f"IF(ISERROR({first}),TRUE,NOT({first}))",
        )


def test_the_overall_verdict_counts_every_row(formulas, lang):
    rows = [cell(formulas, f"test_{check.name}").row for check in checks(lang)]
    wanted = f"=COUNTIF(M{min(rows)}:M{max(rows)},TRUE)={len(rows)}"
    assert cell(formulas, "test_all").value == wanted
    assert rows == list(range(min(rows), max(rows) + 1))
