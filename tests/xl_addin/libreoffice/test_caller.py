"""What holds for all calls of a document, and how often it is asked for."""

from tests.xl_addin.libreoffice_fakes import Document, shop
from xl_addin.libreoffice import caller


def test_a_document_is_read_once_for_many_calls(monkeypatch):
    read = []
    monkeypatch.setattr(caller, "_read", lambda document: read.append(1) or caller.Caller("en"))
    caller._kept.clear()
    document = Document(RuntimeUID="many")
    for _ in range(100):
        assert caller.caller_of(document).lang == "en"
    assert len(read) == 1


def test_a_changed_setting_is_seen_a_moment_later(monkeypatch):
    caller._kept.clear()
    clock = iter([0.0, 1.0, 10.0])
    monkeypatch.setattr(caller.time, "monotonic", lambda: next(clock))
    document = shop("zh")
    assert caller.caller_of(document).lang == "zh"
    document.tables = shop("zh", "English").tables
    assert caller.caller_of(document).lang == "zh"
    assert caller.caller_of(document).lang == "en"


def test_two_documents_are_kept_apart():
    caller._kept.clear()
    old, new = Document(null_date=(1904, 1, 1), RuntimeUID="a"), shop("en")
    assert caller.caller_of(new).lang == "en"
    assert not caller.caller_of(new).date1904
    old.tables = shop("zh").tables
    assert caller.caller_of(old).date1904
    assert caller.caller_of(old).lang == "zh"
