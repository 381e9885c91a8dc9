"""install.cmd as text: what cmd can read, every jump lands, every path ends, the right words.

How it runs can only be seen on Windows: docs/release-checklist.md.
"""

import re
from pathlib import Path

import pytest

from udfs.texts import catalogue
from xl_addin.setup import places

PATH = Path(__file__).parents[3] / "install.cmd"
LINES = PATH.read_text(encoding="ascii").splitlines()
CODE = [line for line in LINES if not line.startswith("rem")]
SAID = {key: pair for key, pair in catalogue().items() if key.startswith("setup.cmd.")}
LABEL = re.compile(r":(\w+)$")
JUMP = re.compile(r"\b(?:goto|call) :?(\w+)")
OUT = re.compile(r"(exit /b \S+|goto \w+)$")


def labels(lines):
    return [found[1] for line in lines if (found := LABEL.match(line))]


def jumps(lines):
    code = [line for line in lines if not line.startswith(("rem", "echo"))]
    return {name for line in code for name in re.findall(r"(?:goto |call :)(\w+)", line)}


def blocks(lines):
    """Label to the lines below it; what stands before the first label is `start`."""
    found, name = {"start": []}, "start"
    for line in lines:
        if label := LABEL.match(line):
            name = label[1]
            found[name] = []
        elif line and not line.startswith("rem"):
            found[name].append(line)
    return found


def faults(lines):
    """What would let cmd run astray."""
    wrong = [
        f"label {name} stands twice" for name in labels(lines) if labels(lines).count(name) > 1
    ]
    wrong += [f"no label {name}" for name in jumps(lines) - set(labels(lines))]
    wrong += [f"nobody goes to {name}" for name in set(labels(lines)) - jumps(lines)]
    ends = {name: block[-1] if block else "" for name, block in blocks(lines).items()}
    wrong += [f"{name} runs on into the next" for name, end in ends.items() if not OUT.search(end)]
    wrong += [f"quotes: {line}" for line in lines if line[:3] != "rem" and line.count('"') % 2]
    return wrong


def test_cmd_can_read_it_in_every_code_page():
    content = PATH.read_bytes()
    assert content.isascii()
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    assert content.endswith(b"\r\n")
    assert not [line for line in LINES if len(line) > 8000]


def test_every_jump_lands_and_every_path_ends():
    assert faults(LINES) == []


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("goto end", "goto the_end"),
        (":failed", ":fail"),
        ("exit /b %CODE%", "rem nothing"),
        ('set "CODE=1"', 'set "CODE=1'),
        (":try_program", ":try_launcher"),
    ],
)
def test_a_seeded_fault_is_found(line, broken):
    assert line in LINES
    place = LINES.index(line)
    assert faults([*LINES[:place], broken, *LINES[place + 1 :]])


def test_a_step_that_may_fail_is_followed_by_a_way_out():
    """A crash gives a negative code, which `if errorlevel 1` does not see."""
    assert not [line for line in CODE if line.startswith("if errorlevel")]
    steps = re.compile(r" -m (venv|pip) |excel install| -c |call :(find_package|make_|install_)")
    after = [CODE[place + 1] for place, line in enumerate(CODE) if steps.search(line)]
    checked = 'if not "%ERRORLEVEL%"=="0" '
    assert len(after) == 9
    assert all(line.startswith((checked, "if exist")) for line in after)


@pytest.mark.parametrize("key", SAID)
def test_a_sentence_is_that_of_the_catalogue_in_both_languages(key):
    chinese, english = SAID[key]
    name = key.rsplit(".", 1)[1]
    assert blocks(LINES)[f"say_{name}"] == [
        f"echo {english}",
        f"call :chinese {','.join(str(ord(letter)) for letter in chinese)}",
        "exit /b 0",
    ]


def test_no_sentence_is_left_over_or_holds_a_character_that_cmd_takes_for_itself():
    said = {name[4:] for name in labels(LINES) if name.startswith("say_")}
    assert said == {key.rsplit(".", 1)[1] for key in SAID}
    spoken = "".join(english for _, english in SAID.values())
    assert not re.findall(r"[&<>^%!|]", spoken)


def test_it_builds_the_environment_where_the_product_looks_for_it():
    assert f'set "PRIVATE={places.ENVIRONMENT}"' in LINES
    assert places.INTERPRETER == places.ENVIRONMENT + r"\Scripts\python.exe"


def test_it_takes_the_pythons_that_the_package_takes():
    bounds = re.search(
        r'requires-python = ">=3\.(\d+),<3\.(\d+)"',
        (PATH.parent / "pyproject.toml").read_text(encoding="utf-8"),
    )
    first, behind = int(bounds[1]), int(bounds[2])
    fit = next(line for line in CODE if line.startswith('set "FIT='))
    assert f"(3, {first}) <= sys.version_info[:2] <= (3, {behind - 1})" in fit
    tried = next(line for line in CODE if "in (3." in line)
    assert set(re.findall(r"3\.(\d+)", tried)) == {str(n) for n in range(first, behind)}


def test_the_test_for_a_python_is_python(monkeypatch):
    fit = next(line for line in CODE if line.startswith('set "FIT='))[len('set "FIT=') : -1]
    with pytest.raises(SystemExit) as left:
        exec(compile(fit, "install.cmd", "exec"), {})
    assert left.value.code == 0
    monkeypatch.setattr("sys.base_prefix", r"C:\Program Files\WindowsApps\Python.3.13")
    with pytest.raises(SystemExit) as left:
        exec(compile(fit, "install.cmd", "exec"), {})
    assert left.value.code == 1
