"""Every button, once: ribbon tab, LibreOffice menu and toolbar are made from this table.

Adding a button is one entry here, its texts in udfs/texts/buttons.py (`button.NAME` the label,
`button.NAME.tip` one line, `button.NAME.help` the supertip) and its module
`xl_addin.buttons.NAME` with a function `press`. Proved in tests/xl_addin/buttons/test_table.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from udfs.texts import text


@dataclass(frozen=True)
class Button:
    """One button: `image` is a name of Office's own icon set, `keytip` what follows Alt, Y."""

    name: str
    group: str
    image: str
    keytip: str
    large: bool = False

    def label(self, lang: str) -> str:
        return text(f"button.{self.name}", lang)

    def tip(self, lang: str) -> str:
        """One line, beside the mouse."""
        return text(f"button.{self.name}.tip", lang)

    def help(self, lang: str) -> str:
        """What the button does, what it changes, and how to take it back."""
        return text(f"button.{self.name}.help", lang)


GROUPS = ("refresh", "follow_up", "share", "explain", "data", "help")

BUTTONS = (
    Button("refresh", "refresh", "RefreshAll", "R", large=True),
    Button("undo", "refresh", "Undo", "U"),
    Button("what_changed", "refresh", "ReviewTrackChanges", "W"),
    Button("follow_up", "follow_up", "AccessTableTasks", "F", large=True),
    Button("recall", "follow_up", "AutoDial", "C"),
    Button("share", "share", "ReviewShareWorkbook", "S", large=True),
    Button("mail_drafts", "share", "EnvelopesAndLabelsDialog", "D"),
    Button("customer_mails", "share", "MailMergeMergeToEMail", "M"),
    Button("send", "share", "FileSendAsAttachment", "T"),
    Button("explain", "explain", "FunctionsLogicalInsertGallery", "E", large=True),
    Button("gap", "explain", "TrendlineAdd", "G"),
    Button("audit", "explain", "TraceDependents", "A"),
    Button("import_orders", "data", "ImportTextFile", "I", large=True),
    Button("check", "data", "DataValidation", "K"),
    Button("guide", "help", "Help", "H", large=True),
    Button("check_installation", "help", "AcceptInvitation", "N"),
    Button("language", "help", "SetLanguage", "L"),
)


def button(name: str) -> Button:
    """The button `name`; KeyError where there is none."""
    return {one.name: one for one in BUTTONS}[name]


def group_label(group: str, lang: str) -> str:
    return text(f"group.{group}", lang)


def tab_label(lang: str) -> str:
    return text("button.tab", lang)
