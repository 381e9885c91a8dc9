import pytest


def test_a_range_is_copied_with_its_looks(sheet):
    sheet["A1"].value = [[1, "=A1*2"]]
    sheet["A1"].color = "#ff0000"
    sheet["A1:B1"].copy(sheet["A3"])
    assert sheet["A3:B3"].value == [1, 2]
    assert sheet["B3"].formula == "=A3*2"
    assert sheet["A3"].color == (255, 0, 0)


def test_a_range_is_pasted_whole_or_in_part(sheet):
    sheet["A1"].value = [[1, "=A1*2"]]
    sheet["A1"].color = "#ff0000"
    sheet["A5"].value = "kept"
    sheet["A1:B1"].copy()
    sheet["A3"].paste()
    sheet["A4"].paste("values")
    sheet["A5"].paste("formats")
    assert sheet["A3:B3"].formula == (("1", "=A3*2"),)
    assert sheet["A4:B4"].formula == (("1", "2"),)
    assert sheet["A4"].color is None
    assert (sheet["A5"].value, sheet["A5"].color) == ("kept", (255, 0, 0))
    with pytest.raises(NotImplementedError):
        sheet["A6"].paste("values", operation="add")


def test_a_range_is_copied_to_another_book(app, sheet):
    sheet["A1"].value = [["x", 5]]
    with app.books.add() as other:
        sheet["A1:B1"].copy(other.sheets[0]["C2"])
        assert other.sheets[0]["C2:D2"].value == ["x", 5]


def test_a_series_is_filled(sheet):
    sheet["A1"].value = [[1], [2]]
    sheet["A1:A2"].autofill(sheet["A1:A5"])
    assert sheet["A1:A5"].value == [1, 2, 3, 4, 5]


def test_rows_are_sorted(sheet):
    sheet["A1"].value = [["name", "n"], ["b", 2], ["a", 2], ["c", 1]]
    sheet["A1:B4"].sort([2, 1], [False, True], has_headers=True)
    assert sheet["A1:B4"].value == [["name", "n"], ["a", 2], ["b", 2], ["c", 1]]


def test_texts_are_found_and_replaced(sheet):
    sheet["A1"].value = [["One", "two"], ["one more", "ONE"]]
    cells = sheet["A1:B2"]
    assert cells.find("one").address == "$A$1"
    assert cells.find("one", match_case=True).address == "$A$2"
    assert cells.find("one", whole=True, direction="backward").address == "$B$2"
    assert cells.find("three") is None
    cells.replace_all("one", "1", match_case=True)
    assert sheet["A1:B2"].value == [["One", "two"], ["1 more", "ONE"]]


def test_duplicates_are_removed(sheet):
    sheet["A1"].value = [["id", "x"], ["a", 1], ["A", 2], ["b", 3]]
    sheet["A1:B4"].remove_duplicates([1], has_headers=True)
    assert sheet["A1:B4"].value == [["id", "x"], ["a", 1], ["b", 3], [None, None]]


def test_special_cells_are_told_apart(sheet):
    sheet["A1"].value = [["text", 5], ["=1/0", "=1"], [None, None]]
    cells = sheet["A1:B3"]

    def found(*kind):
        return [part.address for part in cells.get_special_cells(*kind)]

    assert found("constants", "numbers") == ["$B$1"]
    assert found("formulas", "errors") == ["$A$2"]
    assert found("blanks") == ["$A$3:$B$3"]
