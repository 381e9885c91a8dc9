"""Formats of a donor among the user's: found or added at the end, never moved."""

import re

import pytest

from xl_addin.package.graft_styles import MOST_CELL_FORMATS, StyleGraft
from xl_addin.package.xml_places import MAIN, Unusual, tree

BOLD, PLAIN = b'<font><b/><sz val="9"/></font>', b'<font><sz val="10"/></font>'
GREY = b'<fill><patternFill patternType="solid"><fgColor rgb="FF888888"/></patternFill></fill>'
NONE = b'<fill><patternFill patternType="none"/></fill>'
LINE, BARE = b"<border><left/></border>", b"<border/>"


def sheet(fonts, fills, borders, formats, more=b"", codes=b"", dxfs=None):
    parts = [codes]
    for tag, held in ((b"fonts", fonts), (b"fills", fills), (b"borders", borders)):
        parts.append(b'<%b count="%d">%b</%b>' % (tag, len(held), b"".join(held), tag))
    xfs = b"".join(formats)
    parts.append(b'<cellXfs count="%d">%b</cellXfs>' % (len(formats), xfs))
    parts.append(more)
    if dxfs is not None:
        parts.append(b'<dxfs count="%d">%b</dxfs>' % (len(dxfs), b"".join(dxfs)))
    return b'<styleSheet xmlns="%b">%b</styleSheet>' % (MAIN.encode(), b"".join(parts))


def xf(font=0, fill=0, border=0, code=0, inside=b"", more=b""):
    words = b' numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0"%b' % (
        code, font, fill, border, more)  # fmt: skip
    return b"<xf%b>%b</xf>" % (words, inside) if inside else b"<xf%b/>" % words


def codes(**by_id):
    made = "".join(f'<numFmt numFmtId="{i[1:]}" formatCode="{c}"/>' for i, c in by_id.items())
    return f'<numFmts count="{len(by_id)}">{made}</numFmts>'.encode()


NORMAL = b'<cellStyles count="2"><cellStyle name="Bad" xfId="0" builtinId="27"/>' \
         b'<cellStyle name="Normal" xfId="3" builtinId="0"/></cellStyles>'  # fmt: skip
USER = sheet([PLAIN], [NONE], [BARE], [xf(), xf(more=b' applyFont="1"')], NORMAL)
WRAP = b'<alignment wrapText="1"/>'
DONOR = sheet(
    [PLAIN, BOLD],
    [NONE, GREY],
    [BARE, LINE],
    [xf(), xf(1, 1, 1, 164, WRAP), xf(0, 0, 0, 14)],
    codes=codes(i164="yyyy-mm-dd"),
    dxfs=[
        b"<dxf><font><b/></font></dxf>",
        b'<dxf><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></dxf>',
    ],
)


def look(xml, number):
    """What cell format `number` says in the end: code, font, fill, border, alignment."""
    root = tree(xml)
    node = root.child("cellXfs").children[number]
    pointed = [
        root.child(tag).children[int(node.attributes[name])].key()
        for tag, name in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId"))
    ]
    known = root.child("numFmts").children if root.child("numFmts") else []
    formats = {one.attributes["numFmtId"]: one.attributes["formatCode"] for one in known}
    number_format = node.attributes["numFmtId"]
    return formats.get(number_format, number_format), pointed, [c.key() for c in node.children]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_format_looks_the_same_in_the_users_workbook(number):
    styles = StyleGraft(USER, DONOR)
    new = styles.cell(number)
    assert look(styles.xml(), new) == look(DONOR, number)


def test_the_users_formats_keep_their_numbers_and_bytes():
    styles = StyleGraft(USER, DONOR)
    assert styles.cell(1) == 2
    written = styles.xml()
    assert written.index(xf() + xf(more=b' applyFont="1"')) > 0
    for tag in ("fonts", "fills", "borders", "cellXfs"):
        node = tree(written).child(tag)
        assert int(node.attributes["count"]) == len(node.children)


def test_new_formats_are_built_on_the_style_normal():
    styles = StyleGraft(USER, DONOR)
    new = styles.cell(1)
    added = tree(styles.xml()).child("cellXfs").children[new]
    assert added.attributes["xfId"] == "3"
    assert {added.attributes[f"apply{part}"] for part in ("Font", "Fill", "Border")} == {"1"}


def test_a_second_graft_adds_nothing():
    first = StyleGraft(USER, DONOR)
    numbers = [first.cell(n) for n in (0, 1, 2)], [first.differential(n) for n in (0, 1)]
    once = first.xml()
    second = StyleGraft(once, DONOR)
    again = [second.cell(n) for n in (0, 1, 2)], [second.differential(n) for n in (0, 1)]
    assert again == numbers
    assert second.xml() == once


def test_an_equal_format_without_the_flags_that_go_without_saying_is_used():
    user = USER.replace(b'xfId="3"', b'xfId="0"')
    assert StyleGraft(user, DONOR).cell(0) == 0


def test_what_is_not_used_is_not_added():
    assert StyleGraft(USER, DONOR).xml() == USER


def test_a_number_format_gets_an_id_that_nobody_has_not_even_a_rule():
    user = sheet([PLAIN], [NONE], [BARE], [xf()], codes=codes(i164="0.0"),
                 dxfs=[b'<dxf><numFmt numFmtId="170" formatCode="0.000"/></dxf>'])  # fmt: skip
    styles = StyleGraft(user, DONOR)
    number, rule = styles.cell(1), styles.differential(1)
    assert look(styles.xml(), number)[0] == "yyyy-mm-dd"
    assert b'<numFmts count="2">' in styles.xml()
    assert b'numFmtId="171" formatCode="yyyy-mm-dd"/></numFmts>' in styles.xml()
    dxf = tree(styles.xml()).child("dxfs").children[rule]
    assert dxf.children[0].attributes == {"numFmtId": "171", "formatCode": "yyyy-mm-dd"}


def test_a_number_format_the_user_has_is_used_under_its_id():
    user = sheet([PLAIN], [NONE], [BARE], [xf()], codes=codes(i199="yyyy-mm-dd"))
    styles = StyleGraft(user, DONOR)
    styles.cell(1)
    assert styles.xml().count(b"yyyy-mm-dd") == 1


@pytest.mark.parametrize("there", [b"", b'<dxfs count="0"/>', b"<dxfs/>"])
def test_a_list_that_is_missing_or_blank_takes_formats_in_its_place(there):
    user = sheet([PLAIN], [NONE], [BARE], [xf()], NORMAL + there + b"<tableStyles/>")
    styles = StyleGraft(user, DONOR)
    assert styles.differential(0) == 0
    tags = [node.tag for node in tree(styles.xml()).children]
    assert tags[-3:] == ["cellStyles", "dxfs", "tableStyles"]
    assert re.search(rb"<dxfs[^>]*><dxf><font><b/></font></dxf></dxfs>", styles.xml())


def test_styles_without_a_cell_format_are_not_added_to():
    with pytest.raises(Unusual):
        StyleGraft(sheet([PLAIN], [NONE], [BARE], []), DONOR)


def test_more_formats_than_excel_opens_are_noticed():
    full = StyleGraft(sheet([PLAIN], [NONE], [BARE], [xf()] * MOST_CELL_FORMATS), DONOR)
    assert not full.full()
    full.cell(1)
    assert full.full()
