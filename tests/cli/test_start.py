"""`sopc new` and `sopc init`: what a beginner gets compiles, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.sopc import sopc
from sopdsl.cli.new import lane_ids, quoted, skeleton, slug
from sopdsl.pipeline import Surroundings, check_text
from sopdsl.profiles import load_profile
from sopdsl.settings import Settings
from sopdsl.source import Source
from sopdsl.syntax import format_text, parse


def test_a_folder_and_a_first_sop(tmp_path: Path) -> None:
    assert sopc("init", "--name", 'Dinas "X"', cwd=tmp_path).status == 0
    ran = sopc("new", "--title", "Izin Cuti", "--unit", "Biro", "--lane", "Staf", cwd=tmp_path)
    assert ran.out == "izin-cuti.sop dibuat; periksa: sopc check izin-cuti.sop\n"
    checked = sopc("check", "--format", "json", cwd=tmp_path)
    assert (checked.status, '"error"' in checked.out) == (0, False)
    assert sopc("fmt", "--check", cwd=tmp_path).status == 0
    assert sopc("build", cwd=tmp_path).status == 0
    assert (tmp_path / "_hasil/izin-cuti.html").is_file()


def test_what_no_option_says_is_asked_for(tmp_path: Path) -> None:
    answers = b"Izin Cuti\n\nStaf, Kepala Biro\n"
    ran = sopc("new", cwd=tmp_path, stdin=answers, terminal=True)
    assert ran.status == 0
    text = (tmp_path / "izin-cuti.sop").read_text()
    assert '"Izin Cuti"' in text
    assert '"Unit Kerja"' in text
    assert 'kepala-biro  "Kepala Biro"' in text


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.sop").write_text("penting")
    ran = sopc("new", "a.sop", "--title", "X", cwd=tmp_path)
    assert (ran.status, (tmp_path / "a.sop").read_text()) == (2, "penting")
    assert '"a.sop" sudah ada dan tidak ditimpa' in ran.err
    (tmp_path / "sop.toml").write_text("# punya orang\n")
    assert sopc("init", cwd=tmp_path).status == 2
    assert (tmp_path / "sop.toml").read_text() == "# punya orang\n"


def test_init_keeps_a_library_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "pustaka").mkdir()
    (tmp_path / "pustaka/pelaksana.sop").write_text('pustaka "Punya orang"\n')
    assert sopc("init", cwd=tmp_path).status == 0
    assert (tmp_path / "pustaka/pelaksana.sop").read_text() == 'pustaka "Punya orang"\n'


@given(st.text(max_size=30), st.text(max_size=20), st.lists(st.text(max_size=12), max_size=4))
def test_every_skeleton_is_canonical_and_without_errors(
    title: str, unit: str, performers: list[str]
) -> None:
    text = skeleton("berkas", title, unit, performers, 2025)
    assert format_text(text) == text
    source = Source("berkas.sop", text)
    syntax = parse(source)
    alone = Surroundings(Settings(), load_profile("bssn-4-2019"), (), {}, lambda _: {}, None)
    errors = [f.message.en for f in check_text(source, syntax, alone).findings]
    assert errors == []


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Pengelolaan Surat", "pengelolaan-surat"),
        ("3 Langkah: Médis/Gigi", "langkah-medis-gigi"),
        ("日本", ""),
        ("--", ""),
    ],
)
def test_titles_become_identifiers(text: str, identifier: str) -> None:
    assert slug(text) == identifier


def test_lanes_get_ids_of_their_own() -> None:
    assert list(lane_ids(["Staf", "Staf", "Mulai"])) == ["staf", "staf-2", "mulai-1"]
    assert len(lane_ids([])) == 2
    assert quoted('a "b"\n\\') == '"a \\"b\\" \\\\"'
