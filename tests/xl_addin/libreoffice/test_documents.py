"""Each event of a document goes where it belongs, and a failure goes no further."""

from types import SimpleNamespace

import pytest

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.emit.libreoffice_names import DOCUMENT_EVENTS
from xl_addin.libreoffice import documents


def document(service="com.sun.star.sheet.SpreadsheetDocument"):
    return SimpleNamespace(supportsService=service.__eq__)


@pytest.fixture
def calls(monkeypatch, tmp_path):
    """What was called, in order; nothing of it does anything."""
    log = []

    def note(name):
        return lambda *given: log.append(name)

    monkeypatch.setattr(documents, "resolve", note("resolve"))
    for name in ("loaded", "about_to_save", "saved", "not_saved"):
        monkeypatch.setattr(documents.saving, name, note(name))
    monkeypatch.setattr(documents, "keep_error_report", lambda: tmp_path / "report")
    monkeypatch.setattr(documents.user_language, "current", lambda context: "en")
    monkeypatch.setattr(documents, "_warn", lambda context, said: log.append(said))
    return log


@pytest.mark.parametrize(
    ("event", "called"),
    [
        ("OnLoadFinished", ["resolve", "loaded"]),
        ("OnSave", ["about_to_save"]),
        ("OnSaveAs", ["about_to_save"]),
        ("OnSaveDone", ["saved"]),
        ("OnSaveAsDone", ["saved"]),
        ("OnSaveFailed", ["not_saved"]),
        ("OnSaveAsFailed", ["not_saved"]),
    ],
)
def test_an_event_is_handled_once(calls, event, called):
    documents.happened(None, event, document())
    assert calls == called
    assert event in DOCUMENT_EVENTS


def test_other_documents_are_left_alone(calls):
    documents.happened(None, "OnLoadFinished", document("com.sun.star.text.TextDocument"))
    assert calls == []


def test_a_failure_while_loading_is_quiet(calls, monkeypatch):
    monkeypatch.setattr(documents, "resolve", lambda _: 1 / 0)
    documents.happened(None, "OnLoadFinished", document())
    assert calls == []


def test_a_file_that_cannot_be_kept_is_told_before_it_is_overwritten(calls, monkeypatch, tmp_path):
    monkeypatch.setattr(documents.saving, "about_to_save", lambda _: 1 / 0)
    documents.happened(None, "OnSave", document())
    assert calls == [text("office.not_kept", "en", file=tmp_path / "report")]


def test_what_a_person_can_put_right_is_told_in_its_own_words(calls, monkeypatch):
    def refuse(_):
        raise BadValue("office.not_on_disk")

    monkeypatch.setattr(documents.saving, "about_to_save", refuse)
    documents.happened(None, "OnSaveAs", document())
    assert calls == [text("office.not_on_disk", "en")]
