"""The sample shop's consents by purpose, important dates, days off and colleagues.

Drawn from a seed of its own; a part of the customers has a line for each purpose, for the others
the columns of the customer table say it all. Counted in tests/xl_addin/sample/test_office.py.
"""

from __future__ import annotations

from datetime import date, timedelta

from udfs.texts import LANGUAGES, text
from xl_addin.sample import names, talk_words
from xl_addin.sample.calendar import ANALYSIS_DATE
from xl_addin.sample.draw import Draw
from xl_addin.sample.people import Person
from xl_addin.sample.words import Row, customer_id

SEED = 20261033
# Of those who agreed at all: how many by purpose, and how likely each purpose is then.
BY_PURPOSE = 0.62
PURPOSES = (
    ("service", 0.5),
    ("marketing", 0.6),
    ("greetings", 0.92),
    ("surveys", 0.45),
    ("data_upkeep", 0.3),
)
TAKEN_BACK = 0.05
# Lunar birthdays of older customers: number: (month, day, leap month). They are the birthdays of
# the customer table in the other calendar; that of 43 lies in the leap fifth month of 1952.
LUNAR_BIRTHDAYS = {
    11: (9, 23, False),
    28: (6, 24, False),
    43: (5, 12, True),
    53: (2, 11, False),
    69: (9, 25, False),
    77: (10, 14, False),
    105: (3, 12, False),
    118: (1, 20, False),
    130: (1, 6, False),
    140: (9, 28, False),
    151: (1, 10, False),
}
DAYS_OFF = (date(2026, 11, 6), date(2026, 11, 7), date(2026, 12, 31))


def consent_rows(people: list[Person], agreed: list[int], lang: str) -> list[Row]:
    """Lines by purpose for a part of those who `agreed`, in the order of the customers."""
    draw, said = Draw(SEED), LANGUAGES.index(lang)
    rows = []
    for person in people:
        listed = draw.chance(BY_PURPOSE) and person.number in set(agreed)
        for purpose, odds in PURPOSES:
            row = _consent(draw, person, purpose, said)
            if draw.chance(odds) and listed:
                rows.append(row)
    return rows


def _consent(draw: Draw, person: Person, purpose: str, said: int) -> Row:
    """All of it drawn, needed or not, so that each line draws alike."""
    how = draw.pick(talk_words.HOW_AGREED)
    given = person.joined + timedelta(draw.between(0, 20))
    given = min(given, ANALYSIS_DATE)
    back = given + timedelta(draw.between(1, max(1, (ANALYSIS_DATE - given).days)))
    taken_back = draw.chance(TAKEN_BACK) and back <= ANALYSIS_DATE
    return {
        "customer_id": customer_id(person.number),
        "purpose": purpose,
        "given_on": given,
        "withdrawn_on": back if taken_back else None,
        "how": (how if person.company is None else talk_words.BY_CONTRACT)[said],
        "note": talk_words.WITHDRAWN[said] if taken_back else None,
    }


def date_rows(people: list[Person], lang: str) -> list[Row]:
    """Lunar birthdays, weddings, foundings, a day of mourning and the new year."""
    said = LANGUAGES.index(lang)
    rows = [
        _date(number, "birthday", month, day, talk_words.LUNAR_NOTE[said])
        | {"calendar": "lunar", "leap_month": leap, "year": _birth_year(people[number - 1])}
        for number, (month, day, leap) in LUNAR_BIRTHDAYS.items()
    ]
    # From 3 to 30 days ahead for some, so that the follow-up has something to show.
    rows += [
        _date(30 * n, "anniversary", day.month, day.day, talk_words.FOUNDED[said])
        | {"year": 2004 + n}
        for n, day in enumerate(_spread(date(2026, 11, 4), 10), start=1)
    ]
    rows += [
        _date(17 + 29 * n, "wedding", day.month, day.day, talk_words.WEDDING[said])
        | {"year": 2010 + n}
        for n, day in enumerate(_spread(date(2026, 11, 2), 8))
    ]
    # A wedding on the day most years lack.
    rows.append(
        _date(97, "wedding", 2, 29, talk_words.WEDDING[said]) | {"year": 2020, "calendar": "solar"}
    )
    rows.append(_date(155, "memorial", 11, 5, talk_words.MOURNING[said]) | {"year": 2023})
    rows += [
        _date(number, "festival", 12, 23, talk_words.NEW_YEAR[said]) | {"calendar": "lunar"}
        for number in (60, 122, 183)
    ]
    return rows


def _spread(first: date, count: int) -> list[date]:
    """Days over the year, a little more than a month apart."""
    return [first + timedelta(36 * n) for n in range(count)]


def _birth_year(person: Person) -> int | None:
    return person.birthday.year if person.birthday else None


def _date(number: int, occasion: str, month: int, day: int, note: str) -> Row:
    return {
        "customer_id": customer_id(number),
        "occasion": occasion,
        "month": month,
        "day": day,
        "calendar": None,
        "leap_month": None,
        "year": None,
        "note": note,
    }


def holiday_rows(lang: str) -> list[Row]:
    """The days on which this shop differs from the public calendar."""
    said = LANGUAGES.index(lang)
    return [
        {"day": day, "kind": kind, "name": name[said], "note": note[said] if note else None}
        for day, (kind, name, note) in zip(DAYS_OFF, talk_words.DAYS_OFF, strict=True)
    ]


def staff_rows(lang: str) -> list[Row]:
    """The owners, an assistant and a partner; mail goes to the example domains (RFC 2606)."""
    said = LANGUAGES.index(lang)
    domain = ("example.cn", "example.com")[said]
    owners = zip(
        names.COLLEAGUES, talk_words.COLLEAGUE_MAIL, talk_words.COLLEAGUE_ROLES, strict=True
    )
    return [
        {
            "owner": name[said],
            "email": f"{mail[said]}@{domain}",
            "role": text(f"role.{role}", lang),
            "language": lang,
            "note": None,
        }
        for name, mail, role in (*owners, *talk_words.OTHER_COLLEAGUES)
    ]
