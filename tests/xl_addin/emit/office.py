"""Excel's VBA in pyOpenVBA's interpreter, with a Python server that can be unplugged.

The modules are the ones the workbook gets. Stand-ins replace what needs Windows: the module
xlwings (server and configuration), the registry, DoEvents, and the window of a message.
"""

from functools import cache

from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.apps.excel._model import Application, Workbook
from pyopenvba.interpreter import (
    EMPTY,
    MISSING,
    Interpreter,
    VBAArray,
    VBAErrorValue,
    VBAInt,
    VBAObject,
    member,
    method,
    parse_module,
    setter,
)
from pyopenvba.interpreter._objects import MemberSpec
from pyopenvba.interpreter._runtime import ModuleRuntime
from pyopenvba.interpreter._values import error

from xl_addin.emit.vba import modules
from xl_addin.emit.vba.project import workbook_module

COM_ERRORS = -2146828288
XLWINGS = """
Public Function XLPy() As Object
    Set XLPy = Plug.Server
End Function
Public Function GetConfig(key As String, Optional default As String = "") As Variant
    GetConfig = Plug.Config(key)
End Function
Public Function FileExists(ByVal path As String) As Boolean
    FileExists = Plug.Exists(path)
End Function
"""


def from_vba(value):
    """A value of VBA as COM hands it to Python."""
    if isinstance(value, VBAArray):
        if value.dimensions == 1:
            return tuple(map(from_vba, value.items))
        (top, bottom), (left, right) = value.bounds
        return tuple(
            tuple(from_vba(value.get([row, col])) for col in range(left, right + 1))
            for row in range(top, bottom + 1)
        )
    if isinstance(value, VBAErrorValue):
        return COM_ERRORS + value.number
    if value is EMPTY or value is MISSING:
        return None
    if isinstance(value, VBAInt):
        return float(value)
    return value


def to_vba(answer):
    """An answer as the server of xlwings sends it: rows, one row, or one value."""
    if not isinstance(answer, list):
        return answer
    if len(answer) == 1:
        (row,) = answer
        return row[0] if len(row) == 1 else VBAArray([(0, len(row) - 1)], items=list(row))
    columns = list(zip(*answer, strict=True))
    items = [value for column in columns for value in column]
    return VBAArray([(0, len(answer) - 1), (0, len(columns) - 1)], items=items)


class Server(VBAObject):
    """XLPy: records the calls, answers with `reply(module, function, arguments)`."""

    def __init__(self, plug):
        self.plug = plug

    @method
    def CallUDF(self, script, name, args, this_workbook=MISSING, caller=MISSING):  # noqa: N802
        self.plug.calls.append((script, name, from_vba(args)))
        self.plug.handed.append((this_workbook, caller))
        if self.plug.deaths:
            raise error(self.plug.deaths.pop(0), "the server is gone")
        return to_vba(self.plug.reply(script, name, from_vba(args)))


class Plug(VBAObject):
    """What tests hold in their hands: the server, its program, and what was asked of them."""

    def __init__(self):
        self.program = "C:\\CustomerChain\\pythonw.exe"
        self.exists = True
        self.starts = 0
        self.start_fails = False
        self.deaths = []
        self.calls = []
        self.handed = []
        self.reply = lambda script, name, args: [["answer"]]

    @member
    def Server(self):  # noqa: N802
        self.starts += 1
        if self.start_fails:
            raise error(1000, "no server")
        return Server(self)

    @method
    def Config(self, key):  # noqa: N802
        return self.program if key == "INTERPRETER_WIN" else ""

    @method
    def Exists(self, path):  # noqa: N802
        return self.exists


class OfficeLanguages(VBAObject):
    def __init__(self, application):
        self.application = application

    @method
    def LanguageID(self, which):  # noqa: N802
        if self.application.menu_language is None:
            raise error(438, "this Office does not tell")
        return VBAInt(self.application.menu_language, "Long")


# Excel's Workbook has it, the interpreter does not; a test sets the attribute.
Workbook.vba_add_member(
    MemberSpec("Date1904", "property", lambda book: getattr(book, "date1904", False))
)


class FakeApplication(Application):
    """Excel's Application with the members the interpreter does not have."""

    def __init__(self):
        super().__init__()
        self.caller = VBAErrorValue(2023)
        self.menu_language = 2052
        self.cancel_key = 1
        self.described = {}

    @member
    def Caller(self):  # noqa: N802
        return self.caller

    @member
    def LanguageSettings(self):  # noqa: N802
        return OfficeLanguages(self)

    @member
    def EnableCancelKey(self):  # noqa: N802
        return self.cancel_key

    @setter("EnableCancelKey")
    def _set_cancel_key(self, value):
        self.cancel_key = int(value)

    @method
    def MacroOptions(self, Macro, Description, Category, ArgumentDescriptions):  # noqa: N802, N803
        self.described[Macro] = (Description, Category, list(ArgumentDescriptions.items))


class QuickInterpreter(Interpreter):
    """The interpreter, which reads the same source only once in all tests."""

    def add_module(self, source, *, name="", kind="standard"):
        runtime = ModuleRuntime(parsed(source, name, kind), self)
        self.modules[name.lower()] = runtime
        return runtime


@cache
def parsed(source, name, kind):
    return parse_module(source, name=name, kind=kind)


class Bridge(ExcelBridge):
    def __init__(self, application, plug):
        super().__init__(application)
        self.plug = plug

    def global_object(self, name):
        return self.plug if name == "plug" else super().global_object(name)


class Office(ExcelApplication):
    """Excel with our modules loaded and one workbook open."""

    def __init__(self):
        self.plug = Plug()
        self.application = FakeApplication()
        self.interpreter = QuickInterpreter(Bridge(self.application, self.plug))
        self.application.interpreter = self.interpreter
        self.registry = {}
        self.events = []
        self._teach_windows()
        self.book = self.add_workbook()
        self.add_module(XLWINGS, name="xlwings")
        for module in modules():
            self.add_module(shown_by_msgbox(module.source), name=module.name)
        self.add_module(workbook_module().source, name="ThisWorkbook", kind="document")

    def _teach_windows(self):
        known = dict(self.interpreter._intrinsics)
        known["getsetting"] = lambda _, args, named: self.registry.get(args[2], args[3])
        known["savesetting"] = lambda _, args, named: self.registry.update({args[2]: args[3]})
        known["doevents"] = lambda _, args, named: self.events.append("events")
        self.interpreter._intrinsics = known

    def call_from(self, place, name, *arguments):
        """The value the cell `place` gets when its formula calls `name`."""
        self.application.caller = self.cell(place)
        try:
            return self.interpreter.run(name, list(arguments))
        finally:
            self.application.caller = VBAErrorValue(2023)

    def cell(self, place):
        return self.sheet(1).sheet.vba_get("Range", [place])

    def said(self):
        """The messages shown, oldest first."""
        return [words for _, words, _, _ in self.interpreter.dialogs]


def shown_by_msgbox(source):
    # MessageBoxW cannot be called here; MsgBox, which a Mac uses, is recorded.
    return source.replace("#If Mac Then", "#If True Then")
