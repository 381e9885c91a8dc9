"""The user's language: LibreOffice's own until the button has been pressed."""

import pytest

from xl_addin.libreoffice import user_language


@pytest.fixture
def locale(monkeypatch, tmp_path):
    monkeypatch.setattr(user_language, "_file", lambda context: tmp_path / "language.txt")

    def speak(words):
        monkeypatch.setattr(user_language, "_locale", lambda context: words)

    return speak


@pytest.mark.parametrize(
    ("words", "lang"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-US", "en"), ("de", "en"), ("", "en")]
)
def test_it_is_libreoffices_own_at_first(locale, words, lang):
    locale(words)
    assert user_language.current() == lang
    assert not user_language.is_chosen()


def test_the_choice_is_remembered(locale):
    locale("zh-CN")
    user_language.choose("en")
    assert user_language.current() == "en"
    assert user_language.is_chosen()


def test_a_damaged_choice_is_no_choice(locale, tmp_path):
    locale("zh-CN")
    (tmp_path / "language.txt").write_bytes(b"\xff\xfe")
    assert user_language.current() == "zh"
    (tmp_path / "language.txt").write_text("fr")
    assert user_language.current() == "zh"
