"""Saving an .xlsm or .xlsx of ours from LibreOffice without losing what LibreOffice cannot write.

LibreOffice writes a file without macros, ribbon and slicers. So the file on disk is kept aside
before, and when LibreOffice has written, the kept one comes back with the new contents of our
tables patched in, as the closed-file host does it. What LibreOffice wrote stays beside it where
the user has changed more than table cells. Whatever fails, both files are there and a sentence
says which is which. Proved in tests/end_to_end/test_libreoffice_saving.py and
tests/xl_addin/libreoffice/test_saving.py.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from udfs.errors import BadValue, CustomerChainError
from udfs.texts import text
from xl_addin.error_report import keep_error_report
from xl_addin.libreoffice import user_language
from xl_addin.libreoffice.book_language import our_tables
from xl_addin.libreoffice.surroundings import lines, surroundings

_WORKBOOKS = (".xlsm", ".xlsx")


@dataclass
class _Kept:
    """The file as it was: a copy in a folder of its own."""

    folder: Path
    copy: Path
    given_away: bool = False  # the user was told to look for it there


_kept: dict[str, _Kept] = {}
_surroundings: dict[str, str] = {}
_told: set[tuple[str, str]] = set()
# The lines under titles as they are in the file.
_lines: dict[str, dict[str, str]] = {}
# The sheets we have added to the file of an open document; loaded it did not have them.
_came: dict[str, set[str]] = {}


def loaded(document: Any) -> None:
    """Remember what stands outside our tables, to see later whether the user changed it."""
    if _path(document) is not None and our_tables(document):
        _surroundings[document.RuntimeUID] = surroundings(document)
        _lines[document.RuntimeUID] = lines(document)


def about_to_save(document: Any) -> None:
    """Keep the file as it is on disk; raises where that cannot be done."""
    not_saved(document)
    # A workbook that was ours when it was opened has macros to lose, whatever became of its tables.
    if document.RuntimeUID not in _surroundings and not our_tables(document):
        return
    path = _path(document)
    if path is None and _is_workbook(urlsplit(document.URL).path):
        raise BadValue("office.not_on_disk")
    if path is None or not path.exists():
        return
    folder = Path(tempfile.mkdtemp(prefix="customer-chain-"))
    copy = folder / path.name
    try:
        shutil.copy2(path, copy)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _kept[document.RuntimeUID] = _Kept(folder, copy)


def not_saved(document: Any) -> None:
    """LibreOffice has not written: nothing to bring back."""
    kept = _kept.pop(document.RuntimeUID, None)
    if kept is not None and not kept.given_away:
        shutil.rmtree(kept.folder, ignore_errors=True)


def saved(context: Any, document: Any) -> None:
    """LibreOffice has written: bring the kept file back with the new contents of our tables."""
    kept, path = _kept.get(document.RuntimeUID), _path(document)
    if kept is None or path is None or path.suffix.lower() != kept.copy.suffix.lower():
        not_saved(document)
        return
    # Not before it is needed: every document that is loaded comes through this module.
    from xl_addin.engines import libreoffice

    app = libreoffice.inside(context)
    lang = user_language.current(context)
    try:
        said = _bring_back(app, document, kept.copy, path, lang)
    except Exception as why:
        said = _kept_both(kept, path, why, lang)
    not_saved(document)
    if said:
        app.alert(said, text("button.tab", lang), mode="info")


def _bring_back(app: Any, document: Any, copy: Path, path: Path, lang: str) -> str:
    """Patch the copy and put it in place; answers what to tell, once for each document."""
    patched = copy.with_name(f"patched{copy.suffix}")
    shutil.copy2(copy, patched)
    came = _came.setdefault(document.RuntimeUID, set())
    came |= _patch(app, document, patched)
    more = surroundings(document, came) != _surroundings.get(document.RuntimeUID)
    beside = _beside(path)
    if more:
        shutil.copy2(path, beside)
    _put(patched, path)
    key = "office.saved_beside" if more else "office.saved"
    return _once(document, key, text(key, lang, file=path.name, beside=beside.name))


def _patch(app: Any, document: Any, patched: Path) -> set[str]:
    """Write what stands in the tables; answers the sheets that were added to the file."""
    from xl_addin.engines import libreoffice
    from xl_addin.hosts.closed_file import ClosedFile
    from xl_addin.hosts.live import LiveBook
    from xl_addin.libreoffice.added_tables import added_tables, grafting
    from xl_addin.libreoffice.table_changes import table_changes

    host = ClosedFile(patched)
    old = host.read()
    live = LiveBook(libreoffice.book_of(app, document))
    new = live.read()
    added = added_tables(old, new, live)
    now, before = lines(document), _lines.get(document.RuntimeUID, {})
    fresh = {name: words for name, words in now.items() if words != before.get(name)}
    changes = table_changes(old, new, live, fresh)
    host.apply(changes, [grafting(added, new, live)] if added else [])
    _lines[document.RuntimeUID] = now
    return set(added.values())


def _once(document: Any, key: str, said: str) -> str:
    """A person who saves every ten minutes reads it the first time only."""
    known = (document.RuntimeUID, key)
    if known in _told:
        return ""
    _told.add(known)
    return said


def _put(fresh: Path, path: Path) -> None:
    """In place by one rename, with the time LibreOffice remembers, or it would think that
    somebody else has changed the file."""
    path = path.resolve()  # a link stays a link
    written = path.stat()
    part = path.with_name(f".{path.name}.part")
    try:
        shutil.copyfile(fresh, part)
        shutil.copymode(path, part)
        os.utime(part, ns=(written.st_atime_ns, written.st_mtime_ns))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _kept_both(kept: _Kept, path: Path, why: Exception, lang: str) -> str:
    """The kept file goes beside; where even that fails it stays where it is, and is named."""
    from xl_addin.hosts.safe_save import backup_path

    if isinstance(why, CustomerChainError):
        reason = why.sentence(lang)
    else:
        reason = text("press.our_error", lang, file=keep_error_report())
    before = backup_path(path)
    try:
        shutil.copy2(kept.copy, before)
        shown = before.name
    except OSError:
        shown = str(kept.copy)
        kept.given_away = True
    return text("office.saved_without", lang, file=path.name, before=shown, why=reason)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.libreoffice{path.suffix}")


def _path(document: Any) -> Path | None:
    """Where the document's workbook lies; None for other formats and for files elsewhere."""
    import uno

    if urlsplit(document.URL).scheme != "file":
        return None
    # LibreOffice's own reading: it knows escaped signs and the servers of a network.
    path = Path(uno.fileUrlToSystemPath(document.URL))
    return path if _is_workbook(path.name) else None


def _is_workbook(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _WORKBOOKS
