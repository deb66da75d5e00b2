"""What the commands cost, as ratios to plain imports measured in the same run.

``python -m bench.commands`` (from `tests/`) prints the figures. CPU time is counted, not the
wall's: the least of several runs, because a busy machine only ever adds. "Compiled" means that
Python's ``.pyc`` files exist for everything that runs, "remembered" that `sopc` has checked the
file before.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from sopdsl.model.build import build
from sopdsl.source import Source
from sopdsl.syntax import parse

ROUNDS = 5
_CORE = "import lark, typer"
_ALL = "import lark, typer, svgwrite, jinja2"

_HEAD = """\
sop {name} "Prosedur Contoh"
  nomor     "SOP/1/2025"
  unit      "Biro Umum"
  status    konsep

pelaksana
  staf    "Staf"
  kepala  "Kepala Biro"

mulai oleh staf "Mengajukan konsep"
  kelengkapan  "Konsep"
  waktu        10 menit
  output       "Konsep"
"""
_STEP = """
langkah langkah-{number} oleh {lane} "Meneliti konsep bagian {number}"
  kelengkapan  "Konsep"
  waktu        30 menit
  output       "Konsep"
"""
_DECISION = """
keputusan putus oleh kepala "Memeriksa konsep"
  kelengkapan  "Konsep"
  waktu        1 jam
  output       "Konsep"
  ya    -> simpan "Sesuai"
  tidak -> langkah-2 "Belum sesuai"
"""
_END = """
selesai simpan oleh staf "Menyimpan konsep"
  kelengkapan  "Konsep"
  waktu        5 menit
  output       "Arsip"
"""


def document(steps: int, name: str = "contoh") -> str:
    """Return a clean SOP with so many steps (at least three)."""
    middle = (
        _STEP.format(number=number, lane=("kepala", "staf")[number % 2])
        for number in range(2, steps - 1)
    )
    return _HEAD.format(name=name) + "".join(middle) + _DECISION + _END


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for compiled in (False, True):
            _print_start(folder, compiled)
        _print_many(folder)
    _print_length()


def _print_start(folder: Path, compiled: bool) -> None:
    short, long = folder / "pendek.sop", folder / "panjang.sop"
    short.write_text(document(6), encoding="utf-8")
    long.write_text(document(22), encoding="utf-8")
    lines = document(22).count("\n")
    environment = _environment(folder, compiled)
    remembering = {**environment, "SOPC_CACHE": str(folder / "ingatan")}
    state = "compiled" if compiled else "not compiled"
    core = _least(lambda: _python(environment, "-c", _CORE))
    everything = _least(lambda: _python(environment, "-c", _ALL))
    check = ("-m", "sopdsl", "check", str(long))
    cold = _least(lambda: _python(environment, *check))
    _python(remembering, *check)
    warm = _least(lambda: _python(remembering, *check))
    built = _least(lambda: _rebuild(environment, short))
    print(f"{state}: python -c '{_CORE}' takes {core:.0f} ms, '{_ALL}' {everything:.0f} ms")
    print(f"  sopc check, {lines} lines, first time: {cold / core:.2f} x the former (goal 2)")
    print(f"  sopc check, {lines} lines, remembered: {warm / core:.2f} x the former (goal 1.2)")
    print(f"  sopc build, 6 steps, html and svg: {built / everything:.2f} x the latter (goal 2)")


def _print_many(folder: Path) -> None:
    many = folder / "banyak"
    many.mkdir()
    count = 100
    for number in range(count):
        (many / f"{number:03}.sop").write_text(document(6, f"sop-{number}"), encoding="utf-8")
    spent = _python(_environment(folder, True), "-m", "sopdsl", "build", str(many))
    print(
        f"sopc build, {count} files of 6 steps in one call: {spent / count:.0f} ms each (goal 50)"
    )


def _print_length() -> None:
    short, long = (Source("a.sop", document(steps)) for steps in (120, 600))
    times = [min(_seconds(source) for _ in range(ROUNDS)) for source in (short, long)]
    growth = (times[1] / times[0]) / (len(long.lines) / len(short.lines))
    print(
        f"parse and build, {len(long.lines)} lines against {len(short.lines)}: "
        f"{growth:.2f} x as much for a line (1 is linear)"
    )


def _seconds(source: Source) -> float:
    start = time.process_time()
    build(parse(source).tree)
    return time.process_time() - start


def _rebuild(environment: Mapping[str, str], source: Path) -> float:
    shutil.rmtree(source.parent / "_hasil", ignore_errors=True)
    return _python(environment, "-m", "sopdsl", "build", str(source))


def _least(run: Callable[[], float]) -> float:
    run()  # writes the .pyc files, where they are wanted
    return min(run() for _ in range(ROUNDS))


def _python(environment: Mapping[str, str], *words: str) -> float:
    """Run Python and return the CPU time it took, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=dict(environment), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _environment(folder: Path, compiled: bool) -> dict[str, str]:
    environment = {**os.environ, "SOPC_CACHE": "", "PYTHONPYCACHEPREFIX": str(folder / "pyc")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not compiled:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "nothing-there")
    return environment


if __name__ == "__main__":
    main()
