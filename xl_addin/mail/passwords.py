"""The password of the mail account: in the system's own keyring, or nowhere.

Windows' credential store, macOS' keychain, GNOME's or KDE's wallet, through `keyring`. Backends
that only write a file call themselves weaker than 1 (keyring.backend) and are not used. Nothing
here asks or prints: the caller asks, and keeps a password only once the server has taken it.
Proved in tests/xl_addin/mail/test_passwords.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from xl_addin.mail.addresses import MailRefused
from xl_addin.mail.servers import MailServer

_SERVICE = "CustomerChain mail {host}"
_TRUSTWORTHY = 1
_Answer = TypeVar("_Answer")


def kept(server: MailServer) -> str | None:
    """The password kept for this server and user, None where there is none."""
    backend = _backend()
    password = _asked(lambda: backend.get_password(*_place(server)))
    return None if password is None else str(password)


def keep(server: MailServer, password: str) -> None:
    """Keep the password, in the place of an older one."""
    backend = _backend()
    _asked(lambda: backend.set_password(*_place(server), password))


def forget(server: MailServer) -> None:
    """Take the password out of the keyring; nothing happens where none is kept."""
    backend = _backend()
    if _asked(lambda: backend.get_password(*_place(server))) is not None:
        _asked(lambda: backend.delete_password(*_place(server)))


def _place(server: MailServer) -> tuple[str, str]:
    """Under which two names it lies; hosts are the same in any case."""
    host, user = server.host.strip().casefold(), server.user.strip()
    if not host or not user:
        raise MailRefused("mail.server_incomplete")
    return _SERVICE.format(host=host), user


def _backend() -> Any:
    """The strongest keyring of this machine."""
    backend = _asked(_found_backend)
    if backend is None:
        raise MailRefused("mail.no_keyring")
    return backend


def _found_backend() -> Any:
    import keyring

    chosen = keyring.get_keyring()
    # Several keyrings come as one that tries them in turn, also the weak ones.
    several = getattr(chosen, "backends", [chosen])
    return next((one for one in several if one.priority >= _TRUSTWORTHY), None)


def _asked(question: Callable[[], _Answer]) -> _Answer:
    """Backends fail with what their system gives them; none of it is for a user's eyes."""
    try:
        return question()
    except MailRefused:
        raise
    except Exception as why:
        raise MailRefused("mail.keyring_failed") from why
