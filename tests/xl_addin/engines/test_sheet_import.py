"""A sheet copied into another document is the sheet it was."""

import pytest

from xl_addin.engines import libreoffice
from xl_addin.engines.libreoffice import notes
from xl_addin.engines.libreoffice.bridge import enum, properties

PAGE = "Donor page"


@pytest.fixture
def donor(app):
    """A document with one sheet that has everything a sheet can have."""
    book = app.books.add()
    sheet = book.sheets[0]
    sheet.name = "Work"
    sheet["A4:C6"].value = [["Name", "State", "Why"], ["X", "open", "a"], ["Y", "done", "b"]]
    sheet.tables.add(sheet["A4:C6"], has_headers=True, name="Works")
    notes.insert(sheet.api, 4, 1, "a note")
    sheet["C5:C6"].wrap_text = True
    sheet["C:C"].column_width = 40
    sheet["5:5"].row_height = 60
    with_list(sheet["B5:B6"].api)
    with_condition(sheet["A5:A6"].api)
    style = book.api.createInstance("com.sun.star.style.PageStyle")
    book.api.StyleFamilies.getByName("PageStyles").insertByName(PAGE, style)
    style.IsLandscape, style.ScaleToPagesX, style.HeaderIsOn = True, 1, False
    sheet.api.PageStyle = PAGE
    sheet.api.setTitleRows(sheet["4:4"].api.RangeAddress)
    sheet.api.setPrintTitleRows(True)
    sheet.freeze_panes.freeze_at("A4")
    sheet.show_gridlines = False
    yield book
    book.close()


def with_list(cells):
    rule = cells.Validation
    rule.Type = enum("sheet.ValidationType", "LIST")
    rule.setFormula1('"open";"done"')
    cells.Validation = rule


def with_condition(cells):
    entries = cells.ConditionalFormat
    formula = enum("sheet.ConditionOperator", "FORMULA")
    entries.addNew(properties(Operator=formula, Formula1="$B5=1"))
    cells.ConditionalFormat = entries


@pytest.fixture
def copied(donor, book):
    return donor.sheets["Work"].copy(after=book.sheets[0])


def test_the_table_comes_along_under_its_name(copied, book):
    assert copied.name == "Work"
    (table,) = copied.tables
    assert (table.name, table.range.address) == ("Works", "$A$4:$C$6")
    assert (table.show_headers, table.show_autofilter) == (True, True)
    assert [one.name for one in book.sheets[0].tables] == []


def test_a_table_whose_name_is_taken_gets_another(donor, book):
    book.sheets[0]["A1:A2"].value = [["a"], [1]]
    book.sheets[0].tables.add(book.sheets[0]["A1:A2"], has_headers=True, name="works")
    made = donor.sheets["Work"].copy(after=book.sheets[0])
    assert [table.name for table in made.tables] == ["Works1"]


def test_cells_notes_lists_colours_and_sizes_come_along(copied):
    assert copied["A4:C6"].value[1] == ["X", "open", "a"]
    assert [note.text for note in copied.notes] == ["a note"]
    assert copied["B5"].api.Validation.Type.value == "LIST"
    assert '"done"' in copied["B6"].api.Validation.getFormula1()
    assert copied["A5"].api.ConditionalFormat.Count == 1
    assert copied["C5"].wrap_text
    assert copied["C5"].column_width == pytest.approx(40, abs=0.5)
    assert copied["A5"].row_height == pytest.approx(60, abs=1)


def test_paper_and_window_look_as_before(copied, book):
    assert copied.api.PageStyle == PAGE
    style = book.api.StyleFamilies.getByName("PageStyles").getByName(PAGE)
    assert (style.IsLandscape, style.ScaleToPagesX, style.HeaderIsOn) == (True, 1, False)
    assert copied.api.getPrintTitleRows()
    assert copied.api.getTitleRows().EndRow == 3
    assert copied.show_gridlines is False
    copied.activate()
    window = book.api.CurrentController
    assert (window.hasFrozenPanes(), window.SplitRow) == (True, 4)


def test_a_document_with_macros_takes_a_sheet_that_has_none(donor, book):
    """LibreOffice 7.4 would end itself; see the module."""
    book.api.BasicLibraries.VBACompatibilityMode = True
    donor.sheets["Work"].copy(after=book.sheets[0])
    assert book.api.BasicLibraries.VBACompatibilityMode is True
    assert [sheet.name for sheet in book.sheets] == ["Sheet1", "Work"]
    book.sheets["Work"].delete()


def test_a_hidden_book_is_read_and_leaves_the_front_as_it_was(app, donor, book, tmp_path):
    donor.save(tmp_path / "Hidden.ods")
    book.activate()
    hidden = libreoffice.open_hidden(app, str(tmp_path / "Hidden.ods"))
    try:
        assert hidden.sheets["Work"]["A5"].value == "X"
        assert app.books.active == book
    finally:
        hidden.close()
