"""Conditional formats, validations and sparklines of a sheet, also those of Excel 2010.

Each is written anew over the cells that are left, or counted as dropped when a formula of it
cannot go along. Texts shown to the user stay unless they hold a forbidden value.
Source: ECMA-376 part 1, 18.3.1.18, 18.3.1.32; [MS-XLSX] 2.4 (x14 extensions).
"""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from xl_addin.copying.book_map import SheetPlan
from xl_addin.copying.formula_parsing import parse
from xl_addin.copying.reference_map import Home, ReferenceMap
from xl_addin.copying.report import Tally
from xl_addin.copying.rule_formulas import RuleFormulas
from xl_addin.copying.screening import Screen
from xl_addin.copying.styles import FORMAT_NAMES
from xl_addin.copying.xml_writing import (
    X14,
    XM,
    child,
    children,
    chosen,
    is_true,
    local,
    rewritten,
    tag,
)
from xl_addin.package.references import Area

_RULE = frozenset(
    {"type", "dxfId", "priority", "stopIfTrue", "aboveAverage", "percent", "bottom", "operator"}
    | {"text", "timePeriod", "rank", "stdDev", "equalAverage", "id", "activePresent"}
)
_RULE_PARTS = frozenset(
    {"colorScale", "dataBar", "iconSet", "cfvo", "color", "cfIcon", "fillColor", "borderColor"}
    | {"negativeFillColor", "negativeBorderColor", "axisColor", "f"}
)
_ENTRY = (
    "type", "errorStyle", "imeMode", "operator", "allowBlank", "showDropDown",
    "showInputMessage", "showErrorMessage", "errorTitle", "error", "promptTitle", "prompt",
)  # fmt: skip
_SAID = ("errorTitle", "error", "promptTitle", "prompt")
_LINE = frozenset(
    {"manualMax", "manualMin", "lineWeight", "type", "dateAxis", "displayEmptyCellsAs", "markers"}
    | {"high", "low", "first", "last", "negative", "displayXAxis", "displayHidden"}
    | {"minAxisType", "maxAxisType", "rightToLeft"}
)
_LINE_COLOURS = frozenset(
    {"colorSeries", "colorNegative", "colorAxis", "colorMarkers", "colorFirst", "colorLast"}
    | {"colorHigh", "colorLow"}
)
_IDENTITY = re.compile(r"\{[0-9A-Fa-f-]{36}\}$")
_LITERAL_KINDS = ("num", "percent", "percentile", "formula")


class SheetRules:
    """The rules of one sheet of a copy, as XML; counts what was dropped."""

    def __init__(
        self, references: ReferenceMap, screen: Screen, plan: SheetPlan, tally: Tally
    ) -> None:
        self.references, self.screen, self.plan, self.tally = references, screen, plan, tally
        self.used_dxfs: set[int] = set()
        self.extensions: list[str] = []

    def _formulas(self, sqref: str) -> RuleFormulas:
        areas = [area for one in sqref.split() if (area := Area.parse(one)) is not None]
        return RuleFormulas(self.references, self.screen, self.plan, areas)

    def conditional_formats(self) -> str:
        """All elements `conditionalFormatting`, and those of the extension list."""
        made = []
        for block in children(self.plan.master.frame, "conditionalFormatting"):
            formulas = self._formulas(block.get("sqref", ""))
            if formulas.kept and not is_true(block.get("pivot")):
                rules = [self._rule(rule, formulas) for rule in children(block, "cfRule")]
                said = {"sqref": formulas.sqref}
                content = "".join(rules)
                made.append(tag("conditionalFormatting", said, content) if content else "")
        later = [self._later_format(b) for b in self._later("conditionalFormatting")]
        self._extend("{78C0D931-6437-407d-A8EE-F0AAD7539E65}", "conditionalFormattings", later)
        return "".join(made)

    def _rule(self, rule: Element, formulas: RuleFormulas) -> str:
        """One rule, or nothing when it cannot go along."""
        copy = ElementTree.fromstring(ElementTree.tostring(rule))
        if not self._map_inside(copy, formulas):
            self.tally.drop("formats")
            return ""
        said = chosen(copy, _RULE - {"id", "activePresent"})
        if "dxfId" in said:
            self.used_dxfs.add(int(said["dxfId"]))
        parts = [f"<formula>{escape(e.text or '')}</formula>" for e in children(copy, "formula")]
        parts += [rewritten(e, _RULE_PARTS) for e in copy if local(e) not in ("formula", "extLst")]
        identity = next((e.text for e in copy.iter(f"{{{X14}}}id")), None)
        if identity and _IDENTITY.match(identity):
            parts.append(_link_to_later(identity))
        return tag("cfRule", said, "".join(parts))

    def _map_inside(self, rule: Element, formulas: RuleFormulas) -> bool:
        """Bring every formula and threshold of a rule over, in place; False when one is gone."""
        if self.screen.finds(rule.get("text", "")):
            return False
        for element in rule.iter():
            name = local(element)
            if name in ("formula", "f"):
                mapped = formulas.formula(element.text or "")
                if mapped is None:
                    return False
                element.text = mapped
            elif name == "cfvo" and element.get("type") in _LITERAL_KINDS and element.get("val"):
                mapped = formulas.formula(element.get("val", ""))
                if mapped is None:
                    return False
                element.set("val", mapped)
        return True

    def _later(self, name: str) -> list[Element]:
        """The elements of the extension list with this name."""
        return list(self.plan.master.frame.iter(f"{{{X14}}}{name}"))

    def _later_format(self, block: Element) -> str:
        formulas = self._formulas(_sqref(block))
        if not formulas.kept or is_true(block.get("pivot")):
            return ""
        made = []
        for rule in children(block, "cfRule"):
            copy = ElementTree.fromstring(ElementTree.tostring(rule))
            if not self._map_inside(copy, formulas):
                self.tally.drop("formats")
                continue
            names = _RULE_PARTS | FORMAT_NAMES
            parts = "".join(rewritten(e, names, {"f"}) for e in copy)
            made.append(tag("x14:cfRule", chosen(copy, _RULE), parts))
        if not made:
            return ""
        content = "".join(made) + f"<xm:sqref>{formulas.sqref}</xm:sqref>"
        return tag("x14:conditionalFormatting", {"xmlns:xm": XM}, content)

    def validations(self) -> str:
        """The element `dataValidations`, and that of the extension list."""
        block = child(self.plan.master.frame, "dataValidations")
        made = [self._entry(e, e.get("sqref", ""), "") for e in children(block, "dataValidation")]
        made = [entry for entry in made if entry]
        later = [self._entry(e, _sqref(e), "x14:") for e in self._later("dataValidation")]
        self._extend("{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}", "dataValidations", later)
        return tag("dataValidations", {"count": str(len(made))}, "".join(made)) if made else ""

    def _entry(self, entry: Element, sqref: str, prefix: str) -> str:
        formulas = self._formulas(sqref)
        if not formulas.kept:
            return ""
        found = []
        for name in ("formula1", "formula2"):
            element = child(entry, name)
            if element is None:
                continue
            mapped = formulas.formula("".join(element.itertext()).strip())
            if mapped is None:
                self.tally.drop("validations")
                return ""
            inner = f"<xm:f>{escape(mapped)}</xm:f>" if prefix else escape(mapped)
            found.append(f"<{prefix}{name}>{inner}</{prefix}{name}>")
        said = {name: entry.get(name, "") for name in _ENTRY if name in entry.attrib}
        for name in _SAID:
            if self.screen.finds(said.get(name, "")):
                del said[name]
        if prefix:
            found.append(f"<xm:sqref>{formulas.sqref}</xm:sqref>")
            return tag("x14:dataValidation", said, "".join(found))
        return tag("dataValidation", {**said, "sqref": formulas.sqref}, "".join(found))

    def sparklines(self) -> None:
        """The small charts in cells go to the extension list."""
        groups = [self._group(group) for group in self._later("sparklineGroup")]
        self._extend("{05C60535-1F16-4fd2-B633-F4F36F0B64E0}", "sparklineGroups", groups)

    def _group(self, group: Element) -> str:
        made = []
        for line in group.iter(f"{{{X14}}}sparkline"):
            place, source = child(line, "sqref"), child(line, "f")
            formulas = self._formulas("" if place is None else place.text or "")
            mapped = None if source is None else self._drawn(source.text or "")
            if not formulas.kept or mapped is None:
                self.tally.drop("sparklines", bool(formulas.kept))
                continue
            where = f"<xm:f>{escape(mapped)}</xm:f><xm:sqref>{formulas.sqref}</xm:sqref>"
            made.append(tag("x14:sparkline", {}, where))
        if not made:
            return ""
        said = {k: v for k, v in chosen(group, _LINE).items() if k != "dateAxis"}
        colours = "".join(rewritten(e, _LINE_COLOURS) for e in group)
        lines = tag("x14:sparklines", {}, "".join(made))
        return tag("x14:sparklineGroup", said, colours + lines)

    def _drawn(self, text: str) -> str | None:
        """The cells a sparkline draws; its reference never moves with its place."""
        home = Home(self.plan.master.name.casefold(), 1, 1)
        mapped = self.references.formula(parse(text, 1, 1), home)
        return None if mapped is None else mapped.text

    def _extend(self, uri: str, name: str, items: list[str]) -> None:
        kept = [item for item in items if item]
        if not kept:
            return
        count = {"count": str(len(kept))} if name == "dataValidations" else {}
        block = tag(f"x14:{name}", {"xmlns:xm": XM, **count}, "".join(kept))
        self.extensions.append(tag("ext", {"uri": uri, "xmlns:x14": X14}, block))

    def extension_list(self) -> str:
        """All that Excel 2010 added, in the order it came."""
        return tag("extLst", {}, "".join(self.extensions)) if self.extensions else ""


def _sqref(element: Element) -> str:
    found = child(element, "sqref")
    return "" if found is None else found.text or ""


def _link_to_later(identity: str) -> str:
    said = {"uri": "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}", "xmlns:x14": X14}
    inner = tag("ext", said, f"<x14:id>{escape(identity)}</x14:id>")
    return tag("extLst", {}, inner)
