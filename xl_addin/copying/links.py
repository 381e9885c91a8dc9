"""Hyperlinks of a sheet: to places in the copy, and addresses on cells that are in it.

Tips and display texts are not taken over; a link to a file would tell where the master lies.
Source: ECMA-376 part 1, 18.3.1.47.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from xl_addin.copying.book_map import SheetPlan
from xl_addin.copying.formula_parsing import NameReference, Reference, read_reference
from xl_addin.copying.reference_map import Home, ReferenceMap
from xl_addin.copying.report import Tally
from xl_addin.copying.screening import Screen
from xl_addin.copying.xml_writing import child, children, tag
from xl_addin.package.references import Area

_ADDRESS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


class SheetLinks:
    """Writes the links of one sheet; `addresses` are the relations rIdLink1, rIdLink2 ..."""

    def __init__(
        self,
        references: ReferenceMap,
        screen: Screen,
        plan: SheetPlan,
        tally: Tally,
        hides: Callable[[str], bool],
    ) -> None:
        self.references, self.screen, self.plan, self.tally = references, screen, plan, tally
        self.addresses: list[str] = []
        self.hides = hides

    def xml(self) -> str:
        links = children(child(self.plan.master.frame, "hyperlinks"), "hyperlink")
        made = [self._link(link) for link in links]
        kept = [link for link in made if link]
        return tag("hyperlinks", {}, "".join(kept)) if kept else ""

    def _link(self, link: Element) -> str:
        area = Area.parse(link.get("ref", ""))
        new = None if area is None else self.plan.map.area(area)
        if area is None or new is None:
            return ""
        band = self.plan.band(area.first_row)
        treatment = band.columns.get(area.first_column) if band else None
        outside = treatment is None and self.plan.ours
        cleared = not self.plan.map.shows(area.first_row, area.first_column)
        identity = next((v for k, v in link.attrib.items() if k.endswith("}id")), None)
        said = None
        if not (callable(treatment) or outside or cleared):
            said = self._inside(link) if identity is None else self._address(link, identity)
        if said is None:
            self.tally.drop("links")
            return ""
        return tag("hyperlink", {"ref": str(new)} | said)

    def _inside(self, link: Element) -> dict[str, str] | None:
        found = read_reference(link.get("location", "").removeprefix("#"))
        if not isinstance(found, Reference | NameReference):
            return None
        mapped = self.references.operand(found, Home(self.plan.master.name.casefold(), 1, 1))
        return None if mapped is None else {"location": mapped.text}

    def _address(self, link: Element, identity: str) -> dict[str, str] | None:
        address = self.plan.master.links.get(identity, "")
        if not _ADDRESS.match(address) or self.screen.finds(address) or self.hides(address):
            return None
        self.addresses.append(address)
        return {"r:id": f"rIdLink{len(self.addresses)}"}
