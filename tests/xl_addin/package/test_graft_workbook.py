"""Tabs and defined names of a workbook part that takes sheets in."""

import pytest

from xl_addin.package.graft_workbook import (
    DefinedName,
    Tab,
    WorkbookPart,
    can_stand,
    names_to_take,
    on_tab,
)
from xl_addin.package.xml_places import MAIN, OFFICE, Unusual

TIERS = DefinedName("TierNames", "Tiers[Tier]")
MARK = DefinedName("CC_Page_audit", "'Audit'!$A$1")


def part(inside, r=True, open_="<workbook"):
    bound = f' xmlns:r="{OFFICE}"' if r else ""
    return f'{open_} xmlns="{MAIN}"{bound}>{inside}</workbook>'.encode()


SHEETS = '<sheets><sheet name="A" sheetId="7" r:id="rId1"/></sheets>'


def test_tabs_are_added_behind_the_last_and_all_else_stays():
    xml = part("<!-- <sheets> -->" + SHEETS + "<calcPr/>")
    written = WorkbookPart.read(xml).with_sheets([Tab("B & Co", 8, "rId9")], [])
    new = b'<sheet name="B &amp; Co" sheetId="8" r:id="rId9"/>'
    assert written == xml.replace(b"</sheets>", new + b"</sheets>")


def test_where_no_prefix_is_bound_the_tab_brings_its_own():
    sheets = SHEETS.replace("<sheet ", f'<sheet xmlns:r="{OFFICE}" ')
    written = WorkbookPart.read(part(sheets, r=False)).with_sheets([Tab("B", 8, "rId9")], [])
    assert WorkbookPart.read(written).tabs[-1] == Tab("B", 8, "rId9")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (SHEETS + "<calcPr/>", "</sheets><definedNames>{}</definedNames><calcPr/>"),
        (SHEETS + "<definedNames/><calcPr/>", "</sheets><definedNames>{}</definedNames><calcPr/>"),
        (SHEETS + "<externalReferences/>", "<externalReferences/><definedNames>{}</definedNames>"),
        (SHEETS + '<definedNames><definedName name="X">1</definedName></definedNames>',
         '<definedNames><definedName name="X">1</definedName>{}</definedNames>'),
    ],
)  # fmt: skip
def test_names_stand_where_the_schema_wants_them(inside, expected):
    written = WorkbookPart.read(part(inside)).with_sheets([], [TIERS])
    name = '<definedName name="TierNames">Tiers[Tier]</definedName>'
    assert expected.format(name).encode() in written


def test_the_print_area_of_a_renewed_tab_is_exchanged_and_other_names_stay():
    names = ('<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">A!$A$1'
             '</definedName><definedName name="mine" localSheetId="0">A!$B$2</definedName>'
             '<definedName name="_xlnm.Print_Area" localSheetId="1">B!$A$1</definedName>'
             "</definedNames>")  # fmt: skip
    new = DefinedName("_xlnm.Print_Area", "A!$A$1:$B$9", 0)
    written = WorkbookPart.read(part(SHEETS + names)).with_sheets([], [new], renewed={0})
    found = [(name.name, name.sheet, name.formula) for name in WorkbookPart.read(written).names]
    assert found == [
        ("mine", 0, "A!$B$2"),
        ("_xlnm.Print_Area", 1, "B!$A$1"),
        ("_xlnm.Print_Area", 0, "A!$A$1:$B$9"),
    ]


def test_a_name_that_leads_nowhere_makes_room_for_one_that_does():
    broken = (
        '<definedNames><definedName name="cc_page_AUDIT">#REF!$A$1</definedName></definedNames>'
    )
    book = WorkbookPart.read(part(SHEETS + broken))
    assert not book.has_name("CC_Page_audit")
    written = WorkbookPart.read(book.with_sheets([], [MARK]))
    assert written.names == (MARK,)
    assert written.has_name("CC_PAGE_audit")


def test_the_sheet_a_mark_points_at_is_found_whatever_it_is_called():
    sheets = SHEETS.replace('"A"', '"It\'s &lt;mine>"')
    mark = "<definedName name='Mark'>'It''s &lt;mine&gt;'!$A$1</definedName>"
    book = WorkbookPart.read(part(f"{sheets}<definedNames>{mark}</definedNames>"))
    assert book.sheet_named("MARK") == "It's <mine>"
    assert book.sheet_named("Other") is None


def test_the_names_of_a_sheet_its_tables_and_its_rules_come_along_and_no_others():
    deep = DefinedName("Deep", "TierNames")
    other, local = DefinedName("Other", "B!$A$1"), DefinedName("Local", "Audit!$A$1", 3)
    known = [TIERS, MARK, deep, other, local]
    assert names_to_take(known, {"deep"}, set(), set()) == [TIERS, deep]
    assert names_to_take(known, set(), {"audit"}, set()) == [MARK]
    assert names_to_take(known, set(), set(), {"tiers"}) == [TIERS]


@pytest.mark.parametrize(
    ("formula", "stands"),
    [
        ("Tiers[Tier]", True),
        ("TIERS[[#All],[tier]]", True),
        ("Tiers[[Tier]:[Level]]", True),
        ("Tiers[#All]", True),
        ("Tiers[Gone]", False),
        ("Gone[Tier]", False),
        ("'My sheet'!$A$1", True),
        ("Gone!$A$1", False),
        ("#REF!", False),
        ("1+1", True),
    ],
)
def test_a_name_stands_only_where_its_sheet_and_its_columns_are(formula, stands):
    tables = {"tiers": {"tier", "level"}}
    assert can_stand(DefinedName("N", formula), {"my sheet"}, tables) is stands


def test_a_name_is_not_given_that_a_table_has():
    assert not can_stand(DefinedName("Tiers", "1"), set(), {"tiers": set()})


def test_a_name_follows_a_tab_that_is_called_otherwise():
    name = DefinedName("_xlnm.Print_Titles", "'My audit'!$1:$1,Audit!$2:$2,B!$3:$3", 0)
    moved = on_tab(name, 4, "Audit", "Bob's")
    assert moved.formula == "'My audit'!$1:$1,'Bob''s'!$2:$2,B!$3:$3"
    assert moved.sheet == 4


def test_a_workbook_with_a_prefix_or_in_the_strict_form_is_not_added_to():
    with pytest.raises(Unusual):
        WorkbookPart.read(f'<x:workbook xmlns:x="{MAIN}"/>'.encode())
    with pytest.raises(Unusual):
        WorkbookPart.read(b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>')


@pytest.mark.parametrize(("words", "fixed"), [("1", True), ("true", True), ("0", False)])
def test_a_protected_structure_is_known(words, fixed):
    inside = f'<workbookProtection lockStructure="{words}"/>' + SHEETS
    assert WorkbookPart.read(part(inside)).fixed is fixed
