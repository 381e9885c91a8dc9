"""What a refresh found: for the terminal, for JSON and for one line of the refresh log."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from udfs.texts import text
from xl_addin.commands.refresh_remarks import remarks
from xl_addin.tables import Book

if TYPE_CHECKING:
    from udfs.rfm import RfmCuts
    from udfs.tiers import TierCuts
    from xl_addin.commands.refresh import Scoring


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
    remarks: dict[str, tuple[str, ...]]

    def log_line(self, lang: str) -> dict[str, Any]:
        """The cells of the refresh log, by column."""
        from udfs.explain import cuts_words

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
            "remarks": ("" if lang == "zh" else " ").join(self.remarks[lang]),
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
        return lines + [text("refresh.remark", lang, remark=one) for one in self.remarks[lang]]

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
        from udfs.money import money_words, number_words

        if self.tier_cuts.order_count != self.tier_cuts.order_count:  # nobody has orders
            return text("refresh.no_tier_cuts", lang)
        return text(
            "refresh.tier_cuts_words",
            lang,
            orders=number_words(self.tier_cuts.order_count),
            revenue=money_words(self.tier_cuts.revenue, self.currency),
        )


def is_move(old: Any, new: Any) -> bool:
    """Whether a customer went from one tier to another; none at all is not a tier."""
    return bool(old) and bool(new) and old != new


def make_report(
    book: Book, result: Scoring, columns: dict[str, list[Any]], now: datetime
) -> RefreshReport:
    """Count what a refresh has found; `columns` are the new cells of the customer table."""
    from udfs.tiers import rules_version
    from udfs.values import ids

    asked = ids(book["customers"].get("customer_id"))
    tiers = [tier for tier in columns["tier"] if tier]
    before = zip(book["customers"].get("tier"), columns["tier"], strict=True)
    left_out = {reason: len(rows) for reason, rows in result.log.left_out.items()}
    if len(result.strangers):
        left_out["unknown_customer"] = len(result.strangers)
    return RefreshReport(
        refreshed_at=now.replace(microsecond=0),
        analysis_date=result.as_of,
        customers=int((asked != "").sum()),
        customers_with_orders=len(tiers),
        orders_used=len(result.log.frame),
        left_out=left_out,
        scoring_method=result.settings.scoring_method,
        cuts=result.cuts,
        tier_cuts=result.tier_cuts,
        currency=result.settings.currency,
        tier_rules_version=rules_version(result.tier_rules),
        segment_rules_version=rules_version(result.segment_rules),
        tier_counts={rule.tier: tiers.count(rule.tier) for rule in result.tier_rules},
        tags=_counts(columns["tier_tag"]),
        tier_moves=sum(is_move(old, new) for old, new in before),
        churn_flags=sum(flag is True for flag in columns["churn_flag"]),
        remarks=remarks(book, result),
    )


def _counts(words: list[Any]) -> dict[str, int]:
    return {word: words.count(word) for word in dict.fromkeys(words) if word}
