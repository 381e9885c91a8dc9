"""The parts of a copy put together: content types, relations, workbook, properties, zip.

Nothing here comes from the master but the names of sheets. Zip fields that vary by system are
fixed. Source: ECMA-376 part 2 (packages), part 1, 15.2.12 (properties).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from xl_addin.copying.xml_writing import DECLARATION, MAIN, OFFICE, PACKAGE_RELATIONS, quoted, tag

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_SHEET_ML = f"{_OPEN_XML}.spreadsheetml"
_BY_FOLDER = {
    "xl/worksheets/": f"{_SHEET_ML}.worksheet+xml",
    "xl/tables/": f"{_SHEET_ML}.table+xml",
    "xl/comments": f"{_SHEET_ML}.comments+xml",
    "xl/drawings/drawing": f"{_OPEN_XML}.drawing+xml",
    "xl/charts/": f"{_OPEN_XML}.drawingml.chart+xml",
    "xl/workbook.xml": f"{_SHEET_ML}.sheet.main+xml",
    "xl/styles.xml": f"{_SHEET_ML}.styles+xml",
    "xl/theme/": f"{_OPEN_XML}.theme+xml",
    "xl/sharedStrings.xml": f"{_SHEET_ML}.sharedStrings+xml",
    "xl/metadata.xml": f"{_SHEET_ML}.sheetMetadata+xml",
    "docProps/app.xml": f"{_OPEN_XML}.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": f"{_OPEN_XML}.custom-properties+xml",
}
_KINDS = {
    "core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FAST = 4

METADATA = (
    f'{DECLARATION}<metadata xmlns="{MAIN}" xmlns:xda="http://schemas.microsoft.com/office/'
    'spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" '
    'minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" '
    'splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" '
    'cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst>'
    '<ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" '
    'fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk>'
    '<rc t="1" v="0"/></bk></cellMetadata></metadata>'
)


class Package:
    """Collects parts and their relations; `packed` is the finished file."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}
        self._relations: dict[str, list[str]] = {}

    def add(self, name: str, xml: str) -> None:
        self.parts[name] = xml

    def relate(self, owner: str, identity: str, kind: str, target: str) -> None:
        """A relation inside the package; the target is given from its root."""
        base = _KINDS.get(kind, f"{OFFICE}/")
        self._relate(owner, identity, base + kind, f"/{target}", {})

    def relate_outside(self, owner: str, identity: str, address: str) -> None:
        """A hyperlink to an address outside."""
        self._relate(owner, identity, f"{OFFICE}/hyperlink", address, {"TargetMode": "External"})

    def _relate(
        self, owner: str, identity: str, kind: str, target: str, more: Mapping[str, str]
    ) -> None:
        said = {"Id": identity, "Type": kind, "Target": target, **more}
        self._relations.setdefault(owner, []).append(tag("Relationship", said))

    def packed(self) -> bytes:
        """The package, content types first."""
        for owner, relations in self._relations.items():
            folder, _, name = owner.rpartition("/")
            path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
            inner = "".join(relations)
            xml = f"{DECLARATION}{tag('Relationships', {'xmlns': PACKAGE_RELATIONS}, inner)}"
            self.parts[path] = xml
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST) as archive:
            for name, xml in {"[Content_Types].xml": self._types(), **self.parts}.items():
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system, info.external_attr = 3, 0o644 << 16
                archive.writestr(info, xml.encode())
        return target.getvalue()

    def _types(self) -> str:
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            "vml": f"{_OPEN_XML}.vmlDrawing",
        }
        items = [
            tag("Default", {"Extension": extension, "ContentType": kind})
            for extension, kind in defaults.items()
        ]
        for name in self.parts:
            kind = next((k for start, k in _BY_FOLDER.items() if name.startswith(start)), None)
            if kind is not None and name.endswith(".xml"):
                items.append(tag("Override", {"PartName": f"/{name}", "ContentType": kind}))
        types = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f"{DECLARATION}{tag('Types', {'xmlns': types}, ''.join(items))}"


def workbook_xml(sheets: Iterable[str], names: str, date1904: bool) -> str:
    """The workbook part: sheets in their order, names, and the order to compute everything."""
    items = "".join(
        f'<sheet name="{quoted(sheet)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    calendar = '<workbookPr date1904="1"/>' if date1904 else "<workbookPr/>"
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{calendar}'
        '<bookViews><workbookView xWindow="240" yWindow="15" windowWidth="21600" '
        'windowHeight="12900" tabRatio="800"/></bookViews>'
        f"<sheets>{items}</sheets>{names}"
        '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )


def core_xml(title: str, created: datetime) -> str:
    """Title and moment in UTC (`created` without a zone is local); no author, who is a person."""
    day = created.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created></cp:coreProperties>'
    )


def app_xml() -> str:
    return (
        f"{DECLARATION}<Properties "
        f'xmlns="{OFFICE.replace("relationships", "extended-properties")}">'
        "<Application>Customer Chain</Application></Properties>"
    )


def custom_xml(properties: Mapping[str, str]) -> str:
    """Properties the caller gives the copy, such as the fingerprint of its base."""
    identity = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    items = "".join(
        f'<property fmtid="{identity}" pid="{n}" name="{quoted(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for n, (name, value) in enumerate(properties.items(), 2)
    )
    base = OFFICE.replace("relationships", "")
    return (
        f'{DECLARATION}<Properties xmlns="{base}custom-properties" '
        f'xmlns:vt="{base}docPropsVTypes">{items}</Properties>'
    )
