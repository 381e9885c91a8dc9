"""The words of a line: what to do, how to reach the customer, and what one might say.

Proved in tests/xl_addin/commands/follow_up/test_wording.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from udfs.errors import BadRule, CustomerChainError
from udfs.texts import text
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.follow_up.items import UNREACHABLE, Item
from xl_addin.commands.follow_up.phrases import plain, quoted, sentences
from xl_addin.commands.follow_up.portrait import Customer, Portrait
from xl_addin.commands.follow_up.strategies import ANY, Strategies, age_group
from xl_addin.defaults import default_tables
from xl_addin.tables import Book, TableData

if TYPE_CHECKING:
    from udfs.message_templates import Template

# The column by which a channel reaches the customer.
_REACH_BY_CHANNEL = {
    "phone": "phone",
    "sms": "phone",
    "wechat": "phone",
    "email": "email",
    "visit": "address",
}


@dataclass(frozen=True)
class Message:
    """What one might say or write; `subject` is for a mail."""

    subject: str
    words: str


@dataclass(frozen=True)
class Wording:
    """Strategies and templates of the book, and the facts to fill them with."""

    portrait: Portrait
    strategies: Strategies
    templates: tuple[Template, ...]
    products: dict[str, str]

    def what_to_do(self, item: Item, customer: Customer) -> str:
        """The step itself, the strategy of tier and age group, the advice of the segment."""
        lang = self.portrait.lang
        parts = [text(f"follow_up.do.{item.step or item.source}", lang)]
        if item.step or item.source in ("inquiry", "confirm_data"):
            return sentences(parts, lang)
        group = age_group(customer.age, self.portrait.settings)
        for row in self.strategies.fitting(customer.tier, group):
            advice = quoted(row.contact or row.service, lang)
            if advice:
                parts.append(self._of_strategy(row.age_group, customer.tier, advice))
        advice = quoted(self.strategies.segments.get(customer.segment), lang)
        if advice and self._may_offer(item):
            words = {"segment": customer.segment, "advice": advice}
            parts.append(text("follow_up.do.segment", lang, **words))
        return sentences(parts, lang)

    def _may_offer(self, item: Item) -> bool:
        """What to do with a segment is mostly to sell: not to who has agreed to service only, and
        not along with wishes."""
        allowed = self.portrait.consents.allows(item.customer_id, "marketing")
        return allowed and item.purpose != "greetings"

    def _of_strategy(self, group: str, tier: str, advice: str) -> str:
        lang = self.portrait.lang
        if group == ANY:
            return text("follow_up.do.tier", lang, tier=tier, advice=advice)
        age = schema.choice_label(group, lang)
        return text("follow_up.do.age", lang, age=age, advice=advice)

    def reach(self, customer: Customer) -> str:
        """Phone, e-mail and address, the way the customer likes first."""
        portrait = self.portrait
        cells = portrait.reaches(customer)
        if not cells:
            return text("follow_up.no_contact_data", portrait.lang)
        liked = portrait.cell(customer, "preferred_channel")
        first = _REACH_BY_CHANNEL.get(str(liked), "")
        if first in cells:
            channel = schema.choice_label(str(liked), portrait.lang)
            words = {"reach": cells.pop(first), "channel": channel}
            cells = {first: text("follow_up.liked", portrait.lang, **words), **cells}
        return "\n".join(cells.values())

    def message(self, item: Item, customer: Customer) -> Message | None:
        """The template that fits best, filled; None where the sheet has none for it.

        A customer nobody can reach is told nothing.
        """
        from udfs.message_templates import choose, fill

        if item.step == UNREACHABLE:
            return None
        channel = plain(self.portrait.cell(customer, "preferred_channel"))
        found = choose(self.templates, item.source, customer.tier, channel, self.portrait.lang)
        if found is None:
            return None
        values, lang = self._values(item, customer), self.portrait.lang
        return Message(
            fill(found.subject, values, lang).words, fill(found.words, values, lang).words
        )

    def _values(self, item: Item, customer: Customer) -> dict[str, Any]:
        portrait = self.portrait
        key = f"follow_up.salutation.{portrait.cell(customer, 'sex')}"
        known = key in ("follow_up.salutation.female", "follow_up.salutation.male")
        called = text(key, portrait.lang, name=customer.name) if known else customer.name
        return {
            "name": customer.name,
            "salutation": called,
            "owner": portrait.owners.names.get(customer.owner, ""),
            "company": plain(portrait.cell(customer, "company")),
            "tier": customer.tier,
            "product": self.products.get(customer.customer_id, ""),
            "gap": customer.gap_words if customer.next_tier else "",
            "us": portrait.settings.company,
            **item.values,
        }


def read_wording(portrait: Portrait, strategies: Strategies) -> Wording:
    """Templates and products of the book; a template nobody can fill is refused by its row."""
    return Wording(portrait, strategies, read_templates(portrait.book), _last_products(portrait))


def read_templates(book: Book) -> tuple[Template, ...]:
    """The sheet of templates, each tried once, so that a slip is told before anything is made."""
    from udfs.message_templates import Template, fields_of

    table, described = _table(book), schema.TEMPLATES
    table.need("occasion", "words")
    columns = {c.name: internal(c, table.get(c.name)) for c in described.columns}
    found = []
    for place in range(len(table)):
        row = {name: str(cells[place] or "").strip() for name, cells in columns.items()}
        if not (row["occasion"] and row["words"]):
            continue
        for column in ("subject", "words"):
            try:
                fields_of(row[column])
            except CustomerChainError as why:
                raise BadRule(
                    "error.rule_cell",
                    sheet=table.sheet,
                    row=table.row_number(place),
                    column=schema.caption("templates", column, book.lang),
                    why=why,
                ) from why
        parts = (row["tier"], row["language"], row["channel"], row["subject"])
        found.append(Template(row["occasion"], row["words"], *parts))
    return tuple(found)


def _table(book: Book) -> TableData:
    """The sheet, or the templates it will have when it comes with the sheets that are made now."""
    if "templates" in book:
        return book["templates"]
    rows = {name: list(cells) for name, cells in default_tables(book.lang)["templates"].items()}
    return TableData("templates", schema.sheet_name("templates", book.lang), 0, rows)


def _last_products(portrait: Portrait) -> dict[str, str]:
    """The first product of each customer's last order that counts, as the order table names it.

    Nobody is asked how a product does that was cancelled or brought back.
    """
    from udfs.values import dates, ids

    orders = portrait.book["orders"]
    out = {int(place) for places in portrait.scoring.log.left_out.values() for place in places}
    days = dates(orders.get("order_date"), portrait.book.date1904)[0].tolist()
    last: dict[str, date] = {}
    found: dict[str, str] = {}
    rows = zip(ids(orders.get("customer_id")).tolist(), days, orders.get("product"), strict=True)
    for place, (who, day, product) in enumerate(rows):
        if day is None or place in out or not plain(product):
            continue
        if who not in last or day > last[who]:
            last[who], found[who] = day, plain(product)
    return found
