"""Cells of a worksheet exchanged; every other byte stays."""

import re

import pytest

from xl_addin.package.archive import FileRefused
from xl_addin.package.references import Area
from xl_addin.package.sheet import Run, Sheet

HEAD = b'<worksheet xmlns="m"><dimension ref="A1:C3"/>'
TAIL = b"<pageMargins/></worksheet>"


def sheet(rows: bytes) -> Sheet:
    return Sheet(HEAD + b"<sheetData>" + rows + b"</sheetData>" + TAIL, "Data", "book.xlsx")


def write(page: Sheet, row: int, first: int, *cells: str) -> None:
    page.write_run(row, Run(range(first, first + len(cells)), {}), cells)


def value(number: int) -> str:
    return f"><v>{number}</v></c>"


def test_an_unchanged_sheet_comes_back_byte_for_byte():
    rows = (
        b'<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c></row>'
        b'<row r="4" ht="20"/><row r="7"><c r="B7" s="3"/></row><row r="9"/>'
    )
    assert sheet(rows).xml() == HEAD + b"<sheetData>" + rows + b"</sheetData>" + TAIL


def test_an_empty_sheet_can_be_written_to():
    empty = Sheet(HEAD + b"<sheetData/>" + TAIL, "Data", "book.xlsx")
    write(empty, 2, 1, value(5))
    assert b'<sheetData><row r="2"><c r="A2"><v>5</v></c></row></sheetData>' in empty.xml()


def test_a_written_cell_keeps_its_style_and_its_neighbours():
    page = sheet(b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="4"><v>2</v></c><c r="C1"/></row>')
    write(page, 1, 2, ' t="b"><v>1</v></c>')
    assert page.row(1) == (
        b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="4" t="b"><v>1</v></c><c r="C1"/></row>'
    )


def test_a_cell_is_put_between_the_right_neighbours():
    page = sheet(b'<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row>')
    write(page, 1, 2, value(2), value(3))
    assert [cell.column for cell in page.cells(1)] == [1, 2, 3, 4]


def test_attributes_may_stand_in_any_order():
    page = sheet(b'<row ht="20" r="1"><c s="9" r="A1" t="s"><v>1</v></c></row>')
    write(page, 1, 1, value(2))
    assert b'<c r="A1" s="9"><v>2</v></c>' in page.row(1)


def test_blanking_a_styled_cell_leaves_the_style():
    page = sheet(b'<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>1</v></c></row>')
    write(page, 1, 1, "/>", "/>")
    assert page.row(1) == b'<row r="1"><c r="A1" s="2"/></row>'


def test_a_row_written_without_cells_gets_them():
    page = sheet(b'<row r="3" ht="30"/>')
    write(page, 3, 1, value(1))
    assert page.row(3) == b'<row r="3" ht="30"><c r="A3"><v>1</v></c></row>'


def test_a_sheet_with_comments_inside_its_data_is_refused():
    with pytest.raises(FileRefused):
        sheet(b'<row r="1"><!-- x --><c r="A1"/></row>')


def test_rows_without_numbers_or_out_of_order_are_refused():
    for rows in (
        b'<row><c r="A1"/></row>',
        b'<row r="2"><c r="A2"/></row><row r="1"><c r="A1"/></row>',
    ):
        with pytest.raises(FileRefused):
            sheet(rows)


def test_cells_without_names_are_refused_rather_than_guessed():
    page = sheet(b'<row r="1"><c><v>1</v></c></row>')
    with pytest.raises(FileRefused):
        write(page, 1, 2, value(2))


def test_the_dimension_reaches_what_was_written():
    page = sheet(b'<row r="1"><c r="A1"/></row>')
    assert b'<dimension ref="A1:E9"/>' in page.xml(Area(1, 1, 9, 5))


def test_formulas_and_filled_cells_are_seen():
    page = sheet(b'<row r="1"><c r="A1"><f>B1&gt;1</f><v>1</v></c><c r="B1" s="1"/></row>')
    assert page.formula_in(1, 1, 2) == "A1"
    assert page.formula_in(1, 2, 2) is None
    assert page.is_filled(1, 1)
    assert not page.is_filled(1, 2)


def test_new_rows_stand_between_the_old_ones():
    page = sheet(b'<row r="2"><c r="A2"/></row>\n<row r="5"><c r="A5"/></row>')
    for row in (7, 3, 1, 5):
        write(page, row, 1, value(row))
    numbers = [int(n) for n in re.findall(rb'<row r="(\d+)"', page.xml())]
    assert numbers == [1, 2, 3, 5, 7] == page.numbers()
    assert 3 in page
    assert 4 not in page
