"""The ribbon tab as Office reads it, made from the table of buttons.

Labels, screentips and supertips are asked for when the tab is shown, so that they follow the
user's language; the tag of a control is the key of its label. The part is customUI14.xml of
[MS-CUSTOMUI] 2.2, the callbacks stand in CustomerChainButtons. Proved in
tests/xl_addin/emit/test_ribbon.py.
"""

from __future__ import annotations

from xml.etree import ElementTree

from xl_addin.buttons.table import BUTTONS, GROUPS, Button

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
TAB_KEYTIP = "Y"
ON_LOAD, ON_ACTION = "CustomerChainRibbonLoaded", "CustomerChainPress"
GET_LABEL, GET_TIP, GET_HELP = "CustomerChainLabel", "CustomerChainTip", "CustomerChainHelp"


def ribbon_xml() -> bytes:
    """The ribbon part."""
    root = ElementTree.Element("customUI", {"xmlns": NAMESPACE, "onLoad": ON_LOAD})
    tabs = ElementTree.SubElement(ElementTree.SubElement(root, "ribbon"), "tabs")
    tab = ElementTree.SubElement(
        tabs,
        "tab",
        {"id": "customer_chain", "tag": "button.tab", "getLabel": GET_LABEL}
        | {"keytip": TAB_KEYTIP, "insertAfterMso": "TabHome"},
    )
    for group in GROUPS:
        _add_group(tab, group)
    ElementTree.indent(root)
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _add_group(tab: ElementTree.Element, group: str) -> None:
    attributes = {"id": f"group_{group}", "tag": f"group.{group}", "getLabel": GET_LABEL}
    element = ElementTree.SubElement(tab, "group", attributes)
    for button in BUTTONS:
        if button.group == group:
            ElementTree.SubElement(element, "button", _attributes(button))


def _attributes(button: Button) -> dict[str, str]:
    return {
        "id": button.name,
        "tag": f"button.{button.name}",
        "size": "large" if button.large else "normal",
        "imageMso": button.image,
        "keytip": button.keytip,
        "getLabel": GET_LABEL,
        "getScreentip": GET_TIP,
        "getSupertip": GET_HELP,
        "onAction": ON_ACTION,
    }
