"""Excel's VBA at work, with our real Python functions behind the plug."""

import pytest

from tests.xl_addin.emit.office import Office
from xl_addin.excel import functions, presses

MODULES = {"xl_addin.excel.functions": functions, "xl_addin.excel.presses": presses}


@pytest.fixture
def office():
    excel = Office()
    excel.plug.reply = lambda script, name, args: getattr(MODULES[script], name)(*args)
    return excel
