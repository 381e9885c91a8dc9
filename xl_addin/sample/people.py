"""The customers of the sample shop: who they are, how often they buy, when they fell silent.

A person is drawn once, in numbers and keys; `words.py` writes it in a language. Nine in ten
are private; most of these are what the shop aims at: 18 to 35 and fond of technology.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from xl_addin.sample import names
from xl_addin.sample.calendar import ANALYSIS_DATE, DAYS, FIRST_DAY
from xl_addin.sample.draw import Draw

CUSTOMERS = 300
OPENING_DAYS = 45


@dataclass(frozen=True)
class Habit:
    """How a kind of customer buys: share of all, orders per plain day, taste, staying power."""

    key: str
    share: float
    rate: float
    dear: float
    leaves: float


HABITS = (
    Habit("fan", 0.15, 1 / 24, 1.6, 0.24),
    Habit("small_buyer", 0.13, 1 / 28, 0.12, 0.2),
    Habit("regular", 0.32, 1 / 58, 1.0, 0.25),
    Habit("big_ticket", 0.12, 1 / 125, 5.0, 0.2),
    Habit("occasional", 0.20, 1 / 160, 0.8, 0.35),
    Habit("once", 0.06, 1 / 30, 1.0, 1.0),
    Habit("prospect", 0.02, 0.0, 1.0, 0.0),
)
COMPANY = Habit("company", 0.0, 1 / 35, 1.0, 0.1)


@dataclass(frozen=True)
class Person:
    """One customer before it is put into words; indexes point into the lists of `names`.

    `neighbours` counts the earlier customers of the same city.
    """

    number: int
    habit: Habit
    joined: date
    left: date
    company: int | None
    sex: str
    surname: int
    given: int
    birthday: date | None
    region: int
    city: int
    street: int
    house: int
    flat: int
    neighbours: int
    colleague: int

    @property
    def young(self) -> bool:
        return self.birthday is not None and self.birthday.year >= 1991


def draw_people(draw: Draw) -> list[Person]:
    """All customers, in the order in which they came."""
    joined = sorted(_join_day(draw) for _ in range(CUSTOMERS))
    register = _Register(set(), Counter())
    return [_person(draw, n, day, register) for n, day in enumerate(joined, start=1)]


@dataclass(frozen=True)
class _Register:
    """What must not come twice: names, and a seat in a city (the phone number)."""

    names: set[tuple[str, int, int]]
    cities: Counter[tuple[int, int]]


def _join_day(draw: Draw) -> int:
    # A shop that grows: a fifth came with the opening, the others ever denser (a triangle).
    if draw.chance(0.2):
        return draw.between(0, OPENING_DAYS)
    return max(draw.between(0, DAYS - 10), draw.between(0, DAYS - 10))


def _person(draw: Draw, number: int, day: int, register: _Register) -> Person:
    every = CUSTOMERS // len(names.COMPANIES)
    company = number // every - 1 if number % every == 0 else None
    habit = _habit(draw, day) if company is None else COMPANY
    sex, surname, given = _name(draw, register.names)
    region = draw.weighted(range(len(names.REGIONS)), (8, 6, 5, 4, 3))
    city = draw.between(0, len(names.REGIONS[region][1]) - 1)
    register.cities[region, city] += 1
    joined = FIRST_DAY + timedelta(day)
    return Person(
        number=number,
        habit=habit,
        joined=joined,
        left=_leaving(draw, habit, joined),
        company=company,
        sex=sex,
        surname=surname,
        given=given,
        birthday=_birthday(draw) if company is None else None,
        region=region,
        city=city,
        street=draw.between(0, len(names.STREETS) - 1),
        house=draw.between(1, 280),
        flat=draw.between(1, 24) * 100 + draw.between(1, 6),
        neighbours=register.cities[region, city] - 1,
        colleague=draw.between(0, len(names.COLLEAGUES) - 1),
    )


def _habit(draw: Draw, day: int) -> Habit:
    """Nobody comes just once in the opening weeks, when any first order is among the highest."""
    habits = [habit for habit in HABITS if day > OPENING_DAYS or habit.key != "once"]
    return draw.weighted(habits, [habit.share for habit in habits])


def _name(draw: Draw, taken: set[tuple[str, int, int]]) -> tuple[str, int, int]:
    """A name nobody has yet, so that only the duplicates put in on purpose are found."""
    while True:
        sex = "female" if draw.chance(0.46) else "male"
        given = names.FEMALE if sex == "female" else names.MALE
        name = sex, draw.between(0, len(names.SURNAMES) - 1), draw.between(0, len(given) - 1)
        if name not in taken:
            taken.add(name)
            return name


def _birthday(draw: Draw) -> date:
    year = draw.between(1991, 2008) if draw.chance(0.72) else draw.between(1950, 1990)
    return date(year, draw.between(1, 12), draw.between(1, 28))


def _leaving(draw: Draw, habit: Habit, joined: date) -> date:
    """The last day this customer might buy; far ahead for those who stay."""
    if not draw.chance(habit.leaves):
        return date.max
    stay = draw.between(1, 25) if habit.key == "once" else draw.between(90, 640)
    return min(joined + timedelta(stay), ANALYSIS_DATE + timedelta(1))
