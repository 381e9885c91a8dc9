"""What happens to documents: one has been loaded, is about to be saved, has been saved.

Proved in tests/xl_addin/libreoffice/test_documents.py and, with LibreOffice, in
tests/end_to_end/test_libreoffice_live.py and test_libreoffice_saving.py.
"""

from __future__ import annotations

from typing import Any

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.error_report import keep_error_report
from xl_addin.libreoffice import saving, user_language
from xl_addin.libreoffice.resolving import resolve

_SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"


def happened(context: Any, event: str, document: Any) -> None:
    """One event of one document; a failure of ours never disturbs LibreOffice's own work."""
    if not document.supportsService(_SPREADSHEET):
        return
    try:
        _handle(context, event, document)
    except Exception as why:
        sentence = _sentence(why, user_language.current(context))
        if event in ("OnSave", "OnSaveAs"):
            _warn(context, sentence)


def _handle(context: Any, event: str, document: Any) -> None:
    if event == "OnLoadFinished":
        resolve(document)
        saving.loaded(document)
    elif event in ("OnSave", "OnSaveAs"):
        saving.about_to_save(document)
    elif event in ("OnSaveDone", "OnSaveAsDone"):
        saving.saved(context, document)
    else:
        saving.not_saved(document)


def _sentence(why: Exception, lang: str) -> str:
    if isinstance(why, CustomerChainError):
        return why.sentence(lang)
    return text("office.not_kept", lang, file=keep_error_report())


def _warn(context: Any, sentence: str) -> None:
    from xl_addin.engines import libreoffice

    title = text("button.tab", user_language.current(context))
    libreoffice.inside(context).alert(sentence, title, mode="critical")
