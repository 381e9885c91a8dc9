"""A locked copy opens with its password only."""

import io

import pytest
import xlsxwriter
from msoffcrypto.exceptions import InvalidKeyError

from udfs.errors import BadValue
from xl_addin.copying import encrypt, strong_password
from xl_addin.copying.encryption import decrypted


def _package():
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.add_worksheet("a secret name").write("A1", "secret words")
    book.close()
    return made.getvalue()


PACKAGE = _package()


def test_the_password_opens_it_and_another_does_not():
    locked = encrypt(PACKAGE, "密码 and words")
    assert locked[:8] == bytes.fromhex("d0cf11e0a1b11ae1")
    assert PACKAGE[:200] not in locked
    assert decrypted(locked, "密码 and words") == PACKAGE
    with pytest.raises(InvalidKeyError):
        decrypted(locked, "密码 and Words")


def test_it_is_agile_encryption_with_a_long_key():
    locked = encrypt(PACKAGE, "12345678")
    assert b'cipherAlgorithm="AES"' in locked
    assert b'keyBits="256"' in locked
    assert b"SHA512" in locked


@pytest.mark.parametrize("password", ["", "       ", "1234567", "  123456  "])
def test_a_password_too_short_is_refused(password):
    with pytest.raises(BadValue) as refused:
        encrypt(PACKAGE, password)
    assert "8" in refused.value.sentence("en")
    assert "8" in refused.value.sentence("zh")


def test_passwords_are_told_apart_on_the_telephone():
    found = {strong_password() for _ in range(200)}
    assert len(found) == 200
    assert all([len(group) for group in one.split("-")] == [4, 4, 4, 4] for one in found)
    assert not set("".join(found)) & set("0Oo1lIi")
