"""The engine that xlwings talks to, and the offices it knows.

xlwings asks its active engine for apps; an app here is one running LibreOffice. Apps come from
`launch`, `connect` and `inside` (see the package); the one used last is the active one.

Proved in tests/xl_addin/engines/test_apps.py.
"""

import atexit
import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import xlwings
from xlwings import base_classes

from xl_addin.engines.libreoffice import values
from xl_addin.engines.libreoffice.app import App
from xl_addin.engines.libreoffice.process import Office

NAME = "libreoffice"


class Apps(base_classes.Apps):
    """The known offices by their number, the active one first."""

    def __init__(self) -> None:
        self._apps: list[App] = []

    def put(self, app: App) -> App:
        """Make an app known and active; a second connection to an office replaces the first."""
        self._apps = [app, *(other for other in self._apps if other.pid != app.pid)]
        app.apps = self
        return app

    def drop(self, app: App) -> None:
        self._apps = [other for other in self._apps if other.pid != app.pid]

    def add(
        self, spec: Any = None, add_book: Any = None, xl: Any = None, visible: Any = None
    ) -> App:
        """Start an office, in the background unless `visible` is asked for (it needs a screen)."""
        office = Office(visible=bool(visible))
        app = self.put(App(office.context, office.pid, office=office))
        if add_book:
            app.books.add()
        return app

    def keys(self) -> list[int]:
        return [app.pid for app in self._alive()]

    def __iter__(self) -> Iterator[App]:
        return iter(self._alive())

    def __len__(self) -> int:
        return len(self._alive())

    def __getitem__(self, pid: int) -> App:
        for app in self._alive():
            if app.pid == pid:
                return app
        raise KeyError(pid)

    def _alive(self) -> list[App]:
        self._apps = [app for app in self._apps if app.alive]
        return list(self._apps)

    @staticmethod
    def cleanup() -> None:
        """End the offices we started; what a user opened is not ours to end."""
        for app in list(ENGINE.apps._apps):
            if app.office is not None:
                with contextlib.suppress(Exception):
                    app.kill()


class Engine:
    """What `xlwings.Engine` wraps."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps()

    def prepare_xl_data_element(self, value: Any, options: Any) -> Any:
        return values.to_write(value)

    def clean_value_data(
        self,
        data: Any,
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        return values.clean(data, datetime_builder, empty_as, number_builder)


ENGINE = Engine()
atexit.register(ENGINE.apps.cleanup)


def register() -> "xlwings.Engine":
    """Add the engine to xlwings once; it becomes the active one where there is no other."""
    known = xlwings.engines.engines_by_name.get(NAME)
    if known is None:
        known = xlwings.Engine(impl=ENGINE)
        xlwings.engines.add(known)
    if xlwings.engines.active is None:
        known.activate()
    return known
