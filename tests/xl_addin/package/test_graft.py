"""Sheets of the builder in a user's package: whole, working, and nothing else touched."""

import io
import re
import subprocess
import sys
import zipfile

import openpyxl
import pytest
import xlsxwriter

from tests.xl_addin.foreign import build_foreign, contents
from tests.xl_addin.package.grafts import (
    ADDED,
    audit,
    built,
    other_program,
    page_graft,
    plain_book,
    put,
    tabs,
)
from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin import schema
from xl_addin.package.archive import Archive
from xl_addin.package.graft import Grafting
from xl_addin.package.structure import read_structure

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

LISTS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
ALL = Grafting(built(), tabs())
PAGE = text("page.audit", "en")


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "Mine.xlsx"
    build_foreign(path)
    return path


def structure_of(path):
    with Archive(path) as archive:
        return read_structure(archive)


def refusal(path, *graftings) -> CustomerChainError:
    before = path.read_bytes()
    with pytest.raises(CustomerChainError) as refused:
        put(path, *graftings)
    assert path.read_bytes() == before
    assert refused.value.sentence("zh")
    return refused.value


def edit(path, part, old, new):
    parts = contents(path)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)


def test_nothing_but_the_lists_of_a_users_package_is_written(mine):
    before = contents(mine)
    put(mine, ALL)
    after = contents(mine)
    assert {name for name in before if after.get(name) != before[name]} == LISTS
    assert [sheet.name for sheet in structure_of(mine).sheets][-len(ADDED) :] == tabs()


def test_what_the_lists_said_before_they_still_say(mine):
    before = contents(mine)
    put(mine, ALL)
    after = contents(mine)
    for name in LISTS - {"xl/styles.xml"}:
        pieces = re.split(rb"(?<=>)(?=<)", before[name])
        place = 0
        for piece in pieces:
            place = after[name].index(piece, place)


@pytest.mark.parametrize("make", [build_foreign, plain_book, other_program])
def test_another_library_reads_the_sheets_as_the_builder_made_them(tmp_path, make):
    path = tmp_path / "Mine.xlsx"
    make(path)
    put(path, ALL)
    ours, theirs = openpyxl.load_workbook(path), openpyxl.load_workbook(io.BytesIO(built()))
    for tab in tabs():
        assert described(ours[tab]) == described(theirs[tab])


def described(sheet):
    cells = {
        cell.coordinate: (
            cell.value, cell.number_format, repr(cell.font), repr(cell.fill), repr(cell.border),
            repr(cell.alignment), cell.comment and (cell.comment.text, cell.comment.width),
        )
        for cell in sheet._cells.values()
    }  # fmt: skip
    tables = [
        (t.name, t.ref, t.autoFilter.ref, [c.name for c in t.tableColumns])
        for t in sheet.tables.values()
    ]
    rules = [
        (str(where.sqref), [(rule.formula, repr(rule.dxf)) for rule in found])
        for where, found in sheet.conditional_formatting._cf_rules.items()
    ]
    checks = [
        (str(rule.sqref), rule.type, rule.formula1, rule.error)
        for rule in sheet.data_validations.dataValidation
    ]
    widths = {name: column.width for name, column in sheet.column_dimensions.items()}
    heights = {number: row.height for number, row in sheet.row_dimensions.items()}
    view = sheet.freeze_panes, sheet.sheet_view.showGridLines, sheet.print_title_rows
    paper = sheet.print_area, sheet.page_setup.orientation, sheet.oddFooter.left.text
    return cells, tables, rules, checks, widths, heights, view, paper


def test_ids_and_names_of_tables_are_there_once(mine):
    put(mine, ALL)
    parts = contents(mine)
    tables = [xml for name, xml in parts.items() if name.startswith("xl/tables/")]
    ids = [re.search(rb'\sid="(\d+)"', xml)[1] for xml in tables]
    assert len(set(ids)) == len(tables) == len(schema.TABLES)
    names = [table.name for table in structure_of(mine).tables]
    assert len(set(names)) == len(names)


def test_every_new_part_is_declared_and_hangs_on_something(mine):
    put(mine, ALL, page_graft())
    parts = contents(mine)
    types = parts["[Content_Types].xml"].decode()
    endings = re.findall(r'Default Extension="(\w+)"', types)
    for name in parts:
        assert (
            name == "[Content_Types].xml" or f'"/{name}"' in types or name.split(".")[-1] in endings
        )
    assert len(re.findall("PartName", types)) == len(set(re.findall('PartName="([^"]*)"', types)))
    linked = "".join(xml.decode() for name, xml in parts.items() if name.endswith(".rels"))
    for name in parts:
        if not name.endswith(".rels") and name != "[Content_Types].xml":
            assert name.rpartition("/")[2] in linked


def test_the_same_graft_gives_the_same_bytes(mine, tmp_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.xl_addin.package.grafts import built, put, tabs\n"
        "from xl_addin.package.graft import Grafting\n"
        "put(Path(sys.argv[1]), Grafting(built(), tabs()))"
    )
    start, made = mine.read_bytes(), []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.xlsx"
        path.write_bytes(start)
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        )
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_a_tab_of_that_name_is_the_users_and_stays(tmp_path):
    tab = tabs(["tiers"])[0]
    why = refusal(plain_book(tmp_path / "a.xlsx", tab.upper()), Grafting(built(), [tab]))
    assert why.key == "live.page_taken"
    assert tab in why.sentence("en")


def test_a_table_of_that_name_is_the_users_and_stays(mine):
    why = refusal(mine, Grafting(built(), tabs(["orders"])))
    assert why.key == "file.table_taken"
    assert "Orders 2026" in why.sentence("en")


def test_a_name_for_cells_that_a_table_would_need_is_the_users_and_stays(tmp_path):
    path = plain_book(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    name = openpyxl.workbook.defined_name.DefinedName("TIERS", attr_text="Mine!$A$1")
    book.defined_names["TIERS"] = name
    book.save(path)
    assert refusal(path, Grafting(built(), tabs(["tiers"]))).key == "file.table_taken"


def test_a_protected_structure_takes_no_sheets(tmp_path):
    path = plain_book(tmp_path / "a.xlsx")
    protection = b'<workbookProtection lockStructure="1"/><bookViews>'
    edit(path, "xl/workbook.xml", b"<bookViews>", protection)
    assert refusal(path, page_graft()).key == "live.structure"


STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
LOOSE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = b"http://schemas.openxmlformats.org/package/2006"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", LOOSE, STRICT),
        ("xl/styles.xml", LOOSE, STRICT),
        ("xl/styles.xml", b'encoding="UTF-8"', b'encoding="ISO-8859-1"'),
        ("xl/_rels/workbook.xml.rels", PACKAGE + b"/relationships", b"urn:other"),
        ("[Content_Types].xml", PACKAGE + b"/content-types", b"urn:other"),
    ],
)
def test_a_workbook_written_in_an_unusual_way_is_refused(tmp_path, part, old, new):
    path = plain_book(tmp_path / "a.xlsx")
    edit(path, part, old, new)
    assert refusal(path, page_graft()).key == "file.no_new_sheets"


def test_a_list_draws_on_the_users_own_tiers(tmp_path):
    """The workbook has its tiers and the name for them; a sheet with a list of them joins."""
    path = tmp_path / "a.xlsx"
    plain_book(path)
    put(path, Grafting(built(), tabs(["tiers"])))
    assert b">Tiers[Tier]</definedName>" in contents(path)["xl/workbook.xml"]
    before = contents(path)["xl/workbook.xml"].count(b"TierNames")
    put(path, Grafting(built(), tabs(["strategies"])))
    assert contents(path)["xl/workbook.xml"].count(b"TierNames") == before
    rules = openpyxl.load_workbook(path)[tabs(["strategies"])[0]].data_validations.dataValidation
    assert "TierNames" in [rule.formula1 for rule in rules]


def test_a_list_of_tiers_is_left_out_where_there_are_none(tmp_path):
    path = plain_book(tmp_path / "a.xlsx")
    put(path, Grafting(built(), tabs(["strategies"])))
    assert b"TierNames" not in contents(path)["xl/workbook.xml"]
    sheet = openpyxl.load_workbook(path)[tabs(["strategies"])[0]]
    rules = sheet.data_validations.dataValidation
    assert rules
    assert "TierNames" not in [rule.formula1 for rule in rules]


def test_dates_stay_the_same_days_in_a_workbook_from_1904(tmp_path):
    path = plain_book(tmp_path / "a.xlsx", date_1904=True)
    put(path, page_graft())
    days = [row[2].value for row in openpyxl.load_workbook(path)[PAGE].iter_rows(10, 12)]
    assert [day.isoformat()[:10] for day in days] == ["2026-01-01", "2026-01-02", "2026-01-03"]


def test_a_chart_and_a_picture_and_a_link_come_with_their_sheet(mine, tmp_path):
    foreign = with_chart(tmp_path / "donor.xlsx")
    put(mine, Grafting(foreign.read_bytes(), ["Shown"]))
    parts = contents(mine)
    assert parts["xl/charts/chart3.xml"] == contents(foreign)["xl/charts/chart1.xml"]
    assert b'Target="https://example.com/"' in parts["xl/worksheets/_rels/sheet4.xml.rels"]
    assert b"../charts/chart3.xml" in parts["xl/drawings/_rels/drawing3.xml.rels"]
    sheet = openpyxl.load_workbook(mine)["Shown"]
    assert len(sheet._charts) == 1
    assert sheet["A1"].hyperlink.target == "https://example.com/"
    assert sheet["A2"].value == "plain bold"


def with_chart(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Shown")
    sheet.write_url("A1", "https://example.com/")
    sheet.write_rich_string("A2", "plain ", book.add_format({"bold": True}), "bold")
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": "=Shown!$B$1:$B$3"})
    sheet.insert_chart("D1", chart)
    book.close()
    return path


def part_of(path, tab):
    return next(sheet.part for sheet in structure_of(path).sheets if sheet.name == tab)


def test_a_page_takes_the_place_of_the_one_before(mine):
    put(mine, page_graft())
    before, part = contents(mine), part_of(mine, PAGE)
    put(mine, page_graft(part, audit("Second", orders=1)))
    after = contents(mine)
    assert set(after) == set(before)
    assert {name for name in before if after[name] != before[name]} <= {part, "xl/styles.xml"}
    sheet = openpyxl.load_workbook(mine)[PAGE]
    assert (sheet["B1"].value, sheet.max_row) == ("Second", 10)


def test_the_same_page_again_changes_no_byte(mine):
    put(mine, ALL, page_graft())
    before = contents(mine)
    put(mine, page_graft(part_of(mine, PAGE)))
    assert contents(mine) == before


def test_what_hung_on_a_replaced_sheet_goes_and_what_others_need_stays(mine):
    """The user's first sheet has a table, a note, a chart, a slicer and a picture."""
    put(mine, page_graft("xl/worksheets/sheet1.xml"))
    parts = contents(mine)
    gone = {"xl/tables/table1.xml", "xl/comments1.xml", "xl/media/image1.png",
            "xl/worksheets/_rels/sheet1.xml.rels", "xl/drawings/vmlDrawing1.vml"}  # fmt: skip
    assert not gone & parts.keys()
    assert {"xl/tables/table2.xml", "xl/slicerCaches/slicerCache1.xml"} <= parts.keys()
    types = parts["[Content_Types].xml"].decode()
    assert not [name for name in gone if f'"/{name}"' in types]
    assert structure_of(mine).sheets[0].name == "My customers"


def test_a_table_sheet_made_anew_keeps_its_parts_and_the_id_of_its_table(mine):
    tab = tabs(["tiers"])[0]
    put(mine, ALL)
    first, again = contents(mine), Grafting(built(), [tab], {tab: part_of(mine, tab)})
    put(mine, again)
    second = contents(mine)
    assert second.keys() == first.keys()
    assert {name for name in first if second[name] != first[name]} <= LISTS - {"xl/styles.xml"}
    put(mine, again)
    assert contents(mine) == second


def test_a_renamed_page_keeps_its_name_and_its_marks_follow(mine):
    put(mine, page_graft())
    part = part_of(mine, PAGE)
    edit(mine, "xl/workbook.xml", b'"Audit"', b'"Bob\'s audit"')
    edit(mine, "xl/workbook.xml", b"'Audit'!", b"'Bob''s audit'!")
    put(mine, page_graft(part, audit("Second")))
    sheet = openpyxl.load_workbook(mine)["Bob's audit"]
    assert sheet["B1"].value == "Second"
    assert b"'Bob''s audit'!$A$1</definedName>" in contents(mine)["xl/workbook.xml"]


def test_a_page_whose_sheet_was_deleted_gets_its_mark_back(tmp_path):
    path = plain_book(tmp_path / "a.xlsx")
    broken = b'<definedName name="CC_Page_audit">#REF!</definedName>'
    names = b"</sheets><definedNames>" + broken + b"</definedNames>"
    edit(path, "xl/workbook.xml", b"</sheets>", names)
    put(path, page_graft())
    xml = contents(path)["xl/workbook.xml"]
    assert xml.count(b"CC_Page_audit") == 1
    assert b"#REF!" not in xml


def test_a_protected_page_is_refused_and_stays(mine):
    put(mine, page_graft())
    part = part_of(mine, PAGE)
    edit(mine, part, b"</sheetData>", b'</sheetData><sheetProtection sheet="1"/>')
    assert refusal(mine, page_graft(part)).key == "live.protected"


def test_a_replaced_sheet_with_formulas_takes_the_calculation_chain_along(tmp_path):
    path = plain_book(tmp_path / "a.xlsx")
    edit(path, "xl/worksheets/sheet1.xml", b"</sheetData>",
         b'<row r="5"><c r="A5"><f>1+1</f></c></row></sheetData>')  # fmt: skip
    edit(path, "[Content_Types].xml", b"</Types>",
         b'<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>')  # fmt: skip
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    relation = b'<Relationship Id="c" Type="%b" Target="calcChain.xml"/></Relationships>' % kind
    edit(path, "xl/_rels/workbook.xml.rels", b"</Relationships>", relation)
    with zipfile.ZipFile(path, "a") as out:
        out.writestr("xl/calcChain.xml", "<calcChain/>")
    put(path, page_graft("xl/worksheets/sheet1.xml"))
    parts = contents(path)
    assert "xl/calcChain.xml" not in parts
    assert b"calcChain" not in parts["[Content_Types].xml"] + parts["xl/_rels/workbook.xml.rels"]


def test_in_a_workbook_with_macros_new_sheets_have_no_code_name_and_old_ones_keep_theirs(tmp_path):
    path = tmp_path / "Ours.xlsm"
    path.write_bytes(built())
    before = contents(path)
    put(path, page_graft())
    after = contents(path)
    assert after["xl/vbaProject.bin"] == before["xl/vbaProject.bin"]
    assert b"codeName" not in after[part_of(path, PAGE)]
    tab = tabs(["tiers"])[0]
    part = part_of(path, tab)
    put(path, Grafting(built(), [tab], {tab: part}))
    code = re.search(rb'codeName="\w+"', before[part])
    assert code[0] in contents(path)[part]


def test_only_the_tab_in_front_is_selected(mine):
    put(mine, page_graft())
    assert b"tabSelected" not in contents(mine)[part_of(mine, PAGE)]


def test_a_sheet_the_donor_has_not_is_a_mistake_of_ours(mine):
    with pytest.raises(KeyError):
        put(mine, Grafting(built(), ["Nothing"]))
