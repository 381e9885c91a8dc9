"""Uninstall: all that install made is taken back, and nothing else.

The workbooks stay: they are the user's. The private Python cannot remove itself while it runs, so
it goes as the last thing, after this program has ended.
"""

from __future__ import annotations

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.setup import places, trust, xlwings_config
from xl_addin.setup.install import shortcut_paths
from xl_addin.setup.system import System

_EXCEL = "EXCEL.EXE"


def uninstall(system: System, lang: str) -> list[str]:
    """Take set-up back; refused while Excel runs, because it holds the private Python."""
    if excel_runs(system):
        raise BadValue("setup.close_excel")
    trust.take_back(system)
    xlwings_config.take_back(system)
    for path in shortcut_paths(system):
        system.remove(path)
    system.delete_registry(places.PROGRAMS_LIST)
    system.remove_folder_later(places.real(system, places.ENVIRONMENT))
    return [
        text("setup.taken_back", lang),
        text("setup.workbooks_stay", lang, folder=places.real(system, places.BOOKS)),
    ]


def excel_runs(system: System) -> bool:
    """Asked of Windows' own list of tasks; where that is forbidden the answer is no."""
    answer = system.run(["tasklist.exe", "/nh", "/fi", f"imagename eq {_EXCEL}"], 30)
    return answer.code == 0 and _EXCEL in answer.output.upper()
