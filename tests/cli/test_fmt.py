"""`sopc fmt`: the canonical form, written, shown or only asked for."""

from __future__ import annotations

from pathlib import Path

from harness.sopc import sopc
from harness.tree import clean, plant

UNTIDY = clean().replace('  nomor     "SOP', '    nomor "SOP')


def canonical() -> bytes:
    return sopc("fmt", "-", stdin=clean().encode()).out.encode()


def test_files_are_rewritten_only_where_they_differ(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": UNTIDY, "b.sop": canonical()})
    before = (tmp_path / "b.sop").stat().st_mtime_ns
    ran = sopc("fmt", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "1 berkas dirapikan, 1 sudah rapi\n")
    assert (tmp_path / "a.sop").read_bytes() == canonical()
    assert (tmp_path / "b.sop").stat().st_mtime_ns == before


def test_check_only_asks(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": UNTIDY, "b.sop": canonical()})
    ran = sopc("fmt", "--check", cwd=tmp_path)
    assert (ran.status, ran.out) == (1, "a.sop\n")
    assert (tmp_path / "a.sop").read_text() == UNTIDY
    assert sopc("fmt", "--check", "b.sop", cwd=tmp_path).status == 0


def test_diff_shows_the_change(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": UNTIDY})
    ran = sopc("fmt", "--diff", cwd=tmp_path)
    assert ran.status == 1
    assert '-    nomor "SOP/1/2025"' in ran.out
    assert (tmp_path / "a.sop").read_text() == UNTIDY


def test_a_pipe_goes_through(tmp_path: Path) -> None:
    assert sopc("fmt", "-", stdin=UNTIDY.encode(), cwd=tmp_path).out.encode() == canonical()
    assert sopc("fmt", "-", "--check", stdin=UNTIDY.encode()).status == 1
    assert sopc("fmt", "-", "--check", stdin=canonical()).status == 0


def test_what_is_no_text_is_left_alone(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\0"
    plant(tmp_path, {"a.sop": picture})
    ran = sopc("fmt", cwd=tmp_path)
    assert ran.status == 1
    assert "a.sop: berkas ini bukan teks" in ran.err
    assert (tmp_path / "a.sop").read_bytes() == picture
