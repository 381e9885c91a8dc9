"""The buttons of the group Share: copies beside the workbook, logged in it, mailed after a yes."""

import email
from email import policy
from types import SimpleNamespace

import pytest

from tests.xl_addin.mail.mail_servers import PASSWORD, USER, Mailroom, authority, running
from tests.xl_addin.sharing.masters import PEOPLE, master, person
from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.buttons import copies, customer_mails, mail_drafts, send, share
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.package.graft import Grafting
from xl_addin.sharing.mailing import CopyMails

STAFF = [{"owner": "Anna", "email": "anna@example.com"}]


class Host:
    """The open workbook, which here is the file itself; it counts what it was asked to write."""

    def __init__(self, path):
        self.path, self.applied = path, []
        self.tables = {"share_log": SimpleNamespace(sheet=SimpleNamespace(name="Share log"))}

    def reading(self, names):
        yield "step.reading"
        return ClosedFile(self.path).read(names)

    def apply(self, changes, donor=None):
        self.applied.append(changes)
        host = ClosedFile(self.path)
        host.read()
        new = [Grafting(donor, tuple(changes.new_sheets.values()))] if donor else []
        host.apply(changes.of_tables_there(), new)


class Desk:
    def __init__(self, path, answer=True):
        self.path, self.answer, self.lang = path, answer, "en"
        self.host, self.told, self.asked, self.saved = Host(path), [], [], 0
        self.book = SimpleNamespace(save=self._save)

    def _save(self):
        self.saved += 1

    def saved_workbook(self):
        return self.path

    def folder_beside(self, name):
        return self.path.parent / name

    def tell(self, title, lines, mode="info"):
        self.told.append("\n".join(lines))

    def ask(self, title, lines):
        self.asked.append("\n".join(lines))
        return self.answer


@pytest.fixture
def shop(tmp_path, monkeypatch):
    monkeypatch.setattr(copies.live_undo, "forget", lambda book: None)
    return master(tmp_path / "Shop.xlsm", staff=STAFF)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def log(path):
    table = ClosedFile(path).read()["share_log"]
    return list(zip(table.get("reader"), table.get("sent"), strict=True))


def test_copies_lie_beside_the_workbook_and_in_its_log(shop):
    desk = Desk(shop)
    steps = list(share.press(desk))
    assert steps.count("step.share.copy") == 2
    assert names(shop.parent / "Copies") == [
        f"Customer Chain {who} 2026-03-02.xlsx" for who in ("Anna", "Ben")
    ]
    assert log(shop) == [("Anna", None), ("Ben", None)]
    assert desk.saved == 1
    assert "Copies beside the workbook" in desk.told[0]
    assert "Share log" in desk.told[0]


def test_pressed_again_the_copies_are_replaced(shop):
    for _ in range(2):
        list(share.press(Desk(shop)))
    assert len(names(shop.parent / "Copies")) == 2
    assert len(log(shop)) == 4


@pytest.mark.parametrize("steps", [3, 5, 6])
def test_cancelled_on_the_way_nothing_stays(shop, steps):
    desk = Desk(shop)
    press = share.press(desk)
    for _ in range(steps):
        next(press)
    press.close()
    folder = shop.parent / "Copies"
    assert not folder.exists() or names(folder) == []
    assert log(shop) == []


def test_a_workbook_that_cannot_be_saved_has_no_copies(shop):
    desk = Desk(shop)

    def fail():
        raise RuntimeError("disk")

    desk.book.save = fail
    with pytest.raises(BadValue, match="removed again"):
        list(share.press(desk))
    assert not (shop.parent / "Copies").exists()


def test_drafts_lie_beside_the_copies(shop):
    desk = Desk(shop)
    list(mail_drafts.press(desk))
    folder = shop.parent / "Copies"
    (draft,) = folder.glob("*.eml")
    message = email.message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert message["To"] == "Anna <anna@example.com>"
    assert "1 mail draft lies" in desk.told[0]
    assert "Ben has no e-mail address" in desk.told[0]


def test_mails_to_customers_come_from_the_follow_up_sheet(tmp_path):
    from xl_addin.cli import main

    people = [*PEOPLE, person("A3", birthday=PEOPLE[0]["birthday"].replace(month=3, day=4))]
    words = [{"occasion": "birthday", "words": "Happy birthday, {name}!", "subject": "For {name}"}]
    path = master(tmp_path / "Shop.xlsm", people, templates=words)
    desk = Desk(path)
    with pytest.raises(Exception, match="follow-up"):
        list(customer_mails.press(Desk(_without_follow_up(path))))
    assert main(["follow-up", str(path), "--lang", "en"]) == 0
    list(customer_mails.press(desk))
    assert names(tmp_path / "Customer mails") == ["Person A3 For Person A3.eml"]
    assert "1 mail draft is in Customer mails" in desk.told[0]


def _without_follow_up(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    del book["Follow up"]
    bare = path.with_name("Bare.xlsx")
    book.save(bare)
    return bare


@pytest.fixture
def mailroom(tmp_path, monkeypatch):
    pem = tmp_path / "ca.pem"
    authority().cert_pem.write_to_path(str(pem))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    monkeypatch.setattr(copies.live_undo, "forget", lambda book: None)
    monkeypatch.setattr("xl_addin.mail.passwords.kept", lambda server: PASSWORD)
    room = Mailroom()
    with running(room) as server:
        settings = {"mail_sender": USER, "mail_server": "localhost", "mail_port": server.port}
        yield room, master(tmp_path / "Shop.xlsm", staff=STAFF, settings=settings)


def test_what_is_to_be_checked_stands_above_the_question(shop):
    server = SimpleNamespace(host="h", sender=SimpleNamespace(address="us@example.com"))
    lines = send._question(Desk(shop), CopyMails(remarks=["Please check"]), server)
    assert lines[0] == "Please check"
    assert "us@example.com" in lines[-1]


def test_copies_are_sent_after_a_yes_and_the_log_says_so(mailroom):
    room, path = mailroom
    desk = Desk(path)
    steps = list(send.press(desk))
    assert "mail.sending" in steps
    assert "Customer Chain Anna 2026-03-02.xlsx" in desk.asked[0]
    assert [envelope.rcpt_tos for envelope in room.envelopes] == [["anna@example.com"]]
    assert log(path)[0][1].startswith("Anna <anna@example.com>, ")
    assert log(path)[1] == ("Ben", None)
    assert "1 mail was sent, all of them" in desk.told[-1]
    assert desk.saved == 2


def test_without_a_yes_nothing_is_sent(mailroom):
    room, path = mailroom
    desk = Desk(path, answer=False)
    list(send.press(desk))
    assert room.mails == []
    assert text("mail.declined", "en") in desk.told[0]
    assert log(path) == [("Anna", None), ("Ben", None)]


def test_without_a_kept_password_nothing_is_made(mailroom, monkeypatch):
    _, path = mailroom
    monkeypatch.setattr("xl_addin.mail.passwords.kept", lambda server: None)
    with pytest.raises(BadValue, match="customer-chain share"):
        list(send.press(Desk(path)))
    assert not (path.parent / "Copies").exists()
