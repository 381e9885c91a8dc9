"""The host for a workbook that nobody has open: reads with calamine, writes by package patch.

`read` answers with the tables, `apply` changes the file completely or not at all. Only the
sheet parts and table parts that change, the styles (when a date style is missing) and the
calculation flags are rewritten, and the lists that name sheets where some are added; every other
part is copied as the bytes it is.
Proved in tests/xl_addin/hosts/test_closed_file.py.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import IO

from udfs.errors import BadValue
from xl_addin import schema
from xl_addin.cells import shown
from xl_addin.hosts import safe_save
from xl_addin.hosts.closed_line import write_line
from xl_addin.hosts.locating import captions_language, empty_table, locate_tables
from xl_addin.hosts.table_reading import TableReader
from xl_addin.hosts.written_file import refuse_damaged, refuse_malformed
from xl_addin.package import cells, table_patch
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.calculation import (
    calculate_on_load,
    calculates_on_load,
    without_calculation_chain,
)
from xl_addin.package.draft import Draft
from xl_addin.package.graft import Grafting, graft_all
from xl_addin.package.references import Area, cell_name
from xl_addin.package.sheet import Restyle, Sheet
from xl_addin.package.sheet_values import SheetValues, shared_strings
from xl_addin.package.structure import Structure, TablePart, read_structure
from xl_addin.package.styles import DATE_AND_TIME, SHORT_DATE, Styles
from xl_addin.package.table_patch import TablePatch
from xl_addin.settings import settings_language
from xl_addin.tables import Book, Cells, Changes, TableChange

Step = Callable[[str], None]


class ClosedFile:
    """One workbook on disk."""

    def __init__(self, path: Path | str, on_step: Step | None = None) -> None:
        self.path = Path(path).resolve()  # behind a link the file itself is changed
        self._step: Step = on_step or (lambda _: None)
        self._stamp: tuple[int, int] | None = None
        self._parts: dict[str, TablePart] = {}
        self._book: Book | None = None
        self._sheets: dict[str, Sheet] = {}
        self._areas: dict[str, Area] = {}
        self._tabs: list[str] = []

    def read(
        self,
        names: Iterable[str] | None = None,
        writing: Iterable[str] = (),
        only: Mapping[str, Iterable[str]] = MappingProxyType({}),
        meanwhile: Callable[[], object] = lambda: None,
    ) -> Book:
        """The tables `names` (default: all that the schema knows), as far as the workbook has them.

        `writing` names tables that will be changed: their sheets are taken apart here, while
        calamine reads in threads of its own; `meanwhile` is called then as well. `only` names
        the columns that are enough of such a table.
        """
        self._step("step.reading")
        with Archive(self.path) as archive:
            self._stamp = safe_save.stamp(self.path)
            structure = read_structure(archive)
            self._parts = locate_tables(structure.tables, self.path.name)
            wanted = schema.asked_tables(names, self._parts)
            reader = TableReader(self.path)
            few = {name: only[name] for name in set(writing) & set(wanted) if name in only}
            with ThreadPoolExecutor(2) as threads:
                reading = {
                    name: threads.submit(reader.read, name, self._parts[name])
                    for name in sorted(set(wanted) - few.keys(), key=_largest_first)
                }
                for name in set(writing) & self._parts.keys():
                    self._sheet(archive, self._parts[name])
                read = {
                    name: reader.read_only(
                        name, self._parts[name], columns, self._values(archive, structure, name)
                    )
                    for name, columns in few.items()
                }
                meanwhile()
                tables = {
                    name: read[name] if name in read else reading[name].result() for name in wanted
                }
        captions = {name: part.captions for name, part in self._parts.items()}
        lang = settings_language(tables.get("settings")) or captions_language(captions)
        self._book = Book(tables, lang, structure.date1904)
        return self._book

    def apply(self, changes: Changes, graftings: Sequence[Grafting] = ()) -> Path | None:
        """Write the changes of a command; answers where the previous state is kept.

        Nothing is written, and None is the answer, when there is nothing to change. Sheets of
        `graftings` come first, so that `changes` may fill their tables; such a table counts as
        having no rows, whatever the donor has put into it.
        """
        assert self._book is not None, "read before apply"
        assert self._stamp is not None
        changed = any(
            c.update or c.append or c.replace is not None for c in changes.tables.values()
        )
        if not changed and not graftings:
            return None
        safe_save.refuse_if_open(self.path)
        self._step("step.changing")
        with Archive(self.path) as archive:
            grafted = graft_all(archive, graftings)
            draft = Draft(archive, grafted)
            structure = read_structure(draft)
            self._tabs = _tabs(read_structure(archive), graftings)
            book = self._with_new_tables(structure, grafted, self._book)
            parts = grafted | self._changed_parts(draft, structure, changes, book)
            untouched = archive.fingerprints(leave_out=parts)
            self._step("step.saving")

            def write(target: IO[bytes]) -> None:
                # Compressing leaves the processor to Python, so both happen at once.
                with ThreadPoolExecutor(1) as thread:
                    writing = thread.submit(archive.write_changed, target, parts)
                    refuse_malformed(parts, self.path.name)
                    writing.result()

            def check(fresh: Path) -> None:
                with Archive(fresh) as written:
                    refuse_damaged(written, untouched, parts, self.path.name)
                    self._refuse_unexpected(written)

            return safe_save.replace(self.path, write, check, self._stamp, archive.close)

    def _refuse_unexpected(self, written: Archive) -> None:
        """Sheets and tables must be those there should be, and the workbook calculate on load."""
        structure = read_structure(written)
        areas = {table.part: table.area for table in structure.tables}
        odd = [part for part, area in self._areas.items() if areas.get(part) != area]
        if [sheet.name for sheet in structure.sheets] != self._tabs:
            odd.append(structure.workbook_part)
        if not calculates_on_load(written.read(structure.workbook_part)):
            odd.append(structure.workbook_part)
        if odd:
            raise FileRefused("file.strict", file=self.path.name, sheet=odd[0])

    def _values(self, archive: Archive, structure: Structure, name: str) -> SheetValues:
        styles = Styles(archive.read(structure.styles_part)) if structure.styles_part else None
        sheet = self._sheet(archive, self._parts[name])
        return SheetValues(
            sheet,
            styles,
            lambda: shared_strings(archive, structure.shared_part),
            structure.date1904,
        )

    def _sheet(self, archive: Archive, part: TablePart) -> Sheet:
        name = part.sheet.part
        if name not in self._sheets:
            try:
                self._sheets[name] = Sheet(archive.read(name), part.sheet.name, self.path.name)
            except ValueError as why:
                raise FileRefused("file.damaged", file=self.path.name) from why
        return self._sheets[name]

    def _with_new_tables(self, structure: Structure, grafted: Collection[str], book: Book) -> Book:
        """The book with the tables that come with the `grafted` parts, without rows."""
        found = locate_tables(structure.tables, self.path.name)
        new = {name: part for name, part in found.items() if part.part in grafted}
        self._parts |= new
        for part in grafted:
            self._sheets.pop(part, None)
        blank = {name: empty_table(name, part) for name, part in new.items()}
        return Book({**book.tables, **blank}, book.lang, book.date1904)

    def _changed_parts(
        self, archive: Archive, structure: Structure, changes: Changes, book: Book
    ) -> dict[str, bytes | None]:
        styles = Styles(archive.read(structure.styles_part)) if structure.styles_part else None
        parts: dict[str, bytes | None] = {}
        patches, stale = [], False
        for name, change in changes.tables.items():
            part = self._parts[name]
            sheet = self._sheet(archive, part)
            patch = _Patching(part, sheet, styles, book).patch(name, change)
            stale |= table_patch.apply(patch, sheet)
            if change.line:
                write_line(change.line, self._values(archive, structure, name), part)
            patches.append(patch)
        _refuse_overlaps(patches, structure)
        self._areas = {patch.part.part: patch.area for patch in patches}
        for patch in patches:
            part, sheet = patch.part, self._sheets[patch.part.sheet.part]
            parts[part.sheet.part] = sheet.xml(patch.area)
            table_xml = archive.read(part.part)
            if (new_xml := table_patch.patch_table_part(table_xml, patch)) != table_xml:
                parts[part.part] = new_xml
        if styles is not None and styles.changed and structure.styles_part:
            parts[structure.styles_part] = styles.xml
        parts |= calculate_on_load(archive, structure.workbook_part)
        if stale:
            parts |= without_calculation_chain(archive, structure.workbook_part)
        self._sheets.clear()
        return parts


class _Patching:
    """Turns a command's change of one table into the cells of its sheet."""

    def __init__(self, part: TablePart, sheet: Sheet, styles: Styles | None, book: Book) -> None:
        self.part, self.sheet, self.styles, self.book = part, sheet, styles, book
        self._restyle: dict[int, Restyle] = {}

    def patch(self, name: str, change: TableChange) -> TablePatch:
        self.name = name
        table = schema.table(name)
        known = schema.column_by_caption(name)
        first = self.part.area.first_column
        self.places = {
            known.get(schema.normal_caption(caption), caption): first + offset
            for offset, caption in enumerate(self.part.captions)
        }
        self.columns = {column.name: column for column in table.columns}
        if change.replace is not None:
            return TablePatch(
                self.part, 0, append=self._block(change.replace), restyle=self._restyle, exact=True
            )
        computed = {c: cells_ for c, cells_ in change.update.items() if self._is_computed(c)}
        single = {
            self.places[column]: self._changed_cells(name, column, cells_)
            for column, cells_ in change.update.items()
            if column in self.places and column not in computed
        }
        update, append = self._block(computed), self._block(change.append)
        return TablePatch(self.part, len(self.book[name]), update, append, single, self._restyle)

    def _is_computed(self, column: str) -> bool:
        return column in self.columns and self.columns[column].owner == schema.ADDIN

    def _changed_cells(self, name: str, column: str, values: Cells) -> dict[int, str]:
        """Of a user's column only the cells that differ from what was read."""
        table = self.book[name]
        words = shown(self.columns.get(column), values, self.book.lang)
        new = zip(self._contents(column, values), table.cells(column), words, strict=True)
        return {place: cell for place, (cell, was, word) in enumerate(new) if was != word}

    def _block(self, values: dict[str, Cells]) -> dict[int, Sequence[str]]:
        """Cells by sheet column; a column the user has deleted is not written."""
        return {
            self.places[column]: self._contents(column, cells_)
            for column, cells_ in values.items()
            if column in self.places
        }

    def _contents(self, name: str, values: Cells) -> Sequence[str]:
        column = self.columns.get(name)
        if column is not None:
            values = shown(column, values, self.book.lang)
            if column.kind in ("date", "moment"):
                self._need_date_style(self.places[name], column.kind)
        cells.refuse_long_texts(values, self.sheet.name, name)
        return cells.endings(values, self.book.date1904)

    def _need_date_style(self, column: int, kind: str) -> None:
        """Cells whose style shows no date get one that does and is otherwise the same."""
        styles = self.styles
        if styles is None:
            return
        number_format = SHORT_DATE if kind == "date" else DATE_AND_TIME

        @cache
        def restyle(style: str) -> str:
            own = int(style or 0)
            if styles.shows_date(own):
                return style
            return str(styles.with_number_format(own, number_format))

        self._restyle[column] = restyle


def _tabs(before: Structure, graftings: Sequence[Grafting]) -> list[str]:
    """The sheets the workbook should have in the end."""
    new = [name for one in graftings for name in one.sheets if name not in one.replace]
    return [*(sheet.name for sheet in before.sheets), *new]


def refuse_unreadable(path: Path) -> None:
    """Refuse a file that is not a workbook, with the sentence that says what it is instead."""
    with Archive(path) as archive:
        read_structure(archive)


def _refuse_overlaps(patches: list[TablePatch], structure: Structure) -> None:
    """A table that has grown must not reach into another one, even a blank one."""
    final = {patch.part.part: patch.area for patch in patches}
    for patch in patches:
        if patch.area.last_row <= patch.part.area.last_row:
            continue
        for other in structure.tables:
            area = final.get(other.part, other.area)
            same = other.part == patch.part.part or other.sheet.part != patch.part.sheet.part
            if not same and area.overlaps(patch.area):
                cell = cell_name(area.first_row, area.first_column)
                sheet = patch.part.sheet.name
                raise BadValue("table.no_room", sheet=sheet, row=area.first_row, cell=cell)


def _largest_first(name: str) -> int:
    return ("orders", "customers").index(name) if name in ("orders", "customers") else 2
