"""A sheet of the donor says the same in its new workbook."""

from datetime import date, datetime

import pytest

from xl_addin.package.cells import EPOCH_1904, serial
from xl_addin.package.graft_sheet import Ground, grafted_sheet, names_used, words_of

TAIL = (
    b'<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="1" priority="1">'
    b"<formula>MATCH(A1,TierNames,0)&gt;1</formula></cfRule></conditionalFormatting>"
    b'<dataValidations count="3"><dataValidation type="list" error="a" sqref="A1">'
    b'<formula1>TierNames</formula1></dataValidation><dataValidation type="list" sqref="B1"/>'
    b'<dataValidation type="date" sqref="C1"><formula1>61</formula1><formula2>109573</formula2>'
    b"</dataValidation></dataValidations></worksheet>"
)


def made(cells=b"", head=b"", tail=TAIL):
    rows = b"<sheetData>" + cells + b"</sheetData>" if cells else b"<sheetData/>"
    return b'<worksheet xmlns="urn:main">' + head + rows + tail


def ground(**changes):
    usual = {
        "cell": lambda n: n and n + 10,
        "differential": lambda n: n + 20,
        "strings": [b"<t>one</t>", b"<r><t>rich</t></r>"],
        "shows_date": lambda n: n == 2,
    }
    return Ground(**usual | changes)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (b'<c r="A1"/>', b'<c r="A1"/>'),
        (b'<c r="A1" s="3"/>', b'<c r="A1" s="13"/>'),
        (b'<c r="A1"><v>1</v></c>', b'<c r="A1"><v>1</v></c>'),
        (b'<c r="A1" s="2"><v>46000.5</v></c>', b'<c r="A1" s="12"><v>46000.5</v></c>'),
        (b'<c r="A1" t="b"><v>1</v></c>', b'<c r="A1" t="b"><v>1</v></c>'),
        (b'<c r="A1" s="1" t="str"><f>"a"&amp;1</f><v>a1</v></c>',
         b'<c r="A1" s="11" t="str"><f>"a"&amp;1</f><v>a1</v></c>'),
        (b'<c r="A1" s="1" t="s"><v>0</v></c>',
         b'<c r="A1" s="11" t="inlineStr"><is><t>one</t></is></c>'),
        (b'<c r="A1" t="s"><v>1</v></c>',
         b'<c r="A1" t="inlineStr"><is><r><t>rich</t></r></is></c>'),
    ],
)  # fmt: skip
def test_a_cell_keeps_what_it_holds_and_gets_the_users_format(cell, expected):
    row = b'<row r="1" s="4" customFormat="1">' + cell + b"</row>"
    written = grafted_sheet(made(row), ground())
    assert b'<row r="1" s="14" customFormat="1">' + expected + b"</row>" in written


def test_a_cell_without_a_format_gets_one_where_the_users_first_is_another():
    written = grafted_sheet(made(b'<row r="1"><c r="A1"/></row>'), ground(cell=lambda n: n + 5))
    assert b'<c r="A1" s="5"/>' in written


def test_columns_and_rules_get_the_users_formats():
    head = b'<cols><col min="1" max="2" width="9" style="3" customWidth="1"/></cols>'
    written = grafted_sheet(made(head=head), ground())
    assert b'style="13"' in written
    assert b'dxfId="21"' in written


def test_a_kind_of_cell_that_is_not_known_is_not_passed_on():
    with pytest.raises(ValueError, match="cells"):
        grafted_sheet(made(b'<row r="1"><c r="A1" cm="1"><v>1</v></c></row>'), ground())


def test_a_new_sheet_has_no_code_name_and_is_not_selected():
    head = b'<sheetPr codeName="Sheet2"><tabColor/></sheetPr><sheetView tabSelected="1" x="0"/>'
    written = grafted_sheet(made(head=head), ground())
    assert b'<sheetPr><tabColor/></sheetPr><sheetView x="0"/>' in written


@pytest.mark.parametrize("head", [b"", b"<sheetPr/>", b'<sheetPr codeName="Other"><t/></sheetPr>'])
def test_in_the_place_of_another_it_keeps_that_ones_code_name_and_selection(head):
    old = made(head=b'<sheetPr codeName="Sheet5"/><sheetView tabSelected="1" x="0"/>')
    written = grafted_sheet(made(head=head + b'<sheetView x="0"/>'), ground(), old)
    assert written.count(b'<sheetPr codeName="Sheet5"') == written.count(b"<sheetPr") == 1
    assert b'<sheetView tabSelected="1" x="0"/>' in written


def test_rules_for_a_name_that_cannot_be_had_are_left_out():
    written = grafted_sheet(made(), ground(missing={"tiernames"}))
    assert b"TierNames" not in written
    assert b"conditionalFormatting" not in written
    assert b'<dataValidations count="2"><dataValidation type="list" sqref="B1"/>' in written


def test_where_no_rule_is_left_there_is_no_list_of_rules():
    tail = TAIL[: TAIL.index(b'<dataValidation type="list" sqref="B1"')] + b"</dataValidations>"
    written = grafted_sheet(made(tail=tail), ground(missing={"tiernames"}))
    assert b"dataValidation" not in written


def test_days_stay_the_same_days_where_the_calendar_starts_in_1904():
    noon = datetime(2026, 5, 6, 12)
    cells = b'<row r="1"><c r="A1" s="2"><v>%f</v></c><c r="B1" s="1"><v>5000</v></c></row>'
    written = grafted_sheet(made(cells % serial(noon)), ground(date1904=True))
    assert b'<c r="A1" s="12"><v>%r</v></c>' % serial(noon, date1904=True) in written
    assert b'<c r="B1" s="11"><v>5000</v></c>' in written
    assert b"<formula1>0.0</formula1><formula2>108111.0</formula2>" in written


def test_days_before_1904_are_words_there_and_times_stay():
    assert EPOCH_1904.year == 1904
    cells = b'<row r="1"><c r="A1" s="2"><v>%d</v></c><c r="B1" s="2"><v>0.375</v></c></row>'
    written = grafted_sheet(made(cells % serial(date(1903, 5, 6))), ground(date1904=True))
    assert b't="inlineStr"><is><t>1903-05-06</t></is></c>' in written
    assert b'<c r="B1" s="12"><v>0.375</v></c>' in written


def test_names_are_found_in_formulas_and_nowhere_else():
    xml = made(b'<row r="1"><c r="A1"><f>SUM(Mine)+Other!B2</f></c></row>')
    assert {"tiernames", "mine"} <= names_used(xml)
    assert not {"sum", "other", "match", "list"} & names_used(xml)
    assert "等级" in words_of('COUNTIF(等级,"TierNames")')
    assert "tiernames" not in words_of('COUNTIF(等级,"TierNames")')
