"""Which tables copies may hold, and by which names people call their columns."""

from tests.xl_addin.commands.share.office import office
from xl_addin import schema
from xl_addin.commands.share import tables


def test_every_table_is_for_customers_for_all_for_the_company_or_for_nobody():
    groups = (tables.OF_CUSTOMERS, tables.FOR_ALL, tables.OF_THE_COMPANY, tables.NEVER)
    assert sorted(name for group in groups for name in group) == sorted(schema.TABLE_NAMES)


def test_every_table_of_customers_says_whose_a_row_is():
    assert all(schema.table(name).find(tables.CUSTOMER) for name in tables.OF_CUSTOMERS)


def test_who_else_reads_what_is_in_no_copy():
    found = {table.name for table in tables.in_copies(office(staff=[{"owner": "Anna"}]))}
    assert "customers" in found
    assert not found & set(tables.NEVER)


def test_a_header_somebody_has_rewritten_is_shown_as_it_stands():
    table = office()["customers"]
    table.captions["phone"] = "PHONE"
    table.extra["Shoe size"] = [1, 2, 3]
    assert tables.caption_of(table, "phone", "en") == "PHONE"
    assert tables.caption_of(table, "email", "en") == "E-mail"
    assert tables.caption_of(table, "Shoe size", "en") == "Shoe size"
    assert tables.columns_of(table)[-1] == "Shoe size"
