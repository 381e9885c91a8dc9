import pytest


def test_colours_are_set_and_read(sheet):
    sheet["A1:B2"].color = "#1e64c8"
    assert sheet["A1:B2"].color == (30, 100, 200)
    sheet["A1"].color = (255, 0, 0)
    assert sheet["A1"].color == (255, 0, 0)
    sheet["A1"].color = None
    assert sheet["A1"].color is None


def test_fonts_are_set_for_chinese_too(sheet):
    font = sheet["A1"].font
    font.bold, font.italic, font.size, font.color = True, True, 14, "#ff8000"
    font.name = "Liberation Serif"
    assert (font.bold, font.italic, font.size) == (True, True, 14)
    assert (font.color, font.name) == ((255, 128, 0), "Liberation Serif")
    cell = sheet["A1"].api
    assert (cell.CharWeightAsian, cell.CharHeightAsian) == (150, 14)
    assert sheet["A1:A2"].font.bold is None


def test_widths_and_heights_are_characters_and_points(sheet):
    sheet["A:B"].column_width = 12.5
    sheet["1:2"].row_height = 20
    assert sheet["A1"].column_width == pytest.approx(12.5, abs=0.1)
    assert sheet["A1"].row_height == 20
    sheet["B1"].column_width = 30
    assert sheet["A1:B1"].column_width is None
    assert sheet["B2"].top == 20
    assert sheet["A1:A2"].height == 40


def test_autofit_makes_room_for_what_is_there(sheet):
    sheet["A1"].value = "a rather long text that needs more room than usual"
    before = sheet["A1"].column_width
    sheet["A1"].columns.autofit()
    assert sheet["A1"].column_width > before


def test_rows_and_columns_are_hidden(sheet):
    sheet["B2:C3"].rows.hidden = True
    assert sheet["B2"].rows.hidden is True
    assert sheet["B1:B2"].rows.hidden is None
    sheet["C1"].columns.hidden = True
    assert sheet["C5"].columns.hidden is True


def test_alignment_and_wrapping(sheet):
    cell = sheet["A1"]
    assert (cell.horizontal_alignment, cell.vertical_alignment) == ("general", "bottom")
    cell.horizontal_alignment, cell.vertical_alignment = "center", "top"
    assert (cell.horizontal_alignment, cell.vertical_alignment) == ("center", "top")
    cell.wrap_text = True
    assert cell.wrap_text is True
    with pytest.raises(NotImplementedError):
        cell.horizontal_alignment = "center_across_selection"


def test_cells_are_merged_and_parted(sheet):
    sheet["A1:A2"].merge()
    sheet["A1:B2"].merge()
    assert sheet["A1"].merge_area == sheet["A1:B2"]
    assert sheet["A1"].merge_cells is True
    sheet["A1:B2"].unmerge()
    sheet["A1:B2"].merge(across=True)
    assert sheet["A2"].merge_area == sheet["A2:B2"]


def test_a_link_is_made_and_read(sheet):
    sheet["A1"].add_hyperlink("https://example.org/", "Example")
    assert sheet["A1"].hyperlink == "https://example.org/"
    assert sheet["A1"].value == "Example"
    with pytest.raises(ValueError, match="hyperlink"):
        _ = sheet["A2"].hyperlink
