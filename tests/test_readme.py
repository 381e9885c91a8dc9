"""The README is true: its examples run, in three ways, and give the numbers it shows."""

import csv
import doctest
import re
import shlex
from pathlib import Path

import pytest

from xl_addin.cli import main
from xl_addin.cli.arguments import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_examples_give_what_stands_there():
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried > 5
    assert failed == 0


@pytest.mark.parametrize(
    ("command", "answer"), re.findall(r"^\$ customer-chain (.+)\n(.+)$", README, re.MULTILINE)
)
def test_the_commands_answer_what_stands_there(command, answer, capsys):
    assert main([*shlex.split(command), "--lang", "en"]) == 0
    assert capsys.readouterr().out.strip() == answer


def test_a_closed_file_gives_the_same_scores_tiers_and_flags(tmp_path):
    names: dict = {}
    examples = doctest.DocTestParser().get_examples(README)
    for example in examples[:4]:
        exec(example.source, names)
    names["orders"].to_csv(tmp_path / "orders.csv", index=False)
    book = tmp_path / "Shop.xlsm"
    main(["new", str(book), "--lang", "en"])
    main(["import", str(book), "--orders", str(tmp_path / "orders.csv")])
    main(["refresh", str(book), "--as-of", "2026-10-31"])
    main(["export", str(book), "customers", "--to", str(tmp_path / "out.csv")])
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    shown = re.search(
        r"^ +customer_id +rfm_score.*?(?=^>>>)|customer_id +rfm_score.*?(?=>>>)",
        README,
        re.S | re.M,
    )
    table = [line.split(maxsplit=2) for line in shown[0].splitlines()[1:] if line.strip()]
    for (customer, score, words), row in zip(table, rows, strict=True):
        assert (row["customer_id"], row["rfm_score"]) == (customer, score)
        assert words.split() == [*row["segment"].split(), *row["tier"].split()]
        assert row["churn_flag"] == ("true" if customer == "cyd" else "false")


def test_every_command_is_in_the_readme():
    assert len(COMMANDS) == 22
    for name, _ in COMMANDS:
        assert re.search(rf"customer-chain {name}\b|`{name}`", README), name
