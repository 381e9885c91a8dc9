"""Nothing about another's customer in what everybody gets; one's own customers may be named."""

import openpyxl
import pytest

from tests.xl_addin.sharing.masters import NOW, master, prepared
from udfs.errors import BadValue
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.rows import Rows
from xl_addin.copying import Forbidden
from xl_addin.sharing.secrets import secret_values
from xl_addin.sharing.suspects import Suspects


def words(said):
    return [{"occasion": "birthday", "words": said}]


def refuse(path, who="Anna", mask=False):
    made = prepared(path, who)
    plan = Planner(made.book, Rows(made.book, NOW.date()), mask).plan(made.readers.found[0])
    Suspects(made.book, made.sheets, Forbidden(secret_values(made.book))).refuse(plan)


def test_a_template_that_names_anothers_customer_is_refused_with_its_cell(tmp_path):
    path = master(tmp_path / "m.xlsm", templates=words("as for Person B1"))
    with pytest.raises(BadValue, match="Anna: F5 on sheet Message templates"):
        refuse(path)


def test_the_reader_whose_customer_it_is_may_read_it(tmp_path):
    path = master(tmp_path / "m.xlsm", templates=words("as for Person B1"))
    refuse(path, "Ben")


def test_what_is_masked_for_the_reader_may_not_stand_elsewhere(tmp_path):
    path = master(tmp_path / "m.xlsm", templates=words("call 13866000001"))
    refuse(path, "Ben")
    with pytest.raises(BadValue, match="F5"):
        refuse(path, "Ben", mask=True)


def test_the_second_name_of_a_cell_counts_too(tmp_path):
    path = master(tmp_path / "m.xlsm", templates=words("Person A1 and Person B1"))
    for who in ("Anna", "Ben"):
        with pytest.raises(BadValue):
            refuse(path, who)


def test_a_column_the_reader_does_not_get_harms_nobody(tmp_path):
    roles = [{"role": "Sales", "hidden_columns": "Message templates: Note"}]
    rows = [words("Hello")[0] | {"note": "not for Person B1"}]
    refuse(master(tmp_path / "m.xlsm", templates=rows, roles=roles))


@pytest.mark.parametrize("goes_along", [True, False])
def test_an_own_table_with_names_is_refused_where_it_would_go_along(tmp_path, goes_along):
    roles = [{"role": "Sales", "own_sheets": "Visits" if goes_along else None}]
    path = master(tmp_path / "m.xlsm", roles=roles)
    book = openpyxl.load_workbook(path)
    visits = book.create_sheet("Visits")
    for row in (("Who", "When"), ("Person A1", 1), ("Person B1", 2)):
        visits.append(row)
    visits.add_table(openpyxl.worksheet.table.Table(displayName="Visits", ref="A1:B3"))
    path = path.with_suffix(".xlsx")
    book.save(path)
    if not goes_along:
        return refuse(path)
    with pytest.raises(BadValue, match="A3 on sheet Visits"):
        refuse(path)
    return None
