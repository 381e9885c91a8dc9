"""Built workbooks, one per language, read back by libraries that did not write them."""

import io
import zipfile
from functools import cache

import openpyxl
import pytest

from udfs.texts import LANGUAGES
from xl_addin.build import workbook_bytes
from xl_addin.sample import sample_tables


@cache
def packed(lang, *, sample=False):
    return workbook_bytes(lang, sample_tables(lang) if sample else None)


@cache
def opened(lang, *, sample=False):
    return openpyxl.load_workbook(io.BytesIO(packed(lang, sample=sample)))


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def empty(lang):
    """The new workbook without a customer, as openpyxl reads it."""
    return opened(lang)


@pytest.fixture
def shop(lang):
    """The workbook with the sample shop, as openpyxl reads it."""
    return opened(lang, sample=True)


@pytest.fixture
def shop_bytes(lang):
    return packed(lang, sample=True)


@pytest.fixture
def parts(lang):
    """The parts of the sample workbook by name."""
    with zipfile.ZipFile(io.BytesIO(packed(lang, sample=True))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
