"""The question asked of every text that is not a cell of a kept row: may this reader see it?"""

from __future__ import annotations

from xl_addin.copying.forbidden import Forbidden, redacted
from xl_addin.copying.formula_parsing import Parsed

_NUMBER_LEAST = 4


class Screen:
    """Forbidden values, less what this reader sees; `known` texts are never asked about."""

    def __init__(self, forbidden: Forbidden, known: frozenset[str]) -> None:
        self.forbidden, self.known = forbidden, known
        self.seen: set[str] = set()

    def finds(self, text: str) -> bool:
        """Whether `text` is or contains a value this reader may not see."""
        if text in self.known:
            return False
        return self.forbidden.found_in(text, self.seen) is not None

    def finds_in(self, parsed: Parsed) -> bool:
        """Whether a formula carries such a value in its texts and numbers."""
        return any(
            self.finds(literal.value)
            if literal.is_text
            else len(literal.value) >= _NUMBER_LEAST and self.finds(literal.value)
            for literal in parsed.literals
        )

    def without(self, text: str) -> str:
        """`text` with such values replaced by an ellipsis."""
        return redacted(text, self.forbidden, self.seen)

    def allowed(self) -> set[str]:
        """Every whole text this reader may find."""
        return self.seen | self.known
