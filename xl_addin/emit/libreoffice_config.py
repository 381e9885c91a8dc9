"""The configuration of the LibreOffice add-in: functions, menu, toolbar, buttons and events.

Each function answers with one .xcu file as text, made from the registry of functions and the
table of buttons, with Chinese and English side by side.
Proved in tests/xl_addin/test_emit_libreoffice.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from udfs.worksheet.registry import Argument, Function, functions
from xl_addin.buttons.table import BUTTONS, GROUPS, Button, tab_label
from xl_addin.emit.libreoffice_names import (
    COMMANDS_SERVICE,
    DOCUMENT_EVENTS,
    DOCUMENTS_SERVICE,
    FUNCTIONS_SERVICE,
    IDENTIFIER,
    MODULE,
    PROTOCOL,
    TOOLBAR,
    camel,
)

_LOCALES = {"en": "en-US", "zh": "zh-CN"}
_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' oor:name="{name}" oor:package="org.openoffice.{package}">\n'
)
Words = Callable[[str], str]


def calc_add_ins() -> str:
    """CalcAddIns.xcu: what the function wizard shows."""
    listed = _node("AddInFunctions", map(_function, functions()), fresh=False)
    service = _node(FUNCTIONS_SERVICE, [listed])
    return _file("CalcAddIns", "Office", _node("AddInInfo", [service], fresh=False))


def _function(function: Function) -> str:
    def same(_: str) -> str:
        return function.name

    parameters = [
        _parameter(function, place, argument) for place, argument in enumerate(function.arguments)
    ]
    return _node(
        camel(function.name),
        [
            _words("DisplayName", same),
            _words("Description", lambda lang: _description(function, lang)),
            _plain("Category", "Add-In"),
            _words("CompatibilityName", same),
            _node("Parameters", parameters, fresh=False),
        ],
    )


def _description(function: Function, lang: str) -> str:
    between = "" if lang == "zh" else " "
    return function.summary(lang) + between + function.result_help(lang)


def _parameter(function: Function, place: int, argument: Argument) -> str:
    # LibreOffice takes parameters in the order of their node names.
    return _node(
        f"p{place}",
        [
            _words("DisplayName", lambda _: argument.name),
            _words("Description", lambda lang: function.argument_help(argument.name, lang)),
        ],
    )


def addons() -> str:
    """Addons.xcu: the menu with a line between groups, and the toolbar."""
    entries = list(_numbered(_entries()))
    menu = _node(
        f"{MODULE}.menu",
        [
            _plain("Context", _CALC),
            _words("Title", tab_label),
            _node("Submenu", entries, fresh=False),
        ],
    )
    bar = _node(TOOLBAR, [_words("Title", tab_label), *entries])
    return _file(
        "Addons",
        "Office",
        _node(
            "AddonUI",
            [
                _node("OfficeMenuBar", [menu], fresh=False),
                _node("OfficeToolBar", [bar], fresh=False),
            ],
            fresh=False,
        ),
    )


def _entries() -> Iterable[list[str]]:
    for position, group in enumerate(GROUPS):
        if position:
            yield [_plain("URL", "private:separator")]
        yield from (_entry(button) for button in BUTTONS if button.group == group)


def _entry(button: Button) -> list[str]:
    return [
        _plain("Context", _CALC),
        _plain("URL", PROTOCOL + button.name),
        _words("Title", button.label),
        _plain("Target", "_self"),
    ]


def _numbered(entries: Iterable[list[str]]) -> Iterable[str]:
    return (_node(f"{MODULE}.e{place:02}", props) for place, props in enumerate(entries))


def toolbar_state() -> str:
    """CalcWindowState.xcu: the toolbar is shown, docked at the top, with words on its buttons."""
    only_words = "1"
    state = _node(
        f"private:resource/toolbar/addon_{TOOLBAR}",
        [
            _words("UIName", tab_label),
            _plain("Visible", "true"),
            _plain("Docked", "true"),
            _plain("DockingArea", "0"),
            _plain("DockPos", "0,5"),
            _plain("Style", only_words),
        ],
    )
    states = _node("UIElements", [_node("States", [state], fresh=False)], fresh=False)
    return _file("CalcWindowState", "Office.UI", states)


def protocol_handler() -> str:
    """ProtocolHandler.xcu: whose buttons they are."""
    protocols = _plain("Protocols", PROTOCOL + "*", ' oor:type="oor:string-list"')
    handler = _node(COMMANDS_SERVICE, [protocols])
    return _file("ProtocolHandler", "Office", _node("HandlerSet", [handler], fresh=False))


def jobs() -> str:
    """Jobs.xcu: the add-in is called when a document is opened and when one is saved."""
    job = _node(DOCUMENTS_SERVICE, [_plain("Service", DOCUMENTS_SERVICE)])
    listed = _node("JobList", [_node(DOCUMENTS_SERVICE, [])], fresh=False)
    events = [
        f'<node oor:name="{event}" oor:op="fuse">{listed}</node>' for event in DOCUMENT_EVENTS
    ]
    return _file(
        "Jobs",
        "Office",
        _node("Jobs", [job], fresh=False) + _node("Events", events, fresh=False),
    )


def description(version: str) -> str:
    """description.xml: what the extension manager shows."""
    names = "".join(
        f'<name lang="{locale}">{escape(tab_label(lang))}</name>'
        for lang, locale in _LOCALES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<description xmlns="http://openoffice.org/extensions/description/2006">'
        f'<identifier value="{IDENTIFIER}"/><version value="{version}"/>'
        f"<display-name>{names}</display-name></description>\n"
    )


def _file(name: str, package: str, content: str) -> str:
    return f"{_HEAD.format(name=name, package=package)}{content}\n</oor:component-data>\n"


def _node(name: str, content: Iterable[str], fresh: bool = True) -> str:
    replacing = ' oor:op="replace"' if fresh else ""
    return f"<node oor:name={quoteattr(name)}{replacing}>{''.join(content)}</node>\n"


def _plain(name: str, value: str, kind: str = "") -> str:
    return f'<prop oor:name="{name}"{kind}><value>{escape(value)}</value></prop>'


def _words(name: str, words: Words) -> str:
    values = "".join(
        f'<value xml:lang="{locale}">{escape(words(lang))}</value>'
        for lang, locale in _LOCALES.items()
    )
    return f'<prop oor:name="{name}">{values}</prop>'
