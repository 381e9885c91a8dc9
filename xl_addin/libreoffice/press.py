"""A button pressed in LibreOffice: the steps of the work, with a living window between them.

The status bar says what is done, Esc takes everything back; until the end no other button is
taken and the document cannot be changed or closed. Whatever goes wrong is one sentence in a
message box. Proved in tests/xl_addin/libreoffice/test_press.py and
tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

from typing import Any

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.buttons.press import Press, start
from xl_addin.buttons.table import button
from xl_addin.engines import libreoffice
from xl_addin.error_report import keep_error_report
from xl_addin.libreoffice import errors, labels, user_language
from xl_addin.libreoffice.guard import Guard

_running = False


def pressed(context: Any, name: str, frame: Any) -> None:
    """Do what the button `name` does to the document in `frame`, by default the one in front."""
    global _running
    if _running:
        return
    lang = user_language.current(context)
    app = libreoffice.inside(context)
    _running = True  # from here on it is taken back whatever happens
    try:
        document = _document(context, frame)
        if document is not None:
            _press(context, app, document, name, lang)
    except Exception as why:
        app.alert(_sentence(why, lang), button(name).label(lang), mode="critical")
    finally:
        app.status_bar = False
        _running = False


def _document(context: Any, frame: Any) -> Any:
    if frame is not None and frame.Controller is not None:
        return frame.Controller.Model
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    return desktop.getCurrentComponent()


def _press(context: Any, app: Any, document: Any, name: str, lang: str) -> None:
    message = _message(document, lang) if name == "explain" else ""
    desk = Desk(libreoffice.book_of(app, document), lang, message)
    press = start(name, desk)
    with Guard(context, document) as guard:
        _to_the_end(press, app, guard)
    if desk.lang != lang:
        user_language.choose(desk.lang, context)
        labels.renew(context)


def _to_the_end(press: Press, app: Any, guard: Guard) -> None:
    while (status := press.step()) is not None:
        app.status_bar = status
        if guard.escaped():
            app.status_bar = False
            press.cancel()
            return


def _message(document: Any, lang: str) -> str:
    """Why the selected cell shows an error; nothing where a range or a shape is selected."""
    cell = document.CurrentSelection
    single = cell is not None and hasattr(cell, "getError")
    return errors.message_of(cell, lang) if single else ""


def _sentence(why: Exception, lang: str) -> str:
    if isinstance(why, CustomerChainError):
        return why.sentence(lang)
    return text("press.our_error", lang, file=keep_error_report())
