"""`sopc check` from end to end: what it says, where, and with which status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.sopc import sopc
from harness.tree import clean, plant

FAULTY = clean().replace("oleh staf", "oleh stff", 1)
WARNED = clean().replace('  output       "Arsip"\n', "")


def test_a_clean_file_is_praised(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean()})
    ran = sopc("check", "a.sop", cwd=tmp_path)
    assert (ran.status, ran.out, ran.err) == (0, "", "1 berkas diperiksa, tidak ada temuan\n")


def test_a_finding_shows_its_place_and_the_mending(tmp_path: Path) -> None:
    plant(tmp_path, {"u/a.sop": FAULTY})
    ran = sopc("check", cwd=tmp_path)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[:5] == [
        'galat[unknown-name]: pelaksana "stff" tidak dikenal',
        "  --> u/a.sop:10:12",
        "   |",
        '10 | mulai oleh stff "Menerima permohonan"',
        "   |            ^^^^",
    ]
    assert '   = bantuan: ganti menjadi "staf"' in lines[5:]
    assert ran.err == "1 galat dalam 1 dari 1 berkas; penjelasan: sopc rule unknown-name\n"


def test_english_on_demand_and_by_settings(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY})
    by_option = sopc("check", "--lang", "en", cwd=tmp_path)
    assert "error[unknown-name]" in by_option.out
    assert by_option.err == "1 error in 1 of 1 files; explained by: sopc rule unknown-name\n"
    plant(tmp_path, {"sop.toml": 'bahasa = "en"\n'})
    assert sopc("check", cwd=tmp_path) == by_option


def test_concise_is_a_line_a_finding(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY})
    ran = sopc("check", "--format", "concise", cwd=tmp_path)
    assert ran.out == 'a.sop:10:12: galat[unknown-name] pelaksana "stff" tidak dikenal\n'


def test_json_says_it_for_programs(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY})
    ran = sopc("check", "--format", "json", cwd=tmp_path)
    assert ran.err == ""
    offset = FAULTY.index("stff")
    place = {
        "start": {"line": 10, "column": 12, "offset": offset},
        "end": {"line": 10, "column": 16, "offset": offset + 4},
    }
    (entry,) = json.loads(ran.out)
    assert all(isinstance(hint, str) for hint in entry.pop("hints"))
    assert entry == {
        "file": "a.sop",
        "rule": "unknown-name",
        "severity": "error",
        "message": 'pelaksana "stff" tidak dikenal',
        "range": place,
        "related": [],
        "fix": {
            "title": 'ganti menjadi "staf"',
            "safe": False,
            "edits": [{"range": place, "text": "staf"}],
        },
        "url": "urn:sopdsl:rule:unknown-name",
    }


def test_nothing_found_is_an_empty_list(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean()})
    assert sopc("check", "--format", "json", cwd=tmp_path).out == "[]\n"


def test_several_formats_at_once(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY})
    words = ("--output", "json=x/l.json", "--output", "concise=l.txt")
    ran = sopc("check", *words, cwd=tmp_path)
    assert "-->" in ran.out
    assert json.loads((tmp_path / "x/l.json").read_text())[0]["rule"] == "unknown-name"
    assert (tmp_path / "l.txt").read_text().startswith("a.sop:10:12: ")


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (FAULTY, "error", 1),
        (FAULTY, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WARNED, "hint", 1),
        (clean(), "hint", 0),
    ],
)
def test_the_failing_severity_is_chosen(
    tmp_path: Path, text: str, fail_on: str, status: int
) -> None:
    plant(tmp_path, {"a.sop": text})
    assert sopc("check", "--fail-on", fail_on, cwd=tmp_path).status == status


def test_settings_change_severities_and_switch_rules_off(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY, "sop.toml": '[aturan]\nunknown-name = "warning"\n'})
    ran = sopc("check", cwd=tmp_path)
    assert ran.status == 0
    assert "peringatan[unknown-name]" in ran.out
    plant(tmp_path, {"sop.toml": '[aturan]\nunknown-name = "off"\n'})
    assert sopc("check", cwd=tmp_path).out == ""


def test_slips_in_the_settings_come_first(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY, "sop.toml": 'profl = "x"\n'})
    ran = sopc("check", "--format", "concise", cwd=tmp_path)
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["sop.toml", "a.sop"]
    assert ran.status == 1


def test_piped_text_goes_by_the_name_it_is_given(tmp_path: Path) -> None:
    plant(tmp_path, {"sop.toml": '[aturan]\nunknown-name = "warning"\n', "u/a.sop": clean()})
    words = ("check", "-", "--format", "concise")
    named = sopc(*words, "--stdin-filename", "u/a.sop", cwd=tmp_path, stdin=FAULTY.encode())
    assert named.out.startswith("u/a.sop:10:12: peringatan[unknown-name]")
    nameless = sopc(*words, cwd=tmp_path, stdin=FAULTY.encode())
    assert nameless.out.startswith("<stdin>:10:12: peringatan[unknown-name]")


def test_libraries_that_nobody_named_are_checked_too(tmp_path: Path) -> None:
    using = clean().replace("pelaksana\n", 'gunakan "p.sop"\n\npelaksana\n')
    plant(tmp_path, {"a.sop": using, "p.sop": 'pustaka "P"\n\nperatran x "X"\n'})
    ran = sopc("check", "a.sop", "--format", "concise", cwd=tmp_path)
    assert ran.out.startswith("p.sop:3:1: galat[unknown-word]")
    assert ran.status == 1


def test_notes_point_into_other_files(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean() + '\nmulai simpan oleh staf "Lagi"\n'})
    (entry,) = [
        entry
        for entry in json.loads(sopc("check", "--format", "json", cwd=tmp_path).out)
        if entry["rule"] == "duplicate-id"
    ]
    (note,) = entry["related"]
    assert (note["file"], note["range"]["start"]["line"]) == ("a.sop", 27)


def test_jobs_change_nothing(tmp_path: Path) -> None:
    plant(tmp_path, {f"{n:02}.sop": FAULTY if n % 3 else clean() for n in range(12)})
    one, two = (sopc("check", "--jobs", jobs, cwd=tmp_path) for jobs in (1, 2))
    assert one == two
    assert one.status == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("tidak-ada.sop",), '"tidak-ada.sop" tidak ada atau tidak dapat dibuka'),
        (("--format", "xml"), 'format "xml" tidak dikenal; pilih: full, concise, json'),
        (("--output", "json"), "tulis --output json=BERKAS"),
        (("--fail-on", "fatal"), '--fail-on tidak mengenal "fatal"'),
        (("--lang", "fr"), '--lang tidak mengenal "fr"; pilih: id, en'),
        (("--profile", "bssn"), 'tidak ada profil bernama "bssn"'),
        (("--formatt", "json"), 'tidak ada opsi "--formatt"; maksudnya "--format"?'),
        (("--format",), 'opsi "--format" memerlukan nilai'),
        (("--jobs", "x"), 'nilai untuk "jobs" tidak dapat dipakai'),
    ],
)
def test_wrong_use_is_status_2_and_a_sentence(
    tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    ran = sopc("check", *words, cwd=tmp_path)
    assert ran.status == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
