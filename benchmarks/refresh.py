"""Refresh of a big workbook against openpyxl's load and save and python-calamine's bare read.

All three run in processes of their own on the same file, in turn, several rounds; what counts
is the ratio of the medians, because machines differ. `--large` adds 100,000 customers and
1,000,000 orders, where openpyxl is left out.

    python benchmarks/refresh.py [--rounds 3] [--large] [--no-openpyxl]
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

AS_OF = date(2026, 10, 31)

READ = """
import sys, python_calamine
book = python_calamine.load_workbook(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
LOAD_AND_SAVE = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book.save(sys.argv[2])
"""


def make_workbook(folder: Path, customers: int, orders: int) -> Path:
    """A workbook as a user gets it: made, filled from two files, refreshed once."""
    draw = random.Random(20261031)
    people, log = folder / "people.csv", folder / "log.csv"
    with people.open("w", encoding="utf-8") as file:
        file.write(
            "customer_id,name,phone,region,city,email,created_on,sex,birthday,address,interests,"
            "source,preferred_channel,consent_purpose,consent_given_on,data_confirmed_on\n"
        )
        for n in range(customers):
            day = f"{n % 28 + 1:02d}"
            file.write(f"C{n:06d},Customer {n},555-01{n % 100:02d},R{n % 9},City {n % 90},")
            file.write(
                f"c{n}@example.com,2024-01-{day},{('female', 'male')[n % 2]},19{n % 40 + 60}-05-"
            )
            file.write(f"{day},{n} High Street,technology,online,email,offers,2024-01-{day},")
            file.write(f"2026-02-{day}\n")
    with log.open("w", encoding="utf-8") as file:
        file.write("order_id,customer_id,order_date,product,quantity,amount,status\n")
        for n in range(orders):
            buyer = int(customers * draw.random() ** 2)
            day = AS_OF - timedelta(days=int(900 * draw.random()))
            amount = round(5 + 900 * draw.random() ** 3, 2)
            status = "cancelled" if draw.random() < 0.03 else "delivered"
            file.write(
                f"O{n:07d},C{buyer:06d},{day},Product {n % 60},{n % 3 + 1},{amount},{status}\n"
            )
    book = folder / "Benchmark.xlsm"
    customer_chain("new", str(book))
    customer_chain("import", str(book), "--customers", str(people), "--orders", str(log))
    customer_chain("refresh", str(book), "--as-of", AS_OF.isoformat())
    return book


def customer_chain(*words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "xl_addin.cli", *words, "--lang", "en"],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def timed(words: list[str]) -> tuple[float, float]:
    """Seconds on the clock and peak memory in MiB of one process."""
    before = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = _wait(process)
    if status:
        raise SystemExit(f"{words} failed")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return time.perf_counter() - before, usage.ru_maxrss / scale


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, int, resource.struct_rusage]:
    import os

    answer = os.wait4(process.pid, 0)
    process.returncode = answer[1]
    return answer


def compare(customers: int, orders: int, rounds: int, with_openpyxl: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = make_workbook(folder, customers, orders)
        size = book.stat().st_size / (1 << 20)
        print(f"\n{customers:,} customers, {orders:,} orders, {size:.1f} MiB on disk")
        jobs = {
            "refresh": [sys.executable, "-m", "xl_addin.cli", "refresh", str(book), "--as-of",
                        AS_OF.isoformat(), "--lang", "en"],
            "python-calamine read": [sys.executable, "-c", READ, str(book)],
        }  # fmt: skip
        if with_openpyxl:
            target = str(folder / "saved.xlsm")
            jobs["openpyxl load and save"] = [
                sys.executable, "-c", LOAD_AND_SAVE, str(book), target,
            ]  # fmt: skip
        for job in ("refresh", "python-calamine read"):
            timed(jobs[job])  # warm the disk cache
        results: dict[str, list[tuple[float, float]]] = {job: [] for job in jobs}
        for _ in range(rounds):
            for job, words in jobs.items():
                results[job].append(timed(words))
        report(results)


def report(results: dict[str, list[tuple[float, float]]]) -> None:
    own = statistics.median(seconds for seconds, _ in results["refresh"])
    for job, runs in results.items():
        seconds = statistics.median(s for s, _ in runs)
        memory = max(m for _, m in runs)
        ratio = own / seconds
        print(f"  {job:24} {seconds:8.2f} s  {memory:7.0f} MiB   refresh / this = {ratio:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--no-openpyxl", action="store_true")
    options = parser.parse_args()
    compare(20_000, 200_000, options.rounds, not options.no_openpyxl)
    if options.large:
        compare(100_000, 1_000_000, 1, False)


if __name__ == "__main__":
    main()
