"""What a refresh found: for the terminal, for JSON and for one line of the refresh log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from udfs.texts import text

if TYPE_CHECKING:
    import pandas as pd

    from udfs.rfm import RfmCuts
    from udfs.tiers import TierCuts


@dataclass(frozen=True)
class RefreshReport:
    """Counts, cuts and rule versions of one refresh; `log_line` is what the workbook keeps."""

    refreshed_at: datetime
    analysis_date: date
    customers: int
    customers_with_orders: int
    orders_used: int
    left_out: dict[str, int]
    scoring_method: str
    cuts: RfmCuts
    tier_cuts: TierCuts
    currency: str
    tier_rules_version: str
    segment_rules_version: str
    tier_counts: dict[str, int]
    tags: dict[str, int]
    tier_moves: int
    churn_flags: int
    remarks: tuple[str, ...]

    def log_line(self, lang: str) -> dict[str, Any]:
        """The cells of the refresh log, by column."""
        return {
            "refreshed_at": self.refreshed_at,
            "analysis_date": self.analysis_date,
            "customers": self.customers,
            "customers_with_orders": self.customers_with_orders,
            "orders_used": self.orders_used,
            "orders_left_out": self._left_out_words(lang),
            "scoring_method": text(f"method.{self.scoring_method}", lang),
            "recency_cuts": cuts_words(self.cuts.recency_days),
            "frequency_cuts": cuts_words(self.cuts.order_count),
            "revenue_cuts": cuts_words(self.cuts.revenue, self.currency),
            "tier_cuts": self._tier_cuts_words(lang),
            "tier_rules_version": self.tier_rules_version,
            "segment_rules_version": self.segment_rules_version,
            "tier_counts": self._tier_words(lang),
            "churn_flags": self.churn_flags,
            "remarks": " ".join(self.remarks),
        }

    def lines(self, lang: str) -> list[str]:
        """What the refresh found, for a person at a terminal."""
        lines = [
            text(
                "refresh.customers",
                lang,
                day=self.analysis_date.isoformat(),
                n=self.customers,
                buyers=self.customers_with_orders,
            ),
            text("refresh.orders", lang, n=self.orders_used, left_out=self._left_out_words(lang)),
            text("refresh.tiers", lang, tiers=self._tier_words(lang)),
            text("refresh.tier_cuts", lang, cuts=self._tier_cuts_words(lang)),
            text("refresh.moves", lang, n=self.tier_moves),
            text("refresh.churn", lang, n=self.churn_flags),
        ]
        return lines + [text("refresh.remark", lang, remark=remark) for remark in self.remarks]

    def as_json(self) -> dict[str, Any]:
        """Plain values for `--json`."""
        plain = asdict(self)
        plain["refreshed_at"] = self.refreshed_at.isoformat()
        plain["analysis_date"] = self.analysis_date.isoformat()
        return plain

    def _left_out_words(self, lang: str) -> str:
        if not self.left_out:
            return text("refresh.nothing_left_out", lang)
        join = text("refresh.list_separator", lang)
        return join.join(text(f"reason.{why}", lang, n=n) for why, n in self.left_out.items())

    def _tier_words(self, lang: str) -> str:
        join = text("refresh.list_separator", lang)
        words = join.join(f"{name} {n:,}" for name, n in self.tier_counts.items())
        tags = join.join(f"{name} {n:,}" for name, n in self.tags.items())
        return words + (text("refresh.of_which", lang, tags=tags) if tags else "")

    def _tier_cuts_words(self, lang: str) -> str:
        if self.tier_cuts.order_count != self.tier_cuts.order_count:  # nobody has orders
            return ""
        return text(
            "refresh.tier_cuts_words",
            lang,
            orders=number_words(self.tier_cuts.order_count),
            revenue=self.currency + number_words(self.tier_cuts.revenue),
        )


def number_words(number: float) -> str:
    """A number as a person writes it: thousands separated, at most two decimals.

    >>> number_words(1234.5), number_words(3.0)
    ('1,234.50', '3')
    """
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}"


def cuts_words(cuts: Sequence[float], currency: str = "") -> str:
    return " / ".join(currency + number_words(cut) for cut in cuts)


def level_remarks(scored: pd.DataFrame, lang: str) -> list[str]:
    """Says so where a score has fewer than five levels (many equal values)."""
    remarks = []
    for letter, column in (("R", "r_score"), ("F", "f_score"), ("M", "m_score")):
        levels = scored[column].nunique()
        if 0 < levels < 5:
            remarks.append(text("refresh.fewer_levels", lang, score=letter, n=levels))
    return remarks


def rule_remarks(
    tier_rules: list[Any], segment_rules: list[Any], cuts: TierCuts, lang: str
) -> list[str]:
    """Holes and overlaps of the rule tables as the user wrote them."""
    from udfs.segments import segment_gaps, segment_overlaps
    from udfs.tiers import tier_gaps

    remarks = []
    gaps, overlaps = segment_gaps(segment_rules), segment_overlaps(segment_rules)
    if gaps:
        remarks.append(text("refresh.segment_gaps", lang, scores=_some(gaps)))
    if overlaps:
        remarks.append(text("refresh.segment_overlaps", lang, scores=_some(s for s, _ in overlaps)))
    holes = tier_gaps(tier_rules, cuts)
    if holes:
        remarks.append(text("refresh.tier_gaps", lang, cells=_some(holes)))
    return remarks


def _some(things: Any, most: int = 10) -> str:
    listed = [str(thing) for thing in things]
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")
