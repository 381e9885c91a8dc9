"""The certificates that the client of the tests trusts."""

import pytest

from tests.xl_addin.mail.mail_servers import authority


@pytest.fixture
def ca_file(tmp_path):
    path = tmp_path / "company.pem"
    authority().cert_pem.write_to_path(str(path))
    return path
