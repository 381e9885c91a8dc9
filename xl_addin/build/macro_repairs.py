"""What a VBA project written by pyOpenVBA still needs before Excel takes it without a thought.

The compiled project of its template is left out, so that Excel compiles our source itself
([MS-OVBA] 2.3.4.1, the bytes are the example of 3.1.1); and every entry of the compound file's
directory is coloured black, which [MS-CFB] 2.6.4 allows for any tree, where pyOpenVBA leaves
red children under red parents. Proved in tests/xl_addin/build/test_macros.py.
"""

from __future__ import annotations

import struct

from pyopenvba.cfb import CFB

NEVER_COMPILED = bytes.fromhex("cc 61 ff ff 00 01 00")
ENTRY_SIZE, COLOUR_AT, TYPE_AT, BLACK = 128, 67, 66, 1
END_OF_CHAIN = 0xFFFFFFFE
# Fields of the header ([MS-CFB] 2.2) and where the sectors of the allocation table are listed.
SECTOR_SHIFT_AT, FIRST_DIRECTORY_AT, TABLE_COUNT_AT, TABLE_LIST_AT = 30, 48, 44, 76
TABLE_LIST_LENGTH = 109


def without_compiled_project(project: bytes) -> bytes:
    """The project with nothing but source in it."""
    compound = CFB.from_bytes(project)
    compound.write_stream_in_storage("VBA", "_VBA_PROJECT", NEVER_COMPILED)
    return compound.to_bytes()


def entries_black(compound: bytes) -> bytes:
    """The compound file with all used directory entries black."""
    changed = bytearray(compound)
    for at in directory_entries(compound):
        if changed[at + TYPE_AT]:
            changed[at + COLOUR_AT] = BLACK
    return bytes(changed)


def directory_entries(compound: bytes) -> list[int]:
    """Where each directory entry of a compound file begins, in their order."""
    size = 1 << struct.unpack_from("<H", compound, SECTOR_SHIFT_AT)[0]
    table = _allocation_table(compound, size)
    found: list[int] = []
    sector = struct.unpack_from("<I", compound, FIRST_DIRECTORY_AT)[0]
    while sector != END_OF_CHAIN:
        start = (sector + 1) * size
        found += range(start, start + size, ENTRY_SIZE)
        sector = table[sector]
    return found


def _allocation_table(compound: bytes, size: int) -> list[int]:
    """Which sector follows which; a project of ours never needs more than the header lists."""
    count = struct.unpack_from("<I", compound, TABLE_COUNT_AT)[0]
    if count > TABLE_LIST_LENGTH:
        raise ValueError("the compound file is larger than any VBA project of ours")
    table: list[int] = []
    for sector in struct.unpack_from(f"<{count}I", compound, TABLE_LIST_AT):
        table += struct.unpack_from(f"<{size // 4}I", compound, (sector + 1) * size)
    return table
