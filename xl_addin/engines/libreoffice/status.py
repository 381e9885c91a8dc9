"""The text in the status bar of one window.

LibreOffice shows it as the text of a progress indicator; there is one at a time, and it must be
ended in the window where it was started, or the window keeps it.

Proved in tests/xl_addin/engines/test_apps.py.
"""

from typing import Any


class StatusBar:
    def __init__(self) -> None:
        self.text = ""
        self._indicator: Any = None
        self._frame: Any = None

    def show(self, frame: Any, text: str | bool) -> None:
        """Show `text` in `frame`; False or nothing gives the status bar back to LibreOffice."""
        self.text = str(text) if text and text is not True else ""
        if not self.text or frame != self._frame:
            self._end()
        if self.text and frame is not None:
            self._put(frame)

    def _put(self, frame: Any) -> None:
        if self._indicator is None:
            self._frame, self._indicator = frame, frame.createStatusIndicator()
            self._indicator.start(self.text, 0)
        else:
            self._indicator.setText(self.text)

    def _end(self) -> None:
        indicator, self._indicator, self._frame = self._indicator, None, None
        if indicator is not None:
            try:
                indicator.end()
            # The window may have been closed in between, and its indicator with it.
            except Exception:
                return
