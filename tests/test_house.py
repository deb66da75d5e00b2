"""The house rules that no other tool checks: size of files, the map, words, packaging."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sopdsl"
MODULES = sorted(PACKAGE.rglob("*.py"))


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))], ids=str)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 500, f"{path.relative_to(ROOT)} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_every_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{path.relative_to(ROOT)} has no opening paragraph"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_functions_fit_on_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 70, f"{path.name}:{node.lineno} {node.name} has {length} lines"


def test_the_map_names_every_room() -> None:
    text = (PACKAGE / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [f"{p.name}/" for p in PACKAGE.iterdir() if (p / "__init__.py").exists()]
    rooms += [p.name for p in PACKAGE.glob("*.py") if not p.name.startswith("__")]
    missing = [room for room in rooms if f"`{room}`" not in text and f"{room}`" not in text]
    assert not missing


def test_nothing_is_left_for_later() -> None:
    word = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    for path in MODULES:
        assert not word.search(path.read_text(encoding="utf-8")), path


def test_every_silenced_check_has_a_reason() -> None:
    silenced = r"#\s*(?:type: ignore|pyright: ignore|noqa)"
    bare = re.compile(silenced + r"(?:\[[^\]]*\]|: [A-Z0-9, ]+)?\s*$", re.MULTILINE)
    for path in MODULES:
        assert not bare.search(path.read_text(encoding="utf-8")), path


def test_no_path_of_a_machine_is_written_down() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".sop", ".lark", ".txt", ".json", ".html"}:
            assert not machine.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_no_lock_file_names_a_registry() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "uv.lock" in ignored
    assert not [p for p in tracked() if p.name in {"uv.lock", "package-lock.json"}]


def test_the_wheel_carries_what_it_needs_and_no_more(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"sopdsl"}
    for needed in (
        "sopdsl/syntax/sop.lark",
        "sopdsl/profiles/bssn-4-2019.toml",
        "sopdsl/layout/fonts/arimo-regular.woff2",
        "sopdsl/layout/fonts/OFL.txt",
    ):
        assert needed in names


def test_versions_that_would_slow_the_start_stay_out() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (typer,) = [d for d in project["dependencies"] if d.startswith("typer")]
    assert "<0.29" in typer
