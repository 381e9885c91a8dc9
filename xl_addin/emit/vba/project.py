"""All modules of ours, by name: those made from declarations and those written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from udfs.worksheet.registry import functions
from xl_addin.emit.vba.functions import functions_source
from xl_addin.emit.vba.source import crlf
from xl_addin.emit.vba.texts import texts_source
from xl_addin.emit.vba.wizard import wizard_source

WRITTEN_BY_HAND = (
    "CustomerChainServer",
    "CustomerChainCells",
    "CustomerChainBooks",
    "CustomerChainButtons",
    "CustomerChainUser",
)
WORKBOOK_MODULE = "ThisWorkbook"


@dataclass(frozen=True)
class Module:
    """One VBA module: its name in the project and its source without attributes."""

    name: str
    source: str


@cache
def modules() -> tuple[Module, ...]:
    """The modules in the order the editor lists them, ASCII with Windows line ends."""
    made = {
        "CustomerChainFunctions": functions_source(functions()),
        "CustomerChainTexts": texts_source(),
        "CustomerChainWizard": wizard_source(functions()),
    }
    made |= {name: _text_of(f"{name}.bas") for name in WRITTEN_BY_HAND}
    return tuple(Module(name, crlf(source)) for name, source in made.items())


def workbook_module() -> Module:
    """The code behind the workbook itself: what happens at opening and after calculation."""
    return Module(WORKBOOK_MODULE, crlf(_text_of("ThisWorkbook.cls")))


def _text_of(file_name: str) -> str:
    return files("xl_addin.emit.vba").joinpath(file_name).read_text(encoding="ascii")
