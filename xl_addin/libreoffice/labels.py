"""The words on menu and toolbar, in the language the user has chosen.

LibreOffice takes labels from the extension in its own language. Each entry asks for the state of
its button; once the user has chosen the other language, the state is the label to show.
Proved in tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

from typing import Any

from xl_addin.buttons.table import button
from xl_addin.emit.libreoffice_names import PROTOCOL
from xl_addin.libreoffice import user_language

_listening: list[tuple[Any, Any, Any]] = []


def add(context: Any, listener: Any, url: Any, source: Any) -> None:
    """Tell an entry its state now, and again when the language changes."""
    _listening.append((listener, url, source))
    if user_language.is_chosen(context):
        _tell(user_language.current(context), listener, url, source)


def remove(listener: Any, url: Any) -> None:
    """Forget an entry whose window closes."""
    _listening[:] = [
        one for one in _listening if one[0] != listener or one[1].Complete != url.Complete
    ]


def renew(context: Any) -> None:
    """The language has changed."""
    lang = user_language.current(context)
    for listener, url, source in list(_listening):
        _tell(lang, listener, url, source)


def _tell(lang: str, listener: Any, url: Any, source: Any) -> None:
    from com.sun.star.frame import FeatureStateEvent

    event = FeatureStateEvent()
    event.Source, event.FeatureURL, event.IsEnabled = source, url, True
    event.State = button(url.Complete.removeprefix(PROTOCOL)).label(lang)
    listener.statusChanged(event)
