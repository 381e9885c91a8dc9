"""Notes on cells: read from the master, written anew with boxes of their own size.

Authors are never written: their names are people's. Source: ECMA-376 part 1, 18.7 (comments),
part 4, 19.4 (VML client data).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from xl_addin.copying.relations import Relations
from xl_addin.copying.texts import text_item
from xl_addin.copying.xml_writing import DECLARATION, MAIN, child, children, text_element
from xl_addin.package.archive import Archive
from xl_addin.package.references import Area, cell_name

_SHAPE = re.compile(rb"<v:shape\b.*?</v:shape>", re.DOTALL)
_WHERE = re.compile(rb"<x:(Row|Column)>\s*(\d+)\s*</x:\1>")
_SIZE = re.compile(rb"[;\"'\s](width|height):\s*([\d.]+)pt")
_FILL = re.compile(rb'fillcolor="(#[0-9A-Fa-f]{6})')
_THREAD = "tc="

_BLOCK = 1024
_USUAL = (120.0, 70.0)
_USUAL_FILL = "#ffffe1"


@dataclass(frozen=True)
class Note:
    """A note: its cell, its safe XML and plain text, the size of its box in points, its colour."""

    row: int
    column: int
    content: str
    text: str
    size: tuple[float, float] = _USUAL
    fill: str = _USUAL_FILL
    of_thread: bool = False


def plain_note(row: int, column: int, text: str) -> Note:
    """A note of ours, in a box that about fits."""
    lines = sum(1 + len(line) // 34 for line in text.split("\n"))
    font = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'
    content = f"<r>{font}{text_element('t', text)}</r>"
    return Note(row, column, content, text, (190.0, 14.0 + 13.0 * min(lines, 20)))


def read_notes(archive: Archive, relations: Relations) -> list[Note]:
    """The notes of a sheet; what a thread of comments left as a note is marked."""
    part = relations.first("comments")
    if part is None:
        return []
    root = ElementTree.fromstring(archive.read(part))
    authors = [author.text or "" for author in children(child(root, "authors"), "author")]
    vml = relations.first("vmlDrawing")
    boxes = _boxes(archive.read(vml)) if vml else {}
    found = []
    for comment in children(child(root, "commentList"), "comment"):
        area, words = Area.parse(comment.get("ref", "")), child(comment, "text")
        if area is None or words is None:
            continue
        inner = b"".join(ElementTree.tostring(piece) for piece in words)
        content, text = text_item(inner)
        size, fill = boxes.get((area.first_row, area.first_column), (_USUAL, _USUAL_FILL))
        author = int(comment.get("authorId", "0"))
        thread = author < len(authors) and authors[author].startswith(_THREAD)
        found.append(Note(area.first_row, area.first_column, content, text, size, fill, thread))
    return found


def _boxes(vml: bytes) -> dict[tuple[int, int], tuple[tuple[float, float], str]]:
    """Row and column of a note to the size and colour of its box."""
    found = {}
    for shape in _SHAPE.findall(vml):
        place = dict(_WHERE.findall(shape))
        if len(place) != 2:
            continue
        sizes = dict(_SIZE.findall(shape.partition(b">")[0]))
        size = tuple(
            min(float(sizes.get(name, usual)), 1000.0)
            for name, usual in zip((b"width", b"height"), _USUAL, strict=True)
        )
        fill = _FILL.search(shape)
        cell = (int(place[b"Row"]) + 1, int(place[b"Column"]) + 1)
        found[cell] = ((size[0], size[1]), fill[1].decode() if fill else _USUAL_FILL)
    return found


def comments_xml(notes: Sequence[Note]) -> str:
    """The comments part; its one author has no name."""
    items = "".join(
        f'<comment ref="{cell_name(note.row, note.column)}" authorId="0">'
        f"<text>{note.content}</text></comment>"
        for note in notes
    )
    return (
        f'{DECLARATION}<comments xmlns="{MAIN}"><authors><author></author></authors>'
        f"<commentList>{items}</commentList></comments>"
    )


# From a row or column (from 1) to how many points it measures.
Measure = Callable[[int], float]


def blocks_needed(notes: Sequence[Note]) -> int:
    """How many blocks of shape numbers a drawing takes; no two drawings share one."""
    return 1 + len(notes) // _BLOCK


def vml_xml(notes: Sequence[Note], block: int, width: Measure, height: Measure) -> str:
    """The drawing that holds the boxes; its shapes are numbered from the first of its `block`."""
    shapes = "".join(
        _box(note, _BLOCK * block + place, width, height) for place, note in enumerate(notes, 1)
    )
    blocks = ",".join(str(block + n) for n in range(blocks_needed(notes)))
    return _VML.format(blocks=blocks, shapes=shapes)


def _box(note: Note, identity: int, width: Measure, height: Measure) -> str:
    first_row, first_column = max(note.row - 1, 1), note.column + 1
    right, right_rest = _reach(first_column, note.size[0] + 11, width)
    bottom, bottom_rest = _reach(first_row, note.size[1] + 7, height)
    anchor = (first_column - 1, 15, first_row - 1, 10, right - 1, right_rest, bottom - 1)
    words = ", ".join(map(str, (*anchor, bottom_rest)))
    return _BOX.format(
        identity=identity,
        width=note.size[0],
        height=note.size[1],
        fill=note.fill,
        anchor=words,
        row=note.row - 1,
        column=note.column - 1,
    )


def _reach(start: int, points: float, measure: Measure) -> tuple[int, int]:
    """The row or column `points` further on, and the pixels into it."""
    while points >= measure(start):
        points -= measure(start)
        start += 1
    return start, round(points * 4 / 3)


_VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" \
xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
<o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout><v:shapetype id="_x0000_t202" \
coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
</v:shapetype>{shapes}</xml>"""

_BOX = """<v:shape id="_x0000_s{identity}" type="#_x0000_t202" style="position:absolute;\
width:{width:g}pt;height:{height:g}pt;z-index:1;visibility:hidden" fillcolor="{fill}" \
o:insetmode="auto"><v:fill color2="{fill}"/><v:shadow on="t" color="black" obscured="t"/>\
<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">\
<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">\
<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>\
<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>\
</x:ClientData></v:shape>"""
