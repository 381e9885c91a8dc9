"""The VBA project in the finished file: our source and nothing else, as Excel wants it."""

import io
import re
import warnings
from functools import cache

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator
from pyopenvba.cfb import CFB
from pyopenvba.vba import decompress

from tests.xl_addin.build import vba_faults
from tests.xl_addin.build.vba_faults import project_of
from udfs.texts import LANGUAGES
from xl_addin.build import macros, workbook_bytes
from xl_addin.build.addin import addin_bytes, build_addin
from xl_addin.build.configuration import SHEET, VALUES
from xl_addin.build.macro_repairs import (
    directory_entries,
    entries_black,
    without_compiled_project,
)
from xl_addin.build.package import Parts, packed, unpacked
from xl_addin.emit.vba import modules
from xl_addin.emit.vba.project import workbook_module

BOOKS = {
    "zh": lambda: workbook_bytes("zh"),
    "en": lambda: workbook_bytes("en"),
    "xlam": lambda: addin_bytes("en"),
}


@cache
def book(name: str) -> bytes:
    return BOOKS[name]()


@cache
def read_by_olevba(name: str) -> dict[str, str]:
    with warnings.catch_warnings():
        # oletools uses names of pyparsing that are going out.
        warnings.simplefilter("ignore", DeprecationWarning)
        from oletools.olevba import VBA_Parser

        parser = VBA_Parser("book.xlsm", data=book(name))
        macros_found = list(parser.extract_all_macros())
        parser.close()
    return {name.rpartition(".")[0]: code for _, _, name, code in macros_found}


@pytest.fixture(params=sorted(BOOKS))
def package(request):
    return book(request.param)


@pytest.mark.parametrize("name", sorted(BOOKS))
def test_olevba_reads_back_exactly_our_source(name):
    found = read_by_olevba(name)
    for module in modules():
        assert found[module.name] == f'Attribute VB_Name = "{module.name}"\r\n{module.source}'
    assert found["ThisWorkbook"].endswith(f"\r\n{workbook_module().source}")


def test_the_modules_of_xlwings_are_those_of_its_wheel():
    found = read_by_olevba("zh")
    theirs = macros.xlwings_modules()
    assert found["xlwings"] == theirs["xlwings"]
    # The editor keeps a class without the preamble of its file.
    assert found["Dictionary"].endswith(theirs["Dictionary"].split("Option Explicit", 1)[1])
    assert f'XLWINGS_VERSION As String = "{macros.XLWINGS_VERSION}"' in found["xlwings"]


def test_there_are_no_other_modules_with_code():
    expected = {module.name for module in modules()} | {"ThisWorkbook", "xlwings", "Dictionary"}
    with_code = {
        name
        for name, code in read_by_olevba("zh").items()
        if re.sub(r"^Attribute.*$", "", code, flags=re.M).strip()
    }
    assert with_code == expected


def test_sheets_and_workbook_have_the_code_names_of_the_project(package):
    assert vba_faults.code_name_faults(package) == []


def test_there_is_no_compiled_code(package, tmp_path):
    assert vba_faults.compiled_faults(project_of(package), tmp_path) == []


def test_the_directory_of_the_project_is_a_valid_tree(package):
    assert vba_faults.directory_faults(project_of(package)) == []


def test_the_project_knows_the_libraries_the_source_speaks_of(package):
    stream = CFB.from_bytes(project_of(package)).get_stream_in_storage("VBA", "dir")
    assert b"Microsoft Office 16.0 Object Library" in decompress(stream)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_builds_give_the_same_project(lang):
    macros._repaired.cache_clear()
    assert project_of(workbook_bytes(lang)) == project_of(book(lang))


def test_the_add_in_has_the_same_modules_in_a_file_excel_takes_for_one():
    parts = unpacked(book("xlam"))
    assert b"addin.macroEnabled.main+xml" in parts["[Content_Types].xml"]
    ours = {module.name for module in modules()}
    workbook, add_in = read_by_olevba("zh"), read_by_olevba("xlam")
    assert {n: workbook[n] for n in ours} == {n: add_in[n] for n in ours}
    assert addin_bytes("en") == book("xlam")
    with pytest.raises(KeyError):
        addin_bytes("fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_add_in_is_free_of_schema_errors(lang, tmp_path):
    path = tmp_path / "CustomerChain.xlam"
    build_addin(path, lang)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_another_xlwings_than_the_pinned_one_is_refused(monkeypatch):
    monkeypatch.setattr(macros, "version", lambda _: "0.38.0")
    with pytest.raises(RuntimeError, match=r"0\.38\.0"):
        macros.xlwings_modules()


def raw_project(parts: Parts, monkeypatch) -> bytes:
    """The project as pyOpenVBA leaves it, before our repairs."""
    monkeypatch.setattr(macros, "_repaired", lambda project: project)
    return macros.with_macros(parts)[macros.PROJECT_PART]


@pytest.fixture
def bare_parts():
    parts = unpacked(book("zh"))
    del parts[macros.PROJECT_PART]
    types = re.sub(rb'<Default Extension="bin"[^>]*/>', b"", parts["[Content_Types].xml"])
    return parts | {"[Content_Types].xml": types}


def test_each_repair_mends_what_its_check_finds(bare_parts, monkeypatch, tmp_path):
    raw = raw_project(bare_parts, monkeypatch)
    assert "_VBA_PROJECT" in vba_faults.compiled_faults(raw, tmp_path)
    assert any("red" in fault for fault in vba_faults.directory_faults(raw))
    mended = entries_black(without_compiled_project(raw))
    assert vba_faults.compiled_faults(mended, tmp_path) == []
    assert vba_faults.directory_faults(mended) == []


def test_a_sheet_without_its_module_is_found():
    parts = unpacked(book("zh"))
    part = "xl/worksheets/sheet3.xml"
    parts[part] = parts[part].replace(b'codeName="Sheet3"', b'codeName="Sheet33"')
    assert vba_faults.code_name_faults(packed(parts)) == [b"Sheet3", b"Sheet33"]


def test_entries_in_the_wrong_order_are_found():
    project = bytearray(project_of(book("zh")))
    for at in directory_entries(bytes(project)):
        left, right = project[at + 68 : at + 72], project[at + 72 : at + 76]
        project[at + 68 : at + 76] = right + left
    assert vba_faults.directory_faults(bytes(project)) != []


def test_the_configuration_of_xlwings_is_hidden_from_every_menu(package):
    workbook = unpacked(package)["xl/workbook.xml"].decode()
    (sheet,) = re.findall(rf'<sheet name="{re.escape(SHEET)}"[^>]*>', workbook)
    assert 'state="veryHidden"' in sheet


def test_xlwings_reads_keys_and_values_there():
    sheet = openpyxl.load_workbook(io.BytesIO(book("zh")))[SHEET]
    assert dict(sheet.values) == VALUES
