"""What a `sop.toml` opens, and what is wrong with it as findings at its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.tree import plant
from sopdsl.profiles import ProfileError
from sopdsl.project.logo import LARGEST
from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides, Scope

PNG = b"\x89PNG\r\n\x1a\n...."


def scope(folder: Path, settings: str, overrides: Overrides | None = None) -> Scope:
    plant(folder, {"sop.toml": settings})
    return Project(folder, overrides or Overrides()).outer


def said(opened: Scope) -> list[tuple[int, str, str]]:
    source = opened.source
    assert source is not None
    return [(source.position(f.span.start).line + 1, f.rule, f.message.id) for f in opened.findings]


def test_an_unknown_profile_is_named_and_the_default_stands_in(tmp_path: Path) -> None:
    opened = scope(tmp_path, '\nprofil = "bssn-4-2018"\n')
    assert said(opened) == [(2, "unknown-profile", 'tidak ada profil bernama "bssn-4-2018"')]
    assert opened.profile.name == "bssn-4-2019"


def test_an_unknown_profile_on_the_command_line_is_an_error(tmp_path: Path) -> None:
    opened = scope(tmp_path, "", Overrides(profile="x"))
    with pytest.raises(ProfileError):
        _ = opened.profile


def test_an_unknown_format_is_named_at_its_place(tmp_path: Path) -> None:
    opened = scope(tmp_path, '[keluaran]\nformat = ["html", "docx"]\n')
    (finding,) = opened.findings
    assert opened.source is not None
    assert opened.source.slice(finding.span) == '"docx"'
    assert finding.rule == "bad-setting"


def test_a_plugin_that_is_not_installed_is_named(tmp_path: Path) -> None:
    opened = scope(tmp_path, '[plugin]\nizinkan = ["gaib"]\n')
    assert said(opened) == [(2, "plugin-failed", 'plugin "gaib" gagal: plugin itu tidak terpasang')]


def test_no_plugins_asks_for_none(tmp_path: Path) -> None:
    opened = scope(tmp_path, '[plugin]\nizinkan = ["gaib"]\n', Overrides(plugins=False))
    assert opened.findings == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (PNG, None),
        (b"\xff\xd8\xff\xe0", None),
        (b"<svg onload='x'>", 'logo "l.png" bukan gambar PNG atau JPEG'),
        (PNG + bytes(LARGEST), 'logo "l.png" lebih besar dari 2 MB'),
        (None, 'logo "l.png" tidak dapat dibaca'),
    ],
)
def test_logos(tmp_path: Path, content: bytes | None, problem: str | None) -> None:
    if content is not None:
        plant(tmp_path, {"l.png": content})
    opened = scope(tmp_path, '[instansi]\nlogo = "l.png"\n')
    assert said(opened) == ([(2, "bad-logo", problem)] if problem else [])
    assert opened.logo == (None if problem else content)


def test_a_logo_outside_the_project_is_not_read(tmp_path: Path) -> None:
    plant(tmp_path, {"rahasia.png": PNG, "p/x": ""})
    (tmp_path / "p/l.png").symlink_to(tmp_path / "rahasia.png")
    opened = scope(tmp_path / "p", '[instansi]\nlogo = "l.png"\n')
    assert said(opened) == [(2, "bad-logo", 'logo "l.png" berada di luar folder proyek')]
    assert opened.logo is None


def test_the_nearest_settings_hold(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {"sop.toml": 'kertas = "A4"', "u/sop.toml": 'kertas = "F4"', "u/v/a.sop": "", "b.sop": ""},
    )
    project = Project(tmp_path, Overrides())
    assert project.scope_of(tmp_path / "u/v/a.sop").settings.paper == "F4"
    assert project.scope_of(tmp_path / "b.sop").settings.paper == "A4"
