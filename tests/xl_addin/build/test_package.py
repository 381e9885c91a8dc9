"""The file itself: a valid .xlsm, the same bytes at every build."""

import io
import re
import zipfile

import pytest

from udfs.texts import LANGUAGES
from xl_addin.build import build_workbook, workbook_bytes
from xl_addin.build.package import (
    CONTENT_TYPES,
    RELATIONS,
    WORKBOOK,
    macro_enabled,
    with_ribbon,
)
from xl_addin.build.theme import theme_xml
from xl_addin.emit.ribbon import ribbon_xml
from xl_addin.sample import sample_tables


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_builds_give_identical_bytes(language, tmp_path):
    first, second = tmp_path / "a.xlsm", tmp_path / "b.xlsm"
    for path in (first, second):
        build_workbook(path, language, sample_tables(language))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() == workbook_bytes(language, sample_tables(language))


def test_the_workbook_part_is_macro_enabled(parts):
    types = parts["[Content_Types].xml"].decode()
    assert "application/vnd.ms-excel.sheet.macroEnabled.main+xml" in types
    assert "spreadsheetml.sheet.main+xml" not in types


def test_the_ribbon_is_related_to_the_package(parts):
    relations = re.findall(r"<Relationship [^>]*/>", parts["_rels/.rels"].decode())
    (ribbon,) = [one for one in relations if "customUI14.xml" in one]
    assert "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" in ribbon
    assert parts["customUI/customUI14.xml"] == ribbon_xml()


def test_content_types_come_first_and_nothing_tells_when_or_where_it_was_built(shop_bytes):
    with zipfile.ZipFile(io.BytesIO(shop_bytes)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(e.date_time, e.create_system) for e in entries} == {((1980, 1, 1, 0, 0, 0), 3)}
    names = [entry.filename for entry in entries[1:]]
    assert names == sorted(names)


def test_the_date_of_the_build_is_not_in_the_properties(parts):
    core = parts["docProps/core.xml"].decode()
    assert core.count("2026-01-01T00:00:00Z") == 2


def test_a_package_without_a_workbook_part_is_refused():
    with pytest.raises(ValueError, match="workbook part"):
        macro_enabled({CONTENT_TYPES: b"<Types/>", WORKBOOK: b""})


def test_a_package_that_cannot_hold_a_ribbon_is_refused():
    with pytest.raises(ValueError, match=r"named \.xml"):
        with_ribbon({CONTENT_TYPES: b"<Types/>", RELATIONS: b""}, b"")


def test_the_theme_keeps_its_shape_and_takes_our_colours():
    xml = theme_xml()
    assert xml.startswith("<?xml")
    assert "17616E" in xml
    assert "Calibri" not in xml
