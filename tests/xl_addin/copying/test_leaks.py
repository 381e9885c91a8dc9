"""The scan finds a value wherever it is hidden; here it is hidden everywhere in turn."""

import io
import zipfile

import pytest

from tests.xl_addin.copying.making_copies import PAGE, Small, copy_of, parts_of, with_part
from udfs.errors import CustomerChainError
from xl_addin.copying import Forbidden, find_leaks

SECRET = "Zebediah"
FORBIDDEN = Forbidden([SECRET])


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """A copy with a note, a chart and a name in it."""
    small = Small(tmp_path_factory.mktemp("leaks") / "master.xlsx")
    small.customers.write_comment("B5", "a note")
    chart = small.book.add_chart({"type": "line"})
    chart.add_series({"values": "=Customers!$D$4:$D$7"})
    small.own.insert_chart("C3", chart)
    small.book.define_name("Wanted", "=Customers!$D$4:$D$7")
    small.formula(small.own, "A1", "=SUM(Wanted)")
    return copy_of(small.close(), front_page=PAGE, properties={"base": "f00"}).package


def part(clean, start):
    return next(name for name in parts_of(clean) if name.startswith(start))


def test_a_clean_copy_has_none(clean):
    assert find_leaks(clean, FORBIDDEN, thorough=True) == []


# Where: (part, what stands there, what is put in its place)
PLACES = {
    "shared strings": ("xl/sharedStrings", b"</sst>", b"<si><t>Mr Zebediah</t></si></sst>"),
    "rich text in pieces": (
        "xl/sharedStrings", b"</sst>",
        b"<si><r><t>Zebe</t></r><r><t>diah</t></r></si></sst>",
    ),
    "a cell": ("xl/worksheets/sheet2", b"</sheetData>",
               b'<row r="99"><c r="A99" t="str"><v>Zebediah</v></c></row></sheetData>'),
    "a hidden row": ("xl/worksheets/sheet2", b"</sheetData>",
                     b'<row r="99" hidden="1"><c r="A99" t="inlineStr"><is><t>Zebediah</t></is>'
                     b"</c></row></sheetData>"),
    "a formula": ("xl/worksheets/sheet4", b"<f>SUM(Wanted)</f>", b'<f>"Zebediah"&amp;1</f>'),
    "a cached answer": ("xl/worksheets/sheet4", b"<f>SUM(Wanted)</f>",
                        b"<f>SUM(Wanted)</f><v>Zebediah</v>"),
    "a note": ("xl/comments", b"<t>a note</t>", b"<t>of Zebediah</t>"),
    "the author of a note": ("xl/comments", b"<author></author>", b"<author>Zebediah</author>"),
    "the box of a note": ("xl/drawings/vmlDrawing", b"<div ", b'<div title="Zebediah" '),
    "the properties": ("docProps/core", b"<dc:title>", b"<dc:title>Zebediah "),
    "the values a chart remembers": (
        "xl/charts", b"</c:f>", b"</c:f><c:numCache><c:v>Zebediah</c:v></c:numCache>"),
    "a name": ("xl/workbook", b'name="Wanted"', b'name="Zebediah"'),
    "an attribute": ("xl/tables/table1", b"<table ", b'<table comment="by Zebediah" '),
    "a letter written as a number": (
        "xl/sharedStrings", b"</sst>", b"<si><t>Z&#101;bediah</t></si></sst>"),
    "an escaped letter": ("xl/sharedStrings", b"</sst>", b"<si><t>Z_x0065_bediah</t></si></sst>"),
    "a comment of the XML": ("xl/styles", b"<fonts", b"<!-- Zebediah --><fonts"),
}  # fmt: skip


@pytest.mark.parametrize("where", PLACES)
def test_a_value_put_into_a_part_is_found(clean, where):
    start, old, new = PLACES[where]
    name = part(clean, start)
    data = parts_of(clean)[name]
    assert old in data
    bad = with_part(clean, name, data.replace(old, new, 1))
    assert find_leaks(bad, FORBIDDEN)
    assert find_leaks(bad, FORBIDDEN, thorough=True)


def zipped(data, name="inside.txt"):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"raw Zebediah",
        "Zebediah".encode("utf-16"),
        zipped(b"<x>Zebediah</x>"),
        zipped(zipped(b"<x>Zebediah</x>")),
        zipped(b"", name="Zebediah.txt"),
    ],
)
def test_a_value_in_a_strange_part_is_found(clean, data):
    assert find_leaks(with_part(clean, "xl/other.bin", data), FORBIDDEN)


def test_text_of_two_bytes_a_letter_without_a_mark_is_found_thoroughly(clean):
    bad = with_part(clean, "xl/other.bin", b"\x01" + "Zebediah".encode("utf-16-le"))
    assert find_leaks(bad, FORBIDDEN, thorough=True)


def test_the_name_of_a_part_is_read_too(clean):
    assert find_leaks(with_part(clean, "xl/Zebediah/part.xml", b"<x/>"), FORBIDDEN)


def test_a_number_is_found_as_a_cell_has_it_and_not_as_an_address(clean):
    sheet = part(clean, "xl/worksheets/sheet2")
    data = parts_of(clean)[sheet]
    bad = data.replace(b"</sheetData>", b'<row r="99"><c r="A99"><v>77</v></c></row></sheetData>')
    assert find_leaks(with_part(clean, sheet, bad), Forbidden([77]))
    assert not find_leaks(with_part(clean, sheet, bad), Forbidden([99]))


def test_a_leak_tells_its_sheet_and_cell(clean):
    texts = parts_of(clean)["xl/sharedStrings.xml"].replace(b"<t>note 5</t>", b"<t>Zebediah</t>")
    leak = find_leaks(with_part(clean, "xl/sharedStrings.xml", texts), FORBIDDEN)[0]
    assert (leak.sheet, leak.place, leak.value) == ("Customers", "F4", SECRET)


def test_what_is_allowed_is_no_leak(clean):
    texts = parts_of(clean)["xl/sharedStrings.xml"].replace(b"<t>note 5</t>", b"<t>Zebediah</t>")
    bad = with_part(clean, "xl/sharedStrings.xml", texts)
    assert not find_leaks(bad, FORBIDDEN, {SECRET})
    assert not find_leaks(bad, FORBIDDEN, {SECRET}, thorough=True)


@pytest.mark.parametrize("said", ["Anke", "ask Anke today"])
def test_a_copy_with_a_foreign_value_on_an_own_sheet_is_refused_and_the_cell_named(tmp_path, said):
    small = Small(tmp_path / "master.xlsx")
    small.own.write("B7", said)
    with pytest.raises(CustomerChainError) as refused:
        copy_of(small.close(), forbidden=Forbidden(["Anke", "Bertil", "Carsten", "Dagmar"]))
    assert refused.value.key == "copying.leak"
    assert "Own" in refused.value.sentence("en")
    assert "B7" in refused.value.sentence("zh")


def test_a_table_of_the_users_own_that_nobody_named_is_scanned_like_any_text(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.own.write_row("A2", ["Carsten", 1])
    header = [{"header": "Who"}, {"header": "What"}]
    small.own.add_table("A1:B2", {"name": "Favourites", "columns": header})
    with pytest.raises(CustomerChainError) as refused:
        copy_of(small.close(), forbidden=Forbidden(["Carsten"]))
    assert refused.value.values == {"sheet": "Own", "place": "A2"}


def test_a_formula_that_repeats_a_foreign_value_does_not_make_it_allowed(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.own.write("B7", "Carsten")
    small.formula(small.own, "B8", '=B7&""', "Carsten")
    small.formula(small.own, "B9", "=CC_EXPLAIN(B7)", "Carsten")
    with pytest.raises(CustomerChainError) as refused:
        copy_of(small.close(), forbidden=Forbidden(["Carsten"]))
    assert refused.value.values == {"sheet": "Own", "place": "B7"}


def test_a_header_a_sheet_name_and_a_typed_title_are_scanned(tmp_path):
    for number, spoil in enumerate((_header, _sheet_name, _title)):
        small = Small(tmp_path / f"master{number}.xlsx")
        sheets = spoil(small)
        with pytest.raises(CustomerChainError, match="No copy was made"):
            copy_of(small.close(), sheets=sheets, own=sheets[2:], forbidden=Forbidden(["Carsten"]))


def _header(small):
    small.captions[5] = "For Carsten"
    return ("Customers", "Orders", "Own")


def _sheet_name(small):
    small.book.add_worksheet("Carsten")
    return ("Customers", "Orders", "Carsten")


def _title(small):
    chart = small.book.add_chart({"type": "pie"})
    chart.add_series({"values": "=Customers!$D$4:$D$7"})
    chart.set_title({"name": "All about Carsten"})
    small.own.insert_chart("B2", chart)
    return ("Customers", "Orders", "Own")


def test_a_value_the_reader_sees_in_a_row_of_their_own_may_stand_elsewhere(tmp_path):
    small = Small(tmp_path / "master.xlsx")
    small.own.write("B7", "Bertil")
    assert copy_of(small.close(), forbidden=Forbidden(["Anke", "Bertil", "Carsten", "Dagmar"]))


def test_a_chart_title_in_pieces_is_read_as_one(clean):
    name = part(clean, "xl/charts/")
    pieces = b"<a:p><a:r><a:t>Zebe</a:t></a:r><a:r><a:t>diah</a:t></a:r></a:p>"
    chart = parts_of(clean)[name].replace(b"</c:chartSpace>", pieces + b"</c:chartSpace>")
    assert [leak.value for leak in find_leaks(with_part(clean, name, chart), FORBIDDEN)] == [SECRET]
