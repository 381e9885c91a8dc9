"""The language of an open document: its setting, its captions, its user."""

import pytest

from tests.xl_addin.libreoffice_fakes import Cells, Document, shop, table
from udfs.texts import LANGUAGES
from xl_addin.libreoffice.book_language import book_language, our_tables


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_captions_say_it_where_the_setting_is_blank(lang):
    assert book_language(shop(lang)) == lang


@pytest.mark.parametrize(
    ("captions", "asked", "expected"),
    [("zh", "English", "en"), ("en", "中文", "zh"), ("en", "Klingon", "en")],
)
def test_the_setting_comes_first_when_it_can_be_read(captions, asked, expected):
    assert book_language(shop(captions, asked)) == expected


def test_a_document_without_our_tables_answers_in_the_users_language(monkeypatch):
    monkeypatch.setattr("xl_addin.libreoffice.user_language.current", lambda context=None: "zh")
    assert book_language(Document()) == "zh"
    assert book_language(Document({"Orders": Cells([["x"]])})) == "zh"


def test_tables_are_found_by_their_excel_name_in_any_case():
    document = Document({"CUSTOMERS": table("customers", "en", ["C1"]), "Other": Cells([["x"]])})
    assert set(our_tables(document)) == {"customers"}
