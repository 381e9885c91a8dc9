"""The add-in inside a LibreOffice on a screen, against peers in the same run.

Cells: 10,000 cells with CC_TIER and one array formula over 10,000 rows, against 10,000 cells with
the same rule written as a native IF. Button: Refresh tiers on 20,000 customers and 200,000
orders in the open document, against `customer-chain refresh` on the closed file. `--profile`
prints where the button's time goes, function by function, measured inside LibreOffice.

    python benchmarks/live.py [--customers 20000] [--orders 200000] [--profile]

Needs what the live tests need: LibreOffice, python3-uno, Xvfb, openbox, xdotool, imagemagick.
"""

from __future__ import annotations

import argparse
import pstats
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.refresh import customer_chain, make_workbook
from tests.end_to_end.live_office import Office
from tests.end_to_end.live_screen import Screen
from tests.end_to_end.test_libreoffice_buttons import Window
from udfs.texts import text
from xl_addin.libreoffice.oxt import build_oxt, environment_folders

ROWS = 10_000
ANALYSIS_DATE = 46_326  # 2026-10-31, as a day number
NATIVE = '=IF(A{0}>=4;IF(B{0}>=1000;"High value";"Ordinary");IF(B{0}>=1000;"Potential";"Ordinary"))'
PROFILER = """
import cProfile, sys
sys.path.insert(0, {product!r})
from xl_addin.libreoffice import press
plain = press._to_the_end
def profiled(*given):
    watch = cProfile.Profile()
    try:
        return watch.runcall(plain, *given)
    finally:
        watch.dump_stats({dump!r})
press._to_the_end = profiled
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, Screen(Path(name)) as screen:
        folder = Path(name)
        office = Office(folder, screen.display)
        dump = folder / "button.prof"
        office.run_unopkg("add", build_oxt(folder / "CustomerChain.oxt", _folders(asked, dump)))
        with office:
            cells(office)
            button(office, screen, folder, asked)
        if asked.profile:
            pstats.Stats(str(dump)).sort_stats("cumtime").print_stats(40)


def _folders(asked: argparse.Namespace, dump: Path) -> list[str]:
    """The product's folders; with a profiler that starts with LibreOffice's Python."""
    folders = environment_folders()
    if not asked.profile:
        return folders
    start = dump.parent / "start"
    start.mkdir()
    source = PROFILER.format(product=folders[0], dump=str(dump))
    (start / "cc_profiler.py").write_text(source, encoding="utf-8")
    (start / "zz.pth").write_text("import cc_profiler\n", encoding="utf-8")
    return [*folders, str(start)]


def cells(office: Office) -> None:
    """Recalculation of cells with our function, and of the native rule."""
    document = office.open()
    sheet = document.Sheets.getByIndex(0)
    block = sheet.getCellRangeByName(f"A1:B{ROWS}")
    block.setDataArray(tuple((float(n % 9), float(n * 7 % 2500)) for n in range(ROWS)))
    rows = range(1, ROWS + 1)
    native = _time(document, sheet, tuple((NATIVE.format(n),) for n in rows))
    name = "CUSTOMERCHAIN.FUNCTIONS.CCTIER"
    ours = _time(document, sheet, tuple((f"={name}(A{n};B{n};4;1000)",) for n in rows))
    sheet.getCellRangeByName(f"C1:C{ROWS}").clearContents(16)
    sheet.getCellRangeByName(f"C1:C{ROWS}").ArrayFormula = f"={name}(A1:A{ROWS};B1:B{ROWS};4;1000)"
    spilling = _recalculated(document)
    assert sheet.getCellRangeByName("C5").String, "the function did not answer"
    document.setModified(False)
    document.close(True)
    for what, taken in (
        (f"{ROWS:,} cells with a native IF", native),
        (f"{ROWS:,} cells with CC_TIER", ours),
        (f"one CC_TIER over {ROWS:,} rows", spilling),
    ):
        print(f"{what:<32}{taken:7.2f} s  {taken / native:7.1f} times native")


def _time(document: object, sheet: object, formulas: tuple[tuple[str], ...]) -> float:
    sheet.getCellRangeByName(f"C1:C{ROWS}").setFormulaArray(formulas)  # type: ignore[attr-defined]
    return _recalculated(document)


def _recalculated(document: object) -> float:
    """The quicker of two hard recalculations with changed inputs, so that no memory helps."""
    taken = []
    for step in (0.5, 1.5):
        block = document.Sheets.getByIndex(0).getCellRangeByName(f"B1:B{ROWS}")  # type: ignore[attr-defined]
        document.enableAutomaticCalculation(False)  # type: ignore[attr-defined]
        block.setDataArray(tuple((row[0] + step,) for row in block.getDataArray()))
        before = time.perf_counter()
        document.calculateAll()  # type: ignore[attr-defined]
        taken.append(time.perf_counter() - before)
    return min(taken)


def button(office: Office, screen: Screen, folder: Path, asked: argparse.Namespace) -> None:
    """Refresh tiers, pressed in the window, and on the closed file."""
    closed = make_workbook(folder, asked.customers, asked.orders)
    live = Path(shutil.copy(closed, folder / "Live.xlsm"))
    before = time.perf_counter()
    customer_chain("refresh", str(closed), "--as-of", "2026-10-31")
    on_file = time.perf_counter() - before
    before = time.perf_counter()
    window = Window(office, screen, live)
    opening = time.perf_counter() - before
    window.sheet("settings").getCellRangeByName("B5").Value = ANALYSIS_DATE
    taken = []
    for _ in range(2):
        before = time.perf_counter()
        (said,) = window.press("refresh")
        taken.append(time.perf_counter() - before)
        assert text("press.refreshed", "en") in said, said
    window.close()
    size = f"{asked.customers:,} customers, {asked.orders:,} orders"
    print(f"{size}: opened in {opening:.1f} s")
    print(f"  Refresh tiers, pressed      {taken[0]:6.2f} s, again {taken[1]:.2f} s")
    print(f"  closed file, whole command  {on_file:6.2f} s, ratio {taken[1] / on_file:.2f}")


if __name__ == "__main__":
    main()
