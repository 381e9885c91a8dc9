import pytest

from xl_addin.engines.libreoffice.formula_text import moved, to_calc, to_excel

BOTH_WAYS = [
    ("SUM(A1:B2,$C$3)", "SUM(A1:B2;$C$3)"),
    ("Sheet1!A1+'My Data'!B2", "$'Sheet1'.A1+$'My Data'.B2"),
    ("'Bob''s'!A1", "$'Bob''s'.A1"),
    ("SUM({1,2;3,4})", "SUM({1;2|3;4})"),
    ('IF(A1="x,y;z","TRUE",TRUE)', 'IF(A1="x,y;z";"TRUE";TRUE())'),
    ("SUM((A1:A2,B1:B2))", "SUM((A1:A2~B1:B2))"),
    ("SUM(A1:B2 B1:B3)", "SUM(A1:B2!B1:B3)"),
    ("Orders[Amount]*2", "Orders[Amount]*2"),
    ("Orders[[#This Row],[Net, of tax]]", "Orders[[#This Row];[Net, of tax]]"),
    ("SUM(客户[#All])", "SUM(客户[[#All]])"),
    ("IFERROR(#N/A,0)", "IFERROR(#N/A;0)"),
    ("STDEV.S(A:A)", "STDEV.S(A:A)"),
    ("A1 & B1", "A1 & B1"),
    ("-1.5e-3%", "-1.5e-3%"),
]


@pytest.mark.parametrize(("excel", "calc"), BOTH_WAYS)
def test_a_formula_goes_to_libreoffice_and_comes_back(excel, calc):
    assert to_calc(excel) == calc
    assert to_excel(calc) == excel


@pytest.mark.parametrize(
    ("excel", "calc"),
    [
        ("Orders[@Amount]", "Orders[[#This Row];[Amount]]"),
        ("Orders[@[Net price]]", "Orders[[#This Row];[Net price]]"),
        ("[@Amount]*2", "Mine[[#This Row];[Amount]]*2"),
        ("Orders[@]", "Orders[[#This Row]]"),
        ("_xlfn.STDEV.S(A1)", "STDEV.S(A1)"),
        ("SUM(One:Three!A1:B2)", "SUM($'One'.A1:$'Three'.B2)"),
        ("SUM(One:Three!A1)", "SUM($'One'.A1:$'Three'.A1)"),
        ("@A1:A9", "A1:A9"),
    ],
)
def test_shorter_ways_of_excel_are_spelled_out(excel, calc):
    assert to_calc(excel, own_table="Mine") == calc


def test_libreoffice_may_leave_out_the_dollar_before_a_sheet():
    assert to_excel("Sheet1.A1+$客户.B2") == "Sheet1!A1+客户!B2"


def test_functions_get_the_name_that_is_asked_for():
    assert to_calc("error.type(A1)", str.upper) == "ERROR.TYPE(A1)"
    assert to_excel("org.x.y(1;f(2))", lambda name: name[-1].upper()) == "Y(1,F(2))"


def test_relative_references_move_and_fixed_ones_stay():
    assert moved('A1+$B$2+C$3&"A1"+LOG10(D4)', 2, 1) == 'B3+$B$2+D$3&"A1"+LOG10(E6)'


def test_what_is_no_formula_goes_through_unharmed():
    for text in ("Orders[Amount", "(((", "}", '"open', "[[['"):
        to_calc(text)
        to_excel(text)
