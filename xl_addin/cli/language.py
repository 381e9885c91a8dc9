"""The language of the person at the terminal, from the system when nothing is said."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping


def system_language(environment: Mapping[str, str] | None = None) -> str:
    """ "zh" for any Chinese system, otherwise "en".

    >>> system_language({"LANG": "zh_CN.UTF-8"})
    'zh'
    """
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _language(environment[name])
    return _language(locale.getlocale()[0] or "")


def _language(name: str) -> str:
    return "zh" if name.casefold().startswith(("zh", "chinese")) else "en"
