"""Install: what follows once the private Python stands; each step can be repeated.

`install.cmd` makes the environment and calls this. Nothing is remembered in a file: every trace
is found again by what it is, so that `uninstall` also works after half an installation.
"""

from __future__ import annotations

from pathlib import PureWindowsPath

from udfs.errors import BadValue, NotFound
from udfs.texts import LANGUAGES, text
from xl_addin import __version__
from xl_addin.setup import doctor, places, programs, trust, xlwings_config
from xl_addin.setup.findings import FINE
from xl_addin.setup.system import System

_MAKING_SECONDS = 120.0


def install(system: System, workbook: str, lang: str) -> list[str]:
    """Set up this user's account and open the workbook; answers what was done."""
    if not system.exists(places.real(system, places.INTERPRETER)):
        raise NotFound("setup.run_install_cmd")
    lines = [_place_workbook(system, workbook, lang)]
    xlwings_config.write(system)
    lines.append(text("setup.configured", lang))
    lines.append(_offer_trust(system, lang))
    lines += _put_on_desktop(system, lang)
    _list_among_programs(system, lang)
    findings = doctor.examine(system)
    lines += [one.line(lang) for one in findings if one.severity != FINE]
    lines.append(_open(system, lang))
    return lines


def shortcut_paths(system: System) -> list[str]:
    """The shortcut in each language; the user's language may have changed since."""
    folder = places.desktop(system)
    return [str(PureWindowsPath(folder, f"{text('setup.name', lang)}.lnk")) for lang in LANGUAGES]


def _place_workbook(system: System, given: str, lang: str) -> str:
    """The user's workbook in our folder; one that is there already is never written over."""
    target = places.book_path(system)
    if system.exists(target):
        return text("setup.workbook_kept", lang, path=target)
    if given:
        _copy(system, given, target)
        return text("setup.workbook_copied", lang, path=target)
    command = places.real(system, places.COMMAND)
    system.make_folder(str(PureWindowsPath(target).parent))
    answer = system.run([command, "new", target, "--lang", lang], _MAKING_SECONDS)
    if answer.code or not system.exists(target):
        raise BadValue("setup.workbook_not_made", path=target, why=answer.output.strip() or "-")
    return text("setup.workbook_made", lang, path=target)


def _copy(system: System, given: str, target: str) -> None:
    content = system.read(given)
    if content is None:
        raise NotFound("setup.workbook_unreadable", path=given)
    system.write(target, content)
    if mark := system.mark(given):  # a copy is no safer than what it was made from
        system.set_mark(target, mark)


def _offer_trust(system: System, lang: str) -> str:
    """Asked first, because whatever lies in a trusted folder runs without a question."""
    folder, book = places.real(system, places.BOOKS), places.book_path(system)
    if trust.forbidden(system):
        return text("setup.trust_forbidden", lang)
    if not trust.trusts(system, folder):
        if not system.ask(text("setup.trust_question", lang, folder=folder)):
            return text("setup.trust_declined", lang)
        trust.add(system, folder, lang)
    if system.mark(book):
        system.unmark(book)
    return text("setup.trusted", lang, folder=folder)


def _put_on_desktop(system: System, lang: str) -> list[str]:
    """A shortcut to Excel itself, so that the workbook opens there and not in another program."""
    path = shortcut_paths(system)[LANGUAGES.index(lang)]
    for earlier in shortcut_paths(system):  # one shortcut, also after a change of language
        system.remove(earlier)
    book, excel = places.book_path(system), programs.excel_path(system)
    folder = places.real(system, places.BOOKS)
    try:
        if excel:
            system.shortcut(path, excel, f'"{book}"', folder)
        else:
            system.shortcut(path, book, "", folder)
    except OSError:
        return [text("setup.no_shortcut", lang, path=book)]
    return [text("setup.shortcut", lang, name=text("setup.name", lang))]


def _list_among_programs(system: System, lang: str) -> None:
    """In Windows' own list of programs, where people look when they want to remove one."""
    command = places.real(system, places.COMMAND)
    values: dict[str, str | int] = {
        "DisplayName": text("setup.name", lang),
        "DisplayVersion": __version__,
        "Publisher": text("setup.name", lang),
        "InstallLocation": places.real(system, places.ENVIRONMENT),
        "UninstallString": f'cmd.exe /d /s /c ""{command}" excel uninstall --lang {lang} & pause"',
        "NoModify": 1,
        "NoRepair": 1,
    }
    system.write_registry(places.PROGRAMS_LIST, values)


def _open(system: System, lang: str) -> str:
    excel, book = programs.excel_path(system), places.book_path(system)
    if not excel:
        return text("setup.not_opened", lang, path=book)
    system.start([excel, book])
    return text("setup.opened", lang)
