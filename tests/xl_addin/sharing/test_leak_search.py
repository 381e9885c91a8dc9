"""The search itself finds what is there, in every disguise a package knows."""

import io
import zipfile

import pytest

from tests.xl_addin.sharing.leak_search import found_in


def package(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"<t>O'Neil</t>",
        b"<t>O&apos;Neil</t>",
        b"<t>O&#39;Neil</t>",
        "O'Neil".encode("utf-16-le"),
        b"\x00" + "O'Neil".encode("utf-16-be"),
        package(inner=b"O'Neil"),
    ],
)
def test_a_value_is_found(data):
    assert found_in(package(part=data), ["O'Neil"])


def test_a_value_that_is_not_there_is_not_found():
    assert not found_in(package(part=b"<t>Neil</t>"), ["O'Neil"])


def test_names_of_parts_are_looked_at():
    assert found_in(package(Secret=b""), ["Secret"])
