"""XML written anew from what was read: only elements that are named, only known namespaces.

Nothing is copied as bytes, so nothing unseen comes along: comments, processing instructions,
unknown elements and the attributes of unknown namespaces are simply not written.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from xl_addin.package.cells import escaped

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN_XML = "http://schemas.openxmlformats.org"
MAIN = f"{_OPEN_XML}/spreadsheetml/2006/main"
OFFICE = f"{_OPEN_XML}/officeDocument/2006/relationships"
PACKAGE_RELATIONS = f"{_OPEN_XML}/package/2006/relationships"
DRAWING = f"{_OPEN_XML}/drawingml/2006/main"
CHART = f"{_OPEN_XML}/drawingml/2006/chart"
SHEET_DRAWING = f"{_OPEN_XML}/drawingml/2006/spreadsheetDrawing"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"

PREFIXES = {MAIN: "", DRAWING: "a:", CHART: "c:", X14: "x14:", XM: "xm:"}
# The same vocabularies in "Strict Open XML" files.
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)$")
_FAMILY = {"spreadsheetml": MAIN, "drawingml": DRAWING}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def namespace(element: Element) -> str:
    """The namespace of an element, the transitional one for a strict one."""
    uri = element.tag.rpartition("}")[0][1:]
    strict = _STRICT.match(uri)
    if strict is None:
        return uri
    return CHART if strict[2] == "chart" else _FAMILY.get(strict[1], uri)


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def children(element: Element | None, name: str) -> list[Element]:
    """The direct children of this local name."""
    return [] if element is None else [child for child in element if local(child) == name]


def child(element: Element | None, name: str) -> Element | None:
    return next(iter(children(element, name)), None)


def attributes(said: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag, each after a blank."""
    return "".join(f' {name}="{quoted(value)}"' for name, value in said.items())


def quoted(text: str) -> str:
    return escape(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def chosen(element: Element, names: Container[str]) -> dict[str, str]:
    """The attributes among `names`, in their order."""
    return {name: value for name, value in element.attrib.items() if name in names}


def tag(name: str, said: Mapping[str, str], content: str = "") -> str:
    """One element; closed at once where it is empty."""
    opened = f"<{name}{attributes(said)}"
    return f"{opened}>{content}</{name}>" if content else f"{opened}/>"


def rewritten(element: Element, names: Container[str], texts: Container[str] = ()) -> str:
    """An element and everything in it that `names` allows; texts only inside those in `texts`.

    Attributes of a namespace are left out (relations, marks of later versions).
    """
    prefix = PREFIXES.get(namespace(element))
    name = local(element)
    if prefix is None or name not in names:
        return ""
    content = "".join(rewritten(inner, names, texts) for inner in element)
    said = {key: value for key, value in element.attrib.items() if "{" not in key}
    if name in texts:
        content = escaped(element.text or "") + content
        if element.get(_SPACE) == "preserve":
            said["xml:space"] = "preserve"
    return tag(prefix + name, said, content)


def text_element(name: str, text: str) -> str:
    """A text whose blanks at the ends count."""
    keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<{name}{keep}>{escaped(text)}</{name}>"


def is_true(value: str | None) -> bool:
    return value in ("1", "true", "on")
