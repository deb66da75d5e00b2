"""What is remembered on disk is used only while all it came from is unchanged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from harness.sopc import Ran, sopc
from harness.tree import clean, plant
from sopdsl.project import work

FAULTY = clean().replace("oleh staf", "oleh stff", 1)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return plant(
        tmp_path / "p",
        {
            "sop.toml": "",
            "a.sop": clean().replace("pelaksana\n", 'gunakan "p.sop"\n\npelaksana\n')
            + '\nketerkaitan\n  @lain\n  "SOP lain"\n',
            "p.sop": 'pustaka "P"\n\npelaksana\n  tamu "Tamu"\n',
            "lain.sop": clean("lain", "Lain"),
            "rusak.sop": FAULTY,
        },
    )


def check(repository: Path, *words: object) -> Ran:
    cache = repository.parent / "ingatan"
    return sopc("check", repository, "--format", "json", *words, cache=cache)


def worked(repository: Path, *words: object) -> tuple[Ran, int]:
    """Check, and tell how many files were really looked at."""
    with patch.object(work, "check_file", wraps=work.check_file) as spy:
        return check(repository, *words), spy.call_count


def test_the_second_run_says_the_same_and_parses_nothing(repository: Path) -> None:
    first, looked_at = worked(repository)
    assert looked_at == 4
    assert worked(repository) == (first, 0)
    assert first.status == 1
    assert "stff" in first.out


CHANGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "the text": (lambda p: (p / "a.sop").write_text(clean("a")), 1),
    "a library": (lambda p: (p / "p.sop").write_text('pustaka "Q"\n'), 2),
    "the settings": (lambda p: (p / "sop.toml").write_text('bahasa = "en"\n'), 4),
    "the title of a cited SOP": (lambda p: (p / "lain.sop").write_text(clean("lain", "X")), 2),
    "a cited SOP that goes": (lambda p: (p / "lain.sop").unlink(), 1),
    "nothing that matters": (lambda p: (p / "catatan.txt").write_text("x"), 0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(repository: Path, change: str) -> None:
    check(repository)
    apply, files = CHANGES[change]
    apply(repository)
    ran, looked_at = worked(repository)
    assert looked_at == files
    assert ran == sopc("check", repository, "--format", "json")


def test_a_library_that_appears_nearer_is_noticed(tmp_path: Path) -> None:
    using = clean().replace("pelaksana\n", 'gunakan "p.sop"\n\npelaksana\n')
    repository = plant(tmp_path / "p", {"sop.toml": "", "u/a.sop": using, "p.sop": 'pustaka "P"\n'})
    assert check(repository).status == 0
    plant(repository, {"u/p.sop": clean()})
    assert check(repository).status == 1


def test_another_program_starts_anew(repository: Path) -> None:
    check(repository)
    with patch("sopdsl.project.memory.program", return_value="other"):
        assert worked(repository)[1] == 4


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"identity": 3}', b"\xff" * 9])
def test_damage_is_not_believed(repository: Path, damage: bytes) -> None:
    first = check(repository)
    for entry in (repository.parent / "ingatan").rglob("*.json"):
        entry.write_bytes(damage)
    assert worked(repository) == (first, 4)


@pytest.mark.parametrize("key", ["stamp", "needs", "titles", "outcome"])
@pytest.mark.parametrize("value", [None, 3, "x", [], {}])
def test_foreign_entries_are_not_believed(repository: Path, key: str, value: object) -> None:
    first = check(repository)
    for file in (repository.parent / "ingatan").rglob("*.json"):
        entry = json.loads(file.read_text())
        if key in entry:
            file.write_text(json.dumps({**entry, key: value}))
    assert check(repository) == first


def test_a_folder_that_takes_nothing_only_costs_time(repository: Path) -> None:
    (repository.parent / "ingatan").write_text("a file stands here")
    assert check(repository).status == 1
    assert worked(repository)[1] == 4


def test_words_of_the_command_line_have_entries_of_their_own(repository: Path) -> None:
    check(repository)
    assert worked(repository, "--profile", "permendagri-52-2011")[1] == 4
    assert worked(repository)[1] == 0


def test_piped_text_is_not_mistaken_for_the_file_on_disk(repository: Path) -> None:
    check(repository)
    words = ("check", "-", "--stdin-filename", repository / "lain.sop", "--format", "json")
    piped = sopc(*words, stdin=FAULTY.encode(), cache=repository.parent / "ingatan")
    assert "stff" in piped.out


def test_a_job_says_the_same_from_memory(repository: Path) -> None:
    check(repository)
    assert worked(repository, "--jobs", "2")[0] == check(repository)


def test_another_day_is_another_answer(repository: Path) -> None:
    (repository / "a.sop").write_text(clean("a").replace("\n\n", "\n  dibuat 2026-05-01\n\n", 1))
    before, looked_at = worked(repository, "--today", "2026-04-30")
    assert looked_at == 4
    assert "future-date" in before.out
    assert worked(repository, "--today", "2026-04-30") == (before, 0)
    after, looked_at = worked(repository, "--today", "2026-05-01")
    assert looked_at == 4
    assert "future-date" not in after.out


def test_today_must_be_a_date(repository: Path) -> None:
    ran = check(repository, "--today", "besok")
    assert ran.status == 2
    assert 'galat: "besok" bukan tanggal' in ran.err
