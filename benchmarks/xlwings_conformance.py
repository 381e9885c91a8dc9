"""Runs xlwings' own public tests against the LibreOffice engine and counts what passes.

    python benchmarks/xlwings_conformance.py [--keep FOLDER] [--sdist FILE] [module ...]

The tests are those of the pinned xlwings version, taken from its source distribution on the package
index with pip; nothing of them is kept in this project. Each module runs in a process of its own.
Which tests fail and why: docs/libreoffice-engine.md.
"""

import argparse
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = ("range", "sheet", "book", "conversion", "ndim", "names", "app")
MODULE_SECONDS = 900

# pip asks a source distribution for its metadata before it hands it over, and xlwings would
# compile Rust for that. This stands in for the compiler's front end and answers the question.
BACKEND = """
import os
def get_requires_for_build_wheel(config_settings=None):
    return []
def prepare_metadata_for_build_wheel(folder, config_settings=None):
    info = "xlwings-{version}.dist-info"
    os.mkdir(os.path.join(folder, info))
    with open(os.path.join(folder, info, "METADATA"), "w") as file:
        file.write("Metadata-Version: 2.1\\nName: xlwings\\nVersion: {version}\\n")
    return info
"""
CONFTEST = """
import sys
sys.path.append({root!r})
from xl_addin.engines import libreoffice
libreoffice.register()
"""


def pip(*arguments, path=""):
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(path)}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def source_distribution(folder):
    """The .tar.gz of the installed xlwings version, as the package index has it."""
    stub = folder / "backend"
    stub.mkdir()
    (stub / "maturin.py").write_text(BACKEND.replace("{version}", version("xlwings")))
    pip(
        "download",
        f"xlwings=={version('xlwings')}",
        "--no-deps",
        "--no-binary=xlwings",
        "--no-build-isolation",
        f"--dest={folder}",
        path=stub,
    )
    return next(folder.glob("xlwings-*.tar.gz"))


def unpack(archive, folder):
    """Only the tests: beside them xlwings' own sources would be imported instead of the package."""
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            inside = member.name.partition("/")[2]
            if inside.startswith("tests/") and member.isfile():
                member.name = inside
                tar.extract(member, folder, filter="data")
    (folder / "conftest.py").write_text(CONFTEST.format(root=str(ROOT)))
    if find_spec("pytz") is None:
        pip("install", "--quiet", "--target", str(folder / "extra"), "pytz")
        with (folder / "conftest.py").open("a") as file:
            file.write(f"sys.path.append({str(folder / 'extra')!r})\n")


def run(module, folder):
    """The outcome of each test of a module: {"tests/...::name": "PASSED"}, and what was said."""
    command = [sys.executable, "-m", "pytest", "-rA", "--tb=short", "-p", "no:cacheprovider"]
    command += ["-c", "conftest.ini", "--rootdir=.", f"tests/test_{module}.py"]
    (folder / "conftest.ini").write_text("[pytest]\n")
    answer = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=MODULE_SECONDS
    )
    lines = re.findall(r"^(PASSED|FAILED|ERROR|SKIPPED) (.*)$", answer.stdout, re.MULTILINE)
    return lines, answer.stdout


def counted(lines):
    counts = Counter()
    for outcome, text in lines:
        several = re.match(r"\[(\d+)\]", text) if outcome == "SKIPPED" else None
        counts[outcome] += int(several[1]) if several else 1
    return counts


def report(name, counts):
    failed = counts["FAILED"] + counts["ERROR"]
    total = counts["PASSED"] + failed + counts["SKIPPED"]
    print(
        f"{name:<12} {total:>5} {counts['PASSED']:>7} {failed:>7} {counts['SKIPPED']:>8}",
        flush=True,
    )


def conformance(modules, folder, archive):
    unpack(archive or source_distribution(folder), folder)
    print(f"{'module':<12} {'tests':>5} {'passed':>7} {'failed':>7} {'skipped':>8}")
    total, remarks = Counter(), []
    for module in modules:
        lines, output = run(module, folder)
        (folder / f"{module}.log").write_text(output)
        counts = counted(lines)
        report(module, counts)
        total += counts
        remarks += [f"{outcome} {text}" for outcome, text in lines if outcome != "PASSED"]
    report("all", total)
    print("\n".join(remarks))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--sdist", type=Path, help="a source distribution already downloaded")
    parser.add_argument("--keep", type=Path, help="keep the tests and their output in this folder")
    choice = parser.parse_args()
    if choice.keep:
        choice.keep.mkdir(parents=True, exist_ok=True)
        conformance(choice.modules, choice.keep.resolve(), choice.sdist)
        return
    with tempfile.TemporaryDirectory() as folder:
        conformance(choice.modules, Path(folder), choice.sdist)


if __name__ == "__main__":
    main()
