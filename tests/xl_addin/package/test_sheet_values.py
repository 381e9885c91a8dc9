"""Columns read from a sheet taken apart are what calamine reads."""

from datetime import date, datetime

import pytest
import xlsxwriter

from tests.xl_addin.foreign import build_foreign
from xl_addin.cli.making import make_workbook
from xl_addin.commands.refresh import NEEDS, WRITES, refresh
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.package.sheet import Sheet
from xl_addin.package.sheet_values import SharedStrings, SheetValues, Unusual
from xl_addin.package.styles import Styles


def both(path, columns=None):
    """The same columns by calamine and from the sheet."""
    whole = ClosedFile(path).read()["customers"]
    names = list(whole.columns) if columns is None else columns
    few = ClosedFile(path).read(writing=WRITES, only={"customers": names})["customers"]
    return {name: whole.columns[name] for name in names if name in whole}, few.columns


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_column_of_a_built_workbook_is_read_alike(tmp_path, lang):
    make_workbook(tmp_path / "s.xlsm", lang, sample=True)
    whole, few = both(tmp_path / "s.xlsm")
    assert few == whole
    assert len(few["customer_id"]) > 300


def test_a_users_workbook_is_read_alike_before_and_after_a_refresh(tmp_path):
    path = tmp_path / "mine.xlsx"
    build_foreign(path)
    for _ in range(2):
        whole, few = both(path)
        assert few == whole
        host = ClosedFile(path)
        book = host.read(writing=WRITES, only=NEEDS)
        host.apply(refresh(book, datetime(2026, 7, 11), date(2026, 7, 10)))


def test_text_with_markup_runs_and_escapes_is_read_alike(tmp_path):
    path = tmp_path / "odd.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet, bold = workbook.add_worksheet(), workbook.add_format({"bold": True})
    columns = [{"header": "Customer ID"}, {"header": "Name"}, {"header": "Note"}]
    sheet.add_table("A1:C6", {"name": "Customers", "columns": columns})
    for row, words in enumerate(["<a & b>", "  ", 'say "hi"', "多行\n文字", "🎉"], 1):
        sheet.write_string(row, 0, words)
    sheet.write_rich_string("B3", "plain ", bold, "bold")
    sheet.write_boolean("B4", True)
    sheet.write_number("B5", 0.1)
    workbook.close()
    whole, few = both(path)
    assert few == whole
    assert few["name"] == [None, "plain bold", True, 0.1, None]


def values(cell: bytes) -> SheetValues:
    xml = b'<worksheet><sheetData><row r="1">' + cell + b"</row></sheetData></worksheet>"
    return SheetValues(
        Sheet(xml, "S", "f"), Styles(b""), lambda: SharedStrings(b"<si><t>x</t></si>"), False
    )


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="A1" t="e"><v>#N/A</v></c>',
        b'<c r="A1" t="str"><f>1</f><v>x</v></c>',
        b'<c r="A1" t="d"><v>2026-01-01</v></c>',
        b'<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>',
        b'<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>',
        b'<c s="1" r="A1"><v>1</v></c>',
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_calamine(cell):
    with pytest.raises(Unusual):
        values(cell).read(range(1, 2), [1])


def test_a_column_that_was_not_read_is_never_taken_for_blank(tmp_path):
    path = tmp_path / "mine.xlsx"
    build_foreign(path)
    customers = ClosedFile(path).read(writing=WRITES, only=NEEDS)["customers"]
    assert "name" in customers
    with pytest.raises(KeyError):
        customers.get("name")


DATED = b'<styleSheet><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>'


@pytest.mark.parametrize(("number", "day"), [(46_023, date(2026, 1, 1)), (61, date(1900, 3, 1))])
def test_a_number_shown_as_a_date_is_a_day(number, day):
    reader = values(b'<c r="A1" s="0"><v>%d</v></c>' % number)
    reader.styles = Styles(DATED)
    assert reader.read(range(1, 2), [1]) == [[day]]


@pytest.mark.parametrize("number", [b"46023.5", b"60", b"0"])
def test_times_of_day_and_excels_first_days_are_left_to_calamine(number):
    reader = values(b'<c r="A1" s="0"><v>' + number + b"</v></c>")
    reader.styles = Styles(DATED)
    with pytest.raises(Unusual):
        reader.read(range(1, 2), [1])
