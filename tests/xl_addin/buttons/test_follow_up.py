"""The follow-up buttons: what the command says is written, shown and told."""

from io import BytesIO
from types import SimpleNamespace

import openpyxl
import pytest

from udfs.texts import text
from xl_addin.buttons import follow_up, recall
from xl_addin.pages import Page
from xl_addin.tables import Book, Changes


class Host:
    """An open workbook that remembers what it was to write."""

    def __init__(self, written=True):
        self.written, self.asked, self.donor = written, None, None
        self.tables = {"follow_up": SimpleNamespace(sheet="Follow up")}

    def reading(self, names):
        yield "step.reading"
        self.asked = names
        return Book({}, "zh")

    def applying(self, changes, donor):
        yield "step.changing"
        self.donor = donor
        return self.written


class Desk:
    def __init__(self, host):
        self.host, self.lang, self.told, self.shown = host, "en", [], []

    def tell(self, title, lines):
        self.told.append((title, lines))

    def show(self, page):
        self.shown.append(page)


@pytest.fixture
def front(monkeypatch):
    """The sheets that were brought to the front."""
    found = []
    monkeypatch.setattr(follow_up, "bring_to_front", found.append)
    return found


def pressed(monkeypatch, host, **new_sheets):
    changes = Changes(new_sheets=new_sheets)
    changes.report = SimpleNamespace(lines=lambda lang: [f"2 lines ({lang})"])
    monkeypatch.setattr(follow_up.command, "follow_up", lambda book: changes)
    desk = Desk(host)
    steps = list(follow_up.press(desk))
    return desk, steps


def test_sheets_are_made_shown_and_told(monkeypatch, front):
    host = Host()
    desk, steps = pressed(monkeypatch, host, staff="团队")
    assert steps == ["step.reading", "step.computing", "step.changing"]
    assert host.asked == follow_up.command.TABLES
    assert "团队" in openpyxl.load_workbook(BytesIO(host.donor)).sheetnames
    assert front == ["Follow up"]
    hint = text("press.undo_hint", "en")
    assert desk.told == [(text("press.followed_up", "en"), ["2 lines (en)", hint])]


def test_without_anything_to_write_nothing_comes_to_the_front(monkeypatch, front):
    host = Host(written=False)
    desk, _ = pressed(monkeypatch, host)
    assert (host.donor, front) == (None, [])
    assert desk.told[0][1] == ["2 lines (en)"]


def test_the_recall_list_is_a_page_in_the_users_language(monkeypatch):
    monkeypatch.setattr(recall.command, "recall", lambda book, lang: Page("recall", "R", lang, ()))
    desk = Desk(Host())
    assert list(recall.press(desk)) == ["step.reading", "step.computing"]
    assert [(page.name, page.lang) for page in desk.shown] == [("recall", "en")]
