"""One copy from its plan: made, read back for its fingerprint, encrypted where asked.

The base fingerprint stands in the copy itself, so it is computed from the finished copy, in which a
row of zeros holds its place until then. Proved in tests/xl_addin/sharing/test_copies.py.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.share.fingerprint import base_fingerprint
from xl_addin.commands.share.first_page import Base, FirstPage, first_page
from xl_addin.commands.share.planning import CopyPlan
from xl_addin.commands.share.share_log import Made
from xl_addin.commands.share.tables import OF_CUSTOMERS
from xl_addin.copying import (
    CopyDetails,
    CopyReport,
    FrontPage,
    encrypt,
    make_copy,
)
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.sharing.known_texts import lines_under_titles, texts_of_sheets
from xl_addin.sharing.placing import Placing, failures_named, fingerprint
from xl_addin.sharing.selecting import Sheets
from xl_addin.sharing.suspects import Suspects

BASE_PROPERTY = "CustomerChain.base"
READER_PROPERTY = "CustomerChain.reader"
SUFFIX = ".xlsx"
_PLACE = "0" * 64


@dataclass(frozen=True)
class Staged:
    """A finished copy on the disk, not yet under its name."""

    path: Path
    made: Made
    report: CopyReport


@dataclass(frozen=True)
class CopyMaker:
    """Makes the copies of one master; a password is given for each reader or for none."""

    base: Base
    suspects: Suspects
    passwords: Mapping[str, str]

    def make(self, plan: CopyPlan, placing: Placing) -> Staged:
        """The copy of one reader; raises `FileRefused` where it would tell too much."""
        self.suspects.refuse(plan)
        try:
            details = self._details(plan)
            selection = self.sheets.selection(plan)
            copy = make_copy(self.sheets.master, selection, details, self.suspects.forbidden)
        except FileRefused as why:
            if why.key != "copying.leak":
                raise
            words = {name: why.values[name] for name in ("sheet", "place")}
            raise BadValue("share.leak", reader=plan.reader.name, **words) from why
        base, content = _with_fingerprint(copy.package)
        password = self.passwords.get(plan.reader.key)
        if password is not None:
            content = encrypt(content, password)
        path = placing.stage(content, SUFFIX)
        digest = hashlib.sha256(content).hexdigest()
        return Staged(path, Made(plan, "", base, digest, password is not None), copy.report)

    def _details(self, plan: CopyPlan) -> CopyDetails:
        reader = plan.reader
        page = first_page(self.base, plan, _PLACE)
        return CopyDetails(
            page.title,
            reader.lang,
            self.base.day,
            self.base.made,
            self._known(plan),
            _front(page, self.sheets.master.sheets),
            {BASE_PROPERTY: _PLACE, READER_PROPERTY: reader.code},
        )

    def _known(self, plan: CopyPlan) -> frozenset[str]:
        """Our texts, the tabs of sheets that go in, and the lines of follow-up sheets."""
        parts = [self.sheets.parts[name] for name in plan.tables]
        forbidden = self.suspects.forbidden
        tabs = {name for p in parts if forbidden.found_in(name := p.sheet.name) is None}
        # Only there does the add-in write a line anew; on other sheets it is somebody's own.
        renewed = [self.sheets.parts[name] for name in plan.tables if _is_follow_up(name)]
        lines = lines_under_titles(self.sheets.master, renewed, forbidden)
        return texts_of_sheets() | tabs | lines

    @property
    def sheets(self) -> Sheets:
        return self.suspects.sheets


def _is_follow_up(name: str) -> bool:
    return schema.base_name(name) == schema.FOLLOW_UP.name


def _front(page: FirstPage, taken: tuple[str, ...]) -> FrontPage:
    """The page, on a tab of its own."""
    sheet = page.sheet
    used = {name.casefold() for name in taken}
    number = 2
    while sheet.casefold() in used:
        sheet, number = f"{page.sheet} {number}", number + 1
    return FrontPage(sheet, page.title, page.lines, page.remarks)


def _with_fingerprint(package: bytes) -> tuple[str, bytes]:
    """The fingerprint of a copy, and the copy with it in the places held for it.

    It is read back from a folder of this user alone: the one the copies go to may be shared with
    others at once, and a copy that gets a password must not lie there without it.
    """
    with _aside() as folder:
        path = folder / f"copy{SUFFIX}"
        with failures_named(folder):
            path.write_bytes(package)
        return _read_back(path)


@contextlib.contextmanager
def _aside() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _read_back(path: Path) -> tuple[str, bytes]:
    base = base_fingerprint(ClosedFile(path).read(OF_CUSTOMERS))
    content = io.BytesIO()
    with Archive(path) as archive:
        changed = {
            name: data.replace(_PLACE.encode(), base.encode())
            for name in archive.names()
            if _may_hold(name) and _PLACE.encode() in (data := archive.read(name))
        }
        archive.write_changed(content, changed)
    if len(changed) < 2:
        raise AssertionError("the copy shows no fingerprint")
    return base, content.getvalue()


def _may_hold(part: str) -> bool:
    return part == "docProps/custom.xml" or part.endswith(("sharedStrings.xml", "sheet1.xml"))


def named(staged: Staged, base: Base, placing: Placing, logged: Mapping[str, str]) -> Made:
    """Put a copy under its name; answers what the log says of it."""
    reader = staged.made.plan.reader
    words = text("share.file", reader.lang, reader=reader.name, day=base.day.isoformat())
    path = placing.place(
        staged.path, words, lambda there: logged.get(fingerprint(there)) == reader.key
    )
    return replace(staged.made, file=path.name)
