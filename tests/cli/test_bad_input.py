"""Bad input from end to end: a clear finding at its place, no traceback, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.sopc import sopc, sopc_process
from harness.tree import clean, plant

CLEAN = clean()
HEAD, _, REST = CLEAN.partition("mulai")
LATIN = CLEAN.replace("Konsep", "Konsép").encode("latin-1")


def line(text: str, needle: str) -> int:
    """Return the line (from 1) in which ``needle`` stands first."""
    return text[: text.index(needle)].count("\n") + 1


# name → (files, file and line of the finding, its rule)
CASES: dict[str, tuple[dict[str, str | bytes], tuple[str, int], str]] = {
    "an empty file": ({"a.sop": b""}, ("a.sop", 1), "missing-title"),
    "a picture": (
        {"a.sop": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9},
        ("a.sop", 1),
        "unreadable-file",
    ),
    "latin-1": ({"a.sop": LATIN}, ("a.sop", line(CLEAN, "Konsep")), "unreadable-file"),
    "NUL": (
        {"a.sop": CLEAN.replace("Staf", "St\0af")},
        ("a.sop", line(CLEAN, "Staf")),
        "syntax-error",
    ),
    "ten megabytes of one line": ({"a.sop": "x" * 10_000_000}, ("a.sop", 1), "syntax-error"),
    "ten megabytes of one string": (
        {"a.sop": 'sop a "' + "x" * 10_000_000},
        ("a.sop", 1),
        "syntax-error",
    ),
    "a cycle of libraries": (
        {
            "a.sop": CLEAN.replace("pelaksana\n", 'gunakan "p.sop"\n\npelaksana\n'),
            "p.sop": 'pustaka "P"\ngunakan "q.sop"\n',
            "q.sop": 'pustaka "Q"\ngunakan "p.sop"\n',
        },
        ("p.sop", 2),
        "library-cycle",
    ),
    "a library that uses itself": (
        {"p.sop": 'pustaka "P"\ngunakan "p.sop"\n'},
        ("p.sop", 2),
        "library-cycle",
    ),
    "a missing library": (
        {"a.sop": HEAD + 'gunakan "tidak-ada.sop"\n\nmulai' + REST},
        ("a.sop", line(CLEAN, "mulai")),
        "missing-library",
    ),
    "two steps with one id": (
        {"a.sop": CLEAN + '\nselesai periksa oleh staf "Lagi"\n'},
        ("a.sop", CLEAN.count("\n") + 2),
        "duplicate-id",
    ),
    "a lane nobody declared": (
        {"a.sop": CLEAN.replace("oleh staf", "oleh direktur", 1)},
        ("a.sop", line(CLEAN, "oleh staf")),
        "unknown-name",
    ),
    "a decision with one exit": (
        {"a.sop": CLEAN.replace('  tidak -> susun "Belum sesuai"\n', "")},
        ("a.sop", line(CLEAN, "keputusan")),
        "decision-exits",
    ),
    "an arrow into nothing": (
        {"a.sop": CLEAN.replace("-> simpan", "-> gudang")},
        ("a.sop", line(CLEAN, "-> simpan")),
        "unknown-name",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input(tmp_path: Path, case: str) -> None:
    files, place, rule = CASES[case]
    plant(tmp_path, files)
    ran = sopc_process("check", "--format", "json", cwd=tmp_path)
    assert ran.status == 1
    assert "Traceback" not in ran.err
    found = [
        ((entry["file"], entry["range"]["start"]["line"]), entry["rule"])
        for entry in json.loads(ran.out)
        if entry["severity"] == "error"
    ]
    assert (place, rule) in found

    built = sopc("build", cwd=tmp_path)
    assert built.status == 1
    assert "Traceback" not in built.err
    assert max(map(len, built.out.splitlines())) < 700
    written = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(written) == sorted(files)


def test_findings_of_one_fault_stay_few(tmp_path: Path) -> None:
    for number, (files, _, _) in enumerate(CASES.values()):
        folder = plant(tmp_path / str(number), files)
        ran = sopc("check", "--format", "json", cwd=folder)
        errors = [entry for entry in json.loads(ran.out) if entry["severity"] == "error"]
        assert len(errors) <= 3, errors
