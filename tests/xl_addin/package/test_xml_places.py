"""Elements are found where they stand in the bytes, and only what is edited changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_addin.package.xml_places import (
    MAIN,
    Edits,
    Unusual,
    attribute,
    place_for,
    plain_tree,
    tree,
)

XML = (
    b'<?xml version="1.0"?><!-- <names/> --><book xmlns="%b" xmlns:r="urn:r">\n'
    b"<sheets count='2'><sheet name='a &gt; b' r:id=\"x>y\"/><sheet></sheet></sheets><names/>"
    b"</book>" % MAIN.encode()
)


def test_each_element_is_cut_out_as_it_is_written():
    root = tree(XML)
    sheets = root.child("sheets")
    assert XML[root.start :] == XML[root.start : root.end]
    assert [XML[node.start : node.end] for node in sheets.all("sheet")] == [
        b"<sheet name='a &gt; b' r:id=\"x>y\"/>",
        b"<sheet></sheet>",
    ]
    assert sheets.children[0].attributes == {"name": "a > b", "urn:r}id": "x>y"}
    names = root.child("names")
    assert names.inner == names.inner_end == names.end
    assert root.child("nothing") is None


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_what_is_put_in_stands_last_and_the_rest_stays(start):
    xml = start + XML
    root, edits = plain_tree(xml, MAIN), Edits(xml)
    edits.fill(root.child("names"), b"<name/>")
    edits.fill(root.child("sheets"), b"<sheet/>", 3)
    expected = xml.replace(b"</sheets><names/>", b"</sheets><names><name/></names>")
    expected = expected.replace(b"count='2'", b"count='3'")
    assert edits.result() == expected.replace(b"</sheets>", b"<sheet/></sheets>")


def test_the_comment_that_looks_like_an_element_is_none():
    assert tree(XML).child("names").start == XML.rindex(b"<names/>")


def test_an_element_goes_and_another_comes_in_its_place():
    edits = Edits(XML)
    names = tree(XML).child("names")
    edits.remove(names)
    edits.insert(names.end, b"<n/>")
    assert edits.result() == XML.replace(b"</sheets><names/>", b"</sheets><n/>")


def test_a_new_element_stands_where_the_schema_wants_it():
    root = tree(b"<a><one/><three/></a>")
    order = ("one", "two", "three")
    assert place_for(root, order, "two") == len("<a><one/>")
    assert place_for(root, order, "one") == len("<a>")


@pytest.mark.parametrize(
    "xml",
    [
        b'<x:a xmlns:x="urn:main"/>',
        b'<a xmlns="urn:other"/>',
        b'<?xml version="1.0" encoding="UTF-16"?><a xmlns="urn:main"/>',
        '<a xmlns="urn:main"/>'.encode("utf-16"),
        b'<a xmlns="urn:main">',
        b"",
    ],
)
def test_an_unusual_part_is_not_written_into(xml):
    with pytest.raises(Unusual):
        plain_tree(xml, "urn:main")


def test_equal_elements_have_one_key():
    one, other = tree(b'<f a="1" b="2"><g/></f>'), tree(b"<f b='2'  a='1'>\n<g></g></f>")
    assert one.key() == other.key()
    assert one.key() != tree(b'<f a="1" b="2"/>').key()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t")))
def test_an_attribute_reads_back_as_it_was(words):
    assert tree(f"<a{attribute('b', words)}/>".encode()).attributes == {"b": words}
