"""Copies as their readers get them: out of the sample shop, out of masters full of hiding places.

The search for foreign values shares no code with the product (tests/xl_addin/sharing/leak_search).
"""

import io
import re
import zipfile
from copy import copy

import openpyxl
import pytest
import python_calamine
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import TableColumn

from tests.xl_addin.sharing.leak_search import found_in
from xl_addin.cli import main
from xl_addin.commands.owners import owner_key
from xl_addin.commands.share.fingerprint import base_fingerprint
from xl_addin.commands.share.rows import Rows
from xl_addin.copying import Forbidden, find_leaks
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.sharing.placing import fingerprint

IDENTIFYING = ("customer_id", "name", "phone", "email", "address")
OWN_COLUMN, SCORE = "Licence", "Now"


def share(path, folder, lang, *words):
    folder.mkdir(exist_ok=True)
    return main(["share", str(path), "--to", str(folder), "--lang", lang, *words])


def read(path):
    return ClosedFile(path).read()


@pytest.fixture(scope="module", params=["zh", "en"])
def sample(request, tmp_path_factory):
    """The sample shop with follow-up sheets, own columns and sheets, and values all over it."""
    lang = request.param
    path = tmp_path_factory.mktemp("sample") / "Shop.xlsm"
    assert main(["new", str(path), "--sample", "--lang", lang]) == 0
    assert main(["follow-up", str(path), "--lang", lang]) == 0
    _fill_hiding_places(path)
    return lang, path


def _fill_hiding_places(path):
    """What users do to a workbook, with everybody's data in it."""
    book = openpyxl.load_workbook(path, keep_vba=True)
    tables = read(path)
    customers = tables["customers"]
    sheet, first = book[customers.sheet], customers.first_row
    last = first + len(customers) - 1
    _own_columns(sheet, customers, first, last)
    names = customers.get("name")
    sheet["A5"].comment = Comment(f"not like {names[200]}", "somebody")
    listed = DataValidation("list", formula1=f'"{names[201]},{names[202]}"')
    sheet.add_data_validation(listed)
    listed.add("A5:A20")
    sheet["BZ1"] = f"written beside: {names[203]}"
    for state in ("visible", "hidden", "veryHidden"):
        own = book.create_sheet(f"Mine {state}")
        own.sheet_state = state
        for row, name in enumerate(names, 1):
            own.cell(row, 1, name)
    book.defined_names["Vip"] = openpyxl.workbook.defined_name.DefinedName(
        "Vip", attr_text=f'"{names[204]}"'
    )
    book.properties.creator, book.properties.keywords = names[205], names[206]
    book.save(path)
    _cache_scores(path)


def _own_columns(sheet, customers, first, last):
    """Values of one customer each, and one of our functions with a value beside it."""
    table = sheet.tables["Customers"]
    area = openpyxl.utils.cell.range_boundaries(table.ref)
    for offset, caption in enumerate((OWN_COLUMN, SCORE), 1):
        column = area[2] + offset
        sheet.cell(first - 1, column, caption)
        table.tableColumns.append(TableColumn(id=len(table.tableColumns) + 900, name=caption))
        for number, row in enumerate(range(first, last + 1)):
            words = f"LIC-{number:04d}-X" if caption == OWN_COLUMN else f"CC_SEGMENT(5,5,{number})"
            cell = sheet.cell(row, column, words if caption == OWN_COLUMN else f"={words}")
            cell._style = copy(sheet.cell(row, 2)._style)
    letters = openpyxl.utils.get_column_letter(area[2] + 2)
    first_column = openpyxl.utils.get_column_letter(area[0])
    table.ref = f"{first_column}{area[1]}:{letters}{area[3]}"
    if table.autoFilter is not None:
        table.autoFilter.ref = table.ref


def _cache_scores(path):
    """The values Excel would have left beside the formulas, which openpyxl does not write."""
    with zipfile.ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    formula = re.compile(
        rb"<f>CC_SEGMENT\(5,5,(\d+)\)</f><v ?/>|<f>CC_SEGMENT\(5,5,(\d+)\)</f><v></v>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in parts.items():
            if info.filename.startswith("xl/worksheets/"):
                data = formula.sub(
                    lambda found: (
                        b"<f>CC_SEGMENT(5,5,%b)</f><v>%b</v>" % ((found[1] or found[2],) * 2)
                    ),
                    data,
                )
            archive.writestr(info, data)


def foreign_values(master, copied):
    """What identifies customers that are not in the copy, as far as the reader's rows lack it."""
    book = read(master)
    customers = book["customers"]
    own = set(copied["customers"].get("customer_id"))
    rows = [n for n, who in enumerate(customers.get("customer_id")) if who not in own]
    columns = [customers.get(name) for name in IDENTIFYING] + [customers.extra[OWN_COLUMN]]
    orders = book["orders"]
    of_others = [n for n, who in enumerate(orders.get("customer_id")) if who not in own]
    found = {str(cells[n]) for cells in columns for n in rows if cells[n] is not None}
    found |= {str(orders.get("order_id")[n]) for n in of_others if orders.get("order_id")[n]}
    seen = " ".join(str(c) for t in copied.tables.values() for cs in t.columns.values() for c in cs)
    return {value for value in found if len(value) > 1 and value not in seen}


@pytest.fixture(scope="module")
def copies(sample, tmp_path_factory):
    lang, path = sample
    folder = tmp_path_factory.mktemp("copies")
    assert share(path, folder, lang, "--for", "all") == 0
    return lang, path, sorted(folder.glob("*.xlsx"))


def test_no_copy_holds_anything_of_a_customer_who_is_not_its_readers(copies):
    _, master, found = copies
    assert len(found) >= 4
    for path in sorted(found, key=lambda path: path.stat().st_size)[:3]:
        values = foreign_values(master, read(path))
        assert len(values) > 1_500
        assert found_in(path.read_bytes(), values) == []


def test_our_own_scan_agrees_byte_by_byte(copies):
    _, master, found = copies
    path = min(found, key=lambda path: path.stat().st_size)
    values = Forbidden(foreign_values(master, read(path)))
    package = _without_fingerprint(path.read_bytes())
    assert find_leaks(package, values, thorough=True) == []


def _without_fingerprint(package):
    """Its 64 digits are chance."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as archive,
        zipfile.ZipFile(made, "w") as target,
    ):
        for info in archive.infolist():
            data = re.sub(rb"[0-9a-f]{64}", b"", archive.read(info))
            target.writestr(info.filename, data)
    return made.getvalue()


@pytest.mark.parametrize("table", ["orders", "contacts"])
def test_a_forgotten_filter_is_found_by_the_search(sample, tmp_path, monkeypatch, table):
    lang, master = sample
    plain = Rows._of

    def forgetful(self, name, ids):
        return list(range(len(self.book[name]))) if name == table else plain(self, name, ids)

    monkeypatch.setattr(Rows, "_of", forgetful)
    owner = read(master)["customers"].get("owner")[0]
    share(master, tmp_path / "out", lang, "--for", owner)
    (path,) = (tmp_path / "out").glob("*.xlsx")
    book = read(master)
    own = set(read(path)["customers"].get("customer_id"))
    others = [who for who in book[table].get("customer_id") if who not in own]
    assert found_in(path.read_bytes(), map(str, others)) != []


def test_a_copy_is_free_of_macros_and_names_nobody_who_made_it(copies):
    _, _, found = copies
    for path in found:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            core = archive.read("docProps/core.xml")
        assert not [n for n in names if "vba" in n.lower() or "customUI" in n or "custom/" in n]
        assert b"creator" not in core
        assert b"lastModifiedBy" not in core


def test_each_copy_says_by_itself_which_base_it_has(copies):
    _, master, found = copies
    table = read(master)["share_log"]
    prints = zip(table.get("file_fingerprint"), table.get("base_fingerprint"), strict=True)
    logged = dict(prints)
    for path in found:
        assert base_fingerprint(read(path)) == logged[fingerprint(path)]


def test_our_functions_left_their_values(copies):
    _, master, found = copies
    scores = dict(zip(read(master)["customers"].get("customer_id"), range(10_000), strict=False))
    for path in found:
        table = read(path)["customers"]
        assert SCORE not in table.calculated
        pairs = zip(table.get("customer_id"), table.extra[SCORE], strict=True)
        assert all(value == scores[who] for who, value in pairs)
        with zipfile.ZipFile(path) as archive:
            sheets = [archive.read(n) for n in archive.namelist() if "/worksheets/" in n]
        assert not any(
            b"CC_" in formula for s in sheets for formula in re.findall(rb"<f.*?</f>", s)
        )


def test_libreoffice_without_the_add_in_shows_the_masters_values(copies, office):
    _, master, found = copies
    path = min(found, key=lambda path: path.stat().st_size)
    ours, copied = read(master), read(path)
    shown = python_calamine.load_workbook(str(office(path, "xlsx")))
    for name in ("customers", "orders", "contacts"):
        table, whole = copied[name], ours[name]
        rows = shown.get_sheet_by_name(table.sheet).to_python(skip_empty_area=False)
        read_back = rows[table.first_row - 1 : table.first_row - 1 + len(table)]
        captions = rows[table.first_row - 2]
        key = table.captions["customer_id"]
        column = captions.index(key)
        assert [row[column] for row in read_back] == table.get("customer_id")
        mine = set(copied["customers"].get("customer_id"))
        kept = [n for n, who in enumerate(whole.get("customer_id")) if who in mine]
        for internal, caption in table.captions.items():
            place = captions.index(caption)
            wanted = [whole.get(internal)[n] or "" for n in kept]
            assert [row[place] or "" for row in read_back] == wanted, caption


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_judges_find_no_fault_in_a_copy(tmp_path, schema_errors, lang):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "Shop.xlsm"
    assert main(["new", str(path), "--sample", "--lang", lang]) == 0
    assert main(["follow-up", str(path), "--lang", lang]) == 0
    assert share(path, tmp_path / "out", lang, "--for", "all", "--mask") == 0
    made = sorted((tmp_path / "out").iterdir(), key=lambda copied: copied.stat().st_size)
    assert made
    for copied in made:
        assert schema_errors(copied) == []
    # The second judge takes seconds for each; the fullest copy holds every kind of part.
    assert OpenXmlValidator().validate(str(made[-1])).errors == []


def without_new_sheets(path):
    """As the first version made it."""
    book = openpyxl.load_workbook(path, keep_vba=True)
    tables = read(path)
    kept = ("customers", "orders", "settings", "tiers", "segments", "strategies", "refresh_log")
    for name, table in tables.tables.items():
        if name not in kept:
            del book[table.sheet]
    for name in ("RoleNames",):
        book.defined_names.pop(name, None)
    book.save(path)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_master_of_the_first_version_gets_the_log_and_nothing_else(tmp_path, lang):
    path = tmp_path / "Old.xlsm"
    assert main(["new", str(path), "--sample", "--lang", lang]) == 0
    without_new_sheets(path)
    before = set(read(path).tables)
    assert share(path, tmp_path / "out", lang, "--for", "all") == 0
    book = read(path)
    assert set(book.tables) - before == {"share_log"}
    owners = {owner_key(name) for name in book["customers"].get("owner")} - {""}
    readers = book["share_log"].get("reader")
    assert {owner_key(reader) for reader in readers} == owners
    assert len(list((tmp_path / "out").iterdir())) == len(owners)
    assert share(path, tmp_path / "out", lang, "--for", "all") == 0
    assert len(read(path)["share_log"]) == 2 * len(owners)
    assert len(list((tmp_path / "out").iterdir())) == len(owners)
