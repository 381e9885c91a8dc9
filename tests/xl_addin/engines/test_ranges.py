import pytest


def test_ranges_are_named_in_every_way(sheet):
    wanted = "$B$2:$D$5"
    corner, end = sheet["B2"], sheet["D5"]
    ranges = [
        sheet["B2:D5"],
        sheet.range((2, 2), (5, 4)),
        sheet.range("B2", (5, 4)),
        sheet.range(corner, end),
        sheet[1:5, 1:4],
        corner.resize(4, 3),
        sheet["A1:C4"].offset(1, 1),
    ]
    assert [found.address for found in ranges] == [wanted] * len(ranges)
    with pytest.raises(IndexError):
        sheet.range((0, 1))
    with pytest.raises(ValueError, match="nothing at all"):
        sheet["nothing at all"]


def test_addresses_are_written_as_excel_does(book, sheet):
    cells = sheet["B2:D5"]
    assert cells.get_address(False, False) == "B2:D5"
    assert cells.get_address(external=True) == f"'[{book.name}]Sheet1'!$B$2:$D$5"
    assert sheet["C:D"].address == "$C:$D"


def test_ctrl_and_an_arrow_lead_to_the_edge_of_what_is_filled(sheet):
    sheet["B2"].value = [[1, "x", 3], [4, None, 6], [7, 8, 9]]
    sheet["B9"].value = '=""'
    assert sheet["B2"].end("down").address == "$B$4"
    assert sheet["B4"].end("down").address == "$B$9"
    assert sheet["B9"].end("up").address == "$B$4"
    assert sheet["C4"].end("up").address == "$C$2"
    assert sheet["B2"].end("right").address == "$D$2"
    assert sheet["D4"].end("left").address == "$B$4"
    assert sheet["B1"].end("right").address.endswith("$1")
    assert sheet["B2"].expand().shape == (3, 3)
    assert sheet["C3"].current_region.address == "$B$2:$D$4"


def test_cells_are_inserted_and_deleted(sheet):
    sheet["A1"].value = [["a", "b"], ["c", "d"]]
    sheet["A1"].insert("down")
    assert sheet["A1:B3"].value == [[None, "b"], ["a", "d"], ["c", None]]
    sheet["A1"].delete("up")
    sheet["1:1"].delete()
    assert sheet["A1:B2"].value == [["c", "d"], [None, None]]
    sheet["A:A"].insert("right")
    assert sheet["B1"].value == "c"


def test_the_selection_is_a_range(app, book, sheet):
    sheet["B2:C3"].select()
    assert book.selection.address == "$B$2:$C$3"
    assert app.selection == sheet["B2:C3"]


def test_clearing_contents_leaves_looks_and_notes(sheet):
    cell = sheet["A1"]
    cell.value = 5
    cell.color = "#00ff00"
    cell.impl.add_note("why")
    cell.clear_contents()
    assert (cell.value, cell.color, cell.note.text) == (None, (0, 255, 0), "why")
    cell.clear()
    assert (cell.color, cell.note) == (None, None)
