"""The command line as its user types it: a workbook made, filled, refreshed, explained, undone."""

import csv
import json
import re
import subprocess
import sys

import pytest

from tests.xl_addin.foreign import contents
from xl_addin import schema
from xl_addin.cli import NOT_UNDERSTOOD, OUR_ERROR, REFUSED, main

LOG = """order_id,customer_id,order_date,amount,status
o1,007,2026-01-05,"1,234.50",delivered
o2,007,2026-06-05,￥88,delivered
o3,9,2026/6/7,12万,
o4,=1+1,2026年6月8日,50,已取消
o5,b,2026-06-09,70,
"""


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """An empty English workbook and an order file, in the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    (tmp_path / "orders.csv").write_text(LOG, encoding="utf-8")
    assert main(["new", "Shop.xlsm", "--lang", "en"]) == 0
    return tmp_path / "Shop.xlsm"


def imported(shop):
    assert main(["import", str(shop), "--orders", "orders.csv"]) == 0
    return shop


def exported(shop, table="customers"):
    assert main(["export", str(shop), table, "--to", "out.csv"]) == 0
    with shop.with_name("out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_log_becomes_tiers_in_three_commands(shop, capsys):
    imported(shop)
    assert main(["refresh", str(shop), "--as-of", "2026-07-01"]) == 0
    rows = {row["customer_id"]: row for row in exported(shop)}
    assert set(rows) == {"007", "9", "=1+1", "b"}
    assert rows["007"]["revenue"] == "1322.5"
    assert rows["007"]["order_count"] == "2"
    assert rows["9"]["revenue"] == "120000"
    assert rows["007"]["first_order"] == "2026-01-05"
    assert rows["=1+1"]["why"] == "No valid orders yet."
    assert rows["b"]["churn_flag"] == "false"
    assert rows["b"]["rfm_score"] == "".join(rows["b"][f"{x}_score"] for x in "rfm")
    said = capsys.readouterr().out
    assert "4 customers, 3 with valid orders" in said
    assert "Shop.undo.xlsm" in said


def test_refresh_answers_in_json(shop, capsys):
    imported(shop)
    capsys.readouterr()
    assert main(["refresh", str(shop), "--as-of", "2026-07-01", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["customers_with_orders"] == 3
    assert answer["left_out"] == {"cancelled": 1}
    assert len(answer["cuts"]["revenue"]) == 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_explain_tells_one_customer_in_the_language_of_the_book(tmp_path, capsys, lang):
    book = tmp_path / "s.xlsm"
    main(["new", str(book), "--lang", lang, "--sample"])
    main(["export", str(book), "customers", "--to", str(tmp_path / "c.csv")])
    with (tmp_path / "c.csv").open(encoding="utf-8") as file:
        row = next(r for r in csv.DictReader(file) if r["tier"])
    capsys.readouterr()
    assert main(["explain", str(book), row["customer_id"]]) == 0
    said = capsys.readouterr().out
    assert row["tier"] in said
    assert row["rfm_score"] in said
    assert row["segment"] in said


def test_an_unknown_customer_is_refused_with_a_sentence(shop, capsys):
    imported(shop)
    assert main(["explain", str(shop), "nobody", "--as-of", "2026-07-01"]) == REFUSED
    assert "nobody" in capsys.readouterr().err


def test_an_export_never_destroys_a_workbook(shop, capsys):
    before = shop.read_bytes()
    assert main(["export", str(shop), "customers", "--to", str(shop)]) == REFUSED
    assert shop.read_bytes() == before
    assert ".csv" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["orders", "Orders", "订单", "ORDERS "])
def test_a_table_is_exported_by_the_name_on_its_sheet(shop, name):
    assert len(exported(imported(shop), name)) == 5


def test_a_table_that_does_not_exist_is_refused_with_those_that_do(shop, capsys):
    assert main(["export", str(shop), "cats", "--to", "a.csv", "--lang", "zh"]) == REFUSED
    assert "客户链管理表、订单" in capsys.readouterr().err


def test_an_export_of_customers_without_consent_says_so(shop, capsys):
    exported(imported(shop))
    assert "4 of these customers have no valid consent" in capsys.readouterr().err


def test_a_mistyped_command_is_met_with_the_right_one(capsys):
    with pytest.raises(SystemExit):
        main(["refersh", "a.xlsm", "--lang", "zh"])
    assert "您要找的是 refresh 吗" in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_named(tmp_path, capsys):
    assert main(["new", str(tmp_path / "no" / "a.xlsm"), "--lang", "en"]) == REFUSED
    assert "There is no folder" in capsys.readouterr().err


def test_undo_brings_the_workbook_back(shop):
    before = shop.read_bytes()
    imported(shop)
    assert main(["undo", str(shop)]) == 0
    assert shop.read_bytes() == before


def test_a_refresh_without_a_date_says_where_to_put_it(shop, capsys):
    imported(shop)
    assert main(["refresh", str(shop), "--lang", "zh"]) == REFUSED
    said = capsys.readouterr().err
    assert "设置" in said or "Settings" in said
    assert "--as-of" in said


def test_the_same_orders_twice_are_not_counted_twice(shop):
    imported(shop)
    imported(shop)
    assert len(exported(shop, "orders")) == 5


def test_an_existing_file_is_never_overwritten_by_new(shop, capsys):
    before = shop.read_bytes()
    assert main(["new", str(shop)]) == REFUSED
    assert shop.read_bytes() == before
    assert "Shop.xlsm" in capsys.readouterr().err


def test_new_wants_the_right_ending(tmp_path):
    assert main(["new", str(tmp_path / "a.xlsx")]) == REFUSED


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fly"],
        ["refresh"],
        ["refresh", "a.xlsm", "--as-of", "someday"],
        ["export", "a.xlsm", "customers"],
    ],
)
def test_what_is_not_understood_ends_with_code_two(words, capsys):
    with pytest.raises(SystemExit) as left:
        main([*words, "--lang", "zh"])
    assert left.value.code == NOT_UNDERSTOOD
    said = capsys.readouterr().err
    assert "用法" in said or "someday" in said
    assert not re.search(r"invalid|required|unrecognized|expected", said)


@pytest.mark.parametrize("command", ["refresh", "check", "undo"])
def test_a_missing_workbook_is_refused_with_a_sentence(tmp_path, capsys, command):
    assert main([command, str(tmp_path / "none.xlsm"), "--lang", "en"]) == REFUSED
    assert "none.xlsm" in capsys.readouterr().err


def test_an_error_of_ours_shows_no_traceback_but_keeps_it_in_a_file(monkeypatch, capsys):
    from pathlib import Path

    from xl_addin.cli import actions

    def broken(_):
        raise ZeroDivisionError("ours")

    monkeypatch.setitem(actions.ACTIONS, "doctor", broken)
    assert main(["doctor", "--lang", "en"]) == OUR_ERROR
    said = capsys.readouterr().err
    assert "Traceback" not in said
    report = Path(said.split("Details are in ")[1].split("; please")[0])
    assert "ZeroDivisionError: ours" in report.read_text(encoding="utf-8")
    report.unlink()


def test_check_ends_with_code_one_only_when_it_finds_problems(shop, capsys):
    imported(shop)
    assert main(["check", str(shop), "--as-of", "2026-07-01"]) == 0
    assert main(["new", "Sample.xlsm", "--sample", "--lang", "en"]) == 0
    capsys.readouterr()
    assert main(["check", "Sample.xlsm", "--lang", "en"]) == 1
    assert "problems" in capsys.readouterr().out


def test_doctor_looks_at_the_workbook(shop, capsys):
    assert main(["doctor", str(shop), "--lang", "en"]) == 0
    assert f"{len(schema.TABLES)} tables" in capsys.readouterr().out
    shop.with_name("~$Shop.xlsm").write_bytes(b"")
    assert main(["doctor", str(shop), "--lang", "en"]) == 1


def test_call_evaluates_a_function_wherever_the_language_stands(capsys):
    for words in (
        ["call", "CC_SEGMENT", "5", "5", "4", "--lang", "zh"],
        ["call", "--lang", "zh", "CC_SEGMENT", "5", "5", "4"],
        ["--lang", "zh", "call", "CC_SEGMENT", "5", "5", "4"],
    ):
        assert main(words) == 0
        assert capsys.readouterr().out.strip() == "冠军客户"


def test_call_takes_negative_numbers_as_values(capsys):
    assert main(["call", "CC_TIER", "3", "-5", "2", "-10", "--lang", "en"]) == 0
    assert capsys.readouterr().out.strip() == "High value"


def test_functions_lists_and_describes(capsys):
    assert main(["functions", "--lang", "en"]) == 0
    assert "CC_TIER" in capsys.readouterr().out
    assert main(["functions", "CC_TIER", "--lang", "zh"]) == 0
    assert "CC_TIER" in capsys.readouterr().out


def test_the_help_needs_none_of_the_heavy_packages():
    code = (
        "import sys\nfrom xl_addin.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'openpyxl', 'xlsxwriter', 'python_calamine', 'tqdm'}\n"
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"customer-chain" in done.stdout


def test_a_user_column_and_a_user_sheet_survive_import_and_refresh(shop):
    import openpyxl

    workbook = openpyxl.load_workbook(shop, keep_vba=True)
    workbook.create_sheet("Mine")["A1"] = "=SUM(1,2)"
    workbook.save(shop)
    before = contents(shop)
    imported(shop)
    main(["refresh", str(shop), "--as-of", "2026-07-01"])
    after = contents(shop)
    tables = {name for name in before if name.startswith("xl/tables/")}
    changed = {name for name in before if before[name] != after[name]}
    sheets = {name for name in changed if name.startswith("xl/worksheets/sheet")}
    assert len(sheets) == 3
    assert changed - tables - sheets <= {"xl/workbook.xml"}
