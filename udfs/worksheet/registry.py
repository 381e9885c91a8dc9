"""The registry of worksheet functions: what a cell can call, declared once.

VBA wrappers, function-wizard texts, LibreOffice descriptors, docs/functions.md and the
command line's help are all made from `functions()`; every host evaluates through `call`.
A family module declares a function with `@worksheet_function`, which only records: the name
in the module becomes a `Function`. Adding a function is one such declaration, its texts in
udfs/texts/functions.py, and its test. Nothing here imports pandas; bodies do so when called.
Proved in tests/udfs/test_worksheet_registry.py.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from udfs.errors import BadValue, NotFound
from udfs.texts import text

PREFIX = "CC_"
MODULES = ("rfm", "scores", "tiers", "churn", "explain")
FAMILIES = ("scores", "tiers", "churn")

# Kinds of arguments that are taken cell by cell: the result has the shape of these.
CELL_KINDS = ("number", "whole", "score", "date", "flag")
# Kinds that are taken whole: a range read at once, or one value that steers the call.
WHOLE_KINDS = ("population", "table", "one_date", "choice", "switch")


@dataclass(frozen=True)
class Argument:
    """One argument: `kind` says how its cells are read; `default` stands where it is omitted.

    Kinds taken cell by cell: number, whole (a number without decimals, not negative), score
    (1 to 5), date, flag. Taken whole: population (the numbers of a range, blanks and text
    left out), table (a range as it is), one_date, choice (one of `choices`), switch.
    """

    name: str
    kind: str
    optional: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()

    @property
    def by_cell(self) -> bool:
        """Whether the result has a cell for each cell of this argument."""
        return self.kind in CELL_KINDS


@dataclass(frozen=True)
class Example:
    """A call and, with English texts, its result."""

    arguments: tuple[Any, ...]
    result: Any


@dataclass(frozen=True)
class Function:
    """One worksheet function; its texts stand in the catalogue under its name."""

    name: str
    family: str
    arguments: tuple[Argument, ...]
    body: Callable[..., Any]
    example: Example

    @property
    def spills_table(self) -> bool:
        """True where the result is a table of its own, not one cell per cell given."""
        return not any(argument.by_cell for argument in self.arguments)

    @property
    def least(self) -> int:
        """How many arguments must be given."""
        return sum(not argument.optional for argument in self.arguments)

    def count_words(self) -> str:
        """How many arguments may be given: "6" or "4-6"."""
        most = len(self.arguments)
        return str(most) if self.least == most else f"{self.least}-{most}"

    def summary(self, lang: str = "en") -> str:
        """What the function answers, in one line for the function wizard."""
        return text(f"function.{self.name}", lang)

    def result_help(self, lang: str = "en") -> str:
        """What comes back, and what stands where an input is blank or cannot be read."""
        return text(f"result.{self.name}", lang)

    def argument_help(self, argument: str, lang: str = "en") -> str:
        """What to put in for one argument."""
        return text(f"argument.{self.name}.{argument}", lang)

    def signature(self) -> str:
        """The call as the function wizard writes it.

        >>> function("CC_RECENCY_DAYS").signature()
        'CC_RECENCY_DAYS(last_order, analysis_date)'
        """
        words = [f"[{a.name}]" if a.optional else a.name for a in self.arguments]
        return f"{self.name}({', '.join(words)})"


def worksheet_function(
    family: str, *arguments: Argument, example: Example
) -> Callable[[Callable[..., Any]], Function]:
    """Record a body as the worksheet function named after it, `r_score` as CC_R_SCORE.

    The body is called as `body(context, **arguments)`. Arguments taken cell by cell arrive as
    arrays of equal length that hold only readable cells, and the body answers with as many
    results; blanks and errors are put back around it by `udfs.worksheet.evaluate`.
    """

    def record(body: Callable[..., Any]) -> Function:
        return Function(PREFIX + body.__name__.upper(), family, arguments, body, example)

    return record


@cache
def _declared() -> dict[str, Function]:
    found = (
        value
        for module in MODULES
        for value in vars(import_module(f"udfs.worksheet.{module}")).values()
        if isinstance(value, Function)
    )
    return {f.name: f for f in sorted(found, key=lambda f: f.name)}


def functions() -> list[Function]:
    """All worksheet functions, sorted by name."""
    return list(_declared().values())


def function(name: str) -> Function:
    """The function `name`, in any case; NotFound suggests the nearest name.

    >>> function("CC_SEGMNT")
    Traceback (most recent call last):
    udfs.errors.NotFound: There is no function 'CC_SEGMNT'. Did you mean CC_SEGMENT?
    """
    wanted = name.strip().upper()
    known = _declared()
    if wanted in known:
        return known[wanted]
    full = wanted if wanted.startswith(PREFIX) else PREFIX + wanted
    near = difflib.get_close_matches(full, known, n=1, cutoff=0.7)
    if near:
        raise NotFound("call.unknown_function_near", name=name.strip(), near=near[0])
    raise NotFound("call.unknown_function", name=name.strip())


def call(name: str, args: Sequence[Any], lang: str = "en", date1904: bool = False) -> Any:
    """Evaluate one worksheet function: the one door for every host.

    `args` are what a spreadsheet hands over: None, bool, int, float, str, date, datetime, and
    for a range a list of rows (a flat list is a column). Single values in, single value out;
    otherwise a list of rows. A blank input gives "" and a failing cell holds a `CellError`;
    what is wrong with the call as a whole is raised.

    >>> call("CC_SEGMENT", [5, 5, 4])
    'Champions'
    >>> call("CC_SEGMENT", [[5, None, 9], 5, 4])
    [['Champions'], [''], ['#VALUE!']]
    """
    from udfs.worksheet.evaluate import evaluate

    wanted = function(name)
    if not wanted.least <= len(args) <= len(wanted.arguments):
        raise BadValue(
            "call.wrong_count",
            signature=wanted.signature(),
            count=wanted.count_words(),
            given=len(args),
        )
    return evaluate(wanted, args, lang, date1904)
