"""The functions in cells of a running LibreOffice: the same values and errors as the registry.

The add-in is built, installed and used as a person's LibreOffice would have it.
"""

import math
import struct
from datetime import date

import pytest
from xlsxwriter import Workbook

from tests.end_to_end.live_office import Office
from udfs.texts import LANGUAGES
from udfs.worksheet.registry import call, functions
from xl_addin.checks import ALL, TEST
from xl_addin.emit.formulas import formula
from xl_addin.engines.libreoffice.formula_text import to_calc
from xl_addin.libreoffice.cells import error_code, error_number
from xl_addin.libreoffice.oxt import build_oxt
from xl_addin.libreoffice.resolving import full_names

NULL_DATE_1904 = (1, 1, 1904)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """LibreOffice in the background, with the add-in."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder)
    office.run_unopkg("add", build_oxt(folder / "CustomerChain.oxt"))
    with office:
        yield office


@pytest.fixture
def sheet(office):
    """An empty sheet of a new document."""
    document = office.open()
    yield document.Sheets.getByIndex(0)
    document.close(True)


def put(sheet, place, words):
    """A formula in Excel's notation into a cell, or as an array into a range."""
    cells = sheet.getCellRangeByName(place)
    inside = "=" + full_names("=" + to_calc(words.removeprefix("=")))[1:]
    if ":" in place:
        cells.ArrayFormula = inside
    else:
        cells.Formula = inside
    return cells


def shown(cells):
    """What the cells of a range show: errors as their codes."""
    area = cells.RangeAddress
    return [
        [
            shown_cell(cells.getCellByPosition(column, row))
            for column in range(area.EndColumn - area.StartColumn + 1)
        ]
        for row in range(area.EndRow - area.StartRow + 1)
    ]


def shown_cell(cell):
    number = cell.getError()
    if number:
        return error_code(struct.unpack("<d", struct.pack("<II", number, 0x7FF80000))[0])
    return cell.String if cell.FormulaResultType2 == 2 else cell.Value


def expected(result):
    """What a result must show; TRUE is 1 in LibreOffice."""
    rows = result if isinstance(result, list) else [[result]]
    return [[cell if isinstance(cell, str) else float(cell) for cell in row] for row in rows]


def as_rows(result):
    return result if isinstance(result, list) else [[result]]


def place_for(result):
    rows = as_rows(result)
    if len(rows) == len(rows[0]) == 1:
        return "A1"
    return f"A1:{chr(64 + len(rows[0]))}{len(rows)}"


@pytest.mark.parametrize("function", functions(), ids=lambda f: f.name)
def test_the_example_of_every_function_shows_its_result(sheet, function):
    result = function.example.result
    cells = put(sheet, place_for(result), formula(function.name, function.example.arguments))
    assert shown(cells) == expected(result)


SINGLE = [
    ("CC_TIER", [3, 12000, 5, 8000]),
    ("CC_TIER", ["many", 12000, 5, 8000]),
    ("CC_TIER", ["", 12000, 5, 8000]),
    ("CC_TIER", [-1, 12000, 5, 8000]),
    ("CC_TIER", ["3", "12,000", 5, 8000]),
    ("CC_TIER", [3, 12000, 5]),
    ("CC_SEGMENT", [5, 5, 4]),
    ("CC_SEGMENT", [6, 5, 4]),
    ("CC_SEGMENT", [5, "x", 4]),
    ("CC_R_SCORE", [12, [[3], [12], [40], [90], [200]]]),
    ("CC_R_SCORE", ["x", [[3], [12], [40]]]),
    ("CC_F_SCORE", [0, [[1], [2], [3]]]),
    ("CC_M_SCORE", [1e300, [[1], [2], [3]]]),
    ("CC_RECENCY_DAYS", [date(2026, 1, 20), date(2026, 1, 31)]),
    ("CC_RECENCY_DAYS", ["2026-01-20", "2026/1/31"]),
    ("CC_RECENCY_DAYS", [date(2026, 2, 20), date(2026, 1, 31)]),
    ("CC_RECENCY_DAYS", ["someday", date(2026, 1, 31)]),
    ("CC_CHURN_FLAG", [date(2025, 11, 28), True, date(2026, 2, 28)]),
    ("CC_CHURN_FLAG", [date(2025, 11, 28), "yes", date(2026, 2, 28), 3]),
    ("CC_CHURN_FLAG", [date(2025, 11, 28), "perhaps", date(2026, 2, 28), 3]),
    ("CC_CHURN_FLAG", [date(2025, 11, 28), True, date(2026, 2, 28), 1.5]),
    ("CC_GAP_TO_NEXT_TIER", [3, 12000, 5, 8000]),
    ("CC_GAP_TO_NEXT_TIER", [3, 12000, 5, 8000, "orders"]),
    ("CC_GAP_TO_NEXT_TIER", [3, 12000, 5, 8000, "nothing"]),
    ("CC_EXPLAIN", [12, "x", 880, [[3], [12]], [[1], [2]], [[120], [300]]]),
    ("CC_RFM", [[["A", 1], ["B", 2]]]),
    ("CC_RFM", [""]),
]


@pytest.mark.parametrize(("name", "arguments"), SINGLE)
def test_single_values_and_bad_input_show_what_the_registry_answers(sheet, name, arguments):
    assert shown(put(sheet, "A1", formula(name, arguments))) == expected(answer(name, arguments))


def answer(name, arguments):
    """The registry's answer; what it refuses is one error."""
    try:
        return call(name, arguments)
    except Exception as why:
        return why.cell_error


COLUMN = [[3.0], [""], ["x"], [200.0], ["40"], [-1.0]]


@pytest.mark.parametrize("name", ["CC_R_SCORE", "CC_F_SCORE", "CC_M_SCORE"])
def test_a_range_answers_cell_by_cell_with_its_own_blanks_and_errors(sheet, name):
    sheet.getCellRangeByName("D1:D6").setDataArray(tuple(map(tuple, COLUMN)))
    cells = put(sheet, "A1:A6", f"={name}(D1:D6)")
    assert shown(cells) == expected(call(name, [COLUMN]))


def test_ranges_and_single_values_go_together(sheet):
    columns = [[0.0, 50.0], [3.0, 12000.0], ["", 12000.0], [9.0, "x"], [9.0, 20000.0]]
    sheet.getCellRangeByName("D1:E5").setDataArray(tuple(map(tuple, columns)))
    cells = put(sheet, "A1:A5", "=CC_TIER(D1:D5,E1:E5,5,8000)")
    given = [[[row[0]] for row in columns], [[row[1]] for row in columns], 5, 8000]
    assert shown(cells) == expected(call("CC_TIER", given))


def test_rules_of_a_range_are_applied(sheet):
    rules = [["Gold", 1.0, ">=10", ">=0", ""], ["Other", 2.0, "", "", ""]]
    sheet.getCellRangeByName("D1:H2").setDataArray(tuple(map(tuple, rules)))
    for count in (3, 12):
        cell = put(sheet, "A1", f"=CC_TIER({count},100,5,8000,D1:H2)")
        assert shown(cell) == expected(answer("CC_TIER", [count, 100, 5, 8000, rules]))


def test_a_table_spills_with_captions_and_errors_in_their_cells(sheet):
    customers = [["A", 3.0, 2.0, 180.0], ["B", "x", 1.0, 80.0], ["", 5.0, "", 20.0]]
    sheet.getCellRangeByName("K1:N3").setDataArray(tuple(map(tuple, customers)))
    cells = put(sheet, "A1:H4", "=CC_RFM(K1:N3)")
    assert shown(cells) == expected(call("CC_RFM", [customers]))


def test_an_error_given_to_a_function_goes_through_it(sheet):
    put(sheet, "D1", "=NA()")
    assert shown(put(sheet, "A1", "=CC_TIER(D1,1,5,8000)")) == [["#N/A"]]


@pytest.mark.parametrize(
    "words",
    [
        '=CC_TIER(3,12000,5,8000)="Potential"',
        '=IF(CC_SEGMENT(5,5,4)="Champions",TRUE,FALSE)',
        '=EXACT(CC_TIER(3,12000,5,8000),"Potential")',
        '=ERROR.TYPE(CC_TIER("x",1,5,8000))=3',
        "=ERROR.TYPE(CC_RECENCY_DAYS(DATE(2026,2,20),DATE(2026,1,31)))=6",
        '=IFERROR(CC_TIER("x",1,5,8000),"bad")="bad"',
        '=INDEX(CC_SEGMENT({5;1},{5;1},{4;1}),1)="Champions"',
        '=CC_R_SCORE("")=""',
        "=SUM(CC_R_SCORE({3;12;40}))=SUM(5,3,1)",
        "=NOT(CC_CHURN_FLAG(DATE(2025,11,29),TRUE,DATE(2026,2,28)))",
    ],
)
def test_other_formulas_work_with_a_single_result(sheet, words):
    assert shown(put(sheet, "A1", words)) == [[1.0]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_in_the_language_of_the_workbook(office, shelf, lang):
    document = office.open(shelf[f"sample_{lang}"])
    cell = document.Sheets.getByIndex(0).getCellRangeByName("Z99")
    cell.Formula = full_names("=cc_tier(3;12000;5;8000)")
    assert cell.String == call("CC_TIER", [3, 12000, 5, 8000], lang)
    document.setModified(False)
    document.close(True)


def test_dates_of_a_document_that_counts_from_1904(office):
    document = office.open()
    first = document.NullDate
    first.Day, first.Month, first.Year = NULL_DATE_1904
    document.NullDate = first
    sheet = document.Sheets.getByIndex(0)
    serial = (date(2026, 1, 20) - date(1904, 1, 1)).days
    assert shown(put(sheet, "A1", f'=CC_RECENCY_DAYS({serial},"2026-01-31")')) == [[11.0]]
    document.close(True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_checks_is_all_true_as_soon_as_the_workbook_is_open(office, shelf, lang):
    document = office.open(shelf[f"sample_{lang}"])
    assert not document.isModified()
    names = document.NamedRanges
    tests = [name for name in names.ElementNames if name.startswith(TEST)]
    values = {
        name: names.getByName(name).getReferredCells().getCellByPosition(0, 0) for name in tests
    }
    assert ALL in values
    assert len(values) > len(functions())
    assert {name: cell.String for name, cell in values.items() if cell.Value != 1} == {}
    document.close(True)


def test_what_libreoffice_does_not_pass_on(sheet):
    """Limits of LibreOffice's interface, not ours; when one falls, the documentation changes."""
    put(sheet, "D1", "=NA()")
    assert put(sheet, "A1", "=CC_R_SCORE(D1:D2)").getCellByPosition(0, 0).getError() == 504
    empty_is_zero = call("CC_TIER", [0, 12000, 5, 8000])
    assert shown(put(sheet, "A1", "=CC_TIER(E1,12000,5,8000)")) == [[empty_is_zero]]
    sheet.getCellRangeByName("F1:F2").setDataArray(((5.0,), (1.0,)))
    put(sheet, "A1:A2", "=CC_SEGMENT(F1:F2,F1:F2,F1:F2)")
    assert shown(put(sheet, "B1", '=A1="Champions"')) == [[0.0]]
    assert shown(put(sheet, "B1", '=A1&""="Champions"')) == [[1.0]]


def test_the_codes_of_errors_are_what_libreoffice_makes_of_them(sheet):
    for words, code in (("=NA()", "#N/A"), ("=1/0", "#DIV/0!"), ("=SQRT(-1)", "#NUM!")):
        cell = put(sheet, "A1", words)
        assert math.isnan(error_number(code))
        assert shown(cell) == [[code]], words


def test_formulas_of_a_file_find_their_functions_wherever_they_stand(office, tmp_path):
    """As other programs write them: single, nested, in arrays with several arguments, as text."""
    path = tmp_path / "Foreign.xlsx"
    book = Workbook(path)
    sheet = book.add_worksheet("It's mine")
    for row in range(3):
        sheet.write_row(row, 0, [3 * row, 4000 * row])
        sheet.write_formula(row, 2, f"=CC_TIER(A{row + 1},B{row + 1},5,3000)", None, "stale")
        sheet.write_formula(row, 3, f"=A{row + 1}*2")
    sheet.write_array_formula("E1:E3", "{=CC_TIER(A1:A3,B1:B3,5,3000)}")
    sheet.write_formula("F1", '=IF(CC_SEGMENT(5,5,4)="Champions","cc_tier(",CC_SEGMENT(1,1,1))')
    sheet.write_formula("H1", '=C1&"!"', None, "stale!")
    sheet.write_string("G1", "=CC_TIER(1,2,3,4)")
    book.close()
    document = office.open(path)
    cells = document.Sheets.getByIndex(0)
    tiers = call("CC_TIER", [[[0], [3], [6]], [[0], [4000], [8000]], 5, 3000])
    assert shown(cells.getCellRangeByName("C1:C3")) == tiers
    assert shown(cells.getCellRangeByName("E1:E3")) == tiers
    assert cells.getCellRangeByName("D2").Formula == "=A2*2"
    assert cells.getCellRangeByName("H1").String == tiers[0][0] + "!"
    assert cells.getCellRangeByName("F1").String == "cc_tier("
    assert cells.getCellRangeByName("G1").String == "=CC_TIER(1,2,3,4)"
    assert not document.isModified()
    document.close(True)
