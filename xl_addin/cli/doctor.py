"""Is everything in order? One sentence for each thing that was looked at."""

from __future__ import annotations

import platform
import shutil
from importlib import metadata
from pathlib import Path

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin import schema

_PACKAGES = ("numpy", "pandas", "python-calamine", "openpyxl", "XlsxWriter", "tqdm", "xlwings")


def examine(workbook: Path | None, lang: str) -> tuple[bool, list[str]]:
    """(whether all is fine, the sentences)."""
    lines = [text("doctor.python", lang, version=platform.python_version())]
    problems: list[str] = []
    for name in _PACKAGES:
        try:
            version = metadata.version(name)
            lines.append(text("doctor.package", lang, name=name, version=version))
        except metadata.PackageNotFoundError:
            problems.append(text("doctor.package_missing", lang, name=name))
    lines.append(text("doctor.language", lang, lang=text(f"language.{lang}", lang)))
    office = shutil.which("soffice") or shutil.which("libreoffice")
    found = "doctor.libreoffice" if office else "doctor.no_libreoffice"
    lines.append(text(found, lang, path=office))
    if workbook is not None:
        seen, wrong = _examine_workbook(workbook, lang)
        lines += seen
        problems += wrong
    return not problems, lines + [text("doctor.problem", lang, what=what) for what in problems]


def _examine_workbook(path: Path, lang: str) -> tuple[list[str], list[str]]:
    from xl_addin.hosts.closed_file import ClosedFile
    from xl_addin.hosts.safe_save import refuse_if_open

    lines, problems = [], []
    try:
        book = ClosedFile(path).read()
        lines.append(text("doctor.workbook", lang, file=path.name, tables=len(book.tables)))
        for table in schema.TABLES:
            if table.name not in book:
                name = schema.sheet_name(table.name, lang)
                problems.append(text("doctor.table_missing", lang, table=name))
        refuse_if_open(path)
        lines.append(text("doctor.writable", lang))
    except CustomerChainError as why:
        problems.append(why.sentence(lang))
    return lines, problems
