"""Outputs appear whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from harness.tree import plant
from sopdsl.project.writing import remove_stale_pages, write_outputs, write_whole


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    written = write_outputs(tmp_path, {"unit/a.html": b"1", "unit/a.1.svg": b"2"})
    assert written.changed == ("unit/a.html", "unit/a.1.svg")
    assert names(tmp_path) == ["unit/a.1.svg", "unit/a.html"]


def test_what_would_not_change_is_left_alone(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"a": b"1", "b": b"1"})
    os.utime(tmp_path / "a", ns=(1, 1))
    written = write_outputs(tmp_path, {"a": b"1", "b": b"2"})
    assert (written.changed, written.unchanged) == (("b",), ("a",))
    assert (tmp_path / "a").stat().st_mtime_ns == 1


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    plant(tmp_path, {"a": "alt", "b": "alt"})
    real = Path.open
    opened: list[Path] = []

    def open_until_full(self: Path, mode: str = "r"):
        opened.append(self)
        if len(opened) > 1:
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, mode)

    with patch.object(Path, "open", open_until_full), pytest.raises(OSError, match="space"):
        write_outputs(tmp_path, {"a": b"neu", "b": b"neu!"})
    assert {name: (tmp_path / name).read_text() for name in names(tmp_path)} == {
        "a": "alt",
        "b": "alt",
    }


def test_an_interrupted_write_leaves_no_rest(tmp_path: Path) -> None:
    with patch("os.replace", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"neu")
    assert names(tmp_path) == []


def test_a_link_in_place_of_the_target_is_replaced_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, {"luar/rahasia": "alt", "hasil/.keep": ""})
    (tmp_path / "hasil/a.html").symlink_to(tmp_path / "luar/rahasia")
    write_outputs(tmp_path / "hasil", {"a.html": b"neu"})
    assert (tmp_path / "luar/rahasia").read_text() == "alt"
    assert (tmp_path / "hasil/a.html").read_bytes() == b"neu"


def test_names_as_long_as_the_system_allows(tmp_path: Path) -> None:
    name = "n" * 250 + ".svg"
    assert write_whole(tmp_path / name, b"x")
    assert names(tmp_path) == [name]


def test_pages_that_are_no_more_are_removed_and_nothing_else(tmp_path: Path) -> None:
    page = '<svg class="sop-page">'
    mine = ["a.1.svg", "a.2.svg", "a.1-2.svg", "a.1.1.svg", "b.2.svg", "a.2.svg.bak", "a.x.svg"]
    plant(tmp_path / "unit", dict.fromkeys(mine, page) | {"a.9.svg": "<svg>gambar orang</svg>"})
    removed = remove_stale_pages(tmp_path, "unit/a", ["unit/a.html", "unit/a.1.svg"])
    assert removed == ("unit/a.1-2.svg", "unit/a.2.svg")
    kept = {*mine, "a.9.svg"} - {"a.2.svg", "a.1-2.svg"}
    assert names(tmp_path / "unit") == sorted(kept)
