"""What a button has before it: the open workbook, what is selected in it, and the user.

The same desk stands in Excel and in LibreOffice, because both are reached through xlwings.
Proved in tests/xl_addin/buttons/.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from udfs.errors import NotFound
from udfs.texts import LANGUAGES, text
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

    def show(self, page: Page) -> None:
        """Show a page of results as a sheet of the workbook."""
        show_page(self.book, page)

    def choose_file(self, title: str) -> Path | None:
        """The file of orders the user picks, or None."""
        endings = [f"*{suffix}" for suffix in (*TEXT_SUFFIXES, *EXCEL_SUFFIXES)]
        kind = text("press.order_files", self.lang)
        if is_excel(self.book):
            filter_words = f"{kind} ({', '.join(endings)}),{';'.join(endings)}"
            chosen = self.book.app.api.GetOpenFilename(filter_words, 1, title)
            return Path(chosen) if isinstance(chosen, str) else None
        from xl_addin.engines import libreoffice

        picked = libreoffice.choose_file(self.book.app, title, ((kind, ";".join(endings)),))
        return Path(picked) if picked else None

    def selected_customers(self) -> list[str]:
        """Customer IDs of the selected rows of Customers or Orders, in their order, each once."""
        live, first, last = self._selected_rows()
        place = live.places()["customer_id"] if live else 0
        cells: list[Any] = []
        if live and place:
            block = live.range(first, place, last, place)
            cells = [row[0] for row in read_block(block, is_excel(self.book))]
        found = list(dict.fromkeys(_word(cell) for cell in cells if cell is not None))
        if not found:
            sheets = {name: text(f"sheet.{name}", self.lang) for name in _PLACES}
            raise NotFound("press.select_customer", **sheets)
        return found

    def _selected_rows(self) -> tuple[LiveTable | None, int, int]:
        selection = self.book.app.selection
        sheet = self.book.sheets.active
        if selection is None:
            return None, 0, 0
        first, last = selection.row, selection.row + selection.shape[0] - 1
        for name in _PLACES:
            live = self.host.tables.get(name)
            if live is not None and live.sheet.name == sheet.name:
                first = max(first, live.part.first_data_row)
                last = min(last, live.part.last_data_row, first + _MOST_SELECTED - 1)
                if first <= last and "customer_id" in live.places():
                    return live, first, last
        return None, 0, 0

    def selected_cell(self) -> str:
        """The first selected cell, as B5."""
        selection = self.book.app.selection
        return cell_name(selection.row, selection.column) if selection else ""

    def sheet_named(self, key: str) -> Any:
        """The sheet whose tab reads the text `key` in either language, or None."""
        wanted = {text(key, lang).casefold() for lang in LANGUAGES}
        return next((s for s in self.book.sheets if s.name.casefold() in wanted), None)


def _word(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
