"""Bad input from end to end: a clear finding at its place, no traceback, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.sopc import sopc, sopc_process
from harness.tree import clean, plant

HEAD, _, REST = clean().partition("mulai")
LATIN = clean().replace("Konsep", "Konsép").encode("latin-1")

# name → (files, file and line of the finding, its rule)
CASES: dict[str, tuple[dict[str, str | bytes], tuple[str, int], str]] = {
    "an empty file": ({"a.sop": b""}, ("a.sop", 1), "missing-title"),
    "a picture": (
        {"a.sop": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9},
        ("a.sop", 1),
        "unreadable-file",
    ),
    "latin-1": ({"a.sop": LATIN}, ("a.sop", 11), "unreadable-file"),
    "NUL": ({"a.sop": clean().replace("Staf", "St\0af")}, ("a.sop", 7), "syntax-error"),
    "ten megabytes of one line": ({"a.sop": "x" * 10_000_000}, ("a.sop", 1), "syntax-error"),
    "ten megabytes of one string": (
        {"a.sop": 'sop a "' + "x" * 10_000_000},
        ("a.sop", 1),
        "syntax-error",
    ),
    "a cycle of libraries": (
        {
            "a.sop": clean().replace("pelaksana\n", 'gunakan "p.sop"\n\npelaksana\n'),
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
        ("a.sop", 10),
        "missing-library",
    ),
    "two steps with one id": (
        {"a.sop": clean() + '\nselesai periksa oleh staf "Lagi"\n'},
        ("a.sop", 27),
        "duplicate-id",
    ),
    "a lane nobody declared": (
        {"a.sop": clean().replace("oleh staf", "oleh direktur", 1)},
        ("a.sop", 10),
        "unknown-name",
    ),
    "a decision with one exit": (
        {"a.sop": clean().replace('  tidak -> langkah-1 "Belum sesuai"\n', "")},
        ("a.sop", 15),
        "decision-exits",
    ),
    "an arrow into nothing": (
        {"a.sop": clean().replace("-> simpan", "-> gudang")},
        ("a.sop", 19),
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
