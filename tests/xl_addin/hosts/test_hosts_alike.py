"""One file for every host: the same commands give the same tables and the same refusals.

Memory, the closed file, and a workbook open in a live LibreOffice, reached through the same
xlwings host that works in Excel.
"""

import shutil
from datetime import date, datetime

import pytest

from tests.xl_addin.books import memory
from tests.xl_addin.hosts.live_books import closing, open_book
from udfs.texts import LANGUAGES
from xl_addin.build import build_workbook
from xl_addin.cli.making import sample_shop
from xl_addin.commands.export import export
from xl_addin.commands.refresh import refresh
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.hosts.live import LiveBook
from xl_addin.hosts.memory import Memory
from xl_addin.tables import Changes

NOW = datetime(2026, 10, 31, 18, 5, 7)
DAY = date(2026, 10, 31)
ORDERS = [
    ("C1", date(2026, 1, 5), 100.25),
    ("C1", date(2026, 9, 5), 300.1),
    ("C2", date(2026, 3, 1), 50),
    ("007", date(2026, 10, 30), 0.3),
    ("C1", date(2026, 10, 1), 12.5),
    ("C4", date(2025, 1, 1), 1000),
]
CUSTOMERS = ["C1", "C2", "007", "C4", "C5"]
HOSTS = ("memory", "closed", "live")


@pytest.fixture(params=HOSTS)
def host_of(request, tmp_path):
    """Makes a host of the kind asked for from tables in memory."""
    opened = []

    def make(source: Memory):
        if request.param == "memory":
            return source
        path = tmp_path / "Shop.xlsm"
        build_workbook(path, source.lang, source.tables)
        if request.param == "closed":
            return ClosedFile(path)
        opened.append(open_book(request, path))
        return LiveBook(opened[-1])

    yield make
    closing(opened)


def shop(lang="en"):
    return memory(ORDERS, CUSTOMERS, lang, settings={"analysis_date": DAY})


def exported(host):
    book = host.read()
    return {name: list(export(book, name)) for name in ("customers", "orders", "refresh_log")}


def refreshed(host):
    host.apply(refresh(host.read(), NOW))
    return exported(host)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refresh_gives_the_same_tables(host_of, lang):
    assert refreshed(host_of(shop(lang))) == refreshed(shop(lang))


def test_a_second_refresh_changes_nothing_but_the_log(host_of):
    host = host_of(shop())
    once = refreshed(host)
    twice = refreshed(host)
    assert once["customers"] == twice["customers"]
    assert len(twice["refresh_log"]) == len(once["refresh_log"]) + 1


def test_appended_rows_stand_below_the_others(host_of):
    def append(host):
        host.read()
        changes = Changes()
        changes.table("orders").append = {
            "order_id": ["n1", "n2"],
            "customer_id": ["C5", "C5"],
            "order_date": [date(2026, 10, 2), date(2026, 10, 3)],
            "amount": [5, 7.5],
            "status": ["delivered", "returned"],
        }
        host.apply(changes)
        return exported(host)

    assert append(host_of(shop())) == append(shop())


def test_text_stays_text_whatever_it_looks_like(host_of):
    odd = ["=1+1", "+8", "-5", "@A1", "'quoted", "0012", "1-2", "TRUE", "2026-01-05", "#N/A"]

    host = host_of(shop())
    host.read()
    changes = Changes()
    changes.table("orders").append = {
        "order_id": odd,
        "customer_id": ["C5"] * len(odd),
        "product": odd,
    }
    host.apply(changes)
    orders = host.read()["orders"]
    assert orders.columns["order_id"][-len(odd) :] == odd
    assert orders.columns["product"][-len(odd) :] == odd


def test_a_users_cells_are_changed_where_they_differ(host_of):
    def fill(host):
        book = host.read()
        changes = Changes()
        phones = list(book["customers"].get("phone"))
        phones[1], phones[2] = "010-1234", "0086"
        changes.table("customers").update = {"phone": phones, "sex": [None, "female", *[None] * 3]}
        host.apply(changes)
        return exported(host)

    assert fill(host_of(shop())) == fill(shop())


def test_nothing_to_change_is_no_change(host_of):
    host = host_of(shop())
    before = exported(host)
    host.apply(Changes())
    assert exported(host) == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample_shop_is_the_same_whichever_host_refreshed_it(request, tmp_path, lang):
    """The last digit included: what LibreOffice saves equals what the closed file holds."""
    first, second = tmp_path / "first.xlsm", tmp_path / "second.xlsm"
    build_workbook(first, lang, sample_shop(lang))
    shutil.copy(first, second)
    closed = ClosedFile(first)
    closed.apply(refresh(closed.read(), NOW, DAY))
    book = open_book(request, second)
    live = LiveBook(book)
    live.apply(refresh(live.read(), NOW, DAY))
    saved = tmp_path / "saved.xlsx"
    book.save(saved)
    closing([book])
    tables = exported(ClosedFile(saved))
    assert len(tables["customers"]) > 300
    assert tables == exported(ClosedFile(first))
