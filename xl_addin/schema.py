"""The workbook's tables and columns, once: who owns a column, what it holds, how wide it is.

The builder, the hosts, the importers and the docs read this and nothing else. Captions and
notes live in the catalogue under `sheet.TABLE`, `column.TABLE.COLUMN` and `note.TABLE.COLUMN`.
Proved in tests/xl_addin/test_schema.py.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from udfs.texts import LANGUAGES, text

USER = "user"
ADDIN = "addin"


@dataclass(frozen=True)
class Column:
    """One column: `kind` says what its cells hold, `owner` who may write them.

    Kinds: text, integer, number, money, date, moment (date and time), choice (one of
    `choices`, shown in the workbook's language), flag (yes or no, shown as words).
    """

    name: str
    kind: str = "text"
    owner: str = USER
    choices: tuple[str, ...] = ()
    width: int = 12
    required: bool = False


@dataclass(frozen=True)
class Table:
    """One Excel table on one sheet; `excel_name` is the same in both languages."""

    name: str
    excel_name: str
    key: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def find(self, name: str) -> Column | None:
        """The column `name`; None for one of the user's own."""
        return next((column for column in self.columns if column.name == name), None)

    def names(self, owner: str | None = None) -> list[str]:
        return [c.name for c in self.columns if owner is None or c.owner == owner]


def _addin(name: str, kind: str, width: int, choices: tuple[str, ...] = ()) -> Column:
    return Column(name, kind, ADDIN, choices, width)


CUSTOMERS = Table(
    "customers",
    "Customers",
    "customer_id",
    (
        Column("customer_id", width=13, required=True),
        Column("name", width=28),
        Column("owner", width=14),
        Column("phone", width=16),
        _addin("tier", "text", 13),
        _addin("segment", "text", 19),
        _addin("churn_flag", "flag", 10),
        _addin("gap_to_next_tier", "text", 46),
        _addin("recency_days", "integer", 17),
        _addin("order_count", "integer", 11),
        _addin("revenue", "money", 14),
        _addin("r_score", "integer", 6),
        _addin("f_score", "integer", 6),
        _addin("m_score", "integer", 6),
        _addin("rfm_score", "integer", 10),
        _addin("first_order", "date", 13),
        _addin("last_order", "date", 13),
        _addin("previous_tier", "text", 13),
        _addin("tier_changed_on", "date", 14),
        _addin("tier_tag", "text", 17),
        _addin("why", "text", 120),
        Column("customer_kind", "choice", choices=("private", "company"), width=11),
        Column("company", width=28),
        Column("sex", "choice", choices=("female", "male", "other"), width=10),
        Column("birthday", "date", width=13),
        Column("email", width=30),
        Column("region", width=10),
        Column("city", width=12),
        Column("address", width=28),
        Column("income_level", "choice", choices=("low", "middle", "high"), width=11),
        Column("lifestyle", width=18),
        Column("interests", width=24),
        Column(
            "source", "choice", choices=("online", "shop", "event", "referral", "other"), width=11
        ),
        Column(
            "preferred_channel",
            "choice",
            choices=("phone", "sms", "email", "wechat", "visit"),
            width=14,
        ),
        Column("preferences", width=22),
        Column("explicit_needs", width=26),
        Column("implicit_needs", width=30),
        Column("consent_purpose", width=26),
        Column("consent_given_on", "date", width=14),
        Column("consent_withdrawn_on", "date", width=15),
        Column("data_confirmed_on", "date", width=15),
        Column("created_on", "date", width=13),
        Column("note", width=34),
    ),
)

ORDERS = Table(
    "orders",
    "Orders",
    "order_id",
    (
        Column("order_id", width=14),
        Column("customer_id", width=13, required=True),
        Column("order_date", "date", width=13, required=True),
        Column("product", width=34),
        Column("quantity", "integer", width=11),
        Column("amount", "money", width=14, required=True),
        Column(
            "status",
            "choice",
            choices=("confirmed", "shipped", "delivered", "cancelled", "returned", "test"),
            width=12,
        ),
        Column("refund", "money", width=12),
        Column("note", width=34),
    ),
)

SETTINGS = Table(
    "settings",
    "Settings",
    "setting",
    (
        Column("setting", width=34, required=True),
        Column("value", width=22, required=True),
        Column("meaning", width=84),
    ),
)

# The names of the settings, in the order of their rows; captions: `setting.NAME`.
SETTING_NAMES = (
    "analysis_date",
    "language",
    "currency",
    "tier_quantile",
    "frequency_cut",
    "amount_cut",
    "churn_months",
    "scoring_method",
    "recency_thresholds",
    "frequency_thresholds",
    "amount_thresholds",
    "stale_months",
)

TIERS = Table(
    "tiers",
    "Tiers",
    "order",
    (
        Column("order", "integer", width=10, required=True),
        Column("tier", width=16, required=True),
        Column("level", "integer", width=10, required=True),
        Column("frequency", width=16, required=True),
        Column("amount", width=16, required=True),
        Column("tag", width=22),
        Column("meaning", width=78),
    ),
)

SEGMENTS = Table(
    "segments",
    "Segments",
    "segment",
    (
        Column("segment", width=20, required=True),
        Column("scores", width=68, required=True),
        Column("meaning", width=78),
    ),
)

STRATEGIES = Table(
    "strategies",
    "Strategies",
    "tier",
    (
        Column("tier", width=16, required=True),
        Column("age_group", "choice", choices=("any", "young", "old"), width=13),
        Column("goal", width=38),
        Column("service", width=60),
        Column("contact", width=50),
        Column("return_visit_days", "integer", width=23),
    ),
)

REFRESH_LOG = Table(
    "refresh_log",
    "RefreshLog",
    "refreshed_at",
    (
        _addin("refreshed_at", "moment", 18),
        _addin("analysis_date", "date", 15),
        _addin("customers", "integer", 13),
        _addin("customers_with_orders", "integer", 14),
        _addin("orders_used", "integer", 14),
        _addin("orders_left_out", "text", 52),
        _addin("scoring_method", "text", 18),
        _addin("recency_cuts", "text", 20),
        _addin("frequency_cuts", "text", 20),
        _addin("revenue_cuts", "text", 34),
        _addin("tier_cuts", "text", 30),
        _addin("tier_rules_version", "text", 15),
        _addin("segment_rules_version", "text", 15),
        _addin("tier_counts", "text", 44),
        _addin("churn_flags", "integer", 13),
        _addin("remarks", "text", 60),
    ),
)

TABLES = (CUSTOMERS, ORDERS, SETTINGS, TIERS, SEGMENTS, STRATEGIES, REFRESH_LOG)
TABLE_NAMES = tuple(t.name for t in TABLES)
# Sheets in the order of their tabs; "guide" and "checks" hold no table.
SHEETS = (
    "guide",
    "customers",
    "orders",
    "settings",
    "tiers",
    "segments",
    "strategies",
    "refresh_log",
    "checks",
)


def table(name: str) -> Table:
    """The table `name` ("customers", "orders", ...)."""
    return next(t for t in TABLES if t.name == name)


def caption(table_name: str, column_name: str, lang: str) -> str:
    """The header of a column as the user sees it."""
    return text(f"column.{table_name}.{column_name}", lang)


def choice_label(choice: str, lang: str) -> str:
    """The word shown in the workbook for one of a column's choices."""
    return text(f"choice.{choice}", lang)


def normal_caption(caption_text: object) -> str:
    """A header without what people vary unknowingly: case, width, blanks, line breaks."""
    folded = unicodedata.normalize("NFKC", str(caption_text)).casefold()
    return "".join(folded.split()).replace("_", "")


def column_by_caption(table_name: str) -> dict[str, str]:
    """Normalised caption (zh, en or internal name) to internal name, for one table."""
    known: dict[str, str] = {}
    for column in table(table_name).columns:
        known[normal_caption(column.name)] = column.name
        for lang in LANGUAGES:
            known[normal_caption(caption(table_name, column.name, lang))] = column.name
    return known


def choice_by_word(column: Column) -> dict[str, str]:
    """Normalised word (zh, en or internal) to the internal choice, for one column."""
    known: dict[str, str] = {}
    for choice in column.choices:
        known[normal_caption(choice)] = choice
        for lang in LANGUAGES:
            known[normal_caption(choice_label(choice, lang))] = choice
    return known
