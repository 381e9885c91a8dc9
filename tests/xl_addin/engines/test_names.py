import pytest


def test_a_name_is_given_found_changed_and_deleted(book, sheet):
    sheet["B2:C3"].name = "area"
    assert sheet["B2:C3"].name.name == "area"
    assert sheet["area"].address == "$B$2:$C$3"
    assert book.names["area"].refers_to == "=Sheet1!$B$2:$C$3"
    book.names["area"].refers_to = "=Sheet1!$A$1"
    assert book.names["AREA"].refers_to_range == sheet["A1"]
    book.names["area"].delete()
    assert "area" not in book.names
    assert sheet["A1"].name is None


def test_a_name_of_a_sheet_is_seen_from_that_sheet_only(book, sheet):
    other = book.sheets.add("My Data")
    other["A1"].name = "'My Data'!mine"
    assert other["mine"] == other["A1"]
    assert [name.name for name in other.names] == ["'My Data'!mine"]
    assert "'My Data'!mine" in book.names
    with pytest.raises(ValueError, match="mine"):
        sheet["mine"]


def test_a_name_may_be_a_formula(book, sheet):
    sheet["A1"].value = [2, 3]
    book.names.add("total", "=SUM(Sheet1!$A$1:$B$1,5)")
    sheet["C1"].formula = "=total"
    assert sheet["C1"].value == 10
    assert book.names["total"].refers_to == "=SUM(Sheet1!$A$1:$B$1,5)"
    with pytest.raises(ValueError, match="total"):
        _ = book.names["total"].refers_to_range


def test_a_name_moves_to_another_word(book, sheet):
    sheet["A1"].name = "old"
    book.names["old"].name = "new"
    assert [name.name for name in book.names] == ["new"]
