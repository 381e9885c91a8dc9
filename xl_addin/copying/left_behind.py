"""Parts of the master that no copy takes along, counted by kind for the report.

A part is known by the relation that leads to it. What is not in the table and is not one of the
parts a copy is made of counts as "other".
"""

from __future__ import annotations

from collections import Counter

from xl_addin.copying.relations import Relations
from xl_addin.package.archive import Archive

_KINDS = {
    "externalLink": "links",
    "connections": "connections",
    "queryTable": "connections",
    "pivotTable": "pivots",
    "slicer": "slicers",
    "timeline": "slicers",
    "oleObject": "objects",
    "package": "objects",
    "control": "objects",
    "ctrlProp": "objects",
    "image": "pictures",
    "customXml": "custom_data",
    "customProperty": "custom_data",
    "custom-properties": "custom_data",
    "xmlMaps": "custom_data",
    "threadedComment": "threads",
    "chartsheet": "chart_sheets",
    "chartEx": "charts",
    "diagramData": "shapes",
    "webextensiontaskpanes": "other",
    "revisionHeaders": "other",
}
# Taken apart into the copy, remade by the program that opens it, or macros, which a copy never has.
_REMADE = frozenset(
    {"officeDocument", "worksheet", "styles", "theme", "sharedStrings", "table", "comments"}
    | {"vmlDrawing", "drawing", "chart", "chartStyle", "chartColorStyle", "calcChain"}
    | {"core-properties", "extended-properties", "thumbnail", "printerSettings", "sheetMetadata"}
    | {"slicerCache", "timelineCache", "pivotCacheDefinition", "pivotCacheRecords", "person"}
    | {"customXmlProps", "vbaProjectSignature", "diagramLayout", "diagramQuickStyle"}
    | {"vbaProject", "extensibility", "macrosheet", "xlMacrosheet", "dialogsheet"}
    | {"diagramColors", "diagramDrawing", "hyperlink", "attachedToolbars", "usernames"}
)


def count_parts(archive: Archive) -> Counter[str]:
    """Kind to number of parts that stay behind."""
    seen: dict[str, str] = {}
    owners = [name for name in archive.names() if name.endswith(".rels")]
    for rels in owners:
        folder, _, name = rels.rpartition("_rels/")
        for _, kind, target in Relations(archive, folder + name.removesuffix(".rels")).inside:
            if kind not in _REMADE:
                seen[target] = _KINDS.get(kind, "other")
    return Counter(seen.values())
