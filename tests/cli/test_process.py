"""`sopc` as a process: what it imports, how it ends, what it does when the system refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from harness.sopc import sopc, sopc_process
from harness.tree import clean, plant

DEAR = {
    "lark",
    "jinja2",
    "svgwrite",
    "rich",
    "asyncio",
    "importlib.metadata",
    "concurrent.futures",
    "pygls",
    "lsprotocol",
    "click",
    "sopdsl.layout",
    "sopdsl.emit",
}
FAULTY = clean().replace("oleh staf", "oleh stff", 1)


def imported(folder: Path, *words: str, cache: str = "") -> set[str]:
    """Return the modules that a run imports."""
    program = (
        "import sys; from sopdsl.cli.main import main\n"
        f"main({list(words)!r})\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        capture_output=True,
        check=True,
        env={**os.environ, "SOPC_CACHE": cache},
    )
    return set(done.stdout.decode().splitlines()[-1].split())


@pytest.mark.parametrize(
    "words", [("--version",), ("check",), ("check", "--format", "json"), ("fmt", "--check")]
)
def test_nothing_dear_is_imported_where_it_is_not_needed(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    plant(tmp_path, {"sop.toml": "", "a.sop": FAULTY})
    assert not imported(tmp_path, *words) & DEAR


def test_the_version_needs_no_parser(tmp_path: Path) -> None:
    assert not {name for name in imported(tmp_path, "--version") if "syntax" in name}


def test_what_is_remembered_needs_neither_parser_nor_rules(tmp_path: Path) -> None:
    plant(tmp_path, {"p/sop.toml": "", "p/a.sop": FAULTY})
    cache = str(tmp_path / "ingatan")
    assert "sopdsl.syntax" in imported(tmp_path / "p", "check", cache=cache)
    again = imported(tmp_path / "p", "check", cache=cache)
    assert not again & {"sopdsl.syntax", "sopdsl.model", "sopdsl.rules", "sopdsl.plugins"}


def test_building_imports_no_lark(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean()})
    assert not imported(tmp_path, "build") & {"lark", "rich", "asyncio", "importlib.metadata"}


def test_help_speaks_indonesian_or_english(tmp_path: Path) -> None:
    indonesian = sopc_process("check", "--help", cwd=tmp_path)
    assert "Pemakaian: sopc check" in indonesian.out
    assert "Tampilkan bantuan ini." in indonesian.out
    english = sopc_process("check", "--help", environment={"SOPC_LANG": "en"})
    assert "Usage: sopc check" in english.out
    assert "Check .sop files" in english.out


@pytest.mark.parametrize("command", [(), *(((name,)) for name in ("build", "check", "fmt", "new"))])
def test_every_help_is_there(command: tuple[str, ...]) -> None:
    ran = sopc(*command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert "Opsi:" in ran.out


def test_no_command_is_help() -> None:
    assert sopc().out == sopc("--help").out


def test_an_unknown_command_names_its_neighbour() -> None:
    ran = sopc("chek")
    assert ran.status == 2
    assert 'tidak ada perintah "chek"; maksudnya "check"?' in ran.err


def test_a_fault_of_our_own_is_a_sentence_and_details_on_demand(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean()})
    program = (
        "import sys\nfrom sopdsl.project import results\n"
        "def fail(self): raise ZeroDivisionError\n"
        "results.Report.__iter__ = fail\n"
        "from sopdsl.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    )

    def run(*words: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", program, *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)

    quiet = run("check")
    assert quiet.returncode == 2
    assert b"kesalahan di dalam sopc" in quiet.stderr
    assert b"Traceback" not in quiet.stderr
    assert b"ZeroDivisionError" in run("--verbose", "check").stderr


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    plant(tmp_path, {f"{n}.sop": FAULTY for n in range(300)})
    command = f'"{sys.executable}" -m sopdsl check | head -n 1'
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "SOPC_CACHE": ""},
    )
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_no_colours_in_a_pipe(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY})
    assert "\x1b" not in sopc_process("check", cwd=tmp_path).out


def test_colours_and_progress_on_a_terminal_only(tmp_path: Path) -> None:
    plant(tmp_path, {f"{n:02}.sop": FAULTY for n in range(12)})
    coloured = _in_terminal(tmp_path)
    assert b"\x1b[1;31mgalat[unknown-name]" in coloured
    assert b"\r12/12 berkas" in coloured
    assert b"\x1b[1;31m" not in _in_terminal(tmp_path, NO_COLOR="1")


def _in_terminal(folder: Path, **environment: str) -> bytes:
    main, side = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sopdsl", "check"],
        cwd=folder,
        stdin=side,
        stdout=side,
        stderr=side,
        env={**os.environ, "TERM": "xterm", "SOPC_CACHE": "", "NO_COLOR": "", **environment},
    )
    os.close(side)
    shown = bytearray()
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(main)
    return bytes(shown)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": clean(), "hasil/.keep": ""})
    (tmp_path / "hasil").chmod(0o500)
    ran = sopc_process("build", "-o", "hasil", cwd=tmp_path)
    (tmp_path / "hasil").chmod(0o700)
    assert ran.status == 2
    assert "tidak diizinkan" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": FAULTY})
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sopdsl", "check"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "SOPC_CACHE": ""},
        )
    assert done.returncode == 2
    assert "cakram penuh" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("with_watchfiles", [True, False])
def test_watching_builds_what_changed_and_its_dependents(
    tmp_path: Path, with_watchfiles: bool
) -> None:
    using = clean().replace("pelaksana\n", 'gunakan "p.sop"\n\npelaksana\n')
    plant(
        tmp_path / "p",
        {"sop.toml": "", "a.sop": using, "b.sop": clean("b"), "p.sop": 'pustaka "P"\n'},
    )
    hiding = plant(tmp_path / "tanpa", {"watchfiles.py": "raise ImportError"})
    environment = {**os.environ, "SOPC_CACHE": "", "PYTHONUNBUFFERED": "1"}
    if not with_watchfiles:
        environment["PYTHONPATH"] = str(hiding)
    process = subprocess.Popen(
        [sys.executable, "-m", "sopdsl", "build", "--watch"],
        cwd=tmp_path / "p",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
    )
    try:
        assert "2 dokumen" in _next_summary(process)
        time.sleep(0.5)
        plant(tmp_path / "p", {"b.sop": clean("b", "Judul Baru")})
        assert "1 dokumen di _hasil: 2 berkas ditulis" in _next_summary(process)
        plant(tmp_path / "p", {"p.sop": 'pustaka "Q"\n\npelaksana\n  tamu "Tamu"\n'})
        assert "1 dokumen di _hasil: 0 berkas ditulis" in _next_summary(process)
        plant(tmp_path / "p", {"sop.toml": "kertas = 3\n"})
        assert "2 dokumen" in _next_summary(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert process.returncode == 0


def _next_summary(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    for raw in process.stdout:
        line = raw.decode()
        if " dokumen di " in line:
            return line
    raise AssertionError("the process ended")


def test_lists_of_rules_and_plugins(tmp_path: Path) -> None:
    rules = json.loads(sopc("rules", "--json", cwd=tmp_path).out)
    assert {"unknown-name", "plugin-failed", "unknown-setting"} <= {rule["name"] for rule in rules}
    assert len(sopc("rules", cwd=tmp_path).out.splitlines()) == len(rules)
    listed = json.loads(sopc("plugins", "--json", cwd=tmp_path).out)
    assert listed["plugins"][0]["brings"]["emitters"] == ["html", "svg"]
    assert "emitters: html, svg" in sopc("plugins", cwd=tmp_path).out


def test_every_rule_has_a_page_in_both_languages(tmp_path: Path) -> None:
    for rule in json.loads(sopc("rules", "--json", cwd=tmp_path).out):
        indonesian = sopc("rule", rule["name"], cwd=tmp_path).out
        english = sopc("rule", rule["name"], "--lang", "en", cwd=tmp_path).out
        assert rule["title"]["id"] in indonesian
        assert rule["title"]["en"] in english
        assert len(indonesian.split("\n\n")) >= 3
        assert indonesian != english


def test_an_unknown_rule_names_its_neighbour(tmp_path: Path) -> None:
    ran = sopc("rule", "unknown-nam", cwd=tmp_path)
    assert (ran.status, 'maksudnya "unknown-name"?' in ran.err) == (2, True)
