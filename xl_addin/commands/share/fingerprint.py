"""The fingerprint of what a reader got, by which a later merge knows the base of a copy.

It covers what people type: our columns that are the user's, the columns that say which row it is,
and the user's own columns that no formula fills; of every table whose rows belong to customers. It
is the same whatever the order of rows, columns and sheets, the language of the captions, and the
program that saved the file, and it is computed from the copy alone. The exact form, for other
programs: docs/sharing.md. Proved in tests/xl_addin/commands/share/test_fingerprint.py.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator

from xl_addin import schema
from xl_addin.commands.export import words_of
from xl_addin.commands.share.tables import CUSTOMER, is_of_customers
from xl_addin.tables import Book, TableData

FORM = "customer-chain base 1"


def base_fingerprint(book: Book) -> str:
    """SHA-256, 64 hex digits, over the canonical lines of the book."""
    digest = hashlib.sha256()
    for line in canonical_lines(book):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def canonical_lines(book: Book) -> Iterator[str]:
    """The form, then each table: its name, its columns in order, its rows sorted."""
    yield _line([FORM])
    for name in sorted(name for name in book.tables if is_of_customers(name)):
        yield from _table(book[name])


def _table(table: TableData) -> Iterator[str]:
    columns = dict(sorted(_columns(table)))
    yield _line(["table", table.name])
    yield _line(["columns", *columns])
    rows = zip(*columns.values(), strict=True)
    yield from sorted(_line(list(row)) for row in rows if any(row))


def _columns(table: TableData) -> Iterator[tuple[str, list[str]]]:
    described = schema.table(table.name)
    for column in described.columns:
        typed = column.owner == schema.USER or column.name in (CUSTOMER, described.key)
        if typed and column.name in table:
            yield column.name, words_of(column, table.get(column.name))
    for caption, cells in table.extra.items():
        if caption not in table.calculated:
            yield f"+{caption}", words_of(None, cells)


def _line(words: list[str]) -> str:
    """A JSON list; line breaks and composed letters as every program would write them."""
    plain = [unicodedata.normalize("NFC", word.replace("\r\n", "\n")) for word in words]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
