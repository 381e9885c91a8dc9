"""A call through xlwings' real COM server class, with Windows replaced by stand-ins.

From `CallUDF` on, as VBA calls it, to the value VBA gets: unpacking, our function, packing.
"""

import sys
from types import ModuleType, SimpleNamespace

import pytest
import xlwings

from tests.xl_addin.excel.windows import xlwings_udfs
from udfs.texts import text
from xl_addin.excel import functions, presses
from xl_addin.excel.marks import MARK, NEXT

NOT_RANGES = SimpleNamespace(
    Range=lambda xl: SimpleNamespace(xl=xl),
    Book=lambda xl: SimpleNamespace(xl=xl),
    is_range_instance=lambda value: False,
    BOOK_CALLER=None,
)


@pytest.fixture
def server(monkeypatch):
    """`XLPython`, the object VBA holds, with our two modules published as on Windows."""
    with xlwings_udfs() as udfs:
        for name in ("win32api", "win32event", "win32com.server"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        for name in ("dispatcher", "policy", "util"):
            monkeypatch.setitem(sys.modules, f"win32com.server.{name}", ModuleType(name))
        pythoncom = sys.modules["pythoncom"]
        pythoncom.IID_IDispatch, pythoncom.TypeIIDs = 0, [SimpleNamespace]
        monkeypatch.setattr(xlwings, "_xlwindows", NOT_RANGES, raising=False)
        monkeypatch.setattr(udfs, "Range", lambda impl: SimpleNamespace(impl=impl, address="$A$1"))
        monkeypatch.setattr(xlwings, "engines", {"excel": SimpleNamespace()})
        for module in (functions, presses):
            copy = ModuleType(module.__name__)
            vars(copy).update(vars(module) | module.published(udfs))
            udfs.udf_modules[module.__name__] = {"module": copy, "filetime": None}
        from xlwings import com_server

        yield com_server.XLPython()
        com_server.loop.close()
    sys.modules.pop("xlwings.com_server", None)


def called(server, name, *arguments):
    return server.CallUDF("xl_addin.excel.functions", name, ("en|1900", *arguments), "book", None)


def test_one_value_in_is_one_value_out(server):
    assert called(server, "CC_SEGMENT", 5.0, 5.0, 4.0, None) == "Champions"


def test_a_column_stays_a_column_and_its_bad_cells_are_marked(server):
    column = called(server, "CC_SEGMENT", ((5.0,), (9.0,), (-2146826246,)), 5.0, 4.0, None)
    assert column[0] == ["Champions"]
    assert column[1][0].split(NEXT)[0] == f"{MARK}#VALUE!"
    assert column[2][0].split(NEXT)[0] == f"{MARK}#N/A"


def test_a_row_comes_back_flat_as_xlwings_packs_it(server):
    assert called(server, "CC_SEGMENT", ((5.0, None),), 5.0, 4.0, None) == ["Champions", ""]


def test_a_button_speaks_in_plain_texts(server):
    answer = server.CallUDF("xl_addin.excel.presses", "cc_step", ("refresh", "en"), "book", None)
    assert answer == MARK + text("vba.lost", "en")
