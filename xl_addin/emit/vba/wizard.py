"""The module CustomerChainWizard: help for Excel's function wizard, told to Excel at opening.

`Application.MacroOptions` takes at most 255 characters a text. The workbook's language decides,
because the words of the results are in that language too.
"""

from __future__ import annotations

from collections.abc import Sequence

from udfs.texts import LANGUAGES, text
from udfs.worksheet.registry import Function
from xl_addin.emit.vba.source import assigned, quoted

LONGEST = 255

HEAD = """\
' Help for the function wizard, in the language of the workbook. Made from the catalogue.
Option Explicit
Option Private Module

' Tell Excel what each function does. Excel refuses it for a hidden book; the functions work all
' the same, and whether the workbook is saved does not change.
Public Sub CustomerChainDescribe()
    Dim lang As String
    Dim wasSaved As Boolean
    lang = CustomerChainBookLanguage(ThisWorkbook)
    wasSaved = ThisWorkbook.Saved
    On Error Resume Next
"""

DESCRIBE = """
Private Sub Describe(functionName As String, help As String, arguments As Variant, lang As String)
    Dim position As Long
    For position = LBound(arguments) To UBound(arguments)
        arguments(position) = CustomerChainDecoded(CStr(arguments(position)))
    Next position
    Application.MacroOptions _
        Macro:="'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & functionName, _
        Description:=CustomerChainDecoded(help), _
        Category:=CustomerChainText("button.tab", lang), _
        ArgumentDescriptions:=arguments
End Sub
"""


def help_text(function: Function, lang: str) -> str:
    """What the wizard says about a function: its summary, and its result where that fits."""
    whole = text(
        "vba.function_help", lang, summary=function.summary(lang), result=function.result_help(lang)
    )
    return whole if len(whole) <= LONGEST else function.summary(lang)


def wizard_source(functions: Sequence[Function]) -> str:
    """The module's source."""
    calls = "".join(f"    Describe{function.name} lang\n" for function in functions)
    ending = "    ThisWorkbook.Saved = wasSaved\nEnd Sub\n"
    return HEAD + calls + ending + DESCRIBE + "".join(map(_procedure, functions))


def _procedure(function: Function) -> str:
    lines = ["", f"Private Sub Describe{function.name}(lang As String)"]
    lines += ["    Dim help As String"]
    lines += [f"    Dim arguments({len(function.arguments) - 1}) As Variant"]
    for lang in LANGUAGES:
        lines += [f"    If lang = {quoted(lang)} Then"]
        lines += assigned("help", help_text(function, lang), " " * 8)
        for position, argument in enumerate(function.arguments):
            words = function.argument_help(argument.name, lang)[:LONGEST]
            lines += assigned(f"arguments({position})", words, " " * 8)
        lines += ["    End If"]
    lines += [f"    Describe {quoted(function.name)}, help, arguments, lang", "End Sub", ""]
    return "\n".join(lines)
