"""What can be typed after `customer-chain`, in both languages, without any heavy import."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NoReturn

from udfs.errors import CustomerChainError
from udfs.texts import LANGUAGES, text
from xl_addin import __version__, schema
from xl_addin.cli.complaints import in_words
from xl_addin.settings import FIRST_YEAR

# Commands in the order of the help: name, its positional words, its options. A metavar is a key
# of the catalogue (cli.metavar.KEY).
_WORKBOOK = ("workbook", {"metavar": "workbook"})
_AS_OF = ("--as-of", {"metavar": "date", "dest": "as_of"})
_SHEET = ("--sheet", {"action": "store_true"})
COMMANDS: tuple[tuple[str, tuple[tuple[str, dict[str, Any]], ...]], ...] = (
    ("new", (("workbook", {"metavar": "new_workbook"}), ("--sample", {"action": "store_true"}))),
    (
        "import",
        (
            _WORKBOOK,
            ("--orders", {"metavar": "file"}),
            ("--customers", {"metavar": "file"}),
            ("--map", {"metavar": "column_caption", "action": "append", "default": []}),
            ("--replace", {"action": "store_true"}),
        ),
    ),
    ("refresh", (_WORKBOOK, _AS_OF, ("--json", {"action": "store_true"}))),
    ("check", (_WORKBOOK, _AS_OF)),
    ("explain", (_WORKBOOK, ("customer_id", {"metavar": "customer"}), _AS_OF)),
    ("gap", (_WORKBOOK, ("customer_id", {"metavar": "customer", "nargs": "+"}))),
    ("audit", (_WORKBOOK, ("customer_id", {"metavar": "customer"}))),
    ("changes", (_WORKBOOK, _SHEET)),
    ("follow-up", (_WORKBOOK, ("--owner", {"metavar": "owner"}), _AS_OF)),
    ("recall", (_WORKBOOK, _AS_OF, _SHEET)),
    ("upgrade", (_WORKBOOK,)),
    (
        "share",
        (
            _WORKBOOK,
            ("--for", {"metavar": "reader", "dest": "reader", "required": True}),
            ("--to", {"metavar": "folder", "required": True}),
            ("--password", {"action": "store_true"}),
            ("--mask", {"action": "store_true"}),
            ("--mail", {"action": "store_true"}),
            ("--send", {"action": "store_true"}),
            ("--yes", {"action": "store_true"}),
            _AS_OF,
        ),
    ),
    (
        "customer-mails",
        (
            _WORKBOOK,
            ("--to", {"metavar": "folder", "required": True}),
            ("--owner", {"metavar": "owner"}),
            _AS_OF,
        ),
    ),
    (
        "export",
        (
            _WORKBOOK,
            ("table", {"metavar": "table"}),
            ("--to", {"metavar": "csv_file", "required": True}),
            ("--excel", {"action": "store_true"}),
        ),
    ),
    ("undo", (_WORKBOOK,)),
    ("functions", (("name", {"metavar": "function", "nargs": "?"}),)),
    ("call", (("name", {"metavar": "function"}), ("values", {"metavar": "value", "nargs": "*"}))),
    ("doctor", (("workbook", {"metavar": "workbook", "nargs": "?"}),)),
    ("check-installation", (("workbook", {"metavar": "workbook", "nargs": "?"}),)),
    ("addin", (("file", {"metavar": "new_addin"}),)),
    (
        "excel",
        (
            ("action", {"choices": ("install", "uninstall", "doctor")}),
            ("workbook", {"metavar": "workbook", "nargs": "?"}),
        ),
    ),
    ("libreoffice", (("action", {"choices": ("install", "uninstall")}),)),
)


class _Parser(argparse.ArgumentParser):
    """argparse with our words, in the user's language."""

    lang = "en"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"add_help": False})
        self._positionals.title = text("cli.positionals", self.lang)
        self._optionals.title = text("cli.options", self.lang)
        self.add_argument("-h", "--help", action="help", help=text("cli.help", self.lang))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", text("cli.usage", self.lang), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", text("cli.usage", self.lang), 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(in_words(message, self.lang, [name for name, _ in COMMANDS]), file=sys.stderr)
        sys.exit(2)


def parse(words: Sequence[str], system: str) -> argparse.Namespace:
    """The command and its options; leaves with code 2 and a sentence when not understood."""
    lang = _asked_language(words) or system
    arguments = _parser(lang).parse_args(_negative_values(words))
    if getattr(arguments, "as_of", None):
        arguments.as_of = _date(arguments.as_of, lang)
    arguments.lang = lang
    return arguments


def _asked_language(words: Sequence[str]) -> str | None:
    """`--lang` counts wherever it stands, because the help needs it before parsing."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--lang" and following in LANGUAGES:
            return following
        if word.startswith("--lang=") and word[7:] in LANGUAGES:
            return word[7:]
    return None


def _negative_values(words: Sequence[str]) -> list[str]:
    """In `call NAME -5` the -5 is a value, not an option."""
    if "call" not in words or "--" in words:
        return list(words)
    place = list(words).index("call") + 1
    values = list(words[place:])
    options = _taken(values, "--lang")
    return [*words[:place], *options, *values[:1], *(["--"] if values[1:] else []), *values[1:]]


def _taken(values: list[str], option: str) -> list[str]:
    if option in values and values.index(option) + 1 < len(values):
        place = values.index(option)
        taken = values[place : place + 2]
        del values[place : place + 2]
        return taken
    return []


def _parser(lang: str) -> argparse.ArgumentParser:
    _Parser.lang = lang
    parser = _Parser(
        prog="customer-chain",
        description=text("cli.description", lang),
        epilog=text("cli.epilog", lang),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"customer-chain {__version__}",
        help=text("cli.version", lang),
    )
    _add_language(parser, lang)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        metavar=text("cli.metavar.command", lang),
        title=text("cli.commands", lang),
    )
    for name, entries in COMMANDS:
        key = name.replace("-", "_")
        described = text(f"cli.{key}", lang)
        command = commands.add_parser(name, help=described, description=described)
        _add_entries(command, key, entries, lang)
        _add_language(command, lang)
    return parser


def _add_entries(
    command: argparse.ArgumentParser,
    name: str,
    entries: Iterable[tuple[str, dict[str, Any]]],
    lang: str,
) -> None:
    for entry, options in entries:
        key = entry.lstrip("-").replace("-", "_")
        said = options.copy()
        if "metavar" in said:
            said["metavar"] = text(f"cli.metavar.{said['metavar']}", lang)
        described = text(f"cli.{name}.{key}", lang, **_names(lang)).replace("%", "%%")
        command.add_argument(entry, help=described, **said)


def _names(lang: str) -> dict[str, Any]:
    """The tables, as the help of `export` lists them."""
    captions = [schema.sheet_name(name, lang) for name in schema.TABLE_NAMES]
    return {"names": captions, "internal": list(schema.TABLE_NAMES)}


def _add_language(parser: argparse.ArgumentParser, lang: str) -> None:
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=text("cli.lang", lang)
    )


def _date(word: str, lang: str) -> date:
    try:  # the usual form needs none of the heavy packages
        day = date.fromisoformat(word)
        if day.year >= FIRST_YEAR:
            return day
    except ValueError:
        pass
    return _other_date(word, lang)


def _other_date(word: str, lang: str) -> date:
    from udfs.values import read_date

    try:
        day = read_date(word)
        if day.year >= FIRST_YEAR:
            return day
        print(text("error.analysis_date_too_early", lang), file=sys.stderr)
    except CustomerChainError:
        print(text("cli.bad_date", lang, word=word), file=sys.stderr)
    sys.exit(2)
