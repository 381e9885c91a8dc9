"""What a button has before it: the open workbook, what is selected in it, and the user.

The same desk stands in Excel and in LibreOffice, because both are reached through xlwings.
Proved in tests/xl_addin/buttons/.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from udfs.errors import BadValue, NotFound
from udfs.texts import LANGUAGES, text
from xl_addin.hosts import live_file
from xl_addin.hosts.live import LiveBook
from xl_addin.hosts.live_cells import is_excel, read_block
from xl_addin.hosts.live_pages import show_page
from xl_addin.intake.files import EXCEL_SUFFIXES, TEXT_SUFFIXES
from xl_addin.package.references import cell_name
from xl_addin.pages import Page

if TYPE_CHECKING:
    import xlwings as xw

    from xl_addin.hosts.live_tables import LiveTable

_MOST_SELECTED = 200
_PLACES = ("customers", "orders")
_WORKBOOKS = (".xlsx", ".xlsm")


class Desk:
    """`lang` is the user's language; `message` says why the selected cell shows an error."""

    def __init__(self, book: xw.Book, lang: str, message: str = "") -> None:
        self.book = book
        self.lang = lang
        self.message = message
        self.host = LiveBook(book)

    def tell(self, title: str, lines: Sequence[str], mode: str = "info") -> None:
        """Show sentences and wait until they are read."""
        self.book.app.alert("\n".join(lines), title, mode=mode)

    def ask(self, title: str, lines: Sequence[str]) -> bool:
        """Ask a question that is answered by Yes or No; closing the box is No."""
        answer = self.book.app.alert("\n".join(lines), title, buttons="yes_no")
        return answer == "yes"

    def saved_workbook(self) -> Path:
        """The file that holds what is on the screen; refuses where there is none."""
        place = live_file.place_of(self.book)
        if not place or not live_file.is_saved(self.book):
            raise BadValue("press.save_first")
        path = live_file.path_of(self.book)
        if path is None:
            raise BadValue("press.not_on_disk", file=self.book.name)
        if path.suffix.lower() not in _WORKBOOKS:
            raise BadValue("press.not_xlsx", file=path.name)
        return path

    def folder_beside(self, name: str) -> Path:
        """The folder `name` beside the saved workbook; made by whoever puts something into it."""
        return self.saved_workbook().parent / name

    def show(self, page: Page) -> None:
        """Show a page of results as a sheet of the workbook."""
        show_page(self.book, page)

    def choose_file(self, title: str) -> Path | None:
        """The file of orders the user picks, or None."""
        endings = [f"*{suffix}" for suffix in (*TEXT_SUFFIXES, *EXCEL_SUFFIXES)]
        kind = text("press.order_files", self.lang)
        if is_excel(self.book):
            # A comma would begin the next part.
            filter_words = f"{kind} ({'; '.join(endings)}),{';'.join(endings)}"
            chosen = self.book.app.api.GetOpenFilename(filter_words, 1, title)
            return Path(chosen) if isinstance(chosen, str) else None
        from xl_addin.engines import libreoffice

        picked = libreoffice.choose_file(self.book.app, title, ((kind, ";".join(endings)),))
        return Path(picked) if picked else None

    def selected_customers(self) -> list[str]:
        """Customer IDs of the selected rows of Customers or Orders, in their order, each once.

        Rows that a filter hides are not selected, also where the selection goes over them.
        """
        live, rows = self._selected_rows()
        cells: list[Any] = []
        if live is not None:
            place = live.places()["customer_id"]
            block = live.range(rows[0], place, rows[-1], place)
            column = read_block(block, is_excel(self.book))
            cells = [column[row - rows[0]][0] for row in rows]
        found = list(dict.fromkeys(_word(cell) for cell in cells if cell is not None))
        if not found:
            sheets = {name: text(f"sheet.{name}", self.lang) for name in _PLACES}
            raise NotFound("press.select_customer", **sheets)
        return found

    def _selected_rows(self) -> tuple[LiveTable | None, list[int]]:
        selection = self.book.app.selection
        sheet = self.book.sheets.active
        if selection is None:
            return None, []
        for name in _PLACES:
            live = self.host.tables.get(name)
            if live is None or live.sheet.name != sheet.name or "customer_id" not in live.places():
                continue
            rows = _visible_rows(selection, live.part.first_data_row, live.part.last_data_row)
            if rows:
                return live, rows
        return None, []

    def selected_cell(self) -> str:
        """The first selected cell, as B5."""
        selection = self.book.app.selection
        return cell_name(selection.row, selection.column) if selection else ""

    def sheet_named(self, key: str) -> Any:
        """The sheet whose tab reads the text `key` in either language, or None."""
        wanted = {text(key, lang).casefold() for lang in LANGUAGES}
        return next((s for s in self.book.sheets if s.name.casefold() in wanted), None)


def _visible_rows(selection: Any, first: int, last: int) -> list[int]:
    """The rows of a selection that are between two rows and not hidden, some hundred at most."""
    rows: set[int] = set()
    for area in selection.get_special_cells("visible"):
        top, bottom = max(area.row, first), min(area.row + area.shape[0] - 1, last)
        rows.update(range(top, min(bottom, top + _MOST_SELECTED - 1) + 1))
    return sorted(rows)[:_MOST_SELECTED]


def _word(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
