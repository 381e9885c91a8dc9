import pytest


def test_formulas_are_written_and_read_in_excels_notation(book, sheet):
    book.sheets.add("My Data")["A1"].value = 5
    formulas = [
        "=SUM('My Data'!A1,2)",
        '=IF(A1=7,"a,b;c",TRUE)',
        "=SUM({1,2;3,4})",
        "=ERROR.TYPE(1/0)",
        "=EDATE(DATE(2026,1,31),1)",
        "=STDEV.S(1,2,3)",
        "=NETWORKDAYS(1,20)",
    ]
    for row, formula in enumerate(formulas, 1):
        sheet[f"A{row}"].formula = formula
        assert sheet[f"A{row}"].formula == formula
    assert sheet["A1:A4"].value == [7, "a,b;c", 10, 2]
    assert None not in sheet["A1:A7"].value


def test_an_unknown_function_keeps_its_capitals_and_gives_an_error(sheet):
    sheet["A1"].formula = "=NO_SUCH.FUNCTION(1)"
    assert sheet["A1"].formula == "=NO_SUCH.FUNCTION(1)"
    assert sheet["A1"].options(err_to_str=True).value == "#NAME?"


def test_one_formula_for_a_range_moves_along(sheet):
    sheet["A1"].value = [[1, 10], [2, 20], [3, 30]]
    sheet["D1:E3"].formula = "=A1*$B$1"
    assert sheet["D1:E3"].value == [[10, 100], [20, 200], [30, 300]]
    assert sheet["E3"].formula == "=B3*$B$1"


def test_what_is_no_formula_is_given_as_text(sheet):
    sheet["A1"].value = [[1.5, "text", "5", None]]
    assert sheet["A1:D1"].formula == (("1.5", "text", "5", ""),)
    sheet["A2:B2"].formula = [[7, "x"]]
    assert sheet["A2:B2"].value == [7, "x"]


def test_references_to_tables_work_also_without_the_tables_name(sheet):
    sheet["A1"].value = [["id", "net price", "twice"], [1, 10, None], [2, 20, None]]
    sheet.tables.add(sheet["A1:C3"], name="Orders")
    sheet["C2:C3"].formula = "=[@[net price]]*2+A2"
    assert sheet["C2:C3"].value == [21, 42]
    assert sheet["C2"].formula == "=Orders[[#This Row],[net price]]*2+A2"
    sheet["E1"].formula = "=SUM(Orders[net price])"
    assert sheet["E1"].value == 30


@pytest.mark.parametrize("hidden", [False, True])
def test_long_columns_of_formulas_are_right_in_every_row_hidden_or_not(sheet, hidden):
    rows = 2500
    sheet["A1"].value = [[row] for row in range(rows)]
    sheet["A5:A9"].rows.hidden = hidden
    sheet["B7"].color = "#ff0000"
    sheet[f"B1:B{rows}"].formula = "=A1*2"
    sheet[f"C1:C{rows}"].formula = [[f"=A{row}*3"] for row in range(1, rows + 1)]
    expected = [[row * 2, row * 3] for row in range(rows)]
    assert sheet[f"B1:C{rows}"].value == expected
    assert sheet[f"B{rows}"].formula == f"=A{rows}*2"
    assert (sheet["B7"].color, sheet["B8"].color) == ((255, 0, 0), None)
    assert sheet["A6"].rows.hidden is hidden


def test_a_filled_column_leaves_out_no_hidden_row(sheet):
    sheet["A1"].value = [[row] for row in range(2500)]
    sheet["A5:A9"].rows.hidden = True
    sheet["B1:B2500"].formula = "=A1*2"
    assert sheet["B7"].formula == "=A7*2"


def test_an_array_formula_is_one_formula(sheet):
    sheet["A1"].value = [[1, 4], [2, 5], [3, 6]]
    sheet["D1"].formula_array = "=SUM(A1:A3*B1:B3)"
    assert sheet["D1"].value == 32
    assert sheet["D1"].formula == "=SUM(A1:A3*B1:B3)"
    assert sheet["D1"].impl.has_array
    sheet["F1:G2"].formula_array = "=A1:B2*2"
    assert sheet["F1:G2"].value == [[2, 8], [4, 10]]
    assert sheet["F1:G2"].formula_array == "=A1:B2*2"
