"""The orders of a real shop, through the command line, with the numbers that are known of them."""

import csv
import json

import numpy as np
import pandas as pd
import pytest

from tests.end_to_end.conftest import cdnow, run
from xl_addin.cli import main

AS_OF = "1998-06-30"


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """The workbook of the master log, its orders as a plain table, and its export."""
    folder = tmp_path_factory.mktemp("cdnow")
    log, book = cdnow("master", folder), folder / "Shop.xlsm"
    run("new", book, "--lang", "en")
    run("import", book, "--orders", log)
    run("refresh", book, "--as-of", AS_OF)
    run("export", book, "customers", "--to", folder / "out.csv")
    orders = pd.read_csv(log, dtype={"customer_id": str}, parse_dates=["order_date"])
    table = pd.read_csv(folder / "out.csv", dtype={"customer_id": str})
    return book, orders, table.set_index("customer_id")


def test_all_customers_and_purchases_arrive(refreshed):
    _, orders, table = refreshed
    assert len(orders) == 69_659
    assert len(table) == 23_570


def test_counts_sums_and_dates_equal_a_plain_computation(refreshed):
    _, orders, table = refreshed
    paid = orders[orders["amount"] > 0]
    plain = paid.groupby("customer_id").agg(
        orders=("amount", "size"), revenue=("amount", "sum"), last=("order_date", "max")
    )
    assert (table.loc[plain.index, "order_count"] == plain["orders"]).all()
    assert np.allclose(table.loc[plain.index, "revenue"], plain["revenue"], atol=1e-6)
    days = (pd.Timestamp(AS_OF) - plain["last"]).dt.days
    assert (table.loc[plain.index, "recency_days"] == days).all()


def test_scores_equal_numpys_quantiles(refreshed):
    _, _, table = refreshed
    bought = table[table["order_count"] > 0]
    for column, score in (("order_count", "f_score"), ("revenue", "m_score")):
        cuts = np.quantile(bought[column], [0.2, 0.4, 0.6, 0.8])
        assert (bought[score] == 1 + (bought[column].to_numpy()[:, None] > cuts).sum(1)).all()
    cuts = np.quantile(bought["recency_days"], [0.2, 0.4, 0.6, 0.8])
    slow = (bought["recency_days"].to_numpy()[:, None] > cuts).sum(1)
    assert (bought["r_score"] == 5 - slow).all()


def test_sorting_the_log_backwards_changes_no_result(refreshed, tmp_path):
    _, orders, table = refreshed
    backwards, other = tmp_path / "backwards.csv", tmp_path / "Other.xlsm"
    orders.iloc[::-1].to_csv(backwards, index=False)
    run("new", other, "--lang", "en")
    run("import", other, "--orders", backwards)
    run("refresh", other, "--as-of", AS_OF)
    run("export", other, "customers", "--to", tmp_path / "out.csv")
    again = pd.read_csv(tmp_path / "out.csv", dtype={"customer_id": str}).set_index("customer_id")
    same = [column for column in table.columns if column != "note"]
    pd.testing.assert_frame_equal(again.loc[table.index, same], table[same])


def test_every_flagged_customer_was_silent_for_more_than_three_months(refreshed):
    _, _, table = refreshed
    flagged = table[table["churn_flag"]]
    assert len(flagged) > 1000
    assert (pd.to_datetime(flagged["last_order"]) < pd.Timestamp("1998-03-30")).all()


def test_the_report_in_json_agrees_with_the_table(refreshed, capsys):
    book, _, table = refreshed
    capsys.readouterr()
    assert main(["refresh", str(book), "--as-of", AS_OF, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["customers"] == 23_570
    assert report["left_out"] == {"not_positive": 80}
    assert (
        report["tier_counts"] == table["tier"].value_counts()[list(report["tier_counts"])].to_dict()
    )
    assert report["churn_flags"] == int(table["churn_flag"].sum())
    assert report["tier_moves"] == 0


def test_the_exported_log_gives_the_orders_back(refreshed, tmp_path):
    book, orders, _ = refreshed
    run("export", book, "orders", "--to", tmp_path / "orders.csv")
    with (tmp_path / "orders.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["customer_id"] for row in rows] == orders["customer_id"].tolist()
    assert [float(row["amount"]) for row in rows] == orders["amount"].tolist()
