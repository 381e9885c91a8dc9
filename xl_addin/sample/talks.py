"""The contacts of the sample shop's last year: visits by the owners, questions and answers.

Drawn from a seed of its own, so that customers and orders stay what they are. Each owner is as
diligent as they are; most questions are answered within the hour, some late, four not yet on the
analysis date. Counted in tests/xl_addin/sample/test_talks.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from xl_addin.sample import talk_words
from xl_addin.sample.calendar import ANALYSIS_DATE, CHINESE_NEW_YEAR
from xl_addin.sample.draw import Draw
from xl_addin.sample.names import Pair
from xl_addin.sample.people import Person

SEED = 20261032
FIRST_TALK = date(2025, 11, 1)
# Days between two visits at ease, by habit; nobody calls a customer who came once.
VISIT_DAYS = {
    "fan": 34,
    "company": 40,
    "big_ticket": 52,
    "regular": 75,
    "small_buyer": 130,
    "occasional": 170,
}
# How much longer each owner takes than at ease.
DILIGENCE = (0.75, 1.0, 0.85, 1.35)
# Visits go on for so long after the last possible purchase.
AFTER_LEAVING = timedelta(60)
QUESTIONS_PER_DAY = 0.62
OPEN_MINUTE, CLOSE_MINUTE = 9 * 60, 18 * 60
# Minutes until the answer, and the share of answers: at once, within the hour, later, next day.
ANSWERS = ((0, 3), (4, 55), (65, 240), (900, 1900))
ANSWER_SHARES = (3, 5.2, 1.2, 0.6)


@dataclass(frozen=True)
class Talk:
    """One entry before it is put into words; `person` is a colleague's number, None: automatic."""

    customer: int
    at: datetime
    channel: str
    direction: str
    person: int | None
    topic: Pair
    outcome: Pair | None = None
    thread: str = ""
    note: Pair | None = None


# (moment, way of asking, whether a machine answered): late on Friday, on Saturday, and older ones.
OPEN = (
    (datetime(2026, 10, 29, 16, 30), "online", True),
    (datetime(2026, 10, 30, 17, 50), "wechat", False),
    (datetime(2026, 10, 31, 10, 20), "wechat", True),
    (datetime(2026, 10, 30, 20, 5), "email", False),
)


def draw_talks(people: list[Person], channels: list[str], reachable: list[int]) -> list[Talk]:
    """All contacts in order of time; `channels` are what each person likes, `reachable` the
    numbers of those who have agreed and not taken it back."""
    draw = Draw(SEED)
    asked = [p for p in people if p.number in set(reachable)]
    talks = [talk for p in asked for talk in _visits(draw, p, channels[p.number - 1])]
    talks += _questions(draw, asked)
    talks += _open_questions(asked)
    return sorted(talks, key=lambda talk: (talk.at, talk.customer, talk.direction))


def _visits(draw: Draw, person: Person, liked: str) -> Iterator[Talk]:
    days = VISIT_DAYS.get(person.habit.key)
    if days is None:
        return
    pace = days * DILIGENCE[person.colleague]
    day = max(FIRST_TALK, person.joined) + timedelta(draw.between(3, int(pace)))
    while day < ANALYSIS_DATE and day - AFTER_LEAVING <= _leaving(person):
        day = working_day(day)
        topic, outcome = draw.pick(talk_words.VISITS)
        channel = "visit" if person.company is not None and draw.chance(0.35) else liked
        at = _moment(day, draw.between(OPEN_MINUTE + 10, CLOSE_MINUTE - 20))
        note = draw.pick(talk_words.NOTES) if draw.chance(0.06) else None
        if at.date() < ANALYSIS_DATE:
            yield Talk(
                person.number, at, channel, "out", person.colleague, topic, outcome, note=note
            )
        day += timedelta(int(pace * draw.between(60, 140) / 100) + 1)


def _leaving(person: Person) -> date:
    return min(person.left, ANALYSIS_DATE)


def _questions(draw: Draw, people: list[Person]) -> Iterator[Talk]:
    """Threads of a question and its answer, each with a number of its own."""
    number = 0
    last_day = ANALYSIS_DATE - timedelta(3)
    for offset in range((last_day - FIRST_TALK).days + 1):
        day = FIRST_TALK + timedelta(offset)
        if draw.chance(QUESTIONS_PER_DAY):
            number += 1
            there = [p for p in people if p.joined <= day <= p.left]
            yield from _thread(draw, draw.pick(there), day, f"Q{day:%y%m}-{number:03d}")


def _thread(draw: Draw, person: Person, day: date, name: str) -> Iterator[Talk]:
    bulk = person.company is not None
    topic, outcome = draw.pick(talk_words.BULK_QUESTIONS if bulk else talk_words.QUESTIONS)
    channel = draw.weighted(*(_OLDER if bulk or not person.young else _YOUNGER))
    asked = _moment(day, draw.between(OPEN_MINUTE - 40, CLOSE_MINUTE + 150))
    yield Talk(person.number, asked, channel, "in", None, topic, thread=name)
    machine = channel != "phone" and draw.chance(0.4)
    if machine:
        after = asked + timedelta(minutes=1)
        yield Talk(person.number, after, channel, "out", None, talk_words.AUTOMATIC, thread=name)
    shortest, longest = draw.weighted(ANSWERS, ANSWER_SHARES)
    wait = 0 if channel == "phone" else max(draw.between(shortest, longest), 2)
    answered = asked + timedelta(minutes=wait) if channel == "phone" else _working(asked, wait)
    note = draw.pick(talk_words.NOTES) if draw.chance(0.12) else None
    yield Talk(
        person.number, answered, channel, "out", person.colleague, topic, outcome, name, note
    )


_YOUNGER = (("wechat", "online", "email", "phone"), (6, 4, 1, 1.5))
_OLDER = (("phone", "wechat", "email", "online"), (5, 3, 2, 1))


def _open_questions(people: list[Person]) -> Iterator[Talk]:
    """One customer of each owner waits; the last is a company."""
    private = [next(p for p in people if p.colleague == n and p.company is None) for n in range(3)]
    company = next(p for p in people if p.colleague == 3 and p.company is not None)
    for number, (person, topic, (asked, channel, machine)) in enumerate(
        zip((*private, company), talk_words.OPEN_QUESTIONS, OPEN, strict=True), start=901
    ):
        name = f"Q{asked:%y%m}-{number}"
        yield Talk(person.number, asked, channel, "in", None, topic, thread=name)
        if machine:
            after = asked + timedelta(minutes=1)
            words = talk_words.AUTOMATIC
            yield Talk(person.number, after, channel, "out", None, words, thread=name)


def working_day(day: date) -> date:
    """The day itself or the next one on which the shop's office works."""
    while day.weekday() >= 5 or _feast(day):
        day += timedelta(1)
    return day


def _feast(day: date) -> bool:
    national = day.month == 10 and day.day <= 7
    return national or any(-1 <= (day - feast).days <= 7 for feast in CHINESE_NEW_YEAR)


def _working(asked: datetime, wait: int) -> datetime:
    """The moment `wait` minutes later; outside the office's hours, the next morning."""
    answered = asked + timedelta(minutes=wait)
    day = working_day(answered.date())
    minute = answered.hour * 60 + answered.minute
    if day != answered.date() or minute < OPEN_MINUTE:
        return _moment(day, OPEN_MINUTE + 5 + wait % 40)
    if minute > CLOSE_MINUTE:
        return _moment(working_day(day + timedelta(1)), OPEN_MINUTE + 5 + wait % 40)
    return answered


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(*divmod(minute, 60)))
