"""Working days and hours, and until when an inquiry must be answered.

A working day is what the kept library `holidays` says for the country (for China the notices of
the State Council with 调休: weekends worked for a longer holiday), unless the user's own table says
otherwise. The response times are those of the seeds: within one working hour, outside working
time by the next day, hard line 24 hours. Moments are local and without time zone.

The hard line binds: it is the customer who waits, and over a weekend as well ("more than 24 hours
without an answer" costs goodwill in the survey the seed quotes). So `ResponseDue.due` is the
earlier of the rule's own moment, `by_rule`, and the hard line; both are kept and told.
Proved in tests/udfs/test_working_time.py; inquiries stand in udfs/inquiries.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from udfs.errors import BadRule, NotComputable
from udfs.texts import text
from udfs.values import fold, shown

OPENING, CLOSING = dt.time(9), dt.time(18)
RESPONSE_MINUTES = 60
HARD_LINE = dt.timedelta(hours=24)
_ONE_DAY = dt.timedelta(days=1)
_END_OF_DAY = dt.time(23, 59, 59)
_LANGUAGES = {"zh": ("zh_CN", "en_US"), "en": ("en_US",)}


class DayOverride(NamedTuple):
    """What the user's own calendar says of one day: "holiday" or "working_day", and why."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class WorkingCalendar:
    """The working days and hours of one company; made by `working_calendar`."""

    country: str = "CN"
    opening: dt.time = OPENING
    closing: dt.time = CLOSING
    overrides: Mapping[dt.date, DayOverride] = field(default_factory=dict)

    def is_working_day(self, day: dt.date) -> bool:
        """Whether the company works on `day`.

        >>> working_calendar().is_working_day(dt.date(2026, 2, 14))  # a Saturday, 调休
        True
        """
        own = self.overrides.get(day)
        return _officially_worked(self.country, day) if own is None else own.kind == "working_day"

    def day_name(self, day: dt.date, lang: str = "en") -> str:
        """Why it is a working day or not: a holiday, a shifted weekend, the user's own table."""
        own = self.overrides.get(day)
        if own is not None:
            return own.name or text(f"follow_rules.own_{own.kind}", lang)
        name = _holiday_name(self.country, day, lang)
        if name:
            return name
        weekend = _is_weekend(self.country, day)
        if _officially_worked(self.country, day):
            return text(f"follow_rules.{'shifted' if weekend else 'working_day'}", lang)
        return text("follow_rules.weekend", lang)

    def is_known(self, year: int) -> bool:
        """Whether the year's official schedule is in the library; for China else an estimate.

        The notice for a year with its 调休 comes out in November of the year before.
        """
        if self.country != "CN":
            return True
        public = _public_holidays("CN", "zh")
        _ = dt.date(year, 1, 1) in public  # looking at a day loads its year
        return any(day.year == year for day in public.weekend_workdays)

    def next_working_day(self, day: dt.date) -> dt.date:
        """The first working day after `day`."""
        return self.add_working_days(day, 1)

    def add_working_days(self, day: dt.date, n: int) -> dt.date:
        """The n-th working day after `day`, before it if n is negative; 0 is `day` itself.

        As Excel's WORKDAY.

        >>> working_calendar().add_working_days(dt.date(2026, 2, 13), 2)  # over the Spring Festival
        datetime.date(2026, 2, 24)
        """
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        left, found = abs(n), day
        try:
            while left:
                found += step
                left -= self.is_working_day(found)
        except OverflowError:
            raise NotComputable("follow_rules.calendar_end", day=day.isoformat()) from None
        return found

    def is_working_time(self, moment: dt.datetime) -> bool:
        """Open at this moment; at closing time it is closed."""
        return self.opening <= moment.time() < self.closing and self.is_working_day(moment.date())

    def add_working_minutes(self, moment: dt.datetime, minutes: float) -> dt.datetime:
        """So many working minutes later, carried over closing time into the next working day."""
        left = dt.timedelta(minutes=minutes)
        start = moment if self.is_working_time(moment) else self._next_opening(moment)
        while left > self._closing(start) - start:
            left -= self._closing(start) - start
            start = self._opening(self.next_working_day(start.date()))
        return start + left

    def _opening(self, day: dt.date) -> dt.datetime:
        return dt.datetime.combine(day, self.opening)

    def _closing(self, moment: dt.datetime) -> dt.datetime:
        return dt.datetime.combine(moment.date(), self.closing)

    def _next_opening(self, moment: dt.datetime) -> dt.datetime:
        today = self._opening(moment.date())
        if moment <= today and self.is_working_day(moment.date()):
            return today
        return self._opening(self.next_working_day(moment.date()))


def working_calendar(
    country: str = "CN",
    opening: dt.time = OPENING,
    closing: dt.time = CLOSING,
    overrides: Mapping[dt.date, DayOverride | tuple[str, str] | str] | None = None,
) -> WorkingCalendar:
    """A company's calendar; raises `BadRule` if country, hours or an own day cannot be used."""
    code = fold(country).upper()
    try:
        _public_holidays(code, "en")
    except NotImplementedError:
        raise BadRule("follow_rules.unknown_country", value=shown(country)) from None
    if opening >= closing:
        raise BadRule("follow_rules.bad_opening", opening=_clock(opening), closing=_clock(closing))
    return WorkingCalendar(code, opening, closing, _own_days(overrides or {}))


def _own_days(
    overrides: Mapping[dt.date, DayOverride | tuple[str, str] | str],
) -> dict[dt.date, DayOverride]:
    own = {}
    for day, given in overrides.items():
        read = DayOverride(given) if isinstance(given, str) else DayOverride(*given)
        if read.kind not in ("holiday", "working_day"):
            raise BadRule("follow_rules.bad_day_kind", day=day.isoformat(), value=shown(read.kind))
        own[day] = read
    return own


@cache
def _public_holidays(country: str, lang: str) -> Any:
    from holidays import country_holidays

    offered = country_holidays(country).supported_languages
    wanted = [name for name in _LANGUAGES[lang] if name in offered]
    return country_holidays(country, language=wanted[0] if wanted else None)


@cache
def _officially_worked(country: str, day: dt.date) -> bool:
    return bool(_public_holidays(country, "en").is_working_day(day))


def _is_weekend(country: str, day: dt.date) -> bool:
    return bool(_public_holidays(country, "en").is_weekend(day))


def _holiday_name(country: str, day: dt.date, lang: str) -> str:
    return _public_holidays(country, lang).get(day) or ""


class ResponseDue(NamedTuple):
    """Until when an inquiry must be answered: `due`, the earlier of `by_rule` and `hard_line`."""

    received: dt.datetime
    due: dt.datetime
    by_rule: dt.datetime
    hard_line: dt.datetime
    in_working_time: bool
    rule: str  # "working_hour" or "next_day"
    minutes: int

    @property
    def held_by_hard_line(self) -> bool:
        """Whether the 24 hours end before the rule's own moment."""
        return self.hard_line < self.by_rule


def response_due(
    received: dt.datetime, calendar: WorkingCalendar, minutes: int = RESPONSE_MINUTES
) -> ResponseDue:
    """Until when an inquiry received at this moment must be answered.

    In working time: so many working minutes later, carried over closing time. Else by the end of
    the next calendar day (次日内). Never later than 24 hours after it came.

    >>> found = response_due(dt.datetime(2026, 10, 30, 17, 50), working_calendar())  # a Friday
    >>> found.by_rule.isoformat(" "), found.due.isoformat(" ")
    ('2026-11-02 09:50:00', '2026-10-31 17:50:00')
    """
    open_now = calendar.is_working_time(received)
    if open_now:
        by_rule = calendar.add_working_minutes(received, minutes)
    else:
        by_rule = dt.datetime.combine(received.date() + _ONE_DAY, _END_OF_DAY)
    hard_line = received + HARD_LINE
    rule = "working_hour" if open_now else "next_day"
    due = min(by_rule, hard_line)
    return ResponseDue(received, due, by_rule, hard_line, open_now, rule, minutes)


def response_state(
    received: dt.datetime,
    first_reply: dt.datetime | None,
    now: dt.datetime,
    calendar: WorkingCalendar,
    minutes: int = RESPONSE_MINUTES,
) -> str:
    """One of "in_time", "late", "overdue_open" and "open" (not answered, not yet due).

    A reply at the due moment is in time. Rate of answers in time: in_time / (in_time + late +
    overdue_open).
    """
    due = response_due(received, calendar, minutes).due
    if first_reply is not None:
        return "in_time" if first_reply <= due else "late"
    return "overdue_open" if now > due else "open"


def explain_due(found: ResponseDue, lang: str = "en") -> str:
    """When it came, what the rule says, and which moment counts, in one sentence.

    Outside working time the hard line is always first: the end of the next day is further off.
    """
    held = found.in_working_time and found.held_by_hard_line
    return text(
        f"follow_rules.due.{found.rule}{'_held' if held else ''}",
        lang,
        received=_moment(found.received),
        by_rule=_moment(found.by_rule),
        hard_line=_moment(found.hard_line),
        minutes=found.minutes,
    )


def _clock(time: dt.time) -> str:
    return time.strftime("%H:%M")


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
