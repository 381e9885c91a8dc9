"""Every error of the core on one screen, each with the cell error it becomes.

An error carries the key of its sentence and the numbers that belong into it, so the same
error reads as 简体中文 or English wherever it surfaces: in a cell, a message box, a terminal.
"""

from __future__ import annotations

from udfs.texts import text


class CustomerChainError(Exception):
    """Something a person can put right; `sentence` says what and where.

    >>> BadValue("error.not_a_number", value="12o").sentence("en")
    "'12o' is not a number"
    """

    cell_error = "#VALUE!"

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def sentence(self, lang: str = "en") -> str:
        """The message in `lang` ("zh" or "en")."""
        values = {
            name: value.sentence(lang) if isinstance(value, CustomerChainError) else value
            for name, value in self.values.items()
        }
        return text(self.key, lang, **values)

    def __str__(self) -> str:
        return self.sentence("en")


class BadValue(CustomerChainError, ValueError):
    """A value that cannot be read as what its place asks for."""


class BadRule(CustomerChainError, ValueError):
    """A rule table, a cut or a setting that cannot be applied as written."""


class NotFound(CustomerChainError, LookupError):
    """A customer, column, function or name that is not there."""

    cell_error = "#N/A"


class NotComputable(CustomerChainError, ArithmeticError):
    """The numbers are readable, but the result does not exist for them."""

    cell_error = "#NUM!"
