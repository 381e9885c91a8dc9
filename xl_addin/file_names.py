"""Names for files made from what people are called, which every system takes, and giving them.

Source: the naming rules of Windows ("Naming Files, Paths, and Namespaces", Microsoft Learn), which
are narrower than those of the others. Proved in tests/xl_addin/test_file_names.py.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

# Short enough for a folder deep down, where Windows' programs open 260 characters of path at most,
# and with a number and an ending for the 255 bytes of a name elsewhere.
LONGEST = 60
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
# Devices since MS-DOS, whatever follows the first point; the raised digits count as digits.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?")


def safe_stem(words: str, instead: str = "file") -> str:
    """`words` as the name of a file, without its ending; `instead` where nothing is left.

    >>> safe_stem('Li Wei: "A/B"'), safe_stem("CON"), safe_stem("..")
    ('Li Wei A B', '_CON', 'file')
    """
    plain = unicodedata.normalize("NFC", words)
    # Control and invisible characters, and halves of surrogate pairs, are in no name.
    seen = [" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in plain]
    stem = " ".join(_NOT_IN_NAMES.sub(" ", "".join(seen)).split())[:LONGEST].strip(" .")
    return f"_{stem}" if _DEVICE.fullmatch(stem.casefold()) else stem or instead


def compared(name: str) -> str:
    """Names that are one on some system: Windows does not see case, macOS not the composition."""
    return unicodedata.normalize("NFC", name).casefold()


def give_name(finished: Path, path: Path) -> None:
    """Put a whole file under its name at once; raises `FileExistsError` where one has it."""
    try:
        os.link(finished, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names, such as a USB stick
        with path.open("xb"):
            pass
        try:
            finished.replace(path)
        except OSError:
            path.unlink()
            raise
