"""The import rule as a table: who may import whom, read from the sources.

udfs (pure) <- xl_addin's tables, intake and commands <- hosts, build and emit <- cli. A part is
the longest name of the table that fits a module; it may import itself, the parts named for it,
the standard library and the outside packages named for it, also inside functions.
"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NUMBERS = {"numpy", "pandas"}
BASE = {"udfs", "udfs.texts", "xl_addin"}

# part: (our parts it may import besides itself, outside packages it may import)
MAY_IMPORT: dict[str, tuple[set[str], set[str]]] = {
    "udfs.texts": (set(), set()),
    "udfs": ({"udfs.texts"}, NUMBERS | {"holidays", "borax"}),
    "udfs.worksheet": ({"udfs", "udfs.texts"}, NUMBERS),
    "xl_addin": (BASE, set()),
    "xl_addin.intake": (BASE, NUMBERS | {"python_calamine"}),
    "xl_addin.commands": (BASE | {"udfs.worksheet", "xl_addin.intake"}, NUMBERS),
    "xl_addin.package": (BASE, {"openpyxl"}),
    "xl_addin.copying": (BASE | {"xl_addin.package"}, {"openpyxl", "msoffcrypto"}),
    # The engines: to open a workbook hidden in LibreOffice, which xlwings has no word for.
    "xl_addin.hosts": (
        BASE | {"xl_addin.package", "xl_addin.engines", "xl_addin.hosts.page_layout"},
        NUMBERS | {"python_calamine", "xlwings"},
    ),
    "xl_addin.hosts.page_layout": (BASE, set()),
    "xl_addin.buttons": (
        BASE
        | {"xl_addin.commands", "xl_addin.engines", "xl_addin.hosts"}
        | {"xl_addin.intake", "xl_addin.package", "xl_addin.buttons.table", "xl_addin.build"}
        | {"xl_addin.mail", "xl_addin.sharing"},
        {"xlwings"},
    ),
    # Usable on its own by anyone with xlwings, so it knows nothing of customers.
    "xl_addin.engines": (set(), {"xlwings", "uno", "unohelper", "com"}),
    "xl_addin.excel": (
        BASE | {"udfs.worksheet", "xl_addin.buttons", "xl_addin.hosts"},
        {"xlwings"},
    ),
    "xl_addin.libreoffice": (
        BASE
        | {
            "udfs.worksheet",
            "xl_addin.buttons",
            "xl_addin.buttons.table",
            "xl_addin.build",
            "xl_addin.emit",
            "xl_addin.engines",
            "xl_addin.hosts",
            "xl_addin.package",
        },
        {"xlwings", "uno", "unohelper", "com"},
    ),
    "xl_addin.mail": (BASE, {"keyring"}),
    "xl_addin.sharing": (
        BASE
        | {"xl_addin.commands", "xl_addin.copying", "xl_addin.hosts"}
        | {"xl_addin.mail", "xl_addin.package"},
        set(),
    ),
    "xl_addin.setup": (BASE, {"pyopenvba"}),
    "xl_addin.build": (
        BASE
        | {"udfs.worksheet", "xl_addin.emit", "xl_addin.buttons.table"}
        | {"xl_addin.hosts.page_layout"},
        {"xlsxwriter", "pyopenvba", "xlwings"},
    ),
    "xl_addin.sample": (BASE | {"xl_addin.build"}, set()),
    "xl_addin.buttons.table": (BASE, set()),
    "xl_addin.emit": (BASE | {"udfs.worksheet", "xl_addin.buttons.table"}, set()),
}
MAY_IMPORT["xl_addin.cli"] = (set(MAY_IMPORT), {"tqdm"})

NEVER_IN_THE_CORE = {"xl_addin", "xlwings", "openpyxl", "xlsxwriter", "python_calamine", "tqdm"}


def modules(top):
    return sorted((ROOT / top).rglob("*.py"))


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path):
    """Full names of all modules a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part_of(module):
    """The longest name of the table that the module's name starts with; None for strangers."""
    fitting = [part for part in MAY_IMPORT if f"{module}.".startswith(f"{part}.")]
    return max(fitting, key=len, default=None)


def faults(path):
    part = part_of(name_of(path))
    ours, outside = MAY_IMPORT[part]
    wrong = []
    for imported in imports_of(path):
        target, root = part_of(imported), imported.split(".")[0]
        if target is not None:
            allowed = target == part or target in ours
        else:
            allowed = root in outside or root in sys.stdlib_module_names
        if not allowed:
            wrong.append(f"{name_of(path)} imports {imported}")
    return wrong


@pytest.mark.parametrize("part", ["udfs", "xl_addin"])
def test_every_module_imports_only_what_its_part_may(part):
    paths = modules(part)
    assert len(paths) > 10
    assert [fault for path in paths for fault in faults(path)] == []


def test_the_core_never_imports_a_spreadsheet():
    roots = {name.split(".")[0] for path in modules("udfs") for name in imports_of(path)}
    assert not roots & NEVER_IN_THE_CORE


def test_nobody_imports_the_licensed_parts_of_xlwings():
    names = {
        name for top in ("udfs", "xl_addin") for path in modules(top) for name in imports_of(path)
    }
    assert not [name for name in names if name.startswith(("xlwings.pro", "xlwings.server"))]


def test_a_forbidden_import_is_found(tmp_path, monkeypatch):
    (tmp_path / "udfs").mkdir()
    bad = tmp_path / "udfs" / "bad.py"
    bad.write_text("def f():\n    from xl_addin.schema import table\n    import openpyxl\n")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    assert len(faults(bad)) == 2


@pytest.mark.parametrize("module", ["udfs", "udfs.texts", "udfs.errors", "udfs.worksheet.registry"])
def test_light_modules_stay_light(module):
    check = f"import sys, {module}; print(sorted({{'numpy', 'pandas'}} & set(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
