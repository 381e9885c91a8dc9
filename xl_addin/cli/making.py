"""A new workbook: empty, or with the sample shop, refreshed once to show what it can do."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from udfs.errors import BadValue
from xl_addin.build import build_workbook
from xl_addin.hosts import safe_save
from xl_addin.hosts.memory import Memory


def make_workbook(path: Path, lang: str, sample: bool = False) -> None:
    """Build the workbook at `path`, which must not exist; same arguments, same bytes."""
    if path.suffix.casefold() != ".xlsm":
        raise BadValue("file.wrong_suffix", file=path.name, suffix=".xlsm")
    tables = sample_shop(lang) if sample else None
    safe_save.create(path, lambda fresh: build_workbook(fresh, lang, tables))


def make_addin(path: Path, lang: str) -> None:
    """Build the Excel add-in at `path`, which must not exist."""
    from xl_addin.build.addin import build_addin

    if path.suffix.casefold() != ".xlam":
        raise BadValue("file.wrong_suffix", file=path.name, suffix=".xlam")
    safe_save.create(path, lambda fresh: build_addin(fresh, lang))


def sample_shop(lang: str) -> dict[str, dict[str, list[object]]]:
    """The sample shop's tables after one refresh on its own analysis date."""
    from xl_addin.build import default_tables
    from xl_addin.commands.refresh import refresh
    from xl_addin.sample import ANALYSIS_DATE, sample_tables

    host = Memory({**default_tables(lang), "refresh_log": {}, **sample_tables(lang)}, lang)
    moment = datetime.combine(ANALYSIS_DATE, time(18))
    host.apply(refresh(host.read(), moment))
    return host.tables
