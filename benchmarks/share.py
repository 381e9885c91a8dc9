"""Follow-up sheets and copies for 40 colleagues out of a big workbook, against a bare read of it.

20,000 customers, 200,000 orders, 100,000 contacts; the read is python-calamine's. Each runs in a
process of its own on the same file, in turn, several rounds; what counts is the ratio of the
medians, because machines differ. `--profile` prints where the time of one of them goes.

    python -m benchmarks.share [--rounds 3] [--customers 20000] [--owners 40]
                               [--profile share|follow-up]
"""

from __future__ import annotations

import argparse
import contextlib
import cProfile
import io
import pstats
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from benchmarks.refresh import READ, customer_chain, timed

AS_OF = date(2026, 10, 31)
ORDERS_EACH, CONTACTS_EACH = 10, 5
JOBS = ("follow-up", "share")
TOPICS = ("Price of a larger order", "Delivery", "Complaint about a box", "Return visit")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--owners", type=int, default=40)
    parser.add_argument("--profile", choices=JOBS)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        make_master(asked.make, asked.customers, asked.owners)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = _made_apart(folder / "Benchmark.xlsm", asked)
        print(f"{asked.customers:,} customers, {asked.owners} owners, {_megabytes(book)}")
        if asked.profile:
            _profile(asked.profile, book, folder)
        else:
            _compare(book, folder, asked.rounds)


def _made_apart(path: Path, asked: argparse.Namespace) -> Path:
    """In a process of its own: a child's peak memory begins with that of its parent."""
    sizes = ["--customers", str(asked.customers), "--owners", str(asked.owners)]
    words = [sys.executable, "-m", "benchmarks.share", "--make", str(path), *sizes]
    subprocess.run(words, check=True)
    return path


def make_master(path: Path, customers: int, owners: int) -> None:
    """A master as a company has it after some years, refreshed once."""
    from xl_addin.build import build_workbook
    from xl_addin.defaults import settings_rows

    tables: dict[str, Any] = {
        "settings": settings_rows("en", AS_OF),
        "customers": _columns(_customers(customers, owners)),
        "orders": _columns(_orders(customers)),
        "contacts": _columns(_contacts(customers)),
    }
    build_workbook(path, "en", tables)
    customer_chain("refresh", str(path), "--as-of", AS_OF.isoformat())


def _customers(count: int, owners: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        yield {
            "customer_id": f"C{n:06d}",
            "name": f"Customer {n:06d}",
            "owner": f"Colleague {n % owners:02d}",
            "phone": f"138{n:08d}",
            "email": f"c{n:06d}@example.com",
            "address": f"{n} High Street",
            "region": f"R{n % 9}",
            "consent_purpose": "offers",
            "consent_given_on": date(2024, 1, n % 28 + 1),
            "note": f"Remark number {n} about this customer",
        }


def _orders(customers: int) -> Iterator[dict[str, Any]]:
    draw = random.Random(20261031)
    for n in range(customers * ORDERS_EACH):
        yield {
            "order_id": f"O{n:07d}",
            "customer_id": f"C{int(customers * draw.random()):06d}",
            "order_date": AS_OF - timedelta(int(900 * draw.random())),
            "product": f"Product {n % 60}",
            "quantity": n % 3 + 1,
            "amount": round(5 + 900 * draw.random() ** 3, 2),
            "status": "delivered",
        }


def _contacts(customers: int) -> Iterator[dict[str, Any]]:
    draw = random.Random(20261101)
    for n in range(customers * CONTACTS_EACH):
        day = AS_OF - timedelta(int(700 * draw.random()))
        yield {
            "contact_id": f"K{n:07d}",
            "customer_id": f"C{int(customers * draw.random()):06d}",
            "contacted_at": datetime.combine(day, time(9 + n % 8, n % 60)),
            "channel": "phone",
            "direction": "out",
            "person": "Colleague",
            "topic": TOPICS[n % len(TOPICS)],
            "outcome": f"Agreed on step {n}",
        }


def _columns(rows: Iterator[dict[str, Any]]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {}
    for row in rows:
        for name, cell in row.items():
            columns.setdefault(name, []).append(cell)
    return columns


def _words(job: str, book: Path, out: Path) -> list[str]:
    """The command line of a job."""
    if job == "share":
        return ["share", str(book), "--for", "all", "--to", str(out), "--lang", "en"]
    return ["follow-up", str(book), "--lang", "en"]


def _compare(book: Path, folder: Path, rounds: int) -> None:
    """The follow-up first, so that the copies have their readers' sheets in them."""
    found: dict[str, list[tuple[float, float]]] = {job: [] for job in ("read", *JOBS)}
    for number in range(rounds):
        fresh = folder / f"{number}.xlsm"
        shutil.copy(book, fresh)
        out = folder / f"out {number}"
        out.mkdir()
        found["read"].append(timed([sys.executable, "-c", READ, str(fresh)]))
        for job in JOBS:
            command = [sys.executable, "-m", "xl_addin.cli", *_words(job, fresh, out)]
            found[job].append(timed(command))
        said = ", ".join(f"{job} {times[-1][0]:.1f} s" for job, times in found.items())
        print(f"round {number + 1}: {said}")
        made = list(out.iterdir())
        print(f"  {len(made)} copies, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB")
        shutil.rmtree(out)
    for what, place in (("seconds", 0), ("peak MiB", 1)):
        medians = {
            job: statistics.median(one[place] for one in times) for job, times in found.items()
        }
        for job in JOBS:
            ours, peer = medians[job], medians["read"]
            print(f"{what}: {job} {ours:.1f}, bare read {peer:.1f}, ratio {ours / peer:.1f}")


def _profile(job: str, book: Path, folder: Path) -> None:
    from xl_addin.cli import main as command

    out = folder / "out"
    out.mkdir()
    watch = cProfile.Profile()
    with contextlib.redirect_stdout(io.StringIO()):
        watch.runcall(command, _words(job, book, out))
    pstats.Stats(watch).sort_stats("cumtime").print_stats(70)


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
