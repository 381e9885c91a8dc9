"""`share` and `customer-mails` as a clerk types them."""

import shutil
from pathlib import Path

import pytest

from tests.xl_addin.mail.mail_servers import PASSWORD, USER, Mailroom, authority, running
from tests.xl_addin.sharing.masters import PEOPLE, master, person, read
from xl_addin.cli import REFUSED, main, sharing
from xl_addin.copying.encryption import decrypted

STAFF = [
    {"owner": "Anna", "email": "anna@example.com"},
    {"owner": "Ben", "email": "ben@example.com"},
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return master(tmp_path_factory.mktemp("built") / "Shop.xlsm", staff=STAFF)


@pytest.fixture
def shop(built, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(built, "Shop.xlsm")
    (tmp_path / "out").mkdir()
    return tmp_path / "Shop.xlsm"


def share(*words, lang="en"):
    return main(["share", "Shop.xlsm", "--to", "out", "--lang", lang, *words])


def names(folder="out"):
    return sorted(path.name for path in Path(folder).iterdir())


def log(shop):
    table = read(shop)["share_log"]
    columns = {name: table.get(name) for name in table.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Anna: Customer Chain Anna"), ("zh", "Anna：「")]
)
def test_one_colleague_by_name(shop, capsys, lang, said):
    assert share("--for", "anna", lang=lang) == 0
    assert names() == ["Customer Chain Anna 2026-03-02.xlsx"]
    out = capsys.readouterr().out
    assert said in out
    assert "Share log" in out
    (line,) = log(shop)
    assert (line["reader"], line["encrypted"], line["masked"]) == ("Anna", "No", "No")


def test_all_of_them_masked_with_drafts_beside(shop, capsys):
    assert share("--for", "all", "--mask", "--mail") == 0
    assert len(names()) == 4
    assert [line["masked"] for line in log(shop)] == ["Yes", "Yes"]
    assert "2 mail drafts lie beside the copies" in capsys.readouterr().out


def test_the_log_cannot_be_undone(shop, capsys):
    assert share("--for", "Anna") == 0
    assert main(["undo", "Shop.xlsm", "--lang", "en"]) == REFUSED
    assert len(log(shop)) == 1


def test_an_unknown_colleague_is_refused_with_those_there_are(shop, capsys):
    assert share("--for", "Carl") == REFUSED
    assert "Anna, Ben" in capsys.readouterr().err
    assert (names(), log(shop)) == ([], [])


def test_a_colleague_without_customers_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    master(tmp_path / "Shop.xlsm", staff=[*STAFF, {"owner": "Emma"}])
    (tmp_path / "out").mkdir()
    assert share("--for", "Emma") == 0
    out = capsys.readouterr().out
    assert "Emma has no customers, so no copy was made." in out
    assert names() == []


def test_two_colleagues_of_one_name(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    master(tmp_path / "Shop.xlsm", staff=[*STAFF, {"owner": "ANNA"}])
    (tmp_path / "out").mkdir()
    assert share("--for", "Anna") == REFUSED
    assert share("--for", "all") == 1
    assert names() == ["Customer Chain Ben 2026-03-02.xlsx"]
    assert "5, 7" in capsys.readouterr().out


@pytest.mark.parametrize("lock", ["~$Shop.xlsm", ".~lock.Shop.xlsm#"])
def test_a_master_that_is_open_is_refused_before_anything_is_made(shop, capsys, monkeypatch, lock):
    monkeypatch.setattr("xl_addin.sharing.run.prepare", None)  # it does not come to that
    before = shop.read_bytes()
    (shop.parent / lock).touch()
    assert share("--for", "all") == REFUSED
    assert "is open elsewhere" in capsys.readouterr().err
    assert names() == []
    assert shop.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(shop, capsys):
    assert (
        main(["share", "Shop.xlsm", "--for", "all", "--to", "nowhere/at all", "--lang", "en"])
        == REFUSED
    )
    assert "nowhere" in capsys.readouterr().err


def typed(monkeypatch, *answers):
    given = iter(answers)
    monkeypatch.setattr(sharing, "getpass", lambda prompt: next(given))


def test_a_password_is_asked_twice_and_stands_nowhere(shop, capsys, monkeypatch):
    typed(monkeypatch, "correct horse", "correct horse")
    assert share("--for", "all", "--password") == 0
    for name in names():
        assert decrypted((shop.parent / "out" / name).read_bytes(), "correct horse")
    said = capsys.readouterr()
    assert "correct horse" not in said.out + said.err
    assert "(with a password)" in said.out
    assert [line["encrypted"] for line in log(shop)] == ["Yes", "Yes"]


def test_without_an_answer_each_colleague_gets_a_password_shown_once(shop, capsys, monkeypatch):
    typed(monkeypatch, "")
    assert share("--for", "all", "--password") == 0
    lines = capsys.readouterr().out.splitlines()
    shown = dict(line.strip().split(": ") for line in lines if line.startswith("  "))
    assert list(shown) == ["Anna", "Ben"]
    assert shown["Anna"] != shown["Ben"]
    for reader, password in shown.items():
        path = shop.parent / "out" / f"Customer Chain {reader} 2026-03-02.xlsx"
        assert decrypted(path.read_bytes(), password)


@pytest.mark.parametrize("answers", [("correct horse", "wrong horse"), ("short",)])
def test_a_slip_in_the_password_makes_nothing(shop, monkeypatch, capsys, answers):
    typed(monkeypatch, *answers)
    assert share("--for", "all", "--password") == REFUSED
    assert names() == []
    assert "horse" not in capsys.readouterr().err


def test_an_error_in_between_leaves_no_copy_and_no_temporary_file(shop, monkeypatch, capsys):
    def fail(*given):
        raise RuntimeError

    monkeypatch.setattr(sharing, "write", fail)
    assert share("--for", "all") == 4
    capsys.readouterr()
    assert names() == []


SERVER = {
    "mail_sender": USER,
    "mail_server": "localhost",
    "mail_security": "starttls",
}


@pytest.fixture
def mailroom(tmp_path, monkeypatch):
    """A real server under TLS, in the settings of a master; the password is typed."""
    pem = tmp_path / "ca.pem"
    authority().cert_pem.write_to_path(str(pem))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    monkeypatch.setattr("xl_addin.mail.passwords.kept", lambda server: None)
    typed(monkeypatch, PASSWORD)
    room = Mailroom()
    with running(room) as server:
        path = tmp_path / "Shop.xlsm"
        master(path, staff=STAFF, settings=SERVER | {"mail_port": server.port})
        yield room, path


def test_sending_asks_first_and_the_log_tells_what_became_of_each(mailroom, capsys, monkeypatch):
    room, shop = mailroom
    monkeypatch.setattr("builtins.input", lambda prompt: "yes")
    assert share("--for", "all", "--send") == 0
    assert [envelope.rcpt_tos for envelope in room.envelopes] == [
        ["anna@example.com"],
        ["ben@example.com"],
    ]
    said = capsys.readouterr().out
    assert "2 mails were sent, all of them" in said
    assert PASSWORD not in said
    sent = [line["sent"] for line in log(shop)]
    assert [words.split(",")[0] for words in sent] == [
        "Anna <anna@example.com>",
        "Ben <ben@example.com>",
    ]
    assert names() == [f"Customer Chain {who} 2026-03-02.xlsx" for who in ("Anna", "Ben")]


@pytest.mark.parametrize("answer", ["no", "", EOFError()])
def test_without_a_clear_yes_nothing_is_sent(mailroom, capsys, monkeypatch, answer):
    room, shop = mailroom

    def ask(prompt):
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("builtins.input", ask)
    assert share("--for", "Anna", "--send") == 0
    assert room.mails == []
    assert "No mail was sent" in capsys.readouterr().out
    assert [line["sent"] for line in log(shop)] == [None]


def test_a_mail_that_is_refused_is_told_and_logged(mailroom, capsys):
    room, shop = mailroom
    room.refused["ben@example.com"] = "550 no such user"
    assert share("--for", "all", "--send", "--yes") == 1
    out = capsys.readouterr().out
    assert "Not sent: Ben <ben@example.com>" in out
    assert [line["sent"][:8] for line in log(shop)] == ["Anna <an", "not sent"]


def test_a_server_that_is_not_set_is_told_before_anything_is_made(shop, capsys):
    assert share("--for", "all", "--send") == REFUSED
    assert names() == []
    assert capsys.readouterr().err


def test_a_password_on_the_command_line_is_not_taken(shop):
    with pytest.raises(SystemExit) as why:
        share("--for", "all", "--password", "correct horse")
    assert why.value.code == 2
    assert names() == []


def test_mails_to_customers_from_the_follow_up_sheet(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    people = [*PEOPLE, person("A3", birthday=PEOPLE[0]["birthday"].replace(month=3, day=4))]
    words = [{"occasion": "birthday", "words": "Happy birthday, {name}!", "subject": "For {name}"}]
    master(tmp_path / "Shop.xlsm", people, templates=words)
    assert main(["follow-up", "Shop.xlsm", "--lang", "en"]) == 0
    assert main(["customer-mails", "Shop.xlsm", "--to", "out", "--lang", "en"]) == 0
    assert names() == ["Person A3 For Person A3.eml"]
    out = capsys.readouterr().out
    assert "1 mail draft is in out" in out
    assert (
        main(["customer-mails", "Shop.xlsm", "--to", "out", "--owner", "Ben", "--lang", "en"]) == 0
    )
    assert "There is no mail to write." in capsys.readouterr().out
