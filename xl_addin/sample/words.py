"""The drawn shop put into words: people and order lines as columns of the workbook's tables.

Numbers, dates and keys are the same in both languages; names, products, places and
addresses differ. Phone numbers cannot exist: no Chinese mobile number begins with 12, and
555-0100 to 555-0199 are kept free for fiction. E-mail goes to the example domains (RFC 2606).
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from udfs.texts import LANGUAGES
from xl_addin.sample import names
from xl_addin.sample.calendar import ANALYSIS_DATE
from xl_addin.sample.draw import Draw
from xl_addin.sample.goods import BY_KEY
from xl_addin.sample.people import Person
from xl_addin.sample.talks import Talk
from xl_addin.sample.trade import Line

Row = dict[str, Any]
SCRATCH = ("外壳有划痕，部分退款", "Scratched case, partly refunded")


def customer_id(number: int) -> str:
    """The ID of the n-th customer.

    >>> customer_id(7)
    'C0007'
    """
    return f"C{number:04d}"


def customer_rows(draw: Draw, people: list[Person], lang: str) -> list[Row]:
    """One row per person; `draw` decides what the shop has learned about each."""
    return [_identity(p, lang) | _address(p, lang) | _learned(draw, p, lang) for p in people]


def order_rows(lines: list[Line], lang: str) -> list[Row]:
    """One row per order line, amounts in units of the currency."""
    said = LANGUAGES.index(lang)
    return [
        {
            "order_id": line.order,
            "customer_id": customer_id(line.customer),
            "order_date": line.day,
            "product": BY_KEY[line.product].name[said],
            "quantity": line.quantity or None,
            "amount": line.cents / 100,
            "status": line.status,
            "refund": line.refund / 100 if line.refund else None,
            "note": SCRATCH[said] if line.note else None,
        }
        for line in lines
    ]


def contact_rows(talks: list[Talk], lang: str) -> list[Row]:
    """One row per contact; the number of each is its day and its place in it."""
    said = LANGUAGES.index(lang)
    seats: Counter[date] = Counter()
    rows = []
    for talk in talks:
        day = talk.at.date()
        seats[day] += 1
        rows.append(
            {
                "contact_id": f"T{day:%y%m%d}-{seats[day]:02d}",
                "customer_id": customer_id(talk.customer),
                "contacted_at": talk.at,
                "channel": talk.channel,
                "direction": talk.direction,
                "thread": talk.thread or None,
                "person": None if talk.person is None else names.COLLEAGUES[talk.person][said],
                "topic": talk.topic[said],
                "outcome": talk.outcome[said] if talk.outcome else None,
                "note": talk.note[said] if talk.note else None,
            }
        )
    return rows


def _identity(person: Person, lang: str) -> Row:
    name, email = _company_name(person, lang) if person.company is not None else _name(person, lang)
    private = person.company is None
    return {
        "customer_id": customer_id(person.number),
        "name": name,
        "owner": names.COLLEAGUES[person.colleague][LANGUAGES.index(lang)],
        "phone": _phone(person, lang),
        "customer_kind": "private" if private else "company",
        "company": None if private else name,
        "sex": person.sex if private else None,
        "birthday": person.birthday,
        "email": email,
    }


def _name(person: Person, lang: str) -> tuple[str, str]:
    surname = names.SURNAMES[person.surname]
    given = (names.FEMALE if person.sex == "female" else names.MALE)[person.given]
    if lang == "zh":
        return surname[0] + given[0], f"{given[1]}.{surname[1]}@example.cn"
    return f"{given[2]} {surname[2]}", f"{given[2]}.{surname[2]}@example.com".lower()


def _company_name(person: Person, lang: str) -> tuple[str, str]:
    name, word = names.COMPANIES[person.company or 0]
    domain = "example.cn" if lang == "zh" else "example.com"
    return name[LANGUAGES.index(lang)], f"{word}@{domain}"


def _phone(person: Person, lang: str) -> str:
    """A number of its own for each customer that cannot be dialled."""
    if lang == "zh":
        # A prime spreads the numbers without ever giving two customers the same.
        return f"12{person.number * 79190051 % 10**9:09d}"
    code = names.REGIONS[person.region][1][person.city][1]
    return f"{code}-555-01{person.neighbours:02d}"


def _address(person: Person, lang: str) -> Row:
    said = LANGUAGES.index(lang)
    region, cities = names.REGIONS[person.region]
    street = names.STREETS[person.street][said]
    written = (
        f"{street}{person.house}号{person.flat}室"
        if lang == "zh"
        else f"{person.house} {street}, Apt {person.flat}"
    )
    return {"region": region[said], "city": cities[person.city][0][said], "address": written}


def _learned(draw: Draw, person: Person, lang: str) -> Row:
    """Habits, needs, consent: all drawn, needed or not, so that each row draws alike."""
    said = LANGUAGES.index(lang)
    private = person.company is None

    def known(pairs: tuple[names.Pair, ...], odds: float) -> str | None:
        word = draw.pick(pairs)[said]
        return word if draw.chance(odds) else None

    row: Row = {
        "income_level": draw.weighted(("low", "middle", "high"), (2, 5, 3)),
        "lifestyle": known(names.LIFESTYLES[:4] if person.young else names.LIFESTYLES, 0.6),
        "interests": known(names.INTERESTS[:3] if person.young else names.INTERESTS, 0.75),
        "source": draw.weighted(("online", "shop", "event", "referral", "other"), (9, 4, 2, 4, 1)),
        "preferred_channel": _channel(draw, person),
        "preferences": known(names.PREFERENCES, 0.5),
        "explicit_needs": known(names.STATED, 0.22),
        "implicit_needs": known(names.UNSPOKEN, 0.15),
        "consent_purpose": draw.weighted(names.PURPOSES, (2, 3))[said],
        "consent_given_on": person.joined,
        "consent_withdrawn_on": _later(draw, person.joined, 0.02),
        "data_confirmed_on": _later(draw, person.joined, 0.8) or person.joined,
        "created_on": person.joined,
        "note": known(names.NOTES, 0.08),
    }
    if not private:
        row |= {"income_level": None, "lifestyle": None, "interests": None}
    return row


def _channel(draw: Draw, person: Person) -> str:
    if person.young:
        return draw.weighted(("wechat", "email", "sms", "phone"), (7, 2, 1, 1))
    return draw.weighted(("phone", "wechat", "email", "visit"), (5, 3, 3, 1))


def _later(draw: Draw, start: date, odds: float) -> date | None:
    day = start + timedelta(draw.between(0, (ANALYSIS_DATE - start).days))
    return day if draw.chance(odds) else None
