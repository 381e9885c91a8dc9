"""What is refused before it is read, by name and by content."""

from __future__ import annotations

from pathlib import Path

import pytest

from udfs.errors import BadValue
from xl_addin.intake import read_file


def refusal(path: Path) -> str:
    with pytest.raises(BadValue) as caught:
        read_file(path, "orders")
    assert path.name in caught.value.sentence("zh")
    assert path.name in caught.value.sentence("en")
    return caught.value.key


@pytest.mark.parametrize("name", ["a.numbers", "a.pdf", "a.ods", "a.docx", "a", "a.xlsb"])
def test_other_kinds_of_files_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"something")
    assert refusal(tmp_path / name) == "intake.unknown_kind"


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"])
def test_a_csv_that_is_no_text_is_refused(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(start + b"rest")
    assert refusal(tmp_path / "a.csv") == "intake.not_text"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nobody.csv") == "intake.no_file"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert refusal(tmp_path / "folder.csv") == "intake.cannot_open"


def test_the_collector_runs_again_after_a_refusal(tmp_path: Path) -> None:
    import gc

    assert gc.isenabled()
    refusal(tmp_path / "nobody.csv")
    assert gc.isenabled()


def cell(folder: Path, note: str) -> object:
    path = folder / "a.csv"
    path.write_text(
        f'customer_id,order_date,amount,note\n1,2026-01-05,5,"{note}"\n', encoding="utf-8"
    )
    return read_file(path, "orders").columns["note"][0]


@pytest.mark.parametrize(
    "note", ["😀👨‍👩‍👧", "שלום עולם", "=1+1", "+86", "-5%", "@SUM(A1)", "x" * 32_767, "😀" * 16_383]
)
def test_unusual_text_comes_through_unchanged(tmp_path: Path, note: str) -> None:
    assert cell(tmp_path, note) == note


@pytest.mark.parametrize("note", ["x" * 32_768, "😀" * 16_384])
def test_a_text_longer_than_a_cell_is_refused_with_its_line(tmp_path: Path, note: str) -> None:
    with pytest.raises(BadValue) as caught:
        cell(tmp_path, note)
    assert caught.value.key == "intake.cell_too_long"
    assert "line 2" in caught.value.sentence("en")
    assert "32,768" in caught.value.sentence("en")


def test_control_characters_are_removed(tmp_path: Path) -> None:
    assert cell(tmp_path, "a\x00b\x0bc\x1f\ttab") == "abc\ttab"
