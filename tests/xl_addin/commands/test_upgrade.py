"""A workbook of an earlier version gets what has come since, and loses nothing."""

import zipfile

import pytest
from openxml_audit import OpenXmlValidator

from tests.xl_addin.books import memory
from udfs.errors import NotFound
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build.added_sheets import sheets_for, table_sheets
from xl_addin.commands.upgrade import ADDED, FIRST_VERSION, TABLES, missing, upgrade
from xl_addin.defaults import default_tables
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.hosts.memory import Memory
from xl_addin.package.graft import Grafting
from xl_addin.settings import read_settings

OLD_SETTINGS = schema.SETTING_NAMES[: schema.SETTING_NAMES.index("young_until")]


def older(lang="en", **tables):
    """A workbook as the first version made it."""
    host = memory([("C1", "2026-10-01", 10)], lang=lang)
    rows = host.tables["settings"]
    kept = len(OLD_SETTINGS)
    host.tables["settings"] = {name: cells[:kept] for name, cells in rows.items()}
    found = {name: host.tables[name] for name in FIRST_VERSION}
    return Memory({**found, **tables}, lang)


def test_the_tables_of_the_first_version_and_the_added_ones_are_all_tables():
    assert set(FIRST_VERSION) | set(ADDED) == set(schema.TABLE_NAMES)
    assert not set(FIRST_VERSION) & set(ADDED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sheet_that_has_come_since_is_added_in_the_language_of_the_book(lang):
    changes = upgrade(older(lang).read(TABLES))
    assert changes.new_sheets == {name: schema.sheet_name(name, lang) for name in ADDED}
    rows = {name: change.replace for name, change in changes.tables.items() if change.replace}
    defaults = default_tables(lang)
    assert rows == {name: defaults[name] for name in ("templates", "roles")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_settings_are_appended_with_default_values_and_meanings(lang):
    host = older(lang)
    host.apply(upgrade(host.read(TABLES)))
    rows = host.tables["settings"]
    assert rows["setting"] == [text(f"setting.{name}", lang) for name in schema.SETTING_NAMES]
    assert rows["meaning"] == [text(f"meaning.{name}", lang) for name in schema.SETTING_NAMES]
    settings = read_settings(host.read(["settings"]))
    assert settings.problems == ()
    assert settings == read_settings(memory(lang=lang).read(["settings"]))


def test_what_is_there_stays_word_for_word():
    host = older(contacts={"customer_id": ["C1"], "note": ["mine"]})
    before = {name: dict(columns) for name, columns in host.tables.items()}
    changes = upgrade(host.read(TABLES))
    assert "contacts" not in changes.new_sheets
    assert set(changes.tables) == {"templates", "roles", "settings"}
    assert not changes.tables["settings"].update
    host.apply(changes)
    for name in (*FIRST_VERSION, "contacts"):
        for column, cells in before[name].items():
            assert host.tables[name][column][: len(cells)] == cells


def test_a_setting_in_the_other_language_or_another_spelling_is_there():
    host = older()
    host.tables["settings"]["setting"] += ["上班时间", "closing  TIME"]
    for name in ("value", "meaning"):
        host.tables["settings"][name] += [None, None]
    added = upgrade(host.read(TABLES)).tables["settings"].append["setting"]
    assert text("setting.opening_time", "en") not in added
    assert text("setting.closing_time", "en") not in added
    assert len(added) == len(schema.SETTING_NAMES) - len(OLD_SETTINGS) - 2


def test_a_time_is_appended_as_words_because_the_row_looks_like_a_number():
    added = upgrade(older().read(TABLES)).tables["settings"].append
    values = dict(zip(added["setting"], added["value"], strict=True))
    assert (values["Opening time"], values["Closing time"]) == ("9:00", "18:00")


def test_a_sheet_of_the_first_version_that_somebody_deleted_is_not_brought_back():
    host = older()
    del host.tables["strategies"], host.tables["settings"], host.tables["refresh_log"]
    changes = upgrade(host.read(TABLES))
    assert set(changes.new_sheets) == set(ADDED)
    assert "settings" not in changes.tables


def test_a_second_upgrade_changes_nothing_and_says_so():
    host = older()
    changes = upgrade(host.read(TABLES))
    host.apply(changes)
    blank = {name: {} for name in changes.new_sheets}
    host = Memory({**blank, **host.tables}, "en")
    again = upgrade(host.read(TABLES))
    assert (again.new_sheets, again.tables) == ({}, {})
    assert again.report.lines("en") == [text("upgrade.nothing", "en")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_names_every_sheet_and_every_setting(lang):
    said = "\n".join(upgrade(older(lang).read(TABLES)).report.lines(lang))
    for name in ADDED:
        assert schema.sheet_name(name, lang) in said
    for name in schema.SETTING_NAMES:
        assert (text(f"setting.{name}", lang) in said) == (name not in OLD_SETTINGS)
    assert schema.sheet_name("settings", lang) in said


def test_only_tables_that_were_asked_for_can_be_missing():
    """A table that was not read is not one that is not there."""
    host = older()
    asked = ("customers", "contacts", "staff")
    assert set(missing(host.read(asked), asked).new_sheets) == {"contacts", "staff"}


def test_a_workbook_without_customers_is_none_of_ours():
    with pytest.raises(NotFound):
        upgrade(Memory({}, "en").read(TABLES))


def older_file(path, lang):
    """A closed workbook with the sheets and settings of the first version, one of them renamed."""
    host = older(lang)
    tabs = {name: schema.sheet_name(name, lang) for name in FIRST_VERSION} | {"orders": "Sales 1"}
    path.write_bytes(table_sheets(tabs, host.tables, lang))
    return path


def upgraded_file(path):
    """The upgrade as the command line does it: one save with the new sheets and settings."""
    host = ClosedFile(path)
    book = host.read(TABLES)
    changes = upgrade(book)
    grafting = Grafting(sheets_for(changes, book.lang), tuple(changes.new_sheets.values()))
    host.apply(changes.of_tables_there(), graftings=[grafting])
    return changes


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_closed_file_is_upgraded_in_place_and_is_then_up_to_date(tmp_path, lang):
    path = older_file(tmp_path / "book.xlsx", lang)
    before, was = contents(path), ClosedFile(path).read()
    upgraded_file(path)
    now = ClosedFile(path).read()
    assert set(now.tables) == set(schema.TABLE_NAMES)
    for name in ("customers", "orders", "tiers", "segments", "strategies"):
        assert (now[name].columns, now[name].sheet) == (was[name].columns, was[name].sheet)
    assert now["roles"].columns["role"] == default_tables(lang)["roles"]["role"]
    assert read_settings(now).problems == ()
    assert upgrade(now).report.lines(lang) == [text("upgrade.nothing", lang)]
    # Of the sheets that were there only Settings has changed.
    sheets = [name for name in before if name.startswith("xl/worksheets/sheet")]
    after = contents(path)
    assert [name for name in sheets if after[name] != before[name]] == [
        f"xl/worksheets/sheet{1 + FIRST_VERSION.index('settings')}.xml"
    ]


def test_an_upgraded_file_passes_the_audit(tmp_path):
    path = older_file(tmp_path / "book.xlsx", "zh")
    upgraded_file(path)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
