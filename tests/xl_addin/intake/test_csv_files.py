"""CSV files of every office: encodings, delimiters, quotes, rows of uneven length."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadValue
from xl_addin.intake import read_file

LINES = "订单编号,客户编号,订单日期,金额,备注\nO1,007,2026-01-05,88,圣诞节礼物送给老客户\n"


def written(folder: Path, data: str | bytes, name: str = "orders.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path, **options: object) -> BadValue:
    with pytest.raises(BadValue) as caught:
        read_file(path, "orders", **options)  # type: ignore[arg-type]
    assert path.name in caught.value.sentence("zh")
    assert path.name in caught.value.sentence("en")
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode("utf-8"),
        LINES.encode("utf-8-sig"),
        LINES.encode("gbk"),
        LINES.encode("gb18030"),
        LINES.encode("utf-16"),
        codecs.BOM_UTF16_BE + LINES.encode("utf-16-be"),
        LINES.replace("\n", "\r\n").encode("gbk"),
        LINES.replace("\n", "\r").encode("utf-8"),
        LINES.replace(",", ";").encode("gbk"),
        LINES.replace(",", "\t").encode("utf-16"),
        ("sep=;\n" + LINES.replace(",", ";")).encode(),
    ],
)
def test_every_encoding_line_end_and_delimiter_gives_the_same_row(
    tmp_path: Path, data: bytes
) -> None:
    incoming = read_file(written(tmp_path, data), "orders")
    assert {name: cells[0] for name, cells in incoming.columns.items()} == {
        "order_id": "O1",
        "customer_id": "007",
        "order_date": "2026-01-05",
        "amount": "88",
        "note": "圣诞节礼物送给老客户",
    }


def test_utf_16_without_a_mark_is_recognised_by_its_zero_bytes(tmp_path: Path) -> None:
    data = "customer_id,order_date,amount\n1,2026-01-05,5\n"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read_file(written(tmp_path, data.encode(encoding)), "orders").columns["amount"] == [
            "5"
        ]


def test_accents_of_western_windows_are_not_read_as_chinese(tmp_path: Path) -> None:
    data = "customer_id,order_date,amount,product\n1,2026-01-05,5,Tür für Müller & Söhne\n"
    incoming = read_file(written(tmp_path, data.encode("cp1252")), "orders")
    assert incoming.columns["product"] == ["Tür für Müller & Söhne"]


def test_text_in_no_known_encoding_is_refused(tmp_path: Path) -> None:
    bad = LINES.encode("gbk") + b"O2,\xff\xff\xff\xff\xfe\xff,2026-01-05,88,x\n"
    assert refusal(written(tmp_path, bad)).key == "intake.encoding"


def test_a_comma_inside_quotes_does_not_divide(tmp_path: Path) -> None:
    data = 'customer_id,order_date,amount,product\n1,2026-01-05,"1,234.50","a ""b"", c"\n'
    columns = read_file(written(tmp_path, data), "orders").columns
    assert (columns["amount"], columns["product"]) == (["1,234.50"], ['a "b", c'])


def test_a_line_number_counts_the_lines_inside_quoted_cells(tmp_path: Path) -> None:
    data = 'customer_id,order_date,amount,note\n1,2026-01-05,1,"two\nlines"\n\n2,2026-01-06,2,x\n'
    assert list(read_file(written(tmp_path, data), "orders").lines) == [2, 5]


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line(tmp_path: Path) -> None:
    data = 'customer_id,order_date,amount\n1,2026-01-05,1\n2,"2026-01-06,2\n3,2026-01-07,3\n'
    why = refusal(written(tmp_path, data))
    assert (why.key, why.values["line"]) == ("intake.bad_quotes", 3)


def test_a_line_with_a_cell_too_many_is_refused_with_its_line(tmp_path: Path) -> None:
    data = "customer_id,order_date,amount\n1,2026-01-05,1\n2,2026-01-06,1,234\n"
    why = refusal(written(tmp_path, data))
    assert (why.key, why.values["line"], why.values["cells"]) == ("intake.ragged", 3, 4)
    assert "line 3: 4 cells where the header has 3" in why.sentence("en")


def test_a_line_that_ends_before_the_amount_is_refused(tmp_path: Path) -> None:
    data = "customer_id,order_date,amount\n1,2026-01-05,1\n2\n"
    assert refusal(written(tmp_path, data)).values["line"] == 3


def test_blanks_left_off_at_the_end_of_a_line_are_filled_up(tmp_path: Path) -> None:
    # Excel itself leaves off empty cells at the end of lines.
    data = (
        "customer_id,order_date,amount,note\n1,2026-01-05,1,x\n2,2026-01-06,2\n3,2026-01-07,3,,,\n"
    )
    assert read_file(written(tmp_path, data), "orders").columns["note"] == ["x", None, None]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b",,,\n,,\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(written(tmp_path, data)).key == "intake.empty"


def test_a_file_with_only_a_header_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "customer_id,order_date,amount\n")).key == "intake.no_rows"


def test_title_lines_above_the_header_are_passed_over(tmp_path: Path) -> None:
    data = "2026 年订单导出\n\n客户编号,订单日期,金额\n1,2026-01-05,5\n"
    incoming = read_file(written(tmp_path, data), "orders")
    assert (incoming.columns["customer_id"], list(incoming.lines)) == (["1"], [4])


def test_excels_way_to_keep_text_in_csv_is_undone(tmp_path: Path) -> None:
    data = 'customer_id,order_date,amount,note\n="007",2026-01-05,5,=1+1\n'
    columns = read_file(written(tmp_path, data), "orders").columns
    assert (columns["customer_id"], columns["note"]) == (["007"], ["=1+1"])


NO_QUOTES = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters='",\ufffe\uffff'),
    min_size=1,
).filter(lambda cell: cell.strip() and not cell.startswith('="'))


@given(st.lists(NO_QUOTES, min_size=1, max_size=8))
def test_any_text_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, notes: list[str]
) -> None:
    lines = [f'1,2026-01-05,5,"{note}"' for note in notes]
    data = "\n".join(["customer_id,order_date,amount,note", *lines])
    path = written(tmp_path_factory.getbasetemp(), data)
    assert read_file(path, "orders").columns["note"] == notes
