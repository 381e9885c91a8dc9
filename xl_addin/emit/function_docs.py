"""docs/functions.md from the registry of worksheet functions.

`python -m xl_addin.emit.function_docs docs/functions.md` writes it; a test in
tests/xl_addin/test_emit_function_docs.py holds the file to what the registry says.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from udfs.texts import text
from udfs.worksheet.registry import FAMILIES, Argument, Function, functions
from xl_addin.emit.formulas import formula, shown

_INTRODUCTION = """\
# Worksheet functions

<!-- Made from the registry by `python -m xl_addin.emit.function_docs docs/functions.md`. -->

Every function takes single cells or ranges and answers in their shape: one range formula
spills over as many rows as it is given. A single value goes with every cell of a range. A cell
that cannot be read gives its own error in its own place and leaves its neighbours alone. Try one
without a spreadsheet: `customer-chain call CC_SEGMENT 5 5 4`.

| function | answers | 用途 |
|---|---|---|
"""


def render() -> str:
    """The whole of docs/functions.md."""
    grouped = [f for family in FAMILIES for f in functions() if f.family == family]
    rows = [
        f"| [{f.name}](#{f.name.lower()}) | {f.summary('en')} | {f.summary('zh')} |"
        for f in grouped
    ]
    parts = [_INTRODUCTION + "\n".join(rows)]
    for family in FAMILIES:
        parts.append(f"## {text(f'family.{family}', 'en')} · {text(f'family.{family}', 'zh')}")
        parts += [_section(f) for f in functions() if f.family == family]
    return "\n\n".join(parts) + "\n"


def _section(function: Function) -> str:
    lines = [
        f"### {function.name}",
        "",
        f"`{function.signature()}`",
        "",
        f"{function.summary('en')} {function.summary('zh')}",
        "",
        *[_argument_line(function, argument) for argument in function.arguments],
        "",
        f"Result: {function.result_help('en')}",
        "",
        "```",
        formula(function.name, function.example.arguments),
        *_result_lines(function.example.result),
        "```",
    ]
    return "\n".join(lines)


def _argument_line(function: Function, argument: Argument) -> str:
    optional = " (optional)" if argument.optional else ""
    return f"- `{argument.name}`{optional}: {function.argument_help(argument.name, 'en')}"


def _result_lines(result: Any) -> list[str]:
    rows = result if isinstance(result, list) else [[result]]
    return ["  ".join(map(shown, row)) for row in rows]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(), encoding="utf-8", newline="\n")
