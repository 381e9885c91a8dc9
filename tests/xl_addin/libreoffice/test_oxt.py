"""The extension file: complete, the same every time, and with the way to the product."""

import json
import sys
import zipfile
from pathlib import Path

from xl_addin.libreoffice.oxt import build_oxt, component_path, environment_folders


def test_the_same_product_gives_the_same_bytes(tmp_path):
    one, two = (build_oxt(tmp_path / name, ["/here"]) for name in ("a.oxt", "b.oxt"))
    assert one.read_bytes() == two.read_bytes()


def test_the_component_and_the_folders_of_this_environment_are_in_it(tmp_path):
    with zipfile.ZipFile(build_oxt(tmp_path / "a.oxt")) as package:
        assert package.read("component.py") == component_path().read_bytes()
        environment = json.loads(package.read("environment.json"))
    assert environment["folders"] == environment_folders()
    assert "customer-chain libreoffice install" in environment["unreachable"]


def test_the_folders_lead_to_the_product_and_its_packages():
    folders = [Path(folder) for folder in environment_folders()]
    for package in ("udfs", "xl_addin", "numpy", "pandas", "xlwings"):
        assert any((folder / package / "__init__.py").exists() for folder in folders), package


def test_the_component_imports_nothing_that_libreoffice_does_not_have():
    imported = {
        line.split()[1].split(".")[0]
        for line in component_path().read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names | {"uno", "unohelper", "com", "__future__"}
