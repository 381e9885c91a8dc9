"""The workbook part that takes grafted sheets in: tabs and defined names.

A name for a whole workbook comes along when it is about a grafted sheet or a rule asks for it; one
that the user's workbook has already stays as it is, unless it leads nowhere any more.
Source: ECMA-376 part 1, 18.2.19 (sheet), 18.2.5 (definedName).
Proved in tests/xl_addin/package/test_graft_workbook.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from xl_addin.package.cells import unescaped
from xl_addin.package.graft_sheet import words_of
from xl_addin.package.xml_places import (
    MAIN,
    OFFICE,
    Edits,
    Node,
    attribute,
    escaped_text,
    place_for,
    plain_tree,
)

_ORDER = (
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
)
_BROKEN = "#REF!"
_ON_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!")
_OF_TABLE = re.compile(r"([^\W\d][\w.]*)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_COLUMN = re.compile(r"(?:^|\[)([^\[\]#@]+)(?:$|\])")


@dataclass(frozen=True)
class Tab:
    """One sheet as the workbook names it; `relation` is the id of its relation."""

    name: str
    number: int
    relation: str
    state: str = "visible"


@dataclass(frozen=True)
class DefinedName:
    """A name and what it stands for; `sheet` is the place of the tab it is local to."""

    name: str
    formula: str
    sheet: int | None = None
    more: tuple[tuple[str, str], ...] = ()

    def sheets(self) -> set[str]:
        """The sheets the formula names, casefolded."""
        found = _ON_SHEET.findall(self.formula)
        return {(quoted.replace("''", "'") or plain).casefold() for quoted, plain in found}

    def tables(self) -> list[tuple[str, tuple[str, ...]]]:
        """Tables the formula names, casefolded, each with the columns asked for."""
        return [
            (table.casefold(), tuple(_COLUMN.findall(inside)))
            for table, inside in _OF_TABLE.findall(self.formula)
        ]


@dataclass(frozen=True)
class WorkbookPart:
    """A workbook part opened for taking sheets in."""

    xml: bytes
    root: Node
    tabs: tuple[Tab, ...]
    names: tuple[DefinedName, ...]

    @classmethod
    def read(cls, xml: bytes) -> WorkbookPart:
        """Raises `Unusual` for a part of another namespace or with a prefix."""
        root = plain_tree(xml, MAIN)
        sheets, names = root.child("sheets"), root.child("definedNames")
        return cls(
            xml,
            root,
            tuple(_tab(node) for node in (sheets.children if sheets else [])),
            tuple(_name(node, xml) for node in (names.children if names else [])),
        )

    @property
    def fixed(self) -> bool:
        """Whether its structure is protected, so that it takes no new sheets."""
        node = self.root.child("workbookProtection")
        return node is not None and node.attributes.get("lockStructure") in ("1", "true")

    def has_name(self, name: str) -> bool:
        """Whether a name for the whole workbook is there and leads somewhere."""
        return any(
            known.sheet is None and known.name.casefold() == name.casefold()
            for known in self.names
            if _BROKEN not in known.formula
        )

    def sheet_named(self, mark: str) -> str | None:
        """The sheet that a name for the whole workbook points at, where there is one."""
        for name in self.names:
            if name.sheet is None and name.name.casefold() == mark.casefold():
                found = name.sheets()
                return next((tab.name for tab in self.tabs if tab.name.casefold() in found), None)
        return None

    def local_names(self, tab: str) -> list[DefinedName]:
        """The names local to a tab: print areas, print titles."""
        place = [one.name for one in self.tabs].index(tab)
        return [name for name in self.names if name.sheet == place]

    def with_sheets(
        self, tabs: Iterable[Tab], names: Collection[DefinedName], renewed: Collection[int] = ()
    ) -> bytes:
        """The part with more tabs at the end and more names.

        The program's own names (print areas and titles) of the tabs `renewed` go, and names for
        the workbook that led nowhere and are among the new ones.
        """
        edits = Edits(self.xml)
        sheets = self.root.child("sheets")
        assert sheets is not None
        new = "".join(self._written_tab(tab) for tab in tabs)
        if new:
            edits.fill(sheets, new.encode())
        self._write_names(edits, names, renewed)
        return edits.result()

    def _write_names(
        self, edits: Edits, names: Collection[DefinedName], renewed: Collection[int]
    ) -> None:
        node = self.root.child("definedNames")
        words = "".join(map(_written_name, names)).encode()
        replaced = {name.name.casefold() for name in names if name.sheet is None}
        for known, place in zip(self.names, node.children if node else [], strict=True):
            own = known.sheet in renewed and known.name.startswith("_xlnm.")
            if own or (known.sheet is None and known.name.casefold() in replaced):
                edits.remove(place)
        if node is not None and words:
            edits.fill(node, words)
        elif words:
            whole = b"<definedNames>" + words + b"</definedNames>"
            edits.insert(place_for(self.root, _ORDER, "definedNames"), whole)

    def _written_tab(self, tab: Tab) -> str:
        """The relation's id under the prefix that the part has for it, or one of its own."""
        bound = re.search(rb'<workbook\b[^>]*?\sxmlns:(\w+)="%b"' % OFFICE.encode(), self.xml)
        prefix = bound[1].decode() if bound else "r"
        words = attribute("name", tab.name) + attribute("sheetId", tab.number)
        words += attribute("state", tab.state) if tab.state != "visible" else ""
        space = "" if bound else attribute(f"xmlns:{prefix}", OFFICE)
        return f"<sheet{space}{words}{attribute(f'{prefix}:id', tab.relation)}/>"


def names_to_take(
    donor: Iterable[DefinedName],
    wanted: Collection[str],
    new_sheets: Collection[str],
    new_tables: Collection[str],
) -> list[DefinedName]:
    """The donor's names for a workbook that rules ask for, directly or through another name, and
    those about its grafted sheets and tables; all in casefolded words."""
    known = {name.name.casefold(): name for name in donor if name.sheet is None}
    asked = {
        key
        for key, name in known.items()
        if key in wanted
        or name.sheets() & set(new_sheets)
        or {table for table, _ in name.tables()} & set(new_tables)
    }
    while (
        more := {word for key in asked for word in words_of(known[key].formula)}
        & known.keys() - asked
    ):
        asked |= more
    return [name for key, name in known.items() if key in asked]


def can_stand(
    name: DefinedName, sheets: Collection[str], tables: Mapping[str, Collection[str]]
) -> bool:
    """Whether what the name stands for is there; `sheets` and columns of `tables` casefolded."""
    if _BROKEN in name.formula or name.name.casefold() in tables:
        return False
    held = all(
        table in tables and {column.casefold() for column in columns} <= set(tables[table])
        for table, columns in name.tables()
    )
    return held and name.sheets() <= set(sheets)


def on_tab(name: DefinedName, place: int | None, old: str, new: str) -> DefinedName:
    """A name of the donor with a tab's name in the other workbook, local to the tab at `place`."""
    if old == new:
        return replace(name, sheet=place)
    formula = _ON_SHEET.sub(lambda found: _named(found, old, new), name.formula)
    return replace(name, sheet=place, formula=formula)


def _named(found: re.Match[str], old: str, new: str) -> str:
    own = (found[1] or found[2]).replace("''", "'")
    return "'" + new.replace("'", "''") + "'!" if own == old else found[0]


def _tab(node: Node) -> Tab:
    relation = node.attributes.get(f"{OFFICE}}}id", "")
    number = int(node.attributes.get("sheetId", 0))
    return Tab(
        node.attributes.get("name", ""), number, relation, node.attributes.get("state", "visible")
    )


def _name(node: Node, xml: bytes) -> DefinedName:
    said = dict(node.attributes)
    local = said.pop("localSheetId", None)
    formula = unescaped(xml[node.inner : node.inner_end])
    return DefinedName(
        said.pop("name", ""), formula, None if local is None else int(local), tuple(said.items())
    )


def _written_name(name: DefinedName) -> str:
    words = attribute("name", name.name)
    words += "" if name.sheet is None else attribute("localSheetId", name.sheet)
    words += "".join(attribute(*pair) for pair in name.more)
    return f"<definedName{words}>{escaped_text(name.formula)}</definedName>"
