"""The one pass by hand leaves out no button, and the advice names what install.cmd really reads."""

import re
from pathlib import Path

import pytest

from udfs.texts import LANGUAGES
from xl_addin.buttons.table import BUTTONS

ROOT = Path(__file__).parents[3]
CHECKLIST = (ROOT / "docs" / "release-checklist.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "install-windows.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_button_is_pressed_once(button, lang):
    section = CHECKLIST.split("## 4. Each button")[1].split("## 5.")[0]
    assert button.label(lang) in section


def test_the_switches_for_administrators_are_those_of_install_cmd():
    script = (ROOT / "install.cmd").read_text(encoding="ascii")
    switches = re.compile("CUSTOMER_CHAIN_[A-Z]+")
    assert set(switches.findall(MANUAL)) == set(switches.findall(script))
