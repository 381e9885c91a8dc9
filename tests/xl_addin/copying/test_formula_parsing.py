"""Formulas as they stand in files, taken apart; what is not understood is never let through."""

import doctest

import pytest

from xl_addin.copying import formula_parsing, known_functions
from xl_addin.copying.formula_parsing import NameReference, Reference, TableReference, parse


@pytest.mark.parametrize("module", [formula_parsing, known_functions])
def test_the_examples_in_the_docstrings_are_true(module):
    assert doctest.testmod(module).failed == 0


def operands(text):
    return [operand for operand, _ in parse(text, 5, 3).operands]


@pytest.mark.parametrize(
    "text",
    [
        "SUM('My sheet'!D2:D7)",
        "Customers[[#This Row],[Revenue]]*2",
        "VLOOKUP(A5,Orders!$A:$F,3,FALSE)",
        "_xlfn.XLOOKUP(A5,Orders[Customer],Orders[Amount],\"none\")",
        "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(3)",
        "SUM((A1:B2,C3))+5:5&A1%",
        "IF(A1>=1.5E3,{1,2;3,4},TRUE)",
        "Customers[[#Headers],[Name]]",
        "客户[姓名]&'表 1'!$A$1",
    ],
)  # fmt: skip
def test_what_excel_writes_is_understood(text):
    parsed = parse(text, 5, 3)
    assert parsed.understood
    assert not parsed.strange_calls


@pytest.mark.parametrize(
    "text",
    [
        "'[1]Sheet 1'!A1",
        "[2]!Name",
        "Sheet1:Sheet3!A1",
        "#REF!+1",
        "Sheet1!#REF!",
        "T[[#This Row],[a]]:T[[#This Row],[c]]",
        "cmd|'/c calc'!A0",
        "A1#",
        "A1:B2:C3",
        'IF("x',
    ],
)
def test_what_reaches_elsewhere_is_not_understood(text):
    assert not parse(text, 5, 3).understood


@pytest.mark.parametrize(
    "text",
    [
        "MyTax(A1)",
        "A1:INDEX(B:B,3)",
        "_xlfn.WEBSERVICE(A1)",
        "CUBEVALUE(A1)",
        "GETPIVOTDATA(A1,B1)",
        "INDEX(A:A,1):INDEX(A:A,2)",
        "RTD(A1)",
        "Book.xlsx!Macro(1)",
    ],
)
def test_functions_that_would_not_work_in_a_copy_are_strange(text):
    assert parse(text, 5, 3).strange_calls


@pytest.mark.parametrize(
    "text",
    [
        "CC_TIER(A1)",
        "1+IF(A1,cc_tier(B1),2)",
        "_xlfn.CC_TIER(A1)",
        "_xludf.CC_TIER(A1)",
        "[1]!CC_TIER(A1)",
        "'Customer Chain.xlam'!CC_TIER(A1)",
        "ORG.CUSTOMERCHAIN.FUNCTIONS.CC_TIER(A1)",
        "_xlfn.BYROW(A1:A3,CC_TIER)",
        "SUM(CC_RFM(A1:A3))",
    ],
)
def test_our_functions_are_found_however_they_are_written(text):
    assert parse(text, 5, 3).calls_ours


@pytest.mark.parametrize(
    "text", ['IF(A1,"CC_TIER(1)",2)', "Customers[CC_score]", "SUM(ACC_1)", "OCC_TIER(1)"]
)
def test_words_that_only_look_like_our_functions_are_none(text):
    assert not parse(text, 5, 3).calls_ours


def test_relative_references_are_distances_and_fixed_ones_places():
    first, last = operands("B5:$C$9")[0].first, operands("B5:$C$9")[0].last
    assert (first.row, first.column, first.row_fixed) == (0, -1, False)
    assert (last.row, last.column, last.row_fixed, last.column_fixed) == (9, 3, True, True)


def test_a_formula_filled_down_is_the_same_in_every_row():
    assert parse("D5*$B$1", 5, 4) == parse("D6*$B$1", 6, 4)


def test_captions_are_told_without_their_escapes():
    found = operands("T[[#This Row],[a'#b '[c'] d]]")[0]
    assert found == TableReference(
        "T", frozenset({"#this row"}), ("a#b [c] d",), "T[[#This Row],[a'#b '[c'] d]]"
    )


def test_a_word_is_a_name_unless_it_is_a_cell():
    assert isinstance(operands("Wanted+1")[0], NameReference)
    assert isinstance(operands("XFD1+1")[0], Reference)
    assert isinstance(operands("XFE1+1")[0], NameReference)
    assert isinstance(operands("A1048577")[0], NameReference)


def test_the_calls_around_a_reference_are_told_innermost_last():
    parsed = parse("SUM(CC_TIER(SUMIFS(A1,(B1),2),C1),D1)", 1, 1)
    assert [calls for _, calls in parsed.operands] == [
        ("SUM", "CC_", "SUMIFS"),
        ("SUM", "CC_", "SUMIFS"),
        ("SUM", "CC_"),
        ("SUM",),
    ]
