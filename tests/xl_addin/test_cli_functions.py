"""`customer-chain functions` and `customer-chain call`: words in, text out, errors raised."""

import pytest

from udfs.errors import BadValue, CustomerChainError, NotComputable, NotFound
from udfs.worksheet.registry import call, functions
from xl_addin.cli.functions import call_function, describe_function, list_functions

CSV = "客户编号,订单编号,订单日期,金额\n007,o1,2026-01-05,120\n7,o2,2026年1月20日,￥80\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_names_every_function_with_its_summary(lang):
    lines = list_functions(lang).split("\n")
    for f in functions():
        assert any(f.name in line and f.summary(lang) in line for line in lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("f", functions(), ids=lambda f: f.name)
def test_a_description_has_all_arguments_and_an_example(f, lang):
    words = describe_function(f.name.lower(), lang)
    assert words.startswith(f.signature())
    for argument in f.arguments:
        assert f.argument_help(argument.name, lang) in words
    assert f.result_help(lang) in words
    assert f"={f.name}(" in words


def test_a_single_result_is_one_word():
    assert call_function("CC_SEGMENT", ["5", "5", "4"]) == "Champions"
    assert call_function("cc_segment", ["5", "5", "4"], "zh") == "冠军客户"


def test_numbers_dates_and_truth_values_are_read_from_words():
    assert call_function("CC_RECENCY_DAYS", ["2026-01-05", "2026年1月31日"]) == "26"
    assert call_function("CC_RECENCY_DAYS", ["20260105", "46053"]) == "26"
    assert call_function("CC_CHURN_FLAG", ["2025-01-01", "TRUE", "2026-01-31"]) == "TRUE"
    assert call_function("CC_CHURN_FLAG", ["2025-01-01", "false", "2026-01-31"]) == "FALSE"
    assert call_function("CC_TIER", ["3", "￥1.2万", "5", "8,000"]) == "Potential"
    assert call_function("CC_TIER", ["-3", "-5", "5", "8000"]) == "Ordinary"


def test_a_json_list_is_a_column_and_a_list_of_lists_has_rows():
    assert call_function("CC_F_SCORE", ["[1,2,2,5,9]"]) == "1\n2\n2\n4\n5"
    assert call_function("CC_SEGMENT", ["[[5,1],[3,null]]", "5", "5"]) == (
        "Champions\tCannot Lose\nLoyal\t"
    )


@pytest.mark.parametrize(
    "word", ["[1,2", "[1,NaN]", "[Infinity]", '[{"a":1}]', "[[[1]]]", "[" * 100_000]
)
def test_a_list_that_is_none_is_refused(word):
    with pytest.raises(BadValue):
        call_function("CC_F_SCORE", [word])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_range_comes_out_of_a_csv_file(tmp_path, encoding, separator):
    file = tmp_path / "orders.csv"
    file.write_bytes(CSV.replace(",", separator).encode(encoding))
    found = call_function("CC_RFM", [f"@{file}", "2026-01-31"])
    header, *rows = [line.split("\t") for line in found.split("\n")]
    assert header[0] == "Customer ID"
    assert rows == [
        ["007", "26", "1", "120", "1", "1", "5", "115"],
        ["7", "11", "1", "80", "5", "1", "1", "511"],
    ]


def test_quoted_cells_of_a_csv_file_keep_their_separators(tmp_path):
    file = tmp_path / "rules.csv"
    file.write_text('segment,scores\r\n"Best, by far","555,554"\r\n', encoding="utf-8")
    assert call_function("CC_SEGMENT", ["5", "5", "4", f"@{file}"]) == "Best, by far"


def test_a_csv_file_that_is_missing_or_no_text_is_refused_with_its_name(tmp_path):
    with pytest.raises(NotFound, match=r"none\.csv"):
        call_function("CC_F_SCORE", [f"@{tmp_path / 'none.csv'}"])
    with pytest.raises(BadValue, match="cannot be read"):
        call_function("CC_F_SCORE", [f"@{tmp_path}"])
    file = tmp_path / "bytes.csv"
    file.write_bytes(b"\xff\xff\xff\xff")
    with pytest.raises(BadValue, match="neither UTF-8 nor GBK"):
        call_function("CC_F_SCORE", [f"@{file}"])


def test_an_empty_csv_file_gives_an_empty_result(tmp_path):
    file = tmp_path / "empty.csv"
    file.write_bytes(b"")
    assert call_function("CC_F_SCORE", [f"@{file}"]) == ""


def test_a_single_value_that_cannot_be_computed_is_raised_with_its_reason():
    with pytest.raises(BadValue, match="'6' is not a score from 1 to 5"):
        call_function("CC_SEGMENT", ["6", "5", "4"])
    with pytest.raises(NotComputable) as late:
        call_function("CC_RECENCY_DAYS", ["2026-02-01", "2026-01-31"])
    assert "2026-02-01" in late.value.sentence("zh")


def test_in_a_range_a_bad_cell_shows_its_error_and_its_reason():
    found = call_function("CC_SEGMENT", ['[5,"x"]', "5", "5"])
    assert found == "Champions\n#VALUE! 'x' is not a score from 1 to 5"


def test_what_is_wrong_with_the_call_is_raised_as_a_typed_error():
    for name, words in (("CC_SEGMNT", ["5"]), ("CC_SEGMENT", ["5"]), ("CC_SEGMENT", ["1"] * 5)):
        with pytest.raises(CustomerChainError) as wrong:
            call_function(name, words)
        assert wrong.value.sentence("zh")
    with pytest.raises(NotFound, match="CC_SEGMENT"):
        describe_function("CC_SEGMNT")


def test_the_command_line_and_the_registry_give_the_same_numbers():
    column = [0.1 + 0.2, 1e6, 3, 12.5, 7]
    expected = [str(row[0]) for row in call("CC_M_SCORE", [column])]
    assert call_function("CC_M_SCORE", [str(column)]).split("\n") == expected
