"""What LibreOffice asks an add-in about its functions: names and help in the user's language.

Proved in tests/xl_addin/libreoffice/test_wizard.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from udfs.worksheet.registry import Argument, Function, function
from xl_addin.emit.libreoffice_names import camel, function_names


@dataclass(frozen=True)
class Wizard:
    """Answers for one locale, given by its language such as zh; arguments count from 0, and the
    first is the document that calls."""

    locale: str = ""

    @property
    def lang(self) -> str:
        return "zh" if self.locale.startswith("zh") else "en"

    def method(self, shown: str) -> str:
        return camel(shown)

    def name(self, method: str) -> str:
        return function_names().get(method, "")

    def description(self, method: str) -> str:
        found = self._function(method)
        return found.summary(self.lang) if found else ""

    def argument(self, method: str, place: int) -> str:
        found = self._argument(method, place)
        return found.name if found else ""

    def argument_help(self, method: str, place: int) -> str:
        owner, found = self._function(method), self._argument(method, place)
        return owner.argument_help(found.name, self.lang) if owner and found else ""

    def _function(self, method: str) -> Function | None:
        name = self.name(method)
        return function(name) if name else None

    def _argument(self, method: str, place: int) -> Argument | None:
        owner = self._function(method)
        inside = owner is not None and 1 <= place <= len(owner.arguments)
        return owner.arguments[place - 1] if owner and inside else None
