"""Names of files that every system takes, whatever people are called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_addin.file_names import LONGEST, compared, safe_stem


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("李伟 2026-10-31", "李伟 2026-10-31"),
        ("Li/Wei\\Wang", "Li Wei Wang"),
        ('<a>:"b"|c?*', "a b c"),
        ("a\nb\t c\u200b", "a b c"),
        (" . ", "file"),
        ("", "file"),
        ("NUL", "_NUL"),
        ("com1.report", "_com1.report"),
        ("COM¹", "_COM¹"),
        ("Console", "Console"),
        ("name.", "name"),
    ],
)
def test_what_windows_does_not_take_is_left_out(words, stem):
    assert safe_stem(words) == stem


@given(st.text())
def test_a_name_is_never_empty_never_a_path_and_never_too_long(words):
    stem = safe_stem(words)
    assert stem
    assert not set(stem) & set('<>:"/\\|?*')
    assert stem == stem.strip(" .")
    assert len(stem) <= LONGEST + 1
    assert not any(unicodedata.category(letter) == "Cc" for letter in stem)


def test_names_differ_only_where_every_system_tells_them_apart():
    assert compared("Anna.XLSX") == compared("anna.xlsx")
    assert compared("e\u0301.xlsx") == compared("é.xlsx")
    assert compared("李伟") != compared("李维")
