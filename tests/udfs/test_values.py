"""The scalar readers: what people and exports write, and what must be refused."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadValue
from udfs.values import dates, fold, is_missing, read_date, read_id, read_number, shown

LONG = "长" * 32_767


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (12.5, 12.5),
        (7, 7.0),
        (np.int64(7), 7.0),
        (Decimal("0.1"), 0.1),
        ("12.5", 12.5),
        ("-3", -3.0),
        ("+3", 3.0),
        ("1,234.50", 1234.5),
        ("1,234,567", 1234567.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("￥88", 88.0),
        ("¥ 1,234.50", 1234.5),
        ("-¥5", -5.0),
        ("¥-5", -5.0),
        ("$ 5", 5.0),
        ("US$5", 5.0),
        ("€1.50", 1.5),
        ("88元", 88.0),
        ("88 CNY", 88.0),
        ("人民币100元", 100.0),
        ("12万", 120_000.0),
        ("12 万元", 120_000.0),
        ("0.07万", 700.0),
        ("1.5亿", 150_000_000.0),
        ("1,234万", 12_340_000.0),
        ("１２３．５", 123.5),
        ("１，２３４", 1234.0),
        ("（12.50）", -12.5),
        ("(12.50)", -12.5),
        ("(¥1,000)", -1000.0),
        ("\u221212", -12.0),
        ("\u00a012\u00a0", 12.0),
        ("\u200f12\u200e", 12.0),
        ("1.2E+05", 120_000.0),
        ("0012", 12.0),
    ],
)
def test_a_number_is_read_as_people_write_it(cell, number):
    assert read_number(cell) == number


@pytest.mark.parametrize(
    "cell",
    [
        *("", "  ", None, "12o", "1,2万", "12,34", "1,23,456", "1.234,50", "1 234", "12 %", "12%"),
        *(
            "--5",
            "-¥-5",
            "(-5)",
            "()",
            "¥",
            "万",
            "5-",
            "1/2",
            "0x10",
            "1_000",
            "nan",
            "inf",
            "1e999",
        ),
        *(
            True,
            np.True_,
            float("nan"),
            float("inf"),
            10**400,
            "1e400",
            "😀",
            "\x07",
            LONG,
            "9" * 500,
        ),
        *(dt.date(2026, 1, 5), [], b"5", "١٢", "=1+1", "一百"),
    ],
)
def test_what_is_no_number_is_refused_with_its_text(cell):
    with pytest.raises(BadValue) as refused:
        read_number(cell)
    assert refused.value.key == "error.not_a_number"
    assert len(refused.value.values["value"]) <= 40


@given(st.integers(-(10**13), 10**13))
def test_every_format_of_an_amount_reads_back_to_it(cents):
    amount = Decimal(cents).scaleb(-2)
    size = abs(amount)
    sign = "-" if cents < 0 else ""
    wide = str(size).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    texts = [f"{amount}", f"{amount:,}", f"{sign}¥{size:,}", f"￥ {amount:,}", f"{amount}元"]
    texts += [sign + wide, f"{amount:,.2f}", f"{Decimal(cents).scaleb(-6):f}万"]
    texts += [f"({size:,})"] if cents < 0 else []
    assert [read_number(text) for text in texts] == [float(amount)] * len(texts)


@pytest.mark.parametrize(
    "cell",
    [
        *(dt.date(2026, 1, 5), dt.datetime(2026, 1, 5, 23, 59), pd.Timestamp("2026-01-05 10:00")),
        *(np.datetime64("2026-01-05T10:00"), 46027, 46027.99, np.float64(46027), 20260105),
        *("2026-01-05", "2026/1/5", "2026.1.5", "20260105", "2026年1月5日", "2026年01月05号"),
        *(
            "2026-01-05 12:30",
            "2026-01-05T12:30:00",
            "2026-01-05T12:30:00.123Z",
            "2026/1/5 8:05:09",
        ),
        *(
            "2026-01-05 12:30:00+08:00",
            "2026年1月5日 上午8:30",
            "2026年1月5日12:30",
            "20260105123000",
        ),
        *(
            " 2026-01-05 ",
            "２０２６－０１－０５",
            "２０２６年１月５日",
            "46027",
            "5 Jan 2026",
            "Jan 5, 2026",
        ),
        *("05-JAN-2026", "January 5 2026", "\u200f2026-01-05"),
    ],
)
def test_one_day_is_read_from_all_its_forms(cell):
    assert read_date(cell) == dt.date(2026, 1, 5)


@pytest.mark.parametrize("day_first", ["13/02/2026", "13.02.2026", "13-2-2026", "02/13/2026"])
def test_day_and_month_are_told_apart_where_only_one_order_is_a_date(day_first):
    assert read_date(day_first) == dt.date(2026, 2, 13)


def test_equal_day_and_month_are_not_ambiguous():
    assert read_date("05/05/2026") == dt.date(2026, 5, 5)


@pytest.mark.parametrize(
    "cell",
    [
        *("", None, "03/04/2026", "13/13/2026", "2026-02-30", "2026-13-01", "26-01-05", "01/05/26"),
        *(
            "2026-1/5",
            "2026年1月",
            "2026-01",
            "2026",
            "12:30",
            "today",
            "昨天",
            "20261301",
            "123",
            "5 Ja 2026",
        ),
        *(
            60,
            60.5,
            0,
            -1,
            2_958_466,
            1e300,
            float("nan"),
            float("inf"),
            True,
            "😀",
            "\x07",
            LONG,
            [],
        ),
        *(pd.NaT, np.datetime64("NaT"), 20260230, 20260105.5, "5 Foo 2026", "2026-01-0512:30"),
    ],
)
def test_what_is_no_date_is_refused_with_its_text(cell):
    with pytest.raises(BadValue) as refused:
        read_date(cell)
    assert refused.value.key == "error.not_a_date"
    assert len(refused.value.values["value"]) <= 40


def test_both_date_systems_count_from_their_own_first_day():
    assert read_date(1) == dt.date(1900, 1, 1)
    assert read_date(59) == dt.date(1900, 2, 28)
    assert read_date(61) == dt.date(1900, 3, 1)
    assert read_date(2_958_465) == dt.date(9999, 12, 31)
    assert read_date(0, date1904=True) == dt.date(1904, 1, 1)
    assert read_date(60, date1904=True) == dt.date(1904, 3, 1)
    assert read_date(46027 - 1462, date1904=True) == dt.date(2026, 1, 5)


@pytest.mark.parametrize("serial", [-1, 2_958_465 - 1461])
def test_serials_outside_the_1904_calendar_are_refused(serial):
    with pytest.raises(BadValue):
        read_date(serial, date1904=True)


def test_serial_60_is_a_day_that_never_was():
    with pytest.raises(BadValue):
        read_date(60)


def test_a_day_before_1900_as_text_is_read_and_left_to_the_caller():
    assert read_date("1899-12-31") == dt.date(1899, 12, 31)


@given(st.dates(dt.date(1900, 3, 1)))
def test_every_day_reads_back_from_serial_and_text(day):
    serial = (day - dt.date(1899, 12, 30)).days
    texts = [day.isoformat(), f"{day.year:04d}/{day.month}/{day.day}", f"{day:%Y%m%d}"]
    texts.append(f"{day.year:04d}年{day.month}月{day.day}日")
    assert {read_date(text) for text in texts} == {read_date(serial), day}
    if day.year >= 1904:
        assert read_date(serial - 1462, date1904=True) == day


@pytest.mark.parametrize(
    ("cell", "identity"),
    [
        *(
            (7.0, "7"),
            (7, "7"),
            (np.float64(7), "7"),
            (np.int64(7), "7"),
            ("007", "007"),
            ("7.0", "7.0"),
        ),
        *(
            (" A1 ", "A1"),
            ("Ａ－１", "A-1"),
            ("　张三　", "张三"),
            ("a\tb\n", "a b"),
            ("A  B", "A B"),
        ),
        *((None, ""), ("", ""), (" ", ""), (float("nan"), ""), (pd.NaT, ""), (pd.NA, "")),
        *(
            (7.5, "7.5"),
            (1e20, "100000000000000000000"),
            (True, "TRUE"),
            (dt.datetime(2026, 1, 5), "2026-01-05"),
        ),
        *(
            ("😀", "😀"),
            ("\x00A\x07", "A"),
            ("\ufeffA", "A"),
            ("=1+1", "=1+1"),
            (LONG, LONG),
            (2**63, str(2**63)),
        ),
    ],
)
def test_an_id_is_text_without_what_nobody_sees(cell, identity):
    assert read_id(cell) == identity


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.integers(0, 10**15))
def test_a_number_and_its_text_are_the_same_id(number):
    assert read_id(number) == read_id(float(number)) == read_id(str(number))


def test_a_message_quotes_one_short_line():
    assert shown("a\nb\x07") == "a b"
    assert shown(LONG) == "长" * 39 + "…"


@pytest.mark.parametrize(
    "cell", [None, "", " \t", "\u3000", "\u200b", float("nan"), pd.NaT, pd.NA, np.datetime64("NaT")]
)
def test_nothing_in_the_cell_is_missing(cell):
    assert is_missing(cell)


@pytest.mark.parametrize("cell", [0, "0", False, "-", dt.date(2026, 1, 5), LONG])
def test_something_in_the_cell_is_not_missing(cell):
    assert not is_missing(cell)


@pytest.mark.parametrize("date1904", [False, True])
def test_a_column_of_serials_is_read_like_its_cells_one_by_one(date1904):
    cells = [61, 46_023.75, None, 200_000.0, 61.5]
    found, bad = dates(cells, date1904)
    assert not bad.any()
    for cell, day in zip(cells, found.tolist(), strict=True):
        assert day == (None if cell is None else read_date(cell, date1904))


def test_a_column_that_mixes_serials_and_dates_as_numbers_reads_both():
    found, bad = dates([46_023, 20_260_101])
    assert not bad.any()
    assert found[0] == found[1]
