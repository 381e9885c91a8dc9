"""Formulas between Excel's notation and one running LibreOffice: function names included.

Most functions are called the same. LibreOffice's interface has names of its own for some
(ERRORTYPE for ERROR.TYPE) and writes functions of add-ins with the full name of the component;
both are asked from the office, once each.

Proved in tests/xl_addin/engines/test_range_formulas.py.
"""

import re
from functools import cached_property
from typing import Any

from xl_addin.engines.libreoffice import formula_text
from xl_addin.engines.libreoffice.bridge import properties, struct

# com.sun.star.sheet.FormulaLanguage, FormulaMapGroup and AddressConvention
API_NAMES, EXCEL_NAMES = 1, 3
EVERY_GROUP = 0x7FFFFFFF
EXCEL_ADDRESSES = 1
_FUNCTION_NAME = re.compile(r"[A-Z][A-Z0-9.]*")


class Formulas:
    def __init__(self, app: Any) -> None:
        self._app = app
        self._add_ins: dict[str, str] = {}

    @cached_property
    def _excel_map(self) -> Any:
        return self._mapper.getAvailableMappings(EXCEL_NAMES, EVERY_GROUP)

    @property
    def _mapper(self) -> Any:
        return self._app.service("com.sun.star.sheet.FormulaOpCodeMapper")

    @cached_property
    def _names(self) -> dict[str, str]:
        """Excel's names of functions that LibreOffice's interface calls differently."""
        calc = {
            (entry.Token.OpCode, str(entry.Token.Data)): entry.Name
            for entry in self._mapper.getAvailableMappings(API_NAMES, EVERY_GROUP)
        }
        names = {}
        for entry in self._excel_map:
            name = calc.get((entry.Token.OpCode, str(entry.Token.Data)), entry.Name)
            if name != entry.Name and _FUNCTION_NAME.fullmatch(entry.Name):
                names[entry.Name] = name
        return names

    @cached_property
    def _excel_names(self) -> dict[str, str]:
        return {calc: excel for excel, calc in self._names.items()}

    def to_calc(self, formula: str, own_table: str = "") -> str:
        """Excel's notation, without the equals sign, as the interface takes it."""
        return formula_text.to_calc(
            formula, lambda name: self._names.get(name.upper(), name), own_table
        )

    def to_excel(self, formula: str, book: Any) -> str:
        """The interface's notation, without the equals sign, as Excel writes it."""
        return formula_text.to_excel(formula, lambda name: self._excel_name(name, book))

    def _excel_name(self, name: str, book: Any) -> str:
        if name in self._excel_names:
            return self._excel_names[name]
        if name.count(".") < 2:
            # LibreOffice writes what it does not know in small letters.
            return name.upper()
        if name not in self._add_ins:
            self._add_ins[name] = self._shown_name(name, book)
        return self._add_ins[name]

    def _shown_name(self, full_name: str, book: Any) -> str:
        """How an add-in's function is shown: a cell is asked, as only the compiler knows it."""
        tokens = _tokens_of(f"={full_name}()", self._app)
        place = struct("table.CellAddress")
        parser = book.xl.createInstance("com.sun.star.sheet.FormulaParser")
        parser.OpCodeMap = self._excel_map
        parser.FormulaConvention = EXCEL_ADDRESSES
        shown = str(parser.printFormula(tokens, place))
        return shown.split("(")[0] or full_name


def _tokens_of(formula: str, app: Any) -> Any:
    """A formula compiled in a document of our own, so that no user's cell is touched."""
    scratch = app.desktop.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, properties(Hidden=True)
    )
    try:
        cell = scratch.Sheets.getByIndex(0).getCellByPosition(0, 0)
        cell.setFormula(formula)
        return cell.getTokens()
    finally:
        scratch.close(True)
