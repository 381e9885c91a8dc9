"""XLSX files: sheets, header rows, types, and everything that only looks like a workbook."""

from __future__ import annotations

import zipfile
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from udfs.errors import BadValue
from xl_addin.intake import read_file

HEADER = ["订单编号", "客户编号", "订单日期", "金额"]


def workbook(path: Path, sheets: dict[str, list[list[Any]]], **options: Any) -> Path:
    book = xlsxwriter.Workbook(str(path), options)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date | time):
                    sheet.write_datetime(number, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write(number, column, cell)
    book.close()
    return path


def refusal(path: Path) -> str:
    with pytest.raises(BadValue) as caught:
        read_file(path, "orders")
    assert path.name in caught.value.sentence("zh")
    assert path.name in caught.value.sentence("en")
    return caught.value.key


def test_cells_keep_their_types_and_rows_their_numbers(tmp_path: Path) -> None:
    rows = [HEADER, ["O1", "007", date(2026, 1, 5), 88], [None] * 4, ["O2", 7, "20260106", "12万"]]
    incoming = read_file(workbook(tmp_path / "a.xlsx", {"S": rows}), "orders")
    assert incoming.columns == {
        "order_id": ["O1", "O2"],
        "customer_id": ["007", 7.0],
        "order_date": [date(2026, 1, 5), "20260106"],
        "amount": [88.0, "12万"],
    }
    assert list(incoming.lines) == [2, 4]


def test_the_first_sheet_with_fitting_headers_is_read(tmp_path: Path) -> None:
    sheets = {
        "封面": [["订单报表"]],
        "客户": [["客户编号", "客户名称"], ["1", "张三"]],
        "订单": [["导出日期", "2026-01-09"], [None], HEADER, ["O1", "1", "2026-01-05", 5]],
        "旧": [HEADER, ["O9", "9", "2020-01-05", 9]],
    }
    incoming = read_file(workbook(tmp_path / "a.xlsx", sheets), "orders")
    assert (incoming.columns["order_id"], list(incoming.lines)) == (["O1"], [4])


def test_a_workbook_that_counts_from_1904_gives_the_same_day(tmp_path: Path) -> None:
    rows = [HEADER, ["O1", "1", date(2026, 1, 5), 5]]
    path = workbook(tmp_path / "a.xlsx", {"S": rows}, date_1904=True)
    incoming = read_file(path, "orders")
    assert incoming.date1904
    assert incoming.columns["order_date"] == [date(2026, 1, 5)]


def test_a_zero_amount_is_a_value_and_no_blank_row(tmp_path: Path) -> None:
    rows = [["客户编号", "订单日期", "金额"], [0, "2026-01-05", 0]]
    incoming = read_file(workbook(tmp_path / "a.xlsx", {"S": rows}), "orders")
    assert incoming.columns["amount"] == [0.0]


def test_a_sheet_without_the_columns_lists_what_it_has(tmp_path: Path) -> None:
    rows = [["客户编号", "Farbe"], ["1", "rot"]]
    path = workbook(tmp_path / "a.xlsx", {"S": rows})
    with pytest.raises(BadValue, match="Farbe") as caught:
        read_file(path, "orders", lang="en")
    sentence = caught.value.sentence("en")
    assert "Order date, Amount" in sentence
    assert '--map "Order date=' in sentence


def test_an_old_xls_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert refusal(path) == "intake.xls"
    renamed = path.rename(tmp_path / "renamed.xlsx")
    assert refusal(renamed) == "intake.xls"


def test_an_encrypted_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name)
    assert refusal(path) == "intake.encrypted"


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"customer_id,amount\n")
    assert refusal(path) == "intake.damaged"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, share: float) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [HEADER, ["O1", "1", "2026-01-05", 5]]})
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert refusal(path) == "intake.damaged"


def test_a_zip_without_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "hello")
    assert refusal(path) == "intake.damaged"


def test_a_sheet_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [HEADER, ["O1", "1", "2026-01-05", 5]]})
    replace_sheet(path, b"<worksheet><sheetData><row><c>")
    assert refusal(path) in ("intake.damaged", "intake.empty")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [HEADER, ["O1", "1", "2026-01-05", 5]]})
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10 if i else b"ha") for i in range(10)
    )
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'
    head = b'<?xml version="1.0"?><!DOCTYPE w [' + laughs + b"]>"
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = head + b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (space, cell)
    replace_sheet(path, sheet)
    assert refusal(path) in ("intake.damaged", "intake.empty", "intake.column_missing")


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [HEADER]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/bomb.bin", bytes(60_000_000))
    assert refusal(path) == "intake.too_large_unpacked"


def test_a_stray_cell_far_away_is_refused_instead_of_filling_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADER)
    sheet.write_string(1_048_575, 16_383, "x")
    book.close()
    assert refusal(path) == "intake.sprawl"


def test_control_characters_of_a_cell_are_removed_and_counted(tmp_path: Path) -> None:
    rows = [[*HEADER, "备注"], ["O1", "1", "2026-01-05", 5, "a\x07b\x00"]]
    incoming = read_file(workbook(tmp_path / "a.xlsx", {"S": rows}), "orders")
    assert incoming.columns["note"] == ["ab"]
    assert incoming.removed_characters == 2


def replace_sheet(path: Path, xml: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/worksheets/sheet1.xml"] = xml
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
