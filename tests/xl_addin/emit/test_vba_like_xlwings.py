"""Our wrappers and wizard texts beside the ones xlwings' own generator makes from the same."""

from types import ModuleType

import pytest

from tests.xl_addin.emit.office import Office
from tests.xl_addin.excel.windows import FakeWorkbook, xlwings_udfs
from udfs.worksheet.registry import functions
from xl_addin.excel.functions import published

MODULE = "xl_addin.excel.functions"


@pytest.fixture(scope="module")
def theirs():
    """The workbook into which xlwings has imported our functions."""
    workbook = FakeWorkbook()
    with xlwings_udfs() as udfs:
        module = ModuleType(MODULE)
        vars(module).update(published(udfs))
        udfs.udf_modules[MODULE] = {"module": module, "filetime": None}
        udfs.import_udfs(MODULE, workbook)
    return workbook


def calls(office, function, arguments):
    office.plug.reply = lambda *_: "done"
    assert office.call_from("B2", function.name, *arguments) == "done"
    return office.plug.calls, office.plug.handed[0][0] is office.book


@pytest.mark.parametrize("given", ["all", "least"])
@pytest.mark.parametrize("function", functions(), ids=lambda f: f.name)
def test_a_wrapper_calls_python_as_the_one_of_xlwings_does(theirs, function, given):
    count = len(function.arguments) if given == "all" else function.least
    arguments = [float(number) for number in range(count)]
    other = Office()
    # The interpreter reads no comment behind a directive.
    imported = theirs.imported.replace("'Adjust when using outside of Excel", "")
    other.add_module(imported, name="CustomerChainFunctions")
    # Where an argument was left out xlwings hands over a mark; ours hands over nothing.
    assert calls(Office(), function, arguments) == calls(other, function, arguments)


def test_the_function_wizard_is_told_what_xlwings_would_tell(theirs):
    office = Office()
    office.run("CustomerChainSetLanguage", "en")
    office.run("CustomerChainDescribe")
    ours = office.application.described
    prefix = f"'{office.book.name}'!"
    assert {name.removeprefix(prefix) for name in ours} == set(theirs.options)
    for name, options in theirs.options.items():
        description, category, arguments = ours[prefix + name]
        assert description.startswith(options["Description"])
        assert arguments == options["ArgumentDescriptions"]
        assert category == "Customer Chain"


def test_xlwings_reads_no_context_from_the_user(theirs):
    assert "Array(CustomerChainContext(), order_count" in theirs.imported
    assert "Function CC_TIER(order_count, revenue" in theirs.imported
