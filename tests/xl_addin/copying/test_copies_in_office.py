"""Copies as their readers open them: in LibreOffice, without our add-in, and with a password."""

import datetime as dt
import math
import re

import pytest
from openxml_audit import OpenXmlValidator

from tests.end_to_end.live_office import Office
from tests.xl_addin.copying.hard_book import build_hard_book
from tests.xl_addin.copying.making_copies import PAGE, details, loaded, parts_of
from tests.xl_addin.copying.test_make_copy import hard_copy
from xl_addin.build import build_workbook
from xl_addin.copying import (
    Master,
    Selection,
    SheetSelection,
    TableSelection,
    encrypt,
    make_copy,
)


def our_copy(folder, lang):
    """A copy of a workbook of our own builder."""
    path = folder / f"ours_{lang}.xlsm"
    ids = [f"C{n}" for n in range(9)]
    orders = {
        "order_id": [f"O{n}" for n in range(27)],
        "customer_id": ids * 3,
        "order_date": [dt.date(2026, 1, 1 + n) for n in range(27)],
        "amount": [10.5 * n for n in range(27)],
    }
    customers = {"customer_id": ids, "name": [f"Name {n}" for n in range(9)]}
    build_workbook(path, lang, {"customers": customers, "orders": orders})
    master = Master(path)
    wanted = {"Customers": (5, 7), "Orders": (5, 7, 14), "Tiers": None}
    sheets = {table.name: table.sheet.name for table in master.structure.tables}
    selection = Selection(
        [
            SheetSelection(sheets[name], True, {name: TableSelection(rows)})
            for name, rows in wanted.items()
        ]
    )
    target = folder / f"copy_{lang}.xlsx"
    target.write_bytes(make_copy(master, selection, details(lang, front_page=PAGE)).package)
    return target


@pytest.fixture(scope="module")
def hard(tmp_path_factory):
    """The hard master and a copy of it for Ann, as files."""
    folder = tmp_path_factory.mktemp("hard")
    book = build_hard_book(folder / "master.xlsx", 2, 14)
    copy = folder / "copy.xlsx"
    copy.write_bytes(hard_copy(book, "Ann").package)
    return book, copy


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_copy_of_our_workbook_has_no_schema_errors(tmp_path, lang, schema_errors):
    assert schema_errors(our_copy(tmp_path, lang)) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_openxml_audit_finds_nothing_in_a_copy_of_our_workbook(tmp_path, lang):
    result = OpenXmlValidator().validate(our_copy(tmp_path, lang))
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("seed", range(1, 6))
def test_copies_of_hard_workbooks_have_no_schema_errors(tmp_path, seed, schema_errors):
    book = build_hard_book(tmp_path / "master.xlsx", seed, 6 + 3 * seed)
    target = tmp_path / "copy.xlsx"
    dropped = frozenset({"ID", "Secret margin"} if seed % 2 else ())
    target.write_bytes(hard_copy(book, "Ann", dropped).package)
    assert schema_errors(target) == []


def test_openxml_audit_finds_nothing_in_a_copy_of_a_hard_workbook(hard):
    result = OpenXmlValidator().validate(hard[1])
    assert [str(error) for error in result.errors] == []


@pytest.fixture(scope="module")
def computed(hard, office):
    """The copy as LibreOffice has computed and saved it."""
    return office(hard[1], "xlsx")


def column(sheet, table, caption):
    """The cells below a header of a table."""
    area = sheet.tables[table].ref
    cells = [[cell.value for cell in row] for row in sheet[area]]
    place = cells[0].index(caption)
    return [row[place] for row in cells[1:]]


def test_every_formula_that_stayed_answers_as_in_the_master(hard, computed):
    book, _ = hard
    sheet = loaded(computed, values=True)["Customers"]
    mine = book.of("Ann")
    assert column(sheet, "Customers", "Name")[:-1] == [c.name for c in mine]
    doubled = column(sheet, "Customers", "Double")[:-1]
    assert doubled == pytest.approx([c.revenue * 2 for c in mine])
    assert column(sheet, "Customers", "Label")[:-1] == [f"{c.name} of Ann" for c in mine]
    sums = column(sheet, "Customers", "Orders sum")[:-1]
    assert sums == pytest.approx([sum(a for _, a in c.orders) for c in mine])
    orders = loaded(computed, values=True)["Orders"]
    taxed = column(orders, "Orders", "With tax")
    assert taxed == pytest.approx([a * 1.25 for c in mine for _, a in c.orders])


def test_totals_are_those_of_what_the_reader_sees(hard, computed):
    book, _ = hard
    mine = sum(c.revenue for c in book.of("Ann"))
    found = loaded(computed, values=True)
    own = found["My sheet"]
    assert [own[cell].value for cell in ("A2", "A3", "A4")] == pytest.approx([mine, mine, mine / 2])
    assert column(found["Customers"], "Customers", "Revenue")[-1] == pytest.approx(mine)


def test_scores_of_ours_are_values_and_nothing_shows_an_error(hard, computed):
    book, copy = hard
    found = loaded(computed, values=True)
    scores = column(found["Customers"], "Customers", "Score")[:-1]
    places = [n for n, c in enumerate(book.customers) if c.owner == "Ann"]
    assert scores == [1 + n % 5 for n in places]
    values = [cell.value for sheet in found for row in sheet.iter_rows() for cell in row]
    assert not [v for v in values if isinstance(v, str) and v.startswith("#")]
    sheets = b"".join(d for n, d in parts_of(copy.read_bytes()).items() if "worksheets" in n)
    assert not re.search(rb"<f[^>]*>[^<]*CC_", sheets)


def test_charts_draw_the_cells_of_the_copy(hard, computed):
    book, _ = hard
    charts = [d for n, d in parts_of(computed.read_bytes()).items() if "/charts/chart" in n]
    drawn = [float(v) for v in re.findall(rb"<c:v>([\d.]+)</c:v>", b"".join(charts))]
    mine = [c.revenue for c in book.of("Ann")]
    for revenue in mine:
        assert [v for v in drawn if math.isclose(v, revenue, rel_tol=1e-9)]
    others = [c.revenue for c in book.customers if c.owner != "Ann"]
    assert not [v for v in drawn for r in others if math.isclose(v, r, rel_tol=1e-9)]


def test_a_locked_copy_opens_with_its_password_and_not_without(hard, tmp_path):
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(encrypt(hard[1].read_bytes(), "correct horse"))
    with Office(tmp_path / "office") as program:
        document = program.open(locked, Password="correct horse")
        sheet = document.Sheets.getByName("Orders")
        assert sheet.getCellByPosition(0, 1).String == "Order"
        document.close(True)
        for password in ({}, {"Password": "wrong horse"}):
            assert not opens(program, locked, password)


def opens(program, path, password):
    try:
        return program.open(path, **password)
    except Exception:
        return None
