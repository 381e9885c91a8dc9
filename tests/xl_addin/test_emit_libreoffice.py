"""The extension's generated parts say what the registry and the table of buttons say."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from udfs.texts import LANGUAGES
from udfs.worksheet.registry import functions
from xl_addin.buttons.table import BUTTONS, GROUPS, tab_label
from xl_addin.emit import libreoffice_names as names
from xl_addin.emit.libreoffice import extension_parts
from xl_addin.emit.libreoffice_types import idl, methods, type_library

KIT = Path("/usr/lib/libreoffice/sdk/bin")
TYPES = ("types.rdb", "types/offapi.rdb")
OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LOCALES = {"en": "en-US", "zh": "zh-CN"}


@pytest.fixture(scope="module")
def parts():
    return extension_parts("1.2.3")


def nodes(part, name):
    """Every node called `name`, wherever it is."""
    return [n for n in ET.fromstring(part).iter("node") if n.get(f"{OOR}name") == name]


def value(node, prop, lang=None):
    values = node.findall(f"prop[@{OOR}name='{prop}']/value")
    wanted = [v for v in values if lang is None or v.get(LANG) == LOCALES[lang]]
    return wanted[0].text if wanted else None


def from_kit(folder):
    """The same interface, written by LibreOffice's own developer kit."""
    if not (KIT / "unoidl-write").exists():
        pytest.skip("the developer kit of LibreOffice is not installed")
    (folder / "own.idl").write_text(idl(), encoding="ascii")
    known = [str(KIT.parents[1] / "program" / name) for name in TYPES]
    made = folder / "own.rdb"
    words = [str(KIT / "unoidl-write"), *known, str(folder / "own.idl"), str(made)]
    subprocess.run(words, check=True, capture_output=True)
    return made.read_bytes()


def test_the_type_library_is_what_the_developer_kit_writes(tmp_path):
    theirs = from_kit(tmp_path)
    creator = theirs[17:].split(b"\0")[0].decode("ascii")
    assert type_library(creator) == theirs


def test_a_wrong_type_library_is_noticed(tmp_path, monkeypatch):
    theirs = from_kit(tmp_path)
    monkeypatch.setattr("xl_addin.emit.libreoffice_types.CALLER", "com.sun.star.uno.XInterface")
    assert type_library(theirs[17:].split(b"\0")[0].decode("ascii")) != theirs


def test_every_function_is_a_method_with_the_document_and_its_arguments():
    by_name = {method.name: method for method in methods()}
    assert set(by_name) == set(names.function_names())
    for function in functions():
        method = by_name[names.camel(function.name)]
        assert [name for name, _ in method.parameters[1:]] == [
            names.camel(a.name) for a in function.arguments
        ]
        assert method.parameters[0][0] == "caller"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_function_wizard_has_every_text(parts, lang):
    for function in functions():
        (node,) = nodes(parts["CalcAddIns.xcu"], names.camel(function.name))
        assert value(node, "DisplayName", lang) == function.name
        assert value(node, "CompatibilityName", lang) == function.name
        shown = value(node, "Description", lang)
        assert shown.startswith(function.summary(lang))
        assert shown.endswith(function.result_help(lang))
        listed = node.findall(f"node[@{OOR}name='Parameters']/node")
        assert [n.get(f"{OOR}name") for n in listed] == sorted(n.get(f"{OOR}name") for n in listed)
        for argument, one in zip(function.arguments, listed, strict=True):
            assert value(one, "DisplayName", lang) == argument.name
            assert value(one, "Description", lang) == function.argument_help(argument.name, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_menu_and_toolbar_have_every_button_in_its_group(parts, lang):
    (menu,) = nodes(parts["Addons.xcu"], "Submenu")
    (bar,) = nodes(parts["Addons.xcu"], names.TOOLBAR)
    expected = []
    for group in GROUPS:
        expected.append("private:separator")
        expected += [names.PROTOCOL + b.name for b in BUTTONS if b.group == group]
    for entries in (menu.findall("node"), bar.findall("node")):
        assert [value(entry, "URL") for entry in entries] == expected[1:]
        labels = [value(e, "Title", lang) for e in entries if value(e, "Title", lang)]
        assert labels == [b.label(lang) for g in GROUPS for b in BUTTONS if b.group == g]
    (top,) = nodes(parts["Addons.xcu"], f"{names.MODULE}.menu")
    assert value(top, "Title", lang) == tab_label(lang)


def test_the_add_in_is_called_for_its_buttons_and_for_documents(parts):
    (handler,) = nodes(parts["ProtocolHandler.xcu"], names.COMMANDS_SERVICE)
    assert value(handler, "Protocols") == names.PROTOCOL + "*"
    for event in names.DOCUMENT_EVENTS:
        (node,) = nodes(parts["Jobs.xcu"], event)
        assert names.DOCUMENTS_SERVICE in [n.get(f"{OOR}name") for n in node.iter("node")]


def test_the_manifest_lists_every_part_but_what_describes_the_whole(parts):
    listed = {
        entry.get("{http://openoffice.org/2001/manifest}full-path")
        for entry in ET.fromstring(parts["META-INF/manifest.xml"])
    }
    assert listed == set(parts) - {"META-INF/manifest.xml", "description.xml"} | {"component.py"}


def test_the_description_names_the_product_and_its_version(parts):
    words = parts["description.xml"].decode("utf-8")
    assert 'value="1.2.3"' in words
    assert names.IDENTIFIER in words
    assert all(tab_label(lang) in words for lang in LANGUAGES)


def test_libreoffice_reads_the_type_library(tmp_path):
    reader = KIT / "unoidl-read"
    if not reader.exists() or shutil.which("soffice") is None:
        pytest.skip("the developer kit of LibreOffice is not installed")
    (tmp_path / "own.rdb").write_bytes(type_library())
    known = [str(KIT.parents[1] / "program" / name) for name in TYPES]
    said = subprocess.run(
        [str(reader), *known, str(tmp_path / "own.rdb")], capture_output=True, check=True
    ).stdout.decode()
    assert all(method.name in said for method in methods())
