"""The tables of the workbook, column by column, in the order in which they stand.

Captions and notes live in the catalogue under `sheet.TABLE`, `column.TABLE.COLUMN` and
`note.TABLE.COLUMN`. Everybody else asks `xl_addin.schema`.
"""

from __future__ import annotations

from udfs.texts import LANGUAGES
from xl_addin.schema_columns import ADDIN, Column, Table, addin_column

PREFERRED_CHANNELS = ("phone", "sms", "email", "wechat", "visit")
CHANNELS = (*PREFERRED_CHANNELS, "online", "other")

CUSTOMERS = Table(
    "customers",
    "Customers",
    "customer_id",
    (
        Column("customer_id", width=13, required=True),
        Column("name", width=28),
        Column("owner", width=14),
        Column("phone", width=16),
        addin_column("tier", "text", 13),
        addin_column("segment", "text", 19),
        addin_column("churn_flag", "flag", 10),
        addin_column("gap_to_next_tier", "text", 46),
        addin_column("recency_days", "integer", 17),
        addin_column("order_count", "integer", 11),
        addin_column("revenue", "money", 14),
        addin_column("r_score", "integer", 6),
        addin_column("f_score", "integer", 6),
        addin_column("m_score", "integer", 6),
        addin_column("rfm_score", "integer", 10),
        addin_column("first_order", "date", 13),
        addin_column("last_order", "date", 13),
        addin_column("previous_tier", "text", 13),
        addin_column("tier_changed_on", "date", 14),
        addin_column("tier_tag", "text", 17),
        addin_column("why", "text", 120),
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
        Column("preferred_channel", "choice", choices=PREFERRED_CHANNELS, width=14),
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

CONTACTS = Table(
    "contacts",
    "Contacts",
    "contact_id",
    (
        Column("contact_id", width=24),
        Column("customer_id", width=13, required=True),
        Column("contacted_at", "moment", width=18, required=True),
        Column("channel", "choice", choices=CHANNELS, width=11),
        Column("direction", "choice", choices=("in", "out"), width=12),
        Column("thread", width=16),
        Column("person", width=14),
        Column("topic", width=34),
        Column("outcome", width=34),
        Column("note", width=40),
    ),
)

# What a line of a follow-up sheet is about; captions `source.NAME`, in the order of their weight.
FOLLOW_UP_SOURCES = (
    "inquiry",
    "recall",
    "tier_fell",
    "return_visit",
    "birthday",
    "important_date",
    "near_next_tier",
    "confirm_data",
)

# One sheet for all customers; one like it for each owner (`owner_table`).
FOLLOW_UP = Table(
    "follow_up",
    "FollowUp",
    "item",
    (
        addin_column("name", "text", 20),
        addin_column("due_on", "moment", 20),
        addin_column("priority", "integer", 11),
        addin_column("source", "choice", 16, FOLLOW_UP_SOURCES),
        addin_column("why", "text", 52),
        addin_column("what_to_do", "text", 48),
        addin_column("contact", "text", 26),
        Column("done", "flag", width=8),
        Column(
            "outcome",
            "choice",
            choices=("reached", "not_reached", "agreed", "declined", "later"),
            width=13,
        ),
        Column("result_note", width=28),
        addin_column("words", "text", 60),
        Column("customer_id", owner=ADDIN, width=13, required=True),
        addin_column("owner", "text", 14),
        Column("item", owner=ADDIN, width=34, required=True),
        addin_column("typed_mark", "text", 14),
    ),
)

IMPORTANT_DATES = Table(
    "important_dates",
    "ImportantDates",
    "customer_id",
    (
        Column("customer_id", width=13, required=True),
        Column(
            "occasion",
            "choice",
            choices=("birthday", "anniversary", "wedding", "memorial", "festival", "other"),
            width=16,
            required=True,
        ),
        Column("month", "integer", width=9, required=True),
        Column("day", "integer", width=9, required=True),
        Column("calendar", "choice", choices=("solar", "lunar"), width=12),
        Column("leap_month", "flag", width=12),
        Column("year", "integer", width=9),
        Column("note", width=44),
    ),
)

CONSENTS = Table(
    "consents",
    "Consents",
    "customer_id",
    (
        Column("customer_id", width=13, required=True),
        Column(
            "purpose",
            "choice",
            choices=("service", "marketing", "greetings", "surveys", "data_upkeep"),
            width=20,
            required=True,
        ),
        Column("given_on", "date", width=14),
        Column("withdrawn_on", "date", width=14),
        Column("how", width=30),
        Column("note", width=44),
    ),
)

TEMPLATES = Table(
    "templates",
    "Templates",
    "occasion",
    (
        Column(
            "occasion",
            "choice",
            choices=(*FOLLOW_UP_SOURCES, "copy_mail"),
            width=18,
            required=True,
        ),
        Column("tier", width=14),
        Column("language", "choice", choices=LANGUAGES, width=11),
        Column("channel", "choice", choices=CHANNELS, width=11),
        Column("subject", width=38),
        Column("words", width=90, required=True),
        Column("note", width=34),
    ),
)

HOLIDAYS = Table(
    "holidays",
    "Holidays",
    "day",
    (
        Column("day", "date", width=14, required=True),
        Column("kind", "choice", choices=("holiday", "working_day"), width=16, required=True),
        Column("name", width=30),
        Column("note", width=44),
    ),
)

STAFF = Table(
    "staff",
    "Staff",
    "owner",
    (
        Column("owner", width=18, required=True),
        Column("email", width=34),
        Column("role", width=18),
        Column("language", "choice", choices=LANGUAGES, width=12),
        Column("note", width=44),
    ),
)

ROLES = Table(
    "roles",
    "Roles",
    "role",
    (
        Column("role", width=18, required=True),
        Column("scope", "choice", choices=("own", "all"), width=14),
        Column("hidden_columns", width=60),
        Column("masked", "flag", width=16),
        Column("own_sheets", width=30),
        Column("meaning", width=60),
    ),
)

SHARE_LOG = Table(
    "share_log",
    "ShareLog",
    "shared_at",
    (
        addin_column("shared_at", "moment", 18),
        addin_column("reader", "text", 16),
        addin_column("role", "text", 14),
        addin_column("rows", "text", 44),
        addin_column("columns", "text", 60),
        addin_column("masked", "flag", 10),
        addin_column("encrypted", "flag", 12),
        addin_column("file", "text", 44),
        addin_column("base_fingerprint", "text", 24),
        addin_column("file_fingerprint", "text", 24),
        addin_column("sent", "text", 34),
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
    "young_until",
    "old_from",
    "working_country",
    "opening_time",
    "closing_time",
    "follow_up_days",
    "follow_up_cap",
    "follow_up_cap_days",
    "follow_up_per_owner",
    "company",
    "share_mask",
    "mail_sender",
    "mail_server",
    "mail_port",
    "mail_security",
    "mail_user",
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
        addin_column("refreshed_at", "moment", 18),
        addin_column("analysis_date", "date", 15),
        addin_column("customers", "integer", 13),
        addin_column("customers_with_orders", "integer", 14),
        addin_column("orders_used", "integer", 14),
        addin_column("orders_left_out", "text", 52),
        addin_column("scoring_method", "text", 18),
        addin_column("recency_cuts", "text", 20),
        addin_column("frequency_cuts", "text", 20),
        addin_column("revenue_cuts", "text", 34),
        addin_column("tier_cuts", "text", 30),
        addin_column("tier_rules_version", "text", 15),
        addin_column("segment_rules_version", "text", 15),
        addin_column("tier_counts", "text", 44),
        addin_column("churn_flags", "integer", 13),
        addin_column("remarks", "text", 60),
    ),
)
