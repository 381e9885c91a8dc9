"""The orders of the sample shop: a walk over all days, weighed by habit and season.

Amounts are whole cents until the end, so that sums are the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from xl_addin.sample.calendar import ANALYSIS_DATE, all_days
from xl_addin.sample.draw import Draw
from xl_addin.sample.goods import BY_KEY, DEAR_CENTS, PRODUCTS, Product
from xl_addin.sample.people import Person

BULK = tuple(product for product in PRODUCTS if product.bulk)


@dataclass(frozen=True)
class Line:
    """One row of the order log before it is put into words; a refund is in cents."""

    order: str
    customer: int
    day: date
    product: str
    quantity: int
    cents: int
    status: str = "delivered"
    refund: int = 0
    note: str = ""


def draw_orders(draw: Draw, people: list[Person]) -> list[Line]:
    """The order log by day, several products of one order in neighbouring rows."""
    lines: list[Line] = []
    for day, season in all_days():
        buyers = [p for p in people if _buys(draw, p, day, season)]
        for seat, person in enumerate(buyers, start=1):
            number = f"{day:%y%m%d}-{seat:02d}"
            lines += _order(draw, person, day, number)
    return lines


def _buys(draw: Draw, person: Person, day: date, season: float) -> bool:
    if not person.joined <= day <= person.left or person.habit.rate == 0:
        return False
    # Everybody but a prospect joins with the first order.
    return day == person.joined or draw.chance(person.habit.rate * season)


def _order(draw: Draw, person: Person, day: date, number: str) -> list[Line]:
    product = _main_product(draw, person)
    basket = [product, *(BY_KEY[key] for key, odds in product.extras if draw.chance(odds))]
    status = _status(draw, day)
    lines = [
        Line(number, person.number, day, p.key, q, _price(p, q, day), status)
        for p in basket
        for q in (_quantity(draw, person),)
    ]
    if status == "delivered" and draw.chance(0.015):
        # A part of the money back, for a scratch or a late delivery: a tenth, in full cents.
        lines[0] = replace(lines[0], refund=lines[0].cents // 10, note="scratch")
    return lines


def _main_product(draw: Draw, person: Person) -> Product:
    if person.company is not None:
        return draw.weighted(BULK, [p.weight for p in BULK])
    taste = person.habit.dear * (1.2 if person.young else 0.8)
    weights = [p.weight * (taste if p.cents >= DEAR_CENTS else 1) for p in PRODUCTS]
    return draw.weighted(PRODUCTS, weights)


def _quantity(draw: Draw, person: Person) -> int:
    if person.company is not None:
        return draw.weighted((2, 3, 5, 10, 20), (3, 3, 4, 2, 1))
    return draw.weighted((1, 2, 3), (90, 8, 2))


def _price(product: Product, quantity: int, day: date) -> int:
    """Cents for the line: 10 % off from ten pieces, and 12 % off around 11.11 and 6.18."""
    cents = product.cents * quantity
    if quantity >= 10:
        cents = cents * 90 // 100
    if (11, 8) <= (day.month, day.day) <= (11, 13) or (6, 16) <= (day.month, day.day) <= (6, 19):
        cents = cents * 88 // 100
    return cents


def _status(draw: Draw, day: date) -> str:
    if day > ANALYSIS_DATE - timedelta(2):
        return "confirmed"
    if day > ANALYSIS_DATE - timedelta(6):
        return "shipped"
    return draw.weighted(("delivered", "cancelled", "returned"), (95.5, 2, 2.5))
