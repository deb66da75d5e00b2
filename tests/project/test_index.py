"""The SOPs of a project by id, read from the heads of the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.tree import clean, plant
from sopdsl.project.index import read_index
from sopdsl.project.memory import Memory


def index(folder: Path, memory: Memory | None = None) -> dict[str, tuple[str, str, str]]:
    entries = read_index(folder, sorted(folder.rglob("*.sop")), memory or Memory(None))
    return {name: (e.title, e.number, e.document) for name, e in entries.items()}


def test_id_title_number_and_path(tmp_path: Path) -> None:
    plant(tmp_path, {"unit/a.sop": clean("izin-cuti", "Izin Cuti")})
    assert index(tmp_path) == {"izin-cuti": ("Izin Cuti", "SOP/1/2025", "unit/a")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('sop "Judul"', {"a": ("Judul", "", "a")}),
        ("sop", {"a": ("", "", "a")}),
        (
            '# sop x\n\n  \nsop b "J"\n\n  nomor "7"\n# catatan\n  unit "u"\npelaksana\n',
            {"b": ("J", "7", "a")},
        ),
        ('\ufeffsop b "J"\r\n  nomor "7"\r\nmulai', {"b": ("J", "7", "a")}),
        ('sopir b "J"', {}),
        ('sop-lain b "J"', {}),
        ('pustaka "P"', {}),
        ("", {}),
    ],
)
def test_heads(tmp_path: Path, text: str, expected: dict[str, tuple[str, str, str]]) -> None:
    plant(tmp_path, {"a.sop": text})
    assert index(tmp_path) == expected


def test_the_first_file_has_the_id(tmp_path: Path) -> None:
    plant(tmp_path, {"b.sop": clean("x", "Dua"), "a.sop": clean("x", "Satu")})
    assert index(tmp_path)["x"][0] == "Satu"


def test_a_binary_file_has_no_entry(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": b"\x89PNG\r\n\x1a\nsop x\n\0\0\0\0"})
    assert index(tmp_path) == {}


def test_what_is_remembered_is_what_would_be_read(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "ingatan")
    repository = plant(
        tmp_path / "p", {"a.sop": clean("a"), "b.sop": 'sop "B"', "c.sop": "pustaka"}
    )
    first = index(repository, memory)
    assert index(repository, memory) == first == index(repository)
    (repository / "b.sop").rename(repository / "d.sop")
    (repository / "a.sop").write_text(clean("a", "Baru"))
    assert index(repository, memory) == index(repository)
