"""One finished copy: nothing foreign in it, its fingerprint computed from itself, its password."""

import io
import zipfile
from datetime import UTC

import openpyxl
import pytest
from openpyxl import load_workbook

from tests.xl_addin.sharing.leak_search import found_in
from tests.xl_addin.sharing.masters import NOW, PEOPLE, Log, master, person, prepared, read
from udfs.errors import BadValue
from xl_addin.commands.share.fingerprint import base_fingerprint
from xl_addin.copying.encryption import decrypted
from xl_addin.sharing import selecting
from xl_addin.sharing.run import make_copies

BENS = [
    value
    for row in PEOPLE
    if row["owner"] == "Ben"
    for name, value in row.items()
    if name in ("customer_id", "name", "phone", "email", "address", "company", "note")
] + ["139", "Talk with Person B1"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return master(tmp_path_factory.mktemp("master") / "Shop.xlsm")


def copies(path, folder, readers="Anna", passwords=None, log=None, **values):
    made = prepared(path, readers, **values)
    chosen = {reader.key: passwords for reader in made.readers.found} if passwords else {}
    report, _ = make_copies(made, folder, chosen, log or Log())
    return report


def properties(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("docProps/custom.xml").decode()


def test_the_reader_finds_own_customers_and_nothing_of_others(shop, tmp_path):
    (made,) = copies(shop, tmp_path).made
    path = tmp_path / made.file
    book = read(path)
    assert book["customers"].get("customer_id") == ["A1", "A2"]
    assert book["customers"].get("phone") == [row["phone"] for row in PEOPLE[:2]]
    assert set(book["orders"].get("customer_id")) == {"A1", "A2"}
    assert set(book["contacts"].get("customer_id")) == {"A1", "A2"}
    foreign = [value for value in BENS if value not in ("139", "B1", "B2")]
    assert found_in(path.read_bytes(), foreign) == []
    assert found_in(path.read_bytes(), ["Person A1"]) != []


def test_a_forgotten_filter_is_found(shop, tmp_path, monkeypatch):
    plain = selecting.Sheets.selection

    def everything(self, plan):
        chosen = plain(self, plan)
        for sheet in chosen.sheets:
            for name, table in sheet.tables.items():
                sheet.tables[name] = selecting.TableSelection(None, table.dropped, table.masks)
        return chosen

    monkeypatch.setattr(selecting.Sheets, "selection", everything)
    (made,) = copies(shop, tmp_path).made
    assert found_in((tmp_path / made.file).read_bytes(), ["Person B1"]) != []


def test_the_fingerprint_is_computed_from_the_copy_itself(shop, tmp_path):
    (made,) = copies(shop, tmp_path).made
    path = tmp_path / made.file
    assert base_fingerprint(read(path)) == made.base_fingerprint
    assert made.base_fingerprint in properties(path.read_bytes())
    page = load_workbook(path).worksheets[0]
    cells = [str(cell.value) for row in page.iter_rows() for cell in row]
    assert made.base_fingerprint in cells
    assert "0" * 64 not in cells


def test_the_same_master_gives_the_same_copy(shop, tmp_path):
    contents = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (made,) = copies(shop, folder).made
        contents.append((folder / made.file).read_bytes())
    assert contents[0] == contents[1]


def test_masked_values_are_in_no_part(shop, tmp_path):
    (made,) = copies(shop, tmp_path, mask=True).made
    content = (tmp_path / made.file).read_bytes()
    own = [PEOPLE[0][name] for name in ("phone", "email", "address")]
    assert found_in(content, [*own, "139650000"]) == []
    assert found_in(content, ["138****0001"]) != []
    assert made.plan.masked


def test_hidden_columns_are_gone_and_the_table_is_still_whole(tmp_path):
    roles = [{"role": "Sales", "hidden_columns": "Phone; Revenue; Note"}]
    path = master(tmp_path / "Shop.xlsm", roles=roles)
    (made,) = copies(path, tmp_path).made
    content = (tmp_path / made.file).read_bytes()
    table = read(tmp_path / made.file)["customers"]
    assert not {"phone", "revenue", "note", "why", "gap_to_next_tier"} & table.captions.keys()
    assert table.get("email") == ["mail.a1@example.com", "mail.a2@example.com"]
    assert found_in(content, [PEOPLE[0]["phone"], "Remark about"]) == []
    assert base_fingerprint(read(tmp_path / made.file)) == made.base_fingerprint


def test_a_password_locks_the_copy_and_stands_nowhere(shop, tmp_path):
    log = Log()
    (made,) = copies(shop, tmp_path, passwords="k7fm-w3xp-hq9t", log=log).made
    content = (tmp_path / made.file).read_bytes()
    assert not content.startswith(b"PK")
    inside = decrypted(content, "k7fm-w3xp-hq9t")
    assert found_in(inside, ["k7fm"]) == []
    assert "k7fm" not in str(log.rows())
    assert log.rows()[0]["encrypted"] is True
    opened = tmp_path / "opened.xlsx"
    opened.write_bytes(inside)
    assert base_fingerprint(read(opened)) == made.base_fingerprint


def test_it_has_the_date_of_the_master_and_no_authors(shop, tmp_path):
    (made,) = copies(shop, tmp_path).made
    created = load_workbook(tmp_path / made.file).properties.created
    assert created.replace(tzinfo=UTC) == NOW.astimezone()
    with zipfile.ZipFile(tmp_path / made.file) as archive:
        assert b"creator" not in archive.read("docProps/core.xml")
    assert made.file == "Customer Chain Anna 2026-03-02.xlsx"


def test_a_leak_is_told_with_its_place_and_no_copy_is_made(tmp_path):
    rows = [{"occasion": "birthday", "words": "As for Person B1"}]
    path = master(tmp_path / "Shop.xlsm", templates=rows)
    report = copies(path, tmp_path)
    assert not report.made
    (why,) = report.refused
    assert isinstance(why, BadValue)
    said = why.sentence("en")
    assert "Anna: F5 on sheet Message templates holds something of another customer" in said
    assert not list(tmp_path.glob("Customer*.xlsx"))


def test_without_its_password_a_copy_never_lies_in_the_folder(shop, tmp_path):
    class Watching(Log):
        def __call__(self, changes):
            self.seen = [p.read_bytes()[:2] for p in tmp_path.rglob("*.xlsx") if p.is_file()]
            super().__call__(changes)

    log = Watching()
    copies(shop, tmp_path, passwords="k7fm-w3xp-hq9t", log=log)
    assert log.seen
    assert b"PK" not in log.seen


def edited(path, edit):
    """The master as somebody changed it by hand."""
    book = load_workbook(path)
    edit(book)
    path = path.with_suffix(".xlsx")
    book.save(path)
    return path


def test_a_tab_with_a_name_of_somebody_elses_customer_is_refused(tmp_path):
    def edit(book):
        sheet = book["Contacts"]
        sheet.title, sheet.print_title_rows, sheet.print_area = "Person B1", None, None
        for name in [n for n, d in book.defined_names.items() if "Contacts" in d.attr_text]:
            del book.defined_names[name]

    report = copies(edited(master(tmp_path / "Shop.xlsm"), edit), tmp_path)
    assert not report.made
    assert report.refused[0].key == "share.leak"


def test_a_remark_in_place_of_our_explanation_stays_behind(tmp_path):
    def edit(book):
        (table,) = book["Orders"].tables.values()
        row = book["Orders"][table.ref.split(":")[0]].row - 2
        book["Orders"].cell(row, 1).value = "Old Wang owes us a lot"

    path = edited(master(tmp_path / "Shop.xlsm"), edit)
    (made,) = copies(path, tmp_path).made
    assert found_in((tmp_path / made.file).read_bytes(), ["Old Wang"]) == []


def with_visits(path, twin=False):
    """A sheet of the user's own with a table by customer."""

    def edit(book):
        sheet = book.create_sheet("Visits")
        for row in (
            ("Customer ID", "Mobile", "Seen"),
            ("A1", "13911112222", "visit of A1"),
            ("B1", "13933334444", "visit of B1"),
        ):
            sheet.append(row)
        sheet.add_table(openpyxl.worksheet.table.Table(displayName="Visits", ref="A1:C3"))

    people = (*PEOPLE[:3], person("B2") | {"customer_id": "A1"}) if twin else PEOPLE
    roles = [{"role": "Sales", "own_sheets": "Visits"}]
    return edited(master(path, people, roles=roles), edit)


def test_own_sheets_are_masked_too(tmp_path):
    path = with_visits(tmp_path / "Shop.xlsm")
    (made,) = copies(path, tmp_path, mask=True).made
    content = (tmp_path / made.file).read_bytes()
    assert found_in(content, ["13911112222"]) == []
    assert found_in(content, ["139****2222", "visit of A1"]) != []


def test_a_row_whose_id_belongs_to_another_owner_opens_nothing(tmp_path):
    path = with_visits(tmp_path / "Shop.xlsm", twin=True)
    (made,) = copies(path, tmp_path, readers="Ben").made
    content = (tmp_path / made.file).read_bytes()
    assert found_in(content, ["visit of A1", "Person B2", "Talk with Person A1"]) == []
    assert found_in(content, ["visit of B1"]) != []
    assert made.plan.left_out == {"shared_id": 1}
