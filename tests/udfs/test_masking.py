"""Masked contact data: what stays, what never stays, and masking twice."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.masking import mask_address, mask_email, mask_id, mask_phone, mask_text


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        (13812345678.0, "138****5678"),
        ("+86 13812345678", "+86 138****5678"),
        ("+86-138-1234-5678", "+86-138-****-5678"),
        ("008613812345678", "0086138****5678"),
        ("１３８１２３４５６７８", "138****5678"),
        ("010-12345678", "010-****5678"),
        ("010-12345678转123", "010-****5678"),
        ("(0571) 8765 4321", "(057*) **** 4321"),
        ("+1-206-555-0142", "+1-20*-***-0142"),
        ("12345678", "****5678"),
        ("1234567", "***"),
        ("95588", "***"),
        ("张三 13812345678", "***"),
        ("微信 zhangsan", "***"),
        ("13812345678 / 010-12345678", "138****5678 / 010-****5678"),
        ("", ""),
        (None, ""),
    ],
)
def test_phones(phone, masked):
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("zhang.wei@example.cn", "z***@example.cn"),
        ("z@example.cn", "***@example.cn"),
        ("客户@例子.公司", "客***@例子.公司"),
        ("a.b@x.cn; c.d@y.cn", "a***@x.cn / c***@y.cn"),
        ("Zhang <zhang@example.cn>", "***"),
        ("zhang", "***"),
        ("a@b@c.cn", "***"),
        (None, ""),
    ],
)
def test_emails(address, masked):
    assert mask_email(address) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "1****************X"),
        ("110105491231002", "1*************2"),
        ("E12345678", "E*******8"),
        ("12345", "***"),
        ("A", "***"),
        ("", ""),
        (None, ""),
    ],
)
def test_id_numbers_show_neither_place_nor_birthday_nor_sex(number, masked):
    assert mask_id(number) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("浙江省杭州市西湖区文三路90号", "浙江省杭州市西湖区***"),
        ("北京市朝阳区建国路1号", "北京市朝阳区***"),
        ("江苏省昆山市花桥镇1号", "江苏省昆山市***"),
        ("内蒙古自治区呼伦贝尔市鄂温克族自治旗1号", "内蒙古自治区呼伦贝尔市鄂温克族自治旗***"),
        ("广东省东莞市长安镇", "广东省东莞市***"),
        ("杭州市幸福小区3号", "杭州市***"),
        ("杭州市文三路市民中心", "杭州市***"),
        ("广东省深圳市南山区", "广东省深圳市南山区"),
        ("文三路90号", "***"),
        ("350 Fifth Avenue, New York, NY 10118", "***"),
        ("", ""),
        (None, ""),
    ],
)
def test_addresses_stay_down_to_the_district(address, masked):
    assert mask_address(address) == masked


@pytest.mark.parametrize(
    ("words", "masked"),
    [
        ("电话13812345678，备用010-88886666。", "电话138****5678，备用010-****6666。"),
        ("13812345678 13912345679", "138****5678 139****5679"),
        ("**13812345678**", "**138****5678**"),
        ("微信wx13812345678", "微信wx138****5678"),
        ("１３８１２３４５６７８", "138****5678"),
        ("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * 5 6 7 8"),
        ("邮箱是li.na@example.cn，谢谢", "邮箱是l***@example.cn，谢谢"),
        ("ｌｉ.ｎａ＠example.cn", "l***@example.cn"),
        ("身份证11010519491231002X", "身份证1****************X"),
        ("身份证110105 19491231 002x", "身份证1****************x"),
        ("call 555-0142", "call ***"),
        ("+1 206 555 0142", "+1 20* *** 0142"),
        ("2026-01-05 13812345678 2026/1/5", "2026-01-05 138****5678 2026/1/5"),
        ("2026-01-05 到 2026-12-31", "2026-01-05 到 2026-12-31"),
        ("买 12 件，单价 128.50，共 1542 元", "买 12 件，单价 128.50，共 1542 元"),
        (13812345678, "138****5678"),
        ("", ""),
        (None, ""),
    ],
)
def test_numbers_and_addresses_in_free_text(words, masked):
    assert mask_text(words) == masked


CELLS = st.one_of(
    st.text(max_size=40),
    st.text("0123456789+-() *转x/", max_size=25),
    st.text("0123456789Xx", max_size=20),
    st.text("abc.@_123 *", max_size=25),
    st.text("浙江省杭州市西湖区文三路90号小区县 ", max_size=25),
    st.from_regex(r"(0086|\+86 ?)?1[3-9][0-9]{9}", fullmatch=True),
)


@pytest.mark.parametrize("mask", [mask_phone, mask_email, mask_id, mask_address, mask_text])
@given(cell=CELLS)
def test_masking_what_is_masked_changes_nothing(mask, cell):
    once = mask(cell)
    assert mask(once) == once


def test_what_masking_leaves_side_by_side_is_masked_at_once():
    once = mask_text("123456789012345 23456 78")
    assert mask_text(once) == once


@given(st.from_regex(r"(\+86 ?)?[0-9]{1,20}", fullmatch=True))
def test_a_masked_phone_shows_seven_digits_at_most_and_hides_four_at_least(phone):
    number = phone.removeprefix("+86").strip()
    masked = mask_phone(phone).removeprefix("+86").strip()
    shown = re.sub(r"[^0-9]", "", masked)
    assert len(shown) <= 7
    assert masked == "***" or len(number) - len(shown) >= 4
    assert number not in masked
    assert shown == number[: len(shown) - 4] + number[-4:] or not shown


@given(st.from_regex(r"[a-z0-9.]{1,20}@[a-z]{1,9}\.(cn|com)", fullmatch=True))
def test_a_masked_email_shows_one_letter_of_the_name(address):
    name, domain = address.split("@")
    shown, masked_domain = mask_email(address).split("@")
    assert masked_domain == domain
    assert shown == "***" or (shown == f"{name[0]}***" and len(name) > 1)


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True))
def test_a_masked_id_shows_two_characters(number):
    assert mask_id(number) == number[0] + "*" * 16 + number[-1]


@given(
    st.text(max_size=20),
    st.one_of(
        st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
        st.from_regex(r"0[1-9][0-9]{1,2}-[0-9]{8}", fullmatch=True),
        st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True),
        st.from_regex(r"[a-z]{2,9}@[a-z]{2,9}\.cn", fullmatch=True),
    ),
    st.text(max_size=20),
)
def test_a_number_never_survives_in_a_note_whatever_stands_around_it(before, secret, after):
    assert secret not in mask_text(before + secret + after)


@given(st.text("abc 你好，。!？\n12.", max_size=40))
def test_text_without_a_number_or_address_stays_as_it_is(words):
    if not re.search(r"[0-9]\D{0,2}[0-9]\D{0,2}[0-9]\D{0,2}[0-9]", words):
        assert mask_text(words) == words


@pytest.mark.parametrize("mask", [mask_phone, mask_email, mask_id, mask_address, mask_text])
@pytest.mark.parametrize("piece", ["a", "1", "1 ", "省", "(", "1-", "a@", "12345678 ", "\n1", "*"])
def test_the_longest_cell_of_excel_is_masked_quickly(mask, piece):
    cell = (piece * 32_767)[:32_767]
    begun = time.process_time()
    mask(cell)
    assert time.process_time() - begun < 1
