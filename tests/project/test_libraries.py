"""What the paths of `gunakan` stand for, and what keeps them inside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.tree import plant
from sopdsl.model.libraries import Library, LibraryProblem, uses
from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides

LIBRARY = 'pustaka "Bersama"\n\npelaksana\n  {name} "{name}"\n'


def look(root: Path, file: str) -> dict[str, str]:
    """Return for each `gunakan` of a file its lanes, or the kind of problem and its detail."""
    project = Project(root, Overrides())
    path = root / file
    asked = uses(project.texts.read(path).syntax.tree)
    found = project.shelf.libraries(path, asked)
    return {written: shown(thing) for written, thing in found.items()}


def shown(thing: Library | LibraryProblem) -> str:
    if isinstance(thing, LibraryProblem):
        return f"{thing.kind} {thing.detail}".strip()
    return ",".join(sorted(lane.id for lane in thing.lanes))


def using(*paths: str, name: str = "") -> str:
    head = LIBRARY.format(name=name) if name else "sop a\n"
    return head + "".join(f'gunakan "{path}"\n' for path in paths)


def test_paths_count_from_the_file_then_from_the_root(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "u/a.sop": using("x.sop", "p/y.sop", "../p/y.sop"),
            "u/x.sop": LIBRARY.format(name="dekat"),
            "x.sop": LIBRARY.format(name="akar"),
            "p/y.sop": LIBRARY.format(name="y"),
        },
    )
    assert look(tmp_path, "u/a.sop") == {"x.sop": "dekat", "p/y.sop": "y", "../p/y.sop": "y"}


def test_libraries_bring_what_they_use_themselves(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "a.sop": using("b.sop"),
            "b.sop": using("c.sop", "d.sop", name="b"),
            "c.sop": using("d.sop", name="c"),
            "d.sop": LIBRARY.format(name="d"),
        },
    )
    assert look(tmp_path, "a.sop") == {"b.sop": "b,c,d"}


def test_what_is_no_library_is_told_apart(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "a.sop": using("tidak-ada.sop", "sop.sop", "gambar.sop", "folder", "x" * 300),
            "sop.sop": "sop b\n",
            "gambar.sop": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "folder/b.sop": "",
        },
    )
    assert look(tmp_path, "a.sop") == {
        "tidak-ada.sop": "missing",
        "sop.sop": "no-library",
        "gambar.sop": "unreadable",
        "folder": "missing",
        "x" * 300: "missing",
    }


@pytest.mark.parametrize(
    "way", ["../luar.sop", "u/../../luar.sop", "tautan.sop", "folder/luar.sop"]
)
def test_nothing_outside_the_project_is_read(tmp_path: Path, way: str) -> None:
    plant(tmp_path, {"luar.sop": LIBRARY.format(name="rahasia"), "p/a.sop": using(way)})
    (tmp_path / "p/tautan.sop").symlink_to(tmp_path / "luar.sop")
    (tmp_path / "p/folder").symlink_to(tmp_path)
    (tmp_path / "p/u").mkdir()
    assert look(tmp_path / "p", "a.sop") == {way: "outside"}


def test_an_absolute_path_leads_outside(tmp_path: Path) -> None:
    plant(tmp_path, {"luar.sop": LIBRARY.format(name="x"), "p/a.sop": ""})
    outside = (tmp_path / "luar.sop").as_posix()
    (tmp_path / "p/a.sop").write_text(using(outside))
    assert look(tmp_path / "p", "a.sop") == {outside: "outside"}


def test_a_cycle_is_named_from_within_and_harmless_from_without(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "a.sop": using("b.sop"),
            "b.sop": using("c.sop", name="b"),
            "c.sop": using("b.sop", "d.sop", name="c"),
            "d.sop": using("d.sop", name="d"),
        },
    )
    assert look(tmp_path, "b.sop") == {"c.sop": "cycle b.sop → c.sop → b.sop"}
    assert look(tmp_path, "c.sop")["b.sop"] == "cycle c.sop → b.sop → c.sop"
    assert look(tmp_path, "d.sop") == {"d.sop": "cycle d.sop → d.sop"}
    assert look(tmp_path, "a.sop") == {"b.sop": "b"}


def test_a_long_chain_is_no_obstacle(tmp_path: Path) -> None:
    files = {f"l{n}.sop": using(f"l{n + 1}.sop", name=f"n{n}") for n in range(400)}
    plant(tmp_path, {**files, "l400.sop": LIBRARY.format(name="n400"), "a.sop": using("l0.sop")})
    lanes = look(tmp_path, "a.sop")["l0.sop"].split(",")
    assert len(lanes) == 401
