"""The file itself: a valid .xlsm without macros, the same bytes at every build."""

import io
import zipfile

import pytest

from udfs.texts import LANGUAGES
from xl_addin.build import build_workbook, workbook_bytes
from xl_addin.build.package import macro_enabled
from xl_addin.build.theme import theme_xml
from xl_addin.sample import sample_tables


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_builds_give_identical_bytes(language, tmp_path):
    first, second = tmp_path / "a.xlsm", tmp_path / "b.xlsm"
    for path in (first, second):
        build_workbook(path, language, sample_tables(language))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() == workbook_bytes(language, sample_tables(language))


def test_the_workbook_part_is_macro_enabled_and_there_are_no_macros(parts):
    types = parts["[Content_Types].xml"].decode()
    assert "application/vnd.ms-excel.sheet.macroEnabled.main+xml" in types
    assert "spreadsheetml.sheet.main+xml" not in types
    assert not any("vba" in name.lower() for name in parts)


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
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(ValueError, match="workbook part"):
        macro_enabled(packed.getvalue())


def test_the_theme_keeps_its_shape_and_takes_our_colours():
    xml = theme_xml()
    assert xml.startswith("<?xml")
    assert "17616E" in xml
    assert "Calibri" not in xml
