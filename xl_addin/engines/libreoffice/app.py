"""One LibreOffice as xlwings sees an application.

Proved in tests/xl_addin/engines/test_apps.py.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice import dialogs
from xl_addin.engines.libreoffice.books import Book, Books
from xl_addin.engines.libreoffice.bridge import properties
from xl_addin.engines.libreoffice.formulas import Formulas
from xl_addin.engines.libreoffice.process import Office
from xl_addin.engines.libreoffice.ranges import Range
from xl_addin.engines.libreoffice.status import StatusBar

SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
MODES = ("automatic", "manual", "semiautomatic")

_CHILDREN_TOO = 1  # com.sun.star.awt.InvalidateStyle.CHILDREN


class App(base_classes.App):
    """`office` is the process where we started it, `inside` says that we run in its Python."""

    apps: Any = None
    # Kept for scripts that set them; LibreOffice asks nothing and runs no macros here anyway.
    display_alerts: Any = True
    enable_events: Any = True
    interactive: Any = True

    def __init__(
        self, context: Any, pid: int, office: Office | None = None, inside: bool = False
    ) -> None:
        self.context = context
        self.office = office
        self.inside = inside
        self._pid = pid
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.formulas = Formulas(self)
        self.status = StatusBar()
        self.clipboard: Any = None
        self._locked: list[Any] = []
        self._screen_updating = True
        self._calculation = "automatic"
        self._visible = office.visible if office else True

    def service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    @property
    def engine(self) -> Any:
        from xl_addin.engines.libreoffice.engine import ENGINE

        return ENGINE

    @property
    def api(self) -> Any:
        return self.desktop

    @property
    def alive(self) -> bool:
        if self.office is not None:
            return self.office.running
        try:
            return self.desktop.supportsService("com.sun.star.frame.Desktop")
        # A bridge that is gone raises one of several exceptions of its own making.
        except Exception:
            return False

    def documents(self) -> list[Any]:
        """The open spreadsheets, oldest first."""
        found = []
        components = self.desktop.Components.createEnumeration()
        while components.hasMoreElements():
            component = components.nextElement()
            supports = getattr(component, "supportsService", None)
            if supports is not None and supports(SPREADSHEET):
                found.append(component)
        # LibreOffice lists them in no order; their running numbers grow as they are opened.
        return sorted(found, key=lambda document: int(document.RuntimeUID))

    @property
    def books(self) -> Books:
        return Books(self)

    @property
    def selection(self) -> Range | None:
        book = self.books.active
        return book.selection if book is not None else None

    def activate(self, steal_focus: bool = False) -> None:
        self.apps.put(self)
        frame = self.desktop.getCurrentFrame()
        if frame is not None and frame.ContainerWindow is not None:
            frame.activate()
            if steal_focus:
                frame.ContainerWindow.toFront()

    @property
    def visible(self) -> bool:
        """Whether windows show. An office started in the background has none to show, ever."""
        return self._visible

    @visible.setter
    def visible(self, visible: bool) -> None:
        self._visible = bool(visible)
        for document in self.documents():
            controller = document.CurrentController
            if controller is not None and controller.Frame.ContainerWindow is not None:
                controller.Frame.ContainerWindow.setVisible(self._visible)

    def quit(self) -> None:
        self._not_inside()
        self.apps.drop(self)
        if self.office is None:
            self._close_all()
            return
        self.office.end()

    def kill(self) -> None:
        self._not_inside()
        self.apps.drop(self)
        if self.office is not None:
            self.office.kill()

    def _not_inside(self) -> None:
        if self.inside:
            raise RuntimeError("This code runs inside LibreOffice; it must not end it.")

    def _close_all(self) -> None:
        """Quit an office somebody else started: close its spreadsheets, leave the program."""
        for document in self.documents():
            document.setModified(False)
            document.close(True)

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def hwnd(self) -> None:
        return None

    def _setting(self, path: str, name: str) -> Any:
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", properties(nodepath=path)
        )
        return access.getByName(name)

    @property
    def version(self) -> str:
        return str(self._setting("/org.openoffice.Setup/Product", "ooSetupVersion"))

    @property
    def language(self) -> str:
        """The language of LibreOffice's own menus, e.g. "zh-CN"."""
        return str(self._setting("/org.openoffice.Setup/L10N", "ooLocale"))

    @property
    def path(self) -> str:
        substitution = self.service("com.sun.star.util.PathSubstitution")
        return dialogs.path_of(substitution.getSubstituteVariableValue("$(prog)"))

    @property
    def startup_path(self) -> str:
        substitution = self.service("com.sun.star.util.PathSubstitution")
        user = dialogs.path_of(substitution.getSubstituteVariableValue("$(user)"))
        return str(Path(user, "Scripts", "python"))

    @property
    def screen_updating(self) -> bool:
        return self._screen_updating

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        """Stop drawing, listeners included; every lock taken is given back to the same document."""
        self._screen_updating = bool(value)
        if value:
            for document in self._locked:
                self._unlock(document)
            self._locked = []
        elif not self._locked:
            self._locked = self.documents()
            for document in self._locked:
                document.lockControllers()
                document.addActionLock()

    @staticmethod
    def _unlock(document: Any) -> None:
        try:
            document.removeActionLock()
            document.unlockControllers()
            # Colours by condition that changed meanwhile would show only after scrolling.
            document.CurrentController.Frame.ComponentWindow.invalidate(_CHILDREN_TOO)
        # A document closed in between has no locks left to give back.
        except Exception:
            return

    @property
    def calculation(self) -> str:
        return self._calculation

    @calculation.setter
    def calculation(self, value: str) -> None:
        if value not in MODES:
            raise ValueError(f"calculation must be one of {', '.join(MODES)}, not {value!r}")
        self._calculation = value
        for document in self.documents():
            document.enableAutomaticCalculation(value != "manual")

    def calculate(self) -> None:
        for document in self.documents():
            document.calculate()

    def run(self, macro: str, args: Any) -> Any:
        raise NotImplementedError(
            f"The macro {macro} was not run: LibreOffice opens workbooks with macros disabled here."
        )

    @property
    def status_bar(self) -> str | bool:
        return self.status.text or False

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self.status.show(self.desktop.getCurrentFrame(), value)

    @property
    def cut_copy_mode(self) -> str | None:
        return "copy" if self.clipboard is not None else None

    @cut_copy_mode.setter
    def cut_copy_mode(self, value: bool) -> None:
        if not value:
            self.clipboard = None

    def alert(
        self,
        prompt: str,
        title: str | None,
        buttons: str | None,
        mode: str | None,
        callback: Callable[[str], Any] | None,
    ) -> str:
        return dialogs.message_box(self, prompt, title, buttons, mode)

    def opened(self, book: Book) -> None:
        """A new document follows the app's calculation mode."""
        book.xl.enableAutomaticCalculation(self._calculation != "manual")
