"""What programs other than ours say of grafted workbooks: two validators and LibreOffice."""

from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from tests.end_to_end.conftest import office, schema_errors  # noqa: F401
from tests.xl_addin.foreign import build_foreign
from tests.xl_addin.package.grafts import (
    audit,
    built,
    other_program,
    page_graft,
    plain_book,
    put,
    tabs,
)
from tests.xl_addin.package.test_graft import PAGE, part_of
from xl_addin.build import workbook_bytes
from xl_addin.package.graft import Grafting

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning"),
    # LibreOffice writes whole columns, which openpyxl does not know.
    pytest.mark.filterwarnings("ignore:Print area cannot be set:UserWarning"),
]

ALL = Grafting(built(), tabs())


def ours(path: Path) -> Path:
    path.write_bytes(workbook_bytes("zh"))
    return path


def foreign(path: Path) -> Path:
    build_foreign(path)
    return path


def grafted(path: Path, make) -> Path:
    """A page twice and every table sheet, except where the workbook has them all."""
    make(path)
    put(path, *([] if make is ours else [ALL]), page_graft())
    put(path, page_graft(part_of(path, PAGE), audit("Second")))
    return path


@pytest.mark.parametrize("make", [foreign, plain_book, other_program, ours])
def test_the_open_xml_sdk_finds_nothing_new(tmp_path, make, schema_errors):  # noqa: F811
    before = schema_errors(make(tmp_path / "before.xlsm" if make is ours else tmp_path / "b.xlsx"))
    path = grafted(tmp_path / ("after.xlsm" if make is ours else "a.xlsx"), make)
    assert schema_errors(path) == before


@pytest.mark.parametrize("make", [foreign, plain_book, ours])
def test_openxml_audit_finds_nothing(tmp_path, make):
    path = grafted(tmp_path / ("after.xlsm" if make is ours else "a.xlsx"), make)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_libreoffice_shows_the_cells_and_formats_of_the_builder(tmp_path, office):  # noqa: F811
    donor = tmp_path / "donor.xlsm"
    donor.write_bytes(built())
    mine = office(grafted(tmp_path / "a.xlsx", foreign), "xlsx")
    theirs = office(donor, "xlsx")
    left, right = openpyxl.load_workbook(mine), openpyxl.load_workbook(theirs)
    for tab in tabs():
        assert looks(left[tab]) == looks(right[tab])
    assert left[PAGE]["B1"].value == "Second"


def looks(sheet):
    return {
        cell.coordinate: (cell.value, cell.number_format, cell.font.b, cell.font.sz,
                          cell.font.color and cell.font.color.rgb, cell.fill.fgColor.rgb,
                          cell.alignment.horizontal, cell.alignment.wrap_text)
        for cell in sheet._cells.values() if cell.value is not None
    }  # fmt: skip


def test_a_workbook_of_libreoffice_takes_sheets(tmp_path, office, schema_errors):  # noqa: F811
    path = office(plain_book(tmp_path / "a.xlsx"), "xlsx")
    before = schema_errors(path)
    put(path, ALL, page_graft())
    assert schema_errors(path) == before
    assert openpyxl.load_workbook(path).sheetnames == ["Mine", *tabs(), PAGE]
