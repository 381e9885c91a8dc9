"""docs/functions.md is what the registry says, no more and no less."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from udfs.worksheet.registry import call, functions
from xl_addin.emit.formulas import formula, shown
from xl_addin.emit.function_docs import render

FILE = Path(__file__).parents[2] / "docs" / "functions.md"


def test_the_file_is_fresh():
    command = "python -m xl_addin.emit.function_docs docs/functions.md"
    assert FILE.read_bytes() == render().encode(), f"run {command}"


def test_the_module_writes_the_file(tmp_path):
    target = tmp_path / "functions.md"
    subprocess.run(
        [sys.executable, "-m", "xl_addin.emit.function_docs", str(target)],
        check=True,
        cwd=FILE.parents[1],
    )
    assert target.read_bytes() == FILE.read_bytes()


@pytest.mark.parametrize("f", functions(), ids=lambda f: f.name)
def test_every_function_stands_there_with_all_arguments_and_both_summaries(f):
    section = render().split(f"### {f.name}\n")[1].split("\n### ")[0]
    assert f.signature() in section
    assert f.summary("zh") in section
    assert f.summary("en") in section
    for argument in f.arguments:
        assert f"- `{argument.name}`" in section
        assert f.argument_help(argument.name, "en") in section


@pytest.mark.parametrize("f", functions(), ids=lambda f: f.name)
def test_the_documented_formula_and_result_belong_together(f):
    section = render().split(f"### {f.name}\n")[1]
    formula_line, *result_lines = section.split("```\n")[1].strip().split("\n")
    assert formula_line.startswith(f"={f.name}(")
    result = call(f.name, list(f.example.arguments))
    rows = result if isinstance(result, list) else [[result]]
    assert result_lines == ["  ".join(map(shown, row)) for row in rows]


def test_every_link_of_the_list_has_its_heading():
    links = re.findall(r"\(#([a-z_]+)\)", render())
    headings = [line[4:].lower() for line in render().split("\n") if line.startswith("### ")]
    assert sorted(links) == sorted(headings)
    assert len(links) == len(functions())


def test_a_formula_is_written_as_excel_wants_it():
    given = [5, 'a "b"', True, date(2026, 1, 31), None, [[1, "x"], [None, False]], [1, 2]]
    assert formula("F", given) == ('=F(5,"a ""b""",TRUE,DATE(2026,1,31),,{1,"x";"",FALSE},{1;2})')
