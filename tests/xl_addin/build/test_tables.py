"""Sheets, tables, captions and cells of the built workbook are what the schema says."""

import io
from datetime import date, datetime, time

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from udfs.texts import text
from xl_addin import schema
from xl_addin.build import build_workbook, configuration, layout, workbook_bytes
from xl_addin.build.sheet import plain
from xl_addin.sample import sample_tables


def captions(table, lang):
    return [schema.caption(table.name, column.name, lang) for column in table.columns]


def only_table(book, name, lang):
    sheet = book[layout.sheet_name(name, lang)]
    (found,) = sheet.tables.values()
    return sheet, found


def cells_of(book, name, lang):
    sheet, found = only_table(book, name, lang)
    rows = [[cell.value for cell in row] for row in sheet[found.ref]]
    return rows[0], rows[1:]


def test_the_sheets_stand_in_their_order_and_none_but_the_configuration_is_hidden(empty, lang):
    shown = [sheet.title for sheet in empty.worksheets if sheet.sheet_state == "visible"]
    assert shown == [layout.sheet_name(name, lang) for name in schema.SHEETS]
    assert empty.sheetnames == [*shown, configuration.SHEET]


def test_no_row_or_column_is_hidden(shop):
    for sheet in shop.worksheets:
        assert not any(dimension.hidden for dimension in sheet.row_dimensions.values())
        assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_each_table_has_its_name_and_the_captions_in_the_header_cells(shop, lang, table):
    _, found = only_table(shop, table.name, lang)
    assert (found.name, found.displayName) == (table.excel_name, table.excel_name)
    assert [column.name for column in found.tableColumns] == captions(table, lang)
    header, _ = cells_of(shop, table.name, lang)
    assert header == captions(table, lang)
    assert found.autoFilter.ref == found.ref
    assert found.ref.startswith("A4:")


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_calamine_reads_the_same_table(shop_bytes, shop, lang, table):
    book = CalamineWorkbook.from_filelike(io.BytesIO(shop_bytes), load_tables=True)
    read = book.get_table_by_name(table.excel_name)
    assert read.columns == captions(table, lang)
    assert read.sheet == layout.sheet_name(table.name, lang)
    assert len(read.to_python()) == len(cells_of(shop, table.name, lang)[1])


def test_ids_of_tables_and_their_columns_are_unique(shop):
    tables = [found for sheet in shop.worksheets for found in sheet.tables.values()]
    assert len({found.id for found in tables}) == len(schema.TABLES)
    for found in tables:
        ids = [column.id for column in found.tableColumns]
        assert len(set(ids)) == len(ids)


def test_tables_without_rows_get_one_blank_formatted_row(empty, lang):
    formats = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm"}
    filled = {"settings", "tiers", "segments", "strategies", "templates", "roles"}
    for table in (table for table in schema.TABLES if table.name not in filled):
        sheet, _found = only_table(empty, table.name, lang)
        _, rows = cells_of(empty, table.name, lang)
        assert rows == [[None] * len(table.columns)]
        for place, column in enumerate(table.columns, start=1):
            wanted = formats.get(column.kind)
            assert wanted in (None, sheet.cell(layout.FIRST + 1, place).number_format)


def test_contacts_come_back_with_the_minute_and_blank_where_a_machine_answered(shop, lang):
    columns = sample_tables(lang)["contacts"]
    header, rows = cells_of(shop, "contacts", lang)
    for name in ("contacted_at", "person", "thread", "topic"):
        place = header.index(schema.caption("contacts", name, lang))
        assert [row[place] for row in rows] == columns[name]
    assert None in columns["person"]


def test_the_sample_comes_back_cell_by_cell_with_choices_in_words(shop, lang):
    columns = sample_tables(lang)["orders"]
    header, rows = cells_of(shop, "orders", lang)
    status = header.index(schema.caption("orders", "status", lang))
    assert [row[status] for row in rows] == [
        schema.choice_label(word, lang) for word in columns["status"]
    ]
    day = header.index(schema.caption("orders", "order_date", lang))
    assert [row[day].date() for row in rows] == columns["order_date"]
    amount = header.index(schema.caption("orders", "amount", lang))
    assert [row[amount] for row in rows] == columns["amount"]


def test_a_text_that_looks_like_a_formula_or_a_link_stays_a_text(tmp_path):
    import openpyxl

    words = ["=1+1", "+1", "-x", "@home", "https://example.com", "007"]
    path = tmp_path / "book.xlsm"
    build_workbook(path, "en", {"customers": {"customer_id": words, "name": words}})
    sheet = openpyxl.load_workbook(path)["Customers"]
    for number, word in enumerate(words, start=layout.FIRST + 1):
        assert (sheet.cell(number, 1).value, sheet.cell(number, 1).data_type) == (word, "s")
        assert sheet.cell(number, 2).hyperlink is None


def test_flags_are_words_and_blank_flags_stay_blank():
    tables = {"customers": {"customer_id": ["1", "2", "3"], "churn_flag": [True, False, None]}}
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook_bytes("zh", tables)))
    rows = book.get_sheet_by_name("客户链管理表").to_python()
    place = schema.CUSTOMERS.names().index("churn_flag")
    assert [row[place] for row in rows[layout.FIRST :]] == ["是", "否", ""]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.int64(3), 3),
        (np.float64(2.5), 2.5),
        (np.bool_(True), True),
        (float("nan"), None),
        (np.datetime64("NaT"), None),
        (np.datetime64("2026-10-31T00:00:00.000000001"), datetime(2026, 10, 31)),
        ("", None),
        (date(2026, 1, 2), date(2026, 1, 2)),
    ],
)
def test_values_of_numpy_become_plain_ones(value, expected):
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)


def test_unknown_language_table_and_column_and_unequal_lengths_are_refused():
    with pytest.raises(KeyError, match="fr"):
        workbook_bytes("fr")
    with pytest.raises(KeyError, match="clients"):
        workbook_bytes("en", {"clients": {}})
    with pytest.raises(KeyError, match="nickname"):
        workbook_bytes("en", {"customers": {"nickname": ["x"]}})
    with pytest.raises(ValueError, match=r"customers\.name"):
        workbook_bytes("en", {"customers": {"customer_id": ["1", "2"], "name": ["x"]}})


def test_a_time_of_day_is_a_time_and_not_a_text(empty, lang):
    sheet, _ = only_table(empty, "settings", lang)
    row = layout.FIRST + 1 + schema.SETTING_NAMES.index("opening_time")
    assert (sheet.cell(row, 2).value, sheet.cell(row, 2).number_format) == (time(9), "h:mm")


def test_the_owner_stands_above_the_first_column_of_each_group(empty, lang):
    for table in schema.TABLES:
        sheet = empty[layout.sheet_name(table.name, lang)]
        for owner, first, last in layout.owner_groups(table):
            label = sheet.cell(layout.BAND + 1, first + 1)
            assert label.value == text(f"owner.{owner}", lang)
            fills = {
                sheet.cell(layout.BAND + 1, n + 1).fill.fgColor.rgb for n in range(first, last)
            }
            assert fills <= {label.fill.fgColor.rgb}
