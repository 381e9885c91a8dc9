"""Every copy has a line in the master: who, what, from which base, which file, sent or not."""

from datetime import datetime

import pytest

from tests.xl_addin.commands.share.office import DAY, office, reader, without
from xl_addin import schema
from xl_addin.commands.share.planning import Planner
from xl_addin.commands.share.roles import Role
from xl_addin.commands.share.rows import Rows
from xl_addin.commands.share.share_log import Made, log, logged_files, sent
from xl_addin.hosts.memory import Memory

NOW = datetime(2026, 3, 2, 9, 5, 59, 123)
HIDDEN = Role("Sales", columns=frozenset({("customers", "phone")}))


def made(book, who="Anna", role=None, **values):
    plan = Planner(book, Rows(book, DAY), False).plan(reader(who, role))
    return Made(plan, **{
        "file": f"{who}.xlsx",
        "base_fingerprint": "b" * 64,
        "file_fingerprint": who * 2,
        "encrypted": False,
    } | values)  # fmt: skip


def test_a_line_says_everything():
    book = office(share_log=[])
    changes = log(book, [made(book, role=HIDDEN, encrypted=True), made(book, "Ben")], NOW)
    assert not changes.new_sheets
    columns = changes.tables["share_log"].append
    assert list(columns) == schema.SHARE_LOG.names()
    first = {name: cells[0] for name, cells in columns.items()}
    assert first == {
        "shared_at": datetime(2026, 3, 2, 9, 5),
        "reader": "Anna",
        "role": "Sales",
        "rows": "Customers 2",
        "columns": "Phone",
        "masked": False,
        "encrypted": True,
        "file": "Anna.xlsx",
        "base_fingerprint": "b" * 64,
        "file_fingerprint": "AnnaAnna",
        "sent": None,
    }
    assert columns["reader"] == ["Anna", "Ben"]


@pytest.mark.parametrize(("lang", "tab"), [("en", "Share log"), ("zh", "共享记录")])
def test_an_older_workbook_gets_the_sheet_with_the_lines_in_it(lang, tab):
    book = without(office(lang=lang), "share_log")
    changes = log(book, [made(book)], NOW)
    assert changes.new_sheets == {"share_log": tab}
    assert changes.tables["share_log"].replace["reader"] == ["Anna"]


def logged(*prints):
    rows = {
        "reader": ["Anna"] * len(prints),
        "file_fingerprint": list(prints),
        "sent": [None, "before"][: len(prints)],
    }
    return Memory({"share_log": rows}, "en").read()


def test_what_became_of_a_mail_is_told_behind_what_is_there():
    changes = sent(logged("one", "two"), {"two": "b@example.com", "three": "c"})
    assert changes.tables["share_log"].update == {"sent": [None, "before; b@example.com"]}


def test_files_are_known_by_their_fingerprint_and_reader():
    assert logged_files(logged("one", "two")) == {"one": "anna", "two": "anna"}
    assert logged_files(without(office(), "share_log")) == {}
