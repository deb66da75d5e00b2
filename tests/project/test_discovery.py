"""Which files belong: order, hidden and excluded ones, links, odd names."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.tree import plant
from sopdsl.project.discovery import excluder, find_sops
from sopdsl.project.project import Project, project_root
from sopdsl.project.scope import Overrides


def found(folder: Path) -> list[str]:
    root, alone = project_root(folder)
    project = Project(root, Overrides(), alone)
    return [path.relative_to(folder).as_posix() for path in project.sops(folder)]


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    plant(tmp_path, dict.fromkeys(["b.sop", "a/z.sop", "a.sop", "a b/ü 1.sop", "a/b/c.sop"], ""))
    assert found(tmp_path) == ["a/b/c.sop", "a/z.sop", "a b/ü 1.sop", "a.sop", "b.sop"]


def test_hidden_and_built_things_are_passed_over(tmp_path: Path) -> None:
    names = ["x.sop", ".x.sop", ".git/y.sop", "_hasil/z.sop", "x.txt", "sub/_hasil/w.sop"]
    plant(tmp_path, dict.fromkeys(names, ""))
    assert found(tmp_path) == ["sub/_hasil/w.sop", "x.sop"]


def test_settings_name_what_to_leave_out(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "sop.toml": '[berkas]\nkecuali = ["arsip/**", "*-lama.sop"]\n',
            "arsip/2019/a.sop": "",
            "unit/b-lama.sop": "",
            "unit/b.sop": "",
            "lain/sop.toml": '[berkas]\nkecuali = ["c.sop"]\n',
            "lain/c.sop": "",
            "lain/d.sop": "",
        },
    )
    assert found(tmp_path) == ["lain/d.sop", "unit/b.sop"]


def test_loops_and_links_outside_are_not_followed(tmp_path: Path) -> None:
    project = plant(tmp_path / "p", {"sop.toml": "", "a.sop": "", "sub/b.sop": ""})
    outside = plant(tmp_path / "luar", {"rahasia.sop": ""})
    (project / "sub/loop").symlink_to(project)
    (project / "luar").symlink_to(outside)
    (project / "rahasia.sop").symlink_to(outside / "rahasia.sop")
    (project / "diri.sop").symlink_to(project / "diri.sop")
    (project / "c.sop").symlink_to(project / "a.sop")
    assert found(project) == ["a.sop", "c.sop", "sub/b.sop"]


def test_a_hundred_levels_are_no_obstacle(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 100)
    plant(tmp_path, {f"{deep}/a.sop": ""})
    assert found(tmp_path) == [f"{deep}/a.sop"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        list(find_sops(tmp_path / "tidak-ada", lambda _: False))


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("arsip", "arsip/", True),
        ("arsip", "a/b/arsip/", True),
        ("arsip", "arsip-baru/", False),
        ("/arsip", "a/arsip/", True),
        ("a/arsip", "a/arsip/", True),
        ("a/arsip", "b/a/arsip/", False),
        ("*.sop", "x/y.sop", True),
        ("x/*.sop", "x/y/z.sop", False),
        ("x/**/z.sop", "x/z.sop", True),
        ("x/**/z.sop", "x/y/y/z.sop", True),
        ("?.sop", "a.sop", True),
        ("?.sop", "ab.sop", False),
        ("a+b.sop", "aab.sop", False),
    ],
)
def test_patterns(pattern: str, path: str, matches: bool) -> None:
    assert excluder([pattern])(path) is matches


def test_the_root_is_the_outermost_settings_of_the_repository(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "sop.toml": "",
            "repo/.git/config": "",
            "repo/sop.toml": "",
            "repo/unit/sop.toml": "",
            "repo/unit/a.sop": "",
        },
    )
    assert project_root(tmp_path / "repo/unit/a.sop") == (tmp_path / "repo", False)


def test_a_file_without_settings_stands_alone(tmp_path: Path) -> None:
    plant(tmp_path, {"a.sop": "", "b.sop": "", ".git/config": ""})
    assert project_root(tmp_path / "a.sop") == (tmp_path, True)
    assert project_root(tmp_path) == (tmp_path, False)
