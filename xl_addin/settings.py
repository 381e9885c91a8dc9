"""What the user chose on the sheets Settings, Tiers and Segments, read into typed values.

A setting that cannot be read is not guessed: it is listed in `problems`, and the command
that needs it refuses with that sentence. Proved in tests/xl_addin/test_settings.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from udfs.errors import BadRule, BadValue, CustomerChainError
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.settings_readers import FIRST_YEAR, LANGUAGE_WORDS, READERS
from xl_addin.tables import Book, TableData

__all__ = [
    "FIRST_YEAR",
    "FOLLOWING",
    "LANGUAGE_WORDS",
    "MAILING",
    "SCORING",
    "SHARING",
    "Settings",
    "read_segment_rules",
    "read_settings",
    "read_tier_rules",
    "settings_language",
]

# What each kind of command needs to be readable: a slip in the mail server's port does not
# stop a refresh. Follow-up and sharing name theirs on top of the scores'.
SCORING = schema.SETTING_NAMES[: schema.SETTING_NAMES.index("young_until")]
FOLLOWING = schema.SETTING_NAMES[len(SCORING) : schema.SETTING_NAMES.index("share_mask")]
SHARING = ("company", "share_mask")
MAILING = tuple(name for name in schema.SETTING_NAMES if name.startswith("mail_"))
# Where working days are counted when the setting is blank, by the workbook's language.
COUNTRIES = {"zh": "CN", "en": "US"}
TLS_PORT, STARTTLS_PORT = 465, 587


@dataclass(frozen=True)
class Settings:
    """The sheet Settings; `problems` pairs a setting's name with what is wrong with it.

    `share_mask` is None where the roles decide.
    """

    lang: str = "zh"
    analysis_date: date | None = None
    currency: str = ""
    tier_quantile: float = 0.6
    frequency_cut: float | None = None
    amount_cut: float | None = None
    churn_months: int = 3
    scoring_method: str = "value_cuts"
    recency_thresholds: tuple[float, ...] = ()
    frequency_thresholds: tuple[float, ...] = ()
    amount_thresholds: tuple[float, ...] = ()
    stale_months: int = 12
    young_until: int = 35
    old_from: int = 60
    working_country: str = ""
    opening_time: time = time(9)
    closing_time: time = time(18)
    follow_up_days: int = 7
    follow_up_cap: int = 2
    follow_up_cap_days: int = 30
    follow_up_per_owner: int = 40
    company: str = ""
    share_mask: bool | None = None
    mail_sender: str = ""
    mail_server: str = ""
    mail_port: int = 0
    mail_security: str = ""
    mail_user: str = ""
    problems: tuple[tuple[str, CustomerChainError], ...] = ()

    @property
    def thresholds(self) -> dict[str, tuple[float, ...]] | None:
        """The user's own cuts for `rfm_scores(method="thresholds")`, else None."""
        if self.scoring_method != "thresholds":
            return None
        return {
            "recency_days": self.recency_thresholds,
            "order_count": self.frequency_thresholds,
            "revenue": self.amount_thresholds,
        }

    def require_readable(self, names: Iterable[str] = SCORING) -> None:
        """Raise the first problem with one of these settings: nothing is made from a guess."""
        needed = set(names)
        for name, problem in self.problems:
            if name in needed:
                raise problem


def read_settings(book: Book) -> Settings:
    """All settings of the book; what is blank keeps its default."""
    settings = Settings(lang=book.lang)
    if "settings" not in book:
        return _completed(settings)
    problems: list[tuple[str, CustomerChainError]] = []
    for name, (raw, row) in _raw_settings(book["settings"]).items():
        if raw is None or str(raw).strip() == "":
            continue
        try:
            value = READERS[name](raw, book)
            settings = replace(settings, **{_FIELDS.get(name, name): value})
        except CustomerChainError as why:
            problems.append((name, _located(name, raw, row, why, book)))
    if settings.scoring_method == "thresholds":
        unreadable = {name for name, _ in problems}
        problems += _missing_thresholds(settings, unreadable, book)
    problems += _crossed(settings, {name for name, _ in problems}, book)
    return _completed(replace(settings, problems=tuple(problems)))


def _completed(settings: Settings) -> Settings:
    """What is blank and hangs on another setting: the country, the way mails are secured."""
    security, port = settings.mail_security, settings.mail_port
    security = security or ("tls" if port == TLS_PORT else "starttls")
    return replace(
        settings,
        working_country=settings.working_country or COUNTRIES[settings.lang],
        mail_security=security,
        mail_port=port or (TLS_PORT if security == "tls" else STARTTLS_PORT),
    )


def settings_language(table: TableData | None) -> str | None:
    """The language the sheet Settings asks for, or None when it says nothing readable."""
    raw = _raw_settings(table).get("language", (None, 0))[0] if table else None
    return LANGUAGE_WORDS.get(schema.normal_caption(raw)) if raw is not None else None


def read_tier_rules(book: Book) -> list[Any] | None:
    """The rules of the sheet Tiers in their order, or None when the sheet has none."""
    from udfs.tiers import TierRule

    rows = _filled_rows(book, "tiers", ("tier", "level", "frequency", "amount", "tag", "order"))
    ranked = sorted(rows, key=lambda row: _place(row, book))
    return [
        TierRule(
            str(row["tier"]),
            _whole(row["level"], "tiers", "level", row["row"], book),
            _tier_condition(row, "frequency", book),
            _tier_condition(row, "amount", book),
            str(row["tag"] or ""),
        )
        for row in ranked
    ] or None


def read_segment_rules(book: Book) -> list[Any] | None:
    """The rules of the sheet Segments, or None when the sheet has none."""
    from udfs.segments import parse_segment_rules

    rows = _filled_rows(book, "segments", ("segment", "scores"))
    return parse_segment_rules([(str(r["segment"]), _condition(r["scores"])) for r in rows]) or None


def _raw_settings(table: TableData) -> dict[str, tuple[Any, int]]:
    named = {
        schema.normal_caption(text(f"setting.{name}", lang)): name
        for name in schema.SETTING_NAMES
        for lang in LANGUAGES
    }
    found = {}
    for position, caption in enumerate(table.get("setting")):
        name = named.get(schema.normal_caption(caption))
        if name:
            found[name] = (table.get("value")[position], table.row_number(position))
    return found


def _place(row: dict[str, Any], book: Book) -> tuple[bool, int]:
    """Rules without a number come last, in the order they stand."""
    if _condition(row["order"]) == "":
        return True, row["row"]
    return False, _whole(row["order"], "tiers", "order", row["row"], book)


def _filled_rows(book: Book, name: str, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    if name not in book:
        return []
    table = book[name]
    table.need(*(c.name for c in schema.table(name).columns if c.required))
    key = columns[0]
    return [
        {"row": table.row_number(i), **{c: table.get(c)[i] for c in columns}}
        for i in range(len(table))
        if str(table.get(key)[i] or "").strip()
    ]


def _tier_condition(row: dict[str, Any], column: str, book: Book) -> str:
    """A condition that can be read, or the sentence that says where the other one stands."""
    from udfs.tier_rules import read_condition

    words = _condition(row[column])
    try:
        read_condition(words, 0)
    except CustomerChainError as why:
        raise BadRule(
            "error.rule_cell",
            sheet=book["tiers"].sheet,
            row=row["row"],
            column=schema.caption("tiers", column, book.lang),
            why=why,
        ) from why
    return words


def _condition(raw: Any) -> str:
    """Excel turns a lone 555 into a number; a rule is text."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return "" if raw is None else str(raw).strip()


def _whole(raw: Any, table: str, column: str, row: int, book: Book) -> int:
    from udfs.values import read_number

    try:
        number = read_number(raw)
    except BadValue:
        number = float("nan")
    if number != number or not number.is_integer():
        raise BadRule(
            "error.rule_not_whole",
            sheet=schema.sheet_name(table, book.lang),
            row=row,
            column=schema.caption(table, column, book.lang),
            value="" if raw is None else raw,
        )
    return int(number)


def _crossed(
    settings: Settings, unreadable: set[str], book: Book
) -> list[tuple[str, CustomerChainError]]:
    """Pairs of settings that exclude each other: work that ends before it begins."""
    pairs = (
        ("closing_time", "opening_time", settings.closing_time > settings.opening_time),
        ("old_from", "young_until", settings.old_from > settings.young_until),
    )
    return [
        (
            name,
            BadRule(
                "error.setting_crossed",
                sheet=book["settings"].sheet,
                setting=text(f"setting.{name}", book.lang),
                other=text(f"setting.{other}", book.lang),
            ),
        )
        for name, other, fits in pairs
        if not fits and not {name, other} & unreadable
    ]


def _missing_thresholds(
    settings: Settings, unreadable: set[str], book: Book
) -> list[tuple[str, CustomerChainError]]:
    return [
        (
            name,
            BadRule("error.setting_thresholds_missing", setting=text(f"setting.{name}", book.lang)),
        )
        for name in ("recency_thresholds", "frequency_thresholds", "amount_thresholds")
        if not getattr(settings, name) and name not in unreadable
    ]


def _located(
    name: str, raw: Any, row: int, why: CustomerChainError, book: Book
) -> CustomerChainError:
    from udfs.values import shown

    return BadValue(
        "error.setting",
        sheet=book["settings"].sheet,
        row=row,
        setting=text(f"setting.{name}", book.lang),
        value=shown(raw),
        why=why,
    )


_FIELDS = {"language": "lang"}
