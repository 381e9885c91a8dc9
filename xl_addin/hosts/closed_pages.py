"""A page of results as a sheet of a workbook that nobody has open, made anew each time.

As on a live sheet, the sheet is ours when the workbook has our name for it (CC_Page_...), whatever
the user calls it; a sheet of the user's is never touched. The sheet itself comes from the builder,
which a host does not know: whoever asks for the page hands it over.
Proved in tests/xl_addin/hosts/test_closed_pages.py.
"""

from __future__ import annotations

from pathlib import Path

from udfs.texts import text
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.graft import Grafting
from xl_addin.package.graft_workbook import WorkbookPart
from xl_addin.package.structure import read_structure
from xl_addin.package.xml_places import Unusual
from xl_addin.pages import Page


def page_grafting(path: Path, page: Page, donor: bytes) -> Grafting:
    """The page for `ClosedFile.apply`; `donor` is the workbook the builder makes of it.

    It takes the place of the page that was there, also one that the user has renamed.
    """
    tab = text(f"page.{page.name}", page.lang)
    part = _part_of(path, f"CC_Page_{page.name}")
    return Grafting(donor, (tab,), {} if part is None else {tab: part})


def _part_of(path: Path, mark: str) -> str | None:
    """The part of the sheet that a name of the workbook points at, where there is one."""
    with Archive(path) as archive:
        structure = read_structure(archive)
        try:
            named = WorkbookPart.read(archive.read(structure.workbook_part)).sheet_named(mark)
        except Unusual as why:
            raise FileRefused("file.no_new_sheets", file=path.name) from why
    return next((sheet.part for sheet in structure.sheets if sheet.name == named), None)
