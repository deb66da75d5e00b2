"""`sopc build` from end to end: which files appear, and which never do."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from unittest.mock import patch

import pytest

from harness.sopc import sopc
from harness.tree import clean, plant

FAULTY = clean().replace("oleh staf", "oleh stff", 1)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def built(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_document_becomes_html_and_a_page_each(tmp_path: Path) -> None:
    plant(tmp_path, {"sop.toml": "", "unit/a.sop": clean()})
    ran = sopc("build", cwd=tmp_path)
    assert ran.status == 0
    assert ran.out == "1 dokumen di _hasil: 2 berkas ditulis, 0 tidak berubah\n"
    assert built(tmp_path / "_hasil") == ["unit/a.1.svg", "unit/a.html"]


def test_a_rerun_changes_nothing(tmp_path: Path) -> None:
    plant(tmp_path, {f"{n:02}.sop": clean(f"s{n}") for n in range(10)})
    sopc("build", cwd=tmp_path)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*.*")}
    ran = sopc("build", "--jobs", 2, cwd=tmp_path)
    assert ran.out.endswith("0 berkas ditulis, 20 tidak berubah\n")
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*.*")}
    assert before == after


def test_pages_count_from_one_and_charts_have_numbers(tmp_path: Path) -> None:
    second = clean().partition("mulai")[2]
    two = clean() + '\nalur dua "Bagan Kedua"\n\nmulai' + second.replace("periksa", "lihat")
    plant(
        tmp_path, {"a.sop": two, "b.sop": clean("b").replace("\nselesai", "\nhalaman\n\nselesai")}
    )
    assert sopc("build", "--to", "svg", cwd=tmp_path).status == 0
    assert built(tmp_path / "_hasil") == ["a.1-1.svg", "a.2-1.svg", "b.1.svg", "b.2.svg"]


def test_pages_that_are_no_more_go_away(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean().replace("\nselesai", "\nhalaman\n\nselesai")})
    sopc("build", cwd=tmp_path)
    plant(tmp_path, {"a.sop": clean()})
    ran = sopc("build", cwd=tmp_path)
    assert "1 halaman lama dihapus" in ran.out
    assert built(tmp_path / "_hasil") == ["a.1.svg", "a.html"]


def test_errors_are_reported_and_nothing_is_made_of_them(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY, "b.sop": clean("b")})
    ran = sopc("build", cwd=tmp_path)
    assert ran.status == 1
    assert "galat[unknown-name]" in ran.out
    assert built(tmp_path / "_hasil") == ["b.1.svg", "b.html"]


def test_warnings_stop_nothing(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean().replace('  output       "Arsip"\n', "")})
    ran = sopc("build", cwd=tmp_path)
    assert ran.status == 0
    assert "peringatan[" in ran.out
    assert built(tmp_path / "_hasil") == ["a.1.svg", "a.html"]


def test_libraries_are_not_built(tmp_path: Path) -> None:
    plant(tmp_path, {"p.sop": 'pustaka "P"\n', "a.sop": clean()})
    assert sopc("build", cwd=tmp_path).status == 0
    assert built(tmp_path / "_hasil") == ["a.1.svg", "a.html"]


def test_settings_decide_folder_and_formats_and_words_go_before(tmp_path: Path) -> None:
    settings = '[keluaran]\nfolder = "cetak"\nformat = ["svg"]\n'
    plant(tmp_path, {"sop.toml": settings, "a.sop": clean()})
    sopc("build", cwd=tmp_path)
    assert built(tmp_path / "cetak") == ["a.1.svg"]
    sopc("build", "--to", "html", "-o", "lain", cwd=tmp_path)
    assert built(tmp_path / "lain") == ["a.html"]


def test_a_unit_builds_into_the_folder_of_the_whole(tmp_path: Path) -> None:
    plant(tmp_path, {"sop.toml": "", "u/sop.toml": 'kertas = "F4"\n', "u/a.sop": clean()})
    assert sopc("build", "u", cwd=tmp_path).status == 0
    assert built(tmp_path / "_hasil") == ["u/a.1.svg", "u/a.html"]
    assert 'width="330mm"' in (tmp_path / "_hasil/u/a.1.svg").read_text()
    sopc("build", "u", "--paper", "A4", cwd=tmp_path)
    assert 'width="297mm"' in (tmp_path / "_hasil/u/a.1.svg").read_text()


def test_references_lead_to_the_other_page(tmp_path: Path) -> None:
    remark = "  waktu        1 jam\n  keterangan   @lain, @lain.simpan\n"
    citing = clean().replace("  waktu        1 jam\n", remark)
    plant(tmp_path, {"sop.toml": "", "u/a.sop": citing, "v/l.sop": clean("lain", "SOP Lain")})
    ran = sopc("build", cwd=tmp_path)
    assert ran.status == 0, ran.out
    page = (tmp_path / "_hasil/u/a.html").read_text()
    links = set(re.findall(r'href="([^"#]*l\.html[^"]*)"', page))
    assert links == {"../v/l.html", "../v/l.html#langkah-1-4"}


def test_the_profile_of_the_command_line_holds(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean()})
    sopc("build", cwd=tmp_path)
    before = (tmp_path / "_hasil/a.html").read_text()
    sopc("build", "--profile", "permendagri-52-2011", cwd=tmp_path)
    assert (tmp_path / "_hasil/a.html").read_text() != before


def test_a_document_may_have_a_logo_of_its_own(tmp_path: Path) -> None:
    own = clean().replace("  status ", '  logo      "l.png"\n  status ')
    plant(tmp_path, {"a.sop": own, "l.png": PNG})
    assert sopc("build", cwd=tmp_path).status == 0
    assert "data:image/png" in (tmp_path / "_hasil/a.html").read_text()
    plant(tmp_path, {"l.png": b"GIF89a"})
    assert "peringatan[bad-logo]" in sopc("build", cwd=tmp_path).out


@pytest.mark.parametrize(
    "name", ["dengan spasi.sop", "ä#ü 日.sop", "a.b.c.sop", "n" * 240 + ".sop"]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    plant(tmp_path, {name: clean()})
    assert sopc("build", "--to", "html", cwd=tmp_path).status == 0
    assert built(tmp_path / "_hasil") == [name.removesuffix(".sop") + ".html"]


def test_two_projects_may_not_overwrite_each_other(tmp_path: Path) -> None:
    files = {"p/sop.toml": "", "q/sop.toml": "", "p/a.sop": clean(), "q/a.sop": clean()}
    plant(tmp_path, files)
    ran = sopc("build", "p", "q", "-o", "hasil", cwd=tmp_path)
    assert ran.status == 2
    assert '"p/a.sop" dan "q/a.sop" akan menulis berkas yang sama' in ran.err
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--to", "docx"), '--to tidak mengenal "docx"; pilih: html, svg'),
        (("--paper", "A5"), '--paper tidak mengenal "A5"; pilih: A4, F4'),
    ],
)
def test_wrong_use_writes_nothing(tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    plant(tmp_path, {"a.sop": clean()})
    ran = sopc("build", *words, cwd=tmp_path)
    assert (ran.status, message in ran.err) == (2, True)
    assert built(tmp_path) == ["a.sop"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "tidak diizinkan"),
        (errno.EROFS, "folder itu hanya dapat dibaca"),
        (errno.ENOSPC, "cakram penuh"),
    ],
)
def test_a_system_that_refuses_is_a_sentence(tmp_path: Path, number: int, sentence: str) -> None:
    plant(tmp_path, {"a.sop": clean()})
    refusal = OSError(number, os.strerror(number), "_hasil")
    with patch("sopdsl.project.building.write_outputs", side_effect=refusal):
        ran = sopc("build", cwd=tmp_path)
    assert ran.status == 2
    assert ran.err == f'galat: tidak dapat membaca atau menulis "_hasil": {sentence}\n'
    assert built(tmp_path) == ["a.sop"]


def test_a_file_in_place_of_the_output_folder_is_a_sentence(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean(), "hasil": "berkas"})
    ran = sopc("build", "-o", "hasil", cwd=tmp_path)
    assert ran.status == 2
    assert "tidak dapat membaca atau menulis" in ran.err
    assert "Traceback" not in ran.err
