import pytest


def test_a_note_is_added_changed_and_deleted(sheet):
    cell = sheet["B2"]
    assert cell.note is None
    cell.impl.add_note("第一")
    cell.note.text = "第二"
    assert sheet["B2"].note.text == "第二"
    assert cell.note.location == cell
    with pytest.raises(ValueError, match="already"):
        cell.impl.add_note("again")
    cell.note.delete()
    assert cell.note is None


def test_looking_for_a_note_makes_none(sheet):
    assert sheet["A1"].note is None
    assert sheet.api.Annotations.Count == 0


def test_a_sheet_lists_its_notes(sheet):
    sheet["A1"].impl.add_note("one")
    sheet["C3"].impl.add_note("two")
    assert sorted(note.text for note in sheet.impl.notes) == ["one", "two"]
