"""Formats and validations follow the table; what has nothing to do with it stays."""

from xl_addin.package.ranges import Move, follow, merged_over
from xl_addin.package.references import Area

DATA = Area(5, 1, 10, 4)  # A5:D10


def moved(sqref: str, last_row: int = 20) -> str:
    tail = f'<conditionalFormatting sqref="{sqref}"><cfRule/></conditionalFormatting>'
    return follow(tail.encode(), Move(DATA, last_row)).decode().split('"')[1]


def test_a_range_that_ended_with_the_table_ends_with_it_again():
    assert moved("B5:B10") == "B5:B20"
    assert moved("A4:D10") == "A4:D20"
    assert moved("B5:B10", last_row=6) == "B5:B6"


def test_ranges_elsewhere_stay():
    for elsewhere in ("F5:F10", "B5:B9", "B1:B3", "B10", "A1:D1048576"):
        assert moved(elsewhere) == elsewhere


def test_several_ranges_in_one_rule_move_each_on_its_own():
    assert moved("B5:B10 F1:F2 D5:D10") == "B5:B20 F1:F2 D5:D20"


def test_the_only_row_of_a_table_is_followed():
    tail = b'<dataValidation type="list" sqref="B5"><formula1/></dataValidation>'
    only = Area(5, 1, 5, 4)
    assert b'sqref="B5:B9"' in follow(tail, Move(only, 9))


def test_extension_formats_follow_and_sparklines_stay_in_their_cell():
    tail = (
        b"<x14:conditionalFormatting><x14:cfRule/><xm:sqref>B5:B10</xm:sqref>"
        b"</x14:conditionalFormatting><x14:sparkline><xm:sqref>B10</xm:sqref></x14:sparkline>"
        b"<x14:dataValidation type='list'><xm:sqref>C5:C10</xm:sqref></x14:dataValidation>"
    )
    out = follow(tail, Move(DATA, 20))
    assert b"<xm:sqref>B5:B20</xm:sqref>" in out
    assert b"<xm:sqref>C5:C20</xm:sqref>" in out
    assert b"<xm:sqref>B10</xm:sqref>" in out


def test_merged_cells_over_the_table_are_found():
    tail = b'<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B7:B8"/></mergeCells>'
    assert str(merged_over(tail, DATA)) == "B7:B8"
    assert merged_over(tail, Area(20, 1, 30, 4)) is None
