"""From the plan of a copy to the parts of the master that go into it.

Sheets of the user's own go along by name; a table there that has a column with customer IDs gives
only the rows of the reader's customers. Proved in tests/xl_addin/sharing/test_selecting.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from udfs import masking
from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.commands.share import columns
from xl_addin.commands.share.planning import CopyPlan
from xl_addin.commands.share.tables import CUSTOMER, FOR_ALL
from xl_addin.copying import Master, Selection, SheetSelection, TableSelection
from xl_addin.hosts.locating import locate_tables
from xl_addin.hosts.table_reading import TableReader
from xl_addin.package.structure import TablePart

MASKS: Mapping[str, Callable[[Any], str]] = {
    columns.PHONE: masking.mask_phone,
    columns.EMAIL: masking.mask_email,
    columns.ADDRESS: masking.mask_address,
    columns.IDENTITY: masking.mask_id,
    columns.REACH: columns.mask_reach,
    columns.WORDS: masking.mask_text,
}
_CUSTOMER_CAPTIONS = {
    schema.normal_caption(CUSTOMER),
    *(schema.normal_caption(schema.caption("customers", CUSTOMER, lang)) for lang in LANGUAGES),
}


@dataclass(frozen=True)
class Sheets:
    """The sheets of a master, ours and the user's own; own tables are read once."""

    master: Master
    path: Path

    @cached_property
    def parts(self) -> dict[str, TablePart]:
        """Our tables by internal name."""
        return locate_tables(self.master.structure.tables, self.path.name)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The visible sheets that hold no table of ours, and are none of our pages."""
        ours = {part.sheet.name for part in self.parts.values()}
        return tuple(name for name in self.master.sheets if name not in ours)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Sheets with a table of ours that nobody sees."""
        shown = set(self.master.sheets)
        return frozenset(p.sheet.name for p in self.parts.values() if p.sheet.name not in shown)

    def cells(self, part: TablePart) -> list[list[Any]]:
        """All rows of a table."""
        return TableReader(self.path).cells(part)

    @cached_property
    def _own_tables(self) -> list[tuple[TablePart, int | None]]:
        """Tables on the user's own sheets, and where they hold customer IDs."""
        ours = {part.part for part in self.parts.values()}
        return [
            (part, _customer_column(part))
            for part in self.master.structure.tables
            if part.part not in ours and part.sheet.name in self.own
        ]

    @property
    def own_tables_without_customers(self) -> list[TablePart]:
        """Own tables whose rows are no customer's; all of them go along with their sheet."""
        return [part for part, place in self._own_tables if place is None]

    @cached_property
    def _own_cells(self) -> dict[str, list[list[Any]]]:
        """The rows of own tables, read once for all readers."""
        return {part.name: self.cells(part) for part, _ in self._own_tables}

    @cached_property
    def _customers(self) -> dict[str, list[str]]:
        """The customer IDs in the rows of own tables that have a column of them."""
        from udfs.values import ids

        return {
            part.name: ids([row[place] for row in self._own_cells[part.name]]).tolist()
            for part, place in self._own_tables
            if place is not None
        }

    def selection(self, plan: CopyPlan) -> Selection:
        """What `plan` takes of the master."""
        tables: dict[str, dict[str, TableSelection]] = {}
        for name, table in plan.tables.items():
            part = self.parts[name]
            masks = {caption: MASKS[kind] for caption, kind in table.masks.items()}
            chosen = TableSelection(table.rows, table.dropped, masks)
            tables.setdefault(part.sheet.name, {})[part.name] = chosen
        for name in plan.own_sheets:
            tables[name] = self._of_customers(name, plan)
        return Selection(
            [
                SheetSelection(name, name not in plan.own_sheets, tables[name])
                for name in self.master.sheets
                if name in tables
            ],
            frozenset(part.name for name, part in self.parts.items() if name in FOR_ALL),
        )

    def _of_customers(self, sheet: str, plan: CopyPlan) -> dict[str, TableSelection]:
        """Own tables by their customers' rows, and masked as ours are."""
        found = {}
        for part, _ in self._own_tables:
            if part.sheet.name != sheet:
                continue
            owners, masks = self._customers.get(part.name), self._masks(part, plan)
            if owners is None and not masks:
                continue
            places: Sequence[int] = range(part.first_data_row, part.last_data_row + 1)
            if owners is not None:
                pairs = zip(places, owners, strict=False)
                places = [row for row, who in pairs if who in plan.customers]
            found[part.name] = TableSelection(tuple(places), masks=masks)
        return found

    def _masks(self, part: TablePart, plan: CopyPlan) -> dict[str, Callable[[Any], str]]:
        words = any(table.masks for table in plan.tables.values())
        if not (plan.masked or words):
            return {}
        cells = zip(*self._own_cells[part.name], strict=True)
        kinds = columns.masks_of_own(zip(part.captions, cells, strict=False), plan.masked, words)
        return {caption: MASKS[kind] for caption, kind in kinds.items()}


def _customer_column(part: TablePart) -> int | None:
    """Where a table of the user's own says whose a row is."""
    captions = [schema.normal_caption(caption) for caption in part.captions]
    return next((n for n, c in enumerate(captions) if c in _CUSTOMER_CAPTIONS), None)
