"""Copying, pasting, filling, searching and sorting.

LibreOffice's own clipboard is the user's; copy and paste here go from range to range instead.

Proved in tests/xl_addin/engines/test_range_edits.py.
"""

import re
from typing import Any

from xl_addin.engines.libreoffice import addresses
from xl_addin.engines.libreoffice.bridge import enum, properties, sequence, struct
from xl_addin.engines.libreoffice.range_looks import RangeLooks
from xl_addin.engines.libreoffice.range_place import FILLED

_FILLS = {"fill_copy": "SIMPLE", "fill_default": "AUTO", "fill_series": "LINEAR"}


class RangeEdits(RangeLooks):
    def copy(self, destination: Any = None) -> None:
        """To another range, or to be pasted."""
        if destination is None:
            self.book.app.clipboard = self
        else:
            getattr(destination, "impl", destination).take(self)

    def paste(
        self,
        paste: str | None = None,
        operation: str | None = None,
        skip_blanks: bool = False,
        transpose: bool = False,
    ) -> None:
        source = self.book.app.clipboard
        if source is None:
            raise ValueError("Nothing to paste: copy a range first.")
        if operation or skip_blanks or transpose:
            raise NotImplementedError("Only a plain paste is supported.")
        self.copy_from(source, paste or "all")

    def copy_from(
        self,
        source_range: Any,
        copy_type: str = "all",
        skip_blanks: bool = False,
        transpose: bool = False,
    ) -> None:
        source = getattr(source_range, "impl", source_range)
        if skip_blanks or transpose:
            raise NotImplementedError("Only a plain copy is supported.")
        target = self.at(self.row, self.column, *source.shape)
        if copy_type == "all":
            target.take(source)
        elif copy_type in ("values", "values_and_number_formats"):
            target.raw_value = source.raw_value
        elif copy_type == "formats":
            target.take_formats(source)
        else:
            raise NotImplementedError(f"Copying {copy_type!r} is not supported.")

    def take(self, source: Any) -> None:
        """Contents and looks of another range of the same app."""
        if source.book.xl == self.book.xl:
            self._sheet.xl.copyRange(self.cell_place, source.xl.RangeAddress)
            return
        source.select()
        piece = source.book.xl.CurrentController.getTransferable()
        self.select()
        self.book.xl.CurrentController.insertTransferable(piece)

    def take_formats(self, source: Any) -> None:
        """The looks alone: everything is copied, then the contents are put back."""
        contents = self.xl.getFormulaArray()
        self.take(source)
        self.xl.clearContents(FILLED)
        self.xl.setFormulaArray(contents)

    def move(self, destination: Any) -> None:
        target = getattr(destination, "impl", destination)
        target._sheet.xl.moveRange(target.cell_place, self.xl.RangeAddress)

    def autofill(self, destination: Any, type_: str = "fill_default") -> None:
        target = getattr(destination, "impl", destination)
        down = target.box[3] == self.box[3]
        if type_ == "fill_formats":
            self._fill_formats(target, down)
            return
        if type_ not in _FILLS:
            raise NotImplementedError(f"LibreOffice has no fill like {type_!r} here.")
        way = enum("sheet.FillDirection", "TO_BOTTOM" if down else "TO_RIGHT")
        if type_ == "fill_default":
            target.xl.fillAuto(way, self.box[2] if down else self.box[3])
            return
        mode = enum("sheet.FillMode", _FILLS[type_])
        date_mode = enum("sheet.FillDateMode", "FILL_DATE_DAY")
        target.xl.fillSeries(way, mode, date_mode, 1.0, 1e300)

    def _fill_formats(self, target: Any, down: bool) -> None:
        """The looks alone: everything is filled, then the contents are put back."""
        rows, columns = self.shape
        if down:
            shape = target.shape[0] - rows, columns
            rest = self.at(self.row + rows, self.column, *shape)
        else:
            shape = rows, target.shape[1] - columns
            rest = self.at(self.row, self.column + columns, *shape)
        contents = rest.xl.getFormulaArray()
        self.autofill(target, "fill_copy")
        rest.xl.clearContents(FILLED)
        rest.xl.setFormulaArray(contents)

    def sort(self, keys: Any, ascending: Any, has_headers: bool) -> None:
        fields = sequence(
            "com.sun.star.table.TableSortField",
            tuple(
                struct("table.TableSortField", Field=key - 1, IsAscending=bool(up))
                for key, up in zip(keys, ascending, strict=True)
            ),
        )
        self.xl.sort(properties(SortFields=fields, ContainsHeader=has_headers, IsSortColumns=False))

    def find(self, text: str, whole: bool, direction: str, order: str, match_case: bool) -> Any:
        """The first cell that shows the text; backwards, the last one."""
        search = self.xl.createSearchDescriptor()
        search.SearchString = text
        search.SearchWords = whole
        search.SearchCaseSensitive = match_case
        search.SearchByRow = order == "rows"
        # com.sun.star.sheet.CellSearchType: what the cells show, not their formulas
        search.SearchType = 1
        found = self.xl.findAll(search)
        if found is None:
            return None
        cells = [
            (row, column)
            for area in found.getRangeAddresses()
            for row in range(area.StartRow + 1, area.EndRow + 2)
            for column in range(area.StartColumn + 1, area.EndColumn + 2)
        ]
        cells.sort(key=None if order == "rows" else lambda cell: (cell[1], cell[0]))
        return self.at(*cells[0 if direction == "forward" else -1])

    def replace_all(self, old: str, new: str, whole: bool, match_case: bool) -> None:
        """In texts and formulas, as a person would with Find and Replace."""
        pattern = re.compile(re.escape(old), 0 if match_case else re.IGNORECASE)
        formulas = self.formula if len(self) > 1 else ((self.formula,),)
        for down, row in enumerate(formulas):
            for across, text in enumerate(row):
                hit = pattern.fullmatch(text) if whole else pattern.search(text)
                if hit:
                    self(down + 1, across + 1).formula = pattern.sub(lambda _: new, text)

    def remove_duplicates(self, columns: Any, has_headers: bool) -> None:
        """Keep the first of rows alike in `columns` (counted from 1); the others move up."""
        rows = [list(row) for row in self.xl.getFormulaArray()]
        shown = self.xl.getDataArray()
        first = int(bool(has_headers))
        seen, kept = set(), rows[:first]
        for row, values in list(zip(rows, shown, strict=True))[first:]:
            key = tuple(str(values[column - 1]).lower() for column in columns)
            if key not in seen:
                seen.add(key)
                kept.append(row)
        blank = [""] * self.box[3]
        kept += [blank] * (len(rows) - len(kept))
        self.xl.setFormulaArray(tuple(tuple(row) for row in kept))

    def get_special_cells(self, cell_type: str, value_type: str | None) -> list[Any]:
        found = self._special(cell_type, value_type)
        parts = [self.book.range_at(area) for area in found.getRangeAddresses()]
        return [part for part in parts if addresses.overlap(part.box, self.box)]

    def _special(self, cell_type: str, value_type: str | None) -> Any:
        """com.sun.star.sheet: CellFlags for constants, FormulaResult for formulas."""
        constants = {None: 1 | 2 | 4, "numbers": 1 | 2, "text": 4}
        results = {None: 1 | 2 | 4, "numbers": 1, "text": 2, "errors": 4}
        if cell_type == "blanks":
            return self.xl.queryEmptyCells()
        if cell_type == "visible":
            return self.xl.queryVisibleCells()
        kinds = constants if cell_type == "constants" else results
        if value_type not in kinds:
            raise NotImplementedError(f"LibreOffice does not tell {value_type!r} apart.")
        if cell_type == "constants":
            return self.xl.queryContentCells(kinds[value_type])
        return self.xl.queryFormulaCells(kinds[value_type])
