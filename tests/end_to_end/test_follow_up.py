"""The follow-up on a closed file, as a clerk uses it: make, type, make again."""

from datetime import date

import openpyxl
import pytest

from udfs.texts import text
from xl_addin import schema
from xl_addin.build import workbook_bytes
from xl_addin.cli import main
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.sample import sample_tables
from xl_addin.tables import Changes, TableChange

FOLLOW_UP = "follow_up"


@pytest.fixture
def shop(tmp_path, lang):
    path = tmp_path / "Shop.xlsm"
    path.write_bytes(workbook_bytes(lang, sample_tables(lang)))
    assert main(["refresh", str(path), "--lang", lang]) == 0
    return path


def follow_up(path, lang, *more):
    return main(["follow-up", str(path), "--lang", lang, *more])


def read(path):
    return ClosedFile(path).read()


def type_into(path, table, **cells):
    """What a clerk types into the first line of a sheet."""
    host = ClosedFile(path)
    data = host.read()[table]
    update = {}
    for column, cell in cells.items():
        update[column] = [cell, *data.cells(column)[1:]]
    host.apply(Changes({table: TableChange(update=update)}))


def owner_tables(book):
    return sorted(name for name in book.tables if schema.is_owner_table(name))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_make_type_make_again(shop, lang, capsys):
    assert follow_up(shop, lang) == 0
    book = read(shop)
    owners = owner_tables(book)
    assert len(owners) == 4
    everybody = book[FOLLOW_UP]
    assert sum(len(book[name]) for name in owners) == len(everybody) > 50
    item = everybody.get("item")[0]
    typed_in = next(name for name in owners if book[name].get("item")[0] != item)
    own_item = book[typed_in].get("item")[0]
    contacts = len(book["contacts"])
    type_into(shop, FOLLOW_UP, done=True, outcome="reached", result_note="下周再谈")
    type_into(shop, typed_in, result_note="no answer")
    capsys.readouterr()
    assert follow_up(shop, lang) == 0
    assert text("follow_up.entered", lang, n=1) in capsys.readouterr().out
    book = read(shop)
    assert item not in book[FOLLOW_UP].get("item")
    assert len(book["contacts"]) == contacts + 1
    assert book["contacts"].get("contact_id")[-1] == item
    assert book["contacts"].get("note")[-1] == "下周再谈"
    for name in (FOLLOW_UP, typed_in):
        place = book[name].get("item").index(own_item)
        assert book[name].get("result_note")[place] == "no answer"
    assert follow_up(shop, lang) == 0
    assert len(read(shop)["contacts"]) == contacts + 1


@pytest.mark.parametrize("lang", ["zh"])
def test_the_line_under_the_title_tells_the_day_and_who_is_left_out(shop, lang):
    for day in ("2026-10-31", "2026-11-02"):
        assert follow_up(shop, lang, "--as-of", day) == 0
        sheet = openpyxl.load_workbook(shop)[schema.sheet_name(FOLLOW_UP, lang)]
        assert sheet["A2"].value.startswith(f"截至 {day}，有")
        assert "未列入" in sheet["A2"].value
    assert sheet["A1"].value == "跟进"


@pytest.mark.parametrize("lang", ["en"])
def test_one_owner_only_and_nobody_of_that_name(shop, lang, capsys):
    owner = read(shop)["customers"].get("owner")[0]
    assert follow_up(shop, lang, "--owner", owner.upper()) == 0
    assert len(owner_tables(read(shop))) == 1
    assert follow_up(shop, lang, "--owner", "Nobody") == 3
    assert "There is no owner called Nobody. There are:" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["zh"])
def test_typed_words_stay_when_the_workbook_changes_its_language(shop, lang):
    assert follow_up(shop, lang) == 0
    type_into(shop, FOLLOW_UP, outcome="later", result_note="下周再谈")
    host = ClosedFile(shop)
    settings = host.read()["settings"]
    place = settings.get("setting").index(text("setting.language", lang))
    values = [*settings.get("value")]
    values[place] = "English"
    host.apply(Changes({"settings": TableChange(update={"value": values})}))
    assert follow_up(shop, "en") == 0
    sheet = read(shop)[FOLLOW_UP]
    (row,) = [n for n, note in enumerate(sheet.get("result_note")) if note == "下周再谈"]
    assert sheet.get("outcome")[row] == "Later"
    assert "Priority" in sheet.get("why")[row]
    assert len(owner_tables(read(shop))) == 4


@pytest.mark.parametrize("lang", ["en"])
def test_a_slip_in_a_sheet_is_one_sentence_that_names_the_cell(shop, lang, capsys):
    type_into(shop, "holidays", day="soon")
    before = shop.read_bytes()
    assert follow_up(shop, lang) == 3
    said = capsys.readouterr().err.strip()
    assert "Sheet Working calendar row 5, Date: 'soon' is not a date." in said
    assert len(said.splitlines()) == 1
    assert shop.read_bytes() == before


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_recall_and_changes_become_sheets_of_the_workbook(shop, lang, capsys):
    for command in ("recall", "changes"):
        for _ in range(2):
            assert main([command, str(shop), "--sheet", "--lang", lang]) == 0
    names = openpyxl.load_workbook(shop, read_only=True).sheetnames
    for page in ("recall", "what_changed"):
        assert names.count(text(f"page.{page}", lang)) == 1
    capsys.readouterr()
    assert main(["recall", str(shop), "--lang", lang]) == 0
    assert text("page.recall.heading", lang) in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["zh"])
def test_undo_takes_the_sheets_away_again(shop, lang):
    before = shop.read_bytes()
    assert follow_up(shop, lang) == 0
    assert main(["undo", str(shop)]) == 0
    assert shop.read_bytes() == before


def test_without_an_analysis_date_nothing_is_made(tmp_path, capsys):
    path = tmp_path / "Empty.xlsm"
    path.write_bytes(workbook_bytes("en"))
    before = path.read_bytes()
    assert follow_up(path, "en") == 3
    assert "There is no analysis date" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert follow_up(path, "en", "--as-of", date(2026, 10, 31).isoformat()) == 0
