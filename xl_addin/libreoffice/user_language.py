"""The language of the person at the screen: LibreOffice's own until the button changes it.

The choice is one word in a file of LibreOffice's user profile, so it holds for all documents
and goes with the profile. Proved in tests/xl_addin/libreoffice/test_user_language.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from udfs.texts import LANGUAGES

_FILE = "customerchain-language.txt"


def current(context: Any = None) -> str:
    """ "zh" or "en"; `context` is LibreOffice's component context, its own by default."""
    chosen = _chosen(context)
    return chosen or ("zh" if _locale(context).lower().startswith("zh") else "en")


def is_chosen(context: Any = None) -> bool:
    """Whether the button has ever been pressed."""
    return _chosen(context) is not None


def choose(lang: str, context: Any = None) -> None:
    """Remember the language from now on."""
    _file(context).write_text(lang, encoding="ascii")


def _chosen(context: Any) -> str | None:
    try:
        word = _file(context).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return None
    return word if word in LANGUAGES else None


def _file(context: Any) -> Path:
    import uno

    paths = _service("com.sun.star.util.PathSubstitution", context)
    return Path(uno.fileUrlToSystemPath(paths.substituteVariables("$(user)", True))) / _FILE


def _locale(context: Any) -> str:
    """The language of LibreOffice's menus, such as zh-CN."""
    from com.sun.star.beans import PropertyValue

    place = PropertyValue()
    place.Name, place.Value = "nodepath", "/org.openoffice.Setup/L10N"
    provider = _service("com.sun.star.configuration.ConfigurationProvider", context)
    reading = "com.sun.star.configuration.ConfigurationAccess"
    return str(provider.createInstanceWithArguments(reading, (place,)).getByName("ooLocale"))


def _service(name: str, context: Any) -> Any:
    import uno

    context = context or uno.getComponentContext()
    return context.ServiceManager.createInstanceWithContext(name, context)
