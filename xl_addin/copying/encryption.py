"""A copy behind a password, as Excel itself locks a file (Office agile encryption, AES).

Source: [MS-OFFCRYPTO] 2.3.4.10, through msoffcrypto-tool. Proved in
tests/xl_addin/copying/test_encryption.py.
"""

from __future__ import annotations

import io
import secrets

from udfs.errors import BadValue
from xl_addin.package.archive import FileRefused

SHORTEST = 8
# Letters and digits nobody mistakes for one another, read aloud or in print.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


def strong_password() -> str:
    """A password of four groups that can be told over the telephone; about 79 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def encrypt(package: bytes, password: str) -> bytes:
    """The package locked with `password`; opened again once to see that it can be."""
    from msoffcrypto.format.ooxml import OOXMLFile

    if len(password.strip()) < SHORTEST:
        raise BadValue("copying.password_short", least=SHORTEST)
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(package)).encrypt(password, locked)
    if decrypted(locked.getvalue(), password) != package:
        raise FileRefused("copying.not_locked")
    return locked.getvalue()


def decrypted(locked: bytes, password: str) -> bytes:
    """The package inside; its integrity is checked."""
    from msoffcrypto.format.ooxml import OOXMLFile

    file = OOXMLFile(io.BytesIO(locked))
    file.load_key(password=password, verify_password=True)
    inside = io.BytesIO()
    file.decrypt(inside, verify_integrity=True)
    return inside.getvalue()
