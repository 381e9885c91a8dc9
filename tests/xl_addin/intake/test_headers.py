"""Headers: captions, aliases, --map, and the sentences where a header leaves things open."""

from __future__ import annotations

from pathlib import Path

import pytest

from udfs.errors import BadValue
from udfs.texts import LANGUAGES
from xl_addin.intake import Incoming, read_file
from xl_addin.intake.aliases import strong_words, weak_words
from xl_addin.schema import ADDIN, caption, table

ROW = "1,2026-01-05,5"


def read(folder: Path, header: str, row: str = ROW, **options: object) -> Incoming:
    path = folder / "log.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    return read_file(path, "orders", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    [
        "customer_id,order_date,amount",
        "客户编号,订单日期,金额",
        "Customer ID,Order date,Amount",
        "会员号,下单时间,实付金额",
        "客户ID,下单时间,订单金额",
        "Customer No,Order Date,Total",
        " CUSTOMER  ID ,order-date,amount".replace("order-date", "ORDER_DATE"),
        "客户编号,订单日期,金额(元)",
        "*客户编号:,* 订单日期,金额",
        "客户,日期,总价",
    ],
)
def test_columns_are_found_by_caption_name_and_alias(tmp_path: Path, header: str) -> None:
    columns = read(tmp_path, header).columns
    assert columns == {"customer_id": ["1"], "order_date": ["2026-01-05"], "amount": ["5"]}


@pytest.mark.parametrize("table_name", ["orders", "customers"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_is_known_by_its_caption(table_name: str, lang: str) -> None:
    words = strong_words(table_name)
    for column in table(table_name).columns:
        own = "".join(caption(table_name, column.name, lang).casefold().split())
        assert words[own] == column.name


@pytest.mark.parametrize("table_name", ["orders", "customers"])
def test_no_alias_leads_to_a_computed_or_unknown_column(table_name: str) -> None:
    from xl_addin.intake.aliases import ALIASES, WEAK

    for words in (ALIASES[table_name], WEAK[table_name]):
        assert set(words) <= set(table(table_name).names()) - set(table(table_name).names(ADDIN))
    assert not set(weak_words(table_name)) & set(strong_words(table_name))


def test_ten_thousands_are_not_taken_for_an_amount(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="万元"):
        read(tmp_path, "客户编号,订单日期,金额(万元)")


def test_two_headers_for_one_column_are_a_question_that_map_answers(tmp_path: Path) -> None:
    header, row = "客户编号,订单日期,订单金额,实付金额", "1,2026-01-05,5,4"
    with pytest.raises(BadValue) as caught:
        read(tmp_path, header, row, lang="zh")
    assert caught.value.key == "intake.two_columns"
    for said in ("log.csv", "订单金额", "实付金额", '--map "金额=订单金额"'):
        assert said in caught.value.sentence("zh")
    incoming = read(tmp_path, header, row, mapping={"amount": "实付金额"})
    assert incoming.columns["amount"] == ["4"]
    assert incoming.extra == {"订单金额": ["5"]}


def test_a_vague_header_gives_way_to_a_clear_one(tmp_path: Path) -> None:
    incoming = read(tmp_path, "customer_id,order_date,amount,Total", "1,2026-01-05,5,9")
    assert incoming.columns["amount"] == ["5"]
    assert incoming.extra == {"Total": ["9"]}


def test_map_takes_captions_and_any_header(tmp_path: Path) -> None:
    incoming = read(
        tmp_path,
        "wer,wann,wieviel",
        mapping={"客户编号": "wer", "order_date": "WANN", "Amount": "wieviel"},
    )
    assert incoming.columns["order_date"] == ["2026-01-05"]
    assert incoming.sources == {"customer_id": "wer", "order_date": "wann", "amount": "wieviel"}


@pytest.mark.parametrize(
    ("mapping", "key"),
    [
        ({"amount": "Preis"}, "intake.map_unknown_header"),
        ({"price": "amount"}, "intake.map_unknown_column"),
    ],
)
def test_a_map_that_leads_nowhere_is_refused(
    tmp_path: Path, mapping: dict[str, str], key: str
) -> None:
    with pytest.raises(BadValue) as caught:
        read(tmp_path, "customer_id,order_date,amount", mapping=mapping)
    assert caught.value.key == key


def test_computed_columns_of_an_export_are_never_imported(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("customer_id,name,tier,why\n1,Li,High,because\n", encoding="utf-8")
    incoming = read_file(path, "customers")
    assert set(incoming.columns) == {"customer_id", "name"}
    assert incoming.computed == ("tier", "why")


def test_columns_nobody_knows_are_kept_apart_even_with_equal_or_no_headers(tmp_path: Path) -> None:
    incoming = read(tmp_path, "customer_id,order_date,amount,x,x,,", f"{ROW},a,b,c,")
    assert incoming.extra == {"x": ["a"], "x (2)": ["b"], "column 6": ["c"]}
