"""A master with everything in it that could carry somebody's data past a careless copier.

Every customer's values are words that stand nowhere else, so whatever is found of them is a leak.
XlsxWriter writes what it can (formulas of all kinds, notes, charts with their caches, rules with
texts in them, hidden sheets); parts it cannot write are added to the package by hand.
"""

from __future__ import annotations

import random
import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import xlsxwriter

from tests.xl_addin.foreign import _png

CUSTOMER_CAPTIONS = (
    "ID", "Name", "Phone", "E-mail", "Owner", "Revenue", "Secret margin", "Remark",
    "Double", "Share", "Score", "Above", "Label", "Orders sum", "Odd",
)  # fmt: skip
ORDER_CAPTIONS = ("Order", "Customer", "Amount", "With tax", "Running")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"


@dataclass
class Customer:
    """One customer's unmistakable values."""

    name: str
    phone: str
    mail: str
    owner: str
    revenue: float
    margin: float
    remark: str
    orders: list[tuple[str, float]]

    @property
    def values(self) -> list[str]:
        numbers = [f"{number:.15g}" for number in (self.revenue, self.margin)]
        orders = [cell for name, amount in self.orders for cell in (name, f"{amount:.15g}")]
        return [self.name, self.phone, self.mail, self.remark, *numbers, *orders]


@dataclass
class HardBook:
    """The file, its customers, and values that belong to the house alone."""

    path: Path
    customers: list[Customer]
    first_row: int
    first_order_row: int
    left: int
    house: list[str] = field(default_factory=list)

    def customer_rows(self, owner: str) -> list[int]:
        return [self.first_row + n for n, c in enumerate(self.customers) if c.owner == owner]

    def order_rows(self, owner: str) -> list[int]:
        rows, row = [], self.first_order_row
        for customer in self.customers:
            for _ in customer.orders:
                if customer.owner == owner:
                    rows.append(row)
                row += 1
        return rows

    def of(self, owner: str) -> list[Customer]:
        return [customer for customer in self.customers if customer.owner == owner]

    def foreign(self, owner: str) -> list[str]:
        """Every value that a reader with the rows of `owner` may not find."""
        others = [v for c in self.customers if c.owner != owner for v in c.values]
        return others + self.house

    @property
    def total(self) -> float:
        return sum(c.revenue for c in self.customers)


def word(dice: random.Random, length: int = 9) -> str:
    return "".join(dice.choice("bcdfghjklmnpqrstvwxz") for _ in range(length)).capitalize()


def customers(dice: random.Random, count: int) -> list[Customer]:
    found = []
    for number in range(count):
        name = word(dice)
        # Numbers of ten digits, so that none stands anywhere by chance.
        orders = [
            (f"O{word(dice)}", dice.randrange(10**9, 10**10) / 100)
            for _ in range(dice.randrange(4))
        ]
        owner = ("Ann", "Bob", "Cem")[number % 3] if number < 3 else dice.choice(["Ann", "Bob"])
        found.append(
            Customer(
                name,
                f"138{dice.randrange(10**8, 10**9)}",
                f"{name.lower()}@{word(dice).lower()}.example",
                owner,
                dice.randrange(10**9, 10**10) / 100,
                dice.randrange(10**9, 10**10) / 1000,
                f"likes {word(dice)} {word(dice)}",
                orders,
            )
        )
    return found


def build_hard_book(path: Path, seed: int = 1, count: int = 9) -> HardBook:
    """Write the workbook; place and order vary with the seed."""
    dice = random.Random(seed)
    people = customers(dice, count)
    top, left = dice.randrange(3, 7), dice.randrange(0, 3)
    book = HardBook(path, people, top + 2, 3, left)
    book.house = [word(dice) for _ in range(12)]
    plain = BytesIO()
    written = xlsxwriter.Workbook(plain)
    sheets = {
        name: written.add_worksheet(name)
        for name in ("Customers", "Orders", "My sheet", "Dropped sheet", "Hidden sheet", "Gone")
    }
    _customers(written, sheets["Customers"], book, top, left)
    _orders(sheets["Orders"], book)
    _own(written, sheets["My sheet"], book)
    for name in ("Dropped sheet", "Hidden sheet", "Gone"):
        sheets[name].write("A1", book.house[0])
        sheets[name].write("A2", f"='Customers'!{_name(book, 1)}")
        sheets[name].write_formula("A3", "=Customers[Name]", None, people[2].name)
    sheets["Hidden sheet"].hide()
    sheets["Gone"].very_hidden()
    _names(written, book)
    house = book.house
    written.set_properties({"author": house[1], "comments": house[2], "keywords": house[3]})
    written.set_custom_property("client", house[4])
    written.close()
    _by_hand(plain.getvalue(), book)
    return book


def column(book: HardBook, caption: str) -> int:
    """The column of a caption in the master, from 0."""
    return book.left + CUSTOMER_CAPTIONS.index(caption)


def letters(book: HardBook, caption: str) -> str:
    return xlsxwriter.utility.xl_col_to_name(column(book, caption))


def _name(book: HardBook, position: int, caption: str = "Name") -> str:
    return f"${letters(book, caption)}${book.first_row + position}"


def _column_of(book: HardBook, caption: str) -> str:
    """The whole data of a column, fixed."""
    last = book.first_row + len(book.customers) - 1
    return f"{_name(book, 0, caption)}:${letters(book, caption)}${last}"


def _customers(written, sheet, book, top, left):
    people, house, bold = book.customers, book.house, written.add_format({"bold": True})
    secret = written.add_format({"num_format": f'"{house[5]} "0.00'})
    sheet.write(0, 0, "Our customers", bold)
    sheet.write(1, 0, house[6])
    sheet.write(0, left + 20, house[7])
    columns = [{"header": caption} for caption in CUSTOMER_CAPTIONS]
    columns[8]["formula"] = "=Customers[[#This Row],[Revenue]]*2"
    columns[9]["formula"] = "=Customers[[#This Row],[Revenue]]/SUM(Customers[Revenue])"
    columns[13]["formula"] = (
        "=SUMIFS(Orders[Amount],Orders[Customer],Customers[[#This Row],[Name]])"
    )
    last = top + len(people)
    sheet.add_table(
        top, left, last + 1, left + len(columns) - 1,
        {"name": "Customers", "columns": columns, "total_row": True},
    )  # fmt: skip
    total = book.total
    sheet.write_formula(
        last + 1, left + 5, "=SUBTOTAL(109,Customers[Revenue])", None, total
    )  # fmt: skip
    revenue, margin = letters(book, "Revenue"), letters(book, "Secret margin")
    for n, person in enumerate(people):
        row = top + 1 + n
        cells = [f"C{n:04}", person.name, person.phone, person.mail, person.owner]
        for place, value in enumerate(cells):
            sheet.write_string(row, left + place, value)
        sheet.write_number(row, left + 5, person.revenue)
        sheet.write_number(row, left + 6, person.margin, secret if n == 2 else None)
        sheet.write_string(row, left + 7, f"{person.remark}, {person.phone}")
        formulas = [
            ("=Customers[[#This Row],[Revenue]]*2", person.revenue * 2),
            ("=Customers[[#This Row],[Revenue]]/SUM(Customers[Revenue])", total),
            ("=CC_F_SCORE(Customers[[#This Row],[Revenue]],Customers[Revenue])", 1 + n % 5),
            (f"={revenue}{row + 1}>{revenue}${top + 3}", True),
            (f'={letters(book, "Name")}{row + 1}&" of "&{letters(book, "Owner")}{row + 1}',
             f"{person.name} of {person.owner}"),
            ("=SUMIFS(Orders[Amount],Orders[Customer],Customers[[#This Row],[Name]])",
             sum(amount for _, amount in person.orders)),
            (_odd(book, n, row, margin), people[2].name if n % 9 else person.margin * 2),
        ]  # fmt: skip
        for place, (formula, value) in enumerate(formulas, left + 8):
            sheet.write_formula(row, place, formula, None, value)
        sheet.write_comment(row, left + 1, f"{person.name} said {person.phone}")
    sheet.write_comment(top, left + 1, f"header, {house[8]}")
    sheet.write_comment(1, 0, house[9])
    _rules(written, sheet, book, top, left, last)
    chart = written.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": f"=Customers!{_name(book, 1)}",
            "categories": f"=Customers!{_column_of(book, 'Name')}",
            "values": f"=Customers!{_column_of(book, 'Revenue')}",
        }
    )
    chart.set_title({"name": f"=Customers!{_name(book, 2)}"})
    sheet.insert_chart(top + 2, left + 17, chart)
    sheet.insert_textbox(top + 12, left + 17, house[10])
    sheet.set_footer(f"&L{house[11]}&RPage &P")
    sheet.freeze_panes(top + 1, left + 2)


def _odd(book, n, row, margin):
    """Formulas that cannot stay, each in its own way."""
    first = book.first_row
    return [
        f"={margin}{row + 1}*2",
        "='Dropped sheet'!$A$1",
        f"={letters(book, 'Name')}{first + 2}",
        f'=IF({letters(book, "Name")}{row + 1}="{book.customers[2].name}",1,2)',
        "CC_EXPLAIN(INDEX(Customers[Name],3))",
        f'=INDIRECT("Customers!{_name(book, 2)}")',
        f"='[1]Sheet1'!A1&{letters(book, 'Name')}{row + 1}",
        "=MyVbaFunction(A1)",
        f'=_xludf.CC_TIER({letters(book, "Share")}{row + 1},"{book.customers[2].name}")',
    ][n % 9]


def _rules(written, sheet, book, top, left, last):
    red = written.add_format({"bg_color": "#ff0000"})
    name, revenue = letters(book, "Name"), letters(book, "Revenue")
    area = (top + 1, left + 5, last, left + 5)
    stranger = book.customers[2].name
    sheet.conditional_format(
        *area, {"type": "cell", "criteria": ">", "value": f"=${revenue}${top + 2}", "format": red}
    )
    sheet.conditional_format(
        *area,
        {"type": "formula", "criteria": f"=${revenue}{top + 2}>AVERAGE(Orders!$C$3:$C$4)",
         "format": red},
    )  # fmt: skip
    sheet.conditional_format(
        *area, {"type": "formula", "criteria": f'=${name}{top + 2}="{stranger}"', "format": red}
    )
    sheet.conditional_format(
        *area, {"type": "formula", "criteria": "=CC_F_SCORE(1,2)>1", "format": red}
    )
    sheet.conditional_format(*area, {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation(
        top + 1, left + 1, last, left + 1, {"validate": "list", "source": ["any", stranger]}
    )
    sheet.data_validation(
        top + 1, left + 4, last, left + 4,
        {"validate": "list", "source": ["Ann", "Bob"], "input_message": f"ask {stranger}"},
    )  # fmt: skip
    sheet.write_url(top + 1, left + 3, f"mailto:{book.customers[0].mail}", None, "mail")
    sheet.write_url(top + 3, left + 3, f"mailto:{book.customers[2].mail}", None, "mail")


def _orders(sheet, book):
    """Amounts, a shared formula down the column, and a running sum."""
    sheet.write("A1", "Orders")
    rows = [
        (order, c.name, amount) for c in book.customers for order, amount in c.orders
    ] or [("none", "none", 1)]  # fmt: skip
    columns = [{"header": caption} for caption in ORDER_CAPTIONS]
    sheet.add_table(1, 0, 1 + len(rows), 4, {"name": "Orders", "columns": columns})
    running = 0.0
    for n, (order, name, amount) in enumerate(rows, 2):
        sheet.write_string(n, 0, order)
        sheet.write_string(n, 1, name)
        sheet.write_number(n, 2, amount)
        sheet.write_formula(n, 3, f"=C{n + 1}*1.25", None, amount * 1.25)
        running += amount
        sheet.write_formula(n, 4, f"=SUM(C$3:C{n + 1})", None, running)


def _own(written, sheet, book):
    """A sheet of the user's own: totals, a chart, sparklines, an array, a what-if."""
    total = book.total
    sheet.write("A1", "My own words")
    sheet.write_formula("A2", "=SUM(Customers[Revenue])", None, total)
    sheet.write_formula("A3", f"=SUM(Customers!{_column_of(book, 'Revenue')})", None, total)
    sheet.write_formula("A4", "=A2/2", None, total / 2)
    sheet.write_formula("A5", "=SUM('Dropped sheet'!B1:B9)", None, total)
    sheet.write_formula("A6", "=A5*3", None, total * 3)
    sheet.write_formula("A7", "=CC_NPS(Customers[Revenue])", None, total)
    sheet.write_formula("A8", "=B8*2", None, 84)
    sheet.write_number("B8", 42)
    sheet.write_formula("A9", "=Wanted*2", None, total)
    sheet.write_formula("A10", '=Constant&"!"', None, book.house[0])
    sheet.write_formula("A11", "=CC_TIER(B8,2)", None, "High")
    names = [c.name for c in book.customers]
    sheet.write_dynamic_array_formula("D1:D3", "=TRIM(Customers[Name])", None, names[0])
    for n, name in enumerate(sorted(names)[1:3], 1):
        sheet.write_string(n, 3, name)
    sheet.write_array_formula("F1:F2", "{=CC_RFM(Customers[Name])}", None, names[2])
    sheet.write_string("F2", names[2])
    sheet.add_sparkline("H1", {"range": f"Customers!{_column_of(book, 'Revenue')}"})
    sheet.add_sparkline("H2", {"range": "'Dropped sheet'!A1:A9"})
    pie = written.add_chart({"type": "pie"})
    pie.add_series(
        {
            "categories": f"=Customers!{_column_of(book, 'Name')}",
            "values": f"=Customers!{_column_of(book, 'Revenue')}",
        }
    )
    sheet.insert_chart("J1", pie)
    gone = written.add_chart({"type": "line"})
    gone.add_series({"values": "='Dropped sheet'!$A$1:$A$9"})
    sheet.insert_chart("J20", gone)
    sheet.insert_image("J40", "dot.png", {"image_data": BytesIO(_png())})
    sheet.write_comment("A2", "the sum of all")


def _names(written, book):
    stranger = book.customers[2].name
    written.define_name("Wanted", f"=Customers!{_column_of(book, 'Revenue')}")
    written.define_name("Constant", f'="{stranger}"')
    written.define_name("Lost", "='Dropped sheet'!$A$1")
    written.define_name(f"x_{stranger}", "=Customers!$A$1")


_SHARED = re.compile(rb'<c r="D(\d+)"><f>C\d+\*1.25</f>')


def _by_hand(package: bytes, book: HardBook) -> None:
    source = zipfile.ZipFile(BytesIO(package))
    parts = {name: source.read(name) for name in source.namelist()}
    stranger = book.customers[2]
    said = f"{stranger.name} {stranger.phone}".encode()
    orders = parts["xl/worksheets/sheet2.xml"]
    last = max((int(row) for row in _SHARED.findall(orders)), default=0)

    def shared(found: re.Match[bytes]) -> bytes:
        row = found[1]
        if row == b"3":
            attributes = b'<f t="shared" ref="D3:D%d" si="0">C3*1.25</f>' % last
        else:
            attributes = b'<f t="shared" si="0"/>'
        return b'<c r="D%b">' % row + attributes

    parts["xl/worksheets/sheet2.xml"] = _SHARED.sub(shared, orders)
    more = [
        ("xl/pivotCache/pivotCacheDefinition1.xml", b"<x>%b</x>", "pivotCacheDefinition",
         "xl/workbook.xml"),
        ("xl/pivotTables/pivotTable1.xml", b"<x>%b</x>", "pivotTable", "xl/worksheets/sheet3.xml"),
        ("xl/externalLinks/externalLink1.xml", b"<x>%b</x>", "externalLink", "xl/workbook.xml"),
        ("xl/connections.xml", b"<x>%b</x>", "connections", "xl/workbook.xml"),
        ("xl/threadedComments/threadedComment1.xml", b"<x>%b</x>", "threadedComment",
         "xl/worksheets/sheet1.xml"),
        ("xl/persons/person.xml", b"<x>%b</x>", "person", "xl/workbook.xml"),
        ("xl/printerSettings/printerSettings1.bin", b"%b", "printerSettings",
         "xl/worksheets/sheet1.xml"),
        ("xl/embeddings/object1.bin", b"%b", "package", "xl/worksheets/sheet1.xml"),
        ("xl/slicers/slicer1.xml", b"<x>%b</x>", "slicer", "xl/worksheets/sheet1.xml"),
        ("customXml/item1.xml", b"<x>%b</x>", "customXml", "xl/workbook.xml"),
        ("xl/vbaProject.bin", b"%b", "vbaProject", "xl/workbook.xml"),
    ]  # fmt: skip
    for number, (name, data, kind, owner) in enumerate(more, 900):
        parts[name] = data % said
        folder, _, bare = owner.rpartition("/")
        rels = f"{folder}/_rels/{bare}.rels"
        link = (
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="/{name}"/>'
            "</Relationships>"
        )
        parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())
    # A filter that hides rows, with a name as its criterion, and a table's comment.
    table = parts["xl/tables/table1.xml"]
    criterion = (
        b'><filterColumn colId="1"><filters><filter val="%b"/></filters></filterColumn>'
        b"</autoFilter>" % stranger.name.encode()
    )
    table = re.sub(rb"(<autoFilter [^>]*?)/>", lambda f: f[1] + criterion, table)
    table = table.replace(b" displayName=", b' comment="%b" displayName=' % said, 1)
    parts["xl/tables/table1.xml"] = table
    with zipfile.ZipFile(book.path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
