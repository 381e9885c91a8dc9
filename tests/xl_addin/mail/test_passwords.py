"""The password lies in the system's keyring or nowhere, and is shown by nothing."""

import keyring
import keyring.core
import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from udfs.texts import LANGUAGES
from xl_addin.mail import passwords
from xl_addin.mail.addresses import Mailbox, MailRefused
from xl_addin.mail.servers import MailServer

SERVER = MailServer("SMTP.example.com ", 465, "tls", "shop@example.com", Mailbox("a@example.com"))
SECRET = "s3cret-秘密"


def by_hand_only(backend):
    """Out of the list of backends that keyring would choose from by itself, in any other test."""
    KeyringBackend._classes.discard(backend)
    return backend


@by_hand_only
class Wallet(KeyringBackend):
    """A keyring in memory."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@by_hand_only
class PlainFile(Wallet):
    """A backend that keeps passwords where anybody reads them."""

    priority = 0.5


@by_hand_only
class Locked(Wallet):
    """A keyring whose user pressed Cancel."""

    def get_password(self, service, username):
        raise keyring.errors.KeyringLocked(f"no {SECRET}")

    def set_password(self, service, username, password):
        raise keyring.errors.PasswordSetError(f"cannot keep {password}")


@by_hand_only
class Vanished(Wallet):
    """A keyring whose service has died since."""

    @property
    def priority(self):
        raise RuntimeError("no session bus")


@by_hand_only
class Several(Wallet):
    """Several keyrings as one, as keyring's chainer gives them."""

    priority = 10

    def __init__(self, *backends):
        super().__init__()
        self.backends = backends


@pytest.fixture(autouse=True)
def own_keyring(monkeypatch):
    """Whatever a test chooses is forgotten after it, and this machine's keyring is never asked."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())


def use(backend):
    keyring.set_keyring(backend)
    return backend


def test_a_password_is_kept_found_and_forgotten():
    wallet = use(Wallet())
    assert passwords.kept(SERVER) is None
    passwords.keep(SERVER, SECRET)
    assert passwords.kept(SERVER) == SECRET
    assert wallet.kept == {
        ("CustomerChain mail smtp.example.com", "shop@example.com"): SECRET,
    }
    passwords.forget(SERVER)
    passwords.forget(SERVER)
    assert passwords.kept(SERVER) is None


def test_each_server_and_user_has_its_own():
    use(Wallet())
    passwords.keep(SERVER, SECRET)
    other_host = MailServer("smtp.example.org", 465, "tls", SERVER.user, SERVER.sender)
    other_user = MailServer(SERVER.host, 465, "tls", "li@example.com", SERVER.sender)
    assert passwords.kept(other_host) is None
    assert passwords.kept(other_user) is None


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlainFile, Several])
def test_a_machine_without_a_safe_keyring_says_so_and_keeps_nothing(backend):
    chosen = use(backend())
    for action in (
        lambda: passwords.kept(SERVER),
        lambda: passwords.keep(SERVER, SECRET),
        lambda: passwords.forget(SERVER),
    ):
        with pytest.raises(MailRefused) as refused:
            action()
        assert refused.value.key == "mail.no_keyring"
    assert not getattr(chosen, "kept", None)


def test_among_several_keyrings_the_safe_one_is_used():
    plain, wallet = PlainFile(), Wallet()
    use(Several(plain, wallet))
    passwords.keep(SERVER, SECRET)
    assert passwords.kept(SERVER) == SECRET
    assert len(wallet.kept) == 1
    assert not plain.kept


@pytest.mark.parametrize("backend", [Locked, Vanished])
def test_a_keyring_that_fails_becomes_a_sentence_without_the_password(backend):
    use(backend())
    for action in (lambda: passwords.kept(SERVER), lambda: passwords.keep(SERVER, SECRET)):
        with pytest.raises(MailRefused) as refused:
            action()
        assert refused.value.key == "mail.keyring_failed"
        for lang in LANGUAGES:
            assert SECRET not in refused.value.sentence(lang)


def test_without_server_or_user_there_is_no_place_for_a_password():
    use(Wallet())
    for host, user in ((" ", "shop@example.com"), ("smtp.example.com", "")):
        with pytest.raises(MailRefused) as refused:
            passwords.kept(MailServer(host, 465, "tls", user, SERVER.sender))
        assert refused.value.key == "mail.server_incomplete"


def test_no_password_is_part_of_a_server_or_printed(capsys):
    use(Wallet())
    passwords.keep(SERVER, SECRET)
    passwords.kept(SERVER)
    assert SECRET not in repr(SERVER)
    assert capsys.readouterr() == ("", "")
