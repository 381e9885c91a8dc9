"""What the sheet Checks checks: calls with known answers, in Excel, LibreOffice and Python alike.

The expected answers are written down here by hand, not computed. A check is laid out by
`xl_addin.build.checks` and judged by `xl_addin.commands.check_installation`; its sentence is the
text `checks.what.NAME`. Proved in tests/xl_addin/test_checks.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema

# Names in the workbook: the verdict, the cell with the formula, and the verdict on everything.
TEST, RESULT, ALL = "test_", "result_", "test_all"
# What ERROR.TYPE answers, in Excel and in LibreOffice.
ERROR_TYPES = {"#VALUE!": 3, "#NUM!": 6, "#N/A": 7}


@dataclass(frozen=True)
class Block:
    """A range of the data below the checks: a whole block, or its column `column` (from 0)."""

    name: str
    column: int | None = None


@dataclass(frozen=True)
class Reduction:
    """What makes one cell of a range of answers: in a formula, and in Python."""

    formula: str
    python: Callable[[Any], Any]


def _entry(row: int, column: int) -> Reduction:
    return Reduction(f"INDEX({{}},{row},{column})", lambda cells: cells[row - 1][column - 1])


def _sum(cells: list[list[Any]]) -> Any:
    return sum(cell for row in cells for cell in row)


def _errors(cells: list[list[Any]]) -> int:
    return sum(str(cell).startswith("#") for row in cells for cell in row)


_AS_IT_IS = Reduction("{}", lambda cell: cell)
_SUM = Reduction("SUM({})", _sum)
_ROWS = Reduction("ROWS({})", len)
_COUNT_ERRORS = Reduction("SUMPRODUCT(--ISERROR({}))", _errors)


@dataclass(frozen=True)
class Check:
    """One check. Arguments are cells of the sheet: None is left out, "" is a blank cell.

    `kind` says how the answer is compared: number, text, truth, error or blank. A text is right
    in both languages (`expected` and `also`), because a user may change the language. Without a
    function it is the spreadsheet itself that is checked, by the formula of `reduction`.
    """

    name: str
    arguments: tuple[Any, ...]
    kind: str
    expected: Any
    also: Any = None
    reduction: Reduction = _AS_IT_IS

    @property
    def function(self) -> str:
        """The worksheet function, "" where none is called."""
        found = re.match(r"CC(_[A-Z]+)+", self.name)
        return found[0] if found else ""

    def formula(self, references: tuple[str, ...]) -> str:
        """The formula of the cell with the answer, its arguments written as `references`."""
        if not self.function:
            return "=" + self.reduction.formula.format(*references)
        return "=" + self.reduction.formula.format(f"{self.function}({','.join(references)})")

    def pattern(self) -> str:
        """The formula as `normal_formula` leaves it, wherever its arguments stand."""
        return normal_formula(
            self.formula(tuple("" if a is None else "A1" for a in self.arguments))
        )

    def sentence(self, lang: str) -> str:
        return text(f"checks.what.{self.name}", lang)


_REFERENCE = re.compile(r"(?:'[^']*'!|\w+!)?\b[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?\b")


def normal_formula(formula: str) -> str:
    """A formula without what moving it or another program changes: places, signs, blanks.

    >>> normal_formula("=@CC_RFM($A$1:$D$4; B2)"), normal_formula("=INDEX(CC_RFM(C7,D7,,E7),1,8)")
    ('CC_RFM(#,#)', 'INDEX(CC_RFM(#,#,,#),1,8)')
    """
    plain = re.sub(r"[\s$@]|\b(?:\w+\.)+(?=\w+\()", "", formula).replace(";", ",")
    return _REFERENCE.sub("#", plain.removeprefix("=")).upper()


def blocks(lang: str) -> dict[str, list[list[Any]]]:
    """The data below the checks by name, rows of cells; the orders have captions in `lang`."""
    captions = [
        schema.caption("orders", name, lang)
        for name in ("customer_id", "order_id", "order_date", "amount")
    ]
    return {
        "orders": [
            captions,
            ["A", 1, date(2026, 1, 5), 120],
            ["B", 2, date(2026, 1, 20), 80],
            ["A", 3, date(2026, 1, 28), 60],
        ],
        "customers": [[3, 1, 120], [12, 2, 300], [40, 2, 450], [90, 5, 880], [200, 9, 2600]],
        "flawed": [[120], ["?"], [880]],
        "rules": [["王牌客户", "555 554"], ["其他客户", "111"]],
    }


_DAYS, _COUNTS, _AMOUNTS = (Block("customers", column) for column in range(3))
_CUTS = (5, 8000)
_JANUARY = date(2026, 1, 31)


def checks(lang: str) -> tuple[Check, ...]:
    """All checks in their order, texts expected in `lang`."""
    return (*_scores(lang), *_tables(lang), *_tiers(lang), *_churn(), _stored_date())


def check_value(argument: Any, lang: str) -> Any:
    """An argument as a spreadsheet hands it over: the rows of a range, None for a blank cell."""
    if not isinstance(argument, Block):
        return None if argument == "" else argument
    rows = blocks(lang)[argument.name]
    return rows if argument.column is None else [[row[argument.column]] for row in rows]


def _text(name: str, arguments: tuple[Any, ...], key: str, lang: str, **more: Any) -> Check:
    """A check whose answer is the text `key` of the catalogue, in the language of the workbook."""
    (other,) = set(LANGUAGES) - {lang}
    reduction = more.pop("reduction", _AS_IT_IS)
    expected, also = (
        text(key, x, **{n: text(v, x) if n in ("tier", "name") else v for n, v in more.items()})
        for x in (lang, other)
    )
    return Check(name, arguments, "text", expected, also, reduction)


def _scores(lang: str) -> tuple[Check, ...]:
    return (
        Check("CC_R_SCORE", (12, _DAYS), "number", 4),
        Check("CC_F_SCORE", (5, _COUNTS), "number", 4),
        Check("CC_F_SCORE_range", (_COUNTS,), "number", 14, reduction=_SUM),
        Check("CC_M_SCORE", (880, _AMOUNTS), "number", 4),
        Check("CC_M_SCORE_neighbours", (Block("flawed"),), "number", 1, reduction=_COUNT_ERRORS),
        Check("CC_RECENCY_DAYS", (date(2026, 1, 20), _JANUARY), "number", 11),
        Check("CC_RECENCY_DAYS_words", ("2026年1月20日", _JANUARY), "number", 11),
        Check("CC_RECENCY_DAYS_error", (date(2026, 2, 20), _JANUARY), "error", "#NUM!"),
        _text("CC_SEGMENT", (5, 5, 4), "segment.champions", lang),
        Check("CC_SEGMENT_blank", ("", 5, 4), "blank", ""),
        Check("CC_SEGMENT_rules", (5, 5, 4, Block("rules")), "text", "王牌客户", "王牌客户"),
        _text("CC_EXPLAIN", (12, 5, 880, _DAYS, _COUNTS, _AMOUNTS), "checks.explained", lang),
    )


def _tables(lang: str) -> tuple[Check, ...]:
    orders = (Block("orders"), _JANUARY)
    return (
        Check("CC_RFM", orders, "number", 555, reduction=_entry(2, 8)),
        _text("CC_RFM_caption", orders, "column.customers.rfm_score", lang, reduction=_entry(1, 8)),
        Check("CC_RFM_omitted", (*orders, None, False), "number", 2, reduction=_ROWS),
    )


def _tiers(lang: str) -> tuple[Check, ...]:
    high = "tier.high_value"
    return (
        _text("CC_TIER", (3, 12000, *_CUTS), "tier.potential", lang),
        _text("CC_TIER_equal", (5, 8000, *_CUTS), high, lang),
        _text("CC_TIER_words", ("３", "1.2万", *_CUTS), "tier.potential", lang),
        Check("CC_TIER_error", ("many", 12000, *_CUTS), "error", "#VALUE!"),
        Check("CC_TIER_passed_on", (3, "#N/A", *_CUTS), "error", "#N/A"),
        _text("CC_GAP_TO_NEXT_TIER", (3, 12000, *_CUTS), "gap.orders", lang, n=2, tier=high),
        Check("CC_GAP_TO_NEXT_TIER_part", (3, 12000, *_CUTS, "orders"), "number", 2),
    )


def _churn() -> tuple[Check, ...]:
    day = date(2026, 2, 28)
    return (
        Check("CC_CHURN_FLAG", (date(2025, 11, 27), True, day, 3), "truth", True),
        Check("CC_CHURN_FLAG_limit", (date(2025, 11, 28), True, day, 3), "truth", False),
    )


def _stored_date() -> Check:
    """A workbook that was switched to the other date system shows every date four years off."""
    shifted = Reduction("{}-DATE(2026,1,31)", lambda cell: cell)
    return Check("stored_date", (_JANUARY,), "number", 0, reduction=shifted)
