"""LibreOffice opens what we write, shows the same values, and prints it readably."""

import subprocess

import pytest
import python_calamine

from udfs.texts import text
from xl_addin.hosts.closed_file import ClosedFile


@pytest.mark.parametrize("name", ["sample_zh", "sample_en", "filled_en", "foreign"])
def test_libreoffice_reads_the_values_we_wrote(shelf, office, name):
    ours = python_calamine.load_workbook(str(shelf[name]))
    theirs = python_calamine.load_workbook(str(office(shelf[name], "xlsx")))
    assert theirs.sheet_names == ours.sheet_names
    customers = ClosedFile(shelf[name]).read(["customers"])["customers"]
    sheet = customers.sheet
    written = ours.get_sheet_by_name(sheet).to_python()
    read = theirs.get_sheet_by_name(sheet).to_python()
    revenue = customers.captions["revenue"]
    for row, other in zip(written, read, strict=False):
        if revenue not in row and name != "foreign":
            assert other[: len(row)] == row


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sheet_prints_with_its_title_and_columns(shelf, office, lang):
    pdf = office(shelf[f"sample_{lang}"], "pdf")
    printed = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    for sheet in ("guide", "customers", "orders", "settings", "tiers", "segments", "strategies"):
        assert text(f"sheet.{sheet}", lang) in printed
    for column in ("customers.tier", "customers.churn_flag", "orders.amount"):
        words = text(f"column.{column}", lang).split()
        assert all(word in printed for word in words)
    assert "###" not in printed


def test_formulas_of_the_user_calculate_from_the_new_values(shelf, office):
    read = python_calamine.load_workbook(str(office(shelf["foreign"], "xlsx")))
    rows = read.get_sheet_by_name("My customers").to_python()
    header = next(row for row in rows if "Double revenue" in row)
    doubled, revenue = header.index("Double revenue"), header.index("Revenue")
    filled = [row for row in rows[rows.index(header) + 1 :] if isinstance(row[revenue], float)]
    assert len(filled) == 5
    assert all(row[doubled] == 2 * row[revenue] for row in filled)
    assert any(row[revenue] > 0 for row in filled)
