"""Table parts of a copy: the columns that are left, filters without criteria, no comments.

Filter and sort criteria are values and never go along; neither do queries, names of styles and
alternative texts. Source: ECMA-376 part 1, 18.5 (tables).
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from xl_addin.copying.book_map import TableMap
from xl_addin.copying.formula_parsing import parse
from xl_addin.copying.reference_map import Home, ReferenceMap
from xl_addin.copying.screening import Screen
from xl_addin.copying.xml_writing import DECLARATION, MAIN, child, children, chosen, is_true, tag
from xl_addin.package.references import Area

_KEPT = (
    "headerRowCount", "totalsRowCount", "totalsRowShown", "headerRowDxfId", "dataDxfId",
    "totalsRowDxfId", "headerRowBorderDxfId", "tableBorderDxfId", "totalsRowBorderDxfId",
)  # fmt: skip
_COLUMN = ("name", "totalsRowFunction", "totalsRowLabel", "headerRowDxfId", "dataDxfId")
_COLUMN_REST = ("totalsRowDxfId",)
_STYLE = ("name", "showFirstColumn", "showLastColumn", "showRowStripes", "showColumnStripes")


class TableWriter:
    """Writes one table; notes which formats and which table style it uses."""

    def __init__(
        self,
        table: TableMap,
        references: ReferenceMap,
        screen: Screen,
        styled: Callable[[str], str],
    ) -> None:
        self.table, self.references, self.screen = table, references, screen
        self.styled = styled
        self.used_dxfs: set[int] = set()
        self.style = ""

    def xml(self, identity: int) -> str:
        """The part; `identity` is the table's number in the workbook."""
        root, area = self.table.master.root, self.table.area
        name = self.table.part.name
        said = {"id": str(identity), "name": name, "displayName": name, "ref": _range(area)}
        said |= self._formats(root, _KEPT)
        columns = children(child(root, "tableColumns"), "tableColumn")
        made = [self._column(columns[n], place) for place, n in enumerate(self.table.offsets, 1)]
        content = self._filter(root, area)
        content += tag("tableColumns", {"count": str(len(made))}, "".join(made))
        content += self._style(child(root, "tableStyleInfo"))
        return f"{DECLARATION}{tag('table', {'xmlns': MAIN, **said}, content)}"

    def _formats(self, element: Element, names: tuple[str, ...]) -> dict[str, str]:
        said = chosen(element, names)
        self.used_dxfs |= {int(value) for name, value in said.items() if name.endswith("DxfId")}
        return said

    def _filter(self, root: Element, area: Area) -> str:
        if child(root, "autoFilter") is None:
            return ""
        last = area.last_row - self.table.part.has_totals
        return tag("autoFilter", {"ref": _range(area.ending_at(last))})

    def _column(self, column: Element, identity: int) -> str:
        said = {"id": str(identity)} | self._formats(column, _COLUMN + _COLUMN_REST)
        content = ""
        calculated = self._formula(child(column, "calculatedColumnFormula"), False)
        if calculated:
            content += f"<calculatedColumnFormula>{escape(calculated)}</calculatedColumnFormula>"
        if said.get("totalsRowFunction") == "custom":
            total = self._formula(child(column, "totalsRowFormula"), True)
            if total:
                content += f"<totalsRowFormula>{escape(total)}</totalsRowFormula>"
            else:
                del said["totalsRowFunction"]
        return tag("tableColumn", said, content)

    def _formula(self, element: Element | None, in_totals: bool) -> str | None:
        """A formula of a whole column, if it survives; those of arrays are left to their cells."""
        if element is None or not element.text or is_true(element.get("array")):
            return None
        part = self.table.part
        column = part.area.first_column
        # A column's formula is told in structured references, or for its first data row.
        written_for = part.last_data_row + 1 if in_totals else part.first_data_row
        parsed = parse(element.text, written_for, column)
        if self.screen.finds_in(parsed):
            return None
        row = written_for if in_totals else self._first_row()
        home = Home(self.table.sheet.name.casefold(), row, column)
        mapped = self.references.formula(parsed, home)
        return None if mapped is None else mapped.text

    def _first_row(self) -> int:
        return self.table.rows[0] if self.table.rows else self.table.part.first_data_row

    def _style(self, info: Element | None) -> str:
        if info is None:
            return ""
        said = chosen(info, _STYLE)
        if "name" in said:
            self.style = said["name"]
            said["name"] = self.styled(said["name"])
            if not said["name"]:
                del said["name"]
        return tag("tableStyleInfo", said)


def _range(area: Area) -> str:
    """Always both corners, as Excel writes the area of a table."""
    said = str(area)
    return said if ":" in said else f"{said}:{said}"
