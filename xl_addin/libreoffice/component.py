"""What LibreOffice loads: functions for cells, buttons, and a look at documents that come and go.

This file is put into the extension and runs in LibreOffice's own Python, where nothing of ours
is installed: it reads from environment.json beside it where the product lies, and hands
everything on. Where the product is gone, a button says so and everything else stays quiet.
Proved in tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

import contextlib
import json
import site
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo, XServiceName
from com.sun.star.sheet import XAddIn
from com.sun.star.task import XJob

FUNCTIONS = "customerchain.Functions"
COMMANDS = "customerchain.Commands"
DOCUMENTS = "customerchain.Documents"
PROTOCOL = "vnd.customerchain:"

_FunctionsInterface: Any = uno.getClass("customerchain.XFunctions")


@cache
def _environment() -> dict[str, Any]:
    """What the installation wrote: `folders` of the product, and what to say when it is gone."""
    written = Path(__file__).with_name("environment.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(written)
    return found


@cache
def _make_reachable() -> None:
    """Put the folders of the environment that installed the add-in first on Python's path."""
    before = list(sys.path)
    for folder in _environment()["folders"]:
        site.addsitedir(folder)
    added = [path for path in sys.path if path not in before]
    sys.path[:] = added + before


def _ours(module: str) -> Any:
    _make_reachable()
    return import_module(f"xl_addin.libreoffice.{module}")


class _Service(unohelper.Base, XServiceInfo):
    """A service with one name."""

    name = ""

    def getImplementationName(self) -> str:  # noqa: N802
        return self.name

    def supportsService(self, name: str) -> bool:  # noqa: N802
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802
        return (self.name,)


class Functions(_Service, XServiceName, XAddIn, _FunctionsInterface):
    """The functions, by method name, and their help; XAddIn spells "Funtion" so."""

    name = FUNCTIONS

    def __init__(self, context: Any) -> None:
        self.locale: Any = None

    def __getattr__(self, method: str) -> Callable[..., Any]:
        if not method.startswith("cc"):
            raise AttributeError(method)
        answer = _ours("functions").answer

        def called(*given: Any) -> Any:
            return answer(method, *given)

        self.__dict__[method] = called
        return called

    def getServiceName(self) -> str:  # noqa: N802
        return FUNCTIONS

    def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802
        return (FUNCTIONS, "com.sun.star.sheet.AddIn")

    def setLocale(self, locale: Any) -> None:  # noqa: N802
        self.locale = locale

    def getLocale(self) -> Any:  # noqa: N802
        return self.locale

    def _help(self) -> Any:
        return _ours("wizard").Wizard(getattr(self.locale, "Language", ""))

    def getProgrammaticFuntionName(self, shown: str) -> str:  # noqa: N802
        return str(self._help().method(shown))

    def getDisplayFunctionName(self, method: str) -> str:  # noqa: N802
        return str(self._help().name(method))

    def getFunctionDescription(self, method: str) -> str:  # noqa: N802
        return str(self._help().description(method))

    def getDisplayArgumentName(self, method: str, place: int) -> str:  # noqa: N802
        return str(self._help().argument(method, place))

    def getArgumentDescription(self, method: str, place: int) -> str:  # noqa: N802
        return str(self._help().argument_help(method, place))

    def getProgrammaticCategoryName(self, method: str) -> str:  # noqa: N802
        return "Add-In"

    def getDisplayCategoryName(self, method: str) -> str:  # noqa: N802
        return "Add-In"


class Commands(_Service, XInitialization, XDispatchProvider, XDispatch):
    """The buttons of one window, pressed by their address."""

    name = COMMANDS

    def __init__(self, context: Any) -> None:
        self.context, self.frame = context, None

    def initialize(self, given: Any) -> None:
        self.frame = given[0] if given else None

    def queryDispatch(self, url: Any, target: str, flags: int) -> Any:  # noqa: N802
        return self if url.Complete.startswith(PROTOCOL) else None

    def queryDispatches(self, requests: Any) -> Any:  # noqa: N802
        asked = ((r.FeatureURL, r.FrameName, r.SearchFlags) for r in requests)
        return tuple(self.queryDispatch(*one) for one in asked)

    def dispatch(self, url: Any, properties: Any) -> None:
        try:
            press = _ours("press")
        except ImportError:
            self._tell(_environment()["unreachable"])
            return
        press.pressed(self.context, url.Complete.removeprefix(PROTOCOL), self.frame)

    def _tell(self, sentence: str) -> None:
        toolkit = self.context.ServiceManager.createInstance("com.sun.star.awt.Toolkit")
        window = self.frame.ContainerWindow if self.frame is not None else None
        kind = uno.Enum("com.sun.star.awt.MessageBoxType", "ERRORBOX")
        toolkit.createMessageBox(window, kind, 1, "Customer Chain", sentence).execute()

    def addStatusListener(self, listener: Any, url: Any) -> None:  # noqa: N802
        with contextlib.suppress(ImportError):
            _ours("labels").add(self.context, listener, url, self)

    def removeStatusListener(self, listener: Any, url: Any) -> None:  # noqa: N802
        with contextlib.suppress(ImportError):
            _ours("labels").remove(listener, url)


class Documents(_Service, XJob):
    """Called when a document is opened or saved."""

    name = DOCUMENTS

    def __init__(self, context: Any) -> None:
        self.context = context

    def execute(self, given: Any) -> None:
        groups = {value.Name: value.Value for value in given}
        event = {value.Name: value.Value for value in groups.get("Environment", ())}
        if event.get("Model") is not None:
            with contextlib.suppress(ImportError):
                _ours("documents").happened(self.context, event["EventName"], event["Model"])


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816
for _service in (Functions, Commands, Documents):
    g_ImplementationHelper.addImplementation(_service, _service.name, (_service.name,))
