import pytest


def names(book):
    return [sheet.name for sheet in book.sheets]


def test_sheets_are_added_named_moved_copied_and_deleted(book):
    first = book.sheets[0]
    first.name = "订单"
    book.sheets.add("Second", after=first)
    book.sheets.add("Zero", before=first)
    assert names(book) == ["Zero", "订单", "Second"]
    assert book.sheets["订单"].index == 2
    first["A1"].value = "x"
    first.copy(name="Copy")
    assert names(book)[-1] == "Copy"
    assert book.sheets["Copy"]["A1"].value == "x"
    book.sheets["Copy"].move(before=book.sheets[0])
    book.sheets["Zero"].delete()
    assert names(book) == ["Copy", "订单", "Second"]


def test_a_sheet_without_a_name_gets_a_free_one(book):
    book.sheets.add("sheet2")
    book.sheets.add()
    assert "Sheet3" in names(book)


def test_a_sheet_that_is_not_there_is_said(book):
    with pytest.raises(KeyError):
        book.sheets["nowhere"]
    with pytest.raises(IndexError):
        book.sheets[7]


def test_a_sheet_is_activated_and_hidden(book):
    book.sheets.add("Second")
    book.sheets[1].activate()
    assert book.sheets.active == book.sheets[1]
    book.sheets["Second"].visible = False
    assert not book.sheets["Second"].visible
    with pytest.raises(ValueError, match="Hidden"):
        book.sheets["Second"].show_gridlines = False


def test_the_used_range_ends_with_the_last_cell(sheet):
    sheet["C3"].value = [[1, 2], [3, 4]]
    assert sheet.used_range.address == "$C$3:$D$4"


def test_clearing_a_sheet_clears_what_was_asked_for(sheet):
    sheet["B2"].value = 5
    sheet["B2"].color = "#ff0000"
    sheet.clear_formats()
    assert (sheet["B2"].value, sheet["B2"].color) == (5, None)
    sheet.clear_contents()
    assert sheet["B2"].value is None


def test_panes_are_frozen_and_the_window_returns_to_its_sheet(book, sheet):
    other = book.sheets.add("Other")
    sheet.freeze_panes.freeze_at("A1:B4")
    assert book.sheets.active == other
    sheet.activate()
    window = book.api.CurrentController
    assert (window.SplitColumn, window.SplitRow) == (2, 4)
    sheet.freeze_panes.unfreeze()
    assert not window.hasFrozenPanes()


def test_gridlines_belong_to_their_sheet(book, sheet):
    other = book.sheets.add("Other")
    sheet.show_gridlines = False
    assert not sheet.show_gridlines
    assert other.show_gridlines
    assert book.sheets.active == other
    sheet.show_gridlines = True
    assert sheet.show_gridlines


def test_a_sheet_counts_from_its_first_cell_after_cells_were_deleted(sheet):
    sheet["A1"].value = [[1, 2], [3, 4], [5, 6]]
    sheet["A1"].delete("up")
    assert sheet["A1:B2"].value == [[3, 2], [5, 4]]
    sheet["1:1"].delete()
    assert sheet["A1:B1"].value == [5, 4]
    assert sheet.used_range.address == "$A$1:$B$2"


def test_a_print_area_is_set_and_taken_back(sheet):
    sheet.page_setup.print_area = "A1:B2"
    assert sheet.page_setup.print_area == "$A$1:$B$2"
    sheet.page_setup.print_area = None
    assert sheet.page_setup.print_area is None
