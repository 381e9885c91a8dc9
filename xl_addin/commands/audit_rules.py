"""How the rules met one customer: ranges of the scores, the tier rules one by one, the churn flag.

Proved in tests/xl_addin/commands/test_audit.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.pages import Section

if TYPE_CHECKING:
    from udfs.tier_rules import Condition
    from xl_addin.commands.refresh import Scoring

_SCORES = (
    ("R", "recency_days", "r_score"),
    ("F", "order_count", "f_score"),
    ("M", "revenue", "m_score"),
)
Words = Callable[[float], str]


def scores_section(result: Scoring, row: Any, lang: str) -> Section:
    """The customer's three numbers, their scores, and the range of each score."""
    method = text(f"method.{result.settings.scoring_method}", lang)
    note = text("page.audit.scores.note", lang, method=method, n=len(result.scored))
    levels = [text("page.audit.level", lang, n=level) for level in range(5, 0, -1)]
    header = [text(f"page.audit.{name}", lang) for name in ("measure", "value", "score")]
    rows = tuple(_score_row(result, row, one, lang) for one in _SCORES)
    widths = (26, 14, 8, *(22,) * 5)
    return Section(text("page.audit.scores", lang), (note,), (*header, *levels), rows, widths)


def _score_row(result: Scoring, row: Any, one: tuple[str, str, str], lang: str) -> tuple[Any, ...]:
    letter, measure, column = one
    words = _words(result, measure)
    cuts: Sequence[float] = getattr(result.cuts, measure)
    ranges = _ranges(cuts, words, result.cuts.method == "r_compatible", lang)
    by_level = dict(enumerate(ranges, 1))
    if measure == "recency_days":  # fewer days are better: the lowest range has the best score
        by_level = {5 - passed: said for passed, said in enumerate(ranges)}
    value = words(float(row[measure]))
    caption = f"{letter} {schema.caption('customers', measure, lang)}"
    return caption, value, int(row[column]), *(by_level.get(n, "–") for n in range(5, 0, -1))


def _words(result: Scoring, measure: str) -> Words:
    from udfs.money import money_words, number_words

    if measure != "revenue":
        return number_words
    return lambda value: money_words(value, result.settings.currency)


def _ranges(cuts: Sequence[float], words: Words, half_open: bool, lang: str) -> list[str]:
    """What lies between neighbouring cuts, lowest first; a dash where nothing can lie."""
    above, below = ("≥", "<") if half_open else (">", "≤")
    ranges = []
    for low, high in zip([None, *cuts], [*cuts, None], strict=True):
        parts = [f"{above} {words(low)}"] if low is not None else []
        parts += [f"{below} {words(high)}"] if high is not None else []
        empty = low is not None and low == high
        ranges.append("–" if empty else text("case.and", lang).join(parts))
    return ranges


def tier_section(result: Scoring, row: Any, lang: str) -> Section:
    """Every rule with its two conditions in numbers, and whether it fits this customer."""
    money = _words(result, "revenue")(float(row["revenue"]))
    note = text("page.audit.tier.note", lang, n=int(row["order_count"]), money=money)
    header = tuple(
        text(f"page.audit.{name}", lang)
        for name in ("rule", "order_condition", "revenue_condition")
    )
    header = (header[0], schema.caption("tiers", "tier", lang), *header[1:])
    header = (*header, text("page.audit.verdict", lang))
    rows, decided = [], False
    for number, rule in enumerate(result.tier_rules, 1):
        fits, cells = _rule_row(result, rule, row, decided, lang)
        decided = decided or fits
        rows.append((number, *cells))
    return Section(text("page.audit.tier", lang), (note,), header, tuple(rows), (7, 22, 22, 22, 70))


def _rule_row(
    result: Scoring, rule: Any, row: Any, decided: bool, lang: str
) -> tuple[bool, tuple[Any, ...]]:
    from udfs.tier_rules import read_condition

    cuts = result.tier_cuts
    orders = read_condition(rule.frequency, cuts.order_count)
    revenue = read_condition(rule.amount, cuts.revenue)
    said = {
        "orders": _condition_words(orders, _words(result, "order_count"), lang),
        "revenue": _condition_words(revenue, _words(result, "revenue"), lang),
    }
    holds = (_holds(orders, float(row["order_count"])), _holds(revenue, float(row["revenue"])))
    verdict = _verdict(holds, decided, said, result, row, lang)
    tagged = text("page.audit.tagged", lang, tier=rule.tier, tag=rule.tag)
    tier = tagged if rule.tag else rule.tier
    return all(holds), (tier, said["orders"], said["revenue"], verdict)


def _holds(condition: Condition, value: float) -> bool:
    return condition.edge is None or condition.edge.passed_by(value) == condition.above


def _condition_words(condition: Condition, words: Words, lang: str) -> str:
    """The condition as a comparison, "high" and "low" resolved to their cut."""
    if condition.edge is None:
        return text("page.audit.any", lang)
    value, side = condition.edge
    if condition.above:
        return f"{'>' if side else '≥'} {words(value)}"
    return f"{'≤' if side else '<'} {words(value)}"


def _verdict(
    holds: tuple[bool, bool],
    decided: bool,
    said: dict[str, str],
    result: Scoring,
    row: Any,
    lang: str,
) -> str:
    if all(holds):
        return text("page.audit.too_late" if decided else "page.audit.applies", lang)
    key = {(False, True): "orders", (True, False): "revenue", (False, False): "both"}[holds]
    money = _words(result, "revenue")(float(row["revenue"]))
    numbers = {"n": int(row["order_count"]), "money": money}
    return text(f"page.audit.fails_{key}", lang, **numbers, **said)


def churn_section(result: Scoring, row: Any, lang: str) -> Section:
    """The limit, the last order, the tier of that day, and what follows."""
    from udfs.churn import edate

    months, day = result.settings.churn_months, result.as_of
    limit, last = edate(day, -months), row["last_order"].date().isoformat()
    silent = "silent" if row["silent"] else "active"
    lines = [
        text(
            "page.audit.churn.limit",
            lang,
            day=day.isoformat(),
            months=months,
            limit=limit.isoformat(),
        ),
        text(f"page.audit.churn.{silent}", lang, last=last),
        text("page.audit.churn.then", lang, last=last, **_tier_then(result, row, lang)),
        text(f"page.audit.churn.{'yes' if row['churn_flag'] else 'no'}", lang),
    ]
    return Section(text("page.audit.churn", lang), tuple(lines))


def _tier_then(result: Scoring, row: Any, lang: str) -> dict[str, str]:
    """The cuts that held on the day of the last order, and what they made of the customer."""
    orders = _words(result, "order_count")(float(row["order_cut_then"]))
    revenue = _words(result, "revenue")(float(row["revenue_cut_then"]))
    best = max((rule.level for rule in result.tier_rules), default=0)
    highest = dict.fromkeys(rule.tier for rule in result.tier_rules if rule.level == best)
    return {
        "cuts": text("refresh.tier_cuts_words", lang, orders=orders, revenue=revenue),
        "tier": row["tier_at_last_order"] or text("why.no_tier", lang),
        "highest": text("case.between_tiers", lang).join(highest),
    }
