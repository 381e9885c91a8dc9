"""The command "import": what becomes rows, what is left alone, and what the report says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from udfs.errors import BadValue
from udfs.texts import LANGUAGES
from xl_addin.commands import import_files as command
from xl_addin.commands.import_files import import_customers, import_files, import_orders
from xl_addin.hosts.memory import Memory
from xl_addin.intake import Incoming, read_file
from xl_addin.tables import Changes

ON = date(2026, 11, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def file(folder: Path, content: str, table: str = "orders", name: str = "log.csv") -> Incoming:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return read_file(path, table)


def shop(
    orders: Mapping[str, Any] | None = None,
    customers: Mapping[str, Any] | None = None,
    lang: str = "en",
) -> Memory:
    return Memory(
        {"orders": orders or {"order_id": []}, "customers": customers or {"customer_id": []}}, lang
    )


def appended(changes: Changes, table: str = "orders") -> dict[str, list[Any]]:
    return {name: list(cells) for name, cells in changes.tables[table].append.items()}


HEAD = "order_id,customer_id,order_date,amount,product\n"
TWO = HEAD + "O1,007,2026-01-05,88,phone\nO2,8,2026-01-06,5,case\n"


def test_orders_are_appended_and_their_customers_added_and_marked(folder: Path) -> None:
    changes = import_orders(shop().read(), file(folder, TWO), on=ON)
    assert appended(changes) == {
        "order_id": ["O1", "O2"],
        "customer_id": ["007", "8"],
        "order_date": [date(2026, 1, 5), date(2026, 1, 6)],
        "amount": [88, 5],
        "product": ["phone", "case"],
    }
    assert appended(changes, "customers") == {
        "customer_id": ["007", "8"],
        "note": ["Added by import on 2026-11-21 from log.csv"] * 2,
    }


def test_the_mark_of_a_new_customer_is_in_the_workbooks_language(folder: Path) -> None:
    changes = import_orders(shop(lang="zh").read(), file(folder, TWO), on=ON)
    assert appended(changes, "customers")["note"][0] == "2026-11-21 由 log.csv 导入时添加"


def test_a_customer_kept_as_a_number_is_known(folder: Path) -> None:
    book = shop(customers={"customer_id": [8.0, "007"]}).read()
    assert appended(import_orders(book, file(folder, TWO), on=ON), "customers") == {}


def test_importing_the_same_orders_again_adds_nothing(folder: Path) -> None:
    workbook = shop()
    incoming = file(folder, TWO)
    workbook.apply(import_orders(workbook.read(), incoming, on=ON))
    again = import_orders(workbook.read(), incoming, on=ON)
    (report,) = again.report.files
    assert (report.added, report.already_there, report.differing) == (0, 2, 0)
    assert appended(again) == {}


def test_a_changed_row_of_a_known_order_is_reported_and_not_imported(folder: Path) -> None:
    workbook = shop()
    workbook.apply(import_orders(workbook.read(), file(folder, TWO), on=ON))
    changed = file(folder, TWO.replace("88", "90") + "O3,8,2026-01-07,1,pen\n")
    changes = import_orders(workbook.read(), changed, on=ON)
    (report,) = changes.report.files
    (one,) = report.differences
    assert (one.line, one.key, one.row, one.column, one.there, one.here) == (
        2, "O1", 5, "amount", 88, 90,
    )  # fmt: skip
    assert appended(changes)["order_id"] == ["O3"]
    said = "line 2: O1, Amount: the table (row 5) has 88, the file 90"
    assert any(said in line for line in report.lines("en"))


def test_a_further_line_of_a_known_order_is_reported_too(folder: Path) -> None:
    workbook = shop()
    workbook.apply(import_orders(workbook.read(), file(folder, TWO), on=ON))
    more = file(folder, TWO + "O1,007,2026-01-05,3,cable\n")
    (report,) = import_orders(workbook.read(), more, on=ON).report.files
    assert (report.added, report.differing, report.differences[0].column) == (0, 1, None)
    assert any("order O1" in line and "cable" in line for line in report.lines("en"))


def test_several_lines_of_one_order_are_all_kept(folder: Path) -> None:
    lines = "O1,A,2026-01-05,1,pen\n" * 2 + "O1,A,2026-01-05,2,cup\n"
    workbook = shop()
    incoming = file(folder, HEAD + lines)
    workbook.apply(import_orders(workbook.read(), incoming, on=ON))
    assert workbook.tables["orders"]["amount"] == [1, 1, 2]
    assert import_orders(workbook.read(), incoming, on=ON).report.files[0].already_there == 3


NO_ORDER = "customer_id,order_date,amount\nA,2026-01-05,5\nA,2026-01-05,5\nB,2026-01-06,6\n"


def test_a_log_without_order_numbers_is_one_order_per_row(folder: Path) -> None:
    changes = import_orders(shop().read(), file(folder, NO_ORDER), on=ON)
    assert appended(changes)["customer_id"] == ["A", "A", "B"]
    assert "order_id" not in appended(changes)


def test_the_same_log_without_order_numbers_is_refused_the_second_time(folder: Path) -> None:
    workbook = shop()
    incoming = file(folder, NO_ORDER)
    workbook.apply(import_orders(workbook.read(), incoming, on=ON))
    with pytest.raises(BadValue) as caught:
        import_orders(workbook.read(), incoming, on=ON)
    assert "All 3 rows of 'log.csv'" in caught.value.sentence("en")
    assert "--replace" in caught.value.sentence("zh")
    replaced = import_orders(workbook.read(), incoming, on=ON, replace=True)
    assert replaced.tables["orders"].replace is not None


def test_rows_like_others_but_without_order_number_are_imported_and_counted(folder: Path) -> None:
    workbook = shop()
    workbook.apply(import_orders(workbook.read(), file(folder, NO_ORDER), on=ON))
    longer = file(folder, NO_ORDER + "C,2026-02-01,7\n")
    (report,) = import_orders(workbook.read(), longer, on=ON).report.files
    assert (report.added, report.alike) == (4, 3)


def test_replace_puts_the_file_in_the_place_of_all_orders(folder: Path) -> None:
    book = shop({"order_id": ["X"], "customer_id": ["9"], "amount": [1]}).read()
    changes = import_orders(book, file(folder, TWO), on=ON, replace=True)
    change = changes.tables["orders"]
    assert change.replace is not None
    assert list(change.replace["order_id"]) == ["O1", "O2"]
    assert (change.append, changes.report.files[0].replaced) == ({}, 1)


def test_what_cannot_be_read_stays_and_is_reported_with_its_line(folder: Path) -> None:
    bad = HEAD + "O1,A,1899-12-31,12o,x\nO2,A,2026-01-05,12万,x\nO3,A,soon,￥88,x\n"
    changes = import_orders(shop().read(), file(folder, bad), on=ON)
    rows = appended(changes)
    assert rows["order_date"] == ["1899-12-31", date(2026, 1, 5), "soon"]
    assert rows["amount"] == ["12o", 120000, 88]
    (report,) = changes.report.files
    unread = [(cell.line, cell.column, cell.value) for cell in report.unread]
    assert unread == [
        (2, "amount", "12o"),
        (2, "order_date", "1899-12-31"),
        (4, "order_date", "soon"),
    ]
    assert "    line 4, Order date: soon" in report.lines("en")
    assert "    第 4 行「订单日期」：soon" in report.lines("zh")


def test_the_report_shows_ten_unreadable_cells_and_counts_the_rest(folder: Path) -> None:
    bad = HEAD + "".join(f"O{i},A,2026-01-05,x{i},p\n" for i in range(15))
    (report,) = import_orders(shop().read(), file(folder, bad), on=ON).report.files
    assert (report.unread_cells, len(report.unread)) == (15, 10)
    assert "    and 5 more" in report.lines("en")


def test_status_words_are_translated_where_known(folder: Path) -> None:
    lines = "customer_id,order_date,amount,status\n" + "".join(
        f"A,2026-01-0{n},5,{word}\n" for n, word in enumerate(("交易关闭", "SHIPPED", "odd"), 1)
    )
    workbook = shop(lang="zh")
    workbook.apply(import_orders(workbook.read(), file(folder, lines), on=ON))
    assert workbook.read()["orders"].columns["status"] == ["已取消", "已发货", "odd"]


def test_text_that_looks_like_a_formula_is_appended_as_the_text_it_is(folder: Path) -> None:
    lines = "".join(
        f"O{i},A,2026-01-05,5,{cell}\n" for i, cell in enumerate(("=1+1", "+1", "-1", "@a"))
    )
    changes = import_orders(shop().read(), file(folder, HEAD + lines), on=ON)
    assert appended(changes)["product"] == ["=1+1", "+1", "-1", "@a"]


def test_rows_without_customer_are_kept_and_reported(folder: Path) -> None:
    changes = import_orders(shop().read(), file(folder, HEAD + "O1,,2026-01-05,5,x\n"), on=ON)
    assert appended(changes)["customer_id"] == [None]
    assert appended(changes, "customers") == {}
    assert changes.report.files[0].lines_without_id == (2,)


def test_the_users_own_column_is_filled_and_an_unknown_one_reported(folder: Path) -> None:
    book = shop().read()
    book["orders"].extra["渠道"] = []
    lines = "customer_id,order_date,amount,渠道,天气\nA,2026-01-05,5,门店,晴\n"
    changes = import_orders(book, file(folder, lines), on=ON)
    assert appended(changes)["渠道"] == ["门店"]
    assert changes.report.files[0].unmapped == ("天气",)
    assert any("天气" in line for line in changes.report.lines("zh"))


def test_a_column_the_user_deleted_is_reported(folder: Path) -> None:
    book = shop().read()
    del book["orders"].columns["product"]
    changes = import_orders(book, file(folder, TWO), on=ON)
    assert "product" not in appended(changes)
    assert changes.report.files[0].absent == ("product",)


def test_a_workbook_without_the_amount_column_is_refused(folder: Path) -> None:
    book = shop().read()
    del book["orders"].columns["amount"]
    with pytest.raises(BadValue, match="Amount"):
        import_orders(book, file(folder, TWO), on=ON)


def test_more_rows_than_a_sheet_holds_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "SHEET_ROWS", 5)
    with pytest.raises(BadValue) as caught:
        import_orders(shop().read(), file(folder, TWO), on=ON)
    assert caught.value.values == {"sheet": "Orders", "rows": 6, "limit": 5}
    one = file(folder, HEAD + "O1,A,2026-01-05,5,x\n")
    assert import_orders(shop().read(), one, on=ON).report.files[0].added == 1


PEOPLE = "customer_id,name,phone,sex,birthday\n"


def test_new_customers_are_appended(folder: Path) -> None:
    lines = PEOPLE + "007,Li Na 李娜,13800138000,女,1990/1/5\n"
    changes = import_customers(shop().read(), file(folder, lines, "customers"))
    assert {name: cells[0] for name, cells in appended(changes, "customers").items()} == {
        "customer_id": "007",
        "name": "Li Na 李娜",
        "phone": "13800138000",
        "sex": "female",
        "birthday": date(1990, 1, 5),
    }


def test_known_customers_get_their_blanks_filled_and_keep_what_was_typed(folder: Path) -> None:
    known = {
        "customer_id": [7.0, "B"],
        "name": ["Li", None],
        "phone": [None, "1"],
        "sex": ["female"] * 2,
    }
    book = shop(customers=known).read()
    lines = PEOPLE + "7,Li Na,13800138000,F,\nB,Bo,1,F,\n"
    changes = import_customers(book, file(folder, lines, "customers"))
    change = changes.tables["customers"]
    assert change.update == {"name": ["Li", "Bo"], "phone": ["13800138000", "1"]}
    assert change.append == {}
    (report,) = changes.report.files
    assert (report.filled_cells, report.filled_rows, report.differing) == (2, 2, 1)
    assert any("row 5) has Li, the file Li Na" in line for line in report.lines("en"))


def test_a_customer_twice_in_the_file_is_one_row(folder: Path) -> None:
    lines = PEOPLE + "A,Li,,,\nA,Wu,123456,,\n"
    changes = import_customers(shop().read(), file(folder, lines, "customers"))
    rows = appended(changes, "customers")
    assert (rows["customer_id"], rows["name"], rows["phone"]) == (["A"], ["Li"], ["123456"])
    assert any("an earlier line of the file has Li" in x for x in changes.report.lines("en"))


def test_customers_without_id_are_not_imported_and_named_by_line(folder: Path) -> None:
    lines = PEOPLE + ",Nobody,1,,\nA,Li,2,,\n"
    changes = import_customers(shop().read(), file(folder, lines, "customers"))
    assert appended(changes, "customers")["name"] == ["Li"]
    assert changes.report.files[0].lines_without_id == (2,)
    assert any("file line 2" in line for line in changes.report.lines("en"))


def test_both_files_together_add_each_customer_once(folder: Path) -> None:
    people = file(folder, PEOPLE + "007,Li,,,\n", "customers", "people.csv")
    workbook = shop()
    changes = import_files(workbook.read(), file(folder, TWO), people, on=ON)
    workbook.apply(changes)
    table = workbook.tables["customers"]
    assert (table["customer_id"], table["name"]) == (["007", "8"], ["Li", None])
    assert table["note"] == [None, "Added by import on 2026-11-21 from log.csv"]
    assert [report.table for report in changes.report.files] == ["customers", "orders"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_reads_in_both_languages(folder: Path, lang: str) -> None:
    lines = "会员号,下单时间,实付金额,备注\n007,2026-01-05,x,a\x07\n"
    changes = import_orders(shop().read(), file(folder, lines), on=ON)
    said = "\n".join(changes.report.lines(lang))
    assert "{" not in said
    for fact in ("log.csv", "会员号 = ", "1 "):
        assert fact in said


def test_columns_of_ones_own_that_go_with_the_old_orders_are_named(folder: Path) -> None:
    book = shop(orders={"order_id": ["X"], "customer_id": ["1"]}).read()
    book["orders"].extra |= {"My remark": ["call back"], "Empty": [None]}
    lines = import_orders(book, file(folder, TWO), on=ON, replace=True).report.lines("en")
    assert any("My remark" in line and "Empty" not in line for line in lines)
