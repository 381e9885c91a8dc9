import subprocess
import sys

import pytest

from xl_addin.engines.libreoffice import bridge


def test_paths_become_urls_and_come_back(app, tmp_path):
    path = str(tmp_path / "客户 链.xlsx")
    assert bridge.to_url(path).startswith("file:///")
    assert bridge.to_path(bridge.to_url(path)) == path
    assert bridge.to_path("private:factory/scalc") == "private:factory/scalc"


def test_arguments_that_are_none_are_left_out(app):
    made = bridge.properties(Hidden=True, Password=None)
    assert [(one.Name, one.Value) for one in made] == [("Hidden", True)]


def test_a_missing_uno_is_explained(monkeypatch):
    def missing():
        raise ImportError

    monkeypatch.setattr(bridge, "_import_uno", missing)
    monkeypatch.setattr(bridge, "PLACES", ())
    monkeypatch.delenv("UNO_PATH", raising=False)
    bridge.uno.cache_clear()
    with pytest.raises(bridge.UnoMissing, match="python3-uno"):
        bridge.uno()
    bridge.uno.cache_clear()


def test_looking_for_uno_leaves_the_search_path_as_it_was(app):
    code = (
        "import sys\n"
        "from xl_addin.engines.libreoffice.bridge import uno\n"
        "before = list(sys.path); uno()\n"
        "assert sys.path == before"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_licensed_part_of_xlwings_is_loaded():
    code = (
        "import pkgutil, importlib, sys, xlwings\n"
        "import xl_addin.engines.libreoffice as engine\n"
        "for module in pkgutil.iter_modules(engine.__path__):\n"
        "    importlib.import_module(f'{engine.__name__}.{module.name}')\n"
        "assert xlwings.__pro__ is False\n"
        "assert 'xlwings.server' not in sys.modules and 'xlwings.reports' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
