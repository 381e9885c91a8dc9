"""Every workbook built or changed is free of faults that Excel would repair or refuse."""

import zipfile

import pytest
from openxml_audit import OpenXmlValidator

BOOKS = ["empty_zh", "empty_en", "sample_zh", "sample_en", "filled_zh", "filled_en", "foreign"]


@pytest.mark.parametrize("name", BOOKS)
def test_the_open_xml_sdk_finds_nothing(shelf, schema_errors, name):
    assert schema_errors(shelf[name]) == []


@pytest.mark.parametrize("name", ["empty_zh", "filled_en", "foreign"])
def test_openxml_audit_finds_nothing(shelf, name):
    result = OpenXmlValidator().validate(shelf[name])
    assert [str(error) for error in result.errors] == []


def test_a_broken_workbook_is_noticed(shelf, schema_errors, tmp_path):
    broken = tmp_path / "broken.xlsm"
    with zipfile.ZipFile(shelf["empty_zh"]) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet2.xml":
                data = data.replace(b"<sheetData>", b"<sheetData><nonsense/>")
            target.writestr(name, data)
    assert schema_errors(broken)
