"""A user's workbook, full of what we do not own: what a careless program loses on saving.

Charts, a picture, a text box, sparklines, x14 data bars, rich text, a dynamic array, notes,
hyperlinks, defined names, a user's own sheets and formula columns come from XlsxWriter; a
slicer, custom XML, a ribbon and a VBA project are added to the package by hand.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter

from xl_addin.package.archive import Archive
from xl_addin.schema import caption

CUSTOMERS = ["c7", "007", 12, "c1", "=1+1"]
ORDERS = [
    ("o1", "c7", date(2026, 1, 5), 120.5, None),
    ("o2", "c7", date(2026, 3, 5), 80, None),
    ("o3", "007", date(2026, 2, 1), 900, None),
    ("o4", 12, date(2026, 4, 1), 15, "Cancelled"),
    ("o5", 12, date(2025, 4, 1), 45, None),
    ("o6", "c1", date(2026, 4, 2), 60, None),
]


def build_foreign(path: Path, lang: str = "en") -> None:
    """Write the workbook; the user's columns stand between ours, and ours are in another order."""
    plain = BytesIO()
    book = xlsxwriter.Workbook(plain)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    bold = book.add_format({"bold": True})
    customers = book.add_worksheet("My customers")
    orders = book.add_worksheet("Orders 2026")
    own = book.add_worksheet("My sheet")
    _customers(book, customers, day, bold, lang)
    _orders(orders, day, lang)
    _own_sheet(book, own, bold)
    book.define_name("MyTotal", "='My sheet'!$A$1")
    book.close()
    _with_parts_by_hand(plain.getvalue(), path)


def _customers(book, sheet, day, bold, lang):
    def of(name):
        return caption("customers", name, lang)

    headers = [
        of("tier"), "My rating", of("customer_id"), of("name"), of("why"), of("last_order"),
        "Double revenue", of("revenue"), of("order_count"), of("churn_flag"),
        of("previous_tier"), of("tier_changed_on"), "My note",
    ]  # fmt: skip
    rows = [
        [None, n * 1.5, customer, f"Name {n}", None, None, None, None, None, None, None, None,
         "💡 " + "mine"]
        for n, customer in enumerate(CUSTOMERS)
    ]  # fmt: skip
    columns = [{"header": header} for header in headers]
    columns[5]["format"] = columns[11]["format"] = day
    columns[6]["formula"] = f"=Customers[[#This Row],[{of('revenue')}]]*2"
    sheet.write("A1", "Customers of my shop", bold)
    sheet.add_table(
        5, 1, 5 + len(rows), len(headers), {"name": "Customers", "columns": columns, "data": rows}
    )
    for row, customer in enumerate(CUSTOMERS, 6):
        if isinstance(customer, str):
            sheet.write_string(row, 3, customer)
    sheet.conditional_format("C7:C11", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format(
        "B7:B11", {"type": "cell", "criteria": "==", "value": '"x"', "format": bold}
    )
    sheet.data_validation("N7:N11", {"validate": "list", "source": ["a", "b"]})
    sheet.write_comment("C6", "my own note")
    sheet.write_url("P1", "https://example.com/", string="example")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='My customers'!$I$7:$I$11"})
    sheet.insert_chart("P3", chart)
    sheet.insert_textbox("P20", "remember the milk")
    sheet.insert_image("P30", "dot.png", {"image_data": BytesIO(_png())})


def _orders(sheet, day, lang):
    names = ("order_id", "customer_id", "order_date", "amount", "status")
    columns = [{"header": caption("orders", name, lang)} for name in names]
    columns[2]["format"] = day
    columns.append({"header": "With tax"})
    sheet.add_table(
        0,
        0,
        len(ORDERS),
        5,
        {"name": "Orders", "columns": columns, "data": [list(o) for o in ORDERS]},
    )
    for row in range(1, len(ORDERS) + 1):
        sheet.write_formula(row, 5, f"=D{row + 1}*1.06", None, 0)
    sheet.conditional_format("D2:D7", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("C2:C7", {"validate": "date", "criteria": ">", "value": date(1990, 1, 1)})
    sheet.write("H3", "a remark beside the table")


def _own_sheet(book, sheet, bold):
    sheet.write_formula("A1", "=SUM('Orders 2026'!D2:D7)", None, 1)
    sheet.write_dynamic_array_formula("C1:C3", "=_xlfn.SEQUENCE(3)", None, 1)
    sheet.write_rich_string("A3", "plain ", bold, "bold", " plain")
    sheet.write("A4", "رقم العميل 🎉")
    sheet.add_sparkline("B1", {"range": "'Orders 2026'!D2:D7"})
    pie = book.add_chart({"type": "pie"})
    pie.add_series({"values": "='Orders 2026'!$D$2:$D$7"})
    sheet.insert_chart("E1", pie)


_SLICER_CACHE = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="Slicer_My_rating" sourceName="My rating"><extLst><x:ext xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}"><x15:tableSlicerCache xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" tableId="1" column="2"/></x:ext></extLst></slicerCacheDefinition>"""
_SLICER = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="My rating" cache="Slicer_My_rating" caption="My rating" rowHeight="241300"/></slicers>"""
_RIBBON = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon><tabs><tab id="mine" label="Mine"/></tabs></ribbon></customUI>"""
_ITEM = b'<?xml version="1.0" encoding="UTF-8"?><mine xmlns="urn:mine"><kept/></mine>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"

# Part, content, content type, the part it hangs on, relationship type.
_BY_HAND = (
    ("xl/slicerCaches/slicerCache1.xml", _SLICER_CACHE,
     "application/vnd.ms-excel.slicerCache+xml", "xl/workbook.xml",
     f"{_MICROSOFT}/2007/relationships/slicerCache"),
    ("xl/slicers/slicer1.xml", _SLICER, "application/vnd.ms-excel.slicer+xml",
     "xl/worksheets/sheet1.xml", f"{_MICROSOFT}/2007/relationships/slicer"),
    ("customXml/item1.xml", _ITEM, "application/xml", "xl/workbook.xml", f"{_OFFICE}/customXml"),
    ("customUI/customUI14.xml", _RIBBON, "application/xml", "",
     f"{_MICROSOFT}/2007/relationships/ui/extensibility"),
)  # fmt: skip


def _with_parts_by_hand(package: bytes, path: Path) -> None:
    source = zipfile.ZipFile(BytesIO(package))
    parts = {name: source.read(name) for name in source.namelist()}
    for number, (name, data, kind, owner, relation) in enumerate(_BY_HAND, 900):
        parts[name] = data
        override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
        types = parts["[Content_Types].xml"].replace(b"</Types>", override)
        parts["[Content_Types].xml"] = types
        folder, _, bare = owner.rpartition("/")
        rels = f"{folder}/_rels/{bare}.rels" if owner else "_rels/.rels"
        link = (
            f'<Relationship Id="rId{number}" Type="{relation}" Target="/{name}"/></Relationships>'
        )
        parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"</workbook>",
        b'<extLst><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="http://schemas.microsoft.com/'
        b'office/spreadsheetml/2010/11/main"><x15:slicerCaches xmlns:x14="http://schemas.microsoft.com/office/'
        b'spreadsheetml/2009/9/main"><x14:slicerCache r:id="rId900"/></x15:slicerCaches></ext></extLst></workbook>',
    )
    sheet = parts["xl/worksheets/sheet1.xml"]
    slicers = (
        b'<ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x15="http://schemas.microsoft.com/office/'
        b'spreadsheetml/2010/11/main"><x14:slicerList xmlns:x14="http://schemas.microsoft.com/office/'
        b'spreadsheetml/2009/9/main"><x14:slicer r:id="rId901"/></x14:slicerList></ext></extLst></worksheet>'
    )
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</extLst></worksheet>", slicers)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)


def contents(path: Path) -> dict[str, bytes]:
    """Every part of a package, inflated."""
    with Archive(path) as archive:
        return {name: archive.read(name) for name in archive.names()}


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
