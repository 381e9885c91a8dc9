"""The ribbon part: every button of the table, callbacks that exist with the right arguments."""

import re
from xml.etree import ElementTree

import pytest

from udfs.texts import catalogue
from xl_addin.buttons.table import BUTTONS, GROUPS
from xl_addin.emit.ribbon import NAMESPACE, ribbon_xml
from xl_addin.emit.vba import modules

# What Office calls, by the attribute that names it: the types of the arguments.
SIGNATURES = {
    "onLoad": ["IRibbonUI"],
    "onAction": ["IRibbonControl"],
    "getLabel": ["IRibbonControl", "ByRef Variant"],
    "getScreentip": ["IRibbonControl", "ByRef Variant"],
    "getSupertip": ["IRibbonControl", "ByRef Variant"],
}


def elements():
    return list(ElementTree.fromstring(ribbon_xml()).iter())


def buttons():
    return [one for one in elements() if one.tag == f"{{{NAMESPACE}}}button"]


def procedures():
    """Public procedures by name: the types of their arguments."""
    found = {}
    for module in modules():
        for name, arguments in re.findall(r"^Public Sub (\w+)\((.*)\)", module.source, re.M):
            found[name] = [type_of(one) for one in arguments.split(", ") if one]
    return found


def type_of(argument):
    words = argument.split()
    return f"ByRef {words[-1]}" if words[0] == "ByRef" else words[-1]


def callback_faults(parts):
    known = procedures()
    return [
        (attribute, name)
        for element in parts
        for attribute, name in element.attrib.items()
        if attribute in SIGNATURES and known.get(name) != SIGNATURES[attribute]
    ]


def test_every_callback_exists_with_the_arguments_office_hands_over():
    assert callback_faults(elements()) == []


def test_a_callback_that_is_missing_or_takes_other_arguments_is_found():
    wrong = ElementTree.fromstring(
        '<a onAction="CustomerChainLabel"><b getLabel="Nobody"/></a>',
    )
    assert len(callback_faults(wrong.iter())) == 2


def test_all_buttons_stand_in_the_order_of_the_table_in_their_groups():
    groups = [one for one in elements() if one.tag == f"{{{NAMESPACE}}}group"]
    assert [group.get("id") for group in groups] == [f"group_{name}" for name in GROUPS]
    assert [[b.get("id") for b in group] for group in groups] == [
        [b.name for b in BUTTONS if b.group == name] for name in GROUPS
    ]


def test_tags_are_keys_of_the_catalogue():
    for element in elements():
        tag = element.get("tag")
        assert tag is None or tag in catalogue()


@pytest.mark.parametrize("attribute", ["id", "keytip"])
def test_no_two_controls_share(attribute):
    values = [one.get(attribute) for one in elements() if one.get(attribute)]
    assert len(values) == len(set(values))


def test_large_buttons_icons_and_keytips_are_the_table_s():
    assert [(b.get("size") == "large", b.get("imageMso"), b.get("keytip")) for b in buttons()] == [
        (b.large, b.image, b.keytip) for group in GROUPS for b in BUTTONS if b.group == group
    ]
