"""The named cells of the sheet Checks, read from files as several programs write them."""

import zipfile

import openpyxl
import pytest

from tests.xl_addin.build.test_checks import written
from udfs.texts import LANGUAGES
from xl_addin.checks import checks
from xl_addin.commands.check_installation import check_installation
from xl_addin.hosts.check_cells import read_check_cells
from xl_addin.package.archive import FileRefused


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def path(tmp_path, lang):
    file = tmp_path / "checks.xlsx"
    file.write_bytes(written(lang))
    return file


def changed(path, part, old, new):
    """Replace bytes in one part of the package."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)


SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


def test_a_new_workbook_passes_as_it_lies_on_the_disk(path, lang):
    cells = read_check_cells(path)
    assert len(cells) == 2 * len(checks(lang)) + 1
    for check in checks(lang):
        assert cells[f"test_{check.name}"][1] is True
        assert cells[f"result_{check.name}"][1] == check.expected
        assert check.function in cells[f"result_{check.name}"][0]
    assert not check_installation(cells, lang).has_problems


def test_formulas_are_the_ones_another_reader_finds(path):
    book = openpyxl.load_workbook(path)
    for name, (formula, _) in read_check_cells(path).items():
        ((sheet, cell),) = book.defined_names[name].destinations
        assert book[sheet][cell].value == formula


def test_a_program_that_stores_texts_elsewhere_and_shares_formulas_is_read_too(path, lang):
    first, second = "<f>CC_RECENCY_DAYS(D12,E12)</f>", "<f>CC_RECENCY_DAYS(D13,E13)</f>"
    shared = '<f t="shared" ref="J12:J13" si="0">CC_RECENCY_DAYS(D12,E12)</f>'
    changed(path, SHEET, first.encode(), shared.encode())
    changed(path, SHEET, second.encode(), b'<f t="shared" si="0"/>')
    cells = read_check_cells(path)
    assert cells["result_CC_RECENCY_DAYS_words"] == ("=CC_RECENCY_DAYS(D12,E12)", 11)
    assert not check_installation(cells, lang).has_problems


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        (b"<v>15</v></c>", 15.0),
        (b"</c>", None),
    ],
)
def test_values_come_as_they_are_stored(path, xml, value):
    old = b"<f>SUM(CC_F_SCORE($E$39:$E$43))</f><v>14</v></c>"
    changed(path, SHEET, old, old.removesuffix(b"<v>14</v></c>") + xml)
    assert read_check_cells(path)["result_CC_F_SCORE_range"][1] == value


def test_errors_shared_texts_and_inline_texts_are_words(path):
    start = '<c r="J{0}" s="6"><f>{1}</f>'
    for row, formula, old, kind, new in (
        (7, "CC_R_SCORE(D7,$D$39:$D$43)", "<v>4</v>", ' t="e"', "<v>#NAME?</v>"),
        (8, "CC_F_SCORE(D8,$E$39:$E$43)", "<v>4</v>", ' t="s"', "<v>0</v>"),
        (12, "CC_RECENCY_DAYS(D12,E12)", "<v>11</v>", ' t="inlineStr"', "<is><t>x</t></is>"),
    ):
        before = start.format(row, formula)
        after = before.replace(' s="6"', ' s="6"' + kind)
        changed(path, SHEET, (before + old).encode(), (after + new).encode())
    cells = read_check_cells(path)
    assert cells["result_CC_R_SCORE"][1] == "#NAME?"
    assert isinstance(cells["result_CC_F_SCORE"][1], str)
    assert cells["result_CC_RECENCY_DAYS"][1] == "x"


def test_a_name_whose_cell_was_deleted_is_left_out(path, lang):
    sheet = "自检" if lang == "zh" else "Checks"
    changed(path, BOOK, f"'{sheet}'!$J$7<".encode(), b"#REF!<")
    cells = read_check_cells(path)
    assert "result_CC_R_SCORE" not in cells
    (failure,) = check_installation(cells, lang).failures
    assert failure.reason == "missing"


def test_a_workbook_without_checks_has_none(tmp_path):
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    assert read_check_cells(tmp_path / "other.xlsx") == {}


def test_a_damaged_sheet_is_refused_in_a_sentence(path):
    changed(path, SHEET, b"</sheetData>", b"")
    with pytest.raises(FileRefused):
        read_check_cells(path)
    path.write_bytes(b"text")
    with pytest.raises(FileRefused):
        read_check_cells(path)
