"""Sheets of a workbook that our builder has made, put into a user's workbook.

The donor brings sheets as the builder makes them: tables, notes, rules, widths, print set-up. The
user's package gets new parts beside its own; of its own only the lists that must name them are
written: workbook, relations, content types, styles. Everything else stays byte for byte.
A sheet may also take the place of an older one: the same tab, the same part.
Proved in tests/xl_addin/package/test_graft.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from udfs.errors import BadValue
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.calculation import without_calculation_chain
from xl_addin.package.draft import Draft
from xl_addin.package.graft_parts import (
    CONTENT_TYPES,
    Donor,
    Planting,
    reachable,
    rels_of,
    target_from,
)
from xl_addin.package.graft_sheet import Ground, grafted_sheet, names_used
from xl_addin.package.graft_styles import StyleGraft
from xl_addin.package.graft_tables import columns_of, grafted_table, table_numbers
from xl_addin.package.graft_workbook import (
    DefinedName,
    Tab,
    WorkbookPart,
    can_stand,
    names_to_take,
    on_tab,
)
from xl_addin.package.shared_strings import shared_items
from xl_addin.package.structure import Structure, read_structure
from xl_addin.package.styles import Styles
from xl_addin.package.xml_places import OFFICE, RELATIONS, Edits, Unusual, attribute, plain_tree

_PROTECTED = re.compile(rb"<sheetProtection\b")
_FORMULA = re.compile(rb"<f[\s>/]")
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Grafting:
    """Sheets of a donor, by the names on their tabs, for a user's workbook.

    `replace` names for some of them the part of the sheet whose place they take; the others come
    behind the last tab.
    """

    donor: bytes
    sheets: Sequence[str]
    replace: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Seat:
    """Where one sheet of the donor comes to stand among the tabs of the user's workbook."""

    sheet: str
    source: str
    place: int
    tab: str
    part: str | None


def graft(
    archive: Archive,
    structure: Structure,
    donor: bytes,
    sheets: Sequence[str],
    replace: Mapping[str, str] = _NONE,
) -> dict[str, bytes | None]:
    """The parts to write so that the package holds the donor's `sheets`; None: a part that goes.

    Refuses a tab or a table that is there already, a workbook whose structure is protected, and
    one written in a way that cannot be added to. Raises KeyError for a sheet the donor has not.
    """
    try:
        return _Graft(archive, structure, Grafting(donor, sheets, replace)).parts()
    except Unusual as why:
        raise FileRefused("file.no_new_sheets", file=archive.path.name) from why


def graft_all(archive: Archive, graftings: Iterable[Grafting]) -> dict[str, bytes | None]:
    """The parts of several graftings, each into what the ones before it have made."""
    parts: dict[str, bytes | None] = {}
    for one in graftings:
        draft = Draft(archive, parts)
        parts |= graft(draft, read_structure(draft), one.donor, one.sheets, one.replace)
    return parts


class _Graft:
    def __init__(self, archive: Archive, structure: Structure, grafting: Grafting) -> None:
        self.archive, self.structure = archive, structure
        self.workbook = WorkbookPart.read(archive.read(structure.workbook_part))
        self.donor = Donor(grafting.donor)
        self.given = read_structure(self.donor)
        self.theirs = WorkbookPart.read(self.donor.read(self.given.workbook_part))
        self.seats = self._seats(grafting)
        self.replaced = [seat.part for seat in self.seats if seat.part is not None]
        self.styles = self._style_graft()
        self._refuse_harm()
        self.tables = self._table_numbers()
        self.names, missing = self._names()
        self.ground = self._ground(missing)

    def parts(self) -> dict[str, bytes | None]:
        planting = Planting(self.archive, self.donor, self._changed)
        for part in self.replaced:
            planting.clear(part)
        planted = {seat.tab: planting.take(seat.source, seat.part) for seat in self.seats}
        made = planting.parts | self._lists(planted, planting.content_types())
        if any(_FORMULA.search(self.archive.read(part)) for part in self.replaced):
            draft = Draft(self.archive, made)
            made |= without_calculation_chain(draft, self.structure.workbook_part)
        return made

    def _seats(self, grafting: Grafting) -> list[_Seat]:
        sources = {sheet.name: sheet.part for sheet in self.given.sheets}
        tabs = {sheet.part: sheet.name for sheet in self.structure.sheets}
        order = [tab.name for tab in self.workbook.tabs]
        seats, behind = [], len(order)
        for name in grafting.sheets:
            part = grafting.replace.get(name)
            tab = name if part is None else tabs[part]
            place = behind if part is None else order.index(tab)
            seats.append(_Seat(name, sources[name], place, tab, part))
            behind += part is None
        return seats

    def _style_graft(self) -> StyleGraft:
        assert self.given.styles_part is not None
        if self.structure.styles_part is None:
            raise Unusual("styles")
        donor_styles = self.donor.read(self.given.styles_part)
        return StyleGraft(self.archive.read(self.structure.styles_part), donor_styles)

    def _refuse_harm(self) -> None:
        taken = {tab.name.casefold() for tab in self.workbook.tabs}
        for seat in self.seats:
            if seat.part is not None:
                if _PROTECTED.search(self.archive.read(seat.part)):
                    raise BadValue("live.protected", sheet=seat.tab)
            elif seat.tab.casefold() in taken:
                raise BadValue("live.page_taken", sheet=seat.tab)
            elif self.workbook.fixed:
                raise BadValue("live.structure", sheet=seat.tab)

    def _table_numbers(self) -> dict[str, int]:
        sources = {seat.source for seat in self.seats}
        self.new_tables = [table for table in self.given.tables if table.sheet.part in sources]
        names = {name.name.casefold() for name in self.workbook.names if name.sheet is None}
        return table_numbers(self.archive, self.structure, self.new_tables, self.replaced, names)

    def _names(self) -> tuple[list[DefinedName], set[str]]:
        """The names that come along, and those that rules ask for but that cannot be had."""
        asked = set().union(*(names_used(self.donor.read(part)) for part in self._sources()))
        sheets = {seat.sheet.casefold() for seat in self.seats}
        wanted = names_to_take(self.theirs.names, asked, sheets, columns_of(self.new_tables))
        wanted = [name for name in wanted if not self.workbook.has_name(name.name)]
        good = [name for name in wanted if self._stands(name)]
        missing = {name.name.casefold() for name in wanted if name not in good}
        local = [
            on_tab(name, seat.place, seat.sheet, seat.tab)
            for seat in self.seats
            for name in self.theirs.local_names(seat.sheet)
        ]
        for seat in self.seats:
            good = [on_tab(name, None, seat.sheet, seat.tab) for name in good]
        return [*local, *good], missing

    def _sources(self) -> list[str]:
        """The donor's sheets that are taken and all parts that hang on them."""
        found = [seat.source for seat in self.seats]
        return found + [part for source in found for part in reachable(self.donor, source)]

    def _stands(self, name: DefinedName) -> bool:
        staying = [t for t in self.structure.tables if t.sheet.part not in self.replaced]
        sheets = {tab.name.casefold() for tab in self.workbook.tabs}
        sheets |= {seat.sheet.casefold() for seat in self.seats}
        return can_stand(name, sheets, columns_of([*staying, *self.new_tables]))

    def _ground(self, missing: set[str]) -> Ground:
        shared, styles = self.given.shared_part, self.given.styles_part
        texts = shared_items(self.donor.read(shared) if shared else b"")
        assert styles is not None
        assert texts is not None, "the donor is of our making"
        return Ground(
            self.styles.cell,
            self.styles.differential,
            texts,
            Styles(self.donor.read(styles)).shows_date,
            self.structure.date1904,
            missing,
        )

    def _changed(self, part: str, xml: bytes) -> bytes:
        """A part of the donor as it stands in the user's package."""
        if part in self.tables:
            return grafted_table(xml, self.tables[part], self.styles.differential)
        seat = next((seat for seat in self.seats if seat.source == part), None)
        if seat is None:
            return xml
        old = self.archive.read(seat.part) if seat.part is not None else b""
        return grafted_sheet(xml, self.ground, old)

    def _lists(self, planted: Mapping[str, str], types: bytes) -> dict[str, bytes]:
        """The user's parts that must name the new ones, as far as they change."""
        if self.styles.full():
            raise Unusual("cellXfs")
        workbook, styles = self.structure.workbook_part, self.structure.styles_part
        assert styles is not None
        new = [seat for seat in self.seats if seat.part is None]
        linked, ids = self._linked([planted[seat.tab] for seat in new])
        highest = max((tab.number for tab in self.workbook.tabs), default=0)
        states = {tab.name: tab.state for tab in self.theirs.tabs}
        tabs = [
            Tab(seat.tab, highest + number, ids[planted[seat.tab]], states[seat.sheet])
            for number, seat in enumerate(new, start=1)
        ]
        renewed = {seat.place for seat in self.seats if seat.part is not None}
        written = {
            workbook: self.workbook.with_sheets(tabs, self.names, renewed),
            rels_of(workbook): linked,
            CONTENT_TYPES: types,
            styles: self.styles.xml(),
        }
        return {part: xml for part, xml in written.items() if xml != self.archive.read(part)}

    def _linked(self, new: Sequence[str]) -> tuple[bytes, dict[str, str]]:
        """The workbook's relations with those to the new sheets, and their ids."""
        workbook = self.structure.workbook_part
        xml = self.archive.read(rels_of(workbook))
        root = plain_tree(xml, RELATIONS)
        used = {node.attributes.get("Id", "") for node in root.children}
        free = (f"rId{number}" for number in range(1, 1 << 20) if f"rId{number}" not in used)
        ids = dict(zip(new, free, strict=False))
        kind = attribute("Type", f"{OFFICE}/worksheet")
        lines = [
            f"<Relationship{attribute('Id', rid)}{kind}"
            f"{attribute('Target', target_from(workbook, part))}/>"
            for part, rid in ids.items()
        ]
        edits = Edits(xml)
        if lines:
            edits.fill(root, "".join(lines).encode())
        return edits.result(), ids
