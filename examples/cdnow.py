"""CDNOW: the real orders of 23,570 customers of a music shop, 1997-01-01 to 1998-06-30.

The data come inside the package file of lifetimes 0.11.3 (MIT licence), which is fetched by
pip, kept in `.cache/` and only opened as a zip; nothing of it is installed or imported.
Source: Fader and Hardie, "Forecasting repeat sales at CDNOW", Interfaces 31 (2001).
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
import zipfile
from datetime import date
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache"
PACKAGE = "lifetimes==0.11.3"
LAST_DAY = date(1998, 6, 30)
FILES = {
    "master": "lifetimes/datasets/CDNOW_master.txt",
    "sample": "lifetimes/datasets/CDNOW_sample.txt",
}


def package_file(cache: Path = CACHE) -> Path | None:
    """The package file, from the cache or the package index; None when neither has it."""
    found = sorted(cache.glob("[Ll]ifetimes-0.11.3*.whl"))
    if found:
        return found[0]
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:  # another process may look meanwhile
        if not _download(Path(folder)):
            return None
        fresh = next(iter(Path(folder).glob("*.whl")), None)
        return fresh and fresh.replace(cache / fresh.name)


def _download(folder: Path) -> bool:
    words = ["download", "--quiet", "--no-deps", "--disable-pip-version-check", PACKAGE]
    limits = ["--retries", "1", "--timeout", "15", "--dest", str(folder)]
    try:
        subprocess.run(
            [sys.executable, "-m", "pip", *words, *limits],
            check=True,
            capture_output=True,
            timeout=180,
        )
    except (subprocess.SubprocessError, OSError):
        return False
    return True


def write_orders(which: str, target: Path, cache: Path = CACHE) -> int | None:
    """Write the log "master" or "sample" as CSV; the number of orders, None when out of reach.

    A line is: customer, date as 19970101, number of CDs, dollars; in the sample the customer's
    number within the sample stands after the customer.
    """
    package = package_file(cache)
    if package is None:
        return None
    with zipfile.ZipFile(package) as archive:
        text = archive.read(FILES[which]).decode("ascii")
    words = [line.split() for line in io.StringIO(text)]
    rows = [row for row in words if len(row) >= 4 and row[-3].isdigit()]  # without the header
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["customer_id", "order_date", "quantity", "amount"])
        for row in rows:
            day = row[-3]
            writer.writerow([row[0], f"{day[:4]}-{day[4:6]}-{day[6:]}", row[-2], row[-1]])
    return len(rows)
