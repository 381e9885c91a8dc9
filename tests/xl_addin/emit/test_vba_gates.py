"""Two judges that know VBA find nothing in our modules, and do find faults that are put there."""

import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_vba.vbaLexer import vbaLexer
from antlr4_vba.vbaParser import vbaParser
from pyvbaanalysis import ModuleInput, ModuleSymbolKind, analyze_project

from xl_addin.build.macros import xlwings_modules
from xl_addin.emit.vba import modules
from xl_addin.emit.vba.project import workbook_module

# Made modules repeat their first procedures, and the grammar takes seconds for each hundred lines.
MADE = ("CustomerChainFunctions", "CustomerChainTexts", "CustomerChainWizard")
ENOUGH = 1


class Complaints(ErrorListener):
    def __init__(self):
        self.found = []

    def syntaxError(self, recognizer, symbol, line, column, message, error):  # noqa: N802
        self.found.append((line, message))


def grammar_faults(source):
    """What the published grammar of VBA does not allow."""
    complaints = Complaints()
    lexer = vbaLexer(InputStream(f'Attribute VB_Name = "Module1"\r\n{source}'))
    parser = vbaParser(CommonTokenStream(lexer))
    for one in (lexer, parser):
        one.removeErrorListeners()
        one.addErrorListener(complaints)
    parser.startRule()
    return complaints.found


def to_parse(module):
    if module.name not in MADE:
        return module.source
    procedures = module.source.split("\r\n\r\n")
    return "\r\n\r\n".join(procedures[: ENOUGH + 1]) + "\r\n"


@pytest.mark.parametrize("module", [*modules(), workbook_module()], ids=lambda m: m.name)
def test_the_grammar_allows_every_line(module):
    assert grammar_faults(to_parse(module)) == []


@pytest.mark.parametrize("source", ["Sub A()\r\n", "Sub A()\r\n    x = = 1\r\nEnd Sub\r\n"])
def test_the_grammar_notices_what_is_not_vba(source):
    assert grammar_faults(source) != []


# A piece of our source, a fault to put there, and a word of what must be said about it.
FAULTS = (
    ("    CustomerChainResume\r\n", "    CustomerChainResumed\r\n", "CustomerChainResumed"),
    ("Dim wasRunning As Boolean", "Dim wasWalking As Boolean", "not defined: 'wasRunning'"),
    ("Declare PtrSafe Function", "Declare Function", "PtrSafe"),
    ("CustomerChainSay CustomerChainText(", "CustomerChainSay 1, CustomerChainText(", "but got 2"),
    ("CustomerChainMessage = sentences(0)", "CustomerChainMessages = 1", "CustomerChainMessages"),
)


def findings(*replaced):
    """What the analyser says about our modules, with some pieces of source replaced."""
    theirs = xlwings_modules()
    sources = {module.name: module.source for module in modules()} | {"xlwings": theirs["xlwings"]}
    for old, new in replaced:
        assert any(old in source for source in sources.values()), old
        sources = {name: source.replace(old, new) for name, source in sources.items()}
    standard, document = ModuleSymbolKind.STANDARD, ModuleSymbolKind.DOCUMENT
    project = [ModuleInput(name, standard, source) for name, source in sources.items()]
    project.append(ModuleInput("ThisWorkbook", document, workbook_module().source))
    project.append(ModuleInput("Dictionary", ModuleSymbolKind.CLASS, theirs["Dictionary"]))
    said = analyze_project(project, only=[*sources.keys() - {"xlwings"}, "ThisWorkbook"])
    return [one.message for found in said.values() for one in found]


def test_the_analyser_finds_nothing():
    assert findings() == []


def test_the_analyser_notices_each_fault_that_is_put_there():
    said = "\n".join(findings(*(fault[:2] for fault in FAULTS)))
    assert [word for *_, word in FAULTS if word not in said] == []
