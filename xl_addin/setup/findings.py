"""What the doctor found: an id, how grave it is, and one sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from udfs.texts import text

FINE, NOTE, PROBLEM = "fine", "note", "problem"


@dataclass(frozen=True)
class Finding:
    """`name` is its id and, as `setup.found.NAME`, the key of its sentence."""

    name: str
    severity: str
    values: dict[str, object] = field(default_factory=dict)

    def sentence(self, lang: str) -> str:
        return text(f"setup.found.{self.name}", lang, **self.values)

    def line(self, lang: str) -> str:
        """The sentence with its weight before it; what is fine has none."""
        if self.severity == FINE:
            return self.sentence(lang)
        return text(f"setup.severity.{self.severity}", lang, what=self.sentence(lang))


def fine(name: str, **values: object) -> Finding:
    return Finding(name, FINE, values)


def note(name: str, **values: object) -> Finding:
    """Works, but the user should know."""
    return Finding(name, NOTE, values)


def problem(name: str, **values: object) -> Finding:
    """Does not work until someone does what the sentence says."""
    return Finding(name, PROBLEM, values)
