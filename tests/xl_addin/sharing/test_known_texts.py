"""What our sheets say beside their tables goes along; what somebody typed there does not."""

import pytest

from tests.xl_addin.commands.follow_up.shop import made as follow_up_made
from tests.xl_addin.commands.follow_up.shop import shop
from tests.xl_addin.sharing.masters import ORDERS, PEOPLE
from udfs.texts import text
from xl_addin.build.workbook import workbook_bytes
from xl_addin.copying import Forbidden, Master
from xl_addin.hosts.locating import locate_tables
from xl_addin.sharing.known_texts import lines_under_titles, texts_of_sheets


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_titles_captions_notes_and_words_of_lists_are_known(lang):
    known = texts_of_sheets()
    for key in ("sheet.orders", "purpose.contacts", "column.consents.how", "choice.birthday"):
        assert text(key, lang) in known
    band, note = text("owner.user", lang), text("note.orders.amount", lang)
    assert {band, f"{band}\n{note}"} <= known


@pytest.fixture
def parts(tmp_path):
    host = shop(PEOPLE, ORDERS)
    follow_up_made(host)
    path = tmp_path / "m.xlsm"
    kept = {name: t for name, t in host.tables.items() if "." not in name}
    path.write_bytes(workbook_bytes("en", kept))
    master = Master(path)
    return master, locate_tables(master.structure.tables, path.name)


def test_the_line_under_a_title_is_known_unless_it_names_a_customer(parts):
    master, tables = parts
    line = text("purpose.orders", "en")
    chosen = [tables["orders"]]
    assert lines_under_titles(master, chosen, Forbidden()) == {line}
    word = next(word for word in line.split() if len(word) > 5)
    assert lines_under_titles(master, chosen, Forbidden([word])) == set()
