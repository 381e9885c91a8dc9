"""The main job on a real shop's orders, through the command line, as a user would do it.

`make run`: a new workbook, the orders of CDNOW imported, everything refreshed. Where the
package index is out of reach, the built-in sample shop takes their place.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cdnow import LAST_DAY, write_orders

from xl_addin.cli import main as customer_chain

MISSING = """The CDNOW orders could not be fetched (no connection to the package index?);
the built-in sample shop is used instead."""


def run(*words: str) -> None:
    print(f"\n$ customer-chain {' '.join(words)}", flush=True)
    code = customer_chain(words)
    if code:
        sys.exit(code)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder for the workbook")
    parser.add_argument("--orders", choices=("master", "sample"), default="master")
    parser.add_argument("--lang", choices=("zh", "en"), default="en")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    workbook = options.out / "CustomerChain.xlsm"
    for old in (workbook, workbook.with_name("CustomerChain.undo.xlsm")):
        old.unlink(missing_ok=True)
    log = options.out / "cdnow_orders.csv"
    lang = ("--lang", options.lang)
    if write_orders(options.orders, log) is None:
        print(MISSING)
        run("new", str(workbook), "--sample", *lang)
        run("refresh", str(workbook), *lang)
    else:
        run("new", str(workbook), *lang)
        run("import", str(workbook), "--orders", str(log), *lang)
        run("refresh", str(workbook), "--as-of", LAST_DAY.isoformat(), *lang)
    print(f"\nThe workbook is {workbook.resolve()}")


if __name__ == "__main__":
    main()
