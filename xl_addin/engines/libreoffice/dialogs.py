"""Message boxes and the file picker.

Both wait for a person. An office in the background has nobody to answer, so there they are
refused instead of waiting for ever.

Proved in tests/xl_addin/engines/test_apps.py.
"""

from typing import Any

from xl_addin.engines.libreoffice.bridge import enum, to_path

# com.sun.star.awt.MessageBoxButtons; as in Excel, Enter means the first one
_FIRST_OK, _FIRST_YES = 0x10000, 0x40000
_BUTTONS = {
    None: 1,
    "ok": 1,
    "ok_cancel": 2 | _FIRST_OK,
    "yes_no": 3 | _FIRST_YES,
    "yes_no_cancel": 4 | _FIRST_YES,
}
# com.sun.star.awt.MessageBoxResults
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
_KINDS = {None: "MESSAGEBOX", "info": "INFOBOX", "critical": "ERRORBOX"}

EXECUTABLE_OK = 1
FILE_OPEN_SIMPLE = 0


class NobodyThere(RuntimeError):
    """A dialog was asked for where no window can show it."""


def path_of(url: str) -> str:
    return to_path(url)


def message_box(
    app: Any, prompt: str, title: str | None, buttons: str | None, mode: str | None
) -> str:
    _somebody(app)
    # An information box knows no other button than OK.
    kind = "QUERYBOX" if buttons not in (None, "ok") and mode != "critical" else _KINDS[mode]
    box = app.service("com.sun.star.awt.Toolkit").createMessageBox(
        _window(app), enum("awt.MessageBoxType", kind), _BUTTONS[buttons], title or "", prompt or ""
    )
    try:
        return _ANSWERS.get(box.execute(), "cancel")
    finally:
        box.dispose()


def choose_file(app: Any, title: str, patterns: Any) -> str | None:
    """The path a person picks; `patterns` are pairs like ("Workbooks", "*.xlsx;*.xlsm")."""
    _somebody(app)
    picker = app.service("com.sun.star.ui.dialogs.FilePicker")
    picker.initialize((FILE_OPEN_SIMPLE,))
    picker.setTitle(title)
    for label, pattern in patterns:
        picker.appendFilter(label, pattern)
    if picker.execute() != EXECUTABLE_OK:
        return None
    files = picker.getSelectedFiles() or picker.getFiles()
    return to_path(files[0]) if files else None


def _window(app: Any) -> Any:
    frame = app.desktop.getCurrentFrame()
    return frame.ContainerWindow if frame is not None else None


def _somebody(app: Any) -> None:
    if app.office is not None and not app.office.visible:
        raise NobodyThere("LibreOffice runs in the background; nobody can see or answer a dialog.")
